/** 评委库 and juries: a list comes in line by line, a jury is drawn by a seed fixed before, each round may have its own, stand-ins come in the drawn order; the record repeats the draw. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { campaignLedger, readCampaign } from '#contract/operations/campaigns'
import { readConflicts, readOwnSigns } from '#contract/operations/conflicts'
import { importExperts, inviteExperts, listExperts, previewExperts, setExpertLeft } from '#contract/operations/experts'
import { callStandIn, drawJury, fixDraw, formRoundJury, readJuries, setDuties } from '#contract/operations/juries'
import { formJury, openRound, readBallot, readJury, readRound } from '#contract/operations/jury'
import { inviteAccount } from '#contract/operations/organisations'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { beginSession } from '#server/store/sessions'
import { acceptedFrom } from './accepted'
import { twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let campaignId = '', nominationId = '', secretaryId = ''
const heading = '姓名,所在单位,上级单位,专业领域,职称,出生年份,任职经历,师生、合作者、亲属,曾任评委'
const fields = ['急诊医学', '护理学', '中医学']
const line = (i: number, unit = `示例单位库${i % 12}`) => `专家${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'.charAt(i)},${unit},,${fields[i % 3]},教授,${1960 + i},,,`
const csv = (lines: readonly string[]) => ({ fileName: 'experts.csv', base64: Buffer.from([heading, ...lines].join('\n')).toString('base64') })
const all = Array.from({ length: 18 }, (_, i) => line(i))
const db = () => at.services.db
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o, (rules) => { const ready = twoPapers(rules); const round = ready.find((r) => r.kind === 'round')!; return [...ready, { ...round, id: 'round-2', name: { zh: '第二轮', en: 'Second round' }, disjointFrom: ['round-1'] } as typeof round] })
  nominationId = (await acceptedFrom(o, campaignId, ['沈若川']))[0]!
  secretaryId = (await o.office.ask(inviteAccount, { body: { personName: '苏怀瑾', login: 'su', role: 'jurySecretary' } })).accountId
})
afterAll(() => at.close())
const take = async (lines: readonly string[]) => { const { counts } = await o.office.ask(previewExperts, { body: csv(lines) }); return o.office.ask(importExperts, { body: { ...csv(lines), createSeen: counts.create, updateSeen: counts.update, refusedSeen: counts.refused } }) }
const juries = () => o.office.ask(readJuries, { params: { campaignId } })
const fix = (ruleId: string | null, count = 2, standIns = 4) => o.office.ask(fixDraw, { params: { campaignId }, body: { ruleId, parts: fields.map((field) => ({ field, count, standIns })), perUnit: 1 } })

test('a list is looked at line by line, then written in one piece; what changed after the look is refused; again it adds nothing', async () => {
  const broken = [...all, '无单位,,,急诊医学,,,,,', line(0)]
  const look = await o.office.ask(previewExperts, { body: csv(broken) })
  expect([look.counts, look.rows.filter((r) => r.effect === 'refused').map((r) => [r.line, r.findings.map((f) => f.code)])]).toEqual([{ create: 18, update: 0, same: 0, refused: 2 }, [[20, ['experts.missing']], [21, ['experts.twice']]]])
  expect(await db().rows(`SELECT 1 FROM experts`)).toEqual([])
  expect((await o.office.refused(importExperts, { body: { ...csv(broken), createSeen: 18, updateSeen: 0, refusedSeen: 1 } })).codes).toEqual(['import.changed'])
  expect([await take(broken), await take(all)]).toEqual([{ created: 18, updated: 0 }, { created: 0, updated: 0 }])
})

test('a juror who had an account before is known again, and gets no second one', async () => {
  const made = await o.office.ask(inviteAccount, { body: { personName: '旧评委', login: 'old', role: 'juror', unitName: '示例老单位（示例）', fieldOfWork: '急诊医学' } })
  expect(await take(['旧评委,示例老单位,,老专业,教授,1950,,,'])).toEqual({ created: 1, updated: 0 })
  const [expert] = (await o.office.ask(listExperts, { query: { q: '旧评委' } })).experts
  expect([expert!.accountId, (await o.office.ask(inviteExperts, { body: { expertIds: [expert!.expertId] } })).activations]).toEqual([made.accountId, []])
  await o.office.ask(setExpertLeft, { body: { expertId: expert!.expertId, left: true } })
  expect([(await o.office.ask(listExperts, {})).inPool, (await o.office.ask(listExperts, { query: { left: 'yes' } })).found, (await o.office.refused(inviteExperts, { body: { expertIds: [expert!.expertId] } })).status]).toEqual([18, 1, 404])
})

test('found by words and by field; of another organisation nobody is', async () => {
  const found = async (query: { q?: string; field?: string }) => (await o.office.ask(listExperts, { query })).found
  expect([await found({}), await found({ q: '专家甲' }), await found({ q: '库3' }), await found({ field: '护理学' }), await found({ q: '无此人' })]).toEqual([18, 1, 2, 6, 0])
  const { root } = (await db().row<{ root: string }>(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT g, NULL, g, 'ROOT', '另一省', 'office' FROM gen_random_uuid() g RETURNING id AS root`))!
  await db().rows(`INSERT INTO experts (id, organisation_id, person_name, unit_name, key, created_at, changed_at) VALUES (gen_random_uuid(), $1, '外人', '外单位', 'x', product_time(), product_time())`, [root])
  expect([await found({}), await found({ q: '外人' })]).toEqual([18, 0])
  const foreign = (await db().row<{ id: string }>(`SELECT id FROM experts WHERE person_name = '外人'`))!.id
  for (const refused of [await o.office.refused(setExpertLeft, { body: { expertId: foreign, left: true } }), await o.office.refused(inviteExperts, { body: { expertIds: [foreign] } })]) expect(refused.status).toBe(404)
})

let drawId = ''
test('the hash of the seed is on the ledger before; nobody, the database included, can read the seed; what cannot be drawn says why', async () => {
  const short = await o.office.refused(fixDraw, { params: { campaignId }, body: { ruleId: null, parts: [{ field: '护理学', count: 7, standIns: 0 }], perUnit: 1 } })
  expect([short.codes, short.problem.findings![0]!.what.zh]).toEqual([['draw.shortage'], '“护理学”共需 7 人，库里按条件至多能抽 4 人（同一单位至多 1 人），差 3 人'])
  const fixed = await fix(null)
  drawId = fixed.drawId
  const { entries } = await o.office.ask(campaignLedger, { params: { campaignId }, query: { after: 0, limit: 500 } })
  expect(entries.at(-1)!.say.zh).toContain(fixed.commitment.slice(0, 12))
  const [row] = await db().rows<{ secret: string | null; sealed: Buffer }>(`SELECT secret, sealed_secret AS sealed FROM jury_draws`)
  expect([row!.secret, (await juries()).draws[0]!.result]).toEqual([null, null])
})

test('drawn: six of three fields, one of a unit, nobody twice; they have accounts and seats, and a second draw of the same is refused', async () => {
  const { activations } = await o.office.ask(drawJury, { params: { campaignId, drawId }, body: { word: '现场报数 371' } })
  const { draws, general } = await juries()
  const { drawn, standIns } = draws[0]!.result!
  expect([activations.length, general.length, drawn.length, standIns.length, new Set([...drawn, ...standIns].map((d) => d.expertId)).size, new Set(drawn.map((d) => d.unitName)).size]).toEqual([6, 6, 6, 12, 18, 6])
  expect(fields.map((f) => drawn.filter((d) => d.field === f).length)).toEqual([2, 2, 2])
  expect(general.map((m) => m.personName).sort()).toEqual(drawn.map((d) => d.personName).sort())
  expect((await o.office.refused(drawJury, { params: { campaignId, drawId }, body: { word: '再来' } })).codes).toEqual(['jury.drawn'])
  // A person with a seat signs in by the code and sees the campaign.
  const juror = await new Person(at.origin, 'drawn').activate(activations[0]!.code)
  expect((await juror.refused(readJury, { params: { campaignId } })).status).toBe(404)
})

test('who cannot come is stood in for by the next of the field, in the drawn order; then nobody is left', async () => {
  const before = await juries()
  const { drawn, standIns } = before.draws[0]!.result!
  const leaving = drawn.find((d) => d.field === '护理学')!
  const account = before.general.find((m) => m.personName === leaving.personName)!.accountId
  const seated = new Set(before.general.filter((m) => m.accountId !== account).map((m) => m.unitName))
  const expected = standIns.find((s) => s.field === '护理学' && !seated.has(s.unitName))!
  const called = await o.office.ask(callStandIn, { params: { campaignId, drawId }, body: { leaves: account, reason: '出差（示例）' } })
  expect(called.personName).toBe(expected.personName)
  const after = await juries()
  expect([after.general.length, after.general.some((m) => m.accountId === account), after.draws[0]!.result!.standIns.find((s) => s.expertId === expected.expertId)!.calledFor]).toEqual([6, false, leaving.personName])
  let leaves = after.general.find((m) => m.personName === called.personName)!.accountId
  for (let n = 0; ; n++) {
    const answer = await o.office.send(callStandIn, { params: { campaignId, drawId }, body: { leaves, reason: '也不能来（示例）' } })
    if (answer.status !== 200) { expect([n <= 3, (JSON.parse(answer.text) as { findings: { code: string }[] }).findings.map((f) => f.code)]).toEqual([true, ['jury.noStandIn']]); break }
    const { personName } = JSON.parse(answer.text) as { personName: string }
    leaves = (await juries()).general.find((m) => m.personName === personName)!.accountId
  }
  expect((await o.office.refused(callStandIn, { params: { campaignId, drawId }, body: { leaves: account, reason: '已走（示例）' } })).status).toBe(404)
})

test('a later round has a jury of its own, which shares nobody with the first; both hold when rounds open', async () => {
  const first = (await juries()).general.map((m) => m.accountId)
  expect((await o.office.refused(formRoundJury, { params: { campaignId }, body: { ruleId: 'round-2', accountIds: first.slice(0, 2) } })).codes).toEqual(['jury.sharesJurors'])
  const second = await fix('round-2', 1, 0)
  await o.office.ask(drawJury, { params: { campaignId, drawId: second.drawId }, body: { word: '82' } })
  const own = (await juries()).rounds.find((r) => r.ruleId === 'round-2')!
  expect([own.own!.length, own.own!.filter((m) => first.includes(m.accountId)).length, own.apart.map((w) => w.zh).length, own.findings]).toEqual([3, 0, 1, []])
  await o.office.ask(setDuties, { params: { campaignId }, body: { ruleId: 'round-2', duties: own.own!.map((m, i) => ({ accountId: m.accountId, duty: (['chair', 'scrutineer', 'counter'] as const)[i]! })) } })
  expect((await o.office.refused(setDuties, { params: { campaignId }, body: { ruleId: 'round-2', duties: own.own!.slice(0, 2).map((m) => ({ accountId: m.accountId, duty: 'chair' as const })) } })).codes).toEqual(['jury.oneChair'])
  await o.office.ask(formJury, { params: { campaignId }, body: { jurorIds: first, secretaryId } })
  const opened = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: [nominationId], still: true } })
  const later = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-2', nominationIds: [nominationId], still: true } })
  const sit = async (roundId: string) => (await o.office.ask(readRound, { params: { roundId } })).jurors.map((j) => j.accountId).sort()
  expect([await sit(opened.roundId), await sit(later.roundId)]).toEqual([[...first].sort(), own.own!.map((m) => m.accountId).sort()])
  for (const refused of [await o.office.refused(formRoundJury, { params: { campaignId }, body: { ruleId: 'round-2', accountIds: [] } }), await o.office.refused(callStandIn, { params: { campaignId, drawId }, body: { leaves: first[0]!, reason: '示例理由' } }), await o.office.refused(fixDraw, { params: { campaignId }, body: { ruleId: 'round-2', parts: [{ field: '护理学', count: 1 }], perUnit: null } })]) expect(refused.codes).toEqual(['jury.roundOpened'])
  // Who sits in one round knows nothing of the other: neither its ballot nor what was found there.
  const alone = own.own![0]!.accountId
  const juror = new Person(at.origin, 'alone').holding(await beginSession(db(), alone, (await db().row<{ id: string }>(`SELECT id FROM memberships WHERE account_id = $1`, [alone]))!.id, true))
  expect([(await juror.ask(readCampaign, { params: { campaignId } })).roundIds, (await juror.refused(readBallot, { params: { roundId: opened.roundId } })).status, (await juror.refused(readOwnSigns, { params: { roundId: opened.roundId } })).status, (await juror.ask(readOwnSigns, { params: { roundId: later.roundId } })).signs]).toEqual([[later.roundId], 404, 404, []])
  expect((await juries()).rounds.find((r) => r.ruleId === 'round-2')!.own!.map((m) => m.duty).sort()).toEqual(['chair', 'counter', 'scrutineer'])
})

test('anybody repeats the draw from the exported record; another seed, word, pool or result shows itself', async () => {
  const { text } = await o.office.send(exportRecord, { params: { campaignId } })
  const record = JSON.parse(text) as CampaignRecord
  expect([record.draws!.length, verifyRecord(record).faults, verifyRecord(record).draws]).toEqual([2, [], 2])
  expect(text).not.toContain('专家甲')
  const [one, two] = record.draws!
  const changed = [{ ...one!, secret: '0'.repeat(64) }, { ...one!, word: '别的' }, { ...one!, plan: { ...one!.plan, pool: one!.plan.pool.slice(1) } }, { ...one!, plan: { ...one!.plan, terms: { ...one!.plan.terms, perUnit: null } } }, { ...one!, result: two!.result }]
  for (const c of changed) expect(verifyRecord({ ...record, draws: [c, two!] }).faults.map((f) => f.code)).toEqual(['draw'])
  expect(verifyRecord({ ...record, draws: [two!] }).faults.map((f) => f.code)).toEqual(['draw'])
})

test('who moves to a candidate’s unit is known again by name and year, and found', async () => {
  const m = (await juries()).general[0]!
  const i = all.findIndex((l) => l.startsWith(`${m.personName},`))
  await db().rows(`UPDATE nominations SET fields = fields || '{"employer":"青陵市第二人民医院（示例）","resume":[]}' WHERE id = $1`, [nominationId])
  expect((await o.office.ask(readConflicts, { params: { campaignId } })).pairs).toEqual([])
  expect(await take([line(i, '青陵二院（示例）')])).toEqual({ created: 0, updated: 1 })
  const [pair] = (await o.office.ask(readConflicts, { params: { campaignId } })).pairs
  expect([pair!.accountId, pair!.signs.map((s) => s.kind), pair!.movedAt !== null]).toEqual([m.accountId, ['sameUnit'], true])
})
