/** What open pages ask in ten minutes in which nothing happens: told of changes, and asking now and then as without push. `node build/web.mjs` first. Optional argument: minutes. */
import packed from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import { openOffice, openProvincial } from '../test/server/office'
import { putNomination } from '../test/server/put-nomination'
import type { Person } from '../test/server/person'
import { openGround, print } from './stage'

const MINUTES = Number(process.argv[3] ?? 10)
const { at, close } = await openGround()
const o = await openOffice(at, 1)
const campaignId = await openProvincial(at, o)
const unit = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!.id
for (let i = 0; i < 30; i++) await putNomination(at.services.db, { campaignId, unitId: unit, name: `示例人选${i + 1}`, state: 'submitted', n: i })
const browser = await chromium.launch({ executablePath: await packed.executablePath(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'], headless: true })

/** Requests of one page once it has come to rest. */
const watched = async (who: Person, path: string, told: boolean) => {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'xuanshu_session', value: who.token, url: at.origin }])
  // A browser without it, or a proxy that lets nothing through, is what all were before.
  if (!told) await context.addInitScript(() => { delete (globalThis as { EventSource?: unknown }).EventSource })
  const page = await context.newPage()
  await page.goto(`${at.origin}${path}`)
  await page.waitForTimeout(5000)
  const asked = new Map<string, number>()
  page.on('request', (r) => { const { pathname } = new URL(r.url()); if (pathname.startsWith('/api/')) { const key = pathname.replace(/[0-9a-f-]{36}/g, '…'); asked.set(key, (asked.get(key) ?? 0) + 1) } })
  return { asked, close: () => context.close() }
}
const sum = (asked: ReadonlyMap<string, number>): number => [...asked.values()].reduce((a, b) => a + b, 0)

const pages = [['the screening desk', o.office, `/office/c/${campaignId}/screening`], ['the office’s overview', o.office, `/office/c/${campaignId}`], ['a unit’s campaign page', o.units[0]!.clerk, `/unit/c/${campaignId}`]] as const
const watching = await Promise.all(pages.map(async ([name, who, path]) => ({ name, told: await watched(who, path, true), alone: await watched(who, path, false) })))
await new Promise((resolve) => setTimeout(resolve, MINUTES * 60_000))
let missed = false
for (const { name, told, alone } of watching) {
  const [a, b] = [sum(told.asked), sum(alone.asked)]
  missed ||= a >= b
  print(`${name.padEnd(26)} ${MINUTES} min: ${String(b).padStart(4)} requests without, ${String(a).padStart(4)} with; left: ${[...told.asked].map(([path, n]) => `${path} ${n}`).join(', ') || 'none'}`)
}
print(`goal: fewer with than without${missed ? ' MISSED' : ''}`)
for (const { told, alone } of watching) await Promise.all([told.close(), alone.close()])
await browser.close()
await close()
process.exitCode = missed ? 1 : 0
