import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

export interface Rendered { readonly pdf: Uint8Array; readonly pages: number }
type Done = { readonly id: number; readonly pdf?: Uint8Array; readonly pages?: number; readonly error?: string }
const open = new Map<number, { resolve(done: Rendered): void; reject(error: Error): void }>()
let worker: Promise<Worker> | undefined
let last = 0

/** Typesets a template with its data; queued in one thread. Throws what the typesetter says when a template is wrong. */
export const renderPdf = async (template: string, data: unknown): Promise<Uint8Array> => (await render(template, data)).pdf

/**
 * For what says on each page how many there are, drawn by us: laid out for as many pages as are expected, and once more where there are others.
 * What is drawn takes the same room whatever it says, so that the second time holds.
 */
export const renderPages = async (template: string, dataFor: (pages: number) => Promise<unknown>, expected: number, files: Files = {}): Promise<Rendered> => {
  const first = await render(template, await dataFor(expected), files)
  return first.pages === expected ? first : render(template, await dataFor(first.pages), files)
}

/** Pictures by the path that the template names them by, as `/portrait.jpg`. */
export type Files = Readonly<Record<string, Uint8Array>>

const render = async (template: string, data: unknown, files: Files = {}): Promise<Rendered> => {
  const thread = await (worker ??= start())
  const id = ++last
  return new Promise((resolve, reject) => {
    open.set(id, { resolve, reject })
    thread.ref()
    thread.postMessage({ id, template, data: JSON.stringify(data), files })
  })
}

const start = async (): Promise<Worker> => {
  const thread = new Worker(await workerFile(), { workerData: fontFolders() })
  thread.on('message', ({ id, pdf, pages, error }: Done) => {
    const waiting = open.get(id)
    open.delete(id)
    if (open.size === 0) thread.unref()
    if (pdf !== undefined && pages !== undefined) waiting?.resolve({ pdf, pages })
    else waiting?.reject(new Error(error))
  })
  thread.on('error', (error) => {
    worker = undefined
    for (const [id, waiting] of open) { open.delete(id); waiting.reject(error) }
  })
  thread.unref()
  return thread
}

/** An operator's own fonts come first; then those that npm brought. */
const fontFolders = (): string[] => {
  const require = createRequire(import.meta.url)
  const folder = (name: string, weight: string) => join(dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), weight)
  const own = process.env['XUANSHU_FONTS']
  return [...(own === undefined ? [] : [own]), folder('noto-serif-sc', '400Regular'), folder('noto-serif-sc', '700Bold'), folder('noto-sans-sc', '400Regular'), folder('noto-sans-sc', '600SemiBold')]
}

/** The bundle beside ours; run from source (tests), it is bundled once into the cache. */
const workerFile = async (): Promise<string> => {
  const beside = fileURLToPath(new URL('./render-worker.mjs', import.meta.url))
  if (existsSync(beside)) return beside
  const { build } = await import('esbuild')
  const here = dirname(fileURLToPath(import.meta.url))
  // Two checkouts may share their packages; two processes may bundle at once, and the last one's is as good as the first's.
  const outfile = join(here, '../../node_modules/.cache/xuanshu', `render-worker-${createHash('sha256').update(here).digest('hex').slice(0, 12)}.mjs`)
  const aside = `${outfile}.${process.pid}`
  await mkdir(dirname(outfile), { recursive: true })
  await build({ entryPoints: [join(here, 'render-worker.ts')], outfile: aside, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', logLevel: 'silent' })
  await rename(aside, outfile)
  return outfile
}
