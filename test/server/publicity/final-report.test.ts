/** 总结: what the page tells, what the Word file holds when it is opened again, and what a count of our own says, are the same; nobody is named, and of an open round nothing is told. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordActivity, withdrawActivity } from '#contract/operations/activities'
import { giveHonours, readAnnouncement, startPublicNotice } from '#contract/operations/announcement'
import { finalReportWord, readFinalReport } from '#contract/operations/final-report'
import { castBallot, closeRound, declareConflicts, openRound } from '#contract/operations/jury'
import { addMediaChannel, addMediaItem, moveMediaItem } from '#contract/operations/media'
import { fileObjection } from '#contract/operations/objections'
import { inviteAccount } from '#contract/operations/organisations'
import { withdrawStory } from '#contract/operations/stories'
import { bandOf } from '#core/composition/people'
import { stagesOf } from '#core/composition/stages'
import { personOf } from '#core/nomination/case'
import { ageOn } from '#core/rules/age'
import { dayOf } from '#core/kernel/instant'
import { maskedCounts } from '#core/publicity/report/composition'
import { LEAST_TOLD, maskSmall } from '#core/publicity/report/masked'
import { reportOf } from '#core/publicity/report/report-of'
import { cellText, type Cell, type Report } from '#core/publicity/report/report'
import { gatherFacts } from '#server/final-report/gather'
import { acceptedFrom } from '../accepted'
import { twoPapers } from '../campaign-plan'
import { definitionFor } from '../dossier'
import { tablesOfWord } from '../../documents/read-tables'
import { unzipped } from '../../documents/unzip'
import { freshInstallation, type Installation } from '../installation'
import { howToObject } from '../on-notice'
import { inviteJury, openOffice, openProvincial, type Office } from '../office'
import { Person } from '../person'
import { publishPosterStory, writePosterStory } from '../poster-story'
import { putMany } from '../put-many'
import { forwardOpen, openNational, openTree } from '../tree'

let at: Installation
let o: Office
let campaignId: string
let supervisor: Person
let ids: string[]
const NAMES = ['沈若川', '顾南枝', '𬭎衡'] as const
const OBJECTOR = { name: '周明远', contact: '13900000077' }
const SAID = '材料里的“三千例”与医院年报不符，请核对病案首页。'
const read = (who: Person = o.office, id = campaignId) => who.ask(readFinalReport, { params: { campaignId: id } }) as unknown as Promise<Report>
const word = async (who: Person = o.office, id = campaignId): Promise<Buffer> => {
  const r = await fetch(`${at.origin}${finalReportWord.path.replace(':campaignId', id)}`, { headers: { cookie: `xuanshu_session=${who.token}` } })
  expect(r.status).toBe(200)
  return Buffer.from(await r.arrayBuffer())
}
const value = (r: Report, key: string): number => r.figures.find((f) => f.key === key)!.value
const table = (r: Report, id: string) => r.sections.flatMap((s) => s.tables).find((t) => t.id === id)
/** Of a cell that says its share beside the number. */
const told = (cell: Cell): number | null => (cell === null ? null : Number.parseInt(cellText(cell).zh, 10))
const naive = async (sql: string, of: unknown[] = [campaignId]): Promise<number> => Number(Object.values((await at.services.db.row<Record<string, unknown>>(sql, of))!)[0])

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 4)
  supervisor = await new Person(at.origin, 'yan').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
})
afterAll(() => at.close())

test('nothing yet: every empty part says so in words, and the file opens', async () => {
  campaignId = await openProvincial(at, o, (rules) => twoPapers(rules).map((r) => (r.kind === 'round' ? { ...r, places: 2 } : r)))
  const r = await read()
  const says = (id: string) => r.sections.find((s) => s.id === id)!.says.map((w) => w.zh).join('')
  expect(says('participation')).toContain('还没有单位开始填报。')
  expect(says('composition')).toBe('还没有报送的人选，构成无从说起。')
  expect(says('selection')).toBe('还没有审查结论。还没有开启评审。还没有公示。还没有授予荣誉。')
  expect(says('publicity')).toBe('没有编写人物故事。没有制作海报。没有登记媒体刊播。')
  expect(says('activities')).toBe('还没有记录学习宣传活动。')
  expect(says('burden')).toContain('还没有报送的推荐件')
  expect((await tablesOfWord(await word())).words).toContain('还没有报送的人选')
})

