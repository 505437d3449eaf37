import type { Lack } from '#core/package/layout'
import type { ZipEntry } from '#documents/package/zip-records'
import type { FileAbout, NominationAbout } from '#documents/package/index-rows'
import type { Queries } from './database'
import { isApart } from './quarantine'

export type Which = 'one' | 'standing' | 'accepted' | 'own' | 'certificates'
export type PackageState = 'waiting' | 'making' | 'ready' | 'failed' | 'removed'

export interface PackageRow {
  readonly id: string
  readonly campaignId: string
  readonly nominationId: string | null
  readonly which: Which
  readonly accountId: string
  readonly organisationId: string
  readonly fileName: string
  readonly askedAt: number
  readonly contentBytes: number
  readonly writtenBytes: number
  readonly endsAt: number
  readonly madeAt: number | null
  readonly expiresAt: number | null
  readonly manifestSha256: string | null
  readonly failure: 'storageFull' | null
  readonly removedAt: number | null
  /** A file in it was set apart, perhaps while it was being written: it is given to nobody. */
  readonly isVoid: boolean
  readonly jobState: 'waiting' | 'running' | 'done' | 'failed'
  readonly done: number
  readonly total: number
}
const isVoid = `EXISTS (SELECT FROM package_files f WHERE f.package_id = p.id AND ${isApart('f')})`
const columns = `p.id, p.campaign_id AS "campaignId", p.nomination_id AS "nominationId", p.which, p.account_id AS "accountId", p.organisation_id AS "organisationId", p.file_name AS "fileName", p.asked_at AS "askedAt",
  p.content_bytes AS "contentBytes", p.written_bytes AS "writtenBytes", p.ends_at AS "endsAt", p.made_at AS "madeAt", p.expires_at AS "expiresAt", p.manifest_sha256 AS "manifestSha256", p.failure, p.removed_at AS "removedAt", ${isVoid} AS "isVoid",
  j.state AS "jobState", j.done, j.total`
const from = `packages p JOIN jobs j ON j.id = p.job_id`

export const stateOf = (p: PackageRow): PackageState => {
  if (p.removedAt !== null || p.isVoid) return 'removed'
  if (p.madeAt !== null) return 'ready'
  if (p.failure !== null || p.jobState === 'failed') return 'failed'
  return p.writtenBytes === 0 && p.jobState === 'waiting' ? 'waiting' : 'making'
}

export const readPackage = (q: Queries, id: string): Promise<PackageRow | undefined> => q.row<PackageRow>(`SELECT ${columns} FROM ${from} WHERE p.id = $1`, [id])

/** It is the person's alone, in the organisation and the campaign it was asked for. */
export const readOwnPackage = (q: Queries, id: string, own: { readonly campaignId: string; readonly accountId: string; readonly organisationId: string }): Promise<PackageRow | undefined> =>
  q.row<PackageRow>(`SELECT ${columns} FROM ${from} WHERE p.id = $1 AND p.campaign_id = $2 AND p.account_id = $3 AND p.organisation_id = $4`, [id, own.campaignId, own.accountId, own.organisationId])
export const listOwnPackages = (q: Queries, own: { readonly campaignId: string; readonly accountId: string; readonly organisationId: string }): Promise<PackageRow[]> =>
  q.rows<PackageRow>(`SELECT ${columns} FROM ${from} WHERE p.campaign_id = $1 AND p.account_id = $2 AND p.organisation_id = $3 AND p.removed_at IS NULL AND NOT ${isVoid} ORDER BY p.asked_at DESC, p.id DESC LIMIT 20`, [own.campaignId, own.accountId, own.organisationId])

export interface Asked extends Pick<PackageRow, 'id' | 'campaignId' | 'nominationId' | 'which' | 'accountId' | 'organisationId' | 'fileName' | 'contentBytes'> { readonly jobId: string; readonly nominationIds: readonly string[] }
export const insertPackage = async (tx: Queries, p: Asked): Promise<void> => {
  await tx.rows(`INSERT INTO packages (id, campaign_id, nomination_id, which, account_id, organisation_id, job_id, file_name, asked_at, content_bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, product_time(), $9)`,
    [p.id, p.campaignId, p.nominationId, p.which, p.accountId, p.organisationId, p.jobId, p.fileName, p.contentBytes])
  await tx.rows(`INSERT INTO package_nominations (package_id, ordinal, nomination_id) SELECT $1, i.n, i.id FROM unnest($2::uuid[]) WITH ORDINALITY i(id, n)`, [p.id, [...p.nominationIds]])
}

