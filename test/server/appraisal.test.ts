/** 考核调研 in the product: recorded item by item, blocked with its clause where it lacks something, reopened by a change of the dossier, read by those who may and by nobody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appraisalSheet, closeAppraisal, closeOwnAppraisal, confirmAbsence, readAppraisal, saveAppraisal, saveOwnAppraisal } from '#contract/operations/appraisal'
import { inviteAccount } from '#contract/operations/organisations'
import { declareConflicts, openRound, readCandidate } from '#contract/operations/jury'
import { acceptNomination, handBack, readNomination, saveDraft, sendToApprover, submitNomination } from '#contract/operations/nominations'
import { beginOffline } from '#contract/operations/offline'
import type { SentItem } from '#core/appraisal/record'
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { LedgerEntry } from '#core/ledger/entry'
import { keysFrom } from '#server/keys'
import { invariants } from '#server/store/invariants'
import { pdfText } from '../browser/pdf-text'
import { itemsFor, put, seatOf, symposiumHeld, talkWith, unitAppraisal, verdictOn, verdictsFor } from './appraisal-acts'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, fillNomination, prepareNomination } from './dossier'
import { createNomination } from '#contract/operations/nominations'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

const CONFIDENCE = '有一句只肯私下讲的话（示例）'
let at: Installation
let o: Office
let campaignId: string
let definition: ResolvedDefinition
let nominationId: string
let supervisor: Person
const clerk = (i = 0) => o.units[i]!.clerk
const approver = (i = 0) => o.units[i]!.approver
const params = () => ({ nominationId })
const unit = (who: Person = clerk()) => unitAppraisal(who, nominationId)
const item = async (kind: string, key: string) => (await unit()).items.find((i) => i.kind === kind && i.key === key)!
const acts = async () => (await at.services.db.rows<{ entry: LedgerEntry }>(`SELECT entry FROM ledger_entries WHERE chain_id = $1 ORDER BY position`, [campaignId])).map((r) => r.entry).filter((e) => e.act.startsWith('appraisal.'))
/** Blocking findings of the procedure, with the clause each rests on. */
const blocks = async (who: Person = clerk()) => (await who.ask(readNomination, { params: params() })).findings.filter((f) => f.strength === 'block' && f.at.field?.startsWith('step.')).map((f) => [f.code, f.clause?.number ?? null])
const submitting = async () => {
  const { version } = await approver().ask(readNomination, { params: params() })
  return { params: params(), body: { version, warningsSeen: 0, still: true, declarations: approverDeclarations(definition) } }
}
const edit = async (fields: Record<string, string>) => {
  const { version } = await clerk().ask(readNomination, { params: params() })
  return clerk().ask(saveDraft, { params: params(), body: { version, fields } })
}

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, twoPapers, true)
  definition = await definitionFor(clerk(), campaignId)
  nominationId = (await clerk().ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
  const invited = await o.office.ask(inviteAccount, { body: { personName: '廉一正', login: 'lian', role: 'supervisor' } })
  supervisor = await new Person(at.origin, 'supervisor').activate(invited.code)
})
afterAll(() => at.close())

