/** 隔离件在关口: where a file of a candidate is set apart, screening, the round, the public notice and the letters to other organs ask the person who acts; the machine excludes nobody, and a gate that does not ask must be seen. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdBulk, previewBulk } from '#contract/operations/bulk'
import { askConsultation, previewConsultation } from '#contract/operations/consultations'
import { decideGate, readGate } from '#contract/operations/gates'
import { openRound } from '#contract/operations/jury'
import { acceptNomination, readNomination } from '#contract/operations/nominations'
import { confirmSpill, decideSpill, listQuarantine, reportFile } from '#contract/operations/secrecy'
import { dayOf } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from './campaign-plan'
import { prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { putNomination } from './put-nomination'

let at: Installation
let o: Office
let campaignId: string
/** The first one's file is set apart; the second has the very same bytes; the third has none of them. */
let ids: readonly [string, string, string]
const basis = { kind: 'office decision' as const, reason: { zh: '示例', en: 'sample' }, date: '2026-01-01' }
const [tax] = ['税务部门（示例）']
const rules = (of: StatedRule[]): StatedRule[] => [...twoPapers(of), { id: 'joint-review', kind: 'opinion', strength: 'block', basis, of: [{ zh: tax, en: 'tax' }], before: 'publicNotice' }] as StatedRule[]
const [apart, same, free] = ['沈若川', '顾南枝', '𬭎衡']
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, rules)
  const made: string[] = []
  for (const [i, name] of [apart, same].entries()) {
    const id = await prepareNomination(o.units[i]!.clerk, campaignId, name!, i + 1)
    await sealAndSubmit(o.units[i]!.approver, campaignId, id)
    made.push(id)
  }
  const unit = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!.id
  ids = [made[0]!, made[1]!, await putNomination(at.services.db, { campaignId, unitId: unit, name: free!, state: 'submitted', n: 40 })]
  const { materials } = await o.office.ask(readNomination, { params: { nominationId: ids[0] } })
  await o.office.ask(reportFile, { params: { nominationId: ids[0], fileId: materials[0]!.fileId }, body: { level: '机密', page: 1 } })
})
afterAll(() => at.close())

const accepting = async (nominationId: string) => ({ params: { nominationId }, body: { version: (await o.office.ask(readNomination, { params: { nominationId } })).version, still: true } })
const gate = async (g: 'acceptance' | 'round' | 'notice' | 'honour', nominationId: string, passage = '') => {
  const [item] = (await o.office.ask(readGate, { params: { campaignId }, query: { gate: g, passage, nominationId } })).items
  return [item!.standing, ...item!.findings.map((f) => f.code).filter((c) => c === 'gate.apart')]
}
const goOn = (nominationId: string, g: 'acceptance' | 'round', passage = '') => o.office.ask(decideGate, { params: { nominationId }, body: { gate: g, passage, outcome: 'goesOn' as const, reason: '已核对，其余材料不涉密（示例）' } })

test('screening: it is not accepted before the office has decided, alone or in bulk; who has no such file goes on', async () => {
  const no = await o.office.refused(acceptNomination, await accepting(ids[0]))
  expect([no.codes, no.problem.findings![0]!.what.zh]).toEqual([['gate.apart'], '沈若川有 1 份材料因涉密标志已隔离，还没有处置完'])
  expect((await o.office.refused(acceptNomination, await accepting(ids[1]))).codes).toEqual(['gate.apart'])
  const items = await Promise.all(ids.map(async (nominationId) => ({ nominationId, version: (await o.office.ask(readNomination, { params: { nominationId } })).version })))
  const seen = await o.office.ask(previewBulk, { params: { campaignId }, body: { items, decision: { decision: 'accept' } } })
  expect(seen.items.map((i) => [i.candidateName, i.against === null])).toEqual(expect.arrayContaining([[apart, false], [same, false], [free, true]]))
  expect((await o.office.refused(holdBulk, { params: { campaignId }, body: { items, decision: { decision: 'accept', still: true } } })).codes).toContain('gate.apart')
  expect([await gate('acceptance', ids[0]), await gate('acceptance', ids[2])]).toEqual([['raised', 'gate.apart'], ['open']])
  await o.office.ask(acceptNomination, await accepting(ids[2]))
})

