/** Writes a package, dossier after dossier, and at the end its index, its manifest and its records. What a step wrote holds when the step commits; a process that dies in between leaves nothing but room. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { KEPT_DAYS, outside, type Lack } from '#core/package/layout'
import { indexList } from '#documents/package/index-list'
import { indexPage } from '#documents/package/index-page'
import type { IndexHead, IndexNomination } from '#documents/package/index-rows'
import { listExcel } from '#documents/lists/list-excel'
import { isSpoilt } from '../blobs/blobs'
import { diskFull } from '../blobs/disk-blobs'
import type { Services } from '../services'
import { markDamaged } from '../store/blobs'
import { definitionOfCampaign } from '../store/campaigns'
import type { Queries } from '../store/database'
import { beginAgain, contentDone, filesOf, keepFiles, keepNomination, markFailed, markMade, nextNomination, nominationsIn, setEnd, sumsOf, tellWritten, type KeptFile, type PackageFile, type PackageRow } from '../store/packages'
import { certificateFiles } from './certificate-files'
import { dossierFiles, type DossierFile } from './dossier-files'
import { ZipOnDisk } from './zip-on-disk'

/** As much at once as a kill may waste, and short enough that scans which wait come next. */
const STEP_BYTES = 256 << 20, STEP_MS = 2000
const TELL_MS = 500

export const packagePath = ({ packagesDir }: Pick<Services, 'packagesDir'>, id: string): string => join(packagesDir, `${id}.zip`)

/** The next dossiers, or the end; how many were dealt with, none when it is whole or was given up. */
export const writeSome = async (tx: Queries, p: PackageRow, services: Services): Promise<number> => {
  const path = packagePath(services, p.id)
  const zip = await ZipOnDisk.open(path, p.endsAt).catch((error: unknown) => { if (diskFull(error)) throw error; return null })
  if (zip === null) {
    await beginAgain(tx, p.id)
    await rm(path, { force: true })
    return 1
  }
  try {
    return await new Step(tx, p, services, zip, await contentDone(tx, p.id)).run()
  } catch (error) {
    if (!diskFull(error)) throw error
    await markFailed(tx, p.id, 'storageFull')
    await rm(path, { force: true })
    return 0
  } finally {
    await zip.close()
  }
}

