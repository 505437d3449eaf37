/** 隐私放行: what the gate before a public notice found passes by two persons alone, for this very text of this very person; the ledger tells it without telling what it was. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAttachment, listAttachments, replaceAttachment } from '#contract/operations/attachments'
import { confirmFilePass, filePassFile, listFilePasses, proposeFilePass, withdrawFilePass } from '#contract/operations/file-passes'
import { readAnnouncement, startPublicNotice } from '#contract/operations/announcement'
import { castBallot, closeRound } from '#contract/operations/jury'
import { inviteAccount } from '#contract/operations/organisations'
import { confirmPrivacyPass, listPrivacyPasses, proposePrivacyPass, withdrawPrivacyPass } from '#contract/operations/privacy-passes'
import { verifyRecord } from '#core/ledger/record'
import { buildRecord } from '#server/queries/ledger'
import { invariants } from '#server/store/invariants'
import { freshInstallation, type Installation } from './installation'
import { openAndCheckIn, openJury, type JuryCampaign } from './jury-rounds'
import { howToObject } from './on-notice'
import { Person } from './person'
import { withMacros, word } from './sheets'
import { download } from './two-installations'

let at: Installation
let j: JuryCampaign
let supervisor: Person
let roundId: string
const HOTLINE = '19912345678'
const TEXT = `开通心理援助热线 ${HOTLINE}，接听三万次。`
const params = () => ({ campaignId: j.campaignId })
beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ id: 'vote', ballot: 'secret' }], ['沈若川', '顾南枝'], 4)
  supervisor = await new Person(at.origin, 'supervisor').activate((await j.o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  roundId = await openAndCheckIn(j, 'vote')
  for (const p of j.jurors) await p.ask(castBallot, { params: { roundId }, body: { approvals: [...j.ids] } })
  await j.secretary.ask(closeRound, { params: { roundId }, body: {} })
}, 120_000)
afterAll(() => at.close())

const start = (first: string, second = '骑马巡诊的边境医生。') => ({ params: params(), body: { roundId, summaries: { [j.ids[0]!]: first, [j.ids[1]!]: second }, howToObject, still: true, withoutUnits: '单位已电话确认（示例）' } })
const stopped = async (first: string, second?: string) => (await j.o.office.refused(startPublicNotice, start(first, second))).codes
const thing = (more: object = {}) => ({ params: params(), body: { nominationId: j.ids[0]!, text: TEXT, kind: 'phone' as const, found: HOTLINE, reason: '公布的热线，不是个人号码', ...more } })
const passes = async (who = supervisor) => (await who.ask(listPrivacyPasses, { params: params() })).passes

test('nobody lets it pass alone, and nothing passes that was not asked for', async () => {
  expect((await j.o.office.ask(readAnnouncement, { params: params() })).provisional.length).toBe(2)
  expect(await stopped(TEXT)).toEqual(['privacy.phone'])
  expect([(await j.o.office.refused(proposePrivacyPass, thing({ found: '19900000000' }))).codes, (await j.o.office.refused(proposePrivacyPass, thing({ kind: 'email' }))).codes, (await j.o.office.refused(proposePrivacyPass, thing({ reason: `热线就是 ${HOTLINE}` }))).codes]).toEqual([['privacyPass.notFound'], ['privacyPass.notFound'], ['privacyPass.reasonTells']])
  expect([(await supervisor.refused(proposePrivacyPass, thing())).status, (await j.secretary.refused(proposePrivacyPass, thing())).status]).toEqual([404, 404])
  await j.o.office.ask(proposePrivacyPass, thing())
  expect((await j.o.office.refused(proposePrivacyPass, thing())).codes).toEqual(['privacyPass.waiting'])
  const [asked] = await passes(j.o.office)
  const own = { params: { ...params(), passId: asked!.passId } }
  // Mutant: one person alone.
  expect([asked!.mayConfirm, (await j.o.office.refused(confirmPrivacyPass, own)).codes, await stopped(TEXT)]).toEqual([false, ['privacyPass.samePerson'], ['privacy.phone']])
  await expect(at.services.db.rows(`UPDATE privacy_passes SET confirmed_by = proposed_by, confirmed_at = product_time()`)).rejects.toThrow('two_persons')
  // A second person may say no; then it is asked anew.
  await supervisor.ask(withdrawPrivacyPass, own)
  expect([await passes(), (await supervisor.refused(confirmPrivacyPass, own)).codes, await stopped(TEXT)]).toEqual([[], ['privacyPass.over'], ['privacy.phone']])
})

test('by two persons this very text passes: not one changed by a character, not another person’s, not another number; and the ledger proves it without telling it', async () => {
  await j.o.office.ask(proposePrivacyPass, thing())
  const [asked] = await passes()
  expect([asked!.name, asked!.text, asked!.found, asked!.reason, asked!.mayConfirm]).toEqual(['沈若川', TEXT, HOTLINE, '公布的热线，不是个人号码', true])
  await supervisor.ask(confirmPrivacyPass, { params: { ...params(), passId: asked!.passId } })
  // Mutant: another text.
  for (const changed of [`${TEXT}。`, TEXT.replace('三万', '四万'), TEXT.replace('5678', '5679'), `${TEXT}本人电话 13912345678`]) expect([changed, await stopped(changed)]).toEqual([changed, ['privacy.phone']])
  expect(await stopped('在山区急救一线十八年。', TEXT)).toEqual(['privacy.phone'])
  const { path } = await j.o.office.ask(startPublicNotice, start(TEXT))
  expect((await new Person(at.origin).raw('GET', path)).text).toContain(HOTLINE)

  const record = await buildRecord(at.services.db, j.campaignId)
  const of = (act: string) => record.entries.filter(({ entry }) => entry.act === act).map(({ entry }) => entry)
  const own = of('privacyPass.confirmed')[0]!
  expect([of('privacyPass.proposed').length, of('privacyPass.withdrawn').length, own.actor.role, of('publicNotice.started')[0]!.data['passes'], verifyRecord(record).faults]).toEqual([2, 1, 'supervisor', [asked!.passId], []])
  expect([JSON.stringify(record).includes(HOTLINE), JSON.stringify(await at.services.db.rows(`SELECT * FROM privacy_passes`)).includes(Buffer.from(HOTLINE).toString('hex'))]).toEqual([false, false])
  // A record in which the same person did both, or nobody confirmed, is told.
  const turned = (change: (e: (typeof record.entries)[number]) => (typeof record.entries)[number][]) => verifyRecord({ ...record, entries: record.entries.flatMap(change) }).faults.some((f) => f.what.en.startsWith('something this public notice let pass'))
  expect([turned((e) => [e]), turned((e) => (e.entry.act === 'privacyPass.confirmed' ? [] : [e])), turned((e) => (e.entry.act === 'privacyPass.confirmed' ? [{ ...e, entry: { ...e.entry, actor: of('privacyPass.proposed')[1]!.actor } }] : [e]))]).toEqual([false, true, true])
  expect(await at.services.db.rows(invariants.find((i) => i.name.startsWith('隐私放行'))!.sql)).toEqual([])
})

test('a file with a hotline stands by two persons for these very bytes: not by one, not another file, not another file’s faults; the ledger proves it', async () => {
  const [bytes, other] = [await word(`报名热线 ${HOTLINE}（示例）`), await word(`报名热线 ${HOTLINE}（示例）。`)]
  const base64 = (b: Uint8Array): string => Buffer.from(b).toString('base64')
  const sent = (b: Uint8Array, reason = '公布的热线，不是个人号码') => ({ params: params(), body: { name: '报名须知.docx', base64: base64(b), reason } })
  const add = (b: Uint8Array, title = '报名须知') => ({ params: params(), body: { title, name: '报名须知.docx', base64: base64(b), reason: '补发报名须知（示例）' } })
  const against = async (b: Uint8Array) => (await j.o.office.refused(addAttachment, add(b))).codes
  const { office, second } = j.o
  expect([await against(bytes), await against(other)]).toEqual([['attachment.personal'], ['attachment.personal']])
  // What is wrong otherwise is nobody's to let pass; where nothing was found there is nothing to ask for.
  expect([(await office.refused(proposeFilePass, sent(await withMacros(`热线 ${HOTLINE}`)))).codes.includes('attachment.active'), (await office.refused(proposeFilePass, sent(await word('报名须知')))).codes, (await office.refused(proposeFilePass, sent(bytes, `热线就是 ${HOTLINE}`))).codes]).toEqual([true, ['filePass.nothing'], ['filePass.reasonTells']])
  expect([(await supervisor.refused(proposeFilePass, sent(bytes))).status, (await j.secretary.refused(proposeFilePass, sent(bytes))).status]).toEqual([404, 404])
  const first = await office.ask(proposeFilePass, sent(bytes))
  const own = { params: { ...params(), passId: first.passId } }
  // Mutant: one person alone.
  expect([(await office.refused(proposeFilePass, sent(bytes))).codes, (await office.refused(confirmFilePass, own)).codes, await against(bytes)]).toEqual([['filePass.waiting'], ['privacyPass.samePerson'], ['attachment.personal']])
  await expect(at.services.db.rows(`UPDATE file_passes SET confirmed_by = proposed_by, confirmed_at = product_time()`)).rejects.toThrow('file_two_persons')
  expect([(await j.secretary.refused(confirmFilePass, own)).status, (await j.jurors[0]!.raw('GET', `/api/campaigns/${j.campaignId}/file-passes/${first.passId}/file`)).status]).toEqual([404, 404])
  // A second person may say no, and it is asked anew; who confirms has the very bytes.
  await second.ask(withdrawFilePass, own)
  expect([(await second.refused(confirmFilePass, own)).codes, await against(bytes)]).toEqual([['privacyPass.over'], ['attachment.personal']])
  const asked = await office.ask(proposeFilePass, sent(bytes))
  const seen = (await supervisor.ask(listFilePasses, { params: params() })).passes
  expect(seen.map((p) => [p.passId, p.fileName, p.sha256, p.found, p.mayConfirm])).toEqual([[asked.passId, '报名须知.docx', asked.sha256, [{ kind: 'phone', times: 1, shown: '1991…' }], true]])
  expect(Buffer.compare(await download(supervisor, filePassFile, { ...params(), passId: asked.passId }), Buffer.from(bytes))).toBe(0)
  await supervisor.ask(confirmFilePass, { params: { ...params(), passId: asked.passId } })
  // Mutant: another file, one full stop longer.
  expect(await against(other)).toEqual(['attachment.personal'])
  const { attachmentId } = await office.ask(addAttachment, add(bytes))
  await office.ask(replaceAttachment, { params: { ...params(), attachmentId }, body: { name: '报名须知.docx', base64: base64(await word('报名须知，另发（示例）')), reason: '更正报名须知（示例）' } })
  await office.ask(replaceAttachment, { params: { ...params(), attachmentId }, body: { name: '报名须知.docx', base64: base64(bytes), reason: '恢复报名须知（示例）' } })
  expect((await office.ask(listAttachments, { params: params() })).attachments.find((a) => a.id === attachmentId)!.inForce!.sha256).toBe(asked.sha256)

  const record = await buildRecord(at.services.db, j.campaignId)
  const of = (act: string) => record.entries.filter(({ entry }) => entry.act === act && entry.data['passes'] !== undefined).map(({ entry }) => entry.data['passes'])
  expect([of('attachment.added'), of('attachment.replaced'), verifyRecord(record).faults, JSON.stringify(record).includes(HOTLINE)]).toEqual([[[asked.passId]], [[asked.passId]], [], false])
  const told = (change: (e: (typeof record.entries)[number]) => (typeof record.entries)[number][]) => verifyRecord({ ...record, entries: record.entries.flatMap(change) }).faults.filter((f) => f.what.en.startsWith('something this public notice let pass')).length
  const confirmed = (e: (typeof record.entries)[number]): boolean => e.entry.act === 'privacyPass.confirmed' && e.entry.subject.id === asked.passId
  expect([told((e) => [e]), told((e) => (confirmed(e) ? [] : [e])), told((e) => (confirmed(e) ? [{ ...e, entry: { ...e.entry, data: { file: 'f'.repeat(64) } } }] : [e]))]).toEqual([0, 2, 2])
  expect(await at.services.db.rows(invariants.find((i) => i.name.startsWith('附件放行'))!.sql)).toEqual([])
})
