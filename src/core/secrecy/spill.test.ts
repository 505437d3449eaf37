import { expect, test } from 'vitest'
import { mayConfirm, mayDecide, stateOf, steps, type Spill } from './spill'

const found: Spill = { foundAt: 1, reportedAt: null, decision: null, decidedAt: null, decidedBy: null, confirmedAt: null, doneAt: null }
const codes = (findings: readonly { readonly code: string }[]) => findings.map((f) => f.code)

test('stop and record are the machine’s and done at once; report comes before a purge and not before a release', () => {
  expect(steps(found).map((s) => [s.id, s.at])).toEqual([['stop', 1], ['record', 1], ['report', null], ['decide', null], ['confirm', null], ['carryOut', null]])
  expect([codes(mayDecide(found, 'purge')), codes(mayDecide(found, 'release'))]).toEqual([['spill.notReported'], []])
  expect(steps({ ...found, decision: 'release', decidedAt: 2, decidedBy: 'a' }).map((s) => s.id)).toEqual(['stop', 'record', 'decide', 'confirm', 'carryOut'])
})

test('who proposed it cannot confirm it, and nothing is confirmed twice or before it was proposed', () => {
  const decided: Spill = { ...found, reportedAt: 2, decision: 'purge', decidedAt: 3, decidedBy: 'a' }
  expect([codes(mayConfirm(found, 'b')), codes(mayConfirm(decided, 'a')), codes(mayConfirm(decided, 'b')), codes(mayConfirm({ ...decided, confirmedAt: 4 }, 'b'))]).toEqual([['spill.undecided'], ['spill.samePerson'], [], ['spill.confirmed']])
  expect(codes(mayDecide(decided, 'release'))).toEqual(['spill.decided'])
  expect([found, decided, { ...decided, confirmedAt: 4 }, { ...decided, confirmedAt: 4, doneAt: 5 }, { ...found, decision: 'release' as const, doneAt: 5 }].map(stateOf)).toEqual(['held', 'decided', 'confirmed', 'purged', 'released'])
})
