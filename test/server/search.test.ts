/** 查找: by characters, pinyin and initials; every viewer within the own branch, and no count tells of more. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { QueryOf } from '#contract/operation'
import { saveDraft, createNomination, readNomination } from '#contract/operations/nominations'
import { inviteAccount } from '#contract/operations/organisations'
import { searchNominations } from '#contract/operations/search'
import type { NominationState } from '#core/nomination/state'
import { search } from '#server/store/search'
import { spell as spellName, spellRest } from '#server/search/spelling'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'
import { putNomination } from './put-nomination'

let at: Installation
let o: Office
let supervisor: Person
let campaignId: string
const units: string[] = []

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 3)
  campaignId = await openProvincial(at, o)
  supervisor = await new Person(at.origin, 'yan').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  for (const [i, name] of ['云川省医学会（示例）', '重庆路口腔医院（示例）', '长乐县人民医院（示例）'].entries()) {
    units.push((await db().row<{ id: string }>(`UPDATE organisations SET name = $2 WHERE code = $1 RETURNING id`, [`U${i + 1}`, name]))!.id)
  }
  const names = ['单雄新', '解小东', '仇和平', '曾国安', '沈若川', '阿卜杜拉·买买提', '张伟', '张卫', '区志明', '吕布衣']
  for (const [i, name] of names.entries()) await put(0, name, 'submitted', i)
  await put(1, '张伟', 'accepted', 1)
  await put(1, '沈若川', 'returned', 2)
  await put(2, '未报送张伟', 'draft', 0)
  await put(1, '撤回的张伟', 'withdrawn', 3)
  await spell()
})
afterAll(() => at.close())
const db = () => at.services.db
const unspelled = async () => (await db().row<{ n: number }>(`SELECT (SELECT count(*) FROM nomination_search WHERE NOT spelled)::int + (SELECT count(*) FROM organisation_search WHERE NOT spelled)::int AS n`))!.n
/** The product spells as well, and each skips what the other holds. */
const spell = async () => { do { await spellRest(db(), 'person'); await spellRest(db(), 'unit') } while ((await unspelled()) > 0) }

const put = (unit: number, name: string, state: NominationState, n: number) => putNomination(db(), { campaignId, unitId: units[unit]!, name, state, n })
const ask = (who: Person, query: Partial<QueryOf<typeof searchNominations>>) => who.ask(searchNominations, { params: { campaignId }, query })
const found = async (who: Person, q: string) => { const { rows, total } = await ask(who, { q }); return [total, ...rows.map((r) => r.candidateName).sort()] }

test('a surname that is read its own way is found by that reading, in full and by initials', async () => {
  for (const [q, name] of [['shanxiong', '单雄新'], ['xiexd', null], ['xiexiaodong', '解小东'], ['qiuhe', '仇和平'], ['zengguo', '曾国安'], ['sxx', '单雄新'], ['xxd', '解小东'], ['qhp', '仇和平'], ['zga', '曾国安'], ['ouzhi', '区志明'], ['lvbu', '吕布衣'], ['danxiong', null], ['jiexiao', null]] as const)
    expect([q, ...await found(o.office, q)]).toEqual([q, ...(name === null ? [0] : [1, name])])
})

test('any two characters of a name or unit, full width, without width, in the old script and with dots between, find the same', async () => {
  for (const q of ['若川', '沈若', 'ＳＨＥＮＲＵＯ', 'sh\u200benruo', '\ufeff沈\u200d若川', '沈若川', ' 沈若 川 ', 'RUOchuan'])
    expect([q, await found(o.office, q)]).toEqual([q, [2, '沈若川', '沈若川']])
  for (const q of ['阿卜杜拉买买提', '阿卜杜拉•买买提', '买买提', 'mmt', 'abdl']) expect([q, await found(o.office, q)]).toEqual([q, [1, '阿卜杜拉·买买提']])
  expect(await found(o.office, '张')).toEqual([4, '张伟', '张伟', '张卫', '撤回的张伟'])
  expect(await found(o.office, '重慶')).toEqual([3, '张伟', '撤回的张伟', '沈若川'])
  expect(await found(o.office, 'chongqinglu')).toEqual([3, '张伟', '撤回的张伟', '沈若川'])
  expect(await found(o.office, 'cqlkq 张伟')).toEqual([2, '张伟', '撤回的张伟'])
})

