/** 台账 and 计票 under attack: whatever is done to a record, the verifier says so and names the row. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashOf, sha256Hex, canonical } from '../kernel/canonical'
import type { ResolvedRule } from '../campaign/definition'
import type { BallotBox } from '../review/ballot-box'
import { count, countHash } from '../review/count'
import { checkChain } from './chain'
import { genesis, link, type LedgerEntry, type SealedEntry } from './entry'
import { parseReceiptCode, receiptCode } from './receipt-code'
import { isReproduced, verifyRecord, type CampaignRecord } from './record'

const runs = typeof process !== 'undefined' && process.env['XUANSHU_LONG'] === '1' ? 1000 : 100
const CHAIN = '0190a000-0000-7000-8000-000000000001'
const rule = {
  id: 'round-1', kind: 'round', strength: 'block', name: { zh: '第一轮', en: 'Round 1' }, method: 'approval', ballot: 'secret', places: 2, maxApprovals: null,
  quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true }, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'present', recusedLeaveBase: true },
  rests: { number: null, zh: '办公室决定', en: 'office decision' },
} as unknown as ResolvedRule<'round'>
const box: BallotBox = {
  candidates: ['a', 'b', 'c'], jurors: ['1', '2', '3', '4', '5'].map((id) => ({ id, present: true, voted: id !== '5' })), recusals: [{ juror: '1', candidate: 'a' }],
  ballots: [{ code: 'AAAA', approvals: ['b'] }, { code: 'BBBB', approvals: ['a', 'b'] }, { code: 'CCCC', approvals: ['a', 'b'] }, { code: 'DDDD', approvals: ['a', 'b', 'c'] }],
}
const result = count(rule, box)
const roundHash = countHash(rule, box, result)

const made = new Map<number, readonly SealedEntry[]>()
/** A chain of n acts, the first of them the opening and the last the count of the round; hashed once, and copied for whoever spoils it. */
const chainOf = (n: number): SealedEntry[] => {
  if (!made.has(n)) made.set(n, makeChain(n))
  return [...made.get(n)!]
}
const makeChain = (n: number): SealedEntry[] => {
  const entries: SealedEntry[] = []
  for (let i = 1; i <= n; i++) {
    const head = entries.at(-1)
    const [first, last] = [i === 1, i === n]
    entries.push(link(head === undefined ? null : { position: head.entry.position, hash: head.hash }, {
      chain: CHAIN, at: 1_700_000_000_000 + i, realAt: 1_700_000_000_000 + i, act: last ? 'round.closed' : first ? 'round.opened' : 'material.received', actor: { account: `p${i % 3}`, role: 'office', organisation: 'o' },
      subject: { kind: last || first ? 'round' : 'nomination', id: last || first ? 'r1' : `n${i}` }, data: last ? { count: roundHash } : first ? { candidates: [...box.candidates], jurors: box.jurors.map((j) => j.id) } : { file: sha256Hex(String(i)) },
    }))
  }
  return entries
}
const recordOf = (entries: readonly SealedEntry[]): CampaignRecord => ({ format: 'xuanshu-record/1', campaign: CHAIN, chain: [], definitionHash: '', entries, rounds: [{ id: 'r1', rule, box, result, hash: roundHash }] })
const anchor = (entries: readonly SealedEntry[], position = entries.length) => parseReceiptCode(receiptCode({ position, hash: entries[position - 1]!.hash }))!
const found = (record: CampaignRecord, anchors: Parameters<typeof verifyRecord>[1] = []) => verifyRecord(record, anchors).faults.map((f) => [f.code, f.position] as const)

const length = fc.integer({ min: 3, max: 30 })
const spot = fc.double({ min: 0, max: 0.999999, noNaN: true })
const at = (n: number, where: number) => Math.floor(where * n)
const tries = { numRuns: runs, verbose: true } as const

/** Makes a chain of these entries that fits together, as one would who knows how it is made. */
const resealed = (entries: readonly LedgerEntry[]): SealedEntry[] => {
  const out: SealedEntry[] = []
  for (const { previous: _, position: __, ...e } of entries) out.push(link(out.length === 0 ? null : { position: out.length, hash: out.at(-1)!.hash }, e))
  return out
}

