import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf, cellStates, judgeAskingDay, judgeReply, lettersFor, letterText, type Asking, type Candidate, type CellState } from './consultation'

const now = Date.parse('2026-06-01T10:00:00+08:00')
const asked = (more: Partial<Asking> = {}): Asking => ({ until: now + 1, answeredAt: null, objection: null, validUntil: null, ...more })

test('a cell says what was done before what time did; an objection stays one, an opinion ages', () => {
  const answered = (objection: boolean | null, validUntil: string | null = null) => asked({ answeredAt: now - 1, objection, validUntil })
  const cases: [Asking | null, object, CellState][] = [
    [null, {}, 'notAsked'], [asked(), {}, 'asked'], [asked({ until: now }), {}, 'overdue'], [answered(false), {}, 'clear'], [answered(true), {}, 'objection'], [answered(true, '2026-05-01'), {}, 'objection'],
    [answered(false, '2026-05-31'), {}, 'expired'], [answered(false, '2026-06-01'), {}, 'expiring'], [answered(false, '2026-07-01'), {}, 'expiring'], [answered(false, '2026-07-02'), {}, 'clear'],
    [answered(null), {}, 'paper'], [asked(), { paper: true }, 'paper'], [null, { paper: true }, 'paper'], [asked(), { offline: true }, 'byHand'],
  ]
  for (const [asking, around, state] of cases) expect([asking, cellOf(asking, now, around)]).toEqual([asking, state])
})

const candidate = (i: number, offline = false): Candidate => ({ nominationId: `n${i}`, name: `示例${i}`, unitName: '示例单位', employer: '示例医院', post: '', offline })
test('one letter for each organ, whatever the number of candidates; nobody is asked about twice, nothing that goes by hand is asked here', () => {
  fc.assert(fc.property(fc.array(fc.record({ offline: fc.boolean(), state: fc.constantFrom(...cellStates) }), { maxLength: 40 }), fc.uniqueArray(fc.constantFrom('纪检', '公安', '税务'), { minLength: 1 }), (people, offices) => {
    const letters = lettersFor(offices, people.map((p, i) => candidate(i, p.offline)), (id) => people[Number(id.slice(1))]!.state)
    expect(letters.map((l) => l.office)).toEqual(offices)
    for (const l of letters) {
      expect(l.candidates.length + l.already + l.byHand).toBe(people.length)
      for (const c of l.candidates) { const p = people[Number(c.nominationId.slice(1))]!; expect([p.offline, ['asked', 'clear', 'objection', 'paper', 'byHand'].includes(p.state)]).toEqual([false, false]) }
    }
  }))
})

test('the letter names who asks, about whom and by when', () => {
  const text = letterText({ office: '云川省税务局（示例）', candidates: [candidate(1), candidate(2)] }, { campaign: '“云川最美科技工作者”选树活动（示例）', host: '云川省医学会（示例）', until: Date.parse('2026-06-11T00:00:00+08:00') })
  expect([text.includes('2 名人选'), text.includes('2026年6月10日前'), text.includes('1. 示例1，示例医院（推荐单位：示例单位）'), text.startsWith('云川省税务局（示例）：')]).toEqual([true, true, true, true])
})

test('a term that is past, an answer of tomorrow and a validity that never was are refused', () => {
  expect([judgeAskingDay('2026-05-31', now).ok, judgeAskingDay('2026-06-01', now).ok]).toEqual([false, true])
  expect(judgeReply({ replyDay: '2026-06-02', validUntil: '2026-06-01', objections: [] }, now).map((f) => f.code)).toEqual(['consultation.dayAhead', 'consultation.neverValid'])
  expect(judgeReply({ replyDay: '2026-06-01', validUntil: null, objections: [] }, now)).toEqual([])
})
