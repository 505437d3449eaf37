/** 由服务器转换, on the page: offered where the server can and the browser cannot, seen through after the page was closed, looked at and taken; where the server cannot, exact instructions and no offer. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { rulesOf } from '#core/campaign/definition'
import { video } from '#server/demo/samples/video'
import { definitionFor, once } from '../server/dossier'
import { freshInstallation, type Installation } from '../server/installation'
import { openOffice, openProvincial, type Unit } from '../server/office'
import { standInFfmpeg, type StandIn } from '../server/stand-in-ffmpeg'
import { haveWebBuilt } from './built-web'
import { openChromium } from './chromium'
import { PHONE, Visitor } from './people'

let browser: Browser
let stand: StandIn
let able: Begun
let unable: Begun
interface Begun { readonly at: Installation; readonly unit: Unit; readonly campaignId: string; readonly film: string }
const begin = async (at: Installation): Promise<Begun> => {
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o)
  const unit = o.units[0]!
  return { at, unit, campaignId, film: rulesOf(await definitionFor(unit.clerk, campaignId), 'material').find((m) => m.file.type === 'video')!.name.zh }
}
beforeAll(async () => {
  await haveWebBuilt()
  stand = await standInFfmpeg(await once('video 1', () => video('t', { seconds: 2, frames: 2 })))
  browser = await openChromium()
  ;[able, unable] = await Promise.all([begin(await freshInstallation({ programs: stand.programs })), begin(await freshInstallation())])
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([able?.at.close(), unable?.at.close()])
  await stand?.remove()
})

/** 3840 × 2160 in a coding that this browser does not know, as H.265 is to many. */
const unknown = async (): Promise<Buffer> => {
  const film = Buffer.from(await once('large film', () => video('t', { seconds: 2, frames: 2, width: 3840, height: 2160, container: 'mov' })))
  film.write('hvcX', film.indexOf('avc1', film.indexOf('stsd')), 'latin1')
  return film
}
const shots = process.env['XUANSHU_SCREENSHOTS']
const shoot = async (v: Visitor, name: string, beside: string | RegExp = 'IMG_0420'): Promise<void> => {
  if (shots === undefined) return
  const size = v.page.viewportSize()!
  for (const width of [1440, 375, 320]) {
    await v.page.setViewportSize({ width, height: width > 500 ? 900 : 812 })
    await v.page.getByText(beside).first().scrollIntoViewIfNeeded()
    await v.page.screenshot({ path: join(shots, `films-${name}-${width}.png`) })
  }
  await v.page.setViewportSize(size)
}
let n = 0
const materials = async ({ at, unit, campaignId }: Begun, viewport = { width: 1280, height: 900 }) => {
  const { nominationId } = await unit.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: `沈若川${n++}` } })
  const clerk = await (await Visitor.arrive(browser, at.origin, viewport)).holding(unit.clerk.token)
  const path = `/unit/n/${nominationId}/materials`
  await clerk.open(path)
  return { clerk, path, nominationId }
}
const choose = async (b: Begun, clerk: Visitor): Promise<void> => {
  await clerk.giveFiles(`选择文件：${b.film}`, [{ name: 'IMG_0420.MOV', bytes: await unknown() }])
  await clerk.press('在这里转成 1920×1080：IMG_0420.MOV')
}

test('where the server has no program, the instructions stand and nothing is offered', async () => {
  const { clerk, nominationId } = await materials(unable)
  await choose(unable, clerk)
  await clerk.sees(/^这个浏览器转不了这个视频.*可以这样改：$/u, /^iPhone：/u, /^安卓手机：/u, /^电脑：/u)
  expect(await clerk.page.getByText('由服务器转换').count()).toBe(0)
  await shoot(clerk, 'cannot', /^电脑：/u)
  expect((await unable.unit.clerk.ask(readNomination, { params: { nominationId } })).materials).toEqual([])
  await clerk.leave()
})

test('where it has, the film is sent, converted while the page is closed, looked at and taken', async () => {
  await stand.does('slow')
  const { clerk, path, nominationId } = await materials(able, PHONE)
  await choose(able, clerk)
  await clerk.sees(/可以交给服务器转：$/u)
  await clerk.fitsPhone()
  await clerk.keepsNobodyOut()
  await shoot(clerk, 'offered', /^电脑：/u)
  await clerk.press('由服务器转换：IMG_0420.MOV')
  await clerk.sees(/^正在转换 \d+%.*可以关掉页面/u)
  await clerk.fitsPhone()
  await shoot(clerk, 'converting')
  await clerk.leave()
  await stand.does('good')

  const again = await (await Visitor.arrive(browser, able.at.origin)).holding(able.unit.clerk.token)
  await again.open(path)
  await again.sees(/^转好了：.*1920×1080.*采用后才算推荐材料/u)
  await shoot(again, 'made')
  await again.keepsNobodyOut()
  // The list of what is to do says so too.
  await again.go(`/unit/n/${nominationId}`)
  await again.sees('1 个视频转好了，等您看过采用')
  await again.open(path)
  await again.press('查看IMG_0420.MOV')
  await again.page.waitForFunction(() => ((document.querySelector('dialog[open] video') as HTMLVideoElement | null)?.readyState ?? 0) >= 1)
  expect(await again.page.evaluate(() => (document.querySelector('dialog[open] video') as HTMLVideoElement).videoWidth)).toBe(1920)
  await again.page.keyboard.press('Escape')
  await again.press('采用转换好的 IMG_0420.MOV')
  await again.text('已收 1 件', again.part(able.film)).waitFor()
  await shoot(again, 'taken')
  expect((await able.unit.clerk.ask(readNomination, { params: { nominationId } })).materials.map((m) => m.originalName)).toEqual(['IMG_0420.mp4'])
  await again.leave()
})

test('what could not be made is said, tried again, and taken away', async () => {
  await stand.does('full')
  const { clerk } = await materials(able)
  await choose(able, clerk)
  await clerk.press('由服务器转换：IMG_0420.MOV')
  await clerk.sees(/服务器存储空间不足，没有转换/u)
  await shoot(clerk, 'failed')
  await stand.does('broken')
  await clerk.press('再转一次：IMG_0420.MOV')
  await clerk.sees(/这个视频解不开/u)
  await clerk.press('删去 IMG_0420.MOV')
  await clerk.page.getByText('IMG_0420.MOV').waitFor({ state: 'detached' })
  await clerk.leave()
})
