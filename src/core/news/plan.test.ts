import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, startOfDay, type Instant } from '../kernel/instant'
import { newsKinds, type NewsKind } from './kinds'
import { AT_ONCE_A_DAY, dueOf, MOST_A_DAY, planLetter, type Due } from './plan'
import { isQuiet, judgeSettings, nextHour, usualSettings, type NewsSettings } from './settings'

const HOUR = 3_600_000
const at = (hour: number, minute = 0): Instant => startOfDay('2026-11-20') + hour * HOUR + minute * 60_000
const quiet = usualSettings

describe('when one piece of news leaves', () => {
  const due = (kind: NewsKind, when: Instant, until?: Instant, s: NewsSettings = quiet) => dueOf({ kind, at: when, detail: until === undefined ? {} : { until } }, s)
  test('at once means after the minutes in which others may join it', () => expect(due('accepted', at(10))).toEqual({ at: at(10, 5), digest: false, presses: false }))
  test('at night it waits for the morning', () => expect([due('accepted', at(23))?.at, due('accepted', at(3))?.at, due('accepted', at(21, 58))?.at]).toEqual([at(31), at(7), at(31)]))
  test('a return whose term ends before the quiet hours do passes them, one that ends later does not', () => {
    expect(due('returned', at(23), at(30))).toEqual({ at: at(23, 5), digest: false, presses: true })
    expect(due('returned', at(23), at(40))).toEqual({ at: at(31), digest: false, presses: false })
  })
  test('an extension passes whenever it comes', () => expect(due('deadlineExtended', at(23), at(200))).toEqual({ at: at(23, 5), digest: false, presses: true }))
  test('a digest waits for its hour, unless its term ends before', () => {
    const daily: NewsSettings = { ...quiet, modes: { ...quiet.modes, terms: 'digest', work: 'digest' } }
    expect([due('nominationSent', at(10), undefined, daily), due('returned', at(10), at(20), daily), due('returned', at(10), at(80), daily)]).toEqual([{ at: at(33), digest: true, presses: false }, { at: at(10, 5), digest: false, presses: false }, { at: at(33), digest: true, presses: false }])
  })
  test('what was switched off does not leave', () => expect(due('accepted', at(10), undefined, { ...quiet, modes: { ...quiet.modes, decisions: 'none' } })).toBe(null))
})

describe('settings', () => {
  test('what must reach people cannot be switched off, and the finding says why', () => {
    expect(judgeSettings({ ...quiet, modes: { ...quiet.modes, terms: 'none', work: 'none' } }).map((f) => [f.code, f.at.field, f.mend.zh.includes('过了期限')])).toEqual([['news.must', 'terms', true]])
  })
  test('a digest in the quiet hours, and hours that are none, are refused', () => {
    expect(judgeSettings({ ...quiet, digestHour: 23 }).map((f) => f.code)).toEqual(['news.digestQuiet'])
    expect(judgeSettings({ ...quiet, quietFrom: 24 }).map((f) => f.code)).toEqual(['news.hour'])
    expect(judgeSettings({ ...quiet, digestHour: 23, quietFrom: 0, quietTo: 0 })).toEqual([])
  })
})

const hours = fc.integer({ min: 0, max: 23 })
const settings = fc.record({ modes: fc.record({ terms: fc.constantFrom('atOnce', 'digest'), decisions: fc.constantFrom('atOnce', 'digest', 'none'), work: fc.constantFrom('atOnce', 'digest', 'none'), campaign: fc.constantFrom('atOnce', 'digest', 'none'), jury: fc.constantFrom('atOnce', 'digest', 'none') }), digestHour: hours, quietFrom: hours, quietTo: hours })
  .filter((s) => judgeSettings(s as NewsSettings).length === 0) as fc.Arbitrary<NewsSettings>
