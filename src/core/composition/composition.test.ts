import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn } from '../rules/age'
import type { NominationState } from '../nomination/state'
import { compose, sayShare } from './compose'
import { funnelOf } from './funnel'
import { marksOf } from './marks'
import { agesOn, bandOf, bornIn, edgesOf, youngerFrom, type Group, type UnitGroup } from './people'
import { quantile, spreadOf } from './quantile'
import { placesOf } from './regions'
import { isAt, stagesOf, type StageId } from './stages'

const clause = { number: '三（二）', zh: '45 岁以下不低于 20%', en: 'at least 20 % under 45' }
const share = (more: object) => ({ kind: 'proportion', strength: 'note', rests: clause, clause, over: 'level', bound: 'min', percent: 20, ...more }) as never
const definition = { rules: [
  { kind: 'category', id: 'c1', value: 'frontier', name: { zh: '前沿', en: 'Frontier' }, rests: clause } as never, { kind: 'category', id: 'c2', value: 'grassroots', name: { zh: '基层', en: 'Grassroots' }, rests: clause } as never,
  share({ id: 'young', of: { name: { zh: '45 岁以下', en: 'Under 45' }, bornOnOrAfter: '1981-05-24' } }),
  share({ id: 'academicians', bound: 'max', percent: 10, of: { name: { zh: '院士', en: 'Academicians' }, property: 'academician' } }),
  share({ id: 'women', over: 'winners', of: { name: { zh: '女性', en: 'Women' }, sex: 'female' } }),
  share({ id: 'own-list', over: 'unit', of: { name: { zh: '女性', en: 'Women' }, sex: 'female' } }),
] }
const on = '2026-05-23'
const edges = edgesOf(definition, on)
const stages = stagesOf({ rounds: [{ ruleId: 'r1', name: { zh: '第一轮', en: 'Round 1' }, closed: true }], announced: true, honoured: false })

/** One person, as somebody with a pencil would write the row down. */
interface Row { state: NominationState; sent: boolean; offline: boolean; later: StageId[]; category: string; sex: string; born: string; academician: boolean | null; unit: number }
const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2005-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10))
const row = fc.record<Row>({
  state: fc.constantFrom('draft', 'atApproval', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn'), sent: fc.boolean(), offline: fc.boolean(), later: fc.subarray<StageId>(['round:r1', 'selected:r1', 'announced']),
  category: fc.constantFrom('frontier', 'grassroots', '', 'dropped'), sex: fc.constantFrom('male', 'female', ''), born: fc.oneof(day, fc.constantFrom('', '1981-05-23', '1981-05-24')), academician: fc.constantFrom(true, false, null), unit: fc.nat(3),
}).map((r): Row => ({ ...r, sent: ['submitted', 'returned', 'accepted', 'rejected'].includes(r.state) || (r.state === 'withdrawn' && r.sent), later: r.state === 'accepted' ? r.later : [], ...(r.offline ? { category: '', sex: '', born: '', academician: null } : {}) }))
const units = [{ region: '云岭市', type: 'hospital', depth: 2 }, { region: '云岭市', type: 'cdc', depth: 2 }, { region: '', type: 'society', depth: 1 }, { region: '栗川市', type: 'hospital', depth: 2 }]

/** The groups the database hands over: alike in everything that is counted, the day of birth known only between two edges. */
const grouped = (rows: readonly Row[]): { people: Group[]; units: UnitGroup[] } => {
  const merge = <G extends { n: number }>(all: readonly G[]): G[] => {
    const by = new Map<string, G>()
    for (const g of all) { const key = JSON.stringify({ ...g, n: 0 }); by.set(key, { ...g, n: (by.get(key)?.n ?? 0) + g.n }) }
    return [...by.values()]
  }
  return {
    people: merge(rows.map(({ state, sent, offline, later, category, sex, born, academician }): Group => ({ n: 1, state, sent, offline, later, person: !sent ? {} : {
      ...(category === '' ? {} : { category }), ...(sex === '' ? {} : { sex: sex as 'male' }), ...(born === '' ? {} : { birthDay: bornIn(edges, edges.filter((e) => e <= born).length) }), properties: academician === null ? {} : { academician } } }))),
    units: merge(rows.map(({ state, sent, later, unit }): UnitGroup => ({ n: 1, state, sent, later, ...units[unit]! }))),
  }
}
const there = (rows: readonly Row[], stage: StageId) => rows.filter((r) => isAt(r, stage))

test('every class at every stage is what a naive count says, with those who did not say and those by hand, and the classes add up to the whole', () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
    const all = compose(definition, { ...grouped(rows), stages, on })
    const naive: Record<string, (r: Row) => string> = {
      category: (r) => (r.offline ? '*offline' : r.category), sex: (r) => (r.offline ? '*offline' : r.sex), age: (r) => (r.offline ? '*offline' : r.born === '' ? '' : String(bandOf(ageOn(r.born, on)))),
      region: (r) => units[r.unit]!.region || '*alone', unitType: (r) => units[r.unit]!.type, level: (r) => String(units[r.unit]!.depth),
    }
    for (const d of all) for (const at of d.at) {
      expect(at.whole).toBe(there(rows, at.stage).length)
      expect(at.counts.reduce((a, b) => a + b, 0)).toBe(at.whole)
      d.classes.forEach((c, i) => expect([d.id, at.stage, c.value, at.counts[i]]).toEqual([d.id, at.stage, c.value, there(rows, at.stage).filter((r) => naive[d.id]!(r) === c.value).length]))
    }
    expect(all.filter((d) => d.at.some((a) => a.stage === 'begun')).map((d) => d.id)).toEqual(['region', 'unitType', 'level'])
  }), { numRuns: 300 })
})

