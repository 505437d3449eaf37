/** One file for each refusal: every file is right but for one point, so that exactly this point can be the reason. */
import { mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { pdfOfPhotos } from '#media/paper/photo-pdf'
import { photo } from './photo'
import { portrait } from './portrait'
import { stampedPdf } from './scan'
import { video } from './video'

export interface BrokenFile {
  /** Name inside the folder; also what the person would have chosen. */
  readonly name: string
  readonly path: string
  /** Id of the material it would be handed in as, as the shipped definitions call it. */
  readonly material: 'photos' | 'portrait' | 'video' | 'nomination-form-word' | 'nomination-form-stamped'
  /** Code of the one finding that it must meet. */
  readonly expectedCode: string
  /** `warn`: shown to people, who decide; some telephones do append honest data. */
  readonly strength: 'block' | 'warn'
  /** The one point. */
  readonly fault: string
}

/** Larger than any material but a film may be; it takes no room on a disk that knows holes. */
const huge = 200_000_000

interface Planned extends Omit<BrokenFile, 'path' | 'strength'> { readonly strength?: 'warn'; readonly bytes: () => Promise<Buffer> | Buffer }

const fakeText = '推荐表\n姓名：沈若川（示例）\n'
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="#b9c4c9"/></svg>'
const form = { title: '推荐表（示例）', lines: ['本单位同意推荐。'], unit: '青陵市医学会（示例）' } as const

/** @param right files that are right, to be spoilt: made once, because photographs are dear */
const plan = (right: { readonly photo: Buffer; readonly pdf: Buffer; readonly film: Buffer }): Planned[] => [
  { name: 'truncated.jpg', material: 'photos', expectedCode: 'file.broken', fault: 'JPEG cut off after 2.1 MB', bytes: () => right.photo.subarray(0, 2_100_000) },
  { name: 'renamed-png.jpg', material: 'photos', expectedCode: 'file.renamed', fault: 'PNG bytes under a JPEG name', bytes: () => photo('broken', { scene: 'meeting', width: 1600, height: 1200, format: 'png' }) },
  { name: 'drawing.jpg', material: 'photos', expectedCode: 'file.renamed', fault: 'SVG text under a JPEG name', bytes: () => Buffer.from(svg) },
  { name: 'empty.jpg', material: 'photos', expectedCode: 'file.empty', fault: 'no byte', bytes: () => Buffer.alloc(0) },
  { name: 'small.jpg', material: 'photos', expectedCode: 'photo.tooSmall', fault: '1.4 MB', bytes: () => photo('broken', { scene: 'classroom', minBytes: 1_250_000, maxBytes: 1_450_000 }) },
  { name: 'padded.jpg', material: 'photos', expectedCode: 'photo.padded', strength: 'warn', fault: '1.4 MB and zeros up to 2.2 MB', bytes: async () => Buffer.concat([await photo('broken', { scene: 'classroom', minBytes: 1_250_000, maxBytes: 1_450_000 })], 2_200_000) },
  { name: 'white-ground.jpg', material: 'portrait', expectedCode: 'portrait.ground', fault: 'portrait on white where red is asked', bytes: () => portrait('broken', { background: 'white' }) },
  { name: 'wrong-ratio.jpg', material: 'portrait', expectedCode: 'portrait.ratio', fault: 'portrait 35 × 53 mm', bytes: () => portrait('broken', { width: 826, height: 1250 }) },
  { name: 'too-long.mp4', material: 'video', expectedCode: 'video.tooLong', fault: '190 s', bytes: () => video('broken', { seconds: 190, scene: 'orchard' }) },
  { name: 'wrong-size.mp4', material: 'video', expectedCode: 'video.size', fault: '1280 × 720', bytes: () => video('broken', { seconds: 4, width: 1280, height: 720, scene: 'orchard' }) },
  { name: 'cut.mp4', material: 'video', expectedCode: 'file.broken', fault: 'film cut off before its index', bytes: () => right.film.subarray(0, right.film.length - 600) },
  { name: 'renamed-pdf.docx', material: 'nomination-form-word', expectedCode: 'file.renamed', fault: 'PDF under a Word name', bytes: () => right.pdf },
  { name: 'text.pdf', material: 'nomination-form-stamped', expectedCode: 'file.unknown', fault: 'plain text under a PDF name', bytes: () => Buffer.from(fakeText) },
  { name: 'script.pdf', material: 'nomination-form-stamped', expectedCode: 'document.active', fault: 'PDF that runs a script when opened', bytes: scriptPdf },
]

/** A page that would run a script when it is opened. */
export const scriptPdf = async (): Promise<Buffer> =>
  Buffer.from(pdfOfPhotos([{ jpeg: await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fbfaf7' } }).jpeg().toBuffer(), width: 1240, height: 1754 }], '<< /Type /Action /S /JavaScript /JS (app.alert\\(1\\)) >>'))

/** Writes them all, and one of 200 MB, into a folder. */
export const brokenFiles = async (folder: string): Promise<BrokenFile[]> => {
  await mkdir(folder, { recursive: true })
  const right = { photo: await photo('broken', { scene: 'ward' }), pdf: await stampedPdf('broken', form), film: await video('broken', { seconds: 2, scene: 'riverStation' }) }
  const made: BrokenFile[] = []
  for (const { bytes, ...file } of plan(right)) {
    const path = join(folder, file.name)
    await writeFile(path, await bytes())
    made.push({ strength: 'block', ...file, path })
  }
  return [...made, await hugeFile(folder, right.photo)]
}

/** A right photograph followed by a hole. */
const hugeFile = async (folder: string, head: Buffer): Promise<BrokenFile> => {
  const path = join(folder, 'huge.jpg')
  const file = await open(path, 'w')
  await file.write(head)
  await file.truncate(huge)
  await file.close()
  return { name: 'huge.jpg', path, material: 'photos', expectedCode: 'file.tooLarge', strength: 'block', fault: '200 MB' }
}
