/** What cannot come about is said before a campaign opens. */
import { expect, test } from 'vitest'
import { ruleKindsTable } from '../rules/kinds'
import type { StatedRule } from '../rules/rule'
import type { ResolvedRule } from './definition'
import { feasible } from './feasible'

type Raw = Readonly<Record<string, unknown>> & { readonly kind: StatedRule['kind'] }
const rests = { number: '一', zh: '示例', en: 'example' }
const words = { zh: '示例', en: 'example' }
const rule = (raw: Raw): ResolvedRule => ({ ...ruleKindsTable[raw.kind].schema.parse({ clause: rests, ...raw }), rests }) as ResolvedRule
const found = (...raws: Raw[]) => feasible({ rules: raws.map(rule) }).map((f) => [f.code, f.strength, f.at.field])
const share = (numerator: number, denominator: number) => ({ share: { numerator, denominator }, inclusive: true })
const round = (more: object = {}): Raw => ({ id: 'final', kind: 'round', name: words, method: 'approval', ballot: 'secret', quorum: share(2, 3), threshold: { ...share(1, 2), base: 'present', recusedLeaveBase: false }, places: 10, ...more })
const paper = (more: object = {}): Raw => ({ id: 'form', kind: 'material', name: { zh: '推荐表', en: 'Form' }, group: 'text', min: 1, max: 1, file: { type: 'document', formats: ['pdf'], stamped: false, maxBytes: 1000 }, ...more })

test('a round by approval vote runs, with a surplus, an order and jurors of its own', () => expect(found(round({ id: 'first' }), round({ surplus: { kind: 'more' }, after: 'first', disjointFrom: ['first'], tie: 'jury' }))).toEqual([]))

test.each([
  ['scores without terms', { method: 'score' }], ['ranks without terms', { method: 'rank' }], ['a vote of the public', { method: 'publicVote', publicVote: { perDay: 1 } }], ['a secret round in which others’ scores are seen', { method: 'score', score: { from: 0, to: 100 }, seeOthers: 'always' }], ['an oral defence', { defence: { of: words } }],
  ['weights', { weights: [{ of: words, percent: 20 }, { of: words, percent: 80 }] }], ['ties settled within groups, and no round before', { tie: 'withinGroups' }], ['a count in public', { countedInPublic: true }],
])('%s are refused, never passed over', (_, more) => expect(found(round(more))).toEqual([['ready.cannotRun', 'block', 'rule.final']]))

test.each([
  ['scores', { method: 'score', score: { from: 0, to: 100 } }], ['grades', { method: 'score', grades: { list: [{ id: 'a', name: words }, { id: 'b', name: words }], order: 'median' } }], ['rankings', { method: 'rank', ranking: { by: 'schulze' } }], ['a blind round', { blind: ['name'] }], ['ties voted on again', { tie: 'again' }], ['votes against', { marks: { against: true, writeIn: true } }],
  ['groups', { groups: [{ id: 'a', name: words, places: 10 }] }], ['a balance', { balance: [{ id: 'young', name: words, of: 'young', bound: 'least', count: 1 }] }], ['readings shared out', { ballot: 'named', method: 'score', score: { from: 0, to: 100 }, assignment: { readers: 3, most: 10 } }],
  ['another ballot for places left', { unfilled: 'anotherBallot' }], ['a quorum without the recused', { quorum: { ...share(2, 3), recusedLeaveBase: true } }], ['others’ scores in a named round', { ballot: 'named', method: 'score', score: { from: 0, to: 100 }, seeOthers: 'afterOwn' }],
])('%s run', (_, more) => expect(found(round(more))).toEqual([]))

test('weights run where each part says which round it is, and that round is there', () => {
  const weighted = round({ method: 'score', score: { from: 0, to: 100 }, after: 'first', weights: [{ of: words, percent: 30, round: 'first' }, { of: words, percent: 70 }] })
  expect([found(round({ id: 'first', method: 'score', score: { from: 0, to: 100 } }), weighted), found(weighted).map(([code]) => code)]).toEqual([[], ['ready.noSuchRule', 'ready.noSuchRule']])
})

test('a jury drawn from a pool, one with a structure and one with a size are formed', () => expect([found({ id: 'jury', kind: 'jury', draw: { pool: 80 } }), found({ id: 'jury', kind: 'jury', structure: [{ id: 'press', name: { zh: '媒体', en: 'press' }, min: 1 }] }), found({ id: 'jury', kind: 'jury', size: { min: 7 } })]).toEqual([[], [], []]))

test('a jury and a round that count recused jurors differently contradict', () => expect(found(round(), { id: 'jury', kind: 'jury', recusal: { relations: ['relative'], leaveBase: true } })).toEqual([['ready.recusalBase', 'block', 'rule.jury']]))

test('rules that name others name those that are there', () => expect(found(round({ after: 'first' }), { id: 'step', kind: 'procedureStep', name: words, about: words, evidence: ['minutes'] })).toEqual([['ready.noSuchRule', 'block', 'rule.final'], ['ready.noSuchRule', 'block', 'rule.step']]))

test('a promise is held against everything the chain asks', () => {
  const promise: Raw = { id: 'promise', kind: 'burden', noFee: true, paperCopies: 1 }
  expect(found(promise, paper({ paperCopies: 1 }))).toEqual([])
  expect(found(promise, paper({ paperCopies: 2 }), { id: 'fee', kind: 'duty', subject: 'report', text: { zh: '报送时交评审费', en: 'a fee goes in with it' } })).toEqual([['burden.fee', 'block', 'rule.promise'], ['burden.paper', 'block', 'rule.promise']])
})

test('what the office sees to outside is told, and stops nothing', () => expect(found({ id: 'joint', kind: 'opinion', of: [words], before: 'publicNotice' }, paper({ package: 'chosen' }))).toEqual([['ready.byHand', 'warn', 'rule.joint'], ['ready.byHand', 'warn', 'rule.form']]))