interface Item { readonly kind: NewsKind; readonly at: Instant; readonly until: Instant | null }
const item: fc.Arbitrary<Item> = fc.record({ kind: fc.constantFrom(...(Object.keys(newsKinds) as NewsKind[])), at: fc.integer({ min: 0, max: 48 * 60 }).map((m) => at(0, m)), until: fc.option(fc.integer({ min: 1, max: 72 * 60 }).map((m) => at(0, m))) })

interface Left { readonly at: Instant; readonly kind: 'atOnce' | 'digest'; readonly items: readonly Item[]; readonly pressed: boolean }
/** A mailbox played through minute by minute, as the carrier does it. @param alone the mutant: each in a letter of its own, as soon as it is due */
const play = (items: readonly Item[], s: NewsSettings, alone = false): { left: Left[]; waiting: number; wanted: number } => {
  const open = new Map<Item, Due>()
  const left: Left[] = []
  for (const i of items) {
    const due = dueOf({ kind: i.kind, at: i.at, detail: i.until === null ? {} : { until: i.until } }, s)
    if (due !== null) open.set(i, due)
  }
  const wanted = open.size
  for (let now = at(0); now < at(24 * 14) && open.size > 0; now += 60_000) {
    const due = [...open].filter(([i, d]) => i.at <= now && d.at <= now)
    if (due.length === 0) continue
    const today = left.filter((l) => dayOf(l.at) === dayOf(now))
    if (alone) {
      for (const [i, d] of due) { left.push({ at: now, kind: 'atOnce', items: [i], pressed: d.presses }); open.delete(i) }
      continue
    }
    const next = planLetter(due.map(([, d]) => d), { atOnce: today.filter((l) => l.kind === 'atOnce').length, digests: today.filter((l) => l.kind === 'digest').length, lastAt: today.at(-1)?.at ?? null }, s, now)
    if ('send' in next) {
      const going = [...open].filter(([i, d]) => i.at <= now && (next.send === 'digest' || !d.digest)).map(([i]) => i)
      left.push({ at: now, kind: next.send, items: going, pressed: due.some(([, d]) => d.presses) })
      going.forEach((i) => open.delete(i))
    } else for (const [i, d] of due) open.set(i, { at: next.postpone, digest: next.digest, presses: d.presses && !next.digest })
  }
  return { left, waiting: open.size, wanted }
}
const most = (left: readonly Left[]): number => Math.max(0, ...left.map((l) => left.filter((k) => dayOf(k.at) === dayOf(l.at)).length))

test('whatever comes: everything leaves exactly once, never more than a few letters a day, and at night only what presses', () => {
  fc.assert(fc.property(fc.array(item, { maxLength: 120 }), settings, (items, s) => {
    const { left, waiting, wanted } = play(items, s)
    const sent = left.flatMap((l) => l.items)
    expect([waiting, sent.length, new Set(sent).size]).toEqual([0, wanted, wanted])
    expect(most(left)).toBeLessThanOrEqual(MOST_A_DAY)
    expect(left.filter((l) => isQuiet(l.at, s) && !l.pressed)).toEqual([])
  }), { numRuns: 25 })
}, 60_000)

test('two hundred in an hour are a few letters; mutant: without bundling they are two hundred', () => {
  const items: Item[] = Array.from({ length: 200 }, (_, i) => ({ kind: 'nominationSent', at: at(10) + Math.floor((i * HOUR) / 200), until: null }))
  const few = play(items, quiet).left
  expect([few.flatMap((l) => l.items).length, few.length <= 3]).toEqual([200, true])
  const naive = play(items, quiet, true).left
  expect([naive.length, most(naive) > MOST_A_DAY]).toEqual([200, true])
})

test('what goes over the day’s number goes into the next digest', () => {
  const plan = planLetter([{ at: at(15), digest: false, presses: false }], { atOnce: AT_ONCE_A_DAY, digests: 1, lastAt: at(12) }, quiet, at(15))
  expect(plan).toEqual({ postpone: nextHour(at(15), 9), digest: true })
})
