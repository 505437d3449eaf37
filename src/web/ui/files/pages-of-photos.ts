/** Photographed pages → the PDF that is handed in, made in the browser. */
import { pdfOfPhotos, type PagePhoto } from '#media/paper/photo-pdf'
import { asJpeg } from './upright'

export interface Page { readonly key: string; readonly file: File; /** Quarter turns to the right. */ readonly turns: number }

/** 300 dpi of A4; where that is too heavy, 200 dpi, then a little coarser. Signs stay readable in all of them. */
const tries = [{ longest: 3508, quality: 0.85 }, { longest: 2339, quality: 0.8 }, { longest: 2339, quality: 0.6 }] as const

/** @returns null where a page cannot be decoded */
export const pdfOfPages = async (pages: readonly Page[], name: string, maxBytes: number, tell: (done: number) => void): Promise<File | null> => {
  let made: File | null = null
  for (const how of tries) {
    const photos: PagePhoto[] = []
    for (const [i, { file, turns }] of pages.entries()) {
      const drawn = await asJpeg(file, { turns, ...how })
      if (drawn === null) return null
      photos.push({ jpeg: new Uint8Array(await drawn.blob.arrayBuffer()), width: drawn.width, height: drawn.height })
      tell(i + 1)
    }
    made = new File([pdfOfPhotos(photos)], name, { type: 'application/pdf' })
    if (made.size <= maxBytes) break
  }
  return made
}

/** Telephones name what they take by kind or at least by its ending. */
export const isPicture = (file: File): boolean => file.type.startsWith('image/') || /\.(?:jpe?g|png|webp|hei[cf])$/iu.test(file.name)
