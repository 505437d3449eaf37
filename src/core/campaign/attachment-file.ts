/** Whether an office's own file may stand as an attachment: everybody who takes part opens it. */
import { sayKind } from '../announcement/personal-data'
import { finding, type Finding, type Words } from '../kernel/finding'
import type { DocumentFacts, Facts } from '../materials/facts'
import { sayBytes } from '../rules/amounts'
import { markedForAll } from '../secrecy/say'
import type { Attachment } from './attachments'

/** A guard of the machine, as for notices: a form or a sheet is far smaller. */
export const MOST_ATTACHMENT_BYTES = 5_000_000
/** Shorter ones say nothing to the units that have the version before. */
export const LEAST_CHANGE_REASON = 5

type Pair = readonly [zh: string, en: string]
const no = (code: string, what: Pair, mend: Pair): Finding => finding({ code: `attachment.${code}`, strength: 'block', rule: null, at: { field: 'file' }, what, mend })

/** Said in the browser before a byte is sent, and by the server. */
export const tooLargeAttachment = (bytes: number): Finding => no('tooLarge',
  [`文件 ${(bytes / 1_000_000).toFixed(1)} MB，附件不超过 ${sayBytes(MOST_ATTACHMENT_BYTES).zh}`, `The file has ${(bytes / 1_000_000).toFixed(1)} MB; an attachment has at most ${sayBytes(MOST_ATTACHMENT_BYTES).en}`], ['请压缩其中的图片，或另存为一份小的。', 'Compress its pictures, or save a smaller copy.'])

/** Real type, password, macros, size; the name plays no part. Empty: it may. */
export const judgeAttachment = (facts: Facts): Finding[] => {
  if (facts.bytes > MOST_ATTACHMENT_BYTES) return [tooLargeAttachment(facts.bytes)]
  if (facts.kind === 'unreadable') return [unreadable(facts.why === 'damaged' ? 'broken' : facts.why, facts.looksLike)]
  if (facts.kind !== 'document') return [no('kind', [`这是${facts.kind === 'image' ? '图片' : '视频'}，不能作附件`, `This is ${facts.kind === 'image' ? 'a picture' : 'a video'}, not an attachment`], ['附件须是 Word、Excel 或 PDF 文件。', 'An attachment is a Word, Excel or PDF file.'])]
  return [
    ...markedForAll(facts.markings ?? []),
    ...(facts.personal ?? []).filter((p) => p.kind !== 'email').map(({ kind, times, shown }) => no('personal', [`文件里有${sayKind[kind][0]} ${times} 处（如 ${shown}），附件是人人可以下载的`, `The file holds ${sayKind[kind][1]}, ${times} time(s) (such as ${shown}); anybody can download an attachment`], ['请删去，或把中间几位换成星号，存好再选。隐藏的行、列和工作表，批注、页眉、公式、图片说明和文件属性里的也要删。', 'Remove it, or put asterisks for some of its digits, save and choose it again. Look at hidden rows, columns and sheets, comments, headers, formulas, descriptions of pictures and properties too.'])),
    ...unseen(facts.unseen),
    ...(facts.encrypted ? [no('encrypted', ['文件加了密码，单位打不开', 'The file is protected by a password; units could not open it'], ['请去掉密码再选。', 'Remove the password and choose it again.'])] : []),
    ...(facts.active ? [no('active', ['文件里有宏、脚本、内嵌文件或外部引用', 'The file holds macros, scripts, embedded files or references elsewhere'], ['请另存为不带宏的 .docx、.xlsx，或导出 PDF。', 'Save it as .docx or .xlsx without macros, or as PDF.'])] : []),
  ]
}

/** What no machine can look through is not let out unseen. */
const unseen = (of: DocumentFacts['unseen']): Finding[] => {
  if (of === undefined) return []
  if (of === 'old') return [no('unseen', ['旧格式 .xls 里的内容机器看不全，里面有没有个人信息查不出来', 'A machine sees an old .xls in part alone: whether it holds personal data cannot be told'], ['请在 Excel 或 WPS 里另存为 .xlsx 再选。', 'Save it as .xlsx in Excel or WPS and choose that.'])]
  if (of === 'whole') return [no('unseen', ['文件里的文字读不出来，有没有个人信息查不出来', 'Its text cannot be read: whether it holds personal data cannot be told'], ['请在 Word、Excel 或 WPS 里打开，另存一份再选。', 'Open it in Word, Excel or WPS, save a copy and choose that.'])]
  const pages = `${of.slice(0, 5).join('、')}${of.length > 5 ? ' 等' : ''}`
  return [no('unseen', [`第 ${pages} 页没有机器能读的文字（扫描件或图片），有没有个人信息查不出来`, `Page(s) ${of.slice(0, 5).join(', ')}${of.length > 5 ? ' and more' : ''} hold no text a machine can read (scanned, or pictures): whether they hold personal data cannot be told`],
    ['请换成由 Word 直接导出的 PDF；只能用扫描件的，由两个人逐页看过再放行。', 'Export the PDF from Word instead; where only the scan will do, two persons look through it and let it pass.'])]
}

