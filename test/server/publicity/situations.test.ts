/** 有关情况: from a unit to the office the notice names, of whatever level; read marks, answers, an end; and 提示 that expire by themselves. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteAccount } from '#contract/operations/organisations'
import { listNews } from '#contract/operations/news'
import { answerSituation, attachToSituation, beginSituation, closeSituation, endAdvisory, giveAdvisory, listAdvisories, listSituations, openSituation, readSituation, sendSituation, situationFile } from '#contract/operations/situations'
import { permissions } from '#core/access/permission'
import { addDays, dayOf, endOfDay } from '#core/kernel/instant'
import { situationLimits } from '#core/publicity/situations/situation'
import { invariants } from '#server/store/invariants'
import { clearLeft } from '#server/blobs/clear-left'
import { freshInstallation, type Installation } from '../installation'
import { decision, forwardOpen, openNational, openTree, type Tree } from '../tree'
import { Person } from '../person'

let at: Installation
let t: Tree
let national: string, provincial: string, association: string, city: string
let supervisor: Person
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n')
const SAID = '门诊三名职工发热，原定周五的报告会改到下周（示例）'
beforeAll(async () => {
  at = await freshInstallation()
  t = await openTree(at)
  national = await openNational(at, t, (rules) => rules.filter((r) => !(r.kind === 'duty' && r.subject === 'report')))
  provincial = await forwardOpen(at, national, t.province, 15)
  association = await forwardOpen(at, provincial, t.association, 10)
  city = await forwardOpen(at, association, t.city, 5, [{ id: 'situations', kind: 'duty', subject: 'report', text: { zh: '有关情况及时报送（示例）', en: 'report situations' }, owedTo: { zh: '省科协调宣部', en: 'Province' }, basis: decision('上级要求（示例）') }])
  supervisor = await new Person(at.origin, 'watch').activate((await t.city.office.ask(inviteAccount, { body: { personName: '严守一', login: 'watch', role: 'supervisor' } })).code)
}, 300_000)
afterAll(() => at.close())
const begin = (who: Person, campaignId = city) => who.ask(beginSituation, { params: { campaignId } })
const body = (to: string, change: object = {}) => ({ params: { campaignId: city }, body: { to, situation: { title: '报告会改期', words: SAID, urgency: 'usual' as const, ...change } } })
const of = (situationId: string) => ({ params: { situationId } })
const kinds = async (who: Person) => (await who.ask(listNews, {})).news.map((n) => n.kind)
const acts = async (id: string) => at.services.db.rows<{ act: string; text: string }>(`SELECT entry->>'act' AS act, entry::text AS text FROM ledger_entries WHERE entry->'subject'->>'id' = $1 ORDER BY chain_id, position`, [id])

let id: string
test('the notice names an office two levels above: it is chosen, and it alone is told', async () => {
  const b = await begin(t.clerk)
  expect([b.offices.map((o) => o.name), b.offices.find((o) => o.organisationId === b.usual)?.name, b.owedTo]).toEqual([['云岭市医学会（示例）', '云川省医学会（示例）', '云川省科协（示例）', '全国学会（示例）'], '云川省科协（示例）', '省科协调宣部'])
  id = (await t.clerk.ask(sendSituation, body(b.usual!))).situationId
  expect([await kinds(t.province.office), await kinds(t.province.second)].map((k) => k.includes('situationCame'))).toEqual([true, true])
  for (const who of [t.city.office, t.association.office, t.nation.office, t.otherClerk]) expect((await kinds(who)).includes('situationCame')).toBe(false)
  // A clause that names nobody leads to the nearest office.
  expect((await begin(t.city.office, association)).usual).toBe(t.association.organisationId)
})

test('to no office outside the chain, to nobody below and never to oneself; nothing classified, nothing empty', async () => {
  expect((await t.clerk.refused(sendSituation, body(t.other.organisationId))).status).toBe(404)
  expect((await t.clerk.refused(sendSituation, body(t.unitId))).status).toBe(404)
  expect((await t.city.office.refused(sendSituation, { ...body(t.city.organisationId) })).status).toBe(404)
  expect((await t.clerk.refused(sendSituation, body(t.city.organisationId, { words: '密级：机密，现场情况如下' }))).codes).toEqual(['secrecy.forAll'])
  expect((await t.clerk.refused(sendSituation, body(t.city.organisationId, { words: '' }))).status).toBe(400)
  expect((await t.province.office.refused(sendSituation, body(t.nation.organisationId))).status).toBe(404)
})

test('the two read it, and the supervisors; offices between, another unit and another province find nothing, by id or in lists', async () => {
  for (const who of [t.clerk, t.approver, t.province.office, t.province.second, supervisor]) expect((await who.ask(readSituation, of(id))).words).toBe(SAID)
  const everything = [[readSituation, undefined], [answerSituation, { words: '好的' }], [attachToSituation, { name: 'a.pdf', base64: PDF.toString('base64') }], [openSituation, undefined], [closeSituation, undefined]] as const
  for (const who of [t.city.office, t.association.office, t.nation.office, t.otherClerk, t.other.office]) {
    for (const [operation, sent] of everything) expect([operation.id, (await who.send(operation, { ...of(id), ...(sent === undefined ? {} : { body: sent }) } as never)).status]).toEqual([operation.id, 404])
    expect((await who.send(listSituations, {})).text).not.toContain('报告会改期')
  }
  const absent = await t.otherClerk.refused(readSituation, of(crypto.randomUUID()))
  const foreign = await t.otherClerk.refused(readSituation, of(id))
  expect([foreign.status, foreign.problem.error]).toEqual([absent.status, absent.problem.error])
  // Mutant: reading by whose campaign it is, as of other things, would show it to the office between; one that lets the whole chain read would, too.
  expect((await at.services.db.rows(`SELECT 1 FROM situation_reports r JOIN campaigns c ON c.id = r.campaign_id WHERE c.organisation_id = $1`, [t.city.organisationId])).length).toBe(1)
  const between = { accountId: 'a', personName: '', role: 'office', organisationId: 'host' } as const
  const subject = { campaign: { organisationId: 'host', state: 'open', participating: true, ownCandidate: false, seatOnJury: null }, situation: { senderId: 'unit', addresseeId: 'above', hostId: 'host' } } as const
  expect([permissions.overseersOfCampaign(between, subject), permissions.partiesOfSituation(between, subject), permissions.partiesOfSituation({ ...between, role: 'supervisor' }, subject)]).toEqual([true, false, true])
  // The supervisor reads and changes nothing.
  for (const [operation, sent] of everything.slice(1)) expect((await supervisor.send(operation, { ...of(id), ...(sent === undefined ? {} : { body: sent }) } as never)).status).toBe(404)
  expect([(await t.clerk.ask(listSituations, {})).reports.map((r) => [r.title, r.mine]), (await t.province.office.ask(listSituations, {})).reports.map((r) => r.mine)]).toEqual([[['报告会改期', true]], [false]])
})

test('who opened it first is marked once, however many look at once; the sender’s own look marks nothing', async () => {
  expect((await t.clerk.refused(openSituation, of(id))).status).toBe(404)
  expect((await t.clerk.ask(readSituation, of(id))).openedAt).toBe(null)
  expect((await t.province.office.ask(listSituations, {})).unopened).toBe(1)
  await Promise.all([t.province.office, t.province.second, t.province.office, t.province.second].map((who) => who.ask(openSituation, of(id))))
  const first = await t.clerk.ask(readSituation, of(id))
  expect([first.openedAt !== null, ['P1办公室甲', 'P1办公室乙'].includes(first.openedBy!)]).toEqual([true, true])
  await t.province.second.ask(openSituation, of(id))
  const again = await t.clerk.ask(readSituation, of(id))
  expect([again.openedBy, again.openedAt, (await acts(id)).filter((a) => a.act === 'situation.opened').length]).toEqual([first.openedBy, first.openedAt, 1])
})

test('files are told apart by their bytes; six and no more however many press; they stay in the store, and only the two may take them', async () => {
  const attach = (name: string, bytes: Buffer) => ({ ...of(id), body: { name, base64: bytes.toString('base64') } })
  expect((await t.clerk.refused(attachToSituation, attach('a.pdf', Buffer.from('MZ not a pdf')))).codes).toEqual(['situation.format'])
  expect((await t.clerk.refused(attachToSituation, attach('机密★一年.pdf', PDF))).codes).toEqual(['secrecy.forAll'])
  const { fileId } = await t.clerk.ask(attachToSituation, attach('现场.pdf', PDF))
  expect((await t.clerk.ask(attachToSituation, attach('又一次.pdf', PDF))).fileId).toBe(fileId)
  const other = (n: number) => Buffer.concat([PDF, Buffer.from(`%${n}\n`)])
  const all = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(async (n) => (await t.clerk.send(attachToSituation, attach(`${n}.pdf`, other(n)))).status))
  expect([all.filter((s) => s === 200).length, all.filter((s) => s === 422).length]).toEqual([situationLimits.files - 1, 2])
  await at.services.db.rows(`UPDATE files_put SET put_at = now() - interval '3 days'`)
  await clearLeft(at.services)
  const take = (who: Person) => who.send(situationFile, { params: { situationId: id, fileId } })
  const taken = await take(t.province.office)
  expect([taken.status, taken.text.startsWith('%PDF'), taken.headers.get('content-disposition')!.includes('attachment')]).toEqual([200, true, true])
  for (const who of [t.city.office, t.otherClerk, t.nation.office]) expect((await take(who)).status).toBe(404)
})

test('answers go to and fro, each side is told of the other’s; once closed nothing is added, and both together decide nothing twice', async () => {
  await t.province.office.ask(answerSituation, { ...of(id), body: { words: '知道了，改期请同时告诉各参会单位。' } })
  expect((await kinds(t.clerk)).filter((k) => k === 'situationAnswered').length).toBe(1)
  await t.approver.ask(answerSituation, { ...of(id), body: { words: '已告知。' } })
  expect((await kinds(t.province.office)).filter((k) => k === 'situationAnswered').length).toBe(1)
  expect((await t.clerk.ask(readSituation, of(id))).thread.map((a) => [a.organisation, a.mine])).toEqual([['云川省科协（示例）', false], ['云岭市第一医院（示例）', true]])
  expect((await t.clerk.refused(closeSituation, of(id))).status).toBe(404)
  const both = await Promise.all([t.province.office, t.province.second].map(async (who) => (await who.send(closeSituation, of(id))).status))
  expect(both.toSorted()).toEqual([200, 422])
  expect((await t.clerk.refused(answerSituation, { ...of(id), body: { words: '再补一句' } })).codes).toEqual(['situation.closed'])
  expect((await t.clerk.refused(attachToSituation, { ...of(id), body: { name: 'b.pdf', base64: Buffer.concat([PDF, Buffer.from('%9\n')]).toString('base64') } })).codes).toEqual(['situation.closed'])
  expect((await kinds(t.clerk)).includes('situationClosed')).toBe(true)
  const told = await acts(id)
  expect([told[0]!.act, told.at(-1)!.act, told.filter((a) => a.act === 'situation.closed').length, told.some((a) => /发热|改期|告知|现场/u.test(a.text))]).toEqual(['situation.sent', 'situation.closed', 1, false])
})

test('an urgent one is told as that; an office reports to the one above it', async () => {
  const { situationId } = await t.city.office.ask(sendSituation, body(t.association.organisationId, { urgency: 'urgent' }))
  expect([(await kinds(t.association.office)).includes('situationUrgent'), (await kinds(t.province.office)).includes('situationUrgent')]).toEqual([true, false])
  expect((await t.clerk.refused(readSituation, of(situationId))).status).toBe(404)
  expect((await t.city.second.ask(readSituation, of(situationId))).mine).toBe(true)
})

test('an advisory stands beside the notice on public pages and units’ pages, here and below, and is gone when its day is over', async () => {
  const today = dayOf(await at.now())
  const give = (campaignId: string, words: string, lastDay = addDays(today, 2)) => ({ params: { campaignId }, body: { kind: 'epidemic' as const, words, wordsEn: '', lastDay } })
  const slugOf = async (campaignId: string) => (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [campaignId]))!.slug
  const page = async (campaignId: string, tail = '') => (await fetch(`${at.origin}/p/${await slugOf(campaignId)}${tail}`)).text()
  const seen = async (who: Person, campaignId: string) => (await who.ask(listAdvisories, { params: { campaignId } })).advisories.map((a) => a.words.zh)
  expect((await t.clerk.refused(giveAdvisory, give(city, '请戴口罩，控制人数'))).status).toBe(404)
  expect((await t.city.office.refused(giveAdvisory, give(association, '请戴口罩，控制人数'))).status).toBe(404)
  expect((await t.association.office.refused(giveAdvisory, give(association, '详情请打 13800138000'))).codes).toEqual(['privacy.phone'])
  expect((await t.association.office.refused(giveAdvisory, give(association, '请戴口罩', addDays(today, -1)))).codes).toEqual(['situation.past'])
  const { advisoryId } = await t.association.office.ask(giveAdvisory, give(association, '<b>近期高发流感</b>，活动现场请佩戴口罩'))
  for (const [campaignId, tail] of [[association, ''], [association, '/notice'], [city, ''], [city, '/notice']] as const) expect([tail, (await page(campaignId, tail)).includes('&lt;b&gt;近期高发流感')]).toEqual([tail, true])
  expect(await page(provincial)).not.toContain('近期高发流感')
  expect(await seen(t.clerk, city)).toEqual(['<b>近期高发流感</b>，活动现场请佩戴口罩'])
  await t.city.office.ask(giveAdvisory, give(city, '大风蓝色预警，室外活动改期', today))
  expect((await seen(t.clerk, city)).length).toBe(2)
  // By itself: the city's at midnight, though nobody does anything.
  await at.setClock(endOfDay(today) + 60_000)
  expect([(await seen(t.clerk, city)).length, (await page(city)).includes('大风蓝色预警'), (await page(city)).includes('近期高发流感')]).toEqual([1, false, true])
  // Mutant: its row stands as it did; a page that asked only whether it was taken off would still show it.
  expect((await at.services.db.rows(`SELECT 1 FROM advisories WHERE ended_at IS NULL`)).length).toBe(2)
  // Taken off before its day: at once, here and below; of another campaign it is absent.
  expect((await t.city.office.refused(endAdvisory, { params: { campaignId: city, advisoryId } })).status).toBe(404)
  await t.association.office.ask(endAdvisory, { params: { campaignId: association, advisoryId } })
  expect([(await seen(t.clerk, city)).length, (await page(association)).includes('近期高发流感'), (await page(city)).includes('近期高发流感')]).toEqual([0, false, false])
})

test('the invariants hold', async () => expect((await Promise.all(invariants.map((i) => at.services.db.rows(i.sql)))).flat()).toEqual([]))
