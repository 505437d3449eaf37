/** What ffmpeg is told, word by word. Each file is named by us and stands behind `file:`, so that no name is taken for an option, an address or a list. */
import type { VideoFacts } from '#core/materials/facts'
import type { ConvertedFilm } from '#core/materials/made-fit'

export interface FfmpegOrder {
  readonly from: string
  readonly to: string
  readonly facts: Pick<VideoFacts, 'sound' | 'range'>
  readonly film: ConvertedFilm
  readonly threads: number
  readonly mapsTones: boolean
}

/** Below it nothing is seen; above it files only grow. */
const QUALITY = 20
const SOUND_BITS = 160_000
const curves = { hlg: 'arib-std-b67', pq: 'smpte2084' } as const

/**
 * Read as MP4/MOV and as nothing else, from the disk alone: a list of addresses under the name of a film opens nothing. The first picture and the first sound that plays;
 * turned as the file says, for good; place, device and chapters left out.
 */
export const ffmpegArguments = ({ from, to, facts, film, threads, mapsTones }: FfmpegOrder): string[] => [
  '-nostdin', '-hide_banner', '-nostats', '-loglevel', 'error', '-progress', 'pipe:1', '-stats_period', '1',
  '-protocol_whitelist', 'file', '-f', 'mov', '-threads', String(threads), '-i', `file:${from}`,
  '-map', '0:V:0', ...(facts.sound == null ? ['-an'] : ['-map', '0:a:0']), '-sn', '-dn', '-map_metadata', '-1', '-map_metadata:s:v', '-1', '-map_metadata:s:a', '-1', '-map_chapters', '-1',
  '-filter_threads', String(threads), '-vf', filters(film, facts.range ?? null, mapsTones),
  '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-crf', String(QUALITY), '-maxrate', String(film.bitsASecond), '-bufsize', String(film.bitsASecond * 2), '-threads', String(threads),
  // What plays everywhere is not coded a second time.
  ...(facts.sound == null ? [] : facts.sound === 'aac' ? ['-c:a', 'copy'] : ['-c:a', 'aac', '-b:a', String(SOUND_BITS), '-ac', '2']),
  '-movflags', '+faststart', '-f', 'mp4', `file:${to}`,
]

/** To its size, and where it is brighter than ordinary screens, to what they show. */
const filters = ({ width, height }: ConvertedFilm, range: VideoFacts['range'] & (string | null), mapsTones: boolean): string => {
  const size = `scale=${width}:${height}:flags=bicubic,setsar=1`
  if (range === null || !mapsTones) return `${size},format=yuv420p`
  return `${size},zscale=tin=${curves[range]}:pin=bt2020:min=bt2020nc:t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p`
}

/** Share done, 0–1, by the newest time it names; null: it named none. */
export const shareOf = (heard: string, seconds: number): number | null => {
  const last = heard.match(/^out_time_us=(\d+)$/gmu)?.at(-1)
  return last === undefined ? null : Math.min(1, Number(last.split('=')[1]) / 1_000_000 / Math.max(seconds, 0.001))
}