test('an untouched record is whole, and proves itself against each of its receipts', () => {
  const entries = chainOf(30)
  expect(verifyRecord(recordOf(entries), entries.map((_, i) => anchor(entries, i + 1)))).toEqual({ whole: true, entries: 30, head: entries[29]!.hash, counts: 1, draws: 0, split: 0, faults: [] })
})

test('of a round it is told by itself whether it holds, wherever in the ledger its fault stands', () => {
  const record = recordOf(chainOf(30))
  const without = (act: string) => isReproduced({ ...record, entries: record.entries.filter(({ entry }) => entry.act !== act) }, record.rounds[0]!)
  expect([isReproduced(record, record.rounds[0]!), without('round.opened'), without('round.closed')]).toEqual([true, false, false])
})

describe('whatever is done to one row is found, and the first bad row is named', () => {
  test('a value changed', () => fc.assert(fc.property(length, spot, fc.constantFrom('at', 'act', 'actor', 'subject', 'data', 'previous', 'realAt'), (n, where, key) => {
    const entries = chainOf(n)
    const i = at(n, where)
    const { entry, hash } = entries[i]!
    entries[i] = { entry: { ...entry, [key]: key === 'at' || key === 'realAt' ? entry[key] + 1 : key === 'previous' ? 'f'.repeat(64) : key === 'act' ? 'material.removed' : { ...(entry[key as 'data'] as object), more: 1 } }, hash }
    expect(found(recordOf(entries))[0]).toEqual(['changed', i + 1])
  }), tries), 60_000)

  test('a row changed together with its own hash', () => fc.assert(fc.property(length, spot, (n, where) => {
    const entries = chainOf(n)
    const i = at(n - 1, where)
    const entry = { ...entries[i]!.entry, data: { file: 'another' } }
    entries[i] = { entry, hash: hashOf(entry) }
    expect(found(recordOf(entries))[0]).toEqual(['broken', i + 2])
  }), tries), 60_000)

  test('a row deleted', () => fc.assert(fc.property(length, spot, (n, where) => {
    const entries = chainOf(n)
    const i = at(n - 1, where)
    entries.splice(i, 1)
    expect(found(recordOf(entries))[0]).toEqual(['missing', i + 1])
  }), tries), 60_000)

  test('a row inserted, or given twice', () => fc.assert(fc.property(length, spot, fc.boolean(), (n, where, twice) => {
    const entries = chainOf(n)
    const i = at(n, where)
    const more = { ...entries[i]!.entry, ...(twice ? {} : { data: { invented: true }, position: i + 2 }) }
    entries.splice(i + 1, 0, { entry: more, hash: hashOf(more) })
    expect(found(recordOf(entries)).find(([code]) => code !== 'count')![1]).toBe(i + 2)
  }), tries), 60_000)

  test('two rows swapped', () => fc.assert(fc.property(length, spot, spot, (n, a, b) => {
    const [i, k] = [at(n, a), at(n, b)].sort((x, y) => x - y) as [number, number]
    fc.pre(i !== k)
    const entries = chainOf(n)
    ;[entries[i], entries[k]] = [entries[k]!, entries[i]!]
    expect(found(recordOf(entries))[0]).toEqual(['missing', i + 1])
  }), tries), 60_000)

  test('a row of another campaign put in its place', () => {
    const entries = chainOf(9)
    const foreign = { ...entries[4]!.entry, chain: 'another' }
    entries[4] = { entry: foreign, hash: hashOf(foreign) }
    expect(found(recordOf(entries))[0]).toEqual(['foreign', 5])
  })
})

describe('what a chain alone cannot show, a receipt shows', () => {
  test('a cut tail', () => fc.assert(fc.property(length, spot, (n, where) => {
    const whole = chainOf(n)
    const left = whole.slice(0, at(n, where))
    expect(checkChain(CHAIN, left)).toEqual([])
    expect(checkChain(CHAIN, left, [anchor(whole)]).map((f) => [f.code, f.position])).toEqual([['cut', n]])
  }), tries), 60_000)

  test('a chain written anew from any row on', () => fc.assert(fc.property(length, spot, (n, where) => {
    const whole = chainOf(n)
    const i = at(n, where)
    const forged = resealed(whole.map(({ entry }, k) => (k === i ? { ...entry, at: entry.at + 1 } : entry)))
    expect(checkChain(CHAIN, forged)).toEqual([])
    expect(checkChain(CHAIN, forged, [anchor(whole)]).map((f) => [f.code, f.position])).toEqual([['receipt', n]])
  }), tries), 60_000)
})

