import { describe, expect, test } from 'vitest'
import { startOfDay } from '../../kernel/instant'
import { isReminderDue, ofDay } from './due'
import { consentState, overlap, publicityOf, scopeOf, type InterviewAsk, type InterviewReply } from './interview'
import { judgeAsk, judgeDone, judgeReply, mayFix, type Standing } from './judge'

const HOUR = 3_600_000
const NOW = startOfDay('2026-06-01') + 9 * HOUR
const at = (day: string, hour: number, hours = 1) => ({ from: startOfDay(day) + hour * HOUR, to: startOfDay(day) + (hour + hours) * HOUR })
const ask = (change: Partial<InterviewAsk> = {}): InterviewAsk => ({ kind: 'interview', channelId: null, medium: '云川日报（示例）', purpose: '写一篇人物通讯', times: [at('2026-06-03', 14)], place: '', team: '记者一人', size: 1, needs: '', ...change })
const reply = (change: Partial<InterviewReply> = {}): InterviewReply => ({ time: at('2026-06-03', 14), place: '门诊楼三层', companion: '周明', phone: '0000-8765432', notFilmed: '', people: 'person', agreed: '', patients: false, patientsHow: '', ...change })
const codes = (findings: readonly { code: string; strength: string }[], strength = 'block') => findings.filter((f) => f.strength === strength).map((f) => f.code)

describe('asking and answering', () => {
  test('what is asked is whole, to come, and does not overlap itself', () => {
    const of = (change: Partial<InterviewAsk>) => codes(judgeAsk(ask(change), { now: NOW, publicity: 'agreed' }))
    expect([of({}), of({ medium: '' }), of({ purpose: '用' }), of({ team: '' })]).toEqual([[], ['interview.noMedium'], ['interview.noPurpose'], ['interview.noTeam']])
    expect([of({ times: [at('2026-06-01', 8)] }), of({ times: [at('2026-06-03', 8, 13)] }), of({ times: [at('2026-06-03', 9, -1)] }), of({ times: [at('2026-06-03', 9, 2), at('2026-06-03', 10)] }), of({ times: [at('2028-06-03', 9)] })])
      .toEqual([['interview.past'], ['interview.long'], ['interview.turned'], ['interview.sameTime'], ['interview.far']])
    expect(of({ purpose: '密级：机密，写通讯' })).toEqual(['secrecy.forAll'])
  })
  test('publicity that was refused is an answer; unasked or agreed is not asked again', () => {
    expect((['agreed', 'unasked', 'refused'] as const).map((publicity) => codes(judgeAsk(ask(), { now: NOW, publicity })))).toEqual([[], [], ['interview.noPublicity']])
    const [early, late] = [{ given: true, at: 1 }, { given: false, at: 2 }]
    expect([publicityOf(null, null), publicityOf(early, null), publicityOf(early, late), publicityOf(late, early), publicityOf(null, early)]).toEqual(['unasked', 'agreed', 'refused', 'refused', 'agreed'])
  })
  test('an answer has a place, a companion and a telephone; children and patients are warned of', () => {
    const of = (change: Partial<InterviewReply>, strength?: string) => codes(judgeReply(reply(change), NOW), strength)
    expect([of({}), of({ place: '' }), of({ companion: '' }), of({ phone: '无' })]).toEqual([[], ['interview.noPlace'], ['interview.noCompanion'], ['interview.noPhone']])
    expect([of({ people: 'children' }, 'warn'), of({ people: 'others' }, 'warn'), of({ patients: true }, 'warn'), of({ patients: true, patientsHow: '只拍背影' }, 'warn')]).toEqual([['interview.children'], ['interview.others'], ['interview.patients'], []])
  })
})

describe('fixing', () => {
  const of = (change: Partial<Standing>, still = false) => codes(mayFix({ state: 'answered', consent: 'given', publicity: 'agreed', reply: reply(), others: [], ...change }, NOW, still))
  test('only what is answered, and only what the person agreed to', () => {
    expect([of({}), of({ state: 'asked', reply: null }), of({ state: 'cancelled' })]).toEqual([[], ['interview.state'], ['interview.state']])
    expect((['due', 'refused', 'outdated'] as const).map((consent) => of({ consent }))).toEqual([['interview.consent.due'], ['interview.consent.refused'], ['interview.consent.outdated']])
    expect(of({ publicity: 'refused' })).toEqual(['interview.noPublicity'])
  })
  test('children and patients are settled before a camera comes; other adults may be asked on the spot', () => expect([of({ reply: reply({ people: 'children' }) }), of({ reply: reply({ patients: true }) }), of({ reply: reply({ people: 'others' }) }), of({ reply: reply({ people: 'children', agreed: '6月1日，存科教科' }) })]).toEqual([['interview.children'], ['interview.patients'], [], []]))
  test('a clash is a question', () => {
    const others = [at('2026-06-03', 14, 2)]
    expect([of({ others }), of({ others }, true), of({ others: [at('2026-06-03', 15)] })]).toEqual([['interview.clash'], [], []])
    expect(overlap(at('2026-06-03', 14), at('2026-06-03', 15))).toBe(false)
  })
  test('consent holds for kind, medium and purpose, whatever the hour, room or crew', () => {
    const scope = scopeOf(ask())
    const c = { given: true, scope, at: 1 }
    expect(consentState(scopeOf(ask({ times: [at('2026-06-09', 9)], place: '会议室', team: '另一位记者', needs: '白大褂' })), c)).toBe('given')
    expect([ask({ kind: 'filming' }), ask({ medium: '另一家' }), ask({ purpose: '拍广告' })].map((a) => consentState(scopeOf(a), c))).toEqual(['outdated', 'outdated', 'outdated'])
    expect([consentState(scope, null), consentState(scope, { ...c, given: false })]).toEqual(['due', 'refused'])
  })
})

test('done asks for nothing but what there is, and not before it took place', () => {
  const time = at('2026-06-01', 8)
  expect([codes(judgeDone({ word: '', link: '' }, time, NOW)), codes(judgeDone({ word: '', link: '见报' }, time, NOW)), codes(judgeDone({ word: '', link: '' }, at('2026-06-03', 8), NOW))]).toEqual([[], ['interview.linkNone'], ['interview.notYet']])
})

test('the day before is told of, but never what was fixed the same day or has begun', () => {
  const i = (fixed: string) => ({ ...at('2026-06-03', 14), fixedAt: startOfDay(fixed) + HOUR })
  const when = (day: string, hour: number) => startOfDay(day) + hour * HOUR
  expect([isReminderDue(i('2026-05-30'), when('2026-06-01', 23)), isReminderDue(i('2026-05-30'), when('2026-06-02', 0)), isReminderDue(i('2026-06-02'), when('2026-06-02', 9)), isReminderDue(i('2026-06-02'), when('2026-06-03', 7)), isReminderDue(i('2026-05-30'), when('2026-06-03', 14))]).toEqual([false, true, false, true, false])
  expect(ofDay([{ id: 'b', ...at('2026-06-03', 9) }, { id: 'a', ...at('2026-06-03', 8) }, { id: 'c', ...at('2026-06-04', 8) }], '2026-06-03').map((x) => x.id)).toEqual(['a', 'b'])
})
