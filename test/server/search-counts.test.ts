/** Counts of units are added up from changes (nomination_counts): at every moment, while many decide in opposite orders and others gather, they are what a plain count gives. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCounts } from '#server/search/gather-counts'
import { spellRest } from '#server/search/spelling'
import { search } from '#server/store/search'
import type { Queries } from '#server/store/database'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial } from './office'
import { putNomination } from './put-nomination'

const [UNITS, EACH] = [4, 12]
let at: Installation
let campaignId: string
const units: string[] = []
const ids: string[] = []
beforeAll(async () => {
  at = await freshInstallation()
  const o = await openOffice(at, UNITS)
  campaignId = await openProvincial(at, o)
  for (let u = 0; u < UNITS; u++) {
    units.push((await db().row<{ id: string }>(`UPDATE organisations SET name = $2 WHERE code = $1 RETURNING id`, [`U${u + 1}`, `云川第${u}医院（示例）`]))!.id)
    for (let n = 0; n < EACH; n++) ids.push(await putNomination(db(), { campaignId, unitId: units[u]!, name: n % 2 === 0 ? '云小示' : '示例人选', state: n % 3 === 0 ? 'draft' : 'submitted', n: n + 1 }))
  }
  do { await spellRest(db(), 'person'); await spellRest(db(), 'unit') } while ((await db().rows(`SELECT FROM nomination_search WHERE NOT spelled UNION ALL SELECT FROM organisation_search WHERE NOT spelled`)).length > 0)
})
afterAll(() => at.close())
const db = () => at.services.db

const asked = (words: readonly string[]) => ({ campaignId, branch: 'sent' as const, words, unit: null, state: null, warned: false, returned: false, dueBefore: null, after: null, limit: 5 })
const plain = async (q: Queries, words: readonly string[]) => Object.fromEntries((await q.rows<{ state: string; n: number }>(
  `SELECT n.state, count(*)::int AS n FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.campaign_id = $1 AND n.submitted_at IS NOT NULL AND ($2::text IS NULL OR position($2 IN o.name) > 0 OR position($2 IN n.candidate_name) > 0) GROUP BY n.state`, [campaignId, words[0] ?? null])).map((r) => [r.state, r.n]))
const kinds = [[], ['医院'], ['云川第1'], ['云'], ['云小']] as const
/** Of each kind of search: what it says, and what a plain count of the same moment says. */
const both = async (q: Queries) => { const all = []; for (const words of kinds) all.push([words, (await search(q, asked(words))).counts, await plain(q, words)] as const); return all }
const agree = (all: Awaited<ReturnType<typeof both>>) => { for (const [words, counted, counts] of all) expect([words, counted]).toEqual([words, counts]) }
const rows = async () => (await db().row<{ n: number }>(`SELECT count(*)::int AS n FROM nomination_counts`))!.n

test('many decide at once in opposite orders, send, withdraw and delete; whoever looks meanwhile counts what is there', async () => {
  const states = ['submitted', 'accepted', 'returned', 'rejected', 'withdrawn']
  let going = true
  const decide = async (list: readonly string[], turn: number) => {
    for (let i = 0; i < 6; i++) await db().transaction(async (tx) => { for (const id of list) await tx.rows(`UPDATE nominations SET state = $2, seat = CASE WHEN $2 IN ('submitted','returned','accepted') THEN $3::int END, return_until = CASE WHEN $2 = 'returned' THEN product_time() END, submitted_at = coalesce(submitted_at, created_at) WHERE id = $1 AND state <> $2`, [id, states[(turn + i) % states.length], ids.indexOf(id) + 100]) })
  }
  const gathering = (async () => { while (going) await gatherCounts(db()) })()
  const gatheringToo = (async () => { while (going) await gatherCounts(db()) })()
  let looked = 0
  const looking = (async () => { while (going) { agree(await db().snapshot(both)); looked++ } })()
  try {
    // Each nomination is decided on by one, so that nobody waits for a nomination; all of them meet in every unit.
    const shares = [0, 1, 2].map((s) => ids.filter((_, i) => i % 4 === s))
    await Promise.all([decide(shares[0]!, 0), decide(shares[1]!.toReversed(), 1), decide(shares[2]!, 2)])
    for (const id of ids.filter((_, i) => i % 4 === 3)) await db().rows(`DELETE FROM nominations WHERE id = $1`, [id])
    while (looked < 5) await new Promise((resolve) => setTimeout(resolve, 10))
  } finally {
    going = false
    await Promise.all([gathering, gatheringToo, looking])
  }
  agree(await db().snapshot(both))
})

test('what was gathered is one row a unit and state, and says the same', async () => {
  while ((await gatherCounts(db())) > 0);
  const before = await db().snapshot(both)
  agree(before)
  expect(await rows()).toBe((await db().rows(`SELECT FROM nomination_search WHERE sent GROUP BY unit_id, state`)).length)
})

test('nobody who changes a count waits for another: two transactions hold changes of the same unit open at once', async () => {
  const [a, b] = (await db().rows<{ id: string }>(`SELECT nomination_id AS id FROM nomination_search WHERE unit_id = $1 AND sent ORDER BY 1 LIMIT 2`, [units[0]])).map((r) => r.id)
  await db().transaction(async (tx) => {
    await tx.rows(`UPDATE nominations SET state = CASE state WHEN 'accepted' THEN 'returned' ELSE 'accepted' END WHERE id = $1`, [a])
    await db().transaction(async (other) => { await other.rows(`SET LOCAL lock_timeout = '3s'`); await other.rows(`UPDATE nominations SET state = CASE state WHEN 'accepted' THEN 'returned' ELSE 'accepted' END WHERE id = $1`, [b]); await gatherCounts(other) })
  })
  agree(await db().snapshot(both))
})

test('mutant: a change that is not counted is seen by the comparison', async () => {
  await db().transaction(async (tx) => {
    await tx.rows(`UPDATE nominations SET state = 'submitted' WHERE id = (SELECT nomination_id FROM nomination_search WHERE state IN ('accepted','returned') LIMIT 1)`)
    await tx.rows('ALTER TABLE nomination_search DISABLE TRIGGER count_changed')
    const [one] = await tx.rows<{ id: string }>(`SELECT nomination_id AS id FROM nomination_search WHERE sent AND state = 'submitted' LIMIT 1`)
    await tx.rows(`UPDATE nominations SET state = 'accepted' WHERE id = $1`, [one!.id])
    expect((await search(tx, asked(['医院']))).counts).not.toEqual(await plain(tx, ['医院']))
    throw new Error('as it was')
  }).catch((error: unknown) => { if (!(error instanceof Error && error.message === 'as it was')) throw error })
})
