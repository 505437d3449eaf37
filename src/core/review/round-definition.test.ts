/** A round is read with exact errors, frozen when it opens, and changed by nobody after that. */
import { describe, expect, test } from 'vitest'
import { ruleKindsTable } from '../rules/kinds'
import { changesAfterOpening, parseRound, type RoundDefinition } from './round-definition'

const words = { zh: '终评', en: 'Final' }
const base = {
  id: 'final', kind: 'round', strength: 'block', name: words, method: 'approval', ballot: 'secret', places: 2, maxApprovals: 2, clause: { number: '一', zh: '示例', en: 'example' }, rests: { number: '一', zh: '示例', en: 'example' },
  quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true }, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'present', recusedLeaveBase: true },
}
const { rests: _rests, ...unrested } = base
const raw = (rule: object = {}, more: object = {}) => ({ format: 'xuanshu-round/1', rule: { ...base, ...rule }, candidates: ['a', 'b', 'c'], jurors: ['j1', 'j2', 'j3'], follows: null, ...more })
const faults = (value: unknown) => { const p = parseRound(value); return p.ok ? [] : p.faults.map((f) => `${f.path.join('.')}: ${f.got} → ${f.writeInstead.en}`) }
const opened = (value: unknown): RoundDefinition => { const p = parseRound(value); if (!p.ok) throw new Error(faults(value).join('\n')); return p.definition }

describe('what is wrong with it is told at once, with its place and what to write', () => {
  test.each<[string, unknown, string[]]>([
    ['a share above one and a method that is none', raw({ method: 'guess', quorum: { share: { numerator: 3, denominator: 2 }, inclusive: true } }), ['rule.method: "guess" → method: approval', 'rule.quorum.share: {"numerator":3,"denominator":2} → share: { numerator: 2, denominator: 3 }']],
    ['a key that is none', raw({ plases: 3 }), ['rule.plases: plases → places, or remove it']],
    ['the same candidate and juror twice, a candidate who sits', raw({}, { candidates: ['a', 'b', 'a'], jurors: ['j1', 'j1', 'b'] }), ['candidates.2: a → remove the second a', 'jurors.1: j1 → remove the second j1', 'jurors.2: b → another juror']],
    ['too few for 差额', raw({ surplus: { kind: 'more', atLeast: 1, share: { numerator: 1, denominator: 1 } } }), ['candidates: 3 → more candidates, or fewer places']],
    ['not as many as 等额 asks', raw({ surplus: { kind: 'equal' } }), ['candidates: 3 → check the candidates']],
    ['a score that says no range', raw({ method: 'score' }), ['rule.score: — → add score: { from: 0, to: 100 }']],
    ['a ranking that says no way', raw({ method: 'rank' }), ['rule.ranking: — → add ranking: { by: borda }']],
    ['a part of another method', raw({ ranking: { by: 'borda' } }), ['rule.ranking: approval → remove ranking, or method: rank']],
    ['more at least than at most', raw({ minApprovals: 3 }), ['rule.minApprovals: 3 → a smaller minApprovals']],
    ['exactly and at most', raw({ exactApprovals: 2 }), ['rule.exactApprovals: 2 → remove maxApprovals and minApprovals']],
    ['which ballots, where jurors present are the base', raw({ threshold: { ...base.threshold, cast: 'valid' } }), ['rule.threshold.cast: present → base: cast, or remove it']],
    ['weights that are not 100', raw({ method: 'score', score: { from: 0, to: 100, criteria: [{ id: 'a', name: words, to: 100, percent: 60 }, { id: 'b', name: words, to: 100, percent: 30 }] } }), ['rule.score.criteria: 90 → complete or mend the percentages']],
    ['a tie settled by what the round has not', raw({ tieBy: ['fewerAgainst'] }), ['rule.tieBy.0: fewerAgainst → remove tieBy']],
    ['one winner for two places', raw({ method: 'rank', ranking: { by: 'instantRunoff' } }), ['rule.ranking.by: 2 → places: 1, or by: singleTransferable']],
    ['a balance without a number', raw({ balance: [{ id: 'young', name: words, of: 'young', bound: 'least' }] }), ['rule.balance.0.share: — → e.g. share: { numerator: 1, denominator: 10 }']],
    ['a part for the public above its cap, and beside no scores', raw({ publicPart: { percent: 60, by: 'byRank' } }), ['rule.publicPart.percent: 60 → percent: 50']],
  ])('%s', (_, value, expected) => expect(faults(value)).toEqual(expected))
})

