/** Files that are made while somebody waits: they hold rules and sheets, or a few words, and no dossier. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Download } from '#contract/operation'
import { safeName } from '#core/package/safe-name'
import type { Identity } from './identity'
import { writeArchive, type Outside, type Source } from './write-archive'

export const smallArchive = async (about: Outside, identity: Identity, contentKey: Uint8Array | null, parts: readonly Source[], list: unknown, name: string): Promise<Download & { readonly sha256: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-archive-'))
  try {
    const path = join(folder, 'file')
    const { sha256 } = await writeArchive(path, about, identity, contentKey, parts, Buffer.from(JSON.stringify(list)))
    return { content: await readFile(path), mediaType: 'application/octet-stream', fileName: `${safeName(name, 170)}.xuanshu`, inline: false, sha256 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
