import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activity, activityForms, activityLimits, type Activity, type ActivityForm } from './activity'
import { judgeActivity, judgePhoto, judgeRelease } from './judge'
import { judgeLink } from './links'
import { overTime } from './over-time'
import { addTallies, isSame, sheetOf, tallyOf, wholeOf, type Level } from './totals'

const today = '2026-06-20'
const one: Activity = { name: '学习先进事迹报告会', form: 'talk', otherForm: '', day: '2026-06-18', place: '一楼报告厅', people: 120, hosts: '院工会', words: '听了三位同志的事迹。', links: ['https://news.hospital.cn/a/1'] }
const codes = (change: Partial<Activity>, more: Partial<Parameters<typeof judgeActivity>[1]> = {}) => judgeActivity({ ...one, ...change }, { today, others: [], distinct: false, ...more }).map((f) => `${f.code}:${f.strength}`)

describe('one activity', () => {
  test('as it is usually recorded nothing speaks against it', () => expect(codes({})).toEqual([]))
  test.each<[string, Partial<Activity>, string[]]>([
    ['tomorrow', { day: '2026-06-21' }, ['activity.future:block']],
    ['today', { day: today }, []],
    ['two years ago', { day: '2024-06-18' }, ['activity.longAgo:warn']],
    ['nobody counted', { people: null }, ['activity.noPeople:block']],
    ['nobody counted at an exhibition', { form: 'exhibition', people: null }, []],
    ['nobody came', { people: 0 }, ['activity.absurdPeople:block']],
    ['fewer than nobody', { people: -3 }, ['activity.absurdPeople:block']],
    ['more than a city', { people: activityLimits.people + 1 }, ['activity.absurdPeople:block']],
    ['a nought too many', { people: 12_000 }, ['activity.manyPeople:warn']],
    ['other, unnamed', { form: 'other' }, ['activity.noForm:block']],
    ['no name and no place', { name: '', place: '' }, ['activity.noName:block', 'activity.noPlace:block']],
    ['the same link twice', { links: [...one.links, ...one.links] }, ['activity.linkTwice:warn']],
    ['a marking', { words: '【机密】参观某基地' }, ['activity.marking:block']],
  ])('%s', (_, change, want) => expect(codes(change)).toEqual(want))
  test('the same day and place is asked about, and goes through when it is said to be another', () => {
    const others = [{ ...one, place: '一楼 报告厅' }]
    expect(codes({}, { others })).toEqual(['activity.duplicate:block'])
    expect(codes({}, { others, distinct: true })).toEqual(['activity.duplicate:note'])
    expect(codes({}, { others: [{ ...one, place: '二楼' }] })).toEqual([])
  })
  test('a unit that records without end is stopped', () => expect(codes({}, { others: Array.from({ length: activityLimits.ofOneDay }, (_, i) => ({ ...one, place: `${i}` })) })).toEqual(['activity.tooMany:block']))
  test('a day that does not exist is refused by its shape', () => expect(activity.safeParse({ ...one, day: '2026-02-30' }).success).toBe(false))
})

test.each([['https://www.xuexi.cn/a?b=1', []], ['http://10.0.0.3/x', ['linkDead']], ['https://localhost/a', ['linkDead']], ['https://host/a', ['linkDead']], ['https://a.cn/news/long...', ['linkDead']], ['https://a.cn/x点击查看', ['linkDead']], ['javascript:alert(1)', ['linkNone']], ['www.a.cn', ['linkNone']], ['https://a.cn/ 报道', ['linkNone']]])('the link %s', (link, want) =>
  expect(judgeLink(link).map((f) => f.code)).toEqual(want.map((c) => `activity.${c}`)))

test('what everybody may see needs who is seen and how they agreed; the office alone may see it without', () => {
  const photo = { id: '1', name: 'a.jpg', people: null, consent: '' }
  const at = (people: 'nobody' | 'adults' | 'children' | null, consent = '') => judgePhoto({ ...photo, people, consent }, true).map((f) => `${f.code}:${f.strength}`)
  expect([at(null), at('nobody'), at('adults'), at('children'), at('children', '2026-06-01 家长书面同意，存院办')]).toEqual([['activity.photoPeople:block'], [], ['activity.adultsUnasked:block'], ['activity.childrenUnasked:block'], []])
  expect(judgePhoto(photo, false).map((f) => f.strength)).toEqual(['note'])
  expect(judgeRelease({ ...one, words: '联系人手机 13800138000' }, []).map((f) => f.code)).toEqual(['privacy.phone'])
})

