/** 截止模式: in the last hours a package waits, is said to wait, and is then made; the office may lift it. And an extension is told to all. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { confirmExtension, proposeExtension, setDeadlineMode } from '#contract/operations/campaigns'
import { listPackages, packageNomination } from '#contract/operations/packages'
import { scrubIfFree } from '#server/blobs/scrub'
import { enqueue } from '#server/store/jobs'
import { twoPapers } from './campaign-plan'
import { prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'

let at: Installation
let o: Office
let campaignId: string
let nominationId: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, twoPapers)
  const { clerk, approver } = o.units[0]!
  nominationId = await prepareNomination(clerk, campaignId, '沈若川')
  await sealAndSubmit(approver, campaignId, nominationId)
})
afterAll(() => at.close())
const endIn = async (ms: number) => { await at.services.db.rows(`UPDATE campaigns SET deadline = to_timestamp($2 / 1000.0), extended_to = NULL WHERE id = $1`, [campaignId, (await at.now()) + ms]) }
const ask = async () => (await o.office.ask(packageNomination, { params: { nominationId } })).packageId
const listed = () => o.office.ask(listPackages, { params: { campaignId } })
const stateOf = async (id: string) => (await listed()).packages.find((p) => p.id === id)!.state
const becomes = (id: string, state: string) => expect.poll(() => stateOf(id), { timeout: 30_000, interval: 50 }).toBe(state)
/** Another job of the same lane was done: the runner has looked at what waits, and passed it over. */
const otherWorkIsDone = async () => {
  const id = await enqueue(at.services.db, { kind: 'readPaper', campaignId, payload: { sha256: (await at.services.db.row<{ sha256: string }>(`SELECT sha256 FROM materials LIMIT 1`))!.sha256 }, total: 1 })
  await expect.poll(async () => (await at.services.db.row<{ state: string }>(`SELECT state FROM jobs WHERE id = $1`, [id]))!.state, { timeout: 30_000, interval: 50 }).toBe('done')
}
beforeEach(() => endIn(60 * 60_000))

test('asked for an hour before the end, a package waits while other work of its lane is done; after the end it is made', async () => {
  const id = await ask()
  await otherWorkIsDone()
  expect([await stateOf(id), (await listed()).waitsUntil !== null]).toEqual(['waiting', true])
  expect(await scrubIfFree(at.services)).toEqual([])
  await endIn(-1000)
  await becomes(id, 'ready')
  expect((await listed()).waitsUntil).toBe(null)
})

test('the office lifts it, on record, and the package is made before the end; a unit cannot lift it', async () => {
  const id = await ask()
  await otherWorkIsDone()
  expect(await stateOf(id)).toBe('waiting')
  expect((await o.units[0]!.clerk.refused(setDeadlineMode, { params: { campaignId }, body: { minutes: 0 } })).status).toBeGreaterThanOrEqual(403)
  await o.office.ask(setDeadlineMode, { params: { campaignId }, body: { minutes: 0 } })
  await becomes(id, 'ready')
  expect((await at.services.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' = 'deadlineMode.set'`, [campaignId]))!.n).toBe(1)
  await o.office.ask(setDeadlineMode, { params: { campaignId }, body: { minutes: 120 } })
})

test('mutant: a server that forgets the minutes packs in the last hour', async () => {
  await at.services.db.rows(`UPDATE campaigns SET deadline_mode_minutes = 0 WHERE id = $1`, [campaignId])
  const id = await ask()
  await becomes(id, 'ready')
  await at.services.db.rows(`UPDATE campaigns SET deadline_mode_minutes = 120 WHERE id = $1`, [campaignId])
})

test('an extension is told by letter to every unit, with the reason, once', async () => {
  await at.services.db.rows(`UPDATE organisations SET contact_email = lower(code) || '@example.org' WHERE code IN ('U1', 'U2')`)
  const { extensionId } = await o.office.ask(proposeExtension, { params: { campaignId }, body: { until: (await at.now()) + 5 * 86_400_000, reason: '多家单位反映网络中断' } })
  const letters = () => at.services.db.rows<{ to: string; body: string }>(`SELECT recipient AS "to", body FROM letters WHERE campaign_id = $1 AND kind = 'extension' ORDER BY recipient`, [campaignId])
  expect(await letters()).toEqual([])
  await o.second.ask(confirmExtension, { params: { campaignId, extensionId }, body: {} })
  const told = await letters()
  expect([told.map((l) => l.to), told.every((l) => l.body.includes('多家单位反映网络中断') && l.body.includes('对所有单位一律有效'))]).toEqual([['u1@example.org', 'u2@example.org'], true])
})