test('signs of the query language are nothing but signs', async () => {
  for (const q of ["'", "张伟':*|'沈", '\\', "' | !'x", '%', '_', '&', '!张伟', ':*', '\u200b']) expect((await o.office.send(searchNominations, { params: { campaignId }, query: { q } })).status).toBe(200)
  expect(await found(o.office, "张伟' | '沈若川")).toEqual([0])
})

test('a draft is its unit’s alone, a sent one its unit’s, the office’s and the supervisor’s; what is foreign is in no row and in no count', async () => {
  const [a, b, c] = o.units.map((u) => u.clerk) as [Person, Person, Person]
  expect([await found(o.office, 'zhangw'), await found(supervisor, 'zhangw')]).toEqual([[4, '张伟', '张伟', '张卫', '撤回的张伟'], [4, '张伟', '张伟', '张卫', '撤回的张伟']])
  expect([await found(a, 'zw'), await found(b, 'zw'), await found(c, 'zw')]).toEqual([[2, '张伟', '张卫'], [2, '张伟', '撤回的张伟'], [1, '未报送张伟']])
  expect([await found(c, '沈若'), await found(c, '医学会'), await found(c, '长乐'), await found(o.office, '未报送'), await found(o.office, '长乐')]).toEqual([[0], [0], [1, '未报送张伟'], [0], [0]])
  const foreign = await ask(c, { q: '张伟', unit: units[0]! })
  expect([foreign.total, foreign.counts, foreign.rows, foreign.next]).toEqual([0, {}, [], null])
  const all = await ask(c, {})
  expect([all.total, all.counts]).toEqual([1, { draft: 1 }])
  const stranger = new Person(at.origin)
  expect((await stranger.send(searchNominations, { params: { campaignId } })).status).toBe(401)
})

test('mutant: a search that forgets the branch counts what is others’, and the test above would see it', async () => {
  const s = { campaignId, words: ['zw'], unit: null, state: null, warned: false, returned: false, dueBefore: null, after: null, limit: 50 }
  const [narrowed, open] = [await search(db(), { ...s, branch: { unitId: units[2]! } }), await search(db(), { ...s, branch: 'sent' })]
  expect([narrowed.rows.length, open.rows.length > narrowed.rows.length]).toEqual([1, true])
})

test('pages hold every hit once, in the order of the desk, with one exact count; filters combine', async () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await ask(o.office, { limit: 3, ...(after !== undefined && { after }) })
    expect([page.total, page.rows.length <= 3]).toEqual([13, true])
    seen.push(...page.rows.map((r) => r.id))
    after = page.next ?? undefined
  } while (after !== undefined)
  const whole = await ask(o.office, {})
  expect(seen).toEqual(whole.rows.map((r) => r.id))
  expect([whole.counts, new Set(seen).size, whole.rows.findIndex((r) => r.state !== 'submitted')]).toEqual([{ submitted: 10, accepted: 1, returned: 1, withdrawn: 1 }, 13, 10])
  const names = async (query: Partial<QueryOf<typeof searchNominations>>) => (await ask(o.office, query)).rows.map((r) => r.candidateName).sort()
  expect(await names({ q: 'zw', state: 'accepted' })).toEqual(['张伟'])
  expect(await names({ q: '张伟', unit: units[1]!, warned: 'yes' })).toEqual(['张伟', '撤回的张伟'].sort())
  expect([await names({ returned: 'yes' }), await names({ due: 'yes' }), await names({ due: 'yes', q: '张伟' })]).toEqual([['沈若川'], ['沈若川'], []])
})

