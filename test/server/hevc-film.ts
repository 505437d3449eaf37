/** Films as telephones write them, made by the ffmpeg of this machine where it is installed. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFfmpeg } from '#server/programs/find-programs'
import { noPrograms, type Programs } from '#server/programs/program'
import { turned } from '../corpus/films'

const found = await findFfmpeg(process.env)
/** Null: this machine has none. */
export const ffmpegHere: Programs | null = found.program === null ? null : { ...noPrograms, ffmpeg: found.program }
/** Said once a run by every file that leaves tests out for it. */
export const sayNoFfmpeg = (what: string): void => { if (ffmpegHere === null) console.warn(`${what}: no ffmpeg on this machine, so what it makes is not tried (Debian: apt-get install ffmpeg)`) }

export interface FilmWanted {
  readonly width?: number
  readonly height?: number
  readonly seconds?: number
  readonly fps?: number
  readonly sound?: 'aac' | 'pcm' | null
  readonly container?: 'mov' | 'mp4'
  /** As a telephone held upright writes it: pictures lying, and a note to turn them. */
  readonly upright?: boolean
  readonly hlg?: boolean
}

/** H.265 with place, device and chapters beside it. */
export const hevcFilm = async (wanted: FilmWanted = {}): Promise<Buffer> => {
  const { width = 2560, height = 1440, seconds = 1, fps = 10, sound = 'aac', container = 'mov', upright = false, hlg = false } = wanted
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-hevc-'))
  const to = join(folder, `film.${container}`)
  try {
    await run(['-f', 'lavfi', '-i', `testsrc2=s=${width}x${height}:r=${fps}:d=${seconds}`, ...(sound === null ? [] : ['-f', 'lavfi', '-i', `sine=frequency=440:d=${seconds}`]),
      '-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none:pools=1', '-tag:v', 'hvc1',
      ...(hlg ? ['-pix_fmt', 'yuv420p10le', '-color_primaries', 'bt2020', '-color_trc', 'arib-std-b67', '-colorspace', 'bt2020nc', '-movflags', '+write_colr'] : ['-pix_fmt', 'yuv420p']),
      ...(sound === 'aac' ? ['-c:a', 'aac', '-b:a', '96k'] : sound === 'pcm' ? ['-c:a', 'pcm_s16le'] : []),
      '-metadata', 'location=+31.2304+121.4737/', '-metadata', 'com.apple.quicktime.model=Example Phone', '-metadata:s:v', 'handler_name=Example Phone Video', to])
    const film = await readFile(to)
    return upright ? turned(film, 1) : film
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const run = (args: readonly string[]): Promise<void> => new Promise((resolve, reject) => {
  execFile(ffmpegHere!.ffmpeg!.file, ['-nostdin', '-v', 'error', '-y', ...args], (error, _, said) => (error === null ? resolve() : reject(new Error(`${error.message}\n${said}`))))
})
