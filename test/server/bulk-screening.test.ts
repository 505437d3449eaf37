/** 批量审查: seen first, held, undone; told to nobody before the release; a unit's change drops out; a release and an undo at one instant never both happen. A naive build must let them. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger } from '#contract/operations/campaigns'
import { holdBulk, listHeld, previewBulk, releaseHeld, setHold, undoHeld } from '#contract/operations/bulk'
import { readNomination } from '#contract/operations/nominations'
import { verifyRecord } from '#core/ledger/record'
import { release } from '#server/commands/bulk-screening'
import { buildRecord } from '#server/queries/ledger'
import type { Batch } from '#server/store/held-decisions'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { putNomination } from './put-nomination'

let at: Installation
let o: Office
let campaignId: string
let unitId: string
let n = 0
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o)
  unitId = (await db().row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!.id
})
afterAll(() => at.close())
const db = () => at.services.db
const put = (name = `示例人选${n}`) => putNomination(db(), { campaignId, unitId, name, state: 'submitted', n: n++ })
const several = async (count: number) => { const ids: string[] = []; for (let i = 0; i < count; i++) ids.push(await put()); return ids }
const items = (ids: readonly string[]) => ids.map((nominationId) => ({ nominationId, version: 1 }))
const hold = async (ids: readonly string[]) => (await o.office.ask(holdBulk, { params: { campaignId }, body: { items: items(ids), decision: { decision: 'accept', still: true } } })).batchId
const states = async (ids: readonly string[]) => (await db().rows<{ state: string }>(`SELECT state FROM nominations WHERE id = ANY($1) ORDER BY id`, [ids])).map((r) => r.state)
const entries = async () => (await o.office.ask(campaignLedger, { params: { campaignId }, query: {} })).entries.length
const batch = async (id: string) => (await o.office.ask(listHeld, { params: { campaignId } })).batches.find((b) => b.id === id)!

test('the preview says of each what stands against it, and writes nothing', async () => {
  const [a, b] = await several(2) as [string, string]
  const before = await entries()
  const { items: seen } = await o.office.ask(previewBulk, { params: { campaignId }, body: { items: [{ nominationId: a, version: 1 }, { nominationId: b, version: 7 }], decision: { decision: 'accept' } } })
  const of = (id: string) => seen.find((i) => i.nominationId === id)!
  expect([of(a).against, of(a).blockCount > 0, of(b).against?.zh]).toEqual([null, true, '单位刚有改动，请看过最新内容再定'])
  const late = await o.office.ask(previewBulk, { params: { campaignId }, body: { items: [{ nominationId: a, version: 1, letter: { until: (await at.now()) - 1, points: [{ what: '补照片', at: '', clause: '' }] } }], decision: { decision: 'return' } } })
  expect([late.items[0]!.against?.zh, await states([a, b]), await entries()]).toEqual(['补正期限已经过去', ['submitted', 'submitted'], before])
})

test('what is held is no state, and no letter: the unit sees nothing of it until the release, then each has its own entry; the ledger knows that it was held', async () => {
  const ids = await several(3)
  const before = await entries()
  const batchId = await hold(ids)
  const seen = await o.units[0]!.clerk.ask(readNomination, { params: { nominationId: ids[0]! } })
  expect([await states(ids), seen.state, seen.version, seen.screening, await entries()]).toEqual([['submitted', 'submitted', 'submitted'], 'submitted', 1, [], before + 1])
  expect((await o.units[0]!.clerk.send(listHeld, { params: { campaignId } })).status).toBe(404)
  await o.office.ask(releaseHeld, { params: { campaignId }, body: { batchId } })
  const told = await o.units[0]!.clerk.ask(readNomination, { params: { nominationId: ids[0]! } })
  expect([await states(ids), told.screening.map((s) => [s.decision, s.by]), await entries()]).toEqual([['accepted', 'accepted', 'accepted'], [['accept', '郑一帆']], before + 4])
  expect(verifyRecord(await buildRecord(db(), campaignId)).faults).toEqual([])
  expect((await batch(batchId)).items.map((i) => i.outcome)).toEqual(['released', 'released', 'released'])
  for (const operation of [releaseHeld, undoHeld]) expect((await o.office.refused(operation, { params: { campaignId }, body: { batchId } })).status).toBe(409)
})

test('undone, they stand as they stood and can be held anew; held twice is refused', async () => {
  const ids = await several(2)
  const batchId = await hold(ids)
  const twice = await o.second.refused(holdBulk, { params: { campaignId }, body: { items: items(ids.slice(1)), decision: { decision: 'accept', still: true } } })
  expect([twice.status, twice.problem.words.zh]).toEqual([409, '其中有的已在待发出的结论里，请刷新页面。'])
  await o.second.ask(undoHeld, { params: { campaignId }, body: { batchId } })
  expect([await states(ids), (await batch(batchId)).items.map((i) => i.outcome)]).toEqual([['submitted', 'submitted'], ['undone', 'undone']])
  expect(await hold(ids)).not.toBe(batchId)
})

test('a unit that changes one while it is held: that one drops out and is told, the others go', async () => {
  const ids = await several(3)
  const batchId = await hold(ids)
  await db().rows(`UPDATE nominations SET version = version + 1 WHERE id = $1`, [ids[0]])
  await o.office.ask(releaseHeld, { params: { campaignId }, body: { batchId } })
  const outcome = new Map((await batch(batchId)).items.map((i) => [i.nominationId, i.outcome]))
  expect([ids.map((id) => outcome.get(id)), (await db().row<{ state: string }>(`SELECT state FROM nominations WHERE id = $1`, [ids[0]]))!.state]).toEqual([['dropped', 'released', 'released'], 'submitted'])
  const stale = await o.office.refused(holdBulk, { params: { campaignId }, body: { items: items([ids[0]!]), decision: { decision: 'accept' } } })
  expect([stale.status, stale.codes]).toEqual([422, ['bulk.against']])
})

test('a nomination or a batch of another campaign is as absent as one that never was', async () => {
  const other = await openProvincial(at, o)
  const [mine] = await several(1) as [string]
  const batchId = await hold([mine])
  const ask = (campaign: string, nominationId: string) => o.office.refused(holdBulk, { params: { campaignId: campaign }, body: { items: items([nominationId]), decision: { decision: 'accept' } } })
  expect([(await ask(other, mine)).status, (await ask(other, randomUUID())).status]).toEqual([404, 404])
  for (const operation of [releaseHeld, undoHeld]) expect((await o.office.refused(operation, { params: { campaignId: other }, body: { batchId } })).status).toBe(404)
  expect(await states([mine])).toEqual(['submitted'])
})

test('when the time is over it is released by itself', async () => {
  await o.office.ask(setHold, { params: { campaignId }, body: { minutes: 0 } })
  const ids = await several(2)
  const batchId = await hold(ids)
  await expect.poll(async () => (await batch(batchId)).items.map((i) => i.outcome), { timeout: 60_000 }).toEqual(['released', 'released'])
  await o.office.ask(setHold, { params: { campaignId }, body: { minutes: 10 } })
})

const ROUNDS = 12
/** Undone and yet accepted, or released and yet not. */
const torn = (): Promise<unknown[]> => db().rows(`SELECT b.id FROM held_batches b JOIN held_decisions d ON d.batch_id = b.id JOIN nominations x ON x.id = d.nomination_id WHERE b.undone_at IS NOT NULL AND x.state = 'accepted' OR b.released_at IS NOT NULL AND b.undone_at IS NOT NULL`)

