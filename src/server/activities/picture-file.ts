import type { Download } from '#contract/operation'
import { absent } from '../handler'
import type { Services } from '../services'
import type { PhotoRow } from '../store/activities'

/** @param width in pixels: the narrowest picture at least so wide, else the widest there is */
export const pictureFile = async ({ blobs }: Pick<Services, 'blobs'>, { renditions }: Pick<PhotoRow, 'renditions'>, width: number): Promise<Download> => {
  const widths = Object.keys(renditions).map(Number).toSorted((a, b) => a - b)
  const chosen = renditions[String(widths.find((w) => w >= width) ?? widths.at(-1))]
  if (chosen === undefined) throw absent()
  return { content: { path: await blobs.local(chosen.sha256), bytes: chosen.bytes }, mediaType: 'image/webp', fileName: 'picture.webp', inline: true, tag: chosen.sha256.slice(0, 22) }
}
