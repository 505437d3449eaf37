/** Faces on a portrait, looked for in a worker, so that the page stays alive. */
import type { FaceMark } from '#core/materials/facts'
import type { FaceAnswer, FaceQuestion } from './face-worker'

/** Longer than any telephone takes. */
const patience = 20_000
let waiting: Promise<unknown> = Promise.resolve()
let worker: Worker | null = null

const ask = (question: FaceQuestion): Promise<FaceAnswer> => new Promise((resolve) => {
  worker ??= new Worker(new URL('./face-worker.ts', import.meta.url), { type: 'module' })
  const asked = worker
  const finish = (answer: FaceAnswer, alive: boolean) => {
    clearTimeout(clock)
    asked.onmessage = asked.onerror = null
    if (!alive) {
      asked.terminate()
      worker = null
    }
    resolve(answer)
  }
  const clock = setTimeout(() => finish({ faces: null }, false), patience)
  asked.onmessage = ({ data }: MessageEvent<FaceAnswer>) => finish(data, true)
  asked.onerror = () => finish({ faces: null }, false)
  asked.postMessage(question, [question.data])
})

/** @param picture its pixels are handed over and gone afterwards @returns null: not looked at; the server looks with its own eyes */
export const findFaces = (picture: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }): Promise<readonly FaceMark[] | null> => {
  const next = waiting.then(async () => (await ask({ data: picture.data.buffer as ArrayBuffer, width: picture.width, height: picture.height })).faces)
  waiting = next.catch(() => undefined)
  return next
}
