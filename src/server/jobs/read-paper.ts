import { printedPlaces } from '../paper/printed-places'
import { readStored } from '../paper/read-stored'
import { keepReading, readReading } from '../store/paper-readings'
import type { JobKind } from './kind'

/** A stamped scan came in: its pages are read once, whoever sent the same bytes; those who look judge it by the definition and the version that hold then. */
export const readPaperJob: JobKind = {
  kind: 'readPaper',
  lane: 'files',
  async step(tx, { payload }, services) {
    const { sha256 } = payload as { readonly sha256: string }
    // Purged meanwhile: there is nothing to read. What is being read is purged when that is through.
    if ((await tx.row(`SELECT 1 FROM blobs WHERE sha256 = $1 FOR KEY SHARE`, [sha256])) === undefined) return 0
    if ((await readReading(tx, sha256))?.reading.state === 'read') return 0
    const { milliseconds, blobs, ...kept } = await readStored(services, sha256)
    if (blobs.length > 0) await tx.rows(`INSERT INTO blobs (sha256, bytes) SELECT DISTINCT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT DO NOTHING`, [blobs.map((b) => b.sha256), blobs.map((b) => b.bytes)])
    // Where its seals belong is looked for while the content still holds; without it the scan is judged as it is.
    const places = await printedPlaces(tx, services, kept.reading).catch(() => [])
    await keepReading(tx, sha256, places.length === 0 ? kept : { ...kept, reading: { ...kept.reading, places } }, milliseconds)
    // One attempt is all: what the reader gave up on is tried again when the same bytes are sent again.
    return 0
  },
}
