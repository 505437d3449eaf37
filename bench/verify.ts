/** 核验: an exported record of 100,000 ledger entries, checked from its text on, as `xuanshu verify` and the page do. The record is made by the product's own functions: definition, rounds, draw and links. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDefinition } from '#core/campaign/parse'
import type { ResolvedRule } from '#core/campaign/definition'
import { resolve } from '#core/campaign/resolve'
import { hashOf } from '#core/kernel/canonical'
import { link, type Act, type SealedEntry } from '#core/ledger/entry'
import { isRecord, readRecord } from '#core/ledger/read-record'
import { verifyRecord, type CampaignRecord, type RoundRecord } from '#core/ledger/record'
import { replayRound } from '#core/ledger/replay'
import type { Ballot, BallotBox } from '#core/review/ballot-box'
import { conclude, concludedHash } from '#core/review/concluded'
import { namedBallotHash } from '#core/review/packed-ballot'
import { draw } from '#core/review/jury/draw'
import { commitmentOf, planHash, seedOf, type DrawPlan } from '#core/review/jury/draw-terms'
import { round } from '#core/rules/round-terms'
import { shippedDefinitions } from '#server/main'

const GOAL = 3000
const ENTRIES = 100_000
let missed = 0
const print = (line: string): void => void process.stdout.write(`${line}\n`)
/** The middle of three runs, after one that warms up: `first` is that one, as a command line that runs once sees it. */
const report = (what: string, work: () => unknown, goal: number | null): void => {
  const [from, cpu] = [performance.now(), process.cpuUsage()]
  work()
  const first = performance.now() - from
  const used = process.cpuUsage(cpu).user / 1000
  const took = Array.from({ length: 3 }, () => { const begun = performance.now(); work(); return performance.now() - begun }).sort((a, b) => a - b)
  const bad = goal !== null && Math.max(first, took[1]!) > goal
  if (bad) missed++
  print(`${what.padEnd(58)} ${took[1]!.toFixed(0).padStart(6)} ms, first ${first.toFixed(0).padStart(6)} ms (${used.toFixed(0).padStart(6)} ms of processors)${goal === null ? '' : ` (goal ≤ ${goal} ms)`}${bad ? ' MISSED' : ''}`)
}

let seed = 20211122
const below = (n: number): number => { seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff; return Math.floor((seed / 0x80000000) * n) }
/** As ids and hashes of the product look. */
const uuid = (kind: string, n: number): string => `0190a${kind}00-0000-7000-8000-${String(n).padStart(12, '0')}`
const words = { zh: '示例', en: 'example' }
const CHAIN = uuid('0', 1)
const shipped = parseDefinition(readFileSync(join(shippedDefinitions(), 'national-2021.yaml'), 'utf8'), 'national-2021')
if (!shipped.ok) throw new Error('the definition cannot be read')
const { definition } = shipped
const resolved = resolve([definition])
const entries: SealedEntry[] = []
const enter = (act: Act, kind: string, id: string, data: Readonly<Record<string, unknown>>, account = uuid('1', below(900)), role: 'office' | 'juror' | 'unitClerk' = 'unitClerk'): void => {
  const head = entries.at(-1)
  const at = 1_790_000_000_000 + entries.length * 37
  entries.push(link(head === undefined ? null : { position: head.entry.position, hash: head.hash }, { chain: CHAIN, at, realAt: at, act, actor: { account, role, organisation: uuid('2', below(300)) }, subject: { kind, id }, data }))
}
const daily: readonly Act[] = ['material.received', 'nomination.created', 'appraisal.recorded', 'candidate.consented', 'nomination.sentToApprover', 'nomination.submitted', 'screening.accepted', 'notice.acknowledged']
const daysUntil = (n: number): void => { while (entries.length < n) enter(daily[below(daily.length)]!, 'nomination', uuid('3', below(3000)), { file: hashOf(entries.length), bytes: below(1_000_000), material: 'photo' }) }

