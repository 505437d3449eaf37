/** Faces, by the network that lies in its package; nothing is fetched. Runs in the inspection child only. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { FaceMark } from '#core/materials/facts'
import { detectFaces } from '#media/face/detect-faces'
import { readNetwork, type Network } from '#media/face/tflite'
import type { Picture } from '#media/paper/picture'

let network: Promise<Network> | undefined
const load = async (): Promise<Network> => readNetwork(await readFile(createRequire(import.meta.url).resolve('@mediapipe/face_detection/face_detection_short_range.tflite')))

/** @param picture no larger than `mostFacePixels` */
export const findFaces = async (picture: Picture): Promise<FaceMark[]> => detectFaces(await (network ??= load()), picture)
