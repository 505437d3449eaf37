import { expect, test } from 'vitest'
import { entryKinds, mayConfirmChange, mayProposeChange, standingAfter, type HonourChange, type HonourStanding } from './honour-register'

const words = { waiting: false, reason: '经查实，主要事迹不实（示例）', basis: '方案第九条（示例）' }
const codes = (found: readonly { code: string }[]) => found.map((f) => f.code)

test('the last entry alone says how an honour stands', () => {
  expect(entryKinds.map(standingAfter)).toEqual(['valid', 'revoked', 'valid'])
})
test('only what is valid is revoked, only what is revoked is restored; one proposal at a time', () => {
  const ask = (standing: HonourStanding, change: HonourChange) => codes(mayProposeChange({ ...words, standing, change }))
  expect([ask('valid', 'revoke'), ask('revoked', 'restore'), ask('revoked', 'revoke'), ask('valid', 'restore')]).toEqual([[], [], ['honourChange.revoked'], ['honourChange.valid']])
  expect(codes(mayProposeChange({ ...words, waiting: true, standing: 'valid', change: 'revoke' }))).toEqual(['honourChange.waiting'])
})
test('words that go public hold no number of a person', () => {
  expect(codes(mayProposeChange({ ...words, reason: '本人电话 13912345678', standing: 'valid', change: 'revoke' }))).toEqual(['privacy.phone'])
})
test('who proposed does not confirm, and what is over is not confirmed again', () => {
  const ask = (p: Partial<Parameters<typeof mayConfirmChange>[0]>) => codes(mayConfirmChange({ standing: 'valid', change: 'revoke', proposedByAsker: false, over: false, ...p }))
  expect([ask({}), ask({ proposedByAsker: true }), ask({ over: true }), ask({ standing: 'revoked' })]).toEqual([[], ['honourChange.samePerson'], ['honourChange.over'], ['honourChange.revoked']])
})