const rounds: RoundRecord[] = []
const JURORS = 300
const jurorIds = Array.from({ length: JURORS }, (_, i) => uuid('4', i))
/** Everything a round leaves: opening, sign-in, ballots, count. */
const hold = (n: number, terms: object, candidateCount: number, ballotOf: (candidates: readonly string[]) => Partial<Ballot>): void => {
  const id = uuid('5', n)
  const rule = { ...round.parse({ id: `r${n}`, kind: 'round', clause: { number: '一', ...words }, name: words, places: 10, quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true }, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'present', recusedLeaveBase: true }, ...terms }), rests: { number: null, ...words } } as unknown as ResolvedRule<'round'>
  const named = rule.ballot === 'named'
  const candidates = Array.from({ length: candidateCount }, (_, i) => uuid('3', i))
  enter('round.opened', 'round', id, { candidates, jurors: jurorIds }, uuid('1', 1), 'office')
  for (const juror of jurorIds) enter('conflicts.declared', 'round', id, { count: 0 }, juror, 'juror')
  const ballots = jurorIds.map((juror, i): Ballot => ({ code: `${n}-${String(i).padStart(4, '0')}`, approvals: [], ...ballotOf(candidates), ...(named && { juror, salt: hashOf(i).slice(0, 32) }) }))
  for (const [i, juror] of jurorIds.entries()) enter('ballot.cast', 'round', id, { ballot: named ? namedBallotHash(ballots[i]!) : hashOf(ballots[i]!.code) }, juror, 'juror')
  const box: BallotBox = { candidates, jurors: jurorIds.map((j) => ({ id: j, present: true, voted: true })), recusals: [], ballots }
  const result = conclude(rule, box)
  const hash = concludedHash(rule, box, result)
  enter('round.closed', 'round', id, { count: hash, returned: ballots.length }, uuid('1', 2), 'office')
  rounds.push({ id, rule, box, result, hash })
}

print(`node ${process.version}`)
enter('campaign.created', 'campaign', CHAIN, {})
enter('campaign.opened', 'campaign', CHAIN, { definition: resolved.hash, units: 300 }, uuid('1', 1), 'office')
daysUntil(30_000)
const plan: DrawPlan = { pool: Array.from({ length: 600 }, (_, i) => ({ id: uuid('6', i), unit: uuid('7', i % 200), fields: [['医学', '工学', '农学'][i % 3]!] })), terms: { parts: ['医学', '工学', '农学'].map((field) => ({ field, count: 100, standIns: 5 })), perUnit: 3, apart: [] } }
const [secret, word] = [hashOf('secret'), '春分']
const drawn = draw(plan, seedOf(secret, word))
if (!drawn.ok) throw new Error('the pool is too small')
enter('jury.seedFixed', 'draw', uuid('8', 1), { commitment: commitmentOf(secret), plan: planHash(plan) })
enter('jury.drawn', 'draw', uuid('8', 1), { secret, word, drawn: drawn.drawn.map((d) => d.id), standIns: drawn.standIns.map((d) => d.id) })
hold(1, { method: 'score', ballot: 'named', score: { from: 0, to: 100, decimals: 1 } }, 300, (candidates) => ({ scores: Object.fromEntries(candidates.map((c) => [c, [600 + below(400)]])) }))
daysUntil(60_000)
hold(2, { method: 'approval', ballot: 'named', maxApprovals: 60 }, 120, (candidates) => ({ approvals: candidates.filter(() => below(2) === 0).slice(0, 60) }))
hold(3, { method: 'approval', ballot: 'secret', maxApprovals: 10 }, 60, (candidates) => ({ approvals: candidates.filter(() => below(6) === 0).slice(0, 10) }))
daysUntil(ENTRIES)
const record: CampaignRecord = { format: 'xuanshu-record/1', campaign: CHAIN, chain: [definition], definitionHash: resolved.hash, entries, rounds, draws: [{ id: uuid('8', 1), plan, secret, word, result: drawn }] }
const text = `${JSON.stringify(record, null, 1)}\n`
print(`a record of ${entries.length.toLocaleString('en')} entries, ${rounds.length} rounds, ${rounds.reduce((n, r) => n + r.box.ballots.length, 0)} ballots: ${(Buffer.byteLength(text) / 2 ** 20).toFixed(0)} MB of JSON`)
const read = (): CampaignRecord => { const r = readRecord(text); if (!isRecord(r)) throw new Error('not a record'); return r }
const given = read()
const verdict = verifyRecord(given)
if (!verdict.whole || verdict.counts !== 3 || verdict.draws !== 1) throw new Error(`the record is not whole: ${JSON.stringify(verdict.faults.slice(0, 3))}`)
// What is measured must be able to fail: one byte in the last entry.
const spoilt = verifyRecord({ ...given, entries: given.entries.map((e, i) => (i === ENTRIES - 1 ? { ...e, entry: { ...e.entry, at: e.entry.at + 1 } } : e)) })
if (spoilt.faults[0]?.position !== ENTRIES) throw new Error('a changed entry was not found')
report('reading the text', read, null)
report('verifying what was read', () => verifyRecord(given), null)
report('both: from the text to the verdict', () => verifyRecord(read()), GOAL)
report('one round counted again, as the supervisor does', () => replayRound(given, rounds[0]!.id), null)
process.exitCode = missed === 0 ? 0 : 1
