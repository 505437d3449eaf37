import { finding, type Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import { sayBytes } from '../rules/amounts'
import type { MaterialFile } from '../rules/material-file'
import { judgeDocument } from './document'
import type { Facts, UnreadableFacts } from './facts'
import { judgePhoto } from './photo'
import { judgePortrait } from './portrait'
import { about, measured } from './say'
import { judgeUnreadable } from './unreadable'
import { judgeVideo } from './video'

type Rule = ResolvedRule<'material'>
export type ReadableFacts = Exclude<Facts, UnreadableFacts>

/** One judge per kind of material; a new kind is one line here and one file beside. */
const judges: { readonly [T in MaterialFile['type']]: (rule: Rule & { readonly file: Extract<MaterialFile, { type: T }> }, facts: ReadableFacts) => Finding[] } = {
  portrait: judgePortrait, photo: judgePhoto, video: judgeVideo, document: judgeDocument,
}

/** Judges the facts of one file against one material of the definition. Browser, server and command line call this and nothing else. */
export const judgeFile = (rule: Rule, facts: Facts): Finding[] => {
  const size = judgeSize(rule, facts)
  if (facts.kind === 'unreadable') return size.length > 0 ? size : [judgeUnreadable(rule, facts)]
  return [...size, ...judges[rule.file.type](rule as never, facts)]
}

/** What the size alone says, before a byte is sent. */
export const judgeSize = (rule: Rule, file: { readonly name: string; readonly bytes: number }): Finding[] => {
  if (file.bytes === 0) return [judgeUnreadable(rule, { kind: 'unreadable', why: 'empty', looksLike: null, name: file.name, bytes: 0 })]
  if (file.bytes <= rule.file.maxBytes) return []
  return [about(rule, file, 'file.tooLarge',
    [`${rule.name.zh} ${measured(file.bytes, 'up')}，超过规定的 ${sayBytes(rule.file.maxBytes).zh}`, `${rule.name.en}: ${measured(file.bytes, 'up')}, over the limit of ${sayBytes(rule.file.maxBytes).en}`],
    ['请按上限重新导出；视频可降低码率，扫描件可降到 200 dpi。', 'Export it again within the limit: a lower bit rate for videos, 200 dpi for scans.'])]
}

/** 3—5 张: too few or too many files of a material. */
export const judgeCount = (rule: Rule, count: number): Finding[] => {
  const at = { material: rule.id }
  if (count < rule.min) return [finding({ code: count === 0 ? 'material.missing' : 'material.tooFew', rule, at,
    what: count === 0 ? [`还没有交“${rule.name.zh}”`, `“${rule.name.en}” is missing`] : [`“${rule.name.zh}”${count} 份，还差 ${rule.min - count} 份`, `“${rule.name.en}”: ${count}, ${rule.min - count} more needed`], mend: ['请在“材料”里上传。', 'Upload it under “Materials”.'] })]
  if (rule.max !== null && count > rule.max) return [finding({ code: 'material.tooMany', rule, at,
    what: [`“${rule.name.zh}”${count} 份，最多 ${rule.max} 份`, `“${rule.name.en}”: ${count}, at most ${rule.max}`], mend: [`请移除 ${count - rule.max} 份。`, `Remove ${count - rule.max}.`] })]
  return []
}
