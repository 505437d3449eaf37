/** What an office sets of its own beside the definition: reminder times, attachments the definition does not ask for, what a unit counts. Two of the office at once, and a stranger. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAttachment, attachmentFile, listAttachments, removeAttachment, replaceAttachment } from '#contract/operations/attachments'
import { campaignLedger, createCampaign, officialWord, readCampaign, verifyLedger } from '#contract/operations/campaigns'
import { previewPace, previewRound, readMobilisation, setPace } from '#contract/operations/mobilisation'
import { listOrganisations, setCounts } from '#contract/operations/organisations'
import { usualPace } from '#core/mobilisation/pace'
import { provincialPlan } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { issue } from './issue'
import { openOffice, type Office } from './office'
import { Person } from './person'
import { pdf } from './notice-files'
import { word } from './sheets'
import { unzip } from '../documents/unzip'

const HOUR = 3_600_000
let at: Installation
let o: Office
let campaignId: string
let began: number
const params = { get campaign() { return { campaignId } } }
const acts = async () => (await o.office.ask(campaignLedger, { params: params.campaign })).entries
const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = (await o.office.ask(createCampaign, { body: provincialPlan(o.templates.get('lnma-2021')!, await at.now(), (rules) => rules.map((r) => (r.id === 'quota'
    ? { ...r, max: null, formula: { share: { numerator: 1, denominator: 100 }, of: { id: 'members', name: { zh: '会员', en: 'members' } }, rounding: 'up' } } as never : r))) })).campaignId
})
afterAll(() => at.close())

describe('attachments the definition does not ask for', () => {
  let leaflet: Uint8Array
  beforeAll(async () => { leaflet = await pdf(['填报说明（示例）']) })
  const add = (title: string, reason = '', bytes?: Uint8Array) => ({ params: params.campaign, body: { title, name: '说明.pdf', base64: b64(bytes ?? leaflet), reason } })
  const list = async (who: Person) => (await who.ask(listAttachments, { params: params.campaign })).attachments
  const official = async () => Buffer.from((await unzip(Buffer.from(await (await fetch(`${at.origin}${officialWord.path.replace(':campaignId', campaignId)}`, { headers: { cookie: `xuanshu_session=${o.office.token}` } })).arrayBuffer()))).get('word/document.xml')!).toString('utf8')
  let id: string

  test('one is added to a draft with its title, last in the list and in the official document', async () => {
    const { attachmentId, sha256 } = await o.office.ask(addAttachment, add('填报说明'))
    id = attachmentId
    expect((await list(o.office)).map((a) => [a.name.zh, a.added, a.inForce?.by, a.inForce?.fileName])).toEqual([
      ['推荐表', null, 'product', '附件1 推荐表.docx'], ['候选人汇总表', null, 'product', '附件2 候选人汇总表.xlsx'], ['学习宣传活动开展情况汇总表', null, 'product', '附件3 学习宣传活动开展情况汇总表.docx'], ['填报说明', 'here', 'office', '附件4 填报说明.pdf'],
    ])
    expect([sha256, (await official()).includes('填报说明')]).toEqual([sha(leaflet), true])
  })
  test('a title that stands in the list, none, or one too long is refused; so is what is no document', async () => {
    const codes = async (title: string, bytes?: Uint8Array) => (await o.office.refused(addAttachment, add(title, '', bytes))).codes
    expect([await codes('推荐表'), await codes('填报说明'), await codes(' '), await codes('长'.repeat(61)), await codes('网页', Buffer.from('<!doctype html>'))]).toEqual([['attachment.titleTaken'], ['attachment.titleTaken'], ['attachment.title'], ['attachment.title'], ['attachment.kind']])
  })
  test('once it is open adding and taking away need a reason; units and the public page follow at once', async () => {
    await issue(o.second, campaignId)
    began = await at.now()
    const { slug } = await o.office.ask(readCampaign, { params: params.campaign })
    const page = async () => (await new Person(at.origin).raw('GET', `/p/${slug}/notice`)).text
    expect((await o.office.refused(addAttachment, add('日程安排'))).codes).toEqual(['attachment.reason'])
    const second = await o.second.ask(addAttachment, add('日程安排', '各单位来电询问日程（示例）', await pdf(['日程（示例）'])))
    expect([(await page()).includes('填报说明'), (await page()).includes('新增：各单位来电询问日程（示例）'), (await list(o.units[0]!.clerk)).map((a) => a.name.zh).slice(3)]).toEqual([true, true, ['填报说明', '日程安排']])
    const got = await fetch(`${at.origin}/api/public/campaigns/${slug}/attachments/${second.attachmentId}`)
    expect(sha(new Uint8Array(await got.arrayBuffer()))).toBe(second.sha256)
    expect((await o.office.refused(removeAttachment, { params: { campaignId, attachmentId: id }, body: {} })).codes).toEqual(['attachment.reason'])
    await o.office.ask(removeAttachment, { params: { campaignId, attachmentId: id }, body: { reason: '内容已并入推荐表（示例）' } })
    expect([(await page()).includes('填报说明'), (await list(o.office)).map((a) => a.inForce?.fileName).slice(3), (await official()).includes('填报说明')]).toEqual([false, ['附件4 日程安排.pdf'], false])
    const gone = await fetch(`${at.origin}${attachmentFile.path.replace(':campaignId', campaignId).replace(':attachmentId', id)}`, { headers: { cookie: `xuanshu_session=${o.office.token}` } })
    expect(gone.status).toBe(404)
  })
  test('what the definition asks for is not taken away, nor twice what was; its own file is changed like any other', async () => {
    for (const attachmentId of ['nomination-form', id, 'added-none']) expect([attachmentId, (await o.office.send(removeAttachment, { params: { campaignId, attachmentId }, body: { reason: '不要了（示例）' } })).status]).toEqual([attachmentId, 404])
    const [, , , own] = await list(o.office)
    const next = await word('日程，第二稿（示例）')
    const { version } = await o.office.ask(replaceAttachment, { params: { campaignId, attachmentId: own!.id }, body: { name: 'x.docx', base64: b64(next), reason: '时间有变（示例）' } })
    expect([version, (await list(o.units[0]!.clerk))[3]!.inForce?.fileName]).toEqual([2, '附件4 日程安排.docx'])
  })
  test('two of the office who add the same at once: one stands, the other is told', async () => {
    const answers = await Promise.all([o.office, o.second].map(async (p) => p.send(addAttachment, add('常见问题', '同时添加（示例）'))))
    expect([answers.map((a) => a.status).toSorted(), (await list(o.office)).map((a) => a.name.zh).slice(3)]).toEqual([[200, 422], ['日程安排', '常见问题']])
    expect((await acts()).filter((e) => e.act === 'attachment.added' || e.act === 'attachment.removed').map((e) => e.say.zh)).toEqual(['加发附件“填报说明”', '加发附件“日程安排”：各单位来电询问日程（示例）', '去掉附件“填报说明”：内容已并入推荐表（示例）', '加发附件“常见问题”：同时添加（示例）'])
  })
})

describe('reminder times', () => {
  const read = async () => o.office.ask(readMobilisation, { params: params.campaign })
  const quick = { ...usualPace, openWithin: 2, acknowledgeWithin: 4, beginBefore: 24, submitBefore: 12, remindAgainAfter: 48 }

  test('the usual ones hold until others are set; the preview says what would follow and changes nothing', async () => {
    await at.setClock(began + 3 * HOUR)
    const before = await read()
    expect([before.pace, before.ownPace, before.behind]).toEqual([usualPace, false, 0])
    const seen = await o.office.ask(previewPace, { params: params.campaign, body: { pace: quick } })
    expect([seen.findings, Math.round((seen.since!.notOpened! - began) / HOUR), seen.behind, seen.units]).toEqual([[], 2, { notOpened: 2, notAcknowledged: 0, nothingBegun: 0, notSubmitted: 0 }, 2])
    expect((await read()).behind).toBe(0)
  })
  test('what contradicts itself is told in the preview and refused when it is set', async () => {
    const wrong = { ...quick, acknowledgeWithin: 1 }
    expect((await o.office.ask(previewPace, { params: params.campaign, body: { pace: wrong } })).findings.map((f) => f.code)).toEqual(['pace.order'])
    expect((await o.office.refused(setPace, { params: params.campaign, body: { read: usualPace, pace: wrong } })).codes).toEqual(['pace.order'])
  })
  test('set, they say from now on who is behind and how long a recipient is left in peace; of two at once the second is told', async () => {
    const [one, other] = await Promise.all([o.office, o.second].map((p, i) => p.send(setPace, { params: params.campaign, body: { read: usualPace, pace: { ...quick, openWithin: 2 - i } } })))
    expect([one!.status, other!.status].toSorted()).toEqual([200, 409])
    const now = await read()
    expect([now.ownPace, now.behind, now.units.map((u) => u.lacks), (await o.office.ask(previewRound, { params: params.campaign })).remindAgainAfterHours]).toEqual([true, 2, [['notOpened'], ['notOpened']], 48])
    await o.office.ask(setPace, { params: params.campaign, body: { read: now.pace, pace: null } })
    expect([(await read()).pace, (await read()).ownPace, (await read()).behind]).toEqual([usualPace, false, 0])
    expect((await acts()).filter((e) => e.act === 'reminder.paceSet').map((e) => e.say.zh)).toEqual(['设置催办时间', '设置催办时间'])
    expect((await o.office.ask(verifyLedger, { params: params.campaign })).whole).toBe(true)
  })
})

describe('what a unit counts', () => {
  const units = async () => o.office.ask(listOrganisations)
  const facts = (counts: Record<string, number>, properties: string[] = []) => ({ counts, properties })

  test('the page is told what the quotas of one’s campaigns count', async () => {
    expect((await units()).needed).toEqual({ counts: ['会员'], properties: [] })
  })
  test('it is entered, mended and taken away again, each in the ledger; of two at once the second is told', async () => {
    const { id } = (await units()).organisations[0]!
    const set = (who: Person, now: ReturnType<typeof facts>, read: ReturnType<typeof facts>) => who.send(setCounts, { body: { organisationId: id, ...now, read } })
    const answers = await Promise.all([o.office, o.second].map((p, i) => set(p, facts({ 会员: 200 + i }, ['省属']), facts({}))))
    expect(answers.map((a) => a.status).toSorted()).toEqual([200, 409])
    const stood = (await units()).organisations[0]!
    expect([[200, 201].includes(stood.counts['会员']!), stood.properties]).toEqual([true, ['省属']])
    expect((await set(o.office, facts({ 会员: 350 }), facts(stood.counts, stood.properties))).status).toBe(200)
    expect([(await units()).organisations[0]!.counts, (await units()).organisations[0]!.properties]).toEqual([{ 会员: 350 }, []])
    const rows = await at.services.db.rows<{ data: unknown }>(`SELECT entry->'data' AS data FROM ledger_entries WHERE entry->>'act' = 'organisation.countsSet' ORDER BY position`)
    expect(rows.at(-1)!.data).toEqual({ counts: { 会员: 350 }, properties: [], before: { counts: stood.counts, properties: ['省属'] } })
  })
  test('what is no whole number, or no name, is refused at its place; one’s own organisation, a stranger’s and none answer alike', async () => {
    const all = await units()
    const refused = async (counts: Record<string, number>, properties: string[] = []) => (await o.office.refused(setCounts, { body: { organisationId: all.organisations[1]!.id, ...facts(counts, properties), read: facts({}) } })).codes
    expect([await refused({ 会员: -1 }), await refused({ 会员: 1.5 }), await refused({ '': 1 }), await refused({}, ['长'.repeat(21)])]).toEqual([['unit.count'], ['unit.count'], ['unit.name'], ['unit.name']])
    const own = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE parent_id IS NULL`))!.id
    for (const organisationId of [own, '00000000-0000-4000-8000-000000000000']) expect((await o.office.send(setCounts, { body: { organisationId, ...facts({ 会员: 1 }), read: facts({}) } })).status).toBe(404)
  })
})
