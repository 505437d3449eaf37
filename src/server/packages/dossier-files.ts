/** The files of one dossier as they go into a package: the form as the product renders it, the receipts, every material byte by byte. All read at one moment. */
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { appraisalPdf } from '#documents/forms/appraisal-pdf'
import { sheetHashOf } from '#core/forms/content-hash'
import { APPRAISAL_ID, printedSheets } from '#core/forms/printed-sheets'
import { blocking } from '#core/kernel/finding'
import { stateNames } from '#core/nomination/state'
import { groupFolder, nominationFolder } from '#core/package/layout'
import { FolderNames } from '#core/package/safe-name'
import type { FileAbout, NominationAbout } from '#documents/package/index-rows'
import { paperOf } from '../forms/paper-of'
import { sheetOf } from '../appraisal-sheet'
import { paperFile, type PaperOf } from '../forms/sheet-file'
import { registerRows, type RegisterRow } from '../paper/register-view'
import { showFile } from '../queries/nominations'
import { receiptOfPaper, submissionReceipt } from '../receipts'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { readMaterials, type MaterialRow, type NominationRow } from '../store/nominations'

export type Source = { readonly kind: 'stored'; readonly sha256: string; readonly bytes: number } | { readonly kind: 'made'; readonly content: Uint8Array } | { readonly kind: 'unmade' }
export interface DossierFile { readonly path: string; readonly modified: number; readonly about: FileAbout; readonly source: Source }
export interface Dossier { readonly about: NominationAbout; readonly files: readonly DossierFile[] }

type Register = RegisterRow['register']
const own = (what: string, findings: readonly string[] = []): FileAbout => ({ what, original: '', receivedAt: null, findings, paper: '' })
/** What a renderer gives up on is told in its place, and the package goes on. */
const tried = (make: () => Promise<Uint8Array | null>): Promise<Uint8Array | 'unmade' | null> => make().catch(() => 'unmade' as const)

/** Null: there is no such nomination any more. */
export const dossierFiles = async (services: Services, nominationId: string, at: { readonly ordinal: number | null; readonly of: number; /** Whose package it is: a unit's holds nothing of what the office wrote for itself. */ readonly reader: string }): Promise<Dossier | null> => services.db.snapshot(async (q) => {
  const found = await paperOf(q, services, nominationId)
  if (found === null) return null
  const { row, paper } = found
  const [register] = await registerRows({ q, services }, [row.id])
  const folder = nominationFolder({ unit: row.unitName, candidate: row.candidateName, ...at })
  const names = new FolderNames()
  const files = [
    ...(row.offline === null ? await formFiles(row, paper, folder, names) : []),
    ...(row.offline === null ? await appraisalFiles(q, services, row, paper, { folder, names, own: row.unitId === at.reader }) : []),
    ...(await receipts(q, row, paper.definition, register!.register, folder, names)),
    ...materialFiles(folder, paper.definition, register!, await readMaterials(q, row.id)),
  ]
  return { files, about: { unit: row.unitName, candidate: row.candidateName, employer: String(row.fields['employer'] ?? ''), state: stateNames[row.state].zh, version: row.version, submittedAt: row.submittedAt, folder, paper: sayPaper(register!.register) } }
})

