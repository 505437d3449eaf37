/** 波达计数 by group: each group comes out as if a round of its own had been held on it, whatever the jurors ranked in between. */
import { expect, test } from 'vitest'
import type { RoundRule } from '../rules/round-terms'
import type { Ballot, BallotBox } from './ballot-box'
import { asTally, conclude } from './concluded'

const rule = (more: object): RoundRule => ({ id: 'r', kind: 'round', name: { zh: '终评', en: 'Final' }, method: 'rank', ranking: { by: 'borda', unnamed: 'average' }, ballot: 'named', quorum: { share: { numerator: 1, denominator: 2 }, inclusive: true }, threshold: { share: { numerator: 1, denominator: 2 }, inclusive: true, base: 'present', recusedLeaveBase: true }, places: 3, maxApprovals: null, rests: { number: '1', zh: '', en: '' }, ...more }) as unknown as RoundRule
const groups = [{ id: 'one', name: { zh: '一', en: '1' }, places: 2 }, { id: 'two', name: { zh: '二', en: '2' }, places: 1 }]

test('200 juries by chance: group by group the same as alone', () => {
  let seed = 7
  const chance = (n: number): number => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor((seed / 2_147_483_648) * n) }
  for (let k = 0; k < 200; k++) {
    const candidates = Array.from({ length: 3 + chance(5) }, (_, i) => `c${i}`)
    const of = Object.fromEntries(candidates.map((c, i) => [c, i === 0 ? 'one' : i === 1 ? 'two' : chance(2) === 0 ? 'one' : 'two']))
    const jurors = Array.from({ length: 1 + chance(6) }, (_, i) => ({ id: `j${i}`, present: true, voted: true }))
    const recusals = jurors.flatMap((j) => (chance(4) === 0 ? [{ juror: j.id, candidate: candidates[chance(candidates.length)]! }] : []))
    const ballots = jurors.map((j, i): Ballot => {
      const silent = recusals.filter((r) => r.juror === j.id).map((r) => r.candidate)
      const order = candidates.filter((c) => !silent.includes(c)).map((c) => ({ c, at: chance(1000) })).sort((a, b) => a.at - b.at || (a.c < b.c ? -1 : 1)).map((x) => x.c)
      return { code: `${i}`, juror: j.id, approvals: [], ranking: order.slice(0, 1 + chance(order.length)).map((c) => [c]), ...(silent.length > 0 && { silent }) }
    })
    const box: BallotBox = { candidates, jurors, recusals, ballots, groups: of }
    const figures = (r: RoundRule, b: BallotBox) => { const t = asTally(conclude(r, b)); return t.method === 'borda' ? t.rows.map((x) => [x.candidate, x.rank, x.outcome, x.points, x.ballots]) : [] }
    const alone = groups.flatMap((g) => {
      const own = candidates.filter((c) => of[c] === g.id)
      const cut = ballots.map((b) => ({ ...b, ranking: b.ranking!.map((p) => p.filter((c) => own.includes(c))).filter((p) => p.length > 0), ...(b.silent && { silent: b.silent.filter((c) => own.includes(c)) }) }))
      return figures(rule({ places: g.places }), { candidates: own, jurors, recusals: recusals.filter((r) => own.includes(r.candidate)), ballots: cut })
    })
    expect(figures(rule({ groups }), box)).toEqual(alone)
  }
})
