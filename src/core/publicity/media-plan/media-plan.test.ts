import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/instant'
import { chosen, everything, inOrder, monthBeside, monthOf, type Arranged } from './arrange'
import { channelKinds, channelLevels } from './channel'
import { pressingOf, reminderOf } from './due'
import { itemStates, statesAfter } from './item'
import { readDay, readKind } from './media-list'
import { judgeFilmFor, platformOf, platformRules, type FilmFacts } from './platforms'
import { plusMedia, noMedia, standing, totalsOf, type Counted } from './totals'

const TODAY = '2026-05-20'
const item = (change: Partial<Arranged> = {}): Arranged => ({ id: 'a', title: '通讯（示例）', kind: 'newspaper', level: 'city', channelName: '云川日报（示例）', ownerName: '办公室甲', materialName: '', state: 'planned', from: TODAY, to: TODAY, link: '', reach: null, files: 0, recallSince: null, recalledAt: null, ...change })

const counted: fc.Arbitrary<Counted> = fc.record({ state: fc.constantFrom(...itemStates), kind: fc.constantFrom(...channelKinds), level: fc.constantFrom(...channelLevels), from: fc.constant(TODAY), to: fc.constant(TODAY), link: fc.constantFrom('', 'https://a.example.org'), reach: fc.option(fc.nat(1000)), files: fc.nat(2), recallSince: fc.option(fc.constant(1)), recalledAt: fc.constant(null) })
describe('totals', () => {
  test('of kinds and of levels alike are those of all; what is cancelled is no item', () => fc.assert(fc.property(fc.array(counted, { maxLength: 40 }), (all) => {
    const t = totalsOf(all)
    for (const rows of [t.byKind, t.byLevel]) expect(rows.reduce((s, r) => plusMedia(s, r.sum), noMedia)).toEqual(t.all)
    expect(standing(t.all)).toBe(all.filter((i) => i.state !== 'cancelled').length)
    expect(t.byKind.map((r) => channelKinds.indexOf(r.kind))).toEqual(t.byKind.map((r) => channelKinds.indexOf(r.kind)).toSorted((a, b) => a - b))
  })))
})

describe('what presses', () => {
  test('by state and day', () => {
    const of = (change: Partial<Arranged>) => pressingOf(item(change), TODAY)
    expect([of({}), of({ from: addDays(TODAY, 1) }), of({ from: addDays(TODAY, 2) }), of({ from: addDays(TODAY, -1) })]).toEqual(['soon', 'soon', null, 'overdue'])
    expect([of({ state: 'out' }), of({ state: 'out', from: addDays(TODAY, -1) }), of({ state: 'out', from: addDays(TODAY, -1), files: 1 }), of({ state: 'cancelled', from: addDays(TODAY, -9) })]).toEqual([null, 'unshown', null, null])
    expect([of({ state: 'out', recallSince: 1 }), of({ state: 'out', recallSince: 1, recalledAt: 2 })]).toEqual(['recall', null])
  })
  test('a reminder is sent once for a day, and for another day again', () => {
    const row = { ...item({ from: addDays(TODAY, 1) }), changedOn: addDays(TODAY, -3), toldDue: null, toldLate: null }
    expect([reminderOf(row, TODAY), reminderOf({ ...row, toldDue: row.from }, TODAY), reminderOf({ ...row, toldDue: TODAY }, TODAY), reminderOf({ ...row, changedOn: TODAY }, TODAY)]).toEqual(['due', null, 'due', null])
  })
  test('every state is left and reached again: no slip of the hand is for ever', () => {
    for (const s of itemStates) expect([statesAfter(s).length > 0, itemStates.some((o) => statesAfter(o).includes(s))]).toEqual([true, true])
  })
})

describe('list and month', () => {
  test('words are looked for in title, channel and person, full width or not', () => {
    const all = [item(), item({ id: 'b', title: '短片 ＡＢＣ', from: addDays(TODAY, -2), state: 'out' })]
    const ids = (change: object) => chosen(all, { ...everything, ...change }, TODAY).map((i) => i.id)
    expect([ids({ words: 'abc' }), ids({ words: '日报 甲' }), ids({ state: 'out' }), ids({ pressing: 'late' }), inOrder(all, 'day').map((i) => i.id), inOrder(all, 'newest').map((i) => i.id)]).toEqual([['b'], ['a', 'b'], ['b'], ['b'], ['b', 'a'], ['a', 'b']])
  })
  test('a month has its days once, from a Monday, and each item on its first day', () => fc.assert(fc.property(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 12 }), (y, m) => {
    const month = `${y}-${String(m).padStart(2, '0')}`
    const days = monthOf([item({ from: `${month}-03`, to: `${month}-05` })], month).flat()
    expect(days.filter((d) => d.inside).map((d) => Number(d.day.slice(8)))).toEqual(Array.from({ length: days.filter((d) => d.inside).length }, (_, i) => i + 1))
    expect([days.length % 7, days.filter((d) => d.begins.length === 1).map((d) => d.day), days.filter((d) => d.running === 1).length, monthBeside(monthBeside(month, 1), -1)]).toEqual([0, [`${month}-03`], 2, month])
  })))
  test('days and kinds as people write them', () => {
    expect(['2026年5月3日', '2026.5.3', '2026/05/03', '２０２６-5-3', '5月3日', '2026-02-30', '明天'].map(readDay)).toEqual(['2026-05-03', '2026-05-03', '2026-05-03', '2026-05-03', null, null, null])
    expect([readKind('报纸专栏', ''), readKind('', '学习强国'), readKind('', '抖音号'), readKind('LED大屏', ''), readKind('讲坛', '')]).toEqual(['newspaper', 'app', 'shortVideo', 'screens', null])
  })
})

describe('platforms', () => {
  const film: FilmFacts = { seconds: 60, width: 1080, height: 1920, bytes: 30_000_000, container: 'mp4', codec: 'avc' }
  const codes = (change: Partial<FilmFacts>, id = 'xuexi') => judgeFilmFor({ ...film, ...change }, platformRules.find((r) => r.id === id)!).map((f) => f.code)
  test('a film that suits all is spoken against by none', () => { for (const r of platformRules) expect([r.id, judgeFilmFor(film, r)]).toEqual([r.id, []]) })
  test('length, size, shape, smallness, container and coding are each told, and none of them stops anybody', () => {
    expect([codes({ seconds: 301 }), codes({ seconds: 300 }), codes({ bytes: 500_000_001 }), codes({ width: 1080, height: 1440 }), codes({ width: 720, height: 1280 }), codes({ container: 'mov' }), codes({ codec: 'hevc' })]).toEqual([['platform.tooLong'], [], ['platform.tooLarge'], ['platform.ratio'], ['platform.small'], ['platform.container'], ['platform.codec']])
    expect(judgeFilmFor({ ...film, seconds: 9999 }, platformRules[0]!).every((f) => f.strength === 'warn')).toBe(true)
    expect([codes({ container: null, codec: null }), codes({ width: 1082, height: 1920 }), codes({ codec: 'hevc' }, 'douyin')]).toEqual([[], [], []])
  })
  test('a channel is known by its name; every rule says where it is from and as of when', () => {
    expect([platformOf('抖音号“云川卫健”（示例）')?.id, platformOf('云川日报（示例）')]).toEqual(['douyin', null])
    for (const r of platformRules) expect([r.source.zh.includes('示例'), /^\d{4}-\d\d-\d\d$/u.test(r.asOf)]).toEqual([true, true])
  })
})