const wanted: Readonly<Record<Exclude<Which, 'one' | 'certificates'>, string>> = {
  standing: `n.state IN ('submitted','returned','accepted')`, accepted: `n.state = 'accepted'`, own: `n.unit_id = $2 AND n.state <> 'withdrawn'`,
}
/** In the order of the units' list. */
export const nominationsFor = (q: Queries, campaignId: string, which: Exclude<Which, 'one' | 'certificates'>, unitId: string): Promise<{ id: string }[]> =>
  q.rows(`SELECT n.id FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.campaign_id = $1 AND ($2::uuid IS NOT NULL) AND ${wanted[which]} ORDER BY o.code, n.created_at, n.id`, [campaignId, unitId])
export const materialBytes = async (q: Queries, nominationIds: readonly string[]): Promise<number> =>
  (await q.row<{ n: number }>(`SELECT coalesce(sum(bytes), 0)::bigint AS n FROM materials WHERE nomination_id = ANY($1) AND NOT ${isApart('materials')}`, [[...nominationIds]]))!.n

/** The next dossier that is not in. */
export const nextNomination = (q: Queries, id: string): Promise<{ ordinal: number; nominationId: string } | undefined> =>
  q.row(`SELECT ordinal, nomination_id AS "nominationId" FROM package_nominations WHERE package_id = $1 AND about IS NULL ORDER BY ordinal LIMIT 1`, [id])
export const keepNomination = (tx: Queries, id: string, ordinal: number, about: NominationAbout): Promise<unknown> => tx.rows(`UPDATE package_nominations SET about = $3 WHERE package_id = $1 AND ordinal = $2`, [id, ordinal, about])

export interface PackageFile { readonly path: string; readonly bytes: number; readonly sha256: string; readonly modified: number; readonly about: FileAbout | Record<string, never>; readonly entry: Pick<ZipEntry, 'crc' | 'at'> | null; readonly lack: Lack | null }
export const keepFiles = async (tx: Queries, id: string, ordinal: number | null, files: readonly PackageFile[]): Promise<void> => {
  const first = (await tx.row<{ n: number }>(`SELECT coalesce(max(number), 0)::int AS n FROM package_files WHERE package_id = $1`, [id]))!.n
  await tx.rows(
    `INSERT INTO package_files (package_id, number, ordinal, path, bytes, sha256, crc, at, modified_at, lack, about)
     SELECT $1, $2 + f.n, $3, f.path, f.bytes, f.sha256, f.crc, f.at, to_timestamp(f.modified / 1000.0), f.lack, f.about FROM jsonb_to_recordset($4::jsonb) f(n int, path text, bytes bigint, sha256 text, crc bigint, at bigint, modified double precision, lack text, about jsonb)`,
    [id, first, ordinal, JSON.stringify(files.map((f, i) => ({ n: i + 1, path: f.path, bytes: f.bytes, sha256: f.sha256, crc: f.entry?.crc ?? null, at: f.entry?.at ?? null, modified: f.modified, lack: f.lack, about: f.about })))])
}

export interface KeptFile extends ZipEntry { readonly number: number; readonly ordinal: number | null; readonly sha256: string; readonly lack: Lack | null; readonly about: FileAbout }
/** As they were written, a batch at a time: a large package never stands in memory. */
export async function* filesOf(q: Queries, id: string, which: 'written' | 'all' = 'all'): AsyncGenerator<KeptFile[]> {
  for (let after = 0; ;) {
    const batch = await q.rows<KeptFile>(`SELECT number, ordinal, path, bytes, sha256, crc, at, modified_at AS modified, lack, about FROM package_files WHERE package_id = $1 AND number > $2 ${which === 'written' ? 'AND lack IS NULL' : ''} ORDER BY number LIMIT 1000`, [id, after])
    if (batch.length > 0) yield batch
    if (batch.length < 1000) return
    after = batch.at(-1)!.number
  }
}
export const readLacking = (q: Queries, id: string): Promise<{ path: string; lack: Lack }[]> =>
  q.rows(`SELECT path, lack FROM package_files WHERE package_id = $1 AND lack IS NOT NULL ORDER BY number LIMIT 20`, [id])
