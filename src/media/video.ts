import { ALL_FORMATS, CustomSource, EncodedPacketSink, Input } from 'mediabunny'
import type { ByteSource } from './byte-source'

export interface VideoHeader { readonly container: 'mp4' | 'mov' | 'other'; readonly codec: string | null; readonly width: number; readonly height: number; readonly seconds: number; readonly hasSound: boolean; readonly complete: boolean }

/** Header facts of a film: kilobytes are read, whatever its size. The end is real only if its last packet can be read. */
export const readVideo = async (source: ByteSource): Promise<VideoHeader | null> => {
  const input = new Input({ formats: ALL_FORMATS, source: new CustomSource({ getSize: () => source.size, read: (start, end) => source.read(start, end - start) }) })
  try {
    const video = await input.getPrimaryVideoTrack()
    if (video === null) return null
    const format = (await input.getFormat()).name.toLowerCase()
    const [seconds, sound, last] = [await video.computeDuration(), await input.getPrimaryAudioTrack(), await lastPacket(video)]
    return {
      container: format.includes('quicktime') || format === 'mov' ? 'mov' : format.includes('mp4') ? 'mp4' : 'other', codec: video.codec,
      width: video.displayWidth, height: video.displayHeight, seconds, hasSound: sound !== null, complete: last,
    }
  } catch {
    return null
  } finally {
    input.dispose()
  }
}

const lastPacket = async (track: NonNullable<Awaited<ReturnType<Input['getPrimaryVideoTrack']>>>): Promise<boolean> => {
  const sink = new EncodedPacketSink(track)
  const packet = await sink.getPacket(Infinity).catch(() => null)
  return packet !== null && packet.data.byteLength > 0
}
