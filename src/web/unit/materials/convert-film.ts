/** A film as MP4 of the size that is asked for, made in the browser by the machine's own coder: the sound is copied, place and device are left out. */
import { ALL_FORMATS, BlobSource, BufferTarget, Conversion, Input, Mp4OutputFormat, Output } from 'mediabunny'
import type { ConvertedFilm } from '#core/materials/made-fit'

export interface Converting {
  /** Null: this browser cannot do it without losing picture or sound. */
  readonly film: Promise<File | null>
  readonly stop: () => void
}

/** @param tell share done, 0–1 */
export const convertFilm = (file: File, { width, height, bitsASecond }: ConvertedFilm, tell: (share: number) => void): Converting => {
  let stopped = false
  let running: Conversion | null = null
  const make = async (): Promise<File | null> => {
    const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS })
    const target = new BufferTarget()
    const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target })
    // Turned for good: some players do not turn what the file says is lying.
    const conversion = await Conversion.init({ input, output, video: { width, height, fit: 'contain', codec: 'avc', bitrate: bitsASecond, allowTransformationMetadata: false }, tags: {}, showWarnings: false })
    // Nothing is left out in silence.
    const lost = conversion.discardedTracks.some(({ track }) => track.isVideoTrack() || track.isAudioTrack())
    if (!conversion.isValid || lost || stopped) return null
    running = conversion
    conversion.onProgress = tell
    await conversion.execute()
    return target.buffer === null ? null : new File([target.buffer], `${file.name.replace(/\.[^.]*$/u, '')}.mp4`, { type: 'video/mp4', lastModified: file.lastModified })
  }
  return {
    film: make().catch(() => null),
    stop: () => {
      stopped = true
      void running?.cancel().catch(() => undefined)
    },
  }
}
