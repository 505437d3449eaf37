/** A picture of a story in full size for the press: drawn anew in a child that may be killed, so that place, device and all else a file carries stay here. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderPicture } from '../inspection/inspect-file'
import type { Services } from '../services'
import type { PressPicture } from '../store/press-kits'
import type { MediaRow } from '../store/stories'

/** Null: it cannot be drawn. */
export const pressPicture = async ({ blobs }: Pick<Services, 'blobs'>, m: Pick<MediaRow, 'sha256' | 'width'>): Promise<PressPicture | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-press-'))
  try {
    const to = join(folder, 'picture.jpg')
    const size = await renderPicture(await blobs.local(m.sha256), to, m.width, 'jpeg')
    return size === null ? null : { ...(await blobs.put(await readFile(to))), ...size }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
