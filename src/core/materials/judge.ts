import { finding, type Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import { sayBytes } from '../rules/amounts'
import { judgeDocument } from './document'
import type { Facts } from './facts'
import { judgePhoto } from './photo'
import { judgePortrait } from './portrait'
import { about, measured } from './say'
import { judgeVideo } from './video'

type Rule = ResolvedRule<'material'>

/** Judges the facts of one file against one material of the definition. Browser, server and command line call this and nothing else. */
export const judgeFile = (rule: Rule, facts: Facts): Finding[] => {
  const size = judgeSize(rule, facts)
  if (facts.kind === 'unreadable') return size.length > 0 ? size : [unreadable(rule, facts)]
  const own = { portrait: judgePortrait, photo: judgePhoto, video: judgeVideo, document: judgeDocument }[rule.file.type](rule as never, facts)
  return [...size, ...own]
}

/** What the size alone says, before a byte is sent. */
export const judgeSize = (rule: Rule, file: { readonly name: string; readonly bytes: number }): Finding[] => {
  if (file.bytes === 0) return [about(rule, file, 'file.empty', ['文件是空的，0 字节', 'The file is empty: 0 bytes'], ['请重新导出或重新拍摄后再选。', 'Export or take it again and choose that file.'])]
  if (file.bytes > rule.file.maxBytes) return [about(rule, file, 'file.tooLarge',
    [`${rule.name.zh} ${measured(file.bytes)}，超过规定的 ${sayBytes(rule.file.maxBytes).zh}`, `${rule.name.en}: ${measured(file.bytes)}, over the limit of ${sayBytes(rule.file.maxBytes).en}`],
    ['请按上限重新导出；视频可降低码率，扫描件可降到 200 dpi。', 'Export it again within the limit: a lower bit rate for videos, 200 dpi for scans.'])]
  return []
}

const unreadable = (rule: Rule, facts: Extract<Facts, { kind: 'unreadable' }>): Finding => {
  const like = facts.looksLike === null ? '' : `（${facts.looksLike.toUpperCase()}）`
  const words = {
    empty: [['文件是空的，0 字节', 'The file is empty: 0 bytes'], ['请重新选择。', 'Choose it again.']],
    unknown: [['认不出这是什么文件', 'This kind of file is not known'], ['请在原来的软件里另存为规定的格式。', 'Save it in one of the formats asked for.']],
    broken: [[`文件读不完整${like}，可能没有传完或已损坏`, `The file cannot be read to its end${like}; it may be cut or damaged`], ['请从相机、手机或原软件里重新取一份原件。', 'Take the original from the camera, phone or program again.']],
    bomb: [['文件展开后大得不正常，没有打开', 'Unpacked, the file would be abnormally large; it was not opened'], ['请另存一份正常的文件。', 'Save an ordinary copy.']],
  } as const
  const [what, mend] = words[facts.why]
  return about(rule, facts, `file.${facts.why}`, what, mend)
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
