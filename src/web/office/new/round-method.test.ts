import { expect, test } from 'vitest'
import { roundKind } from '#core/rules/round'
import { round, type Round } from '#core/rules/round-terms'
import { cannotRun } from '#core/review/runnable'
import { blankMethod, methodChoices, methodDraft, methodRule, weightsRule, type MethodDraft } from './round-method'

const words = { zh: '示例', en: 'example' }
const share = { share: { numerator: 2, denominator: 3 }, inclusive: true }
const ruleOf = (d: MethodDraft): Round => round.parse({ id: 'r', kind: 'round', clause: { number: '一', ...words }, name: words, ballot: 'named', places: 1, quorum: share, threshold: { ...share, base: 'present', recusedLeaveBase: true }, ...methodRule(d) })

test.each(methodChoices)('%s as the form says it is a rule that runs, and comes back into the form as it was', (choice) => {
  const rule = ruleOf({ ...blankMethod, choice })
  expect([roundKind.check?.(rule), cannotRun(rule), methodDraft(rule).choice]).toEqual([[], [], choice])
})
test('a rubric with weights, a grade list, marks and visibility keep what was typed', () => {
  const rubric: MethodDraft = { ...blankMethod, choice: 'score', decimals: '1', trim: '1', criteria: [{ id: 'c1', name: '事迹', en: 'Deeds', from: 0, to: '100', percent: '60' }, { id: 'c2', name: '品德', en: 'Conduct', from: 0, to: '100', percent: '40' }], pass: '80', tie: 'again', blindName: true, blindUnit: true, seeOthers: 'afterOwn' }
  expect([methodDraft(ruleOf(rubric)), roundKind.check?.(ruleOf(rubric))]).toEqual([rubric, []])
  const shared: MethodDraft = { ...blankMethod, choice: 'score', shared: true, readers: '5', mostEach: '54', leastEach: '40', perUnit: '1' }
  expect([methodDraft(ruleOf(shared)), roundKind.check?.(ruleOf(shared)), ruleOf({ ...shared, shared: false }).assignment]).toEqual([shared, [], undefined])
  const grouped: MethodDraft = { ...blankMethod, groups: '临床医疗 3\n公共卫生　1' }
  const rule = { ...ruleOf(grouped), places: 4 }
  expect([rule.groups, roundKind.check?.(rule), methodRule(methodDraft(rule))['groups'], ruleOf({ ...grouped, choice: 'schulze' }).groups]).toEqual([[{ id: 'group-1', name: { zh: '临床医疗', en: '临床医疗' }, places: 3 }, { id: 'group-2', name: { zh: '公共卫生', en: '公共卫生' }, places: 1 }], [], rule.groups, undefined])
  const limited = { ...ruleOf({ ...grouped, groups: '临床医疗 3 2\n公共卫生 1' }), places: 4 }
  expect([limited.groups?.map((g) => g.most), methodDraft(limited).groups, ruleOf({ ...grouped, choice: 'borda' }).groups?.length]).toEqual([[2, undefined], '临床医疗 3 2\n公共卫生 1', 2])
  const open: MethodDraft = { ...blankMethod, choice: 'score', publicVote: { on: true, percent: '20', by: 'byShare', perDay: '1', inAll: '', perAddress: '30', perCandidate: '', least: '1', most: '3' } }
  expect([methodDraft(ruleOf(open)), roundKind.check?.(ruleOf(open)), cannotRun(ruleOf(open)), ruleOf({ ...open, choice: 'approval' }).publicPart]).toEqual([open, [], [], undefined])
  const carried = { ...ruleOf({ ...blankMethod, choice: 'score' }), after: 'first', ...weightsRule({ choice: 'score', carry: '30' }, { id: 'first', name: words }, words) }
  expect([carried.weights?.map((w) => [w.percent, w.round]), methodDraft(carried).carry, roundKind.check?.(carried), cannotRun(carried), weightsRule({ choice: 'score', carry: '30' }, undefined, words)]).toEqual([[[30, 'first'], [70, undefined]], '30', [], [], {}])
  const three: MethodDraft = { ...blankMethod, choice: 'grades', grades: '优秀、合格、不合格', gradeOrder: 'median' }
  expect([{ ...methodDraft(ruleOf(three)), gradeList: [] }, ruleOf(three).grades!.list.map((g) => g.name.en)]).toEqual([three, ['Excellent', 'Pass', 'Fail']])
  const marks: MethodDraft = { ...blankMethod, against: true, writeIn: true, unfilled: 'anotherBallot' }
  expect(methodDraft(ruleOf(marks))).toEqual(marks)
})
test('another choice leaves nothing of the one before', () => {
  const before = ruleOf({ ...blankMethod, choice: 'score' })
  const after = { ...before, ...methodRule({ ...methodDraft(before), choice: 'borda' }) }
  expect([after.score, roundKind.check?.(round.parse(after))]).toEqual([undefined, []])
})
