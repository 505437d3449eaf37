/** Which form a campaign's units fill in, and how the product reads it: its own, or a Word file that the office put in its place. */
import { FORM_ID } from '#core/campaign/attachments'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import type { Corrections } from '#core/forms/place'
import { readForm as readPlaces, type FormReading } from '#core/forms/reading'
import type { Spot } from '#core/forms/spot'
import { productFile, readAttachments, type FileInForce } from '../attachments'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { readCorrections } from '../store/form-places'
import { readForm, type Fault, type FormFile } from './form-child'
import { Kept } from './kept'
import type { OldWordFailure } from './old-word'

export interface FormInForce {
  readonly file: FileInForce
  readonly source: FormFile
  readonly corrections: Corrections
  /** Null: it is no Word file, or it cannot be read. */
  readonly spots: readonly Spot[] | null
  readonly reading: FormReading | null
  /** Why it is not read. */
  readonly findings: readonly Finding[]
}

/** Forms are few and small; a file is read once. */
const read = new Kept<Awaited<ReturnType<typeof readForm>>>(16_000_000, (r) => (r.ok ? JSON.stringify(r.value).length * 2 : 100))

/** Null: the campaign has no form. */
export const formInForce = async (q: Queries, services: Services, campaignId: string, d: ResolvedDefinition): Promise<FormInForce | null> => {
  const standing = (await readAttachments(q, campaignId, d)).find((s) => s.attachment.id === FORM_ID)
  const file = standing?.inForce
  if (file == null || standing === undefined) return null
  const filled = file.made?.sha256 ?? file.sha256
  const source: FormFile = file.by === 'product' ? { content: (await productFile(d, standing.attachment))!.content } : { path: await services.blobs.local(filled) }
  const none = { file, source, corrections: {}, spots: null, reading: null }
  if (file.format !== 'docx' && file.made === null) return { ...none, findings: [file.format === 'doc' ? oldWord(file.madeFailure, services.programs.soffice !== null) : notWord(file.format)] }
  const spots = await read.get(filled, () => readForm(source))
  if (!spots.ok) return { ...none, findings: [unreadable(spots.why)] }
  const corrections = file.by === 'product' ? {} : await readCorrections(q, campaignId, FORM_ID, file.sha256)
  const reading = readPlaces(d, spots.value, corrections)
  return { file, source, corrections, spots: spots.value, reading, findings: reading.findings }
}

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `form.${code}`, rule: null, at: { field: 'file' }, what, mend })
const saveAsNew = ['请在 Word 或 WPS 里打开，另存为 .docx，再更换一次。', 'Open it in Word or WPS, save it as .docx and replace it once more.'] as const
/** @param able this machine has a program for it by now */
const oldWord = (why: OldWordFailure | null, able: boolean): Finding => {
  if (why === 'heavy') return no('oldWordHeavy', ['这是旧版 Word（.doc），转换它用的时间或内存超过限度，已经停下', 'This is an old Word file (.doc); converting it took more time or memory than is allowed, and was stopped'], saveAsNew)
  if (why === 'broken') return no('oldWordBroken', ['这是旧版 Word（.doc），没有转成 .docx，产品填不了', 'This is an old Word file (.doc) that could not be converted, and the product cannot fill it in'], saveAsNew)
  return no('oldWord', ['这是旧版 Word（.doc），产品填不了', 'This is an old Word file (.doc), which the product cannot fill in'],
    able ? ['请再更换一次（选同一个文件就行），这次由服务器转成 .docx。', 'Replace it once more (the same file will do): the server converts it to .docx this time.'] : saveAsNew)
}
const notWord = (format: string): Finding =>
  no('notWord', [`这是 ${format.toUpperCase()} 文件，产品填不了`, `This is ${format.toUpperCase()}, which the product cannot fill in`], ['单位须下载后自己填写；要由产品填好，请换成 .docx。', 'Units have to fill it in themselves; give a .docx to have the product do it.'])

/** Also where filling in fails. */
export const unreadable = (why: Fault): Finding => ({
  broken: no('broken', ['这份 Word 文件读不出来，可能已损坏', 'The Word file cannot be read; it may be damaged'], ['请在 Word 或 WPS 里打开，另存一份 .docx 再更换。', 'Open it in Word or WPS, save a copy as .docx and replace it.']),
  bomb: no('bomb', ['文件展开后大得不正常，没有打开', 'Unpacked, the file would be abnormally large; it was not opened'], ['请另存一份正常的文件。', 'Save an ordinary copy.']),
  large: no('large', ['表格大得不正常：格子太多，或嵌套太深', 'The form is abnormally large: too many cells, or nested too deep'], ['请核对是不是选错了文件。', 'Check that it is the right file.']),
  tags: no('tagsBroken', ['表里的标记写得不完整，填不了', 'Tags in the form are incomplete'], ['请核对每个 {#…} 都有 {/…}，并且都在同一张表、同一段里。', 'Check that each {#…} has its {/…}, both in the same table or paragraph.']),
  heavy: no('heavy', ['打开这份文件用的时间或内存超过限度', 'Opening the file took more time or memory than is allowed'], ['请删去里面的大图片和多余内容，另存一份。', 'Delete large pictures and what is not needed, and save a copy.']),
})[why]
