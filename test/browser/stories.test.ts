/** 人物故事 in the browser: written and illustrated by one of the office, reviewed by another, confirmed by the unit with the person's signature, published, read by anybody, withdrawn. */
import { beforeAll, expect, test } from 'vitest'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { stampedPdf } from '#server/demo/samples/scan'
import { once } from '../server/dossier'
import { giveHonoursTo, type Honoured } from '../server/honours-given'
import { arrive, at, o, play, shot, WIDE } from './play'
import { PHONE, type Visitor } from './people'

let h: Honoured
let page: string
play({ units: 2 }, async () => {
  h = await giveHonoursTo(at, o, ['沈若川', '阿卜杜拉·买买提'])
  page = `/office/c/${h.campaignId}/stories/${h.nominationIds[0]!}`
})
const file = async (name: string, key: string, make: () => Promise<Buffer>) => ({ name, mimeType: name.endsWith('pdf') ? 'application/pdf' : 'image/jpeg', buffer: await once(key, make) })
/** What Word puts on the clipboard, with a script and a picture that nobody asked for. */
const fromWord = `<html><head><style>p{color:red}</style></head><body><h2>一副听诊器</h2><p class=MsoNormal><span lang=ZH-CN>她把最难的一班留给自己。${'抢救室里，灯二十四小时亮着。'.repeat(20)}</span></p><script>document.title='hacked'</script><p>第二天一早，她又去查房。<img src="data:image/png;base64,iVBORw0KGgo=" onerror="document.title='hacked'"></p></body></html>`

let editor: Visitor
beforeAll(async () => { editor = await arrive(o.office, WIDE) })

test('the office writes: pasted from Word only the words come in, pictures are added and their rights recorded', async () => {
  await editor.open(`/office/c/${h.campaignId}/stories`)
  await editor.sees('阿卜杜拉·买买提', '还没有写')
  await editor.open(page)
  await editor.page.getByLabel('加图片或视频').setInputFiles([await file('沈若川.jpg', 'story portrait', () => portrait('story', { background: 'red' })), await file('门诊.jpg', 'photo 1', () => photo('t1'))])
  for (const name of ['沈若川.jpg', '门诊.jpg']) {
    const group = editor.page.getByRole('group', { name, exact: true })
    await editor.fill('作者和来源', '图：县融媒体中心（示例）', group)
    await group.getByLabel('画面里有谁').selectOption({ label: '只有本人' })
    const keep = group.getByRole('button', { name: /^登记/u })
    await keep.click()
    await keep.and(editor.page.locator(':disabled')).waitFor()
  }
  await editor.fill('标题第 1 行', '把夜班上成')
  await editor.fill('标题第 2 行', '白天的样子')
  await editor.fill('导语', '抢救室里，灯二十四小时亮着。')
  await editor.page.getByLabel('人物照片').selectOption({ label: '沈若川.jpg' })
  await editor.press('加一段')
  const first = editor.field('第 1 段')
  await first.focus()
  await first.evaluate((field, html) => { const data = new DataTransfer(); data.setData('text/html', html); field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) }, fromWord)
  await editor.sees('粘贴了 3 段；带进来的 1 张图片没有收，请在下面另加')
  expect(await editor.page.title()).not.toBe('hacked')
  await editor.press('加引语')
  await editor.fill('第 4 段（引语原话）', '病人等不起，我也等不起。')
  await editor.sees(/引语没有写出处/)
  await editor.fill('在哪里、哪一年说的', '2026年5月，院内访谈')
  await editor.press('加图片')
  await editor.page.getByLabel('第 5 段（图片）').selectOption({ label: '门诊.jpg' })
  await editor.fill('说明', '在门诊，2026年4月。')
  await editor.fill('替代文字（给看不见的人）', '沈若川坐在诊桌前')
  await editor.sees('稿子没有要改的', '这一稿是您最后改的，请办公室另一位同志审。')
  await editor.keepsNobodyOut()
  await shot(editor, 'story-editor', true)
})

