import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../kernel/instant'
import { burdenCaused, perNomination } from './burden-caused'
import { sayLength } from './figures'
import { reasonsOf, type PointCount } from './return-reasons'
import { arrivalsOf } from './timeliness'

const definition = { rules: [{ kind: 'material', id: 'opinion', name: { zh: '廉政意见（盖章）', en: 'Integrity opinion' }, file: {}, min: 0 } as never, { kind: 'formField', field: 'deeds', label: { zh: '主要事迹', en: 'Deeds' }, id: 'f' } as never] }
const point = (code: string, n: number, more: Partial<PointCount> = {}): PointCount => ({ code, material: '', field: '', clause: '', n, ...more })

test('codes of one kind at one place and clause are one reason, the most frequent first, with a hint where the notice is more likely at fault', () => {
  const r = reasonsOf(definition, 9, [point('paper.noSeal', 5, { material: 'opinion', clause: '四、1' }), point('paper.fewSeals', 3, { material: 'opinion', clause: '四、1' }), point('field.tooShort', 2, { field: 'deeds' }), point('', 4), point('nobody.knows', 1)])
  expect(r.reasons.map((x) => [x.what.zh, x.where?.zh ?? null, x.clause, x.n, x.hint !== null])).toEqual([
    ['公章缺、少或不清', '廉政意见（盖章）', '四、1', 8, true], ['审查人员自己写的意见', null, '', 4, false], ['推荐表栏目缺填或填得不对', '主要事迹', '', 2, false], ['其他', null, '', 1, false]])
  expect([r.letters, r.points, r.rest]).toEqual([9, 15, 0])
})
test('no point is lost however many reasons there are', () => {
  fc.assert(fc.property(fc.array(fc.record({ code: fc.constantFrom('', 'paper.noSeal', 'photo.tooSmall', 'x.y'), material: fc.constantFrom('', 'opinion', 'gone'), field: fc.constantFrom('', 'deeds'), clause: fc.string({ maxLength: 3 }), n: fc.integer({ min: 1, max: 9 }) }), { maxLength: 80 }), (counts) => {
    const r = reasonsOf(definition, 1, counts)
    expect(r.reasons.reduce((n, x) => n + x.n, 0) + r.rest).toBe(counts.reduce((n, c) => n + c.n, 0))
    expect(r.reasons.every((x, i) => i === 0 || r.reasons[i - 1]!.n >= x.n)).toBe(true)
  }))
})

const end = Date.parse('2026-05-24T00:00:00+08:00')
const at = (iso: string, n: number, to = end) => { const t = Date.parse(`${iso}+08:00`); return { hour: Math.floor(t / 3_600_000), toEnd: Math.floor((t - to) / 3_600_000), n } }
test('days without a submission are shown, the last day by its hours, and what came after the end is told apart', () => {
  const a = arrivalsOf([at('2026-05-20T09:30', 2), at('2026-05-23T08:00', 1), at('2026-05-23T23:59', 4), at('2026-05-25T10:00', 1)], end)
  expect(a.days).toEqual([{ day: '2026-05-20', n: 2 }, { day: '2026-05-21', n: 0 }, { day: '2026-05-22', n: 0 }, { day: '2026-05-23', n: 5 }, { day: '2026-05-24', n: 0 }, { day: '2026-05-25', n: 1 }])
  expect([a.all, a.inLastDay, a.inLastHour, a.afterEnd, a.lastDay.filter((h) => h.n > 0)]).toEqual([8, 5, 4, 1, [{ hour: 8, n: 1 }, { hour: 23, n: 4 }]])
  expect(arrivalsOf([], end)).toEqual({ all: 0, days: [], lastDay: [], inLastDay: 0, inLastHour: 0, afterEnd: 0 })
})
test('an end at half past counts to the minute', () => {
  const half = Date.parse('2026-05-23T17:30:00+08:00')
  const a = arrivalsOf([at('2026-05-23T17:29', 1, half), at('2026-05-23T17:31', 1, half), at('2026-05-23T16:29', 1, half)], half)
  expect([a.inLastHour, a.afterEnd, a.inLastDay]).toEqual([1, 1, 2])
})
test('every submission stands on one day', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -300, max: 100 }), { maxLength: 50 }), (hours) => {
    const times = hours.map((h) => end + h * 3_600_000)
    const a = arrivalsOf(times.map((t) => ({ hour: t / 3_600_000, toEnd: (t - end) / 3_600_000, n: 1 })), end)
    expect(a.days.reduce((n, d) => n + d.n, 0)).toBe(hours.length)
    for (const d of a.days) expect(d.n).toBe(times.filter((t) => dayOf(t) === d.day).length)
    expect([a.afterEnd, a.inLastDay]).toEqual([times.filter((t) => t >= end).length, times.filter((t) => t >= end - 86_400_000 && t < end).length])
  }))
})

test('the bars of time hold every nomination once; lengths and rates are said in words', () => {
  fc.assert(fc.property(fc.array(fc.record({ value: fc.nat(900), n: fc.integer({ min: 1, max: 5 }) }), { maxLength: 40 }), (minutes) => {
    const b = burdenCaused({ rules: [] }, { sent: 0, minutes, totalMinutes: 0, returns: 0, counted: 0, asked: 0, known: 0, changed: 0, typed: 0, filesRefused: 0, filesReplaced: 0 })
    expect(b.bars.reduce((n, x) => n + x.n, 0)).toBe(minutes.reduce((n, x) => n + x.n, 0))
  }))
  expect([0, 45, 60, 95, 1440, 3000].map((m) => sayLength(m).zh)).toEqual(['0 分', '45 分', '1 小时', '1 小时 35 分', '1 天', '2 天 2 小时'])
  expect([perNomination(2, 5), perNomination(0, 3), perNomination(1, 0), perNomination(35, 10)]).toEqual(['0.4', '0.0', '—', '3.5'])
})
