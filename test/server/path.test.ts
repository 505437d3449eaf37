import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord, giveHonours, readAnnouncement, startPublicNotice } from '#contract/operations/announcement'
import { campaignLedger, confirmExtension, proposeExtension, readCampaign, readOverview, verifyLedger } from '#contract/operations/campaigns'
import { castBallot, closeRound, declareConflicts, openRound, readBallot, readRound } from '#contract/operations/jury'
import { acceptNomination, readNomination, returnNomination, submitNomination, saveDraft } from '#contract/operations/nominations'
import { searchNominations } from '#contract/operations/search'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { parseReceiptCode } from '#core/ledger/receipt-code'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let campaignId: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 3)
  campaignId = await openProvincial(at, o, twoPapers)
})
afterAll(() => at.close())

const DAY = 86_400_000

test('one campaign runs from its notice to its honouree, and its record proves it', async () => {
  const [a, b, late] = o.units as [Office['units'][0], Office['units'][0], Office['units'][0]]
  const first = await prepareNomination(a.clerk, campaignId, '沈若川')
  const receipt = await sealAndSubmit(a.approver, campaignId, first)
  expect(receipt.code).toMatch(/^XS1-\d+-[0-9a-f]{32}$/)

  // The quota: a second nomination of the same unit is refused with its clause.
  const extra = await prepareNomination(a.clerk, campaignId, '另一人')
  const { version } = await a.approver.ask(readNomination, { params: { nominationId: extra } })
  const declarations = approverDeclarations(await definitionFor(a.approver, campaignId))
  const over = await a.approver.refused(submitNomination, { params: { nominationId: extra }, body: { version, warningsSeen: 0, still: true, declarations } })
  expect([over.status, over.codes]).toEqual([422, ['quota.full']])

  const second = await prepareNomination(b.clerk, campaignId, '阿依努尔·托合提江', 2)
  await sealAndSubmit(b.approver, campaignId, second)

  // One second after the deadline; then the office extends, by two persons.
  const third = await prepareNomination(late.clerk, campaignId, '𬭎衡', 3)
  const { deadline } = await o.office.ask(readCampaign, { params: { campaignId } })
  await at.setClock(deadline! + 1000)
  const v = (await late.approver.ask(readNomination, { params: { nominationId: third } })).version
  const tooLate = await late.approver.refused(submitNomination, { params: { nominationId: third }, body: { version: v, warningsSeen: 0, still: true, declarations } })
  expect([tooLate.status, tooLate.codes]).toEqual([422, ['deadline.passed']])
  const { extensionId } = await o.office.ask(proposeExtension, { params: { campaignId }, body: { until: deadline! + DAY, reason: '多家单位反映网络故障（示例）' } })
  expect((await o.office.refused(confirmExtension, { params: { campaignId, extensionId } })).codes).toEqual(['extension.samePerson'])
  await o.second.ask(confirmExtension, { params: { campaignId, extensionId } })
  await sealAndSubmit(late.approver, campaignId, third)

  // Screening: one is returned, mended and comes back.
  const queue = await o.office.ask(searchNominations, { params: { campaignId } })
  expect(queue.rows.map((n) => n.candidateName)).toEqual(['沈若川', '阿依努尔·托合提江', '𬭎衡'])
  const now = await at.now()
  const seen = await o.office.ask(readNomination, { params: { nominationId: first } })
  expect(seen.fields['idNumber']).toMatch(/^9900\*{10}\w{4}$/)
  await o.office.ask(returnNomination, { params: { nominationId: first }, body: { version: seen.version, until: now + DAY, points: [{ what: '第三段的数字请核对', at: '主要事迹', clause: '四、1' }] } })
  const mine = await a.clerk.ask(readNomination, { params: { nominationId: first } })
  expect(mine.screening[0]!.points[0]!.what).toBe('第三段的数字请核对')
  await a.clerk.ask(saveDraft, { params: { nominationId: first }, body: { version: mine.version, fields: { honours: '已核对（示例）' } } })
  await sealAndSubmit(a.approver, campaignId, first)
  for (const nominationId of [first, second, third]) {
    const n = await o.office.ask(readNomination, { params: { nominationId } })
    await o.office.ask(acceptNomination, { params: { nominationId }, body: { version: n.version, still: true } })
  }

  // The jury of five: one is recused, four vote.
  const { jurors, secretary } = await inviteJury(at, o, campaignId, 5)
  const { roundId } = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: [first, second, third], still: true } })
  expect((await secretary.refused(closeRound, { params: { roundId }, body: {} })).codes).toEqual(['round.noQuorum'])
  await jurors[0]!.ask(declareConflicts, { params: { roundId }, body: { conflicts: [{ nominationId: first, reason: '同单位同事' }] } })
  for (const j of jurors.slice(1)) await j.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  expect((await jurors[0]!.refused(castBallot, { params: { roundId }, body: { approvals: [first] } })).codes).toEqual(['ballot.recused'])
  const codes: string[] = []
  for (const j of jurors.slice(1)) codes.push((await j.ask(castBallot, { params: { roundId }, body: { approvals: [first, second] } })).ballotCode)
  const open = await o.office.ask(readRound, { params: { roundId } })
  expect([open.result, open.jurors.filter((j) => j.voted).length]).toEqual([null, 4])
  await secretary.ask(closeRound, { params: { roundId }, body: {} })
  const closed = await o.office.ask(readRound, { params: { roundId } })
  expect(closed.result!.rows.map((r) => [r.candidateName, r.approvals, r.base, r.outcome])).toEqual([
    ['沈若川', 4, 4, 'selected'], ['阿依努尔·托合提江', 4, 5, 'selected'], ['𬭎衡', 0, 5, 'belowThreshold']])
  expect([...closed.result!.ballotCodes].sort()).toEqual([...codes].sort())
  expect((await jurors[1]!.ask(readBallot, { params: { roundId } })).box!.includes(codes[0]!)).toBe(true)

  // Public notice and honours.
  const summaries = { [first]: '在山区急救一线十八年，把到达时间缩短一半。', [second]: '骑马巡诊的边境医生。' }
  const howToObject = { phone: '0000-8765432', email: 'jiandu@example.org', address: '云岭市示例路 1 号' }
  const { roundId: last } = await o.office.ask(readAnnouncement, { params: { campaignId } })
  const leak = await o.office.refused(startPublicNotice, { params: { campaignId }, body: { still: true, withoutUnits: '单位已电话确认（示例）', roundId: last!, summaries: { ...summaries, [first]: '电话 13912345678' }, howToObject } })
  expect(leak.codes).toEqual(['privacy.phone'])
  const notice = await o.office.ask(startPublicNotice, { params: { campaignId }, body: { still: true, withoutUnits: '单位已电话确认（示例）', roundId: last!, summaries, howToObject } })
  const anybody = new Person(at.origin)
  const page = await anybody.raw('GET', notice.path)
  expect([page.status, page.text.includes('沈若川'), page.text.includes('0000-8765432'), page.text.includes('<script')]).toEqual([200, true, true, false])
  expect((await o.office.refused(giveHonours, { params: { campaignId }, body: { still: true } })).codes).toEqual(['publicNotice.running'])
  await at.setClock(notice.endsAt)
  const { honours } = await o.office.ask(giveHonours, { params: { campaignId }, body: { still: true } })
  expect((await anybody.raw('GET', honours[0]!.path)).text).toContain(honours[0]!.name)

  // The ledger is whole; the exported record proves itself, and against a receipt.
  const verdict = await o.office.ask(verifyLedger, { params: { campaignId }, body: {} })
  expect([verdict.whole, verdict.faults]).toEqual([true, []])
  const record = JSON.parse((await o.office.send(exportRecord, { params: { campaignId } })).text) as CampaignRecord
  const anchor = parseReceiptCode(receipt.code)!
  expect(verifyRecord(record, [anchor]).faults).toEqual([])
  expect(verifyRecord({ ...record, entries: record.entries.slice(0, anchor.position - 1), rounds: [] }, [anchor]).faults.map((f) => f.code)).toContain('cut')
  const overview = await o.office.ask(readOverview, { params: { campaignId } })
  expect(overview.units.length).toBe(3)
  // Who took the record, and up to where, is an act of the ledger, after the last one in the file.
  const ledger = await o.office.ask(campaignLedger, { params: { campaignId }, query: { after: record.entries.length } })
  expect([ledger.length, ledger.entries.map((e) => [e.position, e.act, e.actor, e.role, e.say.en])]).toEqual([record.entries.length + 1, [[record.entries.length + 1, 'record.exported', '郑一帆', 'office', `Exported the record up to row ${record.entries.length}`]]])
  const entry = await at.services.db.row<{ data: unknown }>(`SELECT entry->'data' AS data FROM ledger_entries WHERE chain_id = $1 AND position = $2`, [campaignId, ledger.length])
  expect(entry).toEqual({ data: { position: record.entries.length, hash: record.entries.at(-1)!.hash } })
  const again = JSON.parse((await o.office.send(exportRecord, { params: { campaignId } })).text) as CampaignRecord
  expect([again.entries.length, verifyRecord(again, [anchor]).faults]).toEqual([record.entries.length + 1, []])

  // Change one row by SQL, and the verifier names it.
  await at.services.db.rows(`UPDATE ledger_entries SET entry = jsonb_set(entry, '{data,seat}', '7') WHERE chain_id = $1 AND position = $2`, [campaignId, anchor.position])
  const broken = await o.office.ask(verifyLedger, { params: { campaignId }, body: {} })
  expect([broken.whole, broken.faults.map((f) => [f.code, f.position])]).toEqual([false, [['changed', anchor.position]]])
})
