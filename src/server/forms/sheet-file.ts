/** One paper of a nomination as a file: the form in the office's own shape or ours, the sheets, the opinion; each page with its code. */
import { createHash } from 'node:crypto'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { sheetHashOf } from '#core/forms/content-hash'
import type { AppraisalSheet } from '#core/appraisal/sheet'
import { fillData } from '#core/forms/fill-data'
import { opinionOf } from '#core/forms/opinion'
import type { PrintedSheet } from '#core/forms/printed-sheets'
import { sayValue } from '#core/forms/values'
import type { Finding } from '#core/kernel/finding'
import { canonical } from '#core/kernel/canonical'
import type { Fields } from '#core/nomination/form'
import { blankForm, blankReport, blankSummary, summaryFields, type BlankTable } from '#documents/attachments/blank-sheets'
import { excelTable } from '#documents/attachments/excel-sheet'
import { wordTable } from '#documents/attachments/word-sheet'
import { opinionPdf } from '#documents/forms/opinion-pdf'
import { opinionWord } from '#documents/forms/opinion-word'
import { CODE_MM, fileCode, readableMark, type Marked } from '#documents/forms/page-mark'
import { tablePdf } from '#documents/forms/table-pdf'
import { nominationFormPdf } from '#documents/nomination-form'
import { appraisalPdf } from '#documents/forms/appraisal-pdf'
import { appraisalWord } from '#documents/forms/appraisal-word'
import { fillForm, type Done, type FormFile } from './form-child'
import { unreadable, type FormInForce } from './form-in-force'
import { Kept } from './kept'

export type Format = 'docx' | 'xlsx' | 'pdf'
export interface PaperOf {
  readonly definition: ResolvedDefinition
  readonly nominationId: string
  readonly version: number
  readonly unit: string
  readonly candidate: string
  readonly fields: Fields
  /** What an opinion says of the candidate, where that is less than the form knows; the code stays that of the whole form. */
  readonly told?: Fields
  /** Who seals an opinion, where that is known better than the notice says. */
  readonly issuer?: string
  /** All that the unit puts forward, in the order of its list: rows of the summary. */
  readonly listed: readonly Fields[]
  readonly portrait: { readonly sha256: string; readonly picture: Buffer } | null
  /** Of the form only. */
  readonly form: FormInForce | null
  /** Of the unit's appraisal, with the hash it was closed under; null: there is none to print. */
  readonly appraisal: { readonly hash: string | null; readonly sheet: AppraisalSheet } | null
}
export type Made = { readonly ok: true; readonly content: Uint8Array } | { readonly ok: false; readonly findings: readonly Finding[] }

const MOST_KEPT = 48_000_000
const kept = new Kept<Made>(MOST_KEPT, (m) => (m.ok ? m.content.byteLength : 500))

/** The same file for the same data; a change of any of it is another key. */
export const paperFile = (sheet: PrintedSheet, format: Format, p: PaperOf): Promise<Made> => kept.get(keyOf(sheet, format, p), () => make(sheet, format, p))

const keyOf = (sheet: PrintedSheet, format: Format, p: PaperOf): string => createHash('sha256').update(canonical({
  sheet: sheet.id, format, definition: p.definition.hash, nomination: p.nominationId, version: p.version, unit: p.unit, candidate: p.candidate, fields: p.fields, told: p.told ?? null, issuer: p.issuer ?? null, listed: sheet.kind === 'summary' ? [...p.listed] : [], appraisal: sheet.kind === 'appraisal' ? p.appraisal : null,
  portrait: p.portrait?.sha256 ?? null, form: p.form === null ? null : { file: p.form.file.made?.sha256 ?? p.form.file.sha256, corrections: p.form.corrections },
})).digest('hex')

export const markOf = (sheet: PrintedSheet, p: PaperOf): Marked => ({ formId: p.nominationId, version: p.version, contentHash: sheetHashOf(sheet, p.nominationId, p.fields, p.appraisal?.hash ?? null) })

