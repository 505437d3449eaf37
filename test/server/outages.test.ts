/** 系统不可用记录: gaps between heartbeats, requests that could not be served, and every attempt of a unit, whatever became of it; without anybody's name. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attemptProof, handInAttempt, listAttempts, outageRecord } from '#contract/operations/availability'
import { readNomination, submitNomination } from '#contract/operations/nominations'
import { watchOf } from '#server/availability/watch'
import { openDatabase } from '#server/store/database'
import { beat } from '#server/store/outages'
import { newId } from '#server/ids'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, prepareNomination, sealAndSubmit } from './dossier'
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
  nominationId = await prepareNomination(o.units[0]!.clerk, campaignId, '沈若川')
})
afterAll(() => at.close())
const record = () => o.office.ask(outageRecord, { params: { campaignId } })
const attempts = async () => (await o.units[0]!.approver.ask(listAttempts, { params: { nominationId } })).attempts

test('a gap of heartbeats is written down once, and a new run says that it was restarted', async () => {
  const [run, next] = [newId(), newId()]
  // In one transaction: the installation beats too, and must not come between.
  const told = await at.services.db.transaction(async (tx) => {
    const silent = (seconds: number) => tx.rows(`UPDATE heartbeat SET at = at - make_interval(secs => $1)`, [seconds])
    await beat(tx, run)
    await silent(300)
    const [gap, none] = [await beat(tx, run), await beat(tx, run)]
    await silent(120)
    return [gap?.reason, none, (await beat(tx, next))?.reason]
  })
  expect(told).toEqual(['databaseAway', null, 'restart'])
  const { outages } = await record()
  expect([outages.map((x) => x.reason), outages.map((x) => Math.round((x.until - x.from) / 60_000))]).toEqual([['restart', 'databaseAway'], [2, 5]])
})

test('an attempt that a rule refused is kept with its codes and number, and that during an outage counts as affected; one that went through does not', async () => {
  const { approver } = o.units[0]!
  const { version } = await approver.ask(readNomination, { params: { nominationId } })
  const refused = await approver.refused(submitNomination, { params: { nominationId }, body: { version, warningsSeen: 0, still: true, declarations: {} } })
  const [kept] = await attempts()
  expect([refused.codes.length > 0, kept?.answer, kept?.codes, kept?.trace, kept?.toldBy, kept?.affected]).toEqual([true, 'rule', refused.codes, refused.problem.trace, 'server', false])
  await at.services.db.rows(`INSERT INTO outages (began_at, ended_at, reason) VALUES (clock_timestamp() - interval '30 seconds', clock_timestamp() + interval '30 seconds', 'databaseAway')`)
  await at.services.db.rows(`UPDATE submit_attempts SET at = product_time() WHERE id = $1`, [kept!.id])
  expect((await record()).attempts.map((a) => [a.unitName, a.affected])).toEqual([['示例单位1', true]])
  await sealAndSubmit(approver, campaignId, nominationId)
  expect((await attempts()).map((a) => a.answer)).toEqual(['done', 'rule'])
  // The office is told of those that failed.
  expect((await record()).attempts.length).toBe(1)
  expect(approverDeclarations(await definitionFor(approver, campaignId))).toBeDefined()
})

test('nobody else’s attempt is written to a unit’s record', async () => {
  const before = (await attempts()).length
  await o.units[1]!.approver.send(submitNomination, { params: { nominationId }, body: { version: 1, warningsSeen: 0, still: true, declarations: {} } })
  await o.units[0]!.clerk.send(submitNomination, { params: { nominationId }, body: { version: 1, warningsSeen: 0, still: true, declarations: {} } })
  expect((await attempts()).length).toBe(before)
})

test('what a browser kept is handed in once, marked as its own word, on the ledger; an impossible time is not taken', async () => {
  const { approver } = o.units[0]!
  const body = { id: randomUUID(), at: (await at.now()) - 5000, answer: 'noAnswer' as const, trace: '' }
  await approver.ask(handInAttempt, { params: { nominationId }, body })
  await approver.ask(handInAttempt, { params: { nominationId }, body })
  expect((await attempts()).filter((a) => a.toldBy === 'browser').map((a) => [a.id, a.affected])).toEqual([[body.id, true]])
  expect((await at.services.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' = 'attempt.handedIn'`, [campaignId]))!.n).toBe(1)
  expect((await approver.refused(handInAttempt, { params: { nominationId }, body: { ...body, id: randomUUID(), at: (await at.now()) + 600_000 } })).status).toBe(400)
  expect((await o.units[1]!.approver.refused(handInAttempt, { params: { nominationId }, body })).status).toBe(404)
  const pdf = await approver.send(attemptProof, { params: { nominationId } })
  expect([pdf.status, pdf.text.startsWith('%PDF')]).toEqual([200, true])
})

test('while the database is away nothing is lost: minutes and attempts are held and written when it is back', async () => {
  const away = openDatabase('postgres://nobody@127.0.0.1:1/none')
  const back: { db: typeof away } = { db: away }
  const watch = watchOf({ get db() { return back.db } } as never, () => 1_800_000_030_000)
  watch.refused('unavailable'); watch.refused('unavailable'); watch.refused('storageFull')
  await watch.attempted({ nominationId, at: await at.now(), answer: 'unavailable', codes: [], trace: 'abc123abc123' })
  await expect(watch.look()).rejects.toThrow()
  back.db = at.services.db
  await watch.look()
  await watch.look()
  expect((await at.services.db.rows<{ reason: string; count: number }>(`SELECT reason, count FROM refused_minutes ORDER BY reason`))).toEqual([{ reason: 'storageFull', count: 1 }, { reason: 'unavailable', count: 2 }])
  expect((await attempts()).filter((a) => a.trace === 'abc123abc123').length).toBe(1)
  await away.close()
})

test('no personal data: the tables know no account, no address and no name', async () => {
  const columns = await at.services.db.rows<{ name: string }>(`SELECT column_name AS name FROM information_schema.columns WHERE table_name IN ('heartbeat', 'outages', 'refused_minutes', 'submit_attempts')`)
  expect(columns.map((c) => c.name).filter((c) => /account|person|name|ip|address|agent/.test(c))).toEqual([])
})

test('mutant: a server that keeps only what went through has no record of a refused attempt', async () => {
  const { clerk, approver } = o.units[1]!
  const other = await prepareNomination(clerk, campaignId, '顾清和')
  const tried = async () => {
    const { version } = await approver.ask(readNomination, { params: { nominationId: other } })
    await approver.refused(submitNomination, { params: { nominationId: other }, body: { version, warningsSeen: 0, still: true, declarations: {} } })
    return (await approver.ask(listAttempts, { params: { nominationId: other } })).attempts.length
  }
  expect(await tried()).toBe(1)
  await at.services.db.rows(`CREATE FUNCTION only_done() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`)
  await at.services.db.rows(`CREATE TRIGGER only_done BEFORE INSERT ON submit_attempts FOR EACH ROW WHEN (NEW.answer <> 'done') EXECUTE FUNCTION only_done()`)
  const kept = await tried()
  process.stdout.write(`the mutant kept ${kept - 1} of 1 refused attempts\n`)
  expect(kept).toBe(1)
})