class Step {
  readonly #begun = performance.now()
  #told = 0
  #content: number
  constructor(readonly tx: Queries, readonly p: PackageRow, readonly services: Services, readonly zip: ZipOnDisk, content: number) { this.#content = content }

  async run(): Promise<number> {
    const from = this.zip.end
    for (let n = 0; ;) {
      const next = await nextNomination(this.tx, this.p.id)
      if (next === undefined) return n > 0 ? this.#keep(n) : this.#finish()
      await this.#dossier(next.ordinal, next.nominationId)
      n++
      if (this.zip.end - from > STEP_BYTES || performance.now() - this.#begun > STEP_MS) return this.#keep(n)
    }
  }

  async #keep(n: number): Promise<number> {
    await this.zip.sync()
    await setEnd(this.tx, this.p.id, this.zip.end, this.#content)
    return n
  }

  async #dossier(ordinal: number, nominationId: string): Promise<void> {
    const dossier = this.p.which === 'certificates' ? await certificateFiles(this.services, nominationId, { ordinal }) : (await dossierFiles(this.services, nominationId, { ordinal: this.p.nominationId === null ? ordinal : null, of: this.p.total, reader: this.p.organisationId }))!
    const files: PackageFile[] = []
    for (const file of dossier.files) files.push(await this.#file(file))
    await keepFiles(this.tx, this.p.id, ordinal, files)
    await keepNomination(this.tx, this.p.id, ordinal, dossier.about)
  }

  async #file({ path, modified, about, source }: DossierFile): Promise<PackageFile> {
    const lacking = (lack: Lack, known: { bytes: number; sha256: string } = { bytes: 0, sha256: '' }): PackageFile => ({ path, modified, about, ...known, entry: null, lack })
    if (source.kind === 'unmade') return lacking('unmade')
    const place = { path, modified }
    if (source.kind === 'made') {
      const written = await this.zip.put([source.content], place)
      this.zip.keep(written)
      return { path, modified, about, bytes: written.bytes, sha256: written.sha256, entry: written, lack: null }
    }
    const before = this.#content
    const from = await this.services.blobs.local(source.sha256).catch(spoilt)
    const written = from === null ? 'spoilt' : await this.zip.copy(from, source.bytes, place, (n) => this.#tell(n)).catch(cannotRead)
    this.#content = before + source.bytes
    if (typeof written === 'object' && written.sha256 === source.sha256) {
      this.zip.keep(written)
      return { path, modified, about, bytes: written.bytes, sha256: written.sha256, entry: written, lack: null }
    }
    // Everybody who uses the file is told, as when the nightly reading had found it.
    await markDamaged(this.tx, source.sha256)
    return lacking(written === 'gone' ? 'gone' : 'damaged', source)
  }

  #tell(bytes: number): void {
    this.#content += bytes
    const now = performance.now()
    if (now - this.#told < TELL_MS) return
    this.#told = now
    void tellWritten(this.services.db, this.p.id, this.#content).catch(() => undefined)
  }

  async #finish(): Promise<number> {
    const { tx, p, zip, services } = this
    const at = (await tx.row<{ at: number }>(`SELECT product_time() AS at`))!.at
    const head = await headOf(tx, p, services, at)
    const beside = async (path: string, pieces: AsyncIterable<Uint8Array>) => {
      const written = await zip.put(pieces, { path, modified: at })
      zip.keep(written)
      await keepFiles(tx, p.id, null, [{ path, modified: at, about: {}, bytes: written.bytes, sha256: written.sha256, entry: written, lack: null }])
      return written.sha256
    }
    await beside(outside.page, indexPage(head, await nominationsIn(tx, p.id), indexOf(tx, p.id)))
    await beside(outside.list, listExcel(indexList(head, indexOf(tx, p.id))))
    const manifest = await beside(outside.sums, sumsFile(tx, p.id))
    await zip.finish(filesOf(tx, p.id, 'written'))
    await zip.sync()
    await markMade(tx, p.id, zip.end, manifest, KEPT_DAYS)
    return 0
  }
}

/** A store that is away is waited for; one that has other bytes than it was given is told. */
const spoilt = (error: unknown): null => {
  if (isSpoilt(error)) return null
  throw error
}
const cannotRead = (error: unknown): 'gone' | 'damaged' => {
  if (diskFull(error)) throw error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return 'gone'
  if (code === 'EIO' || code === 'EISDIR' || code === 'EACCES') return 'damaged'
  throw error
}

const headOf = async (q: Queries, p: PackageRow, services: Services, at: number): Promise<IndexHead> => {
  const definition = await definitionOfCampaign(q, services.definitions, p.campaignId)
  const who = (await q.row<{ name: string; organisation: string }>(`SELECT a.person_name AS name, o.name AS organisation FROM accounts a, organisations o WHERE a.id = $1 AND o.id = $2`, [p.accountId, p.organisationId]))!
  return { what: p.which === 'certificates' ? '荣誉证书' : '推荐材料', campaign: definition.name.zh, madeFor: `${who.organisation} ${who.name} `, at, ...(await sumsOf(q, p.id)), keptDays: KEPT_DAYS }
}

/** Nomination after nomination; files were written in that order. */
async function* indexOf(q: Queries, id: string): AsyncGenerator<IndexNomination> {
  const about = new Map((await nominationsIn(q, id)).map((n) => [n.ordinal, n.about]))
  let [ordinal, files]: [number | null, KeptFile[]] = [null, []]
  for await (const batch of filesOf(q, id)) for (const file of batch) {
    if (file.ordinal === null) continue
    if (ordinal !== null && file.ordinal !== ordinal) { yield { ordinal, about: about.get(ordinal)!, files }; files = [] }
    ordinal = file.ordinal
    files.push(file)
  }
  if (ordinal !== null) yield { ordinal, about: about.get(ordinal)!, files }
}

/** One line a file, as `sha256sum -c` reads it. */
async function* sumsFile(q: Queries, id: string): AsyncGenerator<Uint8Array> {
  for await (const batch of filesOf(q, id, 'written')) yield Buffer.from(batch.map((f) => `${f.sha256}  ${f.path}\n`).join(''))
}