test('a second editor is told, and nothing is overwritten', async () => {
  const second = await arrive(o.second, WIDE)
  await second.open(page)
  await expect.poll(() => second.field('标题第 1 行').inputValue()).toBe('把夜班上成')
  const saved = editor.page.waitForResponse((r) => r.url().endsWith('/story') && r.request().method() === 'PUT' && r.ok())
  await editor.fill('标题第 3 行', '一样亮')
  await saved
  await second.fill('标题第 1 行', '别人的标题')
  await second.sees(/刚刚也改了这篇稿子/)
  await second.lookAgain()
  await expect.poll(() => second.field('标题第 3 行').inputValue(), { timeout: 30_000 }).toBe('一样亮')
  await second.press('审稿通过')
  await second.press('审稿通过', second.dialog())
  await second.sees('审稿意见已记下')
  await shot(second, 'story-review')
  await second.leave()
})

test('on a telephone the unit reads it, sends the signed sheet, and clears it for secrecy', async () => {
  const unit = await arrive(o.units[0]!.approver, PHONE)
  await unit.open(`/unit/n/${h.nominationIds[0]!}`)
  await unit.page.getByRole('link', { name: /^打开/u }).click()
  await unit.sees('把夜班上成', '病人等不起，我也等不起。')
  await unit.page.getByLabel('属实，可以这样发布').check()
  await unit.page.getByLabel('同意用文字、照片和视频宣传我的事迹').check()
  await unit.page.getByLabel('本人签字的稿子（照片或 PDF）').first().setInputFiles(await file('签字稿.pdf', 'signed story', () => stampedPdf('story', { title: '故事稿', lines: ['内容属实，同意宣传。'], unit: '示例单位' })))
  await unit.press('答复')
  await unit.sees('已答复')
  await unit.press('审查通过')
  await unit.sees('保密审查已记下')
  await unit.fitsPhone()
  await unit.keepsNobodyOut()
  await shot(unit, 'story-answer', true)
  await unit.leave()
})

test('published, anybody reads it, also without a script and on a narrow phone; withdrawn, it is gone', async () => {
  await editor.lookAgain()
  await editor.press('发布')
  await editor.press('现在发布', editor.dialog())
  await editor.sees('已发布', '看公开页')
  await editor.open(`/office/c/${h.campaignId}/stories`)
  await editor.sees('把夜班上成白天的样子一样亮')
  await shot(editor, 'stories')
  for (const viewport of [WIDE, PHONE]) {
    const anybody = await arrive(null, viewport)
    await anybody.open(h.honours.find((x) => x.name === '沈若川')!.path)
    await anybody.sees('把夜班上成', '一副听诊器', '把这个故事传给更多人')
    expect(await anybody.page.title()).toContain('沈若川')
    await anybody.fitsPhone()
    await anybody.keepsNobodyOut()
    // Pictures below the fold come when they are near.
    await anybody.page.evaluate(async () => { for (let y = 0; y < document.body.scrollHeight; y += 600) { scrollTo(0, y); await new Promise((r) => setTimeout(r, 60)) } })
    await expect.poll(() => anybody.page.evaluate(() => [...document.images].every((i) => i.complete && i.naturalWidth > 0))).toBe(true)
    await shot(anybody, 'story-public', true)
    await anybody.open(h.honours[0]!.path.replace(/\/[^/]+$/u, ''))
    await anybody.sees('阿卜杜拉·买买提')
    await shot(anybody, 'gallery-with-story', true)
    await anybody.open('/p/gallery')
    await anybody.sees('历年风采', '把夜班上成白天的样子一样亮')
    await anybody.fitsPhone()
    await anybody.keepsNobodyOut()
    await shot(anybody, 'gallery-all-years', true)
    await anybody.press('搜索')
    await anybody.page.getByLabel('姓名、单位、荣誉或活动').fill('若川')
    await anybody.page.getByRole('button', { name: '搜索' }).click()
    await anybody.sees('1 条结果', '沈若川')
    await anybody.fitsPhone()
    await anybody.keepsNobodyOut()
    await shot(anybody, 'public-search')
    await anybody.leave()
  }
  await editor.open(page)
  await editor.press('撤下故事')
  await editor.fill('理由（记入台账）', '画面里的第三人要求撤下（示例）', editor.dialog())
  await editor.press('撤下故事', editor.dialog())
  await editor.sees('系统撤不回、须由人办的')
  const anybody = await arrive(null)
  await anybody.open(h.honours.find((x) => x.name === '沈若川')!.path)
  await anybody.sees('山区急救一线十八年。')
  expect(await anybody.page.getByText('把夜班上成').count()).toBe(0)
})