const make = async (sheet: PrintedSheet, format: Format, p: PaperOf): Promise<Made> => {
  const mark = markOf(sheet, p)
  if (sheet.kind === 'form') return format === 'pdf' ? made(await formPdf(p, mark)) : filled(await fillOwn(p, mark))
  if (sheet.kind === 'opinion') {
    const opinion = { ...opinionOf(p.definition, sheet.id, p.told ?? p.fields), ...(p.issuer === undefined ? {} : { issuer: p.issuer }) }
    return format === 'pdf' ? made(await opinionPdf(opinion, { about: `${sheet.name.zh} · ${p.candidate}`, foot: '', mark })) : stamped(await opinionWord(opinion), mark)
  }
  if (sheet.kind === 'appraisal') {
    if (p.appraisal === null) throw new Error('no appraisal was read for this paper')
    return format === 'pdf' ? made(await appraisalPdf(p.appraisal.sheet, { about: `${sheet.name.zh} · ${p.candidate}`, foot: '', mark })) : stamped(await appraisalWord(p.appraisal.sheet), mark)
  }
  const table = tableOf(sheet, p)
  if (format === 'pdf') return made(await tablePdf(sheet.kind, table, { about: sheet.name.zh, mark }))
  return format === 'xlsx' ? made(await excelTable(table, { picture: await fileCode(mark), side: CODE_MM, readable: readableMark(mark) })) : stamped(await wordTable(table), mark)
}

const made = (content: Uint8Array): Made => ({ ok: true, content })
const filled = (done: Done<Buffer>): Made => (done.ok ? made(done.value) : { ok: false, findings: [unreadable(done.why)] })
const stampOf = async (mark: Marked) => ({ picture: await fileCode(mark), readable: readableMark(mark) })
/** A Word file with its code in the head of each page. */
export const stamped = async (content: Uint8Array, mark: Marked): Promise<Made> => filled(await fillForm({ content }, { places: [], data: { places: {}, tags: {}, portraitTags: [] }, portrait: null, stamp: await stampOf(mark) }))

const tableOf = (sheet: PrintedSheet, p: PaperOf): BlankTable => {
  if (sheet.kind === 'report') return blankReport(p.definition, sheet.name.zh, { unit: p.unit, rows: [] })
  return blankSummary(p.definition, sheet.name.zh, { unit: p.unit, rows: p.listed.map((fields) => summaryFields(p.definition).map((f) => sayValue(p.definition, f, fields))) })
}

const formPdf = (p: PaperOf, mark: Marked): Promise<Uint8Array> => nominationFormPdf({
  form: blankForm(p.definition, '推荐表'), unit: p.unit, candidate: p.candidate, mark, ...(p.portrait === null ? {} : { portrait: p.portrait.picture }),
  values: Object.fromEntries(rulesOf(p.definition, 'formField').map((f) => [f.field, sayValue(p.definition, f, p.fields)])),
})

const fillOwn = async (p: PaperOf, mark: Marked | null): Promise<Done<Buffer>> => {
  if (p.form === null || p.form.reading === null) return { ok: false, why: 'broken' }
  return fillWith(p.form.source, p.form, p, mark)
}
/** @param mark null for an example, which is nobody's */
export const fillWith = async (source: FormFile, form: FormInForce, p: Pick<PaperOf, 'definition' | 'fields' | 'unit' | 'portrait'>, mark: Marked | null): Promise<Done<Buffer>> => fillForm(source, {
  places: form.reading?.places ?? [], data: fillData(p.definition, form.reading!, { fields: p.fields, unit: p.unit, campaign: p.definition.name.zh }),
  portrait: p.portrait === null ? null : { picture: p.portrait.picture, ...(blankForm(p.definition, '').portrait ?? { width: 35, height: 45 }) }, stamp: mark === null ? null : await stampOf(mark),
})
