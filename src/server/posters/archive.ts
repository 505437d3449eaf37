/** A set as one zip: a folder for each size, streamed from where the files lie; pictures are packed already and stored as they are. */
import { createReadStream } from 'node:fs'
import type { PosterSize } from '#core/publicity/poster/sizes'
import { sizeOf } from '#core/publicity/poster/sizes'
import type { Services } from '../services'
import { streamedZip, type ZipEntry } from '../streamed-zip'
import type { PosterRow } from '../store/posters'

const safe = (text: string): string => text.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
export const designNames = { a: '留白', b: '竖排', c: '朱' } as const
export const posterName = (p: Pick<PosterRow, 'name' | 'design' | 'templateName'>, size: PosterSize): string => `${safe(p.name)}-${p.templateName === null ? designNames[p.design] : safe(p.templateName)}-${safe(size.name.zh)}.${size.made}`

export async function* archiveOf({ blobs }: Pick<Services, 'blobs'>, posters: readonly PosterRow[]): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = []
  const taken = new Set<string>()
  for (const p of posters) {
    const size = sizeOf(p.size)
    const name = posterName(p, size)
    // Two people of one name: each has a file.
    let path = `${safe(size.name.zh)}/${name}`
    for (let n = 2; taken.has(path); n++) path = `${safe(size.name.zh)}/${name.replace(/(\.\w+)$/u, `-${n}$1`)}`
    taken.add(path)
    const from = await blobs.local(p.sha256!)
    entries.push({ path, size: p.bytes!, mtime: new Date(p.madeAt!), open: async () => createReadStream(from) })
  }
  yield* streamedZip(entries)
}