const formFiles = async (row: NominationRow, paper: PaperOf, folder: string, names: FolderNames): Promise<DossierFile[]> => {
  const sheet = printedSheets(paper.definition).find((s) => s.kind === 'form')
  if (sheet === undefined || paper.form === null) return []
  const files: DossierFile[] = []
  for (const format of ['pdf', 'docx'] as const) {
    // The office's own form that the product cannot fill in is filled in by the unit, and is among its materials.
    const findings = format === 'docx' ? blocking(paper.form.findings) : []
    const made = findings.length > 0 ? 'unmade' : await tried(async () => { const m = await paperFile(sheet, format, paper); return m.ok ? m.content : Promise.reject(new Error('not made')) })
    files.push({ path: `${folder}/${names.take(`${row.candidateName}_${sheet.name.zh}.${format}`)}`, modified: row.changedAt, about: own(`${sheet.name.zh}（填好的）`, findings.map((f) => f.what.zh)), source: sourceOf(made) })
  }
  return files
}
/** 考核调研表 as it stands, of the unit and of the office; words that were said in confidence are in none of them. */
const appraisalFiles = async (q: Queries, services: Services, row: NominationRow, paper: PaperOf, { folder, names, own: ofUnit }: { readonly folder: string; readonly names: FolderNames; readonly own: boolean }): Promise<DossierFile[]> => {
  const sheet = printedSheets(paper.definition).find((s) => s.kind === 'appraisal')
  const files: DossierFile[] = []
  const put = async (name: string, format: string, make: () => Promise<Uint8Array | null>) => { files.push({ path: `${folder}/${names.take(`${row.candidateName}_${name}.${format}`)}`, modified: row.changedAt, about: own(name), source: sourceOf(await tried(make)) }) }
  for (const format of ['pdf', 'docx'] as const) if (sheet !== undefined && paper.appraisal !== null) await put(sheet.name.zh, format, async () => { const m = await paperFile(sheet, format, paper); return m.ok ? m.content : Promise.reject(new Error('not made')) })
  const office = ofUnit ? null : await sheetOf(q, services, paper.definition, row, 'office')
  if (office !== null) await put('办公室考核调研表', 'pdf', () => appraisalPdf(office.sheet, { about: `考核调研表 · ${row.candidateName}`, foot: '', mark: { formId: row.id, version: row.version, contentHash: sheetHashOf({ id: APPRAISAL_ID, kind: 'appraisal' }, row.id, {}, office.hash) } }))
  return files
}
const sourceOf = (made: Uint8Array | 'unmade' | null): Source => (made === 'unmade' || made === null ? { kind: 'unmade' } : { kind: 'made', content: made })

const receipts = async (q: Queries, row: NominationRow, definition: ResolvedDefinition, register: Register, folder: string, names: FolderNames): Promise<DossierFile[]> => {
  const { at } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  const files: DossierFile[] = []
  for (const [what, made, modified] of [
    ['回执', await tried(() => submissionReceipt(definition, row)), row.receipt?.at ?? at],
    ['纸质材料回执', await tried(() => receiptOfPaper(definition, row, register, at)), at],
  ] as const) if (made !== null) files.push({ path: `${folder}/${names.take(`${row.candidateName}_${what}.pdf`)}`, modified, about: own(what), source: sourceOf(made) })
  return files
}

const materialFiles = (folder: string, definition: ResolvedDefinition, { register, printed }: RegisterRow & { readonly printed: Parameters<typeof showFile>[2] }, materials: readonly MaterialRow[]): DossierFile[] => {
  const folders = new Map<string, FolderNames>()
  return materials.map((m) => {
    const rule = ruleOf(definition, 'material', m.materialId)
    const place = groupFolder(rule?.group)
    const names = folders.get(place) ?? new FolderNames()
    folders.set(place, names)
    const due = register.papers.find((p) => p.materialId === m.materialId)
    const findings = showFile(definition, m, printed).findings.filter((f) => f.strength !== 'note').toSorted((a, b) => Number(a.strength !== 'block') - Number(b.strength !== 'block'))
    return {
      path: `${folder}/${place}/${names.take(m.name)}`, modified: m.receivedAt, source: { kind: 'stored', sha256: m.sha256, bytes: m.bytes },
      about: { what: rule?.name.zh ?? m.materialId, original: m.originalName, receivedAt: m.receivedAt, findings: findings.map((f) => f.what.zh), paper: due === undefined ? '' : `已收 ${due.received} / 应收 ${due.due}` },
    }
  })
}

const sayPaper = ({ papers, carrier }: Register): string => [
  ...(papers.length === 0 ? [] : [`纸质已收 ${papers.reduce((n, p) => n + Math.min(p.received, p.due), 0)} / 应收 ${papers.reduce((n, p) => n + p.due, 0)} 份`]),
  ...(carrier === null ? [] : [`光盘或U盘${carrier.received ? '已收' : '未收'}`]),
].join('，')
