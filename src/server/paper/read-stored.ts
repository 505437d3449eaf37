import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unreadablePaper, type PaperReading } from '#core/paper/reading'
import { ChildPool } from '../inspection/child-pool'
import { ask } from '../inspection/inspect-file'
import type { Services } from '../services'
import type { KeptPicture, KeptReading } from '../store/paper-readings'
import type { PaperRead } from './read-paper'

/** One child of its own: pages of one file never delay the inspection of what units hand in. */
const pool = new ChildPool({ children: 1, milliseconds: 30_000, residentBytes: 512 * 1024 * 1024 })

/** Reads a file in the child; its small pictures are handed to `keep` before their folder goes. null: the child gave up, died or was killed. */
const readInChild = async <T>(path: string, keep: (read: PaperRead, folder: string) => Promise<T>): Promise<T | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-paper-'))
  try {
    const outcome = await ask(pool, { kind: 'paper', path, to: folder })
    return outcome.kind === 'paper' ? await keep(outcome.read, folder) : null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Reads a stored file; pictures of it go to the store. */
export const readStored = async ({ blobs }: Pick<Services, 'blobs'>, sha256: string): Promise<KeptReading & { readonly milliseconds: number; readonly blobs: readonly { readonly sha256: string; readonly bytes: number }[] }> => {
  const kept = await readInChild(await blobs.local(sha256), async ({ reading, texts, pictures, milliseconds }, folder) => {
    const stored = []
    for (const p of pictures) stored.push({ page: p.page, seal: p.seal, ...(await blobs.put(await readFile(join(folder, p.file)))) })
    return { reading, texts, milliseconds, pictures: stored.map(({ page, seal, sha256: of }): KeptPicture => ({ page, seal, sha256: of })), blobs: stored.map(({ sha256: of, bytes }) => ({ sha256: of, bytes })) }
  })
  return kept ?? { reading: unreadablePaper, texts: [], pictures: [], milliseconds: 0, blobs: [] }
}

/** What stands on pages that are not kept. */
export const readingOf = async (path: string): Promise<PaperReading> => (await readInChild(path, ({ reading }) => Promise.resolve(reading))) ?? unreadablePaper

/** The codes on a photograph that is not kept. */
export const codesOf = async (path: string) => (await readingOf(path)).pages.flatMap((p) => p.codes)
