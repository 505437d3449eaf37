import type { Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import type { DocumentFile } from '../rules/material'
import type { Facts } from './facts'
import { about, formatNames, judgeFormat } from './say'

type Rule = ResolvedRule<'material'> & { readonly file: DocumentFile }

/** 文字材料和盖章扫描件. Whether a seal is genuine no program can say: people compare it with the paper. */
export const judgeDocument = (rule: Rule, facts: Facts): Finding[] => {
  if (facts.kind !== 'document') return [about(rule, facts, 'file.format', [`须为 ${formatNames(rule.file.formats)}${rule.file.stamped ? '（盖章扫描件）' : ''}`, `It must be ${formatNames(rule.file.formats)}${rule.file.stamped ? ' (a scan with the seal)' : ''}`], [rule.file.stamped ? '请盖章后扫描或用手机扫描成 PDF。' : '请在 Word 或 WPS 里另存。', rule.file.stamped ? 'Seal it, then scan it to PDF.' : 'Save it from Word or WPS.'])]
  const format = judgeFormat(rule, facts, facts.format, rule.file.formats)
  if (format.some((f) => f.strength === 'block')) return format
  const found: Finding[] = [...format]
  if (facts.encrypted) found.push(about(rule, facts, 'document.encrypted', ['文件加了密码，打不开', 'The file is protected by a password'], ['请去掉密码后再传。', 'Remove the password and upload again.']))
  if (facts.active) found.push(about(rule, facts, 'document.active', ['文件里有脚本、宏或内嵌文件', 'The file holds scripts, macros or embedded files'], ['请另存为不带宏的文件，或重新打印成 PDF。', 'Save it without macros, or print it to PDF again.'], 'block'))
  const { maxPages } = rule.file
  if (maxPages !== undefined && facts.pages !== null && facts.pages > maxPages) found.push(about(rule, facts, 'document.pages', [`共 ${facts.pages} 页，最多 ${maxPages} 页`, `${facts.pages} pages, at most ${maxPages}`], ['请只保留规定的内容。', 'Keep only what is asked for.']))
  return found
}
