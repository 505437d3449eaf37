/** 动员 on a real database, with real mail: files by default, and a real SMTP server. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { campaignLedger, createCampaign, readOverview } from '#contract/operations/campaigns'
import { acknowledgeNotice, openNotice, previewRound, readMobilisation, readOutbox, retryLetter, sendRound } from '#contract/operations/mobilisation'
import { createNomination, listNominations } from '#contract/operations/nominations'
import { listOrganisations, setEmail } from '#contract/operations/organisations'
import type { AnswerOf } from '#contract/operation'
import { openMail } from '#server/mail/mail'
import { takeLetters } from '#server/store/letters'
import { invariants } from '#server/store/invariants'
import { provincialPlan } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { issue } from './issue'
import { openOffice, type Office } from './office'
import { smtpTrap, type SmtpTrap } from './smtp-trap'

const HOUR = 3_600_000

interface Ground { readonly at: Installation; readonly o: Office; readonly ids: readonly string[] }
/** Five units: the first four have a mailbox, the third and fourth share one. */
const mailboxes = ['u1@units.example.org', 'u2@units.example.org', 'shared@units.example.org', 'Shared@units.example.org', '']
const ground = async (boxes: readonly string[], mail?: { smtp: string; from: string; pausesSeconds: readonly number[] }): Promise<Ground> => {
  const at = await freshInstallation(mail === undefined ? {} : { mail })
  const o = await openOffice(at, boxes.length)
  const { organisations } = await o.office.ask(listOrganisations)
  const ids = boxes.map((_, i) => organisations.find((u) => u.code === `U${i + 1}`)!.id)
  for (const [i, email] of boxes.entries()) if (email !== '') await o.office.ask(setEmail, { body: { organisationId: ids[i]!, email } })
  return { at, o, ids }
}
/** Issued by the second person; nominations close in three days. */
const issued = async ({ at, o }: Ground, name: string): Promise<string> => {
  const plan = provincialPlan(o.templates.get('lnma-2021')!, await at.now())
  const { campaignId } = await o.office.ask(createCampaign, { body: { ...plan, name: { zh: name, en: name } } })
  await issue(o.second, campaignId)
  return campaignId
}
type Outbox = AnswerOf<typeof readOutbox>
const outbox = ({ o }: Ground, campaignId: string): Promise<Outbox> => o.office.ask(readOutbox, { params: { campaignId } })
const until = async (g: Ground, campaignId: string, good: (box: Outbox) => boolean): Promise<Outbox> => {
  for (const end = Date.now() + 12_000; ;) {
    const box = await outbox(g, campaignId)
    if (good(box)) return box
    if (Date.now() > end) throw new Error(JSON.stringify(box.letters.map((l) => [l.to, l.state, l.attempts, l.error])))
    await pause(30)
  }
}
const allSent = (n: number) => (box: Outbox) => box.counts.sent === n
const standings = async ({ o }: Ground, campaignId: string) => (await o.office.ask(readMobilisation, { params: { campaignId } })).units.map((u) => [u.code, u.standing, u.lacks.length > 0])
const decoded = (eml: string): string => Buffer.from(eml.slice(eml.indexOf('\r\n\r\n')).replaceAll('\r\n', ''), 'base64').toString()
const headerNames = (eml: string): string[] => eml.slice(0, eml.indexOf('\r\n\r\n')).split('\r\n').filter((l) => !/^\s/.test(l)).map((l) => l.split(':')[0]!.toLowerCase()).sort()

