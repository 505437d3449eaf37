/** 会议和单位内公示: numbers that fit each other, days that are over, and working days counted by the holiday table. */
import { describe, expect, test } from 'vitest'
import { checkDefinition } from '../campaign/check-definition'
import { resolve } from '../campaign/resolve'
import { startOfDay } from '../kernel/instant'
import { checkAnswers } from '../nomination/check-answers'
import { noAnswers, type StepAnswer } from '../nomination/form'
import { daysHeld } from './public-notice'

const w = (zh: string) => ({ zh, en: 'sample' })
const clause = (number: string) => ({ number, ...w('示例') })
const half = { share: { numerator: 1, denominator: 2 }, inclusive: false }
const twoThirds = { share: { numerator: 2, denominator: 3 }, inclusive: true }
const rules = (more: object = {}): object[] => [
  { id: 'meeting', kind: 'procedureStep', clause: clause('六、1'), name: w('民主程序'), about: w('研究确定'), record: { meeting: { quorum: twoThirds } }, votes: { ...half, of: 'present' } },
  { id: 'hung', kind: 'procedureStep', clause: clause('六、2'), name: w('单位内公示'), about: w('公示'), after: ['meeting'], record: { notice: true } },
  { id: 'length', kind: 'publicNotice', clause: clause('六、3'), at: 'nominator', days: 5, count: 'working', step: 'hung', ...more },
]
const checked = (own: object[]) => checkDefinition({ format: 'xuanshu-definition/1', id: 'seed', year: 2026, level: 'province', name: w('示例'), award: w('示例奖'), parent: null, notice: { title: '示例', issuer: w('示例'), number: 'not stated', date: 'not stated', hosts: [w('示例')], basis: [] }, rules: own })
const made = (own: object[]) => {
  const { definition, faults } = checked(own)
  expect(faults).toEqual([])
  return resolve([definition!])
}
const d = made(rules())
const old = { note: '', attended: [], absentReason: '' }
const meeting: StepAnswer = { ...old, day: '2026-09-21', place: '会议室', entitled: '9', present: '7', inFavour: '5', against: '1', abstained: '1', note: '同意推荐' }
/** 2026-09-25 to 27 is the Mid-Autumn holiday; 09-20 is worked in exchange, as is 10-10. */
const holidays = { holidays: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], workdays: ['2026-09-20', '2026-10-10'] }
const hung: StepAnswer = { ...old, day: '2026-09-22', to: '2026-09-29', place: '公告栏', objected: 'no' }
const found = (m: Partial<StepAnswer> = {}, h: Partial<StepAnswer> = {}, day = '2026-10-20', definition = d) =>
  checkAnswers(definition, { answers: { ...noAnswers, steps: { meeting: { ...meeting, ...m }, hung: { ...hung, ...h } } }, person: {}, now: startOfDay(day), holidays }, 'approver').map((f) => [f.code, f.clause?.number])

describe('a meeting', () => {
  test('whole, with its quorum and its votes', () => expect(found()).toEqual([]))
  test.each<[string, Partial<StepAnswer>, string]>([
    ['no place', { place: ' ' }, 'step.missing'], ['no number present', { present: '' }, 'step.missing'], ['votes not counted', { abstained: '' }, 'step.missing'], ['a day to come', { day: '2026-10-21' }, 'step.future'],
    ['more there than are entitled', { present: '10', inFavour: '8' }, 'step.presentMore'], ['too few there', { present: '5', inFavour: '4', against: '0' }, 'step.quorum'], ['more votes than people', { against: '2' }, 'step.votesMore'],
    ['exactly half in favour, where more is asked', { entitled: '8', present: '8', inFavour: '4', against: '4', abstained: '0' }, 'step.votes'],
  ])('%s', (_, change, code) => expect(found(change).filter(([c]) => c !== 'step.order')).toEqual([[code, '六、1']]))
  test('its numbers are its own: nothing is asked a second time', () => expect(checkAnswers(d, { answers: noAnswers, person: {}, now: 0 }, 'clerk').map((f) => [f.code, f.at.field])).toEqual([['step.missing', 'step.meeting'], ['step.missing', 'step.hung']]))
})

describe('the notice inside the unit', () => {
  test.each<[string, Partial<StepAnswer>, string]>([
    ['not said whether anybody objected', { objected: undefined }, 'step.missing'], ['an objection without what came of it', { objected: 'yes' }, 'step.missing'], ['the days reversed', { day: '2026-09-29', to: '2026-09-22' }, 'step.reversed'],
  ])('%s', (_, change, code) => expect(found({}, change).filter(([c]) => c !== 'publicNotice.short')).toEqual([[code, '六、2']]))
  test('before the meeting that settled the candidate: the wrong order', () => expect(found({}, { day: '2026-09-18' })).toEqual([['step.order', '六、2']]))
  test('it is over when its last day is past, and not on that day', () => expect([found({}, {}, '2026-09-29'), found({}, {}, '2026-09-30')]).toEqual([[['step.notOver', '六、2']], []]))
  test('five working days across a holiday, by the rule on its length', () => {
    // 22, 23, 24, 28, 29: the 25th to 27th are off.
    expect([daysHeld({ count: 'working' }, { from: '2026-09-22', to: '2026-09-29' }, holidays), found({}, { to: '2026-09-28' })]).toEqual([5, [['publicNotice.short', '六、3']]])
  })
  test('mutant: counting calendar days, or weekdays without the table, would let four working days pass', () => {
    const [span, none] = [{ from: '2026-09-22', to: '2026-09-28' }, { holidays: [], workdays: [] }]
    expect([daysHeld({ count: 'calendar' }, span, holidays), daysHeld({ count: 'working' }, span, none), daysHeld({ count: 'working' }, span, holidays)]).toEqual([7, 5, 4])
  })
  test('a weekend that is worked in exchange counts', () => expect([daysHeld({ count: 'working' }, { from: '2026-10-08', to: '2026-10-10' }, holidays), daysHeld({ count: 'working' }, { from: '2026-10-08', to: '2026-10-10' }, { holidays: [], workdays: [] })]).toEqual([3, 2]))
})

describe('a definition', () => {
  const faults = (own: object[]) => checked(own).faults.map((f) => f.path?.slice(-1)[0])
  const step = (more: object) => ({ id: 's', kind: 'procedureStep', clause: clause('一'), name: w('一步'), about: w('记录'), ...more })
  test('votes without a meeting, attendance without a symposium, a record of nothing, a meeting and a notice in one', () => expect([
    step({ record: { notice: true }, votes: { ...half, of: 'present' } }), step({ record: { notice: true }, attendance: [{ id: 'a', name: w('甲') }] }), step({ record: {} }), step({ record: { meeting: {}, notice: true } }),
  ].map((s) => faults([s]).length)).toEqual([1, 1, 1, 1]))
  test('a host’s notice has no step that records it', () => expect(faults(rules({ at: 'host' })).length).toBe(1))
  test('steps of old definitions, a day and a few words, stay as they were', () => {
    const plain = made([step({})])
    expect([plain.hash, checkAnswers(plain, { answers: { ...noAnswers, steps: { s: { ...old, day: '2026-05-01', note: '记了' } } } }, 'clerk')]).toEqual([resolve([checked([step({})]).definition!]).hash, []])
    expect(Object.keys(plain.rules[0]!).includes('record')).toBe(false)
  })
})