describe('recording', () => {
  test('nothing is there yet: each step blocks with the clause that prescribes it', async () => {
    await fillNominationButAppraisal()
    expect(await blocks()).toEqual([['step.missing', null], ['step.missing', null]])
    const { findings } = await clerk().ask(readNomination, { params: params() })
    expect(findings.filter((f) => f.code === 'step.missing').map((f) => [f.at.field, f.clause?.zh])).toEqual([['step.step-symposium', '通知没有规定，由活动办公室决定（示例）'], ['step.step-talks', '通知没有规定，由活动办公室决定（示例）']])
  })

  test('it is saved item by item; the same words sent twice are no conflict, other words over a newer version are', async () => {
    const symposium: SentItem = { kind: 'symposium', step: 'step-symposium', key: '', content: symposiumHeld() }
    const first = await put(clerk(), nominationId, [symposium])
    expect(first.versions).toEqual([{ kind: 'symposium', step: 'step-symposium', key: '', version: 1 }])
    // The answer was lost on its way and it is sent again.
    expect((await put(clerk(), nominationId, [symposium])).versions[0]!.version).toBe(1)
    const mine = { ...symposium, content: symposiumHeld({ where: '三楼会议室' }) }
    expect((await put(clerk(), nominationId, [mine], 1)).versions[0]!.version).toBe(2)
    const stale = await clerk().refused(saveAppraisal, { params: params(), body: { items: [{ version: 1, item: { ...symposium, content: symposiumHeld({ where: '别处' }) } }] } })
    expect([stale.status, stale.problem.error, (await item('symposium', '')).content['where']]).toEqual([409, 'stale', '三楼会议室'])
  })

  test('what nobody asks for is refused, and what bears a marking is not kept, not even sealed', async () => {
    const nowhere = await clerk().refused(saveAppraisal, { params: params(), body: { items: [{ version: 0, item: { kind: 'talk', step: 'step-symposium', key: 'a', content: talkWith('甲') } }] } })
    const marked = await clerk().refused(saveAppraisal, { params: params(), body: { items: [{ version: 0, item: { kind: 'talk', step: 'step-talks', key: 'a', content: talkWith('甲', { words: '机密★10年\n某项目' }) } }] } })
    expect([nowhere.codes, marked.codes, (await unit()).items.filter((i) => i.kind === 'talk')]).toEqual([['appraisal.noRoom'], ['secrecy.field'], []])
  })

  test('in the database no word of it can be read, by nobody without the installation’s key', async () => {
    await put(clerk(), nominationId, [{ kind: 'talk', step: 'step-talks', key: 'talk-1', content: talkWith('林知行', { words: CONFIDENCE }) }])
    const rows = await at.services.db.rows<{ content: Buffer }>(`SELECT content FROM appraisal_items WHERE kind = 'talk'`)
    expect([rows.length, rows[0]!.content.includes(Buffer.from('林知行')), at.services.keys.open(rows[0]!.content).toString().includes(CONFIDENCE)]).toEqual([1, false, true])
    expect(() => keysFrom(Buffer.alloc(32)).open(rows[0]!.content)).toThrow()
    const told = JSON.stringify(await at.services.db.rows(`SELECT entry FROM ledger_entries`))
    expect([CONFIDENCE, '林知行', '三楼会议室'].filter((w) => told.includes(w))).toEqual([])
  })

  test('the ledger tells of a sitting once, not of every letter', async () => {
    for (const minutes of ['一', '一二', '一二三']) await put(clerk(), nominationId, [{ kind: 'symposium', step: 'step-symposium', key: '', content: symposiumHeld({ minutes }) }], (await item('symposium', '')).version)
    const recorded = (await acts()).filter((e) => e.act === 'appraisal.recorded')
    expect(recorded.map((e) => e.data['parts'])).toEqual([['symposium'], ['talk']])
  })
})

describe('attendance', () => {
  test('a prescribed role that is missing blocks the seal, whoever else is there', async () => {
    const others = itemsFor(definition).filter((i) => i.kind === 'visit' || (i.kind === 'seat' && i.key !== 'discipline-head'))
    await put(clerk(), nominationId, [...others, { kind: 'seat', step: 'step-symposium', key: 'guest-1', content: seatOf('列席的人') }])
    await put(clerk(), nominationId, verdictsFor((await unit()).facts))
    expect(await blocks()).toEqual([['step.absent', null]])
    const close = await clerk().refused(closeAppraisal, { params: params(), body: { closed: true } })
    expect([close.status, close.codes]).toEqual([422, ['step.absent']])
  })

  test('no such post there: the clerk says why, the approver confirms, and then it warns', async () => {
    await put(clerk(), nominationId, [{ kind: 'seat', step: 'step-symposium', key: 'discipline-head', content: seatOf('', { presence: 'none', reason: '本院不设纪检部门，由党办承担（示例）' }) }])
    await clerk().ask(closeAppraisal, { params: params(), body: { closed: true } })
    expect([await blocks(), await blocks(approver())]).toEqual([[], [['step.absentAsked', null]]])
    await clerk().ask(sendToApprover, { params: params(), body: {} })
    const refused = await approver().refused(submitNomination, await submitting())
    expect(refused.codes).toEqual(['step.absentAsked', ...refused.codes.slice(1)])
    const seat = await item('seat', 'discipline-head')
    const unseen = await approver().refused(confirmAbsence, { params: params(), body: { step: 'step-symposium', role: 'discipline-head', version: seat.version + 1, confirmed: true } })
    const present = await approver().refused(confirmAbsence, { params: params(), body: { step: 'step-symposium', role: 'candidate', version: 1, confirmed: true } })
    expect([unseen.problem.error, present.status]).toEqual(['stale', 404])
    await approver().ask(confirmAbsence, { params: params(), body: { step: 'step-symposium', role: 'discipline-head', version: seat.version, confirmed: true } })
    expect(await blocks(approver())).toEqual([])
    const warned = (await approver().ask(readNomination, { params: params() })).findings.filter((f) => f.code === 'step.absentExplained')
    expect(warned.map((f) => [f.strength, f.what.zh.includes('本院不设纪检部门')])).toEqual([['warn', true]])
  })

  test('a reason that is written anew is to be confirmed anew', async () => {
    await approver().ask(handBack, { params: params(), body: { note: '请把理由写细' } })
    await clerk().ask(closeAppraisal, { params: params(), body: { closed: false } })
    const seat = await item('seat', 'discipline-head')
    expect(seat.confirmed?.by).toBe('审核1')
    await put(clerk(), nominationId, [{ kind: 'seat', step: 'step-symposium', key: 'discipline-head', content: seatOf('', { presence: 'none', reason: '本院不设纪检部门，由党委办公室张某承担（示例）' }) }], seat.version)
    expect((await item('seat', 'discipline-head')).confirmed).toBe(null)
  })
})

