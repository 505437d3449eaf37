/** Facts of bytes in hand: the child gets them through a file of which nothing stays. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Facts } from '#core/materials/facts'
import { inspectFile } from './inspect-file'
import { noticePool } from './notice-pool'

export const inspectBytes = async (bytes: Uint8Array, name: string): Promise<Facts> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-sheet-'))
  try {
    const path = join(folder, 'sheet')
    await writeFile(path, bytes)
    return await inspectFile(path, name, {}, noticePool)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
