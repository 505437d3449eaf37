import type { Finding } from '../kernel/finding'
import type { MaterialRule } from '../rules/material-terms'
import type { DocumentFile } from '../rules/material-file'
import type { DocumentFacts, Facts, UnreadableFacts } from './facts'
import { about, formatNames, judgeFormat } from './say'

type Rule = MaterialRule & { readonly file: DocumentFile }

/** 文字材料和盖章扫描件. Whether a seal is genuine no program can say: people compare it with the paper. */
export const judgeDocument = (rule: Rule, facts: Exclude<Facts, UnreadableFacts>): Finding[] => {
  if (facts.kind !== 'document') return [noDocument(rule, facts)]
  const format = judgeFormat(rule, facts, facts.format)
  if (!rule.file.formats.some((f) => f === facts.format)) return format
  return [...format, ...opens(rule, facts), ...length(rule, facts), ...characters(rule, facts)]
}

const noDocument = (rule: Rule, facts: { readonly name: string }): Finding => {
  const must = formatNames(rule.file.formats)
  return about(rule, facts, 'file.format',
    rule.file.stamped ? [`须为 ${must.zh}（盖章扫描件）`, `It must be ${must.en} (a scan with the seal)`] : [`须为 ${must.zh}`, `It must be ${must.en}`],
    rule.file.stamped ? ['请盖章后扫描或用手机扫描成 PDF。', 'Seal it, then scan it to PDF.'] : ['请在 Word 或 WPS 里另存。', 'Save it from Word or WPS.'])
}

/** What can do harm on the machines of those who read it, or cannot be read at all, is refused whatever strength the limits have. */
const opens = (rule: Rule, facts: DocumentFacts): Finding[] => [
  ...(facts.encrypted ? [about(rule, facts, 'document.encrypted', ['文件加了密码，打不开', 'The file is protected by a password'], ['请去掉密码后再传。', 'Remove the password and upload again.'], 'block')] : []),
  ...(facts.active ? [about(rule, facts, 'document.active', ['文件里有脚本、宏、内嵌文件或外部引用', 'The file holds scripts, macros, embedded files or references elsewhere'], ['请另存为不带宏的文件，或重新打印成 PDF。', 'Save it without macros, or print it to PDF again.'], 'block')] : []),
]

const length = (rule: Rule, facts: DocumentFacts): Finding[] => {
  const { maxPages } = rule.file
  if (maxPages === undefined || facts.pages === null || facts.pages <= maxPages) return []
  return [about(rule, facts, 'document.pages', [`共 ${facts.pages} 页，最多 ${maxPages} 页`, `${facts.pages} pages, at most ${maxPages}`], ['请只保留规定的内容。', 'Keep only what is asked for.'])]
}

/** 约2000字: within a fifth of it. How people read the word, not a limit of a notice. */
const aboutShare = { numerator: 1, denominator: 5 }

const characters = (rule: Rule, facts: DocumentFacts): Finding[] => {
  const { text } = rule.file
  const n = facts.characters
  if (text === undefined || n === undefined) return []
  const is = `“${rule.name.zh}”${n} 字`
  const [few, many] = [text.min !== undefined && n < text.min, text.max !== undefined && n > text.max]
  if (few) return [about(rule, facts, 'document.short', [`${is}，不足 ${text.min} 字`, `“${rule.name.en}” has ${n} characters, fewer than ${text.min}`], [`请补写 ${text.min! - n} 字以上。`, `Write ${text.min! - n} more.`])]
  if (many) return [about(rule, facts, 'document.long', [`${is}，超过 ${text.max} 字`, `“${rule.name.en}” has ${n} characters, more than ${text.max}`], [`请删去 ${n - text.max!} 字以上。`, `Take out ${n - text.max!}.`])]
  const off = text.about === undefined ? 0 : Math.abs(n - text.about)
  return text.about !== undefined && off * aboutShare.denominator > text.about * aboutShare.numerator
    ? [about(rule, facts, 'document.length', [`${is}，要求 ${text.about} 字左右`, `“${rule.name.en}” has ${n} characters; about ${text.about} are asked for`], ['请增删到相近的字数。', 'Write more or less, until it is near.'], 'warn')] : []
}
