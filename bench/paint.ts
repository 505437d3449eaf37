/** Largest Contentful Paint of public pages on a cheap phone: 4 Mbit/s, 150 ms a journey, a processor four times slower; and what each page weighs. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { clearDemo, loadDemo } from '#server/demo/load'
import { sampleSet } from '#server/demo/samples/sample-set'
import { openChromium } from '../test/browser/chromium'
import { openGround, print } from './stage'

const GOAL = { ms: 1500, bytes: 60_000 }
const [MBIT, LATENCY_MS, SLOWER, TIMES] = [4, 150, 4, 3]

interface Seen { readonly paint: number; readonly element: string; readonly bytes: number; readonly pictures: number }
/** A browser that was never here. */
const visit = async (browser: Browser, address: string): Promise<Seen> => {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    const dev = await context.newCDPSession(page)
    await dev.send('Network.enable')
    await dev.send('Network.emulateNetworkConditions', { offline: false, latency: LATENCY_MS, downloadThroughput: (MBIT * 1e6) / 8, uploadThroughput: 1e6 / 8 })
    await dev.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const sizes = new Map<string, { type: string; bytes: number }>()
    dev.on('Network.responseReceived', (e) => sizes.set(e.requestId, { type: e.type, bytes: 0 }))
    dev.on('Network.loadingFinished', (e) => { const s = sizes.get(e.requestId); if (s !== undefined) s.bytes = e.encodedDataLength })
    await page.goto(address, { waitUntil: 'load' })
    const { paint, element } = await page.evaluate(() => new Promise<{ paint: number; element: string }>((told) => {
      new PerformanceObserver((list) => { const last = list.getEntries().at(-1) as unknown as { startTime: number; element: Element | null }; setTimeout(() => told({ paint: last.startTime, element: last.element?.tagName ?? '' }), 300) }).observe({ type: 'largest-contentful-paint', buffered: true })
    }))
    const of = (image: boolean) => [...sizes.values()].filter((s) => (s.type === 'Image') === image).reduce((n, s) => n + s.bytes, 0)
    return { paint, element, bytes: of(false), pictures: of(true) }
  } finally {
    await context.close()
  }
}

const ground = await openGround()
const browser = await openChromium(true)
let missed = false
try {
  await clearDemo(ground.at.services)
  await loadDemo(ground.at.services, await sampleSet(join(ground.folder, 'samples')), () => undefined)
  const { slug, number } = (await ground.at.services.db.row<{ slug: string; number: string }>(`SELECT c.slug, h.number FROM stories s JOIN honours h ON h.nomination_id = s.nomination_id JOIN campaigns c ON c.id = s.campaign_id WHERE s.published_at IS NOT NULL ORDER BY h.number LIMIT 1`))!
  const { notice } = (await ground.at.services.db.row<{ notice: string }>(`SELECT c.slug AS notice FROM public_notices p JOIN campaigns c ON c.id = p.campaign_id ORDER BY p.starts_at DESC LIMIT 1`))!
  for (const [name, path] of [['campaign', `/p/${notice}`], ['public notice', `/p/${notice}/public-notice`], ['notice', `/p/${notice}/notice`], ['gallery', '/p/gallery'], ['story', `/p/${slug}/honourees/${number}`]] as const) {
    const seen: Seen[] = []
    for (let i = 0; i < TIMES; i++) seen.push(await visit(browser, ground.server.address + path))
    const middle = seen.toSorted((a, b) => a.paint - b.paint)[Math.floor(TIMES / 2)]!
    const wrong = middle.paint > GOAL.ms || middle.bytes > GOAL.bytes
    missed ||= wrong
    print(`${name.padEnd(14)} largest paint ${middle.paint.toFixed(0).padStart(5)} ms (${middle.element.toLowerCase()}; goal ≤ ${GOAL.ms}), ${(middle.bytes / 1000).toFixed(1)} kB without pictures (goal ≤ ${GOAL.bytes / 1000}), pictures ${(middle.pictures / 1000).toFixed(0)} kB${wrong ? ' MISSED' : ''}`)
  }
} finally {
  await browser.close()
  await ground.close()
}
process.exitCode = missed ? 1 : 0
