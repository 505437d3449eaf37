/** Looks for faces beside the page; the worker and its network (229 kB, our own host) are fetched when the first portrait comes. */
import address from '@mediapipe/face_detection/face_detection_short_range.tflite?url'
import type { FaceMark } from '#core/materials/facts'
import { detectFaces } from '#media/face/detect-faces'
import { readNetwork, type Network } from '#media/face/tflite'

/** What the page asks and gets: pixels in, faces out; null where the network could not be had. */
export interface FaceQuestion { readonly data: ArrayBuffer; readonly width: number; readonly height: number }
export interface FaceAnswer { readonly faces: readonly FaceMark[] | null }

let network: Promise<Network> | undefined
const load = async (): Promise<Network> => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`the network of faces: ${answer.status}`)
  return readNetwork(new Uint8Array(await answer.arrayBuffer()))
}

const look = async ({ data, width, height }: FaceQuestion): Promise<FaceAnswer> => {
  // A line that broke once may hold the next time.
  network ??= load().catch((error: unknown) => { network = undefined; throw error })
  return { faces: detectFaces(await network, { data: new Uint8ClampedArray(data), width, height }) }
}

addEventListener('message', ({ data }: MessageEvent<FaceQuestion>) => {
  void look(data).catch((): FaceAnswer => ({ faces: null })).then((answer) => postMessage(answer))
})
