/** 关口: asked anew each day at each gate; a change waits for the office; machines only raise questions. */
import { describe, expect, test } from 'vitest'
import type { ResolvedDefinition } from '../campaign/definition'
import { gates } from './gate-names'
import { judgeGate, pointsOf, unanswered, type AtGate, type Decided, type Said } from './gates'
import { noAnswers } from './form'

const rests = { number: '三、3', zh: '示例条款', en: 'sample clause' }
const rule = (r: object) => ({ strength: 'block', rests, ...r })
const definition = { rules: [
  rule({ id: 'exclude-military', kind: 'exclusion', who: { zh: '现役军人', en: 'soldiers' } }),
  rule({ id: 'member', kind: 'membership', of: { id: 'isMember', name: { zh: '学会会员', en: 'member' } } }),
  rule({ id: 'prior', kind: 'priorHonour', counts: 'winner', times: 1, withinYears: 5 }),
  rule({ id: 'deadline', kind: 'deadline' }),
] } as unknown as ResolvedDefinition
const now = Date.parse('2026-11-22T10:00:00+08:00')
const DAY = 86_400_000
const facts = { fields: {}, answers: { ...noAnswers, exclusions: { 'exclude-military': { applies: false, reason: '' } }, properties: { isMember: true }, honours: { candidate: [] } }, offline: false }
const ask = (change: Partial<AtGate> = {}) => {
  const { standing, findings } = judgeGate({ gate: 'notice', passage: '', definition, name: '沈若川', facts, said: [], decided: [], now, ...change })
  return [standing, ...findings.map((f) => f.code)]
}
const said = (s: Partial<Said> = {}): Said => ({ gate: 'notice', passage: '', answer: 'still', at: now - 3_600_000, by: '王敏', ruleIds: [], note: '', ...s })
const decided = (d: Partial<Decided> = {}): Decided => ({ gate: 'notice', passage: '', outcome: 'goesOn', at: now, by: '郑一帆', reason: '已核实', ...d })

test('what can change with time is asked, each rule in its own words; what cannot is not', () => {
  expect(pointsOf(definition).map((p) => [p.ruleId, p.words.zh])).toEqual([['exclude-military', '不属于“现役军人”'], ['member', '是学会会员'], ['prior', '没有新获荣誉']])
})

describe.each(gates.map((gate) => ({ gate, passage: gate === 'round' ? 'round-1' : '' })))('$gate', (at) => {
  test('is not passed before somebody has said so on that day, at that very gate', () => {
    expect(ask(at)).toEqual(['open', 'gate.unanswered'])
    expect(ask({ ...at, said: [said(at)] })).toEqual(['clear'])
    expect(ask({ ...at, said: [said({ ...at, at: now - DAY })] })).toEqual(['open', 'gate.unanswered'])
    expect(ask({ ...at, said: [said({ gate: at.gate === 'honour' ? 'notice' : 'honour', passage: '' })] })).toEqual(['open', 'gate.unanswered'])
  })
  test('a change told at any gate stops here too, until the office decides; nobody’s “still” outweighs it', () => {
    const changed = said({ gate: 'acceptance', passage: '', answer: 'changed', ruleIds: ['exclude-military'], note: '已任新职' })
    expect(ask({ ...at, said: [changed, said(at)] })).toEqual(['raised', 'gate.changed'])
    expect(ask({ ...at, said: [changed], decided: [decided({ ...at, at: changed.at + 1 })] })).toEqual(['clear'])
    expect(ask({ ...at, said: [changed], decided: [decided({ ...at, at: changed.at + 1, outcome: 'stops' })] })).toEqual(['stopped', 'gate.stopped'])
    expect(ask({ ...at, said: [changed], decided: [decided({ ...at, at: changed.at - 1 })] })).toEqual(['raised', 'gate.changed'])
    expect(ask({ ...at, decided: [decided({ ...at, at: now - 2, outcome: 'stops' }), decided({ ...at, at: now - 1 })] })).toEqual(['clear'])
  })
})

test('another round is another gate', () => {
  expect(ask({ gate: 'round', passage: 'round-2', said: [said({ gate: 'round', passage: 'round-1' })] })).toEqual(['open', 'gate.unanswered'])
})

test('what a machine finds by that day is a question for the office and no exclusion: an honour of a year that has come into the span, a definition that was tightened', () => {
  const honoured = { ...facts, answers: { ...facts.answers, honours: { candidate: [{ name: '示例奖', year: 2024 }] } } }
  expect(ask({ facts: honoured, said: [said()] })).toEqual(['raised', 'gate.found'])
  expect(ask({ facts: honoured, decided: [decided()] })).toEqual(['clear'])
  expect(ask({ facts: honoured, decided: [decided({ gate: 'acceptance' })] })).toEqual(['raised', 'gate.found'])
  const applies = { ...facts, answers: { ...facts.answers, exclusions: { 'exclude-military': { applies: true, reason: '示例' } } } }
  expect(ask({ facts: applies, said: [said()] })).toEqual(['raised', 'gate.found'])
  // Before the submission the inspection says it; of what goes by hand nothing is known.
  expect(ask({ gate: 'submission', facts: honoured })).toEqual(['open', 'gate.unanswered'])
  expect(ask({ facts: { ...honoured, offline: true } })).toEqual(['open', 'gate.unanswered'])
})

test('what nobody was ever asked is the person’s question, not the machine’s', () => expect(ask({ facts: { ...facts, answers: noAnswers } })).toEqual(['open', 'gate.unanswered']))
test('a definition without such rules asks nobody', () => expect(ask({ definition: { rules: definition.rules.slice(3) } })).toEqual(['clear']))
test('a rule that only informs asks nobody', () => expect(ask({ definition: { rules: [{ ...definition.rules[0]!, strength: 'note' }] } as never })).toEqual(['clear']))
test('what was explained is asked as it was explained', () => {
  const explained = { ...facts, answers: { ...facts.answers, exclusions: { 'exclude-military': { applies: true, reason: '示例' } } } }
  const warned = { rules: [{ ...definition.rules[0]!, strength: 'warn' }] } as never
  const result = judgeGate({ gate: 'notice', passage: '', definition: warned, name: '沈若川', facts: explained, said: [], decided: [], now })
  expect([result.standing, result.points.map((p) => p.words.zh)]).toEqual(['open', ['属于“现役军人”的情况和说明的理由没有变化']])
})
test('many are one finding, with the day, the clause and what to do', () => {
  const f = unanswered(['甲', '乙', '丙', '丁'], pointsOf(definition), { gate: 'notice', now })
  expect([f.what.zh, f.clause?.number, f.mend.zh.includes('今天仍然符合')]).toEqual(['今天（2026年11月22日）是否仍然符合，还没有确认：甲、乙、丙等 4 人', '三、3', true])
})
