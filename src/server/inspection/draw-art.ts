/** A background or an emblem of an office, drawn anew: upright, in sRGB, without place or device. Runs in a child only. */
import sharp from 'sharp'
import { mostPixels } from '#media/image'
import type { ArtMade, ArtOrder } from './jobs'

const reading = { failOn: 'none', limitInputPixels: mostPixels, autoOrient: true } as const
/** As wide as a 4K screen; an emblem is never large. */
const widest = { background: 4096, emblem: 1024 } as const

export const drawArt = async (o: ArtOrder): Promise<ArtMade | null> => {
  const drawn = sharp(o.path, reading).toColourspace('srgb').resize({ width: widest[o.as], height: widest[o.as], fit: 'inside', withoutEnlargement: true })
  const made = await (o.as === 'background' ? drawn.flatten({ background: '#fff' }).jpeg({ quality: 88, chromaSubsampling: '4:4:4' }) : drawn.png()).toFile(o.to).catch(() => null)
  if (made === null) return null
  const pixels = await sharp(o.to).flatten({ background: '#fff' }).resize({ width: 400, height: 400, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').removeAlpha().raw().toBuffer()
  const tones = [0, 1, 2].map((channel) => pixels.filter((_, i) => i % 3 === channel).toSorted((a, b) => a - b))
  const at = (share: number) => tones.map((t) => t[Math.min(t.length - 1, Math.floor(t.length * share))]!) as unknown as ArtMade['low']
  return { width: made.width, height: made.height, low: at(0.01), high: at(0.99) }
}