const held = fc.record({ form: fc.constantFrom(...activityForms), people: fc.option(fc.integer({ min: 1, max: 10_000 })), links: fc.array(fc.constant('https://a.cn'), { maxLength: 3 }) })
type Held = { form: ActivityForm; people: number | null; links: string[] }
interface Planted { readonly units: readonly (readonly Held[])[]; readonly below: readonly Planted[] }
const planted = fc.letrec<{ node: Planted }>((tie) => ({ node: fc.record({ units: fc.array(fc.array(held, { maxLength: 6 }), { maxLength: 4 }), below: fc.oneof({ maxDepth: 4, depthIdentifier: 'tree' }, fc.constant([]), fc.array(tie('node'), { maxLength: 3, depthIdentifier: 'tree' })) }) })).node
let n = 0
const grown = (p: Planted): Level => ({ campaignId: `c${++n}`, name: '', units: p.units.map((u, i) => ({ unitId: `u${i}`, name: `${i}`, tally: tallyOf(u) })), below: p.below.map(grown) })
const allOf = (p: Planted): Held[] => [...p.units.flat(), ...p.below.flatMap(allOf)]

describe('sums up the tree', () => {
  test('the sheet of a level is the sum of its units and of the sheets below, and that of every activity under it', () => {
    fc.assert(fc.property(planted, (p) => {
      const level = grown(p)
      const sheet = sheetOf(level)
      const below = addTallies([...level.units.map((u) => u.tally), ...level.below.map((b) => sheetOf(b).total)])
      return isSame(sheet.total, below) && isSame(sheet.total, tallyOf(allOf(p))) && wholeOf(sheet.total).times === allOf(p).length
    }))
  })
  test('an activity more shows in every sheet above it, and in no other', () => {
    fc.assert(fc.property(planted, held, (p, more) => {
      const [before, after] = [sheetOf(grown({ units: [[]], below: [p, p] })), sheetOf(grown({ units: [[]], below: [{ ...p, units: [...p.units, [more]] }, p] }))]
      return wholeOf(after.total).times === wholeOf(before.total).times + 1 && isSame(after.rows[2]!.tally, before.rows[2]!.tally)
    }))
  })
  test('the order of units is the register’s, whatever they held', () => {
    const busy = tallyOf(Array.from({ length: 9 }, () => ({ form: 'talk' as const, people: 9, links: [] })))
    const level = { campaignId: 'c', name: '', units: [{ unitId: 'a', name: '甲', tally: {} }, { unitId: 'b', name: '乙', tally: busy }, { unitId: 'c', name: '丙', tally: {} }], below: [] }
    expect(sheetOf(level).rows.map((r) => r.name)).toEqual(['甲', '乙', '丙'])
  })
})

test('over time nothing is lost and nothing overlaps, in days, weeks or months', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((d) => new Date(Date.UTC(2025, 0, 1) + d * 86_400_000).toISOString().slice(0, 10))
  fc.assert(fc.property(fc.uniqueArray(fc.record({ day, times: fc.integer({ min: 1, max: 9 }), people: fc.nat(99) }), { selector: (d) => d.day, maxLength: 60 }), (days) => {
    const { spans } = overTime(days)
    const sum = (all: readonly { times: number }[]) => all.reduce((x, d) => x + d.times, 0)
    return sum(spans) === sum(days) && spans.every((s, i) => s.day <= s.to && (i === 0 || spans[i - 1]!.to < s.day)) && spans.length <= 31
  }))
  expect(overTime([{ day: '2026-06-01', times: 1, people: 1 }, { day: '2026-06-03', times: 2, people: 0 }]).spans.map((s) => s.times)).toEqual([1, 0, 2])
  expect(overTime([{ day: '2026-01-31', times: 1, people: 1 }, { day: '2026-06-03', times: 2, people: 0 }]).step).toBe('week')
})