describe('verification', () => {
  test('a fact that is changed after it was verified is open again, and the seal is blocked until somebody looks', async () => {
    await clerk().ask(closeAppraisal, { params: params(), body: { closed: true } })
    expect(await blocks()).toEqual([])
    await edit({ post: '副主任医师（改）' })
    const open = (await unit()).facts.filter((f) => f.state !== 'true')
    expect([await blocks(), open.map((f) => [f.key, f.state])]).toEqual([[['verification.changed', null]], [['post', 'changed']]])
    const closed = await clerk().refused(saveAppraisal, { params: params(), body: { items: [{ version: 1, item: { kind: 'verdict', step: 'step-talks', key: 'post', content: verdictOn(open[0]!.mark) } }] } })
    expect([closed.status, closed.problem.error]).toEqual([409, 'conflict'])
    await clerk().ask(closeAppraisal, { params: params(), body: { closed: false } })
    await put(clerk(), nominationId, [{ kind: 'verdict', step: 'step-talks', key: 'post', content: verdictOn(open[0]!.mark) }], (await item('verdict', 'post')).version)
    await clerk().ask(closeAppraisal, { params: params(), body: { closed: true } })
    expect(await blocks()).toEqual([])
  })

  test('a verdict on what it said before is refused: it is another by now', async () => {
    await clerk().ask(closeAppraisal, { params: params(), body: { closed: false } })
    const before = (await unit()).facts.find((f) => f.key === 'department')!
    await edit({ department: '另一个科室' })
    const version = (await item('verdict', 'department')).version
    const late = await clerk().refused(saveAppraisal, { params: params(), body: { items: [{ version, item: { kind: 'verdict', step: 'step-talks', key: 'department', content: verdictOn(before.mark, { note: '看的是旧的' }) } }] } })
    expect([late.status, late.codes]).toEqual([422, ['verification.moved']])
    const now = (await unit()).facts.find((f) => f.key === 'department')!
    await put(clerk(), nominationId, [{ kind: 'verdict', step: 'step-talks', key: 'department', content: verdictOn(now.mark, { verdict: 'differs', note: '档案里是急诊科' }) }], version)
    expect(await blocks()).toEqual([['verification.differs', null]])
    await put(clerk(), nominationId, [{ kind: 'verdict', step: 'step-talks', key: 'department', content: verdictOn(now.mark) }], version + 1)
    await clerk().ask(closeAppraisal, { params: params(), body: { closed: true } })
  })

  test('the ledger says that all was verified, that it was closed with its hash, and opened again', async () => {
    const all = await acts()
    expect(all.filter((e) => e.act === 'appraisal.verified').length).toBeGreaterThanOrEqual(2)
    const closed = all.findLast((e) => e.act === 'appraisal.closed')!
    expect([closed.data['content'], all.filter((e) => e.act === 'appraisal.reopened').length]).toEqual([(await at.services.db.row<{ h: string }>(`SELECT content_hash AS h FROM appraisals WHERE nomination_id = $1`, [nominationId]))!.h, 3])
  })

  test('mutant: code that forgets that it is closed is stopped by the database', async () => {
    const sql = (text: string) => at.services.db.transaction(async (tx) => { await tx.rows(text); throw Object.assign(new Error(), { constraint: 'none' }) }).catch((e: { constraint?: string }) => e.constraint)
    expect([await sql(`UPDATE appraisal_items SET content = '\\x00' WHERE kind = 'talk'`), await sql(`DELETE FROM appraisal_items WHERE kind = 'seat'`), await sql(`UPDATE appraisal_items SET confirmed_at = now(), confirmed_by = changed_by WHERE kind = 'talk'`)])
      .toEqual(['appraisal_is_open', 'appraisal_is_open', 'only_seats_are_confirmed'])
  })
})

