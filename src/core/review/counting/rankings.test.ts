/** 排序 against published counts, second writings and the properties that define each method. */
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { borda, moreBorda } from './borda'
import { instantRunoff, sayRunoff } from './instant-runoff'
import { grouped, isValidRanking, type Ranking } from './rankings'
import { compare, decimal, ratio } from './ratio'
import { schulze, schulzeRows } from './schulze'
import { singleTransferable, UNIT, type TransferResult } from './single-transferable'

/** '5 ACBED': five ballots; (BC) shares a place. */
const votes = (candidates: readonly string[], ...said: readonly string[]): Ranking[] => grouped(candidates, said.flatMap((s) => {
  const [n, order] = s.split(' ')
  const ranking = [...(order ?? '').matchAll(/\((\w+)\)|(\w)/g)].map((m) => [...(m[1] ?? m[2]!)])
  return Array.from({ length: Number(n) }, () => ({ ranking }))
}))
const letters = (n: number) => Array.from('ABCDEFGH'.slice(0, n))

describe('a ranked ballot', () => {
  const known = new Set(['a', 'b', 'c'])
  const valid = (ranking: string[][], rule: object = {}, silent: string[] = []) => isValidRanking(rule, known, { ranking, silent })
  test('nobody twice, nobody foreign, no equals unless the rule lets them', () =>
    expect([valid([['a'], ['b']]), valid([['a'], ['a']]), valid([['x']]), valid([['a', 'b']]), valid([['a', 'b']], { equals: true }), valid([[]])]).toEqual([true, false, false, false, true, false]))
  test('as many as the rule asks; blank prefers nobody and is valid', () => expect([valid([['a']], { least: 2 }), valid([['a'], ['b'], ['c']], { most: 2 }), valid([], { least: 2 })]).toEqual([false, false, true]))
  test('it cannot rank whom its juror is recused from', () => expect(valid([['a']], {}, ['a'])).toBe(false))
})

describe('Borda', () => {
  // Wikipedia, “Borda count”, the capital of Tennessee: Memphis 126, Nashville 194, Chattanooga 173, Knoxville 107 (100 voters).
  const tennessee = votes(letters(4), '42 ABCD', '26 BCDA', '15 CDBA', '17 DCBA')
  test('the published points of the capital of Tennessee', () => expect(borda(letters(4), tennessee, 'zero').map((r) => r.points.numerator)).toEqual([126, 194, 173, 107]))
  test('a short ballot: nothing, the mean of what is left, or less to give', () => {
    const short = votes(letters(4), '1 AB')
    expect((['zero', 'average', 'modified'] as const).map((u) => borda(letters(4), short, u).map((r) => decimal(r.points, 1)))).toEqual([['3.0', '2.0', '0.0', '0.0'], ['3.0', '2.0', '0.5', '0.5'], ['2.0', '1.0', '0.0', '0.0']])
  })
  test('equals share the mean of their points', () => expect(borda(letters(3), votes(letters(3), '1 (AB)C'), 'zero').map((r) => decimal(r.points, 1))).toEqual(['1.5', '1.5', '0.0']))
  test('a recused juror’s silence neither gives nor takes', () => {
    const rows = borda(['a', 'b', 'c'], grouped(['a', 'b', 'c'], [{ ranking: [['a'], ['b'], ['c']] }, { ranking: [['b'], ['c']], silent: ['a'] }]), 'zero')
    expect(rows.map((r) => [r.candidate, r.ballots, `${r.share.numerator}/${r.share.denominator}`])).toEqual([['a', 1, '1/1'], ['b', 2, '3/4'], ['c', 2, '0/1']])
  })
  const full = fc.array(fc.shuffledSubarray(letters(5), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 20 })
  /** Points of a pair are the pairwise preferences added up. */
  const addsUpPairs = (count: typeof borda) => fc.property(full, (ballots) => {
    const rows = count(letters(5), grouped(letters(5), ballots.map((b) => ({ ranking: b.map((c) => [c]) }))), 'zero')
    return rows.every((r) => compare(r.points, ratio(ballots.reduce((n, b) => n + letters(5).filter((o) => b.indexOf(r.candidate) < b.indexOf(o)).length, 0), 1)) === 0)
  })
  test('points are how often one stands before another', () => fc.assert(addsUpPairs(borda)))
  test('mutant: the first place counts one more', () => expect(fc.check(addsUpPairs((c, r, u) => borda(c, r, u).map((row, i) => ({ ...row, points: ratio(row.points.numerator + r.filter((x) => x.order[0]![0] === i).reduce((n, x) => n + x.ballots, 0), row.points.denominator) }))), { seed: 1 }).failed).toBe(true))
  test('who moves up on a ballot does not fall', () => fc.assert(fc.property(full, fc.nat(), fc.nat(), (ballots, which, who) => {
    const up = letters(5)[who % 5]!
    const better = ballots.map((b, i) => { const at = b.indexOf(up); return i === which % ballots.length && at > 0 ? [...b.slice(0, at - 1), up, b[at - 1]!, ...b.slice(at + 1)] : b })
    const rank = (of: string[][]) => { const rows = borda(letters(5), grouped(letters(5), of.map((b) => ({ ranking: b.map((c) => [c]) }))), 'zero'); return rows.filter((r) => moreBorda(r, rows.find((x) => x.candidate === up)!) < 0).length }
    expect(rank(better)).toBeLessThanOrEqual(rank(ballots))
  })))
})

