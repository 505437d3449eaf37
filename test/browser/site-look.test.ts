/** 网站外观 in the browser: chosen and seen before it is saved, then on the public pages, then given up again. */
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { contrast } from '#core/publicity/look/colour'
import { photo } from '#server/demo/samples/photo'
import { giveHonoursTo, type Honoured } from '../server/honours-given'
import { publishPosterStory, writePosterStory } from '../server/poster-story'
import { PHONE, type Visitor } from './people'
import { arrive, at, o, play, shot, shots, shotsOfPage, WIDE } from './play'

let h: Honoured
let pages: (readonly [name: string, path: string])[]
play({ units: 1 }, async () => {
  h = await giveHonoursTo(at, o, ['沈若川'])
  await writePosterStory(o, h, 0)
  await publishPosterStory(o, h, 0)
  const slug = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [h.campaignId]))!.slug
  pages = [['home', `/p/${slug}`], ['gallery', '/p/gallery'], ['story', h.honours[0]!.path], ['notice', `/p/${slug}/public-notice`]]
})
const hexOf = (rgb: string): string => `#${rgb.match(/\d+/gu)!.slice(0, 3).map((v) => Number(v).toString(16).padStart(2, '0')).join('')}`
const colourOf = async (who: Visitor, css: string): Promise<string> => hexOf(await who.page.locator(css).first().evaluate((e) => getComputedStyle(e).backgroundColor))
const emblem = () => sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480"><circle cx="240" cy="240" r="220" fill="#1b6072"/><path d="M110 310L240 110L370 310z" fill="#fff"/></svg>')).png().toBuffer()
const looked = async (name: string): Promise<void> => {
  const guest = await arrive(null, WIDE)
  for (const [page, path] of pages) for (const width of [1440, 320]) {
    await guest.page.setViewportSize({ width, height: 900 })
    await guest.open(path)
    await guest.page.locator('main h1').first().waitFor()
    expect([path, width, await guest.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual([path, width, 0])
    await guest.page.evaluate(async () => { for (const i of document.images) { i.loading = 'eager'; await i.decode().catch(() => undefined) } })
    if (shots !== undefined) await shot(guest, `look-${name}-${page}`, true)
    await guest.keepsNobodyOut()
  }
  await guest.leave()
}

test('seen before it is saved: a fine colour, a colour too pale, an emblem that is no picture and one that is', async () => {
  const office = await arrive(o.office, WIDE)
  await office.open('/office/site-look')
  await office.sees('公开网页的外观', '没有要改的。')
  const button = () => colourOf(office, '.look-page .lp-acts span')
  expect(await button()).toBe('#b8321f')
  await office.page.getByText('松', { exact: true }).click()
  expect(await button()).toBe('#1f6349')
  await office.fill('自选颜色', '#ffd84d')
  await office.sees(/选的颜色太浅/u)
  const shown = await button()
  expect(contrast(shown, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  await shot(office, 'look-pale', true)
  const file = (label: string, name: string, buffer: Buffer, mimeType: string) => office.page.getByLabel(`${label}：选图片`).setInputFiles({ name, mimeType, buffer })
  await file('徽标', '徽标.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml')
  await office.press('保存外观')
  await office.sees(/是 SVG，不收/u)
  await file('徽标', '徽标.png', await emblem(), 'image/png')
  await office.page.locator('.look-page .lp-top img').waitFor()
  await office.fill('自选颜色', '1b6072')
  await file('页首图片', '页首.jpg', await sharp(await photo('t1', { width: 2560, height: 1920 })).resize(2560, 1000).jpeg().toBuffer(), 'image/jpeg')
  await office.sees('页首图片没有写作者和来源')
  expect(await office.page.getByRole('button', { name: '保存外观' }).isDisabled()).toBe(true)
  await office.fill('作者和来源', '图：示例融媒体中心')
  await office.page.getByRole('combobox', { name: /^画面里有谁/u }).selectOption({ label: '没有人' })
  await office.sees('没有要改的。')
  await office.keepsNobodyOut()
  await office.press('保存外观')
  await office.sees(/保存$/u)
  await shotsOfPage(office, 'site-look')
  await office.leave()
})

test('on the public pages from that moment: colours, emblem, picture; nobody is kept out, nothing is too wide', async () => {
  await looked('lake')
  const guest = await arrive(null, WIDE)
  await guest.open(pages[0]![1])
  expect(await colourOf(guest, '.button')).toBe('#1b6072')
  expect(await guest.page.locator('.masthead img').evaluate(async (i: HTMLImageElement) => { await i.decode(); return i.naturalWidth })).toBeGreaterThan(1000)
  expect(await guest.page.locator('.mark img').evaluate(async (i: HTMLImageElement) => { await i.decode(); return i.naturalWidth })).toBe(40)
  await guest.leave()
})

test('on a telephone too; back to the house’s own look in one press', async () => {
  const office = await arrive(o.office, PHONE)
  await office.open('/office/site-look')
  await office.sees('公开网页的外观')
  await office.fitsPhone()
  await office.keepsNobodyOut()
  await office.press('恢复原来的外观')
  await office.press('恢复原来的外观', office.dialog())
  await office.sees('已恢复')
  const guest = await arrive(null, WIDE)
  await guest.open(pages[0]![1])
  expect([await colourOf(guest, '.button'), await guest.page.locator('.masthead, .mark img').count()]).toEqual(['#b8321f', 0])
  await guest.leave()
  await looked('house')
  await office.leave()
})