let roundId: string
test('while a round is open its ballots and recusals change nothing here', async () => {
  ids = await acceptedFrom(o, campaignId, NAMES)
  const { jurors, secretary } = await inviteJury(at, o, campaignId, 4)
  roundId = (await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: ids, still: true } })).roundId
  // It is told when it stands at: that moves. Everything else must not.
  const told = async () => { const { at: _, ...rest } = await read(); return JSON.stringify(rest, (key, v: unknown) => (key === 'until' ? 0 : v)) }
  const before = await told()
  await jurors[3]!.ask(declareConflicts, { params: { roundId }, body: { conflicts: [{ nominationId: ids[2]!, reason: '曾任同一课题组成员（示例）' }] } })
  for (const j of jurors.slice(0, 3)) await j.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  for (const [i, j] of jurors.entries()) await j.ask(castBallot, { params: { roundId }, body: { approvals: i === 0 ? [ids[0]!] : ids.slice(0, 2) } })
  expect(await told()).toBe(before)
  expect(table(await read(), 'rounds')!.rows.map((row) => row.slice(1).map((cell) => cellText(cell).zh))).toEqual([['3', ...Array.from({ length: 8 }, () => '—')]])
  // Mutant: a row that told recusals while the round is open would differ from the line above.
  expect(await naive(`SELECT count(*) FROM recusals WHERE round_id = $1`, [roundId])).toBe(1)
  await secretary.ask(closeRound, { params: { roundId }, body: {} })
  expect(table(await read(), 'rounds')!.rows.map((row) => row.slice(1).map((cell) => cellText(cell).zh))).toEqual([['3', '4', '4', '达到', '4', '4', '0', '1', '2']])
})