test('a release and an undo at one instant: exactly one happens, and wholly', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const ids = await several(2)
    const batchId = await hold(ids)
    const body = { params: { campaignId }, body: { batchId } }
    const answers = await Promise.all([o.office.send(releaseHeld, body), o.second.send(undoHeld, body), o.second.send(releaseHeld, body), o.office.send(undoHeld, body)])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409])
    expect(new Set(await states(ids)).size).toBe(1)
  }
  expect(await torn()).toEqual([])
})

test('mutant: looking without the lock lets both happen, and the test above would see it', async () => {
  await db().rows(`ALTER TABLE held_batches DROP CONSTRAINT released_or_undone`)
  for (let round = 0; round < 40 && (await torn()).length === 0; round++) {
    const [id] = await several(1) as [string]
    const batchId = await hold([id])
    const look = async (q: typeof at.services.db | Parameters<Parameters<typeof at.services.db.transaction>[0]>[0]) => (await q.row<Batch>(`SELECT id, campaign_id AS "campaignId", decision, held_by AS "heldBy", held_at AS "heldAt", released_at AS "releasedAt", undone_at AS "undoneAt" FROM held_batches WHERE id = $1`, [batchId]))!
    const naive = (act: (tx: Parameters<Parameters<typeof at.services.db.transaction>[0]>[0], b: Batch) => Promise<unknown>) => at.services.db.transaction(async (tx) => { const b = await look(tx); if (b.releasedAt === null && b.undoneAt === null) await act(tx, b) })
    await Promise.all([naive((tx, b) => release(tx, at.services, b)), naive((tx, b) => tx.rows(`UPDATE held_batches SET undone_at = product_time(), undone_by = $2 WHERE id = $1`, [b.id, b.heldBy]))])
  }
  expect((await torn()).length).toBeGreaterThan(0)
})
