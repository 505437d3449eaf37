/** 形式审查台 by the keyboard alone: found and opened; the address keeps what the list is narrowed to. */
import { expect, test } from 'vitest'
import { spellRest } from '#server/search/spelling'
import { openProvincial } from '../server/office'
import { putNomination } from '../server/put-nomination'
import { PHONE, Visitor } from './people'
import { at, browser, o, play, shot } from './play'

let campaignId: string
const names = ['单雄新', '解小东', '仇和平', '曾国安', '沈若川', '阿卜杜拉·买买提', '张伟', '张卫']

play({ units: 3 }, async () => {
  campaignId = await openProvincial(at, o)
  const units = await at.services.db.rows<{ id: string }>(`SELECT id FROM organisations WHERE code LIKE 'U%' ORDER BY code`)
  const put = (unit: number, name: string, state: Parameters<typeof putNomination>[1]['state'], n: number) => putNomination(at.services.db, { campaignId, unitId: units[unit]!.id, name, state, n })
  for (const [i, name] of names.entries()) await put(0, name, 'submitted', i)
  await put(1, '退回的人', 'returned', 0)
  for (let i = 0; i < 120; i++) await put(2, `示例人选${i + 1}`, 'submitted', i + 100)
  while ((await spellRest(at.services.db, 'person')) + (await spellRest(at.services.db, 'unit')) > 0);
})

const arrive = async (viewport?: { width: number; height: number }) => (await Visitor.arrive(browser, at.origin, viewport)).holding(o.office.token)
const heading = (who: Visitor, name: string) => who.page.getByRole('heading', { name, exact: true, level: 2 }).waitFor()

test('“/”, initials, down: found and opened without a mouse; the address keeps the filter', async () => {
  const office = await arrive({ width: 1440, height: 900 })
  await office.open(`/office/c/${campaignId}/screening`)
  await heading(office, '单雄新')
  await office.sees('待审 128 件', '符合的有 129 件', '再列出一些（还有 79 件）')
  await office.keepsNobodyOut()
  await shot(office, 'desk-queue')
  const keys = office.page.keyboard
  await keys.press('/')
  await keys.type('xxd')
  await office.sees('符合的有 1 件')
  await keys.press('ArrowDown')
  await heading(office, '解小东')
  expect(new URL(office.page.url()).searchParams.get('q')).toBe('xxd')
  await office.lookAgain()
  await heading(office, '解小东')
  await office.sees('符合的有 1 件')
  await office.keepsNobodyOut()
  await shot(office, 'desk-found')
  await keys.press('/')
  await keys.type('zhangw')
  await office.sees('符合的有 2 件')
  await keys.press('ArrowDown')
  await heading(office, '张伟')
  await keys.press('ArrowDown')
  await heading(office, '张卫')
  await keys.press('k')
  await heading(office, '张伟')
  await keys.press('/')
  await keys.type('没有这样的人')
  await office.sees('没有符合的推荐')
  await office.keepsNobodyOut()
  await keys.press('Escape')
  await office.sees('符合的有 129 件')
  await office.press('退回补正 1')
  await heading(office, '退回的人')
  expect(new URL(office.page.url()).searchParams.get('state')).toBe('returned')
  await office.leave()
}, 180_000)

test('a long list comes page by page, and on a telephone nothing runs over the edge', async () => {
  const office = await arrive(PHONE)
  await office.open(`/office/c/${campaignId}/screening?q=${encodeURIComponent('示例人')}`)
  await office.sees('符合的有 120 件', '再列出一些（还有 70 件）')
  await office.press('再列出一些（还有 70 件）')
  await office.sees('再列出一些（还有 20 件）')
  await office.fitsPhone()
  await office.keepsNobodyOut()
  await shot(office, 'desk-queue')
  await office.leave()
}, 120_000)

test('S and B: several are chosen, previewed, held with a countdown, undone, held again and released', async () => {
  const office = await arrive({ width: 1440, height: 900 })
  await office.open(`/office/c/${campaignId}/screening?q=${encodeURIComponent('示例单位1')}`)
  await heading(office, '单雄新')
  const keys = office.page.keyboard
  const choose = async () => {
    await keys.press('s')
    await keys.press('j')
    await heading(office, '解小东')
    await keys.press('s')
    await office.sees('已选 2 件')
    await keys.press('b')
    await office.dialog().getByText('解小东').waitFor()
  }
  await choose()
  await office.stillFits(office.dialog())
  await office.keepsNobodyOut()
  await shot(office, 'desk-bulk')
  await office.press('接收这 2 件', office.dialog())
  await office.sees('郑一帆定了接收 2 件，离发出还有')
  await office.keepsNobodyOut()
  await shot(office, 'desk-held')
  const states = async () => (await at.services.db.rows<{ state: string }>(`SELECT state FROM nominations WHERE candidate_name IN ('单雄新', '解小东')`)).map((r) => r.state)
  expect(await states()).toEqual(['submitted', 'submitted'])
  await office.press('撤销')
  await office.text('郑一帆定了接收 2 件，离发出还有').waitFor({ state: 'hidden' })
  await keys.press('k')
  await heading(office, '单雄新')
  await choose()
  await office.stillFits(office.dialog())
  await office.press('接收这 2 件', office.dialog())
  await office.press('现在就发出')
  await office.sees('待审 6 件')
  expect(await states()).toEqual(['accepted', 'accepted'])
  await office.leave()
}, 120_000)
