/** 排序: the unit puts its nominations in order once, and the rule that asks for ranks, the summary sheet and its own list all go by it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNomination, listNominations, rankNominations, submitNomination, withdrawNomination } from '#contract/operations/nominations'
import type { StatedRule } from '#core/rules/rule'
import type { LedgerEntry } from '#core/ledger/entry'
import { paperOf } from '#server/forms/paper-of'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, prepareNomination } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { readNomination } from '#contract/operations/nominations'

let at: Installation
let o: Office
let campaignId: string
let ids: string[]
const clerk = (i = 0) => o.units[i]!.clerk
const ranked = (rules: StatedRule[]): StatedRule[] => twoPapers(rules).map((r) => (r.kind === 'quota' ? { ...r, max: 3, rankedFrom: 2 } : r))
const order = async () => (await clerk().ask(listNominations, { params: { campaignId } })).nominations.map((n) => [n.candidateName, n.rank])
const submit = async (nominationId: string) => {
  const approver = o.units[0]!.approver
  const { version } = await approver.ask(readNomination, { params: { nominationId } })
  return approver.send(submitNomination, { params: { nominationId }, body: { version, warningsSeen: 0, still: true, declarations: approverDeclarations(await definitionFor(approver, campaignId)) } })
}
const codes = (text: string) => (JSON.parse(text) as { findings: { code: string; strength: string; clause: unknown }[] }).findings.filter((f) => f.strength === 'block').map((f) => [f.code, f.clause !== null])

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, ranked)
  ids = [await prepareNomination(clerk(), campaignId, '沈若川', 1), await prepareNomination(clerk(), campaignId, '陆清和', 2)]
})
afterAll(() => at.close())

test('the first goes in without a rank; the second is refused with the clause until the unit has put them in order', async () => {
  expect((await submit(ids[0]!)).status).toBe(200)
  const second = await submit(ids[1]!)
  expect([second.status, codes(second.text)]).toEqual([422, [['quota.unranked', true]]])
})

test('the order is made once for all, by the clerk of that unit, over exactly what it puts forward', async () => {
  const foreign = await clerk(1).refused(rankNominations, { params: { campaignId }, body: { order: [ids[1]!, ids[0]!] } })
  const half = await clerk().refused(rankNominations, { params: { campaignId }, body: { order: [ids[1]!] } })
  const twice = await clerk().refused(rankNominations, { params: { campaignId }, body: { order: [ids[1]!, ids[1]!] } })
  expect([foreign, half, twice].map((r) => r.problem.error)).toEqual(['stale', 'stale', 'stale'])
  await clerk().ask(rankNominations, { params: { campaignId }, body: { order: [ids[1]!, ids[0]!] } })
  expect(await order()).toEqual([['陆清和', 1], ['沈若川', 2]])
  expect((await submit(ids[1]!)).status).toBe(200)
})

test('it can be turned round in one act, and the summary sheet follows it', async () => {
  await clerk().ask(rankNominations, { params: { campaignId }, body: { order: ids } })
  expect(await order()).toEqual([['沈若川', 1], ['陆清和', 2]])
  const paper = (await paperOf(at.services.db, at.services, ids[1]!))!.paper
  expect(paper.listed.map((f) => f['name'])).toEqual(['沈若川', '陆清和'])
})

test('what is withdrawn has no place in it; a new draft comes last until it is put in order', async () => {
  const third = (await clerk().ask(createNomination, { params: { campaignId }, body: { candidateName: '江一苇' } })).nominationId
  expect(await order()).toEqual([['沈若川', 1], ['陆清和', 2], ['江一苇', null]])
  await o.units[0]!.approver.ask(withdrawNomination, { params: { nominationId: third }, body: {} })
  const gone = await clerk().refused(rankNominations, { params: { campaignId }, body: { order: [third, ...ids] } })
  expect(gone.problem.error).toBe('stale')
  await clerk().ask(rankNominations, { params: { campaignId }, body: { order: [ids[1]!, ids[0]!] } })
})

test('two at once leave one order, never a mixture; no two stand on one place', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, i) => clerk().ask(rankNominations, { params: { campaignId }, body: { order: i % 2 === 0 ? ids : [...ids].reverse() } })))
  expect((await order()).map(([, rank]) => rank).slice(0, 2)).toEqual([1, 2])
  const clash = await at.services.db.transaction((tx) => tx.rows(`UPDATE nominations SET rank = 1 WHERE id = ANY($1)`, [ids])).then(() => 'done', (e: { constraint?: string }) => e.constraint)
  expect(clash).toBe('one_nomination_a_rank')
})

test('after the end it stays; the ledger has each order that was made', async () => {
  const acts = (await at.services.db.rows<{ entry: LedgerEntry }>(`SELECT entry FROM ledger_entries WHERE chain_id = $1`, [campaignId])).map((r) => r.entry).filter((e) => e.act === 'nominations.ranked')
  expect(acts.length).toBe(11)
  await at.services.db.rows(`UPDATE campaigns SET deadline = product_time() - interval '1 second' WHERE id = $1`, [campaignId])
  const late = await clerk().refused(rankNominations, { params: { campaignId }, body: { order: ids } })
  expect(late.codes).toEqual(['rank.late'])
})
