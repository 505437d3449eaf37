/** 消息通知: who is told of an act, what each may read of it, and how it comes by mail. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confirmExtension, proposeExtension, readCampaign } from '#contract/operations/campaigns'
import { openRound } from '#contract/operations/jury'
import { askMailAddress, confirmMailAddress, countUnreadNews, listNews, markAllNews, markNews, readNewsSettings, saveNewsSettings } from '#contract/operations/news'
import { acceptNomination, createNomination, readNomination, rejectNomination, returnNomination } from '#contract/operations/nominations'
import { MOST_A_DAY } from '#core/news/plan'
import { usualSettings } from '#core/news/settings'
import { dayOf, startOfDay } from '#core/kernel/instant'
import { carry } from '#server/news/carrier'
import { carryMail, type Planning } from '#server/news/carry-mail'
import { noteTerms } from '#server/news/note-terms'
import type { Services } from '#server/services'
import { append } from '#server/store/ledger'
import { twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { prepare, type Copy } from './prepared'
import { putNomination } from './put-nomination'
import type { Person } from './person'

const HOUR = 3_600_000
const unitId = async (s: Services, code: string): Promise<string> => (await s.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = $1`, [code]))!.id
const kindsOf = async (p: Person, unread = false) => (await p.ask(listNews, { query: unread ? { unread: 'yes' } : {} })).news.map((n) => n.kind)

describe('in the product', () => {
  let at: Installation
  let o: Office
  let campaignId: string
  const put = async (name: string, state: 'submitted' | 'draft' = 'submitted', unit = 'U1', n = 0) => putNomination(at.services.db, { campaignId, unitId: await unitId(at.services, unit), name, state, n })
  beforeAll(async () => {
    at = await freshInstallation()
    o = await openOffice(at, 2)
    campaignId = await openProvincial(at, o, twoPapers)
  })
  afterAll(() => at.close())

  test('a campaign that opens is told to every unit, and to nobody of the office that opened it but its units', async () => {
    for (const u of o.units) expect([await kindsOf(u.clerk), await kindsOf(u.approver)]).toEqual([['campaignOpened'], ['campaignOpened']])
    expect([await kindsOf(o.office), await kindsOf(o.second)]).toEqual([[], []])
  })
  test('a return is told to clerk and approver of its unit with its term and its way, to no other unit, and not to who returned it', async () => {
    const nominationId = await put('沈若川')
    const until = (await at.now()) + 30 * HOUR
    const { version } = await o.office.ask(readNomination, { params: { nominationId } })
    await o.office.ask(returnNomination, { params: { nominationId }, body: { version, until, points: [{ what: '照片太小', at: '', clause: '' }] } })
    const list = await o.units[0]!.clerk.ask(listNews)
    expect([list.unread, list.news[0]!.kind, list.news[0]!.candidate, list.news[0]!.to, list.news[0]!.say.zh.includes('退回补正')]).toEqual([2, 'returned', '沈若川', `/unit/n/${nominationId}`, true])
    expect((await kindsOf(o.units[0]!.approver))[0]).toBe('returned')
    expect([await kindsOf(o.units[1]!.clerk), await kindsOf(o.office)]).toEqual([['campaignOpened'], []])
  })
  test('an act that rules refuse leaves no news, and one whose entry fails takes its news along', async () => {
    const nominationId = await put('甲', 'submitted', 'U2')
    const { version } = await o.office.ask(readNomination, { params: { nominationId } })
    await o.office.refused(returnNomination, { params: { nominationId }, body: { version, until: 0, points: [{ what: '照片太小', at: '', clause: '' }] } })
    await expect(at.services.db.transaction(async (tx) => {
      append(tx, { chain: campaignId, act: 'screening.accepted', subject: { kind: 'nomination', id: nominationId }, data: {} }, { account: '', role: 'system', organisation: '' }, { sql: `UPDATE nominations SET state = 'none such' FROM sealed WHERE id = $4`, params: [nominationId] })
    })).rejects.toThrow(/nominations_state_check/)
    expect(await kindsOf(o.units[1]!.clerk)).toEqual(['campaignOpened'])
    await o.office.ask(acceptNomination, { params: { nominationId }, body: { version, still: true } })
    expect(await kindsOf(o.units[1]!.clerk)).toEqual(['accepted', 'campaignOpened'])
  })
  test('marks are one’s own: another’s ids change nothing, all at once empties the count', async () => {
    const [mine, theirs] = [o.units[0]!.clerk, o.units[1]!.clerk]
    const { news } = await theirs.ask(listNews)
    await mine.ask(markNews, { body: { newsIds: [...news.map((n) => n.newsId), randomUUID()], read: true } })
    expect((await theirs.ask(countUnreadNews)).unread).toBe(2)
    const own = (await mine.ask(listNews)).news
    expect((await mine.ask(markNews, { body: { newsIds: [own[0]!.newsId], read: true } })).unread).toBe(1)
    expect([await kindsOf(mine, true), (await mine.ask(markNews, { body: { newsIds: [own[0]!.newsId], read: false } })).unread]).toEqual([['campaignOpened'], 2])
    expect([(await mine.ask(markAllNews)).marked, (await mine.ask(countUnreadNews)).unread, await kindsOf(mine, true)]).toEqual([2, 0, []])
  })
  test('a second person of the office is asked; the extension is told to every unit', async () => {
    const until = (await at.now()) + 20 * 24 * HOUR
    const { extensionId } = await o.office.ask(proposeExtension, { params: { campaignId }, body: { until, reason: '多家单位反映网络故障（示例）' } })
    const [asked] = (await o.second.ask(listNews)).news
    expect([asked!.kind, asked!.to, await kindsOf(o.office)]).toEqual(['secondPersonAsked', `/office/c/${campaignId}/deadline`, []])
    await o.second.ask(confirmExtension, { params: { campaignId, extensionId } })
    for (const u of o.units) expect((await kindsOf(u.approver))[0]).toBe('deadlineExtended')
  })
  test('jurors are told of their round, without any candidate or unit; a draft’s news never shows its candidate to the office', async () => {
    const nominationId = await put('评委看不到的人', 'submitted', 'U1', 1)
    await o.office.ask(acceptNomination, { params: { nominationId }, body: { version: 1, still: true } })
    const jury = await inviteJury(at, o, campaignId, 2)
    await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: [nominationId], still: true } })
    const text = (await jury.jurors[0]!.send(listNews)).text
    expect([await kindsOf(jury.jurors[0]!), text.includes('评委看不到的人'), text.includes('示例单位')]).toEqual([['roundOpened', 'juryFormed'], false, false])
    const draft = await put('还没有报送的人', 'draft', 'U2')
    const deed = (act: 'secrecy.setApart' | 'candidate.withdrew') => at.services.db.transaction(async (tx) => { append(tx, { chain: campaignId, act, subject: { kind: 'nomination', id: draft }, data: { markings: 1 } }, { account: '', role: 'system', organisation: '' }) })
    await deed('secrecy.setApart')
    await deed('candidate.withdrew')
    const seen = await o.office.ask(listNews)
    expect([seen.news[0]!.kind, seen.news[0]!.unit, seen.news[0]!.candidate, JSON.stringify(seen).includes('还没有报送的人')]).toEqual(['setApart', '示例单位2', null, false])
    expect((await o.units[1]!.clerk.ask(listNews)).news.slice(0, 2).map((n) => [n.kind, n.candidate])).toEqual([['candidateWithdrew', '还没有报送的人'], ['setApart', '还没有报送的人']])
    // Mutant: the same list without the condition on what was sent would show it.
    const naive = await at.services.db.rows<{ name: string }>(`SELECT n.candidate_name AS name FROM news w JOIN nominations n ON n.id = w.nomination_id WHERE w.role = 'office' AND w.kind = 'setApart'`)
    expect(naive[0]!.name).toBe('还没有报送的人')
  })
  test('the candidate reads of the own nomination and of no other', async () => {
    const nominationId = await put('宋一禾', 'submitted', 'U2', 2)
    const account = randomUUID()
    await at.services.db.rows(`INSERT INTO accounts (id, login, person_name) VALUES ($1, 'song', '宋一禾')`, [account])
    await at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) SELECT gen_random_uuid(), $1, unit_id, 'candidate' FROM nominations WHERE id = $2`, [account, nominationId])
    await at.services.db.rows(`INSERT INTO candidate_parts (nomination_id, account_id, hands, issued_by, issued_at, opened_at) VALUES ($1, $2, 'unit', $2, product_time(), product_time())`, [nominationId, account])
    const rule = (await o.office.ask(readCampaign, { params: { campaignId } })).definition.rules[0]!.id
    await o.office.ask(rejectNomination, { params: { nominationId }, body: { version: 1, ruleId: rule, note: '示例理由一条' } })
    expect(await at.services.db.rows(`SELECT kind FROM news WHERE account_id = $1`, [account])).toEqual([{ kind: 'rejected' }])
  })
  test('a term that is near is told once, to those it concerns; an extension of it is another term', async () => {
    const look = () => at.services.db.transaction(async (tx) => noteTerms(tx, await at.now()))
    const count = async (kind: string) => (await at.services.db.rows(`SELECT 1 FROM news w JOIN accounts a ON a.id = w.account_id WHERE w.kind = $1 AND a.login IN ('clerk1', 'clerk2')`, [kind])).length
    await at.services.db.rows(`UPDATE nominations SET return_until = product_time() + interval '3 hours', changed_at = product_time() - interval '2 days' WHERE state = 'returned'`)
    await look(); await look()
    expect(await count('returnTermNear')).toBe(1)
    await at.services.db.rows(`UPDATE nominations SET return_until = return_until + interval '1 hour' WHERE state = 'returned'`)
    await look()
    expect([await count('returnTermNear'), await count('deadlineNear')]).toEqual([2, 0])
    await at.services.db.rows(`DELETE FROM candidate_parts`); await at.services.db.rows(`UPDATE nominations SET state = 'withdrawn', seat = NULL, submitted_at = NULL WHERE unit_id = $1`, [await unitId(at.services, 'U2')])
    await at.services.db.rows(`UPDATE campaigns SET extended_to = product_time() + interval '20 hours', deadline = product_time() + interval '1 hour', opened_at = product_time() - interval '9 days' WHERE id = $1`, [campaignId])
    await look(); await look()
    expect([await count('deadlineNear'), (await kindsOf(o.units[1]!.clerk))[0], (await kindsOf(o.units[0]!.clerk)).includes('deadlineNear')]).toEqual([1, 'deadlineNear', false])
  })
})

describe('settings of a person', () => {
  let at: Installation
  let o: Office
  beforeAll(async () => { at = await freshInstallation(); o = await openOffice(at, 1) })
  afterAll(() => at.close())
  const clerk = () => o.units[0]!.clerk

  test('what is usual holds until somebody sets something; what must reach people is refused with its reason', async () => {
    const { settings, groups, reached } = await clerk().ask(readNewsSettings)
    expect([settings, groups.map((g) => [g.group, g.must === null]), reached]).toEqual([usualSettings, [['terms', false], ['decisions', true], ['work', true], ['campaign', true]], null])
    const refused = await clerk().refused(saveNewsSettings, { body: { ...usualSettings, modes: { ...usualSettings.modes, terms: 'none' } } })
    expect([refused.codes, refused.problem.findings![0]!.mend.zh.includes('过了期限')]).toEqual([['news.must'], true])
    await clerk().ask(saveNewsSettings, { body: { ...usualSettings, digestHour: 18 } })
    expect((await clerk().ask(readNewsSettings)).settings.digestHour).toBe(18)
  })
  test('an address counts when its code came back; wrong codes, too many, and a fourth address a day do not get through', async () => {
    const codeTo = async (address: string) => /\d{6}/.exec((await at.services.db.row<{ subject: string }>(`SELECT subject FROM letters WHERE recipient = $1 ORDER BY created_at DESC LIMIT 1`, [address]))!.subject)![0]
    expect((await clerk().refused(askMailAddress, { body: { address: '张三 <a@example.org>' } })).codes).toEqual(['email.form'])
    await clerk().ask(askMailAddress, { body: { address: 'one@example.org' } })
    const code = await codeTo('one@example.org')
    for (let i = 0; i < 5; i++) expect((await clerk().ask(confirmMailAddress, { body: { code: code === '000000' ? '000001' : '000000' } })).confirmed).toBe(false)
    expect((await clerk().ask(confirmMailAddress, { body: { code } })).confirmed).toBe(false)
    await clerk().ask(askMailAddress, { body: { address: 'two@example.org' } })
    expect((await clerk().ask(readNewsSettings)).reached).toBe(null)
    expect((await clerk().ask(confirmMailAddress, { body: { code: await codeTo('two@example.org') } })).confirmed).toBe(true)
    expect((await clerk().ask(readNewsSettings)).reached).toEqual({ address: 'two@example.org', shared: false })
    await clerk().ask(askMailAddress, { body: { address: 'three@example.org' } })
    expect((await clerk().refused(askMailAddress, { body: { address: 'four@example.org' } })).codes).toEqual(['email.often'])
  })
  test('without an own address the unit’s mailbox is reached, and said to be shared', async () => {
    await at.services.db.rows(`UPDATE organisations SET contact_email = 'unit@units.example.org' WHERE code = 'U1'`)
    expect((await o.units[0]!.approver.ask(readNewsSettings)).reached).toEqual({ address: 'unit@units.example.org', shared: true })
    expect((await o.office.ask(createNomination, { params: { campaignId: randomUUID() }, body: { candidateName: '甲' } }).catch((e: unknown) => String(e)))).toMatch(/404/)
  })
})

describe('by mail', () => {
  let made: Awaited<ReturnType<typeof prepare<{ campaignId: string }>>>
  beforeAll(async () => {
    made = await prepare(async (at) => {
      const o = await openOffice(at, 1)
      const campaignId = await openProvincial(at, o, twoPapers)
      await at.services.db.rows(`UPDATE news SET read_at = product_time()`)
      await at.services.db.rows(`INSERT INTO news_settings (account_id, address) SELECT id, login || '@people.example.org' FROM accounts WHERE login IN ('zheng', 'clerk1')`)
      return { campaignId }
    })
  })
  afterAll(() => made.remove())

  const setClock = (s: Services, to: number) => s.db.rows(`UPDATE installation SET clock_offset_ms = $1 - (extract(epoch FROM clock_timestamp()) * 1000)::bigint`, [to])
  const clock = async (s: Services) => (await s.db.row<{ at: number }>('SELECT product_time() AS at'))!.at
  const tomorrow = async (s: Services, hour: number) => startOfDay(dayOf((await clock(s)) + 24 * HOUR)) + hour * HOUR
  const letters = (s: Services) => s.db.rows<{ kind: string; recipient: string; subject: string; body: string; at: number }>(`SELECT kind, recipient, subject, body, created_at AS at FROM letters WHERE kind IN ('news', 'digest') ORDER BY created_at, id`)
  const nomination = async (s: Services, name: string) => putNomination(s.db, { campaignId: made.made.campaignId, unitId: await unitId(s, 'U1'), name, state: 'submitted', n: Math.floor(Math.random() * 1e6) })
  const act = (s: Services, name: 'nomination.submitted' | 'screening.accepted' | 'screening.returned', nominationId: string, data = {}) =>
    s.db.transaction(async (tx) => { append(tx, { chain: made.made.campaignId, act: name, subject: { kind: 'nomination', id: nominationId }, data }, { account: '', role: 'system', organisation: '' }) })
  const withCopy = async (work: (copy: Copy) => Promise<void>): Promise<void> => {
    const copy = await made.copy(4)
    try { await work(copy) } finally { await copy.close() }
  }
  const sendAnyway: Planning = () => ({ send: 'atOnce' })
  /** Two hundred acts within an hour, looked at after each; then a day and a half in which nothing comes. */
  const twoHundred = async (s: Services, naive = false): Promise<void> => {
    const id = await nomination(s, '沈若川')
    const begin = await tomorrow(s, 10)
    const look = () => s.db.transaction(async (tx) => { 
      // The mutant: due the moment it is told, and no letter too many.
      if (naive) await tx.rows(`UPDATE news SET mail_at = at WHERE mail = 'open' AND mail_at IS NULL`)
      await carryMail(tx, s, await clock(s), naive ? sendAnyway : undefined)
    })
    for (let i = 0; i < 200; i++) {
      await setClock(s, begin + i * 18_000)
      await act(s, 'nomination.submitted', id)
      await look()
    }
    for (let h = 1; h <= 36; h++) { await setClock(s, begin + (1 + h) * HOUR); await look() }
  }

  const ofOffice = async (s: Services) => (await letters(s)).filter((l) => l.recipient.startsWith('zheng'))
  const mostADay = (sent: readonly { readonly at: number }[]): number => Math.max(...sent.map((l) => sent.filter((k) => dayOf(k.at) === dayOf(l.at)).length))

  test('two hundred acts in an hour: a few letters, every one of them told in a letter, nothing lost from the list', () => withCopy(async ({ services: s }) => {
    await twoHundred(s)
    const office = await ofOffice(s)
    expect([mostADay(office) <= MOST_A_DAY, office.length <= 4]).toEqual([true, true])
    const rows = await s.db.rows<{ mail: string }>(`SELECT w.mail FROM news w JOIN accounts a ON a.id = w.account_id WHERE a.login = 'zheng' AND w.kind = 'nominationSent'`)
    expect([rows.length, rows.filter((r) => r.mail === 'mailed').length]).toEqual([200, 200])
  }), 120_000)
  test('mutant: without bundling and without the day’s number the same hour sends one for each', () => withCopy(async ({ services: s }) => {
    await twoHundred(s, true)
    const office = await ofOffice(s)
    expect([office.length > 150, mostADay(office) > MOST_A_DAY]).toEqual([true, true])
  }), 120_000)
  test('a letter has few words: the act, the campaign, the unit for the office, one way, and no person', () => withCopy(async ({ services: s }) => {
    const id = await nomination(s, '信里没有的人')
    const begin = await tomorrow(s, 10)
    await setClock(s, begin)
    await act(s, 'nomination.submitted', id)
    await act(s, 'screening.returned', id, { until: begin + 50 * HOUR })
    await setClock(s, begin + HOUR)
    await carry(s, false)
    const sent = await letters(s)
    expect(sent.map((l) => l.recipient).sort()).toEqual(['clerk1@people.example.org', 'zheng@people.example.org'])
    for (const { body, subject } of sent) {
      expect(['信里没有的人', '经办1', '郑一帆'].filter((w) => body.includes(w) || subject.includes(w))).toEqual([])
      expect([...new Set(body.match(/http:\/\/\S+/g))]).toEqual(['http://localhost/news', 'http://localhost/account'])
    }
    expect([sent.find((l) => l.recipient.startsWith('zheng'))!.body.includes('示例单位1'), sent.find((l) => l.recipient.startsWith('clerk1'))!.body.includes('示例单位1')]).toEqual([true, false])
  }))
  test('at night nothing leaves but what presses; what was read before it left does not leave', () => withCopy(async ({ services: s }) => {
    const [a, b] = [await nomination(s, '甲'), await nomination(s, '乙')]
    const night = await tomorrow(s, 23)
    await setClock(s, night)
    await act(s, 'screening.accepted', a)
    await setClock(s, night + HOUR)
    await carry(s, false)
    expect(await letters(s)).toEqual([])
    await act(s, 'screening.returned', b, { until: night + 5 * HOUR })
    await setClock(s, night + 1.2 * HOUR)
    await carry(s, false)
    // The one that could have waited goes along: it costs nobody a letter.
    expect((await letters(s)).map((l) => [l.recipient, l.body.includes('不予受理')])).toEqual([['clerk1@people.example.org', false]])
    await act(s, 'screening.accepted', a)
    await s.db.rows(`UPDATE news SET read_at = product_time()`)
    await setClock(s, night + 12 * HOUR)
    await carry(s, false)
    expect(await letters(s)).toHaveLength(1)
  }))
  test('a daily digest takes everything along at its hour', () => withCopy(async ({ services: s }) => {
    await s.db.rows(`UPDATE news_settings SET settings = $1`, [{ ...usualSettings, digestHour: 18, modes: { ...usualSettings.modes, decisions: 'digest' } }])
    const id = await nomination(s, '甲')
    const begin = await tomorrow(s, 10)
    for (const minutes of [0, 60, 180]) { await setClock(s, begin + minutes * 60_000); await act(s, 'screening.accepted', id); await carry(s, false) }
    expect(await letters(s)).toEqual([])
    await setClock(s, begin + 8 * HOUR + 60_000)
    await carry(s, false)
    expect((await letters(s)).map((l) => [l.kind, l.subject, l.body.includes('（3 件）')])).toEqual([['digest', '今日通知汇总：3 条', true]])
  }))
  test('the unit’s mailbox gets what its people are told once, and nothing that the office writes it by letter', () => withCopy(async ({ services: s }) => {
    await s.db.rows(`DELETE FROM news_settings`)
    await s.db.rows(`UPDATE organisations SET contact_email = 'shared@units.example.org' WHERE code = 'U1'`)
    const id = await nomination(s, '甲')
    const begin = await tomorrow(s, 10)
    await setClock(s, begin)
    await act(s, 'screening.accepted', id)
    await act(s, 'screening.accepted', await nomination(s, '乙'))
    await s.db.transaction(async (tx) => { append(tx, { chain: made.made.campaignId, act: 'extension.confirmed', subject: { kind: 'extension', id: randomUUID() }, data: { until: begin + 99 * HOUR } }, { account: '', role: 'system', organisation: '' }) })
    await setClock(s, begin + HOUR)
    await carry(s, false)
    const [letter, ...more] = await letters(s)
    expect([more, letter!.recipient, letter!.subject, letter!.body.includes('延长')]).toEqual([[], 'shared@units.example.org', '形式审查通过，已接收（2 件）', false])
  }))
})