const unreadable = (why: 'empty' | 'unknown' | 'broken' | 'bomb', looksLike: string | null): Finding => ({
  empty: no('empty', ['文件是空的，0 字节', 'The file is empty: 0 bytes'], ['请重新保存后再选。', 'Save it again and choose that file.']),
  unknown: no('kind', [looksLike === null ? '认不出这是什么文件' : `这是 ${looksLike} 文件，不能作附件`, looksLike === null ? 'This kind of file is not known' : `This is a ${looksLike} file, not an attachment`], ['附件须是 Word、Excel 或 PDF 文件；改扩展名不算，请在原软件里另存。', 'An attachment is a Word, Excel or PDF file; another ending does not make it one: save it from its own program.']),
  broken: no('broken', ['文件读不完整，可能已损坏', 'The file cannot be read to its end; it may be damaged'], ['请在 Word、Excel 或 WPS 里打开，另存一份再选。', 'Open it in Word, Excel or WPS, save a copy and choose that.']),
  bomb: no('bomb', ['文件展开后大得不正常，没有打开', 'Unpacked, the file would be abnormally large; it was not opened'], ['请另存一份正常的文件。', 'Save an ordinary copy.']),
})[why]

/** 发布后更换: units may have the version before, so they are told why there is another. */
export const judgeChange = (state: 'draft' | 'open' | 'closed', reason: string): Finding[] => {
  if (state === 'closed') return [no('closed', ['活动已经办结，附件不再更换', 'The campaign is closed: its attachments stand'], ['请在新一年的活动里更换。', 'Change them in the campaign of the new year.'])]
  if (state === 'draft' || [...reason.trim()].length >= LEAST_CHANGE_REASON) return []
  return [no('reason', ['活动已经发布，更换附件须写明理由', 'The campaign is open: a change of an attachment needs a reason'], [`请写明为什么更换（至少 ${LEAST_CHANGE_REASON} 个字），各单位会看到。`, `Say why (${LEAST_CHANGE_REASON} characters or more); the units read it.`])]
}
/** The same bytes again, or the product's own where it stands already. */
export const unchangedAttachment = (): Finding => no('same', ['与现在用的是同一份文件', 'This is the very file that is in use'], ['不用更换；要换请选改好的文件。', 'There is nothing to change; choose the file you changed.'])

/** A line of the list at the end of a notice. */
const LONGEST_TITLE = 60
/** A guard of the machine: a notice with more is no notice. */
const MOST_ADDED = 20

/** 另加一份: a title that no other attachment has. Empty: it may. */
export const judgeTitle = (title: Words, list: readonly Attachment[]): Finding[] => {
  const [length, twin] = [[...title.zh].length, list.find((a) => a.name.zh === title.zh)]
  return [
    ...(title.zh === '' || length > LONGEST_TITLE || [...title.en].length > LONGEST_TITLE * 2 ? [no('title', [title.zh === '' ? '没有名称' : `名称 ${length} 个字`, title.zh === '' ? 'There is no title' : `The title has ${length} characters`], [`请写 1 至 ${LONGEST_TITLE} 个字，如“填报说明”。`, `Give 1 to ${LONGEST_TITLE} characters, such as “How to fill in the form”.`])] : []),
    ...(twin === undefined ? [] : [no('titleTaken', [`已经有“${twin.name.zh}”`, `There is “${twin.name.en}” already`], ['请另取名称；要换那一份的文件，在它那里更换。', 'Choose another title; to change that file, replace it there.'])]),
    ...(list.filter((a) => a.added === 'here').length < MOST_ADDED ? [] : [no('tooMany', [`另加的附件已有 ${MOST_ADDED} 份`, `${MOST_ADDED} were added already`], ['请合并或去掉一些。', 'Put some together, or take some away.'])]),
  ]
}
