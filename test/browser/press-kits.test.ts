/** 媒体素材包 in the browser: picked from a published story, its link opened by somebody without an account, the zip opened again and compared with what is public; ended, and gone with its story. */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readStory } from '#contract/operations/stories'
import { composed, proposePicks, sentencesOf, wholeOf } from '#core/publicity/kit/sentences'
import { tablesOfWord } from '../documents/read-tables'
import { unzipped } from '../documents/unzip'
import { giveHonoursTo, type Honoured } from '../server/honours-given'
import { publishKitStory } from '../server/kit-story'
import { PHONE, type Visitor } from './people'
import { arrive, at, o, play, shot, shotsOfPage, WIDE } from './play'

let h: Honoured
let media: { wide: string; film: string }
play({ units: 1 }, async () => {
  h = await giveHonoursTo(at, o, ['沈若川'])
  media = await publishKitStory(o, h, 0)
})
const story = () => `/office/c/${h.campaignId}/stories/${h.nominationIds[0]!}`
const made = async (office: Visitor): Promise<string> => {
  await office.press('做好并生成链接')
  await office.sees('链接只显示这一次')
  const address = await office.dialog().getByRole('textbox', { name: '链接' }).inputValue()
  return new URL(address).pathname
}
const bytesOf = async (path: string): Promise<Buffer> => Buffer.from(await (await fetch(at.origin + path)).arrayBuffer())

test('from the story: sentences are proposed and picked, and what is wanting is said', async () => {
  const office = await arrive(o.office, WIDE)
  await office.open(story())
  await office.page.getByRole('link', { name: '媒体素材包' }).click()
  await office.sees('沈若川的媒体素材包')
  const short = office.part('短稿')
  await short.getByRole('checkbox', { checked: true }).first().waitFor()
  for (const ticked = short.getByRole('checkbox', { checked: true }); (await ticked.count()) > 0;) await ticked.first().uncheck()
  await office.sees('短稿还没有选句子')
  expect(await office.page.getByRole('button', { name: '做好并生成链接' }).isDisabled()).toBe(true)
  await short.getByRole('button', { name: /^用推荐的/u }).click()
  await office.fill('联系人', '示例办公室')
  await office.fill('电话', '0000-1234567')
  await office.fill('邮箱', 'banshi')
  await office.sees('“banshi”不像邮箱地址')
  await office.fill('邮箱', 'banshi@example.org')
  await office.keepsNobodyOut()
  await office.leave()
})