describe('who reads it', () => {
  const reads = async (who: Person) => (await who.send(readAppraisal, { params: params() })).status
  test('before it is sent the unit alone; another unit never', async () => expect(await Promise.all([clerk(), approver(), clerk(1), approver(1), o.office, supervisor].map(reads))).toEqual([200, 200, 404, 404, 404, 404]))

  test('the seal names what was closed; then the office, the supervisor and the jury’s secretary read it, and a juror the numbers', async () => {
    const seat = await item('seat', 'discipline-head')
    await approver().ask(confirmAbsence, { params: params(), body: { step: 'step-symposium', role: 'discipline-head', version: seat.version, confirmed: true } })
    await clerk().ask(sendToApprover, { params: params(), body: {} })
    await approver().ask(submitNomination, await submitting())
    const sealed = (await at.services.db.row<{ entry: LedgerEntry; hash: string }>(`SELECT e.entry, a.content_hash AS hash FROM ledger_entries e, appraisals a WHERE e.entry->>'act' = 'nomination.submitted' AND a.nomination_id = $1`, [nominationId]))!
    expect(sealed.entry.data['appraisal']).toBe(sealed.hash)
    const { jurors, secretary } = await inviteJury(at, o, campaignId, 3)
    expect(await Promise.all([o.office, supervisor, secretary, jurors[0]!, clerk(1)].map(reads))).toEqual([200, 200, 200, 404, 404])
    const version = async () => (await o.office.ask(readNomination, { params: params() })).version
    await o.office.ask(acceptNomination, { params: params(), body: { version: await version(), still: true } })
    const { roundId } = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: [nominationId], still: true } })
    await jurors[0]!.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
    const seen = await jurors[0]!.send(readCandidate, { params: { roundId, nominationId } })
    expect([CONFIDENCE, '林知行', '三楼会议室', '本院不设纪检部门'].filter((words) => seen.text.includes(words))).toEqual([])
    expect(JSON.parse(seen.text).appraisal).toMatchObject({ visits: 1, attended: 6, noPost: 1, talks: 1, facts: { differs: 0, open: 0 } })
  })

  test('the office reads words and facts, with numbers of identity and telephone masked', async () => {
    const { appraisals } = await o.office.ask(readAppraisal, { params: params() })
    expect(appraisals.map((a) => [a.owner, a.begun, a.may])).toEqual([['unit', true, []], ['office', false, ['write', 'close']]])
    const text = JSON.stringify(appraisals)
    expect([text.includes(CONFIDENCE), text.includes('10000000000'), /9900\*{10}/.test(text)]).toEqual([true, false, true])
    // Nor is the mark of a fact a hash that anybody could search.
    const phone = appraisals[0]!.facts.find((f) => f.key === 'phone')!
    expect(phone.mark).toHaveLength(40)
  })

  test('nothing can be written once it is sent, by whomever', async () => {
    const body = { items: [{ version: 0, item: { kind: 'conclusion' as const, step: '', key: '', content: { text: '补一句' } } }] }
    const late = await clerk().refused(saveAppraisal, { params: params(), body })
    const foreign = await Promise.all([clerk(1), approver(), o.office, supervisor].map(async (who) => (await who.send(saveAppraisal, { params: params(), body })).status))
    expect([late.status, foreign]).toEqual([409, [404, 404, 404, 404]])
  })
})

