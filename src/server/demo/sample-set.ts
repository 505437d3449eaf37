import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { scannedPdf, wordFile } from './files/documents'
import { photo, portrait } from './files/pictures'
import { video } from './files/video'

const VERSION = 1
const PHOTOS = 14
const PORTRAITS = 16

export interface SampleFile { readonly path: string; readonly name: string }
export interface SampleSet { readonly photos: SampleFile[]; readonly portraits: SampleFile[]; readonly videos: SampleFile[]; pdf(kind: string): Promise<SampleFile>; word(kind: string): Promise<SampleFile> }

/** Real files made by the project, once for an installation and kept; a second start makes nothing. */
export const sampleSet = async (folder: string): Promise<SampleSet> => {
  const at = join(folder, `v${VERSION}`)
  await mkdir(at, { recursive: true })
  const make = async (name: string, content: () => Promise<Buffer>): Promise<SampleFile> => {
    const path = join(at, name)
    if (!existsSync(path)) {
      await writeFile(`${path}.new`, await content())
      await rename(`${path}.new`, path)
    }
    return { path, name }
  }
  const photos = await twoAtATime(Array.from({ length: PHOTOS }, (_, i) => () => make(`photo-${i}.jpg`, () => photo(`demo ${i}`))))
  const portraits = await twoAtATime(Array.from({ length: PORTRAITS }, (_, i) => () => make(`portrait-${i}.jpg`, () => portrait(`demo ${i}`))))
  const videos = await twoAtATime([0, 1].map((i) => () => make(`video-${i}.mp4`, () => (i === 0 ? video('demo 0', { seconds: 6, frameRate: 1 }) : video('demo 1', { seconds: 5, frameRate: 1, width: 1080, height: 1920 })))))
  return { photos, portraits, videos, pdf: (kind) => make(`${kind}.pdf`, () => scannedPdf(kind)), word: (kind) => make(`${kind}.docx`, () => wordFile('示例', [['材料', kind]])) }
}

const twoAtATime = async <T>(jobs: readonly (() => Promise<T>)[]): Promise<T[]> => {
  const results: T[] = []
  let next = 0
  const worker = async () => {
    for (let i = next++; i < jobs.length; i = next++) results[i] = await jobs[i]!()
  }
  await Promise.all([worker(), worker()])
  return results
}

/** A copy in the staging folder, as if it had just been uploaded. */
export const stage = async (file: SampleFile, to: string): Promise<void> => writeFile(to, await readFile(file.path))