test('shares asked by the notice are counted over their own list, those not known apart; a unit’s own list is none of them', () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
    const marks = marksOf(definition, grouped(rows).people, stages)
    expect(marks.map((m) => [m.ruleId, m.at.map((a) => a.stage)])).toEqual([['young', ['submitted', 'accepted']], ['academicians', ['submitted', 'accepted']], ['women', ['selected:r1', 'announced']]])
    for (const at of marks[0]!.at) {
      const list = there(rows, at.stage)
      expect([at.n, at.open, at.size]).toEqual([list.filter((r) => r.born >= '1981-05-24').length, list.filter((r) => r.born === '').length, list.length])
    }
    for (const at of marks[1]!.at) {
      const list = there(rows, at.stage)
      const n = list.filter((r) => r.academician === true).length
      const open = list.filter((r) => r.academician === null).length
      expect([at.n, at.open, at.kept]).toEqual([n, open, n > Math.floor(list.length / 10) ? false : n + open > Math.floor(list.length / 10) ? null : true])
    }
  }), { numRuns: 300 })
})

test('a share is said with what it is of, what the notice asks, and how far it is', () => {
  const people = (n: number, academician: boolean): Group => ({ n, state: 'submitted', sent: true, offline: false, later: [], person: { birthDay: academician ? '1950-01-01' : '1990-01-01', properties: { academician } } })
  const [young, academicians] = marksOf(definition, [people(2, true), people(4, false), { ...people(20, true), person: { birthDay: '1960-01-01', properties: { academician: false } } }], stages)
  expect(academicians!.at[0]!.sentence.zh).toBe('2 人，占 26 人的 7.7%；至多 2 人（10%），在比例之内')
  expect(young!.at[0]!.sentence.zh).toBe('4 人，占 26 人的 15.4%；至少 6 人（20%），还差 2 人')
  expect(marksOf(definition, [], stages)[0]!.at[0]!.sentence.zh).toBe('0 人，占 0 人的 —；至少 0 人（20%），在比例之内')
})

test('who is younger than so many years on a day is so from one day of birth on, leap days included', () => {
  fc.assert(fc.property(day, fc.constantFrom('2026-05-23', '2028-02-29', '2028-02-28', '2026-03-01', '2026-12-31'), fc.constantFrom(35, 45, 55, 65), (born, on, years) => { expect(born >= youngerFrom(years, on)).toBe(ageOn(born, on) < years) }))
  expect(agesOn({ rules: [{ kind: 'age', on: '2026-01-01' } as never] }, 0)).toBe('2026-01-01')
  expect(agesOn({ rules: [] }, Date.parse('2026-05-24T00:00:00+08:00'))).toBe('2026-05-23')
})

test('median and nine in ten are values that were measured, by their rank', () => {
  fc.assert(fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
    const sorted = values.toSorted((a, b) => a - b)
    expect(quantile(values.map((value) => ({ value, n: 1 })), percent)).toBe(sorted[Math.max(1, Math.ceil((sorted.length * percent) / 100)) - 1])
  }))
  expect([spreadOf([]), quantile([{ value: 3, n: 0 }], 50)]).toEqual([null, null])
})

describe('the funnel', () => {
  const g = (n: number, state: NominationState, sent: boolean, later: StageId[] = []): UnitGroup => ({ n, state, sent, later, ...units[0]! })
  const f = funnelOf([g(3, 'draft', false), g(2, 'atApproval', false), g(1, 'withdrawn', false), g(4, 'submitted', true), g(2, 'returned', true), g(1, 'withdrawn', true), g(1, 'rejected', true), g(5, 'accepted', true, ['round:r1']), g(2, 'accepted', true, ['round:r1', 'selected:r1'])], stages, { returns: 6, nominations: 5, cameBack: 3 })
  test('only narrows, and tells who fell out and what came back', () => {
    expect(f.steps.map((s) => [s.id, s.count])).toEqual([['begun', 21], ['atApproval', 17], ['sent', 15], ['accepted', 7], ['round:r1', 7], ['selected:r1', 2], ['announced', 0]])
    expect(f.steps.flatMap((s) => s.lost.map((l) => [l.name.zh, l.count]))).toEqual([['报送前撤下', 1], ['报送后撤回', 1], ['不予受理', 1]])
    expect(f.loops).toEqual({ returns: 6, nominations: 5, cameBack: 3, open: 2 })
  })
})

test('a unit belongs to the branch at the top of it; alone below the office it belongs to none; a circle ends', () => {
  const u = (unitId: string, parentId: string | null, name: string) => ({ unitId, parentId, name, type: 'hospital' })
  expect([...placesOf([u('a', null, '云岭市医学会（示例）'), u('b', 'a', '云岭市第一人民医院（示例）'), u('c', 'b', '河口分院'), u('d', null, '省立医院（示例）'), u('x', 'y', '甲'), u('y', 'x', '乙')])].map(([id, p]) => [id, p.region, p.depth]).slice(0, 4)).toEqual([['a', '云岭市', 1], ['b', '云岭市', 2], ['c', '云岭市', 3], ['d', '', 1]])
})

test('a share is of its whole, in tenths of a hundredth; of nothing there is none', () => expect([sayShare(2, 26), sayShare(1, 3), sayShare(0, 5), sayShare(5, 5), sayShare(0, 0)]).toEqual(['7.7%', '33.3%', '0.0%', '100.0%', '—']))