describe('the office’s own', () => {
  test('of the same shape, recorded and closed by the office; the unit sees nothing of it', async () => {
    const body = (items: SentItem[]) => ({ items: items.map((i) => ({ version: 0, item: i })) })
    await o.office.ask(saveOwnAppraisal, { params: params(), body: body(itemsFor(definition).map((i) => (i.kind === 'talk' ? { ...i, content: talkWith('办公室谈的人') } : i))) })
    const own = async (who: Person) => (await who.ask(readAppraisal, { params: params() })).appraisals.find((a) => a.owner === 'office')
    await o.office.ask(saveOwnAppraisal, { params: params(), body: body(verdictsFor((await own(o.office))!.facts)) })
    await o.office.ask(closeOwnAppraisal, { params: params(), body: { closed: true } })
    expect([(await own(o.office))?.closed?.by, (await own(supervisor))?.items.length, await own(clerk())]).toEqual(['郑一帆', (await own(o.office))!.items.length, undefined])
    expect([(await clerk().send(saveOwnAppraisal, { params: params(), body: body([{ kind: 'conclusion', step: '', key: '', content: { text: '替办公室写' } }]) })).status, (await supervisor.send(closeOwnAppraisal, { params: params(), body: { closed: false } })).status]).toEqual([404, 404])
    const sheet = await clerk().raw('GET', `/api/nominations/${nominationId}/appraisal/sheet?owner=office`)
    expect(sheet.status).toBe(404)
  })
})

describe('on paper', () => {
  const paper = async (who: Person, query: string) => {
    const response = await fetch(`${at.origin}${appraisalSheet.path.replace(':nominationId', nominationId)}?${query}`, { headers: { cookie: `xuanshu_session=${who.token}` } })
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
  }
  test('the sheet tells the facts and who was there, and nothing that was said in confidence; the list to sign has a line for everybody', async () => {
    const [sheet, signIn] = [await paper(clerk(), 'part=sheet'), await paper(clerk(), 'part=signIn')]
    const [text, list] = await Promise.all([sheet, signIn].map(async (p) => (await pdfText(p.bytes)).replace(/\s/gu, '')))
    expect(['考核调研表', '示例人员1', '逐项核实', '属实', '沈若川'].filter((w) => !text!.includes(w))).toEqual([])
    expect([CONFIDENCE, '林知行', '10000000000'].filter((w) => text!.includes(w))).toEqual([])
    expect(['签到表', '人选所在部门负责同志', '签名'].filter((w) => !list!.includes(w))).toEqual([])
    const word = await paper(clerk(), 'part=sheet&as=docx')
    expect([word.status, Buffer.from(word.bytes.slice(0, 2)).toString()]).toEqual([200, 'PK'])
  })
})

test('a nomination that goes by hand has none of this, whoever tries', async () => {
  const byHand = (await clerk(1).ask(beginOffline, { params: { campaignId }, body: { carriedBy: 'inPerson', officerName: '秦守密', officerPost: '保密办主任', volumes: 1 } })).nominationId
  const tried = await clerk(1).refused(saveAppraisal, { params: { nominationId: byHand }, body: { items: [{ version: 0, item: { kind: 'symposium', step: 'step-symposium', key: '', content: symposiumHeld() } }] } })
  const sql = await at.services.db.transaction((tx) => tx.rows(`INSERT INTO appraisals (id, campaign_id, nomination_id, owner, begun_at) VALUES (gen_random_uuid(), $1, $2, 'unit', now())`, [campaignId, byHand])).then(() => 'done', (e: { constraint?: string }) => e.constraint)
  expect([tried.status, (await clerk(1).ask(readAppraisal, { params: { nominationId: byHand } })).appraisals, sql]).toEqual([409, [], 'online_only'])
})

test('a whole dossier with its appraisal goes in; invariants hold', async () => {
  const whole = await prepareNomination(clerk(1), campaignId, '陆清和', 2)
  const { version } = await approver(1).ask(readNomination, { params: { nominationId: whole } })
  await approver(1).ask(submitNomination, { params: { nominationId: whole }, body: { version, warningsSeen: 0, still: true, declarations: approverDeclarations(definition) } })
  expect((await Promise.all(invariants.map((i) => at.services.db.rows(i.sql)))).flat()).toEqual([])
})

const fillNominationButAppraisal = async () => {
  await fillNomination(clerk(), campaignId, nominationId, '沈若川', 1, false)
}