test('every search, of one word or two, with a page and a state, is what a plain reading of each row’s keys gives', async () => {
  const words = ['zw', 'z', 'chong', 'cq', '医', '医院', '张伟', 'shan', 'sxx', 'm', 'an', '口腔', 'r', 'ruochuan', '示例', 'gy', '1']
  const searches = [[], ...words.map((w) => [w]), ...words.flatMap((w) => ['张伟', 'cq', '医', 'a'].map((v) => [w, v]))]
  let hits = 0
  for (const branch of ['sent', { unitId: units[1]! }] as const) for (const asked of searches) for (const state of [null, 'submitted', 'returned'] as const) {
    const naive = await db().rows<{ id: string; state: NominationState }>(
      `SELECT s.nomination_id AS id, s.state FROM nomination_search s JOIN organisation_search o ON o.organisation_id = s.unit_id
       WHERE s.campaign_id = $1 AND CASE WHEN $2::uuid IS NULL THEN s.sent ELSE s.unit_id = $2 END AND (SELECT coalesce(bool_and(EXISTS (SELECT FROM unnest(tsvector_to_array(search_keys(s.plain, s.spelling)) || tsvector_to_array(search_keys(o.plain, o.spelling))) k WHERE starts_with(k, w))), true) FROM unnest($3::text[]) w)
       ORDER BY (s.state <> 'submitted')::int, s.order_at, s.nomination_id`, [campaignId, branch === 'sent' ? null : branch.unitId, asked])
    const counts: Partial<Record<NominationState, number>> = {}
    for (const r of naive) counts[r.state] = (counts[r.state] ?? 0) + 1
    const page = naive.filter((r) => state === null || r.state === state).map((r) => r.id)
    const s = { campaignId, branch, words: asked, unit: null, state, warned: false, returned: false, dueBefore: null, limit: 3 }
    const first = await search(db(), { ...s, after: null })
    expect([asked, state, first.counts, first.rows.map((r) => r.id)]).toEqual([asked, state, counts, page.slice(0, 4)])
    if (page.length > 2) expect([asked, state, (await search(db(), { ...s, after: first.rows[1]!.cursor })).rows.map((r) => r.id)]).toEqual([asked, state, page.slice(2, 6)])
    hits += naive.length
  }
  expect(hits).toBeGreaterThan(300)
})

test('a name that is typed anew is found by the new one at once, and by the old no more', async () => {
  const clerk = o.units[2]!.clerk
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '盖叫天' } })
  expect(await found(clerk, 'gejiao')).toEqual([1, '盖叫天'])
  const { version } = await clerk.ask(readNomination, { params: { nominationId } })
  await clerk.ask(saveDraft, { params: { nominationId }, body: { version, fields: { name: '尉迟敬' } } })
  expect([await found(clerk, 'yuchi'), await found(clerk, 'ycj'), await found(clerk, 'gejiao'), await found(clerk, '盖叫')]).toEqual([[1, '尉迟敬'], [1, '尉迟敬'], [0], [0]])
})

test('what was written by other ways is found by its characters at once, and by pinyin after the next look', async () => {
  await db().rows(`UPDATE organisations SET name = '青陵中医院（示例）' WHERE id = $1`, [units[2]])
  const clerk = o.units[2]!.clerk
  expect((await found(clerk, '青陵'))[0]).toBeGreaterThan(0)
  await spell()
  expect((await found(clerk, 'qlzyy'))[0]).toBeGreaterThan(0)
})

test('spelling waits for nobody: while somebody decides on a unit’s row the others are spelled, and that one afterwards', async () => {
  const left = () => db().rows(`SELECT organisation_id AS id FROM organisation_search WHERE NOT spelled`)
  // The product looks every few seconds as well: where it came between, the row is marked and held anew.
  for (let held = false; !held;) {
    await db().rows(`UPDATE organisation_search SET spelled = false`)
    await db().transaction(async (tx) => {
      held = (await tx.rows(`SELECT 1 FROM organisation_search WHERE organisation_id = $1 AND NOT spelled FOR UPDATE`, [units[0]])).length > 0
      if (!held) return
      await vi.waitUntil(async () => { await spellRest(db(), 'unit'); return (await left()).length === 1 }, { timeout: 20_000 })
      expect(await left()).toEqual([{ id: units[0] }])
    })
  }
  await spell()
  expect(await left()).toEqual([])
})

test('keys are tails, each once, and never longer than what is compared', async () => {
  const keysOf = async (name: string, what: 'person' | 'unit') => {
    const { plain, spelling } = spellName(name, what)
    return (await db().row<{ keys: string[] }>(`SELECT tsvector_to_array(search_keys($1, $2)) AS keys`, [plain, spelling]))!.keys
  }
  expect((await keysOf('单青', 'person')).sort()).toEqual(['shanqing', 'sq', 'q', 'qing', '青', '单青'].sort())
  expect(Math.max(...(await keysOf('示'.repeat(100), 'unit')).map((k) => [...k].length))).toBe(24)
})
