/** 海报 in the browser: from a story its poster, seen while it is chosen, made, taken away as a zip that is opened again; for several people at once; gone with the story. */
import { unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { codeIn } from '../server/codes-in'
import { giveHonoursTo, type Honoured } from '../server/honours-given'
import { publishPosterStory, writePosterStory } from '../server/poster-story'
import { PHONE, type Visitor } from './people'
import { arrive, at, o, play, shot, WIDE } from './play'

let h: Honoured
play({ units: 2 }, async () => {
  h = await giveHonoursTo(at, o, ['沈若川', '古丽娜尔·艾山江'])
  for (const n of [0, 1]) { await writePosterStory(o, h, n); await publishPosterStory(o, h, n) }
})
const story = (n: number) => `/office/c/${h.campaignId}/stories/${h.nominationIds[n]!}`
const taken = async (who: Visitor, press: () => Promise<void>): Promise<Buffer> => {
  const [download] = await Promise.all([who.page.waitForEvent('download'), press()])
  return readFile(await download.path())
}
const address = (name: string) => `${at.services.origin}${h.honours.find((x) => x.name === name)!.path}`

test('from the story to its poster: words, design and picture are seen at once, and what does not fit is said', async () => {
  const office = await arrive(o.office, WIDE)
  await office.open(story(0))
  await office.page.getByRole('link', { name: '海报', exact: true }).click()
  await office.sees('沈若川的海报', '排得下，没有要改的。')
  const drawing = () => office.page.getByRole('img', { name: /^沈若川，/u })
  await drawing().waitFor()
  expect(await drawing().locator('image').evaluate(async (image: SVGImageElement) => { const i = new Image(); i.src = image.href.baseVal; await i.decode(); return i.naturalWidth })).toBeGreaterThan(900)
  await office.keepsNobodyOut()
  await shot(office, 'poster-white', true)
  await office.fill('海报上的话', '病人等不起，\n我也等不起。\n一\n二\n三')
  await office.sees('写了 5 行，最多 4 行')
  expect(await office.page.getByRole('button', { name: '制作这 2 张' }).isDisabled()).toBe(true)
  await office.page.getByRole('button', { name: /^用这句\s*：病人/u }).click()
  await office.choose('设计', '竖排')
  await office.page.getByRole('combobox', { name: /^照片/u }).selectOption({ label: '白日.jpg（2560×1920）' })
  await office.sees(/照片右侧太亮/u)
  await office.page.getByRole('combobox', { name: /^照片/u }).selectOption({ label: '暮色.jpg（2400×1800）' })
  await office.sees('排得下，没有要改的。')
  await shot(office, 'poster-upright', true)
  await office.choose('设计', '朱')
  await office.page.getByRole('combobox', { name: /^照片/u }).selectOption({ label: '人物.jpg（1600×2000）' })
  await office.page.getByLabel('手机分享图 1080×1440').check()
  await office.sees('排得下，没有要改的。')
  await office.press('制作这 3 张')
  await office.sees('做好了')
  await shot(office, 'poster-made', true)
  const zip = unzipSync(new Uint8Array(await taken(office, () => office.page.getByRole('link', { name: '下载全部（zip）' }).click())))
  expect(Object.keys(zip)).toHaveLength(3)
  for (const [name, bytes] of Object.entries(zip)) {
    const { width, height } = await sharp(bytes).metadata()
    expect(name).toContain(`${width}×${height}`)
    expect(await codeIn(bytes)).toBe(address('沈若川'))
  }
  await office.leave()
})

test('for everybody at once: one job, each with the code of the own story; on a telephone too', async () => {
  const office = await arrive(o.office, PHONE)
  await office.open(`/office/c/${h.campaignId}/posters`)
  await office.page.getByLabel('全选故事已发布的 2 人').check()
  await office.press('为 2 人制作 4 张')
  await office.sees('朱，4 张')
  const set = office.page.getByRole('article', { name: '朱，4 张' })
  await set.getByText('做好了').waitFor({ timeout: 60_000 })
  await office.fitsPhone()
  await office.keepsNobodyOut()
  await shot(office, 'posters', true)
  const zip = unzipSync(new Uint8Array(await taken(office, () => set.getByRole('link', { name: '下载全部（zip）' }).click())))
  const codes = await Promise.all(Object.entries(zip).map(async ([name, bytes]) => [name.split('/')[1]!.split('-')[0], await codeIn(bytes)]))
  expect(codes.toSorted()).toEqual(['古丽娜尔·艾山江', '古丽娜尔·艾山江', '沈若川', '沈若川'].map((name) => [name, address(name)]))
  await office.open(`${story(1)}/posters`)
  await office.sees('古丽娜尔·艾山江的海报')
  await office.fitsPhone()
  await shot(office, 'poster-white', true)
  await office.leave()
})

test('the story withdrawn, its posters are given out no more, and the recall lists them', async () => {
  const office = await arrive(o.office, WIDE)
  await office.open(story(0))
  await office.press('撤下故事')
  await office.fill('理由（记入台账）', '示例：核实后再发', office.dialog())
  await office.press('撤下故事', office.dialog())
  await office.sees(/海报 竖屏 1080×1920（做过 2 张）/u)
  await office.open(`/office/c/${h.campaignId}/posters`)
  await office.sees('已停用')
  const zip = unzipSync(new Uint8Array(await taken(office, () => office.page.getByRole('article', { name: '朱，4 张' }).getByRole('link', { name: '下载全部（zip）' }).click())))
  expect(Object.keys(zip).every((n) => n.includes('古丽娜尔·艾山江'))).toBe(true)
  expect(Object.keys(zip)).toHaveLength(2)
  await shot(office, 'posters', true)
  await office.leave()
})
