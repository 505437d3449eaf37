import type { Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import type { DocumentFile } from '../rules/material'
import type { DocumentFacts, Facts, UnreadableFacts } from './facts'
import { about, formatNames, judgeFormat } from './say'

type Rule = ResolvedRule<'material'> & { readonly file: DocumentFile }

/** 文字材料和盖章扫描件. Whether a seal is genuine no program can say: people compare it with the paper. */
export const judgeDocument = (rule: Rule, facts: Exclude<Facts, UnreadableFacts>): Finding[] => {
  if (facts.kind !== 'document') return [noDocument(rule, facts)]
  const format = judgeFormat(rule, facts, facts.format)
  if (!rule.file.formats.some((f) => f === facts.format)) return format
  return [...format, ...opens(rule, facts), ...length(rule, facts)]
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
