/** 学习宣传活动: recorded once, summed up a tree of four levels, given out as files, a part of it shown to everybody. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activityListFile, activitySheetFile, addActivityPhoto, beginActivity, changeActivity, describeActivityPhoto, listActivities, readActivity, readActivitySheet, recordActivity, releaseActivities, removeActivityPhoto, withdrawActivity } from '#contract/operations/activities'
import type { Operation } from '#contract/operation'
import { addDays, dayOf } from '#core/kernel/instant'
import { activityLimits, type Activity } from '#core/publicity/activities/activity'
import { addTallies, isSame, wholeOf, type Tally } from '#core/publicity/activities/totals'
import { exportSite } from '#server/public/site/export-site'
import { newId } from '#server/ids'
import { pageStatement, sumStatement } from '#server/store/activities'
import type { Queries } from '#server/store/database'
import { invariants } from '#server/store/invariants'
import { clearLeft } from '#server/blobs/clear-left'
import { sheetsOfExcel, tablesOfWord } from '../../documents/read-tables'
import { freshInstallation, type Installation } from '../installation'
import type { Person } from '../person'
import { forwardOpen, openNational, openTree, type Tree } from '../tree'

let at: Installation
let t: Tree
let national: string, provincial: string, association: string, city: string
let today: string
beforeAll(async () => {
  at = await freshInstallation()
  t = await openTree(at)
  national = await openNational(at, t)
  provincial = await forwardOpen(at, national, t.province, 15)
  association = await forwardOpen(at, provincial, t.association, 10)
  city = await forwardOpen(at, association, t.city, 5)
  today = dayOf(await at.now())
}, 300_000)
afterAll(() => at.close())

const activity = (change: Partial<Activity> = {}): Activity => ({ name: '学习先进事迹报告会（示例）', form: 'talk', otherForm: '', day: today, place: '一楼报告厅', people: 120, hosts: '院工会', words: '听了三位同志的事迹。', links: [], ...change })
const record = (who: Person, campaignId: string, change: Partial<Activity> = {}, distinct = false) => who.ask(recordActivity, { params: { campaignId }, body: { activity: activity(change), distinct } }).then((r) => r.activityId)
const sheet = (who: Person, campaignId: string) => who.ask(readActivitySheet, { params: { campaignId } })
const file = async (who: Person, operation: Operation, campaignId: string, as: string): Promise<Buffer> => {
  const response = await fetch(`${at.origin}${operation.path.replace(':campaignId', campaignId)}?as=${as}`, { headers: { cookie: `xuanshu_session=${who.token}` } })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}
const made = new Map<number, Promise<Buffer>>()
const noise = (seed: number) => made.get(seed) ?? made.set(seed, sharp({ create: { width: 1800, height: 1200, channels: 3, background: { r: seed, g: 90, b: 60 }, noise: { type: 'gaussian', mean: 128, sigma: 30 } } as never }).withExif({ IFD0: { Make: '示例相机' }, IFD3: { GPSLatitude: '41/1 48/1 0/1', GPSLatitudeRef: 'N' } }).jpeg({ quality: 80 }).toBuffer()).get(seed)!
const photo = async (seed: number) => ({ name: `现场${seed}.jpg`, base64: (await noise(seed)).toString('base64') })

test('recorded in one act; the next one begins as the last was, and the same again is asked about', async () => {
  expect((await t.clerk.ask(beginActivity, { params: { campaignId: city } })).last).toBe(null)
  const id = await record(t.clerk, city)
  const begun = await t.clerk.ask(beginActivity, { params: { campaignId: city } })
  expect([begun.today, begun.last]).toEqual([today, { form: 'talk', otherForm: '', place: '一楼报告厅', hosts: '院工会', people: 120 }])
  const refused = async (change: Partial<Activity>) => (await t.clerk.refused(recordActivity, { params: { campaignId: city }, body: { activity: activity(change) } })).codes
  expect(await refused({})).toEqual(['activity.duplicate'])
  expect(await refused({ place: '二楼', day: addDays(today, 1) })).toEqual(['activity.future'])
  expect(await refused({ place: '二楼', people: null, links: ['javascript:alert(1)'] })).toEqual(['activity.noPeople', 'activity.linkNone'])
  await record(t.clerk, city, { name: '第二场（示例）', people: 80 }, true)
  expect((await t.clerk.ask(listActivities, { params: { campaignId: city } })).activities.map((a) => a.people)).toEqual([80, 120])
  // Of many who press at the same moment one goes through, and the others are asked.
  const both = await Promise.all(Array.from({ length: 12 }, () => t.otherClerk.send(recordActivity, { params: { campaignId: city }, body: { activity: activity({ place: '三楼' }) } })))
  expect(both.filter((r) => r.status === 200).length).toBe(1)
  expect(both.filter((r) => r.status === 422).length).toBe(11)
  expect(id).toBeTruthy()
})

test('another unit, and the office, change nothing of it: to them it is not there to be changed', async () => {
  const [own] = (await t.clerk.ask(listActivities, { params: { campaignId: city } })).activities
  const params = { campaignId: city, activityId: own!.id }
  for (const who of [t.otherClerk, t.city.office, t.association.office]) expect((await who.refused(changeActivity, { params, body: { revision: 1, activity: activity() } })).status).toBe(404)
  expect((await t.otherClerk.refused(readActivity, { params })).status).toBe(404)
  expect((await t.city.office.ask(readActivity, { params })).mayChange).toBe(false)
  // By the campaign above, whose the unit is not.
  expect((await t.association.office.refused(readActivity, { params: { ...params, campaignId: association } })).status).toBe(404)
  expect((await t.otherClerk.ask(listActivities, { params: { campaignId: city } })).activities.every((a) => a.unitName.includes('第二医院'))).toBe(true)
  // An office that forwarded the campaign records in its own.
  expect((await t.city.office.refused(recordActivity, { params: { campaignId: association }, body: { activity: activity() } })).status).toBe(409)
})

test('corrected with a trace, and of two who correct at once the second is told', async () => {
  const id = await record(t.clerk, city, { place: '小会议室', people: 1200 })
  const params = { campaignId: city, activityId: id }
  const put = (people: number) => t.clerk.send(changeActivity, { params, body: { revision: 1, activity: activity({ place: '小会议室', people }) } })
  expect((await Promise.all([put(12), put(13)])).map((r) => r.status).toSorted()).toEqual([200, 409])
  const { versions, activity: now } = await t.clerk.ask(readActivity, { params })
  expect([versions.map((v) => v.revision), versions[1]!.people, now.revision]).toEqual([[2, 1], 1200, 2])
  const before = wholeOf((await sheet(t.city.office, city)).total).times
  expect((await t.clerk.refused(withdrawActivity, { params, body: { reason: '' } })).status).toBe(400)
  await t.clerk.ask(withdrawActivity, { params, body: { reason: '记到别的活动里了' } })
  expect([wholeOf((await sheet(t.city.office, city)).total).times, (await t.clerk.refused(readActivity, { params })).status]).toEqual([before - 1, 404])
  const acts = await at.services.db.rows<{ act: string; text: string }>(`SELECT entry->>'act' AS act, entry::text AS text FROM ledger_entries WHERE entry->'subject'->>'id' = $1 ORDER BY position`, [id])
  expect(acts.map((a) => a.act)).toEqual(['activity.recorded', 'activity.changed', 'activity.withdrawn'])
  expect(acts.some((a) => a.text.includes('会议室'))).toBe(false)
})

test('a photograph leaves place and camera behind, the file as it came is not kept, and no more than six come in however many press', async () => {
  const id = await record(t.clerk, city, { place: '广场' })
  const params = { campaignId: city, activityId: id }
  const { photoId } = await t.clerk.ask(addActivityPhoto, { params, body: await photo(1) })
  expect((await t.clerk.ask(addActivityPhoto, { params, body: await photo(1) })).photoId).toBe(photoId)
  const response = await fetch(`${at.origin}/api/campaigns/${city}/activities/${id}/photos/${photoId}/file?width=1600`, { headers: { cookie: `xuanshu_session=${t.clerk.token}` } })
  const { format, width, exif, xmp } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  expect([format, width, exif, xmp]).toEqual(['webp', 1600, undefined, undefined])
  const row = (await at.services.db.row<{ sha256: string; kept: boolean }>(`SELECT p.sha256, EXISTS (SELECT FROM blobs b WHERE b.sha256 = p.sha256) AS kept FROM activity_photos p WHERE id = $1`, [photoId]))!
  expect(row.kept).toBe(false)
  await at.services.db.rows(`UPDATE files_put SET put_at = now() - interval '3 days'`)
  await clearLeft(at.services)
  expect(await at.services.db.rows(`SELECT 1 FROM files_put WHERE sha256 = $1`, [row.sha256])).toEqual([])
  // What was drawn of it stays.
  expect((await fetch(`${at.origin}/api/campaigns/${city}/activities/${id}/photos/${photoId}/file`, { headers: { cookie: `xuanshu_session=${t.clerk.token}` } })).status).toBe(200)
  const all = await Promise.all([2, 3, 4, 5, 6, 7, 8].map(async (n) => (await t.clerk.send(addActivityPhoto, { params, body: await photo(n) })).status))
  expect([all.filter((s) => s === 200).length, all.filter((s) => s === 422).length]).toEqual([activityLimits.photos - 1, 2])
  expect((await t.otherClerk.refused(addActivityPhoto, { params, body: await photo(9) })).status).toBe(404)
  expect((await t.clerk.refused(addActivityPhoto, { params: { ...params }, body: { name: 'a.jpg', base64: Buffer.from('none').toString('base64') } })).codes).toEqual(['story.media'])
})

test('nothing is public before the office lets it, and it lets nothing with somebody unasked or a telephone number in it', async () => {
  const get = (path: string) => fetch(at.origin + path)
  const { publicPath } = await sheet(t.city.office, city)
  const page = async () => (await get(publicPath)).text()
  const id = await record(t.clerk, city, { name: '<b>走进</b>社区义诊（示例）', form: 'service', place: '云岭社区', words: '义诊两小时，联系人 13800138000', links: ['https://news.hospital.cn/1'] })
  const params = { campaignId: city, activityId: id }
  const { photoId } = await t.clerk.ask(addActivityPhoto, { params, body: await photo(31) })
  const release = (yes = true) => ({ params: { campaignId: city }, body: { activityIds: [id], yes } })
  expect(await page()).not.toContain('社区义诊')
  expect((await t.city.office.refused(releaseActivities, release())).codes).toEqual(['privacy.phone', 'activity.photoPeople'])
  const now = () => t.clerk.ask(readActivity, { params })
  await t.clerk.ask(changeActivity, { params, body: { revision: 1, activity: activity({ name: '<b>走进</b>社区义诊（示例）', form: 'service', place: '云岭社区', words: '义诊两小时。', links: ['https://news.hospital.cn/1'] }) } })
  await t.clerk.ask(describeActivityPhoto, { params: { ...params, photoId }, body: { people: 'children', consent: '' } })
  expect((await t.city.office.refused(releaseActivities, release())).codes).toEqual(['activity.childrenUnasked'])
  await t.clerk.ask(describeActivityPhoto, { params: { ...params, photoId }, body: { people: 'children', consent: `${today} 监护人书面同意，存院办` } })
  expect((await t.association.office.refused(releaseActivities, release())).status).toBe(404)
  await t.city.office.ask(releaseActivities, release())
  const html = await page()
  expect([html.includes('&lt;b&gt;走进&lt;/b&gt;社区义诊'), html.includes('<script'), html.includes('监护人'), html.includes('https://news.hospital.cn/1')]).toEqual([true, false, false, true])
  const picture = /\/p\/[^" ]+\/activity\/[^" ]+/u.exec(html)![0]
  expect([(await get(picture)).status, (await get(publicPath.replace('/p/', '/p/en/'))).status]).toEqual([200, 200])
  // So does an export to plain files, photographs with it.
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-export-'))
  const { live } = await exportSite(at.services, folder, null)
  const exported = await readFile(join(folder, `${publicPath.slice(3)}/index.html`), 'utf8')
  const [relative] = /[^" ]*activity\/[^" ]+webp/u.exec(exported)!
  expect([exported.includes('社区义诊'), (await sharp(join(folder, publicPath.slice(3), relative)).metadata()).format, live.filter((l) => l.includes('/activity/'))]).toEqual([true, 'webp', []])
  await rm(folder, { recursive: true })
  // The level above sees the single one now, and shows it on no page of its own.
  expect((await t.association.office.ask(listActivities, { params: { campaignId: association }, query: { show: 'below' } })).activities.map((a) => [a.id, a.own])).toEqual([[id, false]])
  expect((await t.nation.office.ask(readActivity, { params: { campaignId: national, activityId: id } })).activity.name).toContain('社区义诊')
  expect(await (await get((await sheet(t.association.office, association)).publicPath)).text()).not.toContain('社区义诊')
  // Changed, it is looked at again first; so it is with another photograph.
  await t.clerk.ask(changeActivity, { params, body: { revision: (await now()).activity.revision, activity: activity({ name: '社区义诊二（示例）', form: 'service', place: '云岭社区', words: '' }) } })
  expect([(await page()).includes('社区义诊'), (await get(picture)).status, (await now()).activity.released]).toEqual([false, 404, false])
  await t.city.office.ask(releaseActivities, release())
  expect(await page()).toContain('社区义诊二')
  const kept = () => at.services.db.rows(`SELECT 1 FROM blobs WHERE sha256 = ANY($1)`, [drawn])
  const drawn = Object.values((await at.services.db.row<{ r: Record<string, { sha256: string }> }>(`SELECT renditions AS r FROM activity_photos WHERE id = $1`, [photoId]))!.r).map((r) => r.sha256)
  expect((await kept()).length).toBe(drawn.length)
  await t.clerk.ask(removeActivityPhoto, { params: { ...params, photoId } })
  expect(await kept()).toEqual([])
  expect(await page()).not.toContain('社区义诊二')
  await t.city.office.ask(releaseActivities, release())
  await t.city.office.ask(releaseActivities, release(false))
  expect(await page()).not.toContain('社区义诊二')
})

test('the sheet of each level is the sum of the sheets below it, and Word and Excel say the same when they are opened again', async () => {
  await record(t.city.office, city, { form: 'study', people: 30, hosts: '' })
  await record(t.otherClerk, city, { form: 'exhibition', people: null, place: '门诊大厅', links: ['https://a.hospital.cn/1', 'https://a.hospital.cn/2'] })
  await record(t.association.office, association, { form: 'other', otherForm: '情景剧', people: 300, name: '=1+1 情景剧（示例）' })
  const chain: [Person, string][] = [[t.city.office, city], [t.association.office, association], [t.province.office, provincial], [t.nation.office, national]]
  let below: Tally | null = null
  for (const [who, campaignId] of chain) {
    const s = await sheet(who, campaignId)
    expect([s.agrees, isSame(s.total, s.counted), isSame(s.total, addTallies(s.rows.map((r) => r.tally)))]).toEqual([true, true, true])
    if (below !== null) expect(isSame(s.rows.find((r) => r.kind === 'level')!.tally, below)).toBe(true)
    const whole = wholeOf(s.total)
    expect(s.days.reduce((n, d) => n + d.times, 0)).toBe(whole.times)
    const { tables, words } = await tablesOfWord(await file(who, activitySheetFile, campaignId, 'docx'))
    const book = await sheetsOfExcel(await file(who, activitySheetFile, campaignId, 'xlsx'))
    const said = [whole.times, whole.people, whole.links]
    expect(tables[0]!.at(-1)!.slice(1).map(Number)).toEqual(said)
    expect(tables[1]!.at(-1)!.slice(2, 5).map(Number)).toEqual(said)
    const byUnit = book.get('按单位')!
    const lines = byUnit.slice(3, 3 + s.rows.length)
    expect(byUnit[3 + s.rows.length]!.slice(2, 5)).toEqual(said)
    // Added up again from the file itself.
    expect([2, 3, 4].map((k) => lines.reduce((n, line) => n + Number(line[k]), 0))).toEqual(said)
    expect(lines.map((l) => l[1])).toEqual(tables[1]!.slice(1, -1).map((l) => l[1]))
    expect([words.includes('数量不作评比依据'), words.includes(s.organisation)]).toEqual([true, true])
    below = s.total
  }
  expect(wholeOf(below!).people).toBeGreaterThan(500)
  const detail = (await sheetsOfExcel(await file(t.association.office, activitySheetFile, association, 'xlsx'))).get('明细')!
  expect(detail[2]).toEqual(['序号', '单位', '活动名称', '时间', '地点', '形式', '参加人数', '媒体及报道篇次', '主要内容和效果', '备注'])
  expect(detail[3]!.slice(1, 7)).toEqual([t.association.office.name === '' ? '' : '云川省医学会（示例）', '=1+1 情景剧（示例）', today, '一楼报告厅', '情景剧', 300])
  // A unit its own alone.
  const own = await sheet(t.clerk, city)
  const listed = await tablesOfWord(await file(t.clerk, activitySheetFile, city, 'docx'))
  expect([own.kind, own.agrees, own.rows.length, listed.tables.length, listed.tables[1]!.length - 1]).toEqual(['unit', true, 1, 2, wholeOf(own.total).times])
})

test('units stand in the order of the register, whoever held more', async () => {
  const rows = (await sheet(t.city.office, city)).rows
  expect(rows.map((r) => r.name)).toEqual(['云岭市医学会（示例）', '云岭市第一医院（示例）', '云岭市第二医院（示例）'])
  for (let i = 0; i < 9; i++) await record(t.otherClerk, city, { place: `${i} 号病区`, form: 'study' })
  const after = (await sheet(t.city.office, city)).rows
  expect(wholeOf(after[2]!.tally).times).toBeGreaterThan(wholeOf(after[1]!.tally).times)
  expect(after.map((r) => r.name)).toEqual(rows.map((r) => r.name))
})

interface Node { readonly 'Node Type': string; readonly 'Index Name'?: string; readonly 'Actual Rows': number; readonly 'Actual Loops': number; readonly Plans?: readonly Node[] }
const all = (n: Node): Node[] => [n, ...(n.Plans ?? []).flatMap(all)]
const planOf = async (sql: string, values: readonly unknown[], q: Queries = at.services.db) => all((await q.rows<{ 'QUERY PLAN': readonly [{ Plan: Node }] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, values))[0]!['QUERY PLAN'][0].Plan)

test('ten thousand in a day: a page reads what it shows, sums are read from the index alone, and no one is lost between pages or in the list', async () => {
  const MANY = 10_000
  const before = wholeOf((await sheet(t.city.office, city)).total).times
  const account = (await at.services.db.row<{ id: string }>(`SELECT recorded_by AS id FROM activities LIMIT 1`))!.id
  const units = await at.services.db.rows<{ id: string }>(`SELECT id FROM organisations WHERE code IN ('U1', 'U2') ORDER BY code`)
  const ids = Array.from({ length: MANY }, newId)
  await at.services.db.rows(`INSERT INTO activities (id, campaign_id, unit_id, name, form, day, place, people, words, revision, recorded_by, recorded_at) SELECT id, $2, (ARRAY[$3::uuid, $4::uuid])[1 + n % 2], '集中学习（示例）' || n, (ARRAY['study','talk','service'])[1 + n % 3], $5::date, n || ' 室', 1 + n % 50, repeat(md5(n::text), 10), 1, $6, now() FROM unnest($1::uuid[]) WITH ORDINALITY u(id, n)`, [ids, city, units[0]!.id, units[1]!.id, today, account])
  // Other campaigns lie in the same table, as they do.
  await at.services.db.rows(`INSERT INTO activities (id, campaign_id, unit_id, name, form, day, place, people, words, revision, recorded_by, recorded_at) SELECT gen_random_uuid(), $1, organisation_id, '示例', 'study', $2::date, '示例', 1, repeat(md5(n::text), 10), 1, $3, now() FROM campaigns, generate_series(1, 40000) n WHERE campaigns.id = $1`, [national, addDays(today, -1), account])
  await at.services.db.rows('VACUUM ANALYZE activities')
  const s = await sheet(t.city.office, city)
  expect([wholeOf(s.total).times, s.agrees, (await sheet(t.nation.office, national)).agrees]).toEqual([before + MANY, true, true])
  const statement = pageStatement({ campaignId: city, unitId: null, form: null, show: 'all', after: `${today}.${ids[5000]}`, limit: 24 })
  const page = await planOf(statement.sql, statement.values)
  const read = page.filter((n) => (n['Index Name'] ?? '').startsWith('activities_'))
  expect(read.map((n) => [n['Index Name'], n['Actual Rows'] * n['Actual Loops'] <= 25])).toEqual([['activities_in_order', true]])
  // Which way is cheaper the database decides by how fresh the rows are; the index alone has to suffice.
  const sums = await at.services.db.transaction(async (tx) => { await tx.rows('SET LOCAL enable_seqscan = off'); await tx.rows('SET LOCAL enable_bitmapscan = off'); return planOf(sumStatement, [[city], null], tx) })
  expect(sums.filter((n) => /activities/u.test(n['Index Name'] ?? '')).map((n) => [n['Node Type'], n['Index Name']])).toEqual([['Index Only Scan', 'activities_to_sum']])
  const seen = new Set<string>()
  for (let after: string | undefined, more = true; more;) {
    const { activities, next } = await t.city.office.ask(listActivities, { params: { campaignId: city }, query: { limit: 100, ...(after === undefined ? {} : { after }) } })
    for (const a of activities) { expect(seen.has(a.id)).toBe(false); seen.add(a.id) }
    after = next ?? undefined
    more = next !== null
  }
  expect(seen.size).toBe(before + MANY)
  expect((await file(t.city.office, activityListFile, city, 'csv')).toString().trim().split('\r\n')).toHaveLength(before + MANY + 1)
  expect((await tablesOfWord(await file(t.city.office, activitySheetFile, city, 'docx'))).words).toContain(`本级共 ${before + MANY} 次活动`)
  expect((await t.clerk.refused(recordActivity, { params: { campaignId: city }, body: { activity: activity({ place: '再一处' }) } })).codes).toEqual(['activity.tooMany'])
}, 180_000)

test('the invariants hold', async () => expect((await Promise.all(invariants.map((i) => at.services.db.rows(i.sql)))).flat()).toEqual([]))