test('the whole way: notice, objections, honours, stories and activities, some of them withdrawn', async () => {
  const { provisional } = await o.office.ask(readAnnouncement, { params: { campaignId } })
  const { endsAt } = await o.office.ask(startPublicNotice, { params: { campaignId }, body: { roundId, summaries: Object.fromEntries(provisional.map((p) => [p.nominationId, '山区急救一线十八年。'])), howToObject, still: true, withoutUnits: '单位已电话确认（示例）' } })
  const { slug } = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [campaignId]))!
  await new Person(at.origin, 'anybody').ask(fileObjection, { params: { slug }, body: { nominationId: ids[0]!, said: SAID, from: null, files: 0 } })
  await at.setClock(endsAt)
  const { honours } = await o.office.ask(giveHonours, { params: { campaignId }, body: { still: true } })
  const h = { campaignId, nominationIds: ids, honours }
  for (const n of [0, 1]) { await writePosterStory(o, h, n); await publishPosterStory(o, h, n) }
  expect(value(await read(), 'stories')).toBe(2)
  await o.office.ask(withdrawStory, { params: { nominationId: ids[1]! }, body: { reason: '本人来电要求撤回（示例）' } as never })
  const today = dayOf(await at.now())
  const activity = (name: string, people: number) => ({ params: { campaignId }, body: { activity: { name, form: 'talk' as const, otherForm: '', day: today, place: name, people, hosts: '', words: '', links: ['https://a.hospital.cn/1'] }, distinct: true } })
  await o.units[0]!.clerk.ask(recordActivity, activity('报告会（示例）', 120))
  const { activityId } = await o.units[1]!.clerk.ask(recordActivity, activity('要撤回的一场（示例）', 98765))
  await o.units[1]!.clerk.ask(withdrawActivity, { params: { campaignId, activityId }, body: { reason: '记重了' } })
  const channel = async (kind: 'newspaper' | 'metro', name: string) => (await o.office.ask(addMediaChannel, { params: { campaignId }, body: { kind, kindWord: '', name, level: 'city', contact: '' } })).channelId
  const [paper, metro] = [await channel('newspaper', '云川日报（示例）'), await channel('metro', '地铁一号线（示例）')]
  for (const [i, channelId] of [paper, paper, metro, metro].entries()) {
    const item = { params: { campaignId }, body: { channelId, title: `第 ${i + 1} 次（示例）`, from: today, to: today, ownerId: null, ownerWord: '总编室', material: { kind: 'word' as const, word: '通讯' }, link: 'https://paper.example.cn/1', reach: i === 0 ? 12_345 : null, reachFrom: i === 0 ? '发行部' : '' } }
    const { itemId } = await o.office.ask(addMediaItem, item)
    if (i < 2) await o.office.ask(moveMediaItem, { params: { campaignId, itemId }, body: { version: 1, state: 'out' } })
    if (i === 3) await o.office.ask(moveMediaItem, { params: { campaignId, itemId }, body: { version: 1, state: 'cancelled', why: '版面调整' } })
  }
  const r = await read()
  // What was cancelled is in no sum; of a kind whose readers nobody counted that is said, and not 0.
  expect(table(r, 'media')!.rows.map((row) => row.map((cell) => cellText(cell).zh))).toEqual([['报纸专栏', '2', '2', '12345'], ['地铁', '1', '0', '—']])
  expect([value(r, 'media.planned'), value(r, 'media.placed')]).toEqual([await naive(`SELECT count(*) FROM media_items WHERE campaign_id = $1 AND state <> 'cancelled'`), await naive(`SELECT count(*) FROM media_items WHERE campaign_id = $1 AND state = 'out'`)])
  const counted = {
    units: await naive(`SELECT count(*) FROM campaign_units WHERE campaign_id = $1`), 'units.opened': await naive(`SELECT count(*) FROM campaign_units WHERE campaign_id = $1 AND first_opened_at IS NOT NULL`), 'units.sent': await naive(`SELECT count(DISTINCT unit_id) FROM nominations WHERE campaign_id = $1 AND submitted_at IS NOT NULL`),
    'nominations.begun': await naive(`SELECT count(*) FROM nominations WHERE campaign_id = $1`), 'nominations.sent': await naive(`SELECT count(*) FROM nominations WHERE campaign_id = $1 AND submitted_at IS NOT NULL`),
    'desk.accept': await naive(`SELECT count(*) FROM screenings s JOIN nominations n ON n.id = s.nomination_id WHERE n.campaign_id = $1 AND decision = 'accept'`), rounds: 1, ballots: await naive(`SELECT count(*) FROM ballots WHERE round_id = $1`, [roundId]), recusals: 1, recused: 1,
    'notice.people': 2, objections: await naive(`SELECT count(*) FROM objections WHERE campaign_id = $1`), 'objections.decided': 0, honours: await naive(`SELECT count(*) FROM honours WHERE campaign_id = $1`), 'honours.standing': 2, stories: 1, 'stories.withdrawn': 1, posters: 0,
    activities: 1, 'activities.people': 120, 'activities.links': 1, 'burden.files': await naive(`SELECT count(*) FROM materials m JOIN nominations n ON n.id = m.nomination_id WHERE n.campaign_id = $1`), 'people.submitted': 3, 'people.announced': 2, 'people.honoured': 2,
  }
  expect(Object.fromEntries(Object.keys(counted).map((key) => [key, value(r, key)]))).toEqual(counted)
})

