import type { Finding } from '../kernel/finding'
import type { Case } from '../rules/case'
import { askCondition } from '../rules/condition'
import { unanswered } from '../rules/property'
import { textOf } from '../nomination/form'
import { asAsked, askedOf, type MaterialRule } from '../rules/material-terms'
import { sayBytes } from '../rules/amounts'
import type { MaterialFile } from '../rules/material-file'
import { judgeDocument } from './document'
import { judgeLateCount } from './late-count'
import type { Facts, UnreadableFacts } from './facts'
import { judgePhoto } from './photo'
import { isNamedFor } from './file-name'
import { judgePortrait } from './portrait'
import { about, measured } from './say'
import { markingsInName } from '../secrecy/find-markings'
import { markedName, markedText } from '../secrecy/say'
import { judgeUnreadable } from './unreadable'
import { judgeVideo } from './video'

type Rule = MaterialRule
export type ReadableFacts = Exclude<Facts, UnreadableFacts>

/** One judge per kind of material; a new kind is one line here and one file beside. */
const judges: { readonly [T in MaterialFile['type']]: (rule: Rule & { readonly file: Extract<MaterialFile, { type: T }> }, facts: ReadableFacts) => Finding[] } = {
  portrait: judgePortrait, photo: judgePhoto, video: judgeVideo, document: judgeDocument,
}

/** Judges the facts of one file against one material of the definition. Browser, server and command line call this and nothing else. */
export const judgeFile = (rule: Rule, facts: Facts): Finding[] => {
  const size = judgeSize(rule, facts)
  if (facts.kind === 'unreadable') return ofSize(rule, facts).length > 0 ? size : [...size, judgeUnreadable(rule, facts)]
  const marked = facts.kind === 'document' ? markedText(rule.id, facts.name, facts.markings ?? []) : []
  return [...marked, ...size, ...judges[rule.file.type](rule as never, facts)]
}

/** What name and size alone say, before a byte is sent. */
export const judgeSize = (rule: Rule, file: { readonly name: string; readonly bytes: number }): Finding[] => [...markedName(rule.id, file.name, markingsInName(file.name)), ...ofSize(rule, file)]

const ofSize = (rule: Rule, file: { readonly name: string; readonly bytes: number }): Finding[] => {
  if (file.bytes === 0) return [judgeUnreadable(rule, { kind: 'unreadable', why: 'empty', looksLike: null, name: file.name, bytes: 0 })]
  if (file.bytes <= rule.file.maxBytes) return []
  return [about(rule, file, 'file.tooLarge',
    [`${rule.name.zh} ${measured(file.bytes, 'up')}，超过规定的 ${sayBytes(rule.file.maxBytes).zh}`, `${rule.name.en}: ${measured(file.bytes, 'up')}, over the limit of ${sayBytes(rule.file.maxBytes).en}`],
    ['请按上限重新导出；视频可降低码率，扫描件可降到 200 dpi。', 'Export it again within the limit: a lower bit rate for videos, 200 dpi for scans.'])]
}

/** Facts never change, and a form is saved hundreds of times beside the same files: what was found against them is kept as long as they are. */
const found = new WeakMap<Facts, { readonly rule: Rule; readonly findings: readonly Finding[] }>()
const judgedBefore = (rule: Rule, facts: Facts): readonly Finding[] => {
  const before = found.get(facts)
  if (before?.rule === rule) return before.findings
  const findings = judgeFile(rule, facts)
  found.set(facts, { rule, findings })
  return findings
}

/** Everything against one material of a dossier: what a condition leaves open, how many, and each file. What is not asked may be there, and is still held to be harmless and of its kind. */
export const judgeMaterial = (rule: Rule, { files, person, fields, later, sealed, now }: Case): Finding[] => {
  if (files === undefined) return []
  const own = files.filter((f) => f.materialId === rule.id)
  const asked = askedOf(rule, person)
  const open = asked === undefined && rule.when !== undefined && person !== undefined ? [unanswered(rule, askCondition(rule.when))] : []
  const coming = (sealed ?? []).filter((f) => f.materialId === rule.id && f.arrivedAt === null)
  const count = judgeLateCount(asAsked(rule, person), own.length, coming, later?.[rule.id], now)
  return [...open, ...count, ...own.flatMap((f) => [...judgedBefore(rule, f.facts), ...judgeName(rule, f.name, textOf(fields ?? {}, 'name').trim())])]
}

/** The product names what it takes by the candidate; who is renamed afterwards has files of the old name. */
const judgeName = (rule: Rule, name: string, person: string): Finding[] => (rule.naming === 'asGiven' || person === '' || isNamedFor(rule.naming, person, name) ? [] : [about(rule, { name }, 'file.naming',
  [`文件名是“${name}”，应以姓名“${person}”命名`, `The file is called “${name}”; it must be named by “${person}”`], ['重新上传一次，系统按现在的姓名命名。', 'Upload it again: the product names it by the name it has now.'], 'note')])
