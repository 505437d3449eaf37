/** The bytes of a picture or film as somebody may see them: a picture at the width that is asked for, a film with its places blanked out. */
import { stat } from 'node:fs/promises'
import type { Download } from '#contract/operation'
import { absent } from '../handler'
import type { Services } from '../services'
import type { MediaRow } from '../store/stories'
import { blanksOf } from '../views/film-view'

/** @param width in pixels: the narrowest rendition at least so wide, else the widest there is */
export const fileOfMedia = async ({ blobs }: Pick<Services, 'blobs'>, m: MediaRow, width: number): Promise<Download> => {
  if (m.kind === 'film') {
    const path = await blobs.local(m.sha256)
    const [bytes, blanks] = await Promise.all([stat(path).then((s) => s.size), blanksOf(path, m.sha256)]).catch(() => { throw absent() })
    return { content: { path, bytes, blanks }, mediaType: 'video/mp4', fileName: 'film.mp4', inline: true, tag: m.sha256.slice(0, 22) }
  }
  const widths = Object.keys(m.renditions).map(Number).toSorted((a, b) => a - b)
  const chosen = widths.find((w) => w >= width) ?? widths.at(-1)
  if (chosen === undefined) throw absent()
  const made = m.renditions[String(chosen)]!
  return { content: { path: await blobs.local(made.sha256), bytes: made.bytes }, mediaType: 'image/webp', fileName: 'picture.webp', inline: true, tag: made.sha256.slice(0, 22) }
}