test('the link, opened without an account: texts, pictures, film and posters; every file of the zip is what is public', async () => {
  const office = await arrive(o.office, WIDE)
  await office.open(`${story()}/press-kits`)
  await office.sees('沈若川的媒体素材包')
  await office.fill('联系人', '示例办公室')
  await office.fill('电话', '0000-1234567')
  await office.choose('链接开多久', '7 天')
  const path = await made(office)
  await shot(office, 'kit-link')
  await office.keepsNobodyOut()
  await office.press('我已复制')
  await office.sees('开着')
  expect(await office.page.content()).not.toContain(path)
  await shotsOfPage(office, 'kits')

  const guest = await arrive(null, WIDE)
  await guest.open(path)
  const { document: text } = await o.office.ask(readStory, { params: { nominationId: h.nominationIds[0]! } })
  await guest.sees('沈若川', '短稿', '图：示例融媒体中心', '画面里有别人，书面同意已登记', '0000-1234567')
  const missing = await guest.page.evaluate(async () => { const all = [...document.images]; for (const i of all) { i.loading = 'eager'; await i.decode().catch(() => undefined) } return all.filter((i) => i.naturalWidth === 0).length })
  expect(missing).toBe(0)
  await guest.keepsNobodyOut()
  await shotsOfPublic(guest, path)
  const [download] = await Promise.all([guest.page.waitForEvent('download'), guest.page.getByRole('link', { name: /^下载全部/u }).click()])
  expect(download.suggestedFilename()).toBe('媒体素材包-沈若川.zip')
  const zip = await unzipped(await readFile(await download.path()))
  const sentences = sentencesOf(text)
  for (const [name, which] of [['短稿', 'short'], ['中稿', 'middle']] as const) {
    const lines = zip.get(`文字/${name}.txt`)!.toString().split('\r\n').slice(3, -3)
    expect(lines.length).toBeGreaterThan(0)
    const words = (await tablesOfWord(zip.get(`文字/${name}.docx`)!)).words
    for (const line of lines) {
      expect(words).toContain(line)
      expect(await guest.page.content()).toContain(line)
    }
    expect(lines).toEqual(composed(sentences, proposePicks(sentences, which)))
  }
  expect(zip.get('文字/全文.txt')!.toString().split('\r\n').slice(3, -3)).toEqual(wholeOf(text).map((w) => w.text))
  const slug = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [h.campaignId]))!.slug
  expect(zip.get('视频/01-她的一天.mp4')).toEqual(await bytesOf(`/p/${slug}/media/${media.film}.mp4`))
  const small = (b: Buffer) => sharp(b).resize(24, 24, { fit: 'fill' }).removeAlpha().raw().toBuffer()
  const given = zip.get([...zip.keys()].find((n) => n.startsWith('图片/02'))!)!
  const [a, b] = [await small(given), await small(await bytesOf(`/p/${slug}/media/${media.wide}-1600.webp`))]
  expect(Math.max(...a.map((v, i) => Math.abs(v - b[i]!)))).toBeLessThan(16)
  expect((await sharp(given).metadata()).width).toBe(2400)
  for (const [name, bytes] of zip) if (name.startsWith('海报/')) expect(name).toContain(`${(await sharp(bytes).metadata()).width}×`)
  expect([...zip.keys()].filter((n) => n.startsWith('海报/'))).toHaveLength(2)

  await office.lookAgain()
  await office.sees(/打开 \d+ 次，下载 1 次/u)
  await office.page.getByRole('button', { name: /^停用链接/u }).click()
  await shot(office, 'kit-end')
  await office.press('停用链接', office.dialog())
  await office.sees('已停用')
  await guest.lookAgain()
  await guest.sees('这里没有可用的素材包')
  await shot(guest, 'press-gone')
  await guest.leave()
  await office.leave()
})

/** The page has no script: its other language is an address. */
const shotsOfPublic = async (guest: Visitor, path: string): Promise<void> => {
  for (const [lang, query] of [['zh', ''], ['en', '?lang=en']] as const) for (const width of [1440, 320]) {
    await guest.page.setViewportSize({ width, height: 900 })
    await guest.open(path + query)
    await guest.sees(lang === 'zh' ? '短稿' : 'Short')
    expect(await guest.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    await guest.page.evaluate(async () => { for (const i of document.images) { i.loading = 'eager'; await i.decode().catch(() => undefined) } })
    await shot(guest, `press-${lang}`, true)
  }
  await guest.page.setViewportSize(WIDE)
  await guest.open(path)
}

test('without a script, on the narrowest telephone, it reads and downloads all the same; withdrawn with the story it is gone at once', async () => {
  const office = await arrive(o.office, PHONE)
  await office.open(`${story()}/press-kits`)
  await office.sees('沈若川的媒体素材包')
  await office.fitsPhone()
  await office.keepsNobodyOut()
  const path = await made(office)
  await office.fitsPhone()
  await shot(office, 'kit-link')
  await office.press('我已复制')
  const { page } = await arrive(null)
  const bare = await page.context().browser()!.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  const reader = await bare.newPage()
  await reader.goto(at.origin + path)
  await reader.getByText('展开全文').click()
  expect(await reader.getByText('冬天的夜里').isVisible()).toBe(true)
  expect((await fetch(`${at.origin}${path}/kit.zip`)).status).toBe(200)
  await office.open(story())
  await office.press('撤下故事')
  await office.fill('理由（记入台账）', '示例：核实后再发', office.dialog())
  await office.press('撤下故事', office.dialog())
  await office.sees(/媒体素材包链接（2 个，下载过 2 次）/u)
  await reader.reload()
  expect(await reader.getByText('这里没有可用的素材包').isVisible()).toBe(true)
  expect((await fetch(`${at.origin}${path}/kit.zip`)).status).toBe(404)
  await office.open(`${story()}/press-kits`)
  await office.sees('现在还不能做', '随故事停用')
  await shot(office, 'kits-stopped', true)
  await bare.close()
  await page.context().close()
  await office.leave()
})
