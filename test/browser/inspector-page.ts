/** The web's inspector built as the web is built, served under the product's own content policy, in a real browser. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Facts } from '#core/materials/facts'
import { contentPolicy } from '#server/http/content-policy'
import type { CorpusFile } from '../corpus/corpus-file'
import { openChromium } from './chromium'

const policy = Object.entries(contentPolicy).map(([name, sources]) => `${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)} ${sources.join(' ')}`).join('; ')
const kinds: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' }

/** Serves what was built from `folder`, and the files by their number. */
const serve = async (folder: string, files: readonly CorpusFile[]) => {
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy)
    const [, number] = /^\/file\/(\d+)$/.exec(request.url ?? '') ?? []
    if (number !== undefined) return void response.end(files[Number(number)]!.bytes)
    const path = join(folder, request.url === '/' ? 'index.html' : (request.url ?? ''))
    void stat(path).then(() => {
      response.setHeader('content-type', kinds[path.replace(/^.*\./, '')] ?? 'application/octet-stream')
      createReadStream(path).pipe(response)
    }, () => response.writeHead(404).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => { server.closeAllConnections(); server.close() } }
}

/** Facts of each file as the browser reads them, in the order given; `loaded`: programs that were fetched. */
export const inspectInChromium = async (folder: string, files: readonly CorpusFile[]) => {
  await build({ configFile: false, root: fileURLToPath(new URL('./corpus-page', import.meta.url)), logLevel: 'error', worker: { format: 'es' }, build: { target: 'es2022', outDir: folder, emptyOutDir: true, minify: false } })
  const server = await serve(folder, files)
  const browser = await openChromium(true)
  try {
    const page = await browser.newPage()
    const [loaded, errors]: [string[], string[]] = [[], []]
    page.on('request', (r) => { if (/\.(m?js|wasm|tflite)$/.test(r.url())) loaded.push(r.url().replace(/^.*\//, '')) })
    page.on('pageerror', (e) => errors.push(e.message))
    await page.goto(server.origin)
    await page.waitForFunction(() => window.inspectAll !== undefined)
    const asked = files.map((f, n) => ({ address: `/file/${n}`, name: f.name, portrait: f.material === 'portrait' }))
    const inspect = (list: typeof asked) => page.evaluate((all) => window.inspectAll!(all), list)
    const heic = asked.filter((_, n) => files[n]!.bytes.includes('ftypheic'))
    const portraits = asked.filter((a) => a.portrait && !heic.includes(a))
    const seen = new Map<string, Facts>()
    /** What was fetched for these files beyond what was there. */
    const fetchedFor = async (list: typeof asked): Promise<string[]> => {
      const before = loaded.length
      ;(await inspect(list)).forEach((facts, n) => seen.set(list[n]!.address, facts))
      return loaded.slice(before).map((name) => name.replace(/-[^-]*(\.\w+)$/, '$1'))
    }
    const forOthers = await fetchedFor(asked.filter((a) => !heic.includes(a) && !portraits.includes(a)))
    const forPortraits = await fetchedFor(portraits)
    const forHeic = await fetchedFor(heic)
    return { facts: asked.map((a) => seen.get(a.address)!), fetched: { forOthers, forPortraits, forHeic }, errors }
  } finally {
    await browser.close()
    server.close()
  }
}