describe('instant runoff', () => {
  test('the capital of Tennessee goes to Knoxville', () => {
    // Wikipedia, “Instant-runoff voting”: Chattanooga goes out first, then Nashville; 58 of 100.
    const r = instantRunoff(letters(4), votes(letters(4), '42 ABCD', '26 BCDA', '15 CDBA', '17 DCBA'))
    expect([r.winner, r.out, sayRunoff(r).zh]).toEqual(['D', ['C', 'B'], '经 3 轮，得 58 票，超过仍有效的 100 票的一半'])
  })
  test('exactly half is not more than half', () => expect(instantRunoff(['a', 'b'], votes(['a', 'b'], '1 a', '1 b')).waits).toEqual({ stage: 1, about: 'exclude', among: ['a', 'b'] }))
  test('equals for the last place wait for people, and go on as they decided', () => {
    const four = votes(letters(3), '4 ABC', '3 BAC', '3 CAB')
    const waiting = instantRunoff(letters(3), four)
    expect([waiting.winner, waiting.waits?.among, instantRunoff(letters(3), four, [{ stage: 1, candidate: 'C' }]).winner, instantRunoff(letters(3), four, [{ stage: 1, candidate: 'A' }]).winner]).toEqual([null, ['B', 'C'], 'A', null])
  })
  const ballots = fc.array(fc.shuffledSubarray(letters(4), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 15 })
  const run = (of: readonly string[][]) => instantRunoff(letters(4), grouped(letters(4), of.map((b) => ({ ranking: b.map((c) => [c]) }))))
  const naive = (of: readonly string[][]): string | null => {
    let left = letters(4)
    for (;;) {
      const tops = of.map((b) => b.find((c) => left.includes(c))).filter((c) => c !== undefined)
      const n = (c: string) => tops.filter((t) => t === c).length
      const winner = left.find((c) => n(c) > tops.length / 2)
      if (winner !== undefined) return winner
      const fewest = Math.min(...left.map(n))
      const lowest = left.filter((c) => n(c) === fewest)
      if (lowest.length > 1 && fewest > 0) return null
      left = left.filter((c) => !lowest.includes(c))
    }
  }
  const isItsDefinition = (count: (of: readonly string[][]) => string | null) => fc.property(ballots, (of) => count(of) === naive(of))
  test('is the same ballot by ballot', () => fc.assert(isItsDefinition((of) => run(of).winner)))
  test.each<[string, (of: readonly string[][]) => string | null]>([
    ['most first places win', (of) => [...letters(4)].sort((a, b) => of.filter((x) => x[0] === b).length - of.filter((x) => x[0] === a).length)[0]!],
    ['half of all ballots, also of those used up', (of) => { const r = run(of); return r.winner !== null && 2 * (r.stages.at(-1)!.votes[r.winner] ?? 0) > of.length ? r.winner : null }],
    ['equals at the bottom all go out', (of) => run(of).winner ?? 'A'],
  ])('mutant: %s', (_, wrong) => expect(fc.check(isItsDefinition(wrong), { numRuns: 500, seed: 1 }).failed).toBe(true))
})