test('the office decides with a reason and it goes on there; each later gate asks anew', async () => {
  for (const id of [ids[0], ids[1]]) { await goOn(id, 'acceptance'); await o.office.ask(acceptNomination, await accepting(id)) }
  await inviteJury(at, o, campaignId, 3)
  const opening = { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: [...ids], still: true } }
  expect((await o.office.refused(openRound, opening)).codes).toEqual(['gate.apart', 'gate.apart'])
  expect([await gate('notice', ids[0]), await gate('honour', ids[1]), await gate('notice', ids[2])]).toEqual([['raised', 'gate.apart'], ['raised', 'gate.apart'], ['open']])
  await goOn(ids[0], 'round', 'round-1')
  expect((await o.office.refused(openRound, opening)).codes).toEqual(['gate.apart'])
  await goOn(ids[1], 'round', 'round-1')
  await o.office.ask(openRound, opening)
})

test('before other organs are asked, whoever asks has seen of whom a file is set apart; it stands in the ledger how many', async () => {
  const body = { offices: [tax!], answerBy: dayOf(await at.now()), about: { all: 'standing' as const } }
  const seen = await o.office.ask(previewConsultation, { params: { campaignId }, body })
  expect([seen.apart.sort(), seen.questions]).toEqual([[apart, same].sort(), 3])
  for (const apartSeen of [0, 1, 3]) expect((await o.office.refused(askConsultation, { params: { campaignId }, body: { ...body, questions: 3, apartSeen } })).codes).toEqual(['consultation.apart'])
  expect(await at.services.db.rows(`SELECT 1 FROM consultations`)).toEqual([])
  await o.office.ask(askConsultation, { params: { campaignId }, body: { ...body, questions: 3, apartSeen: 2 } })
  const [asked] = await at.services.db.rows<{ data: { apart: number } }>(`SELECT entry->'data' AS data FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' = 'consultation.asked'`, [campaignId])
  expect(asked!.data.apart).toBe(2)
})

test('released by two it asks no more; mutant: a matter that nobody sees lets the same gate stand open', async () => {
  const params = { campaignId, quarantineId: (await o.office.ask(listQuarantine, { params: { campaignId } })).items[0]!.id }
  expect(await gate('notice', ids[0])).toEqual(['raised', 'gate.apart'])
  const hidden = (to: string) => at.services.db.rows(`UPDATE quarantine SET nomination_id = $2, sha256 = repeat($3, 64) WHERE id = $1`, [params.quarantineId, ids[2], to])
  const { sha256 } = (await at.services.db.row<{ sha256: string }>(`SELECT sha256 FROM quarantine WHERE id = $1`, [params.quarantineId]))!
  await hidden('0')
  expect([await gate('notice', ids[0]), await gate('notice', ids[2])]).toEqual([['open'], ['raised', 'gate.apart']])
  await at.services.db.rows(`UPDATE quarantine SET nomination_id = $2, sha256 = $3 WHERE id = $1`, [params.quarantineId, ids[0], sha256])
  await o.office.ask(decideSpill, { params, body: { decision: 'release', reason: '标志为误留，已核对（示例）' } })
  expect(await gate('notice', ids[0])).toEqual(['raised', 'gate.apart'])
  await o.second.ask(confirmSpill, { params })
  while ((await o.office.ask(listQuarantine, { params: { campaignId } })).items[0]!.doneAt === null) await new Promise((r) => setTimeout(r, 50))
  expect([await gate('notice', ids[0]), await gate('notice', ids[1])]).toEqual([['open'], ['open']])
})