test('it is frozen to its last part', () => {
  const d = opened(raw())
  expect([Object.isFrozen(d), Object.isFrozen(d.rule.threshold.share), Object.isFrozen(d.jurors)]).toEqual([true, true, true])
  expect(() => { (d.rule as { places: number }).places = 3 }).toThrow(TypeError)
})
test('the same round has the same hash, whatever the order of its keys', () => {
  const one = parseRound(raw())
  const two = parseRound(Object.fromEntries(Object.entries(raw()).reverse()))
  expect(one.ok && two.ok && one.hash === two.hash).toBe(true)
})

describe('after opening', () => {
  const open = opened(raw())
  const changed = (rule: object, more: object = {}) => changesAfterOpening(open, opened(raw(rule, more))).map((f) => [f.code, f.at.field])
  test('the same round is the same, in any order of people', () => expect(changed({}, { candidates: ['c', 'b', 'a'], jurors: ['j3', 'j2', 'j1'] })).toEqual([]))
  test.each<[string, object, object, string[]]>([['places', { places: 1 }, {}, ['rule.places']], ['quorum', { quorum: { ...base.quorum, inclusive: false } }, {}, ['rule.quorum']], ['jurors', {}, { jurors: ['j1', 'j2'] }, ['jurors']], ['candidates', {}, { candidates: ['a', 'b', 'd'] }, ['candidates']], ['a rule for ties', { tie: 'again' }, {}, ['rule.tie']]])('another %s is refused by name', (_, rule, more, fields) =>
    expect(changed(rule, more)).toEqual(fields.map((f) => ['round.frozen', f])))
})

describe('a level below', () => {
  const { tightens, say } = ruleKindsTable.round
  const parse = (more: object) => ruleKindsTable.round.schema.parse({ ...unrested, ...more })
  const aspects = (child: object, parent: object) => tightens(parse(child), parse(parent)).map((l) => l.aspect)
  const young = (numerator: number) => ({ balance: [{ id: 'young', name: words, of: 'young', bound: 'least', share: { numerator, denominator: 10 } }] })
  test('may ask for more of a balance and never for less', () => expect([aspects(young(3), young(2)), aspects(young(1), young(2)), aspects({}, young(2))]).toEqual([[], ['balance.young'], ['balance.young']]))
  test('takes no public part that the level above has not', () => expect(aspects({ method: 'score', score: { from: 0, to: 100 }, publicPart: { percent: 10, by: 'byRank' } }, { method: 'score', score: { from: 0, to: 100 } })).toEqual(['publicPart']))
  test('keeps the marks, the fewest on a ballot and which ballots are the base', () =>
    expect(aspects({ threshold: { ...base.threshold, base: 'cast' } }, { marks: { against: true, writeIn: false }, minApprovals: 1, threshold: { ...base.threshold, base: 'cast', cast: 'valid' } })).toEqual(['marks', 'minApprovals', 'cast']))
  test('reads in words how it is counted', () => expect(say(parse({ marks: { against: true, writeIn: true }, exactApprovals: 2, maxApprovals: null, tieBy: ['fewerAgainst'], unfilled: 'anotherBallot', threshold: { ...base.threshold, base: 'cast', cast: 'valid' } })).zh)
    .toBe('终评：无记名投赞成票，实到不少于 2/3方可投票，赞成票不少于 2/3（以有效选票计）通过，名额 2 个，选票上可赞成、反对、弃权、另选他人，每票正好赞成 2 人，并列时依次比较反对票，仍并列的由人定，名额未满的，就得票靠前的再投一次'))
})

test('a definition of before is read as before: not one key is added', () => {
  expect(Object.keys(ruleKindsTable.round.schema.parse(unrested)).sort()).toEqual(Object.keys(unrested).sort())
})