describe('Schulze', () => {
  // Wikipedia, “Schulze method”: 45 voters; Schulze 2011, example 1.
  const example = ['5 ACBED', '5 ADECB', '8 BEDAC', '3 CABED', '7 CAEBD', '2 CBADE', '7 DCEBA', '8 EBADC']
  const r = schulze(letters(5), votes(letters(5), ...example))
  test('the published preferences of 45 voters', () => expect(r.preferred).toEqual([[0, 20, 26, 30, 22], [25, 0, 16, 33, 18], [19, 29, 0, 17, 24], [15, 12, 28, 0, 14], [23, 27, 21, 31, 0]]))
  test('the published strengths of the strongest paths', () => expect(r.paths).toEqual([[0, 28, 28, 30, 24], [25, 0, 28, 33, 24], [25, 29, 0, 29, 24], [25, 28, 28, 0, 24], [25, 28, 28, 31, 0]]))
  test('the published order E A C B D', () => expect(schulzeRows(r, 2).map((x) => [x.candidate, x.rank, x.outcome])).toEqual([['E', 1, 'selected'], ['A', 2, 'selected'], ['C', 3, 'belowPlaces'], ['B', 4, 'belowPlaces'], ['D', 5, 'belowPlaces']]))
  test('a circle without a way out is tied as a whole', () => expect(schulzeRows(schulze(letters(3), votes(letters(3), '1 ABC', '1 BCA', '1 CAB')), 1).map((x) => x.outcome)).toEqual(['tied', 'tied', 'tied']))
  test('a recused juror’s silence prefers nobody', () => expect(schulze(['a', 'b'], grouped(['a', 'b'], [{ ranking: [['b']], silent: ['a'] }, { ranking: [['a']] }])).preferred).toEqual([[0, 1], [0, 0]]))

  const ballots = fc.array(fc.array(fc.subarray(letters(5), { minLength: 1, maxLength: 3 }), { maxLength: 4 }).map((groups) => { const seen = new Set<string>(); return groups.map((g) => g.filter((c) => !seen.has(c) && seen.add(c))).filter((g) => g.length > 0) }), { minLength: 1, maxLength: 15 })
  const prefers = (of: string[][][], a: string, b: string) => of.filter((x) => { const at = (c: string) => { const i = x.findIndex((g) => g.includes(c)); return i < 0 ? 99 : i }; return at(a) < at(b) }).length
  const rows = (of: string[][][]) => schulzeRows(schulze(letters(5), grouped(letters(5), of.map((ranking) => ({ ranking })))), 1)
  type Rows = (of: string[][][]) => readonly { candidate: string; rank: number; better: number }[]
  const findsCondorcet = (count: Rows) => fc.property(ballots, (of) => {
    const winner = letters(5).find((c) => letters(5).every((o) => o === c || prefers(of, c, o) > prefers(of, o, c)))
    return winner === undefined || count(of).filter((x) => x.rank === 1).map((x) => x.candidate).join() === winner
  })
  /** The smallest set that beats everybody outside it. */
  const smith = (of: string[][][]): string[] => {
    const sets = Array.from({ length: 31 }, (_, m) => letters(5).filter((_c, i) => ((m + 1) >> i) & 1)).sort((a, b) => a.length - b.length)
    return sets.find((set) => set.every((c) => letters(5).every((o) => set.includes(o) || prefers(of, c, o) > prefers(of, o, c))))!
  }
  const staysInSmith = (count: Rows) => fc.property(ballots, (of) => count(of).filter((x) => x.rank === 1).every((x) => smith(of).includes(x.candidate)))
  const firstPlaces: Rows = (of) => letters(5).map((candidate) => { const n = (c: string) => of.filter((x) => x[0]?.includes(c)).length; const better = letters(5).filter((o) => n(o) > n(candidate)).length; return { candidate, better, rank: better + 1 } })
  const worstDefeat: Rows = (of) => letters(5).map((candidate) => { const n = (c: string) => Math.max(0, ...letters(5).map((o) => (prefers(of, o, c) > prefers(of, c, o) ? prefers(of, o, c) : 0))); const better = letters(5).filter((o) => n(o) < n(candidate)).length; return { candidate, better, rank: better + 1 } })
  test('whoever beats each other one stands first', () => fc.assert(findsCondorcet(rows), { numRuns: 300 }))
  test('who stands first beats everybody outside a smallest set', () => fc.assert(staysInSmith(rows), { numRuns: 300 }))
  test('mutant: most first places do not find the one who beats all', () => expect(fc.check(findsCondorcet(firstPlaces), { numRuns: 500, seed: 1 }).failed).toBe(true))
  test('mutant: the mildest worst defeat leaves the Smith set', () => {
    // Wikipedia, “Minimax Condorcet method”, a Condorcet loser who wins: a circle of three with large majorities above a fourth with narrow ones.
    const of = ['3 ABCD', '3 BCAD', '3 CABD', '2 DABC', '2 DBCA', '2 DCAB'].flatMap((s) => Array.from({ length: Number(s[0]) }, () => Array.from(s.slice(2), (c) => [c])))
    expect([worstDefeat(of).filter((x) => x.rank === 1).map((x) => x.candidate), rows(of).filter((x) => x.rank === 1).map((x) => x.candidate), smith(of)]).toEqual([['D'], ['A', 'B', 'C'], ['A', 'B', 'C']])
  })
  test('turned round, no clear first stays first', () => fc.assert(fc.property(ballots, (of) => {
    const full = of.map((x) => { const rest = letters(5).filter((c) => !x.flat().includes(c)); return rest.length > 0 ? [...x, rest] : x })
    const [first, second] = rows(full).filter((x) => x.rank === 1)
    if (second === undefined && first !== undefined && first.worse === 4) expect(rows(full.map((x) => [...x].reverse())).find((x) => x.candidate === first.candidate)!.better).toBeGreaterThan(0)
  })))
})

