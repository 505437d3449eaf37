import type { ImageFacts } from '#core/materials/facts'
import type { ByteSource } from './byte-source'
import { ByteWindow } from './byte-window'
import { looksEnlarged, squaresOf } from './enlarged'
import { readHeic } from './heic'
import type { HostDecoders, WantedPixels } from './host-decoders'
import type { ImageStructure } from './image-structure'
import { readJpeg } from './jpeg'
import { leftToHost, readBmp, readGif, readWebp } from './plain-images'
import { readPng } from './png'
import { Unreadable } from './unreadable'

/**
 * More pixels than any camera of a campaign makes; beyond it nothing is decoded (a 776 KB PNG can unpack to 1 GB).
 * A guard of the machine, not a limit of a notice.
 */
export const mostPixels = 120_000_000

const structures: Record<ImageFacts['format'], (w: ByteWindow) => Promise<ImageStructure>> = {
  jpeg: readJpeg, png: readPng, webp: readWebp, gif: readGif, bmp: readBmp, tiff: leftToHost, heic: readHeic,
}

/** Structure by our own code, pixels by the host's decoder; a picture that does not end is never called decodable. */
export const readImage = async (
  source: ByteSource,
  format: ImageFacts['format'],
  host: HostDecoders,
  want: Omit<WantedPixels, 'squares'>,
): Promise<ImageFacts> => {
  const structure = await structures[format](new ByteWindow(source, format))
  if (structure.width * structure.height > mostPixels) throw new Unreadable('bomb', format)
  const { orientation = 1, colour, animated = false, place = false } = structure
  // What compression took away says nothing of the picture.
  const squares = structure.gentle === false || animated ? [] : squaresOf(structure.width, structure.height)
  const decoded = structure.ends ? await host.decodeImage(source, format, { ...want, squares }) : null
  return {
    kind: 'image',
    format,
    name: source.name,
    bytes: source.size,
    width: structure.width || decoded?.width || 0,
    height: structure.height || decoded?.height || 0,
    decodes: structure.ends ? (decoded?.ok ?? null) : false,
    trailingBytes: structure.trailingBytes,
    border: decoded?.ok === true ? decoded.border : null,
    orientation, animated, place,
    ...(colour && { colour }), ...(structure.metadataBytes !== undefined && { metadataBytes: structure.metadataBytes }),
    enlarged: decoded?.squares === undefined || decoded.squares.length === 0 ? null : looksEnlarged(decoded.squares),
    ...(want.faces && { faces: decoded?.ok === true ? decoded.faces ?? null : null }),
  }
}
