/** 隔离件: raises a question at each gate until the matter is closed or the office has decided there; nobody is excluded by it. */
import { describe, expect, it } from 'vitest'
import type { ResolvedDefinition } from '../campaign/definition'
import type { Spill } from '../secrecy/spill'
import { apartAmong, apartFinding, openMatters } from './apart'
import { noAnswers } from './form'
import { gates } from './gate-names'
import { judgeGate, type AtGate } from './gates'

const spill = (s: Partial<Spill> = {}): Spill => ({ foundAt: 100, reportedAt: null, decision: null, decidedAt: null, decidedBy: null, confirmedAt: null, doneAt: null, ...s })
const closed = { decision: 'release', decidedAt: 110, decidedBy: 'a', confirmedAt: 120, doneAt: 130 } as const
const ask = (change: Partial<AtGate> = {}, matters: readonly Spill[] = [spill()]) => {
  const { standing, findings } = judgeGate({ gate: 'notice', passage: '', definition: { rules: [] } as unknown as ResolvedDefinition, name: '沈若川', facts: { fields: {}, answers: noAnswers, offline: false, apart: matters }, said: [], decided: [], now: 200, ...change })
  return [standing, ...findings.map((f) => f.code)]
}
const decided = (at: number, outcome: 'goesOn' | 'stops' = 'goesOn') => ({ gate: 'notice', passage: '', outcome, at, by: '郑一帆', reason: '已核实（示例）' }) as const

describe('a matter', () => {
  it('is open from the finding until it is carried out, whatever was proposed meanwhile', () => {
    const steps: Partial<Spill>[] = [{}, { reportedAt: 105 }, { decision: 'purge', decidedAt: 110, decidedBy: 'a' }, { decision: 'release', decidedAt: 110, decidedBy: 'a', confirmedAt: 120 }, closed, { ...closed, decision: 'purge' }]
    expect(steps.map((s) => openMatters([spill(s)], null).length)).toEqual([1, 1, 1, 1, 0, 0])
  })
})
describe('at the gates', () => {
  it.each(gates.filter((g) => g !== 'submission'))('%s asks the office, also where the definition itself asks nothing', (gate) => {
    expect(ask({ gate, passage: gate === 'round' ? 'round-1' : '' })).toEqual(['raised', 'gate.apart'])
    expect(ask({ gate, passage: gate === 'round' ? 'round-1' : '' }, [spill(closed)])).toEqual(['clear'])
  })
  it('at the submission the unit is not stopped by what only the office can decide', () => expect(ask({ gate: 'submission' })).toEqual(['clear']))
  it('goes on by the office’s decision at that very gate, and is asked again about a file that is found later', () => {
    expect(ask({ decided: [decided(150)] })).toEqual(['clear'])
    expect(ask({ decided: [decided(150)] }, [spill(), spill({ foundAt: 160 })])).toEqual(['raised', 'gate.apart'])
    expect(ask({ gate: 'honour', decided: [decided(150)] })).toEqual(['raised', 'gate.apart'])
    expect(ask({ decided: [decided(150, 'stops')] })).toEqual(['stopped', 'gate.stopped'])
  })
  it('says how many and never what the file is called', () => expect(apartFinding('沈若川', [spill(), spill()]).what.zh).toBe('沈若川有 2 份材料因涉密标志已隔离，还没有处置完'))
})
describe('before other organs are asked', () => {
  it('whoever asks has seen of how many, and a number that was another refuses', () => {
    expect([apartAmong([], 0), apartAmong(['甲', '乙'], 2)]).toEqual([[], []])
    expect([apartAmong(['甲'], 0), apartAmong(['甲', '乙'], 1)].map((f) => f.map((x) => x.code))).toEqual([['consultation.apart'], ['consultation.apart']])
    expect(apartAmong(['甲', '乙', '丙', '丁'], 0)[0]!.what.zh).toBe('有材料因涉密标志已隔离、还没有处置完：甲、乙、丙等 4 人')
  })
})
