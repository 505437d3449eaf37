/** Pixels of a HEIC, decoded in a worker, so that the page stays alive; the worker and its 2 MB are fetched when the first HEIC comes. */
import type { HeicAnswer } from './heic-worker'

/** Longer than any telephone's picture takes. */
const patience = 30_000
let waiting: Promise<unknown> = Promise.resolve()
let worker: Worker | null = null

const ask = (bytes: ArrayBuffer): Promise<HeicAnswer> => new Promise((resolve) => {
  worker ??= new Worker(new URL('./heic-worker.ts', import.meta.url), { type: 'module' })
  const asked = worker
  const finish = (answer: HeicAnswer, alive: boolean) => {
    clearTimeout(clock)
    asked.onmessage = asked.onerror = null
    if (!alive) {
      asked.terminate()
      worker = null
    }
    resolve(answer)
  }
  const clock = setTimeout(() => finish({ pixels: null }, false), patience)
  asked.onmessage = ({ data }: MessageEvent<HeicAnswer>) => finish(data, true)
  asked.onerror = () => finish({ pixels: null }, false)
  asked.postMessage(bytes, [bytes])
})

/** Pixels as displayed; null where they cannot be decoded. One at a time: each takes much memory. */
export const decodeHeic = (file: Blob): Promise<ImageData | null> => {
  const next = waiting.then(async () => {
    const { pixels } = await ask(await file.arrayBuffer())
    return pixels === null ? null : new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height)
  })
  waiting = next.catch(() => undefined)
  return next
}
