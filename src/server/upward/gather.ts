/** The exact set of the level above, as it goes into an archive: every material byte by byte, the forms and sheets as they are printed, an index and the sums. */
import { createHash } from 'node:crypto'
import { printedSheets } from '#core/forms/printed-sheets'
import { finding, type Finding } from '#core/kernel/finding'
import type { Lack } from '#core/package/layout'
import type { Recommendation, SentFile, SentItem } from '#core/upward/contents'
import { fingerprintOf } from '#core/upward/fingerprint'
import { indexPage } from '#documents/package/index-page'
import type { IndexFile, IndexNomination } from '#documents/package/index-rows'
import { paperOf } from '../forms/paper-of'
import { paperFile } from '../forms/sheet-file'
import { dossierFiles } from '../packages/dossier-files'
import { wholeFields } from '../secret-fields'
import type { Services } from '../services'
import { KEPT_DAYS, type SentArchive } from '../store/archives'
import { definitionOfCampaign } from '../store/campaigns'
import { readMaterials, readNominationRow, type NominationRow } from '../store/nominations'
import { identityOf } from './identity'
import type { Source } from './write-archive'

export type Gathered = { readonly ok: true; readonly sources: readonly Source[]; readonly list: Recommendation } | { readonly ok: false; readonly findings: readonly Finding[] }

/** Parts by their number; the same bytes lie in an archive once. */
class Parts {
  readonly sources: Source[] = []
  readonly #known = new Map<string, number>()
  add(sha256: string, source: Source): number {
    const known = this.#known.get(sha256)
    if (known !== undefined) return known
    this.sources.push(source)
    this.#known.set(sha256, this.sources.length)
    return this.sources.length
  }
}
const sumOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

export const gather = async (services: Services, a: SentArchive): Promise<Gathered> => {
  const parts = new Parts()
  const items: SentItem[] = []
  const readable: Recommendation['readable'][number][] = []
  const index: IndexNomination[] = []
  const made = (path: string, content: Uint8Array): void => { const sha256 = sumOf(content); readable.push({ path, part: parts.add(sha256, { content }), bytes: content.byteLength, sha256 }) }
  for (const [i, id] of a.nominations.entries()) {
    const row = await readNominationRow(services.db, id)
    if (row === undefined || row.state !== 'submitted' || row.receipt === null) return { ok: false, findings: [moved(row?.candidateName ?? '')] }
    const files: SentFile[] = []
    for (const m of await readMaterials(services.db, id)) {
      if (m.facts.kind === 'unreadable') return { ok: false, findings: [damaged(row.candidateName, m.name)] }
      const part = parts.add(m.sha256, { path: await services.blobs.local(m.sha256), sha256: m.sha256 })
      files.push({ materialId: m.materialId, ordinal: m.ordinal, name: m.name, originalName: m.originalName, bytes: m.bytes, sha256: m.sha256, part, facts: m.facts, receivedAt: m.receivedAt })
    }
    items.push(itemOf(services, row, files))
    const dossier = (await dossierFiles(services, id, { ordinal: a.nominations.length === 1 ? null : i + 1, of: a.nominations.length, reader: row.unitId }))!
    for (const f of dossier.files) if (f.source.kind === 'made') made(f.path, f.source.content)
    index.push({ ordinal: i + 1, about: dossier.about, files: dossier.files.map((f): IndexFile => ({ path: f.path, lack: f.source.kind === 'unmade' ? 'unmade' satisfies Lack : null, about: f.about, ...sizeOf(f.source) })) })
  }
  for (const s of await sheetsOf(services, a)) made(s.path, s.content)
  const definition = await definitionOfCampaign(services.db, services.definitions, a.campaignId)
  const all = index.flatMap((n) => n.files)
  const head = { what: '推荐材料', campaign: definition.name.zh, madeFor: a.by, at: a.askedAt, nominations: index.length, files: all.length, bytes: all.reduce((n, f) => n + f.bytes, 0), lacking: all.filter((f) => f.lack !== null).length, keptDays: KEPT_DAYS }
  made('目录.html', await whole(indexPage(head, index, each(index))))
  made('SHA256SUMS', Buffer.from(all.filter((f) => f.lack === null).map((f) => `${f.sha256}  ${f.path}\n`).join('')))
  return { ok: true, sources: parts.sources, list: { kind: 'recommendation', sender: fingerprintOf(identityOf(services.keys).keys), items, readable } }
}

const itemOf = ({ keys }: Pick<Services, 'keys'>, row: NominationRow, files: readonly SentFile[]): SentItem => ({
  nominationId: row.id, version: row.version, candidateName: row.candidateName, fields: wholeFields(keys, row), answers: row.answers, rank: row.rank, submittedAt: row.submittedAt!, receipt: { position: row.receipt!.position, hash: row.receipt!.hash }, files: [...files],
})
const sizeOf = (s: { readonly kind: 'stored'; readonly sha256: string; readonly bytes: number } | { readonly kind: 'made'; readonly content: Uint8Array } | { readonly kind: 'unmade' }) =>
  (s.kind === 'stored' ? { sha256: s.sha256, bytes: s.bytes } : s.kind === 'made' ? { sha256: sumOf(s.content), bytes: s.content.byteLength } : { sha256: '', bytes: 0 })

/** 汇总表 of all that goes, as the level above has it. */
const sheetsOf = async (services: Services, a: SentArchive): Promise<{ path: string; content: Uint8Array }[]> => {
  const found = await paperOf(services.db, services, a.nominations[0]!)
  const sheet = found === null ? undefined : printedSheets(found.paper.definition).find((s) => s.kind === 'summary')
  if (found === null || sheet === undefined) return []
  const rows = await Promise.all(a.nominations.map(async (id) => wholeFields(services.keys, (await readNominationRow(services.db, id))!)))
  const made = await Promise.all((['xlsx', 'pdf'] as const).map(async (format) => ({ format, done: await paperFile(sheet, format, { ...found.paper, listed: rows }) })))
  return made.flatMap(({ format, done }) => (done.ok ? [{ path: `${sheet.name.zh}.${format}`, content: done.content }] : []))
}

async function* each(index: readonly IndexNomination[]): AsyncGenerator<IndexNomination> { yield* index }
const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = []
  for await (const p of pieces) all.push(p)
  return Buffer.concat(all)
}

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `upward.${code}`, rule: null, strength: 'block', what, mend })
const moved = (name: string): Finding => no('moved', [`${name}的推荐不在“已报送”`, `The nomination of ${name} is not submitted`], ['请先审签报送，再导出。', 'Seal and submit it first, then export.'])
const damaged = (name: string, file: string): Finding => no('damagedFile', [`${name}的“${file}”读不出来`, `“${file}” of ${name} cannot be read`], ['请重新上传这一份，再导出。', 'Upload it once more, then export.'])
