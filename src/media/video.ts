import { CustomSource, EncodedPacketSink, Input, MP4, QTFF, type InputTrack, type InputVideoTrack } from 'mediabunny'
import type { VideoFacts } from '#core/materials/facts'
import type { ByteSource } from './byte-source'
import { latin, u32be } from './byte-window'
import { endOfSamples } from './sample-table'
import { Unreadable } from './unreadable'

/** Guards of the machine: an index of sane recordings is a few MB, and nobody films with so many tracks. */
const mostIndexBytes = 64 * 1024 * 1024
const mostTracks = 32
const mostBoxes = 4096

interface Boxes {
  readonly brand: string
  /** Where the index lies. */
  readonly index: { readonly at: number; readonly length: number } | null
  /** A box claims bytes beyond the end of the file. */
  readonly cutOff: boolean
}

/** Top-level boxes (ISO/IEC 14496-12): brand, whether an index is there and of a size one may read, and whether the file stops inside a box. */
const walkBoxes = async (source: ByteSource): Promise<Boxes> => {
  let brand = 'qt  '
  let index: Boxes['index'] = null
  let at = 0
  for (let n = 0; n < mostBoxes && at + 8 <= source.size; n++) {
    const b = await source.read(at, 16)
    const type = latin(b, 4, 8)
    const short = u32be(b, 0)
    const length = short === 1 ? u32be(b, 8) * 0x1_0000_0000 + u32be(b, 12) : short === 0 ? source.size - at : short
    // What follows the last box and is none was appended; a box itself that is too long was cut.
    if (length < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(type)) break
    if (type === 'ftyp') brand = latin(b, 8, 12)
    if (type === 'moov') {
      if (length > mostIndexBytes) throw new Unreadable('bomb', 'mp4')
      index = { at, length }
    }
    at += length
  }
  return { brand, index, cutOff: at > source.size }
}

/** An index of this size is read once and held: everything else that is asked of it costs no further reading. */
const mostHeld = 4 * 1024 * 1024
const holdingIndex = async (source: ByteSource, { at, length }: NonNullable<Boxes['index']>): Promise<ByteSource> => {
  if (length > mostHeld) return source
  const held = await source.read(at, length)
  return { name: source.name, size: source.size, read: (offset, n) => (offset >= at && offset + n <= at + held.length ? Promise.resolve(held.subarray(offset - at, offset - at + n)) : source.read(offset, n)) }
}

const containerOf = (brand: string): VideoFacts['container'] => {
  if (brand === 'qt  ') return 'mov'
  return /^3g|^f4v|^M4A|^crx|^jp/i.test(brand) ? 'other' : 'mp4'
}

/** The last packet; with its data where the tables of the index could not tell that it is there: what a cut-off file cannot give. */
const lastPacket = async (track: InputTrack, withData: boolean): Promise<{ end: number } | null> => {
  try {
    const packet = await new EncodedPacketSink(track).getPacket(Infinity, { metadataOnly: !withData })
    return packet && (!withData || packet.data.byteLength > 0) ? { end: packet.timestamp + packet.duration } : null
  } catch {
    return null
  }
}

/** Counted over its first frames: all of a film would take as long as the film is. */
const framesCounted = 240
const framesASecond = async (track: InputTrack): Promise<number | null> => {
  try {
    const { averagePacketRate } = await track.computePacketStats(framesCounted)
    return Number.isFinite(averagePacketRate) && averagePacketRate > 0 ? Math.round(averagePacketRate * 100) / 100 : null
  } catch {
    return null
  }
}

/** As the index states it: what only the pictures themselves would say is not looked for. */
const rangeOf = async (track: InputVideoTrack): Promise<'hlg' | 'pq' | null> => {
  const { transfer } = await track.getColorSpace()
  return transfer === 'hlg' || transfer === 'pq' ? transfer : null
}

const facts = async (source: ByteSource, input: Input, container: VideoFacts['container'], { cutOff, index }: Pick<Boxes, 'cutOff' | 'index'>): Promise<VideoFacts> => {
  const tracks = await input.getTracks()
  if (tracks.length > mostTracks) throw new Unreadable('bomb', container)
  const picture = await input.getPrimaryVideoTrack()
  if (!picture) throw new Unreadable('broken', container)
  const sound = await input.getPrimaryAudioTrack()
  const end = index === null || cutOff ? null : await endOfSamples(source, index.at, index.length)
  const last = await lastPacket(picture, end === null)
  const lastSound = sound ? await lastPacket(sound, end === null) : null
  // Measured at the packets; the length a header claims is not believed while they can be read.
  const seconds = last?.end ?? (await input.getDurationFromMetadata()) ?? 0
  return {
    kind: 'video',
    name: source.name,
    bytes: source.size,
    container,
    codec: await picture.getCodec(),
    width: await picture.getDisplayWidth(),
    height: await picture.getDisplayHeight(),
    seconds: Math.round(seconds * 1000) / 1000,
    fps: await framesASecond(picture),
    hasSound: sound !== null,
    sound: sound === null ? null : await sound.getCodec(),
    range: await rangeOf(picture),
    complete: !cutOff && (end ?? 0) <= source.size && last !== null && (sound === null || lastSound !== null),
  }
}

/** Reads the index and the last packets of an MP4 or MOV, not the film. */
export const readVideo = async (file: ByteSource): Promise<VideoFacts> => {
  const { brand, ...boxes } = await walkBoxes(file)
  const container = containerOf(brand)
  if (boxes.index === null) throw new Unreadable('broken', container)
  const source = await holdingIndex(file, boxes.index)
  const input = new Input({
    formats: [MP4, QTFF],
    source: new CustomSource({ getSize: () => source.size, read: (start, end) => source.read(start, end - start) }),
  })
  try {
    return await facts(source, input, container, boxes)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('broken', container)
  } finally {
    input.dispose()
  }
}
