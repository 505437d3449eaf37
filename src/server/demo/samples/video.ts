/** 视频: a slow pan over a drawn scene, as a real H.264 film made by the WebAssembly encoder. */
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { chance } from './chance'
import { playSlower, toQuickTime, withoutDates } from './film-header'
import { sceneNames, sceneSvg, type SceneName } from './scenes/scene'

export interface VideoWanted {
  readonly scene?: SceneName
  readonly seconds?: number
  readonly width?: number
  readonly height?: number
  readonly container?: 'mp4' | 'mov'
  /** Coding costs by the frame: the length of the film is had by showing each longer. */
  readonly frames?: number
}

interface Encoder {
  width: number; height: number; frameRate: number; quantizationParameter: number; speed: number; groupOfPictures: number; outputFilename: string
  readonly FS: { readFile(name: string): Uint8Array; unlink(name: string): void }
  initialize(): void; addFrameYuv(frame: Uint8Array): void; finalize(): void; delete(): void
}
/** Loaded when the first film is made. It hooks the process's last-resort handlers as it loads; those belong to the host, so its hooks are taken off again. */
const loadEncoder = (): { createH264MP4Encoder(): Promise<Encoder> } => {
  const events = ['uncaughtException', 'unhandledRejection'] as const
  const before = events.map((event) => new Set<unknown>(process.listeners(event as 'uncaughtException')))
  const loaded = createRequire(import.meta.url)('h264-mp4-encoder') as { createH264MP4Encoder(): Promise<Encoder> }
  events.forEach((event, i) => {
    for (const listener of process.listeners(event as 'uncaughtException')) if (before[i]?.has(listener) === false) process.removeListener(event, listener)
  })
  return loaded
}

/** Up to 12 s two frames a second; a longer film is near a still picture. The same seed gives the same bytes. */
export const video = async (seed: string, wanted: VideoWanted = {}): Promise<Buffer> => {
  const { width = 1920, height = 1080, seconds = 10, container = 'mp4' } = wanted
  const frames = wanted.frames ?? (seconds <= 12 ? Math.round(seconds * 2) : 12)
  const travel = width > height ? [Math.round(width / 16) * 2, 0] as const : [0, Math.round(height / 16) * 2] as const
  const scene = wanted.scene ?? chance(`video ${seed}`).pick(sceneNames)
  const planes = await planesOf(sceneSvg(seed, scene, Math.ceil((width + travel[0]) / 2), Math.ceil((height + travel[1]) / 2)), width + travel[0], height + travel[1])
  const encoder = await loadEncoder().createH264MP4Encoder()
  Object.assign(encoder, { width, height, frameRate: 1, quantizationParameter: 26, speed: 10, groupOfPictures: 20, outputFilename: 'film.mp4' })
  encoder.initialize()
  for (let i = 0; i < frames; i++) {
    const share = frames < 2 ? 0 : i / (frames - 1)
    encoder.addFrameYuv(window(planes, even(travel[0] * share), even(travel[1] * share), width, height))
  }
  encoder.finalize()
  const film = Buffer.from(encoder.FS.readFile('film.mp4'))
  encoder.FS.unlink('film.mp4')
  encoder.delete()
  const timed = playSlower(withoutDates(film), seconds / frames)
  return container === 'mov' ? toQuickTime(timed) : timed
}

const even = (n: number): number => Math.round(n / 2) * 2

interface Planes { readonly width: number; readonly height: number; readonly y: Uint8Array; readonly u: Uint8Array; readonly v: Uint8Array }

/** The whole picture once as BT.601 planes with half-size colour; every frame is then a window of it, copied row by row. */
const planesOf = async (svg: string, width: number, height: number): Promise<Planes> => {
  const rgb = await sharp(Buffer.from(svg)).removeAlpha().resize(width, height, { fit: 'fill' }).raw().toBuffer()
  const [half, halfHeight] = [width / 2, height / 2]
  const planes = { width, height, y: new Uint8Array(width * height), u: new Uint8Array(half * halfHeight), v: new Uint8Array(half * halfHeight) }
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = (row * width + column) * 3
      const [r, g, b] = [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0]
      planes.y[row * width + column] = 16 + (65.738 * r + 129.057 * g + 25.064 * b) / 256
      if (row % 2 === 1 || column % 2 === 1) continue
      const colour = (row / 2) * half + column / 2
      planes.u[colour] = 128 + (-37.945 * r - 74.494 * g + 112.439 * b) / 256
      planes.v[colour] = 128 + (112.439 * r - 94.154 * g - 18.285 * b) / 256
    }
  return planes
}

const window = (p: Planes, left: number, top: number, width: number, height: number): Uint8Array => {
  const frame = new Uint8Array((width * height * 3) / 2)
  let to = 0
  const copy = (plane: Uint8Array, stride: number, x: number, y: number, w: number, h: number): void => {
    for (let row = 0; row < h; row++, to += w) frame.set(plane.subarray((y + row) * stride + x, (y + row) * stride + x + w), to)
  }
  copy(p.y, p.width, left, top, width, height)
  copy(p.u, p.width / 2, left / 2, top / 2, width / 2, height / 2)
  copy(p.v, p.width / 2, left / 2, top / 2, width / 2, height / 2)
  return frame
}