export const nominationsIn = (q: Queries, id: string): Promise<{ ordinal: number; about: NominationAbout }[]> => q.rows(`SELECT ordinal, about FROM package_nominations WHERE package_id = $1 AND about IS NOT NULL ORDER BY ordinal`, [id])
export const sumsOf = async (q: Queries, id: string): Promise<{ files: number; bytes: number; lacking: number; nominations: number }> => (await q.row<{ files: number; bytes: number; lacking: number; nominations: number }>(
  `SELECT count(*) FILTER (WHERE lack IS NULL)::int AS files, coalesce(sum(bytes) FILTER (WHERE lack IS NULL), 0)::bigint AS bytes, count(*) FILTER (WHERE lack IS NOT NULL)::int AS lacking,
     (SELECT count(*)::int FROM package_nominations n WHERE n.package_id = $1) AS nominations FROM package_files WHERE package_id = $1`, [id]))!

export const setEnd = (tx: Queries, id: string, endsAt: number, writtenBytes: number): Promise<unknown> => tx.rows(`UPDATE packages SET ends_at = $2, written_bytes = $3 WHERE id = $1`, [id, endsAt, writtenBytes])
/** Seen by the page while a step is under way: on a connection of its own, and put right when the step commits. */
export const tellWritten = (q: Queries, id: string, writtenBytes: number): Promise<unknown> => q.rows(`UPDATE packages SET written_bytes = $2 WHERE id = $1 AND made_at IS NULL AND written_bytes < $2`, [id, writtenBytes])
/** Bytes of materials that were dealt with, by what was committed. */
export const contentDone = async (q: Queries, id: string): Promise<number> => (await q.row<{ n: number }>(`SELECT coalesce(sum(bytes), 0)::bigint AS n FROM package_files WHERE package_id = $1 AND about->>'original' <> ''`, [id]))!.n
/** What was written of it is not there any more: from the beginning. */
export const beginAgain = async (tx: Queries, id: string): Promise<void> => {
  await tx.rows(`DELETE FROM package_files WHERE package_id = $1`, [id])
  await tx.rows(`UPDATE package_nominations SET about = NULL WHERE package_id = $1`, [id])
  await setEnd(tx, id, 0, 0)
}
export const markMade = (tx: Queries, id: string, endsAt: number, manifest: string, keptDays: number): Promise<unknown> =>
  tx.rows(`UPDATE packages SET ends_at = $2, written_bytes = content_bytes, manifest_sha256 = $3, made_at = product_time(), expires_at = product_time() + make_interval(days => $4) WHERE id = $1`, [id, endsAt, manifest, keptDays])
export const markFailed = (tx: Queries, id: string, failure: NonNullable<PackageRow['failure']>): Promise<unknown> => tx.rows(`UPDATE packages SET failure = $2 WHERE id = $1`, [id, failure])

/** What lies ready or is being made with these bytes in it is given to nobody from here on; which they are. */
export const voidPackagesWith = async (tx: Queries, sha256: string): Promise<string[]> => (await tx.rows<{ id: string }>(
  `UPDATE packages SET removed_at = product_time() WHERE removed_at IS NULL AND id IN (SELECT package_id FROM package_files WHERE sha256 = $1) RETURNING id`, [sha256])).map((p) => p.id)

/** Whose time is over, that failed a day ago, or that hold what was set apart. */
export const packagesToRemove = (q: Queries): Promise<{ id: string; isVoid: boolean }[]> => q.rows(
  `SELECT p.id, ${isVoid} AS "isVoid" FROM ${from} WHERE p.removed_at IS NULL AND (p.expires_at <= product_time() OR ${isVoid} OR p.made_at IS NULL AND j.state IN ('done','failed') AND j.finished_at < clock_timestamp() - interval '1 day')`)
/** The row stays: that there was one, whose, and the hash of its manifest. */
export const markRemoved = async (q: Queries, id: string): Promise<void> => {
  await q.rows(`UPDATE packages SET removed_at = product_time() WHERE id = $1 AND removed_at IS NULL`, [id])
  await q.rows(`DELETE FROM package_files WHERE package_id = $1`, [id])
}