describe('single transferable vote', () => {
  const example = (file: string, n: number): Ranking[] => {
    const lines = readFileSync(join(import.meta.dirname, 'examples', file), 'utf8').trim().split('\n')
    return votes(letters(n), ...lines.flatMap((l) => { const [many, ...orders] = l.split(' '); return orders.map((o) => `${many} ${o}`) }))
  }
  const table = (r: TransferResult, c: string) => r.stages.map((s) => decimal(ratio(s.votes[c]!, UNIT), 2))
  const lost = (r: TransferResult) => r.stages.map((s) => decimal(ratio(s.nonTransferable, UNIT), 2))

  // West Dunbartonshire Council, ward 3 Dumbarton, 4 May 2017, 4 places; papers and stages as the returning officer published them, candidates as letters.
  test('the published stages of Dumbarton 2017', () => {
    const r = singleTransferable(letters(7), example('dumbarton-2017.txt', 7), 4)
    expect([r.quota, r.elected, r.excluded]).toEqual([1313, ['C', 'B', 'D', 'G'], ['E', 'A', 'F']])
    expect(Object.fromEntries(letters(7).map((c) => [c, table(r, c)]))).toEqual({
      A: ['792.00', '821.05', '827.13', '888.30', '0.00'], B: ['1499.00', '1499.00', '1313.00', '1313.00', '1313.00'], C: ['1762.00', '1313.00', '1313.00', '1313.00', '1313.00'], D: ['809.00', '827.09', '989.76', '998.64', '1254.05'],
      E: ['159.00', '168.43', '170.91', '0.00', '0.00'], F: ['584.00', '910.17', '915.01', '937.18', '1103.63'], G: ['957.00', '979.68', '980.55', '1009.31', '1147.13'],
    })
    expect(lost(r)).toEqual(['0.00', '43.58', '52.64', '102.58', '431.19'])
  })
  // North Lanarkshire Council, ward Cumbernauld South, 3 May 2012, 4 places.
  test('the published stages of Cumbernauld South 2012', () => {
    const r = singleTransferable(letters(8), example('cumbernauld-south-2012.txt', 8), 4)
    expect([r.quota, r.elected]).toEqual([1204, ['A', 'B', 'H', 'C']])
    expect(Object.fromEntries(letters(8).map((c) => [c, table(r, c)]))).toEqual({
      A: ['1779.00', '1204.00', '1204.00', '1204.00', '1204.00', '1204.00', '1204.00'], B: ['1413.00', '1413.00', '1204.00', '1204.00', '1204.00', '1204.00', '1204.00'], C: ['444.00', '810.20', '815.82', '816.32', '836.42', '857.55', '926.39'],
      D: ['653.00', '783.58', '792.45', '792.87', '819.18', '832.46', '916.95'], E: ['344.00', '358.54', '363.13', '363.68', '392.87', '486.34', '0.00'], F: ['225.00', '228.88', '232.13', '232.41', '235.75', '0.00', '0.00'], G: ['140.00', '147.76', '152.34', '153.14', '0.00', '0.00', '0.00'],
      H: ['1017.00', '1044.47', '1210.43', '1204.00', '1204.00', '1204.00', '1204.00'],
    })
    expect(lost(r)).toEqual(['0.00', '24.57', '40.70', '44.58', '118.77', '226.65', '559.67'])
  })

  const ballots = fc.array(fc.shuffledSubarray(letters(5), { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 30 })
  type Count = (of: readonly string[][], places: number, decisions?: readonly { stage: number; candidate: string }[]) => TransferResult
  const run: Count = (of, places, decisions = []) => singleTransferable(letters(5), grouped(letters(5), of.map((b) => ({ ranking: b.map((c) => [c]) }))), places, decisions)
  /** People answer each question with the first in question, until the count is done. */
  const settled = (count: Count) => (of: readonly string[][], places: number): TransferResult => {
    const decisions: { stage: number; candidate: string }[] = []
    for (;;) {
      const r = count(of, places, decisions)
      if (r.waits === null) return r
      decisions.push({ stage: r.waits.stage, candidate: r.waits.among[0]! })
    }
  }
  /** Paper by paper, each with its own weight in hundred-thousandths; rules 46 to 52 once more. */
  const naive = (of: readonly string[][], places: number): string[] => {
    const quota = Math.floor(of.length / (places + 1)) + 1
    const papers = of.map((order) => ({ order, weight: 100_000n, holder: order[0] as string | undefined }))
    const held = new Map<string, bigint>()
    const history: Map<string, bigint>[] = []
    const [elected, out, surplus] = [[] as string[], new Set<string>(), new Set<string>()]
    const going = () => letters(5).filter((c) => !elected.includes(c) && !out.has(c))
    const note = () => {
      for (const c of letters(5)) if (!out.has(c) && !(elected.includes(c) && !surplus.has(c))) held.set(c, papers.filter((p) => p.holder === c).reduce((a, p) => a + p.weight, 0n))
      for (const c of out) held.set(c, 0n)
      history.push(new Map(held))
      for (const c of going().filter((x) => held.get(x)! >= BigInt(quota) * 100_000n).sort((a, b) => (held.get(b)! > held.get(a)! ? 1 : held.get(b)! < held.get(a)! ? -1 : a < b ? -1 : 1))) if (elected.length < places) { elected.push(c); if (held.get(c)! > BigInt(quota) * 100_000n) surplus.add(c) }
    }
    const move = (from: string, worth: (w: bigint) => bigint) => {
      for (const p of papers.filter((x) => x.holder === from)) { p.weight = worth(p.weight); p.holder = p.order.slice(p.order.indexOf(from) + 1).find((c) => going().includes(c)) }
    }
    const pick = (among: string[], most: boolean): string => {
      for (let k = history.length - 1; k >= 0 && among.length > 1; k--) {
        const at = among.map((c) => history[k]!.get(c)!)
        const end = at.reduce((a, b) => ((most ? b > a : b < a) ? b : a))
        among = among.filter((_, i) => at[i] === end)
      }
      return among.sort()[0]!
    }
    note()
    while (elected.length < places) {
      if (going().length <= places - elected.length) { elected.push(...going().sort((a, b) => (held.get(b)! > held.get(a)! ? 1 : held.get(b)! < held.get(a)! ? -1 : a < b ? -1 : 1))); break }
      if (surplus.size > 0) {
        const c = pick([...surplus], true)
        const all = held.get(c)!
        surplus.delete(c)
        move(c, (w) => ((all - BigInt(quota) * 100_000n) * w) / all)
        held.set(c, BigInt(quota) * 100_000n)
      } else {
        const c = pick(going(), false)
        out.add(c)
        if (going().length <= places - elected.length) continue
        move(c, (w) => w)
      }
      note()
    }
    return elected
  }
  const isItsDefinition = (count: Count) => fc.property(ballots, fc.integer({ min: 1, max: 4 }), (of, places) => settled(count)(of, places).elected.join() === naive(of, places).join())
  test('is the same paper by paper', () => fc.assert(isItsDefinition(run), { numRuns: 300 }))
  test.each<[string, Count]>([
    ['the exact quota v/(s+1), rounded up', (of, places, d) => singleTransferable(letters(5), [...grouped(letters(5), of.map((b) => ({ ranking: b.map((c) => [c]) })))].map((r, i) => (i === 0 ? { ...r, ballots: r.ballots + 1 } : r)), places, d)],
    ['surpluses are not handed on', (of, places, d) => run(of.map((b) => b.slice(0, 1)), places, d)],
    ['whoever has most first places is elected', (of, places) => ({ ...run(of, places), waits: null, elected: [...letters(5)].sort((a, b) => of.filter((x) => x[0] === b).length - of.filter((x) => x[0] === a).length || (a < b ? -1 : 1)).slice(0, places) })],
  ])('mutant: %s', (_, wrong) => expect(fc.check(isItsDefinition(wrong), { numRuns: 500, seed: 1 }).failed).toBe(true))

  test('no vote is made: what everybody holds and what is lost are the papers, at every stage', () => fc.assert(fc.property(ballots, fc.integer({ min: 1, max: 4 }), (of, places) => {
    for (const s of settled(run)(of, places).stages) expect(Object.values(s.votes).reduce((a, b) => a + b, 0) + s.nonTransferable).toBe(of.length * UNIT)
  })))
  /** Droop: those who put the same people before all others get as many of them as they have whole quotas. */
  const isProportional = (elect: (of: readonly string[][], places: number) => readonly string[]) => fc.property(fc.integer({ min: 1, max: 4 }), fc.subarray(letters(5), { minLength: 1, maxLength: 4 }), fc.integer({ min: 5, max: 20 }), fc.array(fc.shuffledSubarray(letters(5), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 20 }), fc.boolean(), fc.infiniteStream(fc.nat()), (places, solid, supporters, rest, alike, chance) => {
    const mixed = (list: readonly string[]) => list.map((c) => [chance.next().value as number, c] as const).sort(([a], [b]) => a - b).map(([, c]) => c)
    const others = alike ? rest.map(() => rest[0]!) : rest
    const of = [...Array.from({ length: supporters }, () => [...mixed(solid), ...mixed(letters(5).filter((c) => !solid.includes(c)))]), ...others]
    const quota = Math.floor(of.length / (places + 1)) + 1
    const owed = Math.min(Math.floor(supporters / quota), solid.length, places)
    return elect(of, places).filter((c) => solid.includes(c)).length >= owed
  })
  test('as many quotas, as many places', () => fc.assert(isProportional((of, places) => settled(run)(of, places).elected), { numRuns: 300 }))
  test('mutant: the Borda count is not proportional', () => {
    // Two fifths of the jury put A and B first, all others agree on C, D and E: of three places one is owed to A or B (quota 26 of 100).
    const of = [...Array.from({ length: 40 }, (_, i) => ['ABCDE', 'BADEC', 'ABECD'][i % 3]!.split('')), ...Array.from({ length: 60 }, (_, i) => [['C', 'D', 'E'], ['D', 'E', 'C'], ['E', 'C', 'D']][i % 3]!.concat('A', 'B'))]
    const byPoints = borda(letters(5), grouped(letters(5), of.map((b) => ({ ranking: b.map((c) => [c]) }))), 'zero').sort((a, b) => moreBorda(a, b)).slice(0, 3).map((r) => r.candidate)
    expect([byPoints.toSorted(), settled(run)(of, 3).elected.filter((c) => c === 'A' || c === 'B')]).toEqual([['C', 'D', 'E'], ['A']])
  })
  test('where a lot would be drawn it waits, and goes on as people decided', () => {
    const of = [['A', 'C'], ['A', 'C'], ['B', 'D'], ['B', 'D'], ['C'], ['D']]
    const r = run(of, 1)
    expect([r.elected, r.waits]).toEqual([[], { stage: 3, about: 'exclude', among: ['C', 'D'] }])
    const waits: string[] = []
    const decisions: { stage: number; candidate: string }[] = []
    for (let now = r; now.waits !== null; now = run(of, 1, decisions)) { waits.push(now.waits.among.join('')); decisions.push({ stage: now.waits.stage, candidate: now.waits.among[0]! }) }
    expect([waits, run(of, 1, decisions).elected.length]).toEqual([['CD', 'AB'], 1])
  })
})
