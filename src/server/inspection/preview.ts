import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Facts } from '#core/materials/facts'
import { previewFile } from './inspect-file'

/** The picture pages show instead of the original: small, without metadata; null where there is nothing to see. */
export const makePreview = async (path: string, facts: Facts): Promise<Buffer | null> => {
  if (facts.kind !== 'image' && !(facts.kind === 'document' && facts.format === 'pdf' && !facts.encrypted)) return null
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-preview-'))
  try {
    const to = join(folder, 'preview.webp')
    return (await previewFile(path, to)) ? await readFile(to) : null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
