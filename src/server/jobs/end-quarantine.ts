/** What two persons decided about a file that was set apart, carried out. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { wipeFile } from '../blobs/wipe-file'
import { originalPath } from '../films/film-paths'
import { packagePath } from '../packages/write-package'
import { voidPath } from '../packages/wipe-void'
import type { Services } from '../services'
import type { Transaction } from '../store/database'
import { filmsWith, forgetBytes, lockQuarantine, packagesWith, setDone, type QuarantineRow } from '../store/quarantine'
import { letGo, wipe } from '../uploads/apart'
import type { Claimed, JobKind } from './kind'

const idOf = (job: Claimed): string => (job.payload as { readonly quarantineId: string }).quarantineId

/** Each part can be done again: cut off behind the disk and before the database, it comes to the same. */
export const endQuarantine: JobKind = {
  kind: 'endQuarantine',
  async step(tx, job, services) {
    const row = await lockQuarantine(tx, job.campaignId, idOf(job))
    if (row === undefined || row.confirmedAt === null || row.doneAt !== null) return 0
    if (row.decision === 'release') {
      await letGo(services, row.id)
      // From here on it is an upload whose last byte is in; whoever settles those knows that it was released.
      await tx.rows(`UPDATE uploads SET state = 'receiving', findings = '[]', settling_until = NULL WHERE id = $1 AND state = 'quarantined'`, [row.id])
      await setDone(tx, row.id, [])
      return 0
    }
    await tx.rows(`UPDATE uploads SET name = '—', findings = '[]' WHERE id = $1 OR nomination_id = $2 AND findings @> '[{"code":"secrecy.again"}]'`, [row.id, row.nominationId])
    await setDone(tx, row.id, await purge(tx, services, row))
    return 0
  },
  async deed(tx, job) {
    const row = (await lockQuarantine(tx, job.campaignId, idOf(job)))!
    return { chain: row.campaignId, act: 'secrecy.done', subject: { kind: 'nomination', id: row.nominationId }, data: { quarantine: row.id, decision: row.decision, removed: row.removed ?? [] } }
  },
}

/** What came by an upload never became a material, and nothing was made of it; what a person found later did. Both are looked for in every place. */
const purge = async (tx: Transaction, services: Services, { id, sha256 }: QuarantineRow): Promise<string[]> => {
  const films = (await filmsWith(tx, sha256)).map((film) => originalPath(services, film))
  const { referred, sums } = await forgetBytes(tx, sha256)
  await wipe(services, id)
  for (const sum of sums) await services.blobs.discard(sum)
  const packed = (await packagesWith(tx, sha256)).flatMap((p) => [packagePath(services, p), voidPath(services, p)])
  const left = [...packed, ...films, ...(await named(services.stagingDir, id)), ...(await named(services.viewsDir, sha256))]
  for (const path of left) await wipeFile(path)
  return ['bytes', ...(referred ? ['stored'] : []), ...(left.length > 0 ? ['copies'] : [])]
}
const named = async (folder: string, begin: string): Promise<string[]> => (await readdir(folder).catch(() => [])).filter((f) => f.startsWith(begin)).map((f) => join(folder, f))