describe('with a file outbox', () => {
  let g: Ground
  let first: string
  let began: number
  beforeAll(async () => {
    g = await ground(mailboxes)
    began = await g.at.now()
    first = await issued(g, '甲活动\r\nBcc: thief@x.example（示例）')
  })
  afterAll(() => g.at.close())

  test('issuing writes one letter to each mailbox, as a file that no name puts a header into', async () => {
    const box = await until(g, first, allSent(3))
    expect(box.letters.map((l) => [l.kind, l.to, l.units, l.attempts]).toSorted()).toEqual([
      ['issue', 'shared@units.example.org', ['示例单位3', '示例单位4'], 1], ['issue', 'u1@units.example.org', ['示例单位1'], 1], ['issue', 'u2@units.example.org', ['示例单位2'], 1]])
    const folder = join(g.at.dataDir, 'outbox')
    const files = await readdir(folder)
    expect(files.toSorted()).toEqual(box.letters.map((l) => `${l.id}.eml`).toSorted())
    const eml = await readFile(join(folder, `${box.letters.find((l) => l.to.startsWith('u1'))!.id}.eml`), 'utf8')
    expect(headerNames(eml)).toEqual(['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'])
    expect([/^To: u1@units\.example\.org\r$/m.test(eml), decoded(eml).split('\n').filter((l) => l.startsWith('http'))]).toEqual([true, [`http://localhost/unit/c/${first}`, `http://localhost/unit/c/${first}`]])
    // Campaign, end and way; no person of the unit or the office.
    expect(['经办1', '审核1', '郑一帆', '0000'].filter((personal) => decoded(eml).includes(personal))).toEqual([])
    expect((await g.o.office.ask(campaignLedger, { params: { campaignId: first } })).entries.map((e) => e.act)).toEqual(['campaign.created', 'campaign.opened'])
  })
  test('reading lists marks nothing; opening is an act, kept once, and 已阅知 stands in the ledger once', async () => {
    const [a, b] = g.o.units
    await a!.clerk.ask(listNominations, { params: { campaignId: first } })
    expect((await standings(g, first))[0]).toEqual(['U1', 'notOpened', false])
    const opened = await a!.clerk.ask(openNotice, { params: { campaignId: first } })
    await g.at.setClock(began + HOUR)
    expect(await a!.approver.ask(openNotice, { params: { campaignId: first } })).toEqual({ openedAt: opened.openedAt, acknowledgedAt: null, acknowledgedBy: null })
    const known = await b!.approver.ask(acknowledgeNotice, { params: { campaignId: first } })
    expect([known.acknowledgedBy, known.acknowledgedAt! >= known.openedAt]).toEqual(['审核2', true])
    expect(await b!.clerk.ask(acknowledgeNotice, { params: { campaignId: first } })).toEqual(known)
    expect(await standings(g, first)).toEqual([['U1', 'opened', false], ['U2', 'acknowledged', false], ['U3', 'notOpened', false], ['U4', 'notOpened', false], ['U5', 'notOpened', false]])
    expect((await g.o.office.ask(campaignLedger, { params: { campaignId: first } })).entries.filter((e) => e.act === 'notice.acknowledged').map((e) => e.actor)).toEqual(['审核2'])
    expect((await g.o.office.ask(readOverview, { params: { campaignId: first } })).units.map((u) => u.state)).toEqual(['opened', 'opened', 'notOpened', 'notOpened', 'notOpened'])
  })
  test('on the first day nobody is behind and there is nothing to send', async () => {
    const { hash, letters } = await g.o.office.ask(previewRound, { params: { campaignId: first } })
    expect([letters, (await g.o.office.refused(sendRound, { params: { campaignId: first }, body: { hash } })).codes]).toEqual([[], ['reminder.nobody']])
  })
  test('a day on, one digest tells each mailbox of both campaigns, and the unit without one is named to the office', async () => {
    const second = await issued(g, '乙活动（示例）')
    await g.o.units[1]!.clerk.ask(createNomination, { params: { campaignId: second }, body: { candidateName: '沈若川' } })
    await g.at.setClock(began + 30 * HOUR)
    const round = await g.o.office.ask(previewRound, { params: { campaignId: first } })
    expect(round.letters.map((l) => [l.to, l.matters.map((m) => [m.campaignId === first ? '甲' : '乙', m.unitName, m.lacks[0]])])).toEqual([
      ['u1@units.example.org', [['甲', '示例单位1', 'notAcknowledged'], ['乙', '示例单位1', 'notOpened']]],
      // Its draft in the other campaign keeps it up there; what presses there is the submission, soon.
      ['u2@units.example.org', [['甲', '示例单位2', 'nothingBegun'], ['乙', '示例单位2', 'notSubmitted']]],
      ['shared@units.example.org', [['甲', '示例单位3', 'notOpened'], ['甲', '示例单位4', 'notOpened'], ['乙', '示例单位3', 'notOpened'], ['乙', '示例单位4', 'notOpened']]],
    ])
    expect([[...new Set(round.unreachable.map((m) => m.unitName))], round.tooSoon]).toEqual([['示例单位5'], []])
    await mutable(g, second, first, round)
  })

  /** What changed since it was seen does not leave; what was seen leaves as it was, and once. */
  const mutable = async (ground: Ground, second: string, campaignId: string, seen: AnswerOf<typeof previewRound>): Promise<void> => {
    await ground.o.units[0]!.clerk.ask(createNomination, { params: { campaignId: second }, body: { candidateName: '沈若川' } })
    const stale = await ground.o.office.refused(sendRound, { params: { campaignId }, body: { hash: seen.hash } })
    const next = stale.problem.detail?.['preview'] as AnswerOf<typeof previewRound>
    expect([stale.status, next.hash === seen.hash, next.letters.length, (await outbox(ground, campaignId)).counts.sent]).toEqual([409, false, 3, 3])
    // Two of the office press at the same moment: the second finds everybody just reminded.
    const [one, other] = await Promise.all([ground.o.office, ground.o.second].map((p) => p.send(sendRound, { params: { campaignId }, body: { hash: next.hash } })))
    expect([one!.status, other!.status].toSorted()).toEqual([200, 409])
    const box = await until(ground, campaignId, allSent(6))
    const reminders = box.letters.filter((l) => l.kind === 'reminder')
    expect(reminders.map((l) => [l.to, l.subject, l.text]).toSorted()).toEqual(next.letters.map((l) => [l.to, l.subject, l.text]).toSorted())
    expect((await outbox(ground, second)).letters.map((l) => l.id)).toEqual(expect.arrayContaining(reminders.map((l) => l.id)))
    const entries = (await ground.o.office.ask(campaignLedger, { params: { campaignId } })).entries.filter((e) => e.act === 'reminder.sent')
    expect(entries.map((e) => e.say.zh)).toEqual(['提醒 4 家单位，发信 3 封'])
    await inPeace(ground, campaignId)
  }
  /** The same recipients are left alone for the hours of peace, and then not. */
  const inPeace = async (ground: Ground, campaignId: string): Promise<void> => {
    await ground.at.setClock(began + 50 * HOUR)
    const soon = await ground.o.office.ask(previewRound, { params: { campaignId } })
    expect([soon.letters, soon.tooSoon.map((t) => t.to)]).toEqual([[], ['u1@units.example.org', 'u2@units.example.org', 'shared@units.example.org']])
    await ground.at.setClock(began + 55 * HOUR)
    expect((await ground.o.office.ask(previewRound, { params: { campaignId } })).letters.length).toBe(3)
  }

  test('an address is set by its own office, one at a time and only if it is one', async () => {
    const bad = await g.o.office.refused(setEmail, { body: { organisationId: g.ids[4]!, email: 'a@x.example, b@x.example' } })
    expect([bad.status, bad.codes]).toEqual([422, ['email.form']])
    await g.o.office.ask(setEmail, { body: { organisationId: g.ids[4]!, email: 'u5@units.example.org' } })
    expect((await g.o.office.ask(readMobilisation, { params: { campaignId: first } })).withoutAddress).toBe(0)
    expect((await g.o.units[0]!.clerk.refused(setEmail, { body: { organisationId: g.ids[0]!, email: '' } })).status).toBe(404)
  })
  test('a letter cut off between mark and outcome is the same file once more', async () => {
    await g.at.setClock(began + 56 * HOUR)
    const { hash } = await g.o.office.ask(previewRound, { params: { campaignId: first } })
    const { db } = g.at.services
    // As a process would leave it that was killed right after the mark.
    await db.rows(`UPDATE letters SET state = 'sending', sent_at = NULL, leased_until = clock_timestamp() - interval '1 second' WHERE id = (SELECT min(id::text)::uuid FROM letters WHERE campaign_id = $1)`, [first])
    await g.o.office.ask(sendRound, { params: { campaignId: first }, body: { hash } })
    const box = await until(g, first, allSent(10))
    expect((await readdir(join(g.at.dataDir, 'outbox'))).filter((f) => box.letters.some((l) => f === `${l.id}.eml`)).length).toBe(10)
  })
  test('5,000 units are read at once', async () => {
    const { db } = g.at.services
    await db.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), $1, root_id, 'K' || i, '示例下级 ' || i, 'hospital' FROM organisations, generate_series(1, 5000) i WHERE id = $1`, [g.ids[4]])
    await db.rows(`INSERT INTO campaign_units (campaign_id, unit_id) SELECT $1, id FROM organisations WHERE parent_id = $2`, [first, g.ids[4]])
    const { units, branches } = await g.o.office.ask(readMobilisation, { params: { campaignId: first } })
    expect([units.length, branches.map((b) => [b.name, b.units])]).toEqual([5005, [['示例单位5', 5001]]])
    for (const i of invariants) expect([i.name, await db.rows(i.sql)]).toEqual([i.name, []])
  })
})

describe('with an SMTP server', () => {
  let g: Ground
  let trap: SmtpTrap
  beforeAll(async () => {
    trap = await smtpTrap()
    g = await ground(mailboxes.slice(0, 3), { smtp: trap.url, from: 'office@example.org', pausesSeconds: [0.05, 0.05] })
  })
  afterAll(async () => {
    await g.at.close()
    await trap.close()
  })
  const states = (box: Outbox) => box.letters.map((l) => [l.to.split('@')[0], l.state, l.attempts]).toSorted()

  test('a busy server is tried again; a refused mailbox is not; a break after the content is held and goes out again only by hand', async () => {
    trap.plan.push('busy')
    const busy = await issued(g, '丙活动（示例）')
    const box = await until(g, busy, allSent(3))
    expect([states(box).map((s) => s[2]).toSorted(), trap.kept.map((k) => [k.from, k.to[0]]).toSorted()]).toEqual([[1, 1, 2], [['office@example.org', 'shared@units.example.org'], ['office@example.org', 'u1@units.example.org'], ['office@example.org', 'u2@units.example.org']]])
    expect(trap.kept.flatMap((k) => headerNames(k.raw).filter((h) => h === 'bcc' || h === 'cc'))).toEqual([])

    trap.plan.push('refuse')
    const refused = await until(g, await issued(g, '丁活动（示例）'), (b) => b.counts.failed === 1 && b.counts.sent === 2)
    expect(refused.letters.filter((l) => l.state === 'failed').map((l) => [l.attempts, l.error?.includes('no such mailbox')])).toEqual([[1, true]])

    const before = trap.kept.length
    trap.plan.push('breakOff')
    const broken = await issued(g, '戊活动（示例）')
    const held = (await until(g, broken, (b) => b.counts.held > 0 && b.counts.waiting + b.counts.sending === 0)).letters.filter((l) => l.state === 'held')
    // The server has it, or not: the product does not know, says so, and sends nothing twice.
    const arrived = () => trap.kept.slice(before).map((k) => k.to[0]).toSorted()
    expect([arrived(), held.map((l) => l.attempts)]).toEqual([['shared@units.example.org', 'u1@units.example.org', 'u2@units.example.org'], [1]])
    for (const letter of held) await g.o.office.ask(retryLetter, { params: { campaignId: broken, letterId: letter.id } })
    await until(g, broken, allSent(3))
    expect(arrived().length).toBe(4)
    expect((await g.o.office.refused(retryLetter, { params: { campaignId: broken, letterId: held[0]!.id } })).status).toBe(409)
    expect((await g.o.office.ask(campaignLedger, { params: { campaignId: broken } })).entries.filter((e) => e.act === 'letter.retried').length).toBe(1)
  })
  test('a server that stays busy is given up after its tries, and what was cut off is held', async () => {
    trap.plan.push(...Array.from({ length: 9 }, () => 'busy' as const))
    const campaignId = await issued(g, '己活动（示例）')
    const box = await until(g, campaignId, (b) => b.counts.failed === 3)
    expect(states(box).map((s) => s[2])).toEqual([3, 3, 3])
    const { db } = g.at.services
    await g.o.office.ask(retryLetter, { params: { campaignId, letterId: box.letters[0]!.id } })
    const [sent] = (await until(g, campaignId, (b) => b.counts.sent === 1)).letters.filter((l) => l.state === 'sent')
    // As a process would leave it that was killed right after the mark.
    await db.rows(`UPDATE letters SET state = 'sending', sent_at = NULL, leased_until = clock_timestamp() - interval '1 second' WHERE id = $1`, [sent!.id])
    await g.o.office.ask(retryLetter, { params: { campaignId, letterId: box.letters[1]!.id } })
    expect(states(await until(g, campaignId, (b) => b.counts.sent === 1 && b.counts.held === 1)).map((s) => s[1]).toSorted()).toEqual(['failed', 'held', 'sent'])
  })
  test('two runners never take the same letter', async () => {
    const { db } = g.at.services
    const campaignId = (await db.row<{ id: string }>(`SELECT id FROM campaigns LIMIT 1`))!.id
    await db.rows(`UPDATE letters SET state = 'waiting', sent_at = NULL, next_try_at = clock_timestamp() WHERE campaign_id = $1`, [campaignId])
    const taken = await Promise.all([1, 2, 3].map(() => db.transaction((tx) => takeLetters(tx, campaignId, 2, 60))))
    const all = taken.flat().map((l) => l.id)
    expect([all.length, new Set(all).size]).toEqual([3, 3])
  })
})

test('settings that cannot be used stop the start, in words, and show no password', async () => {
  const said = (settings: Parameters<typeof openMail>[0]) => { try { openMail(settings, '/tmp', 'http://localhost'); return '' } catch (error) { return (error as Error).message } }
  expect([said({}), said({ smtp: 'smtp://a:secret@mail.example.org:25', from: 'office@example.org' })]).toEqual(['', ''])
  const bad = [said({ smtp: 'http://a:secret@x', from: 'office@example.org' }), said({ smtp: 'smtp://a:secret@mail.example.org' }), said({ from: 'nobody' })]
  expect(bad.map((text) => [text !== '', text.includes('secret')])).toEqual([[true, false], [true, false], [true, false]])
})
