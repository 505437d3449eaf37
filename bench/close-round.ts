/** 封票计票: 3,000 candidates scored by 300 jurors, opened, written, counted and hashed by one close over HTTP; beside it the count alone, and nothing but the opening of as many sealed sheets, in the same run. */
import { join } from 'node:path'
import { conclude } from '#core/review/concluded'
import { packed, unpacked } from '#core/review/packed-ballot'
import type { RoundRule } from '#core/rules/round-terms'
import { ballotStep, privateKeyOf, newRoundKey, seal, unseal, type SealedBallot } from '#server/ballot-seal'
import { readableCode } from '#server/ids'
import { loadKeys } from '#server/keys'
import { openCaller } from './caller'
import { putRound, type BenchRound } from './jury-stage'
import { cpuOf, openStage, print } from './stage'

const GOAL = 5000
const [CANDIDATES, JURORS] = [3000, 300]
let round: BenchRound | null = null
/** The same numbers on every machine. */
let seed = 20261122
const below = (n: number): number => { seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff; return Math.floor((seed / 0x80000000) * n) }
const stage = await openStage(async (db, one, folder) => {
  round = await putRound(db, await loadKeys(join(folder, 'keys', 'master.key')), one, { candidates: CANDIDATES, jurors: JURORS })
  const sorted = [...round.candidates].sort()
  for (const { accountId } of round.jurors) {
    const ballot = packed({ code: readableCode(2), approvals: [], scores: Object.fromEntries(sorted.map((c) => [c, [60 + below(41)]])) }, sorted)
    await db.rows(`INSERT INTO sealed_ballots (round_id, account_id, sealed, cast_at) VALUES ($1, $2, $3, product_time())`, [round.roundId, accountId, seal(round.publicKey, ballot, ballotStep({}, CANDIDATES))])
  }
  await db.rows(`UPDATE round_jurors SET voted = true WHERE round_id = $1`, [round.roundId])
  await db.rows('VACUUM ANALYZE')
})
const { roundId, secretary, candidates, jurors } = round!
print(`${CANDIDATES.toLocaleString('en')} candidates × ${JURORS} jurors: ${(CANDIDATES * JURORS).toLocaleString('en')} scores, node ${process.version}`)
const caller = await openCaller(stage.product.origin)
const cpu = await cpuOf(stage.product.child.pid!)
const from = performance.now()
const closed = await caller.post(`/api/rounds/${roundId}/close`, { cookie: `xuanshu_session=${secretary}` }, '{}')
const took = performance.now() - from
const used = (await cpuOf(stage.product.child.pid!)) - cpu
if (closed.status !== 200) throw new Error(`${closed.status} ${closed.body}`)
caller.end()

const { rule } = (await stage.db.row<{ rule: RoundRule }>(`SELECT rule FROM rounds WHERE id = $1`, [roundId]))!
const sorted = [...candidates].sort()
const ballots = Array.from({ length: JURORS }, (_, i) => ({ code: `B${i}`, approvals: [], scores: Object.fromEntries(sorted.map((c) => [c, [60 + below(41)]])) }))
const box = { candidates: sorted, jurors: jurors.map((j) => ({ id: j.accountId, present: true, voted: true })), recusals: [], ballots }
const countFrom = performance.now()
conclude(rule, box)
const counting = performance.now() - countFrom
const key = newRoundKey()
const sealed = ballots.map((b) => seal(key.publicKey, packed(b, sorted), ballotStep({}, CANDIDATES)))
const openFrom = performance.now()
const own = privateKeyOf(key.privateKey)
for (const s of sealed) { const b = unseal<SealedBallot>(own, s); unpacked({ ...b, rest: b.rest ?? null }, sorted) }
const opening = performance.now() - openFrom
const missed = took > GOAL
print(`closed and counted in ${took.toFixed(0)} ms, server CPU ${used.toFixed(0)} ms (goal ≤ ${GOAL} ms)${missed ? ' MISSED' : ''}`)
print(`limit: ${JURORS} sheets opened ${opening.toFixed(0)} ms and counted ${counting.toFixed(0)} ms, nothing written and no hash: the close is ${(took / (opening + counting)).toFixed(1)} times as long`)
await stage.close()
process.exitCode = missed ? 1 : 0