test('the Word file opened again says what the page says, number by number; each chart stands over its table', async () => {
  const r = await read()
  const bytes = await word(supervisor)
  const { tables, words } = await tablesOfWord(bytes)
  const shown = r.sections.flatMap((s) => s.tables)
  const asRead = (t: (typeof shown)[number]) => [t.columns.map((c) => c.name.zh), ...t.rows.map((row) => row.map((cell) => cellText(cell).zh))]
  // Minutes go by between page and file only as far as a table says until when.
  expect(tables.slice(0, -1)).toEqual(shown.map(asRead))
  expect(tables.at(-1)!.slice(1)).toEqual(r.figures.map((f) => [f.name.zh, String(f.value), f.from.zh]))
  for (const s of r.sections) { expect(words).toContain(s.says.map((w) => w.zh).join('')); expect(words).toContain(s.title.zh) }
  // Every number of a sentence is one of the figures, or a day.
  for (const text of r.sections.flatMap((s) => s.says).flatMap((w) => [...w.zh.replace(/《[^》]*》|“[^”]*”/gu, '').replace(r.title.zh.replace('总结报告', ''), '').replace(/\d+ ?年|\d+ ?月|\d+ ?日/gu, '').matchAll(/\d+/gu)].map((m) => Number(m[0])))) expect(r.figures.map((f) => f.value)).toContain(text)
  const parts = await unzipped(bytes)
  const pictures = [...parts].filter(([name]) => name.startsWith('word/media/'))
  expect(pictures.length).toBe(new Set(shown.filter((t) => t.chart !== null && t.chart.rows.length > 0).map((t) => t.id)).size)
  for (const [, png] of pictures) { const { format, width } = await sharp(png).metadata(); expect([format, width]).toEqual(['png', 1860]) }
  const xml = parts.get('word/document.xml')!.toString()
  expect([(xml.match(/w:pStyle w:val="Heading1"/gu) ?? []).length, (xml.match(/w:pStyle w:val="Heading2"/gu) ?? []).length]).toEqual([r.sections.length + 2, shown.length])
  // Mutant: one more in a cell of the page is found by the same comparison.
  const wrong = shown.map((t, i) => (i === 1 ? { ...t, rows: t.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell + 1 : cell))) } : t))
  expect(tables.slice(0, -1)).not.toEqual(wrong.map(asRead))
})

test('no person, no juror, nobody who objected and nothing withdrawn stands in it', async () => {
  const whole = [JSON.stringify(await read()), ...[...(await unzipped(await word())).values()].map(String)].join('\n')
  for (const name of [...NAMES, '评委1', '评委4', '苏怀瑾', '经办1', '审核1', '郑一帆', OBJECTOR.name, OBJECTOR.contact, SAID, '曾任同一课题组成员', '示例单位1', '要撤回的一场', '98765', '本人来电要求撤回', '一线十八年']) expect([name, whole.includes(name)]).toEqual([name, false])
  // There is something that could leak.
  expect(await naive(`SELECT count(*) FROM nominations WHERE campaign_id = $1 AND candidate_name = '沈若川'`)).toBe(1)
})

test('office and supervisor read it; units, jurors, another office and a passer-by find nothing', async () => {
  expect(JSON.stringify((await read(supervisor)).figures)).toBe(JSON.stringify((await read()).figures))
  for (const who of [o.units[0]!.clerk, o.units[0]!.approver]) for (const operation of [readFinalReport, finalReportWord]) expect((await who.send(operation, { params: { campaignId } })).status).toBe(404)
  expect((await new Person(at.origin, 'anybody').send(readFinalReport, { params: { campaignId } })).status).toBe(401)
})