test('mutant: a chain whose hash leaves out the row before misses a swap that renumbers, and this suite’s swap shows it', () => {
  const naive = (e: LedgerEntry): string => { const { previous: _, ...rest } = e; return sha256Hex(canonical(rest)) }
  const naiveCheck = (rows: readonly SealedEntry[]) => rows.every(({ entry, hash }, i) => entry.position === i + 1 && naive(entry) === hash)
  const rows = chainOf(12).map(({ entry }) => ({ entry, hash: naive(entry) }))
  const swap = (list: readonly SealedEntry[], reseal: (e: LedgerEntry) => string) => {
    const out = [...list]
    const [a, b] = [{ ...out[3]!.entry, position: 8 }, { ...out[7]!.entry, position: 4 }]
    out[3] = { entry: b, hash: reseal(b) }
    out[7] = { entry: a, hash: reseal(a) }
    return out
  }
  expect([naiveCheck(rows), naiveCheck(swap(rows, naive))]).toEqual([true, true])
  expect(checkChain(CHAIN, swap(chainOf(12), hashOf)).map((f) => [f.code, f.position])).toEqual([['broken', 4], ['broken', 5], ['broken', 8], ['broken', 9]])
})

describe('a count is counted anew', () => {
  const entries = chainOf(5)
  const record = recordOf(entries)
  const round = record.rounds[0]!
  const withRound = (change: Partial<typeof round>): CampaignRecord => ({ ...record, rounds: [{ ...round, ...change }] })
  const other = { ...box, ballots: [...box.ballots.slice(1), { code: 'AAAA', approvals: ['c'] }] }
  test.each([
    ['a ballot', { box: other }], ['a ballot and the result with it', { box: other, result: count(rule, other) }],
    ['a ballot, the result and their hash', { box: other, result: count(rule, other), hash: countHash(rule, other, count(rule, other)) }],
    ['a recusal', { box: { ...box, recusals: [] } }], ['a recusal of somebody else, with the same result', { box: { ...box, recusals: [{ juror: '2', candidate: 'a' }] } }],
    ['the rule', { rule: { ...rule, places: 1 } }], ['the threshold, with the same result', { rule: { ...rule, threshold: { ...rule.threshold, share: { numerator: 1, denominator: 2 } } } }],
    ['the result', { result: { ...result, rows: result.rows.map((r) => ({ ...r, outcome: 'selected' as const })) } }], ['a ballot code', { box: { ...box, ballots: box.ballots.map((b, i) => (i === 0 ? { ...b, code: 'ZZZZ' } : b)) } }],
  ])('%s changed is found at the row that closed the round', (_, change) => {
    expect(found(withRound(change))).toEqual([['count', 5]])
  })
  test('the order of rows in the box changes nothing', () => {
    expect(found(withRound({ box: { candidates: box.candidates.toReversed(), jurors: box.jurors.toReversed(), recusals: box.recusals, ballots: box.ballots.toReversed() } }))).toEqual([])
  })
  test('a round left out, or one that the ledger never closed, is found', () => {
    expect(found({ ...record, rounds: [] })).toEqual([['count', 5]])
    expect(found({ ...record, rounds: [round, { ...round, id: 'r2' }] })).toEqual([['count', null]])
  })
})

test('a receipt’s code is read as people type it, and nothing else is', () => {
  const code = receiptCode({ position: 12, hash: genesis.replace(/^0/, 'a') })
  expect(parseReceiptCode(` xs1-12-${code.slice(7).toUpperCase()} `)).toEqual({ position: 12, hash: code.slice(7) })
  expect(['', 'XS1-0-' + code.slice(7), `${code}0`, code.slice(0, -1), code.replace('XS1', 'XS2')].map(parseReceiptCode)).toEqual([null, null, null, null, null])
})