test('thousands by chance: composition is what a count by hand says, and small classes of persons are told nowhere', async () => {
  const other = await openProvincial(at, o, twoPapers)
  const definition = await definitionFor(o.office, other)
  const categories = definition.rules.flatMap((x) => (x.kind === 'category' ? [x.value] : []))
  const people = await putMany(at.services.db, { campaignId: other, categories, count: 300, seed: 5 })
  const facts = await at.services.db.snapshot((q) => gatherFacts({ q, services: at.services }, other))
  const r = await read(o.office, other)
  const standing = people.filter((p) => ['submitted', 'returned', 'accepted'].includes(p.state))
  const person = (p: (typeof people)[number]) => personOf(p.fields, { properties: p.properties } as never)
  const sex = table(r, 'sex')!
  const women = standing.filter((p) => person(p).sex === 'female').length
  expect(told(sex.rows.find((row) => cellText(row[0]!).zh === '女')![1]!)).toBe(women)
  const classes = facts.figures.dimensions.find((d) => d.id === 'age')!.classes
  const byHand = classes.map((c) => standing.filter((p) => { const born = person(p).birthDay; return (born === undefined ? '' : String(bandOf(ageOn(born, facts.figures.agesOn)))) === c.value }).length)
  expect(table(r, 'age')!.rows.map((row) => [cellText(row[0]!).zh, told(row[1]!)])).toEqual(classes.map((c, i) => [c.name.zh, maskSmall(byHand)[i]]).filter(([, n], i) => n !== 0 || table(r, 'age')!.rows.some((row) => cellText(row[0]!).zh === classes[i]!.name.zh)))
  expect(value(r, 'people.submitted')).toBe(standing.length)
  expect(value(r, 'units.sent')).toBe(new Set(people.filter((p) => !['draft', 'atApproval'].includes(p.state)).map((p) => p.unit.id)).size)
  // One old woman among many: of her class nothing is told, in page, file or chart.
  const few = { ...facts, figures: { ...facts.figures, stages: stagesOf({ rounds: [], announced: false, honoured: false }), dimensions: facts.figures.dimensions.map((d) => (d.id === 'age' ? { ...d, at: d.at.map((a) => ({ ...a, whole: 41, counts: d.classes.map((_, i) => (i === 0 ? 30 : i === 1 ? 10 : i === 4 ? 1 : 0)) })) } : d)) } }
  const masked = reportOf(few)
  const ages = table(masked, 'age')!
  expect(ages.rows.map((row) => [cellText(row[0]!).zh, told(row[1]!)])).toEqual([['35 岁以下', 30], ['35—44 岁', null], ['65 岁及以上', null]])
  expect(JSON.stringify(ages.chart)).not.toMatch(/[[,]1[\],]/u)
  expect(ages.note!.zh).toContain(`少于 ${LEAST_TOLD}`)
  // Mutant: counts as they are would tell it.
  expect(maskedCounts({ id: 'region' }, { stage: 'submitted', whole: 3, counts: [1, 2] })).toEqual([1, 2])
  expect(maskedCounts({ id: 'age' }, { stage: 'submitted', whole: 41, counts: [30, 10, 1] })).toEqual([30, null, null])
  expect(maskedCounts({ id: 'sex' }, { stage: 'honoured', whole: 10, counts: [2, 8] })).toEqual([2, 8])
})

test('a tree: forwards are counted level by level, and activities of all levels are in the sum', async () => {
  const tree = await freshInstallation()
  try {
    const t = await openTree(tree)
    const national = await openNational(tree, t)
    const provincial = await forwardOpen(tree, national, t.province, 15)
    const association = await forwardOpen(tree, provincial, t.association, 10)
    const city = await forwardOpen(tree, association, t.city, 5)
    const today = dayOf(await tree.now())
    await t.clerk.ask(recordActivity, { params: { campaignId: city }, body: { activity: { name: '义诊（示例）', form: 'service', otherForm: '', day: today, place: '社区', people: 30, hosts: '', words: '', links: [] }, distinct: false } })
    const r = (await t.nation.office.ask(readFinalReport, { params: { campaignId: national } })) as unknown as Report
    expect([value(r, 'levels'), value(r, 'forwarded'), value(r, 'activities'), value(r, 'activities.people'), value(r, 'activities.levels')]).toEqual([3, 3, 1, 30, 1])
    expect(table(r, 'byLevel')!.rows.map((row) => row[1])).toEqual([{ zh: '—', en: '—' }, 1, 1, 1])
    const below = (await t.city.office.ask(readFinalReport, { params: { campaignId: city } })) as unknown as Report
    expect([cellText(table(below, 'timeline')!.rows[0]![0]!).zh, value(below, 'levels')]).toEqual(['上级印发通知', 0])
    expect((await t.city.office.send(readFinalReport, { params: { campaignId: national } })).status).toBe(404)
  } finally { await tree.close() }
}, 120_000)
