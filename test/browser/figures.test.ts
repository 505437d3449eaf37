/** 数据, as the office and the supervisor read it: nothing yet, a thousand nominations, every chart as a table, on a telephone and at a desk. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inviteAccount } from '#contract/operations/organisations'
import type { StatedRule } from '#core/rules/rule'
import { definitionFor } from '../server/dossier'
import { openProvincial } from '../server/office'
import { Person } from '../server/person'
import { putMany } from '../server/put-many'
import { PHONE, Visitor } from './people'
import { at, browser, o, play, shots } from './play'

let campaignId: string
let empty: string
let supervisor: Person
const basis = { kind: 'office decision' as const, reason: { zh: '示例', en: 'sample' }, date: '2026-01-01' }
const shares = (rules: StatedRule[]): StatedRule[] => [...rules,
  { id: 'young', kind: 'proportion', strength: 'note', basis, of: { name: { zh: '45 岁以下', en: 'Under 45' }, bornOnOrAfter: '1981-05-24' }, bound: 'min', percent: 20, over: 'level' },
  { id: 'academicians', kind: 'proportion', strength: 'note', basis, of: { name: { zh: '院士', en: 'Academicians' }, property: 'academician' }, bound: 'max', percent: 10, over: 'level' },
] as StatedRule[]

/** A tree with cities, a closed round and a public notice, so that every stage is there. */
const furnish = async (): Promise<void> => {
  const { db } = at.services
  const cities = ['云岭市', '栗川市', '鹤原市', '棠溪市', '桐远市', '沐江市', '望川市', '银渡市']
  const { office } = (await db.row<{ office: string }>(`SELECT organisation_id AS office FROM campaigns WHERE id = $1`, [campaignId]))!
  for (const [i, city] of cities.entries()) {
    const head = randomUUID()
    await db.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) VALUES ($1, $2, $2, $3, $4, 'cityAssociation')`, [head, office, `T${i}`, `${city}医学会（示例）`])
    await db.rows(`WITH o AS (INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), $1, $2, $3 || k, $4 || k || '（示例）', (ARRAY['hospital','cdc','university'])[1 + k % 3] FROM generate_series(1, 4) k RETURNING id) INSERT INTO campaign_units (campaign_id, unit_id) SELECT $5::uuid, id FROM o UNION ALL SELECT $5::uuid, $1::uuid`, [head, office, `T${i}-`, `${city}单位`, campaignId])
  }
  const definition = await definitionFor(o.office, campaignId)
  const people = await putMany(db, { campaignId, categories: definition.rules.flatMap((r) => (r.kind === 'category' ? [r.value] : [])), count: 1000, seed: 7, days: 12 })
  const accepted = people.filter((p) => p.state === 'accepted').map((p) => p.id)
  const account = (await db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'zheng'`))!.id
  for (const [i, p] of people.filter((x) => x.state === 'returned').entries()) await db.rows(`INSERT INTO screenings (id, nomination_id, decision, points, until, decided_by, decided_at) VALUES ($1, $2, 'return', $3, product_time() + interval '2 days', $4, product_time())`, [randomUUID(), p.id, JSON.stringify([
    ...(i % 2 === 0 ? [{ what: '公章不清', at: 'a.pdf', clause: '四、1', code: 'paper.noSeal', material: 'integrity-opinion-stamped', field: '' }] : []), ...(i % 3 === 0 ? [{ what: '太短', at: '', clause: '三（二）', code: 'field.tooShort', material: '', field: 'deeds' }] : []),
    ...(i % 7 === 0 ? [{ what: '照片太小', at: 'b.jpg', clause: '四、3', code: 'photo.tooSmall', material: 'photos', field: '' }] : []), { what: '请核对', at: '', clause: '', code: '', material: '', field: '' }].slice(0, 2)), account])
  const rule = { id: 'round-1', name: { zh: '第一轮', en: 'Round 1' } }
  const round = randomUUID()
  await db.rows(`INSERT INTO rounds (id, campaign_id, rule_id, rule, state, public_key, opened_at, closed_at, result, result_hash) VALUES ($1, $2, 'round-1', $3, 'closed', '\\x00', product_time(), product_time(), $4, 'x')`,
    [round, campaignId, rule, JSON.stringify({ rows: accepted.slice(0, 120).map((candidate, i) => ({ candidate, outcome: i < 30 ? 'selected' : 'belowPlaces' })) })])
  await db.rows(`INSERT INTO round_candidates (round_id, nomination_id) SELECT $1, unnest($2::uuid[])`, [round, accepted.slice(0, 120)])
  await db.rows(`INSERT INTO public_notices (campaign_id, round_id, starts_at, ends_at, days, people, how_to_object) VALUES ($1, $2, product_time(), product_time() + interval '5 days', '[]', $3, '{}')`, [campaignId, round, JSON.stringify(accepted.slice(0, 30).map((nominationId) => ({ nominationId })))])
}

play({ units: 3 }, async () => {
  campaignId = await openProvincial(at, o, shares)
  empty = await openProvincial(at, o)
  supervisor = await new Person(at.origin, 'yan').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  await furnish()
})

const arrive = async (token: string, viewport: { width: number; height: number }) => (await Visitor.arrive(browser, at.origin, viewport)).holding(token)
const shot = async (who: Visitor, name: string) => {
  if (shots !== undefined) await who.page.screenshot({ path: join(shots, `${name}-${who.page.viewportSize()!.width}.png`), fullPage: true })
}

test('nothing yet is said in words, and nothing is drawn', async () => {
  const office = await arrive(o.office.token, { width: 1440, height: 900 })
  await office.open(`/office/c/${empty}/figures`)
  await office.sees('还没有数据')
  expect(await office.page.locator('.drawing').count()).toBe(0)
  await office.keepsNobodyOut()
  await office.leave()
}, 120_000)

test('at a desk: every chart has its words and is a table at a press; shares stand with their denominators; files are taken away', async () => {
  const office = await arrive(o.office.token, { width: 1440, height: 900 })
  await office.open(`/office/c/${campaignId}/figures`)
  await office.sees('推进', '报送时间', '比例对照', '构成', '实际造成的负担', '为什么退回', '通知可以这样改')
  for (const drawing of await office.page.locator('svg.drawing').all()) {
    expect(await drawing.getAttribute('role')).toBe('img')
    expect([(await drawing.locator('> title').textContent())!.length > 0, (await drawing.locator('> desc').textContent())!.length > 0]).toEqual([true, true])
  }
  await office.keepsNobodyOut()
  await shot(office, 'office-figures')
  for (const name of ['推进', '报送时间', '比例对照', '类别', '年龄', '性别', '地区、系统', '单位类型', '单位层级', '实际造成的负担', '为什么退回']) await office.press(`${name}：看表`)
  const sex = office.part('性别').first()
  await sex.getByRole('rowheader', { name: '未填' }).waitFor()
  await office.keepsNobodyOut()
  await shot(office, 'figures-tables')
  const [file] = await Promise.all([office.page.waitForEvent('download'), office.press('构成：导出 Excel')])
  expect(file.suggestedFilename()).toMatch(/^构成-.*\.xlsx$/)
  await office.leave()
}, 180_000)

test('on a telephone nothing runs over the edge, drawn or as tables', async () => {
  const office = await arrive(o.office.token, PHONE)
  await office.open(`/office/c/${campaignId}/figures`)
  await office.sees('推进', '为什么退回')
  await office.fitsPhone()
  await office.keepsNobodyOut()
  await shot(office, 'office-figures')
  for (const name of ['推进', '类别', '地区、系统', '为什么退回']) await office.press(`${name}：看表`)
  await office.fitsPhone()
  await office.leave()
}, 180_000)

test('on paper: two columns, no buttons', async () => {
  const office = await arrive(o.office.token, { width: 1440, height: 900 })
  await office.open(`/office/c/${campaignId}/figures`)
  await office.sees('为什么退回')
  await office.page.emulateMedia({ media: 'print' })
  expect(await office.page.locator('.data .button:visible').count()).toBe(0)
  await office.page.setViewportSize({ width: 760, height: 1000 })
  if (shots !== undefined) await office.page.screenshot({ path: join(shots, 'figures-print.png'), fullPage: true })
  await office.leave()
}, 120_000)

test('the supervisor reads the same and comes there from the record; in English too', async () => {
  const person = await arrive(supervisor.token, { width: 1440, height: 900 })
  await person.open(`/supervisor/c/${campaignId}`)
  await person.press('数据')
  await person.sees('推进', '为什么退回')
  await person.press('English')
  await person.sees('Composition', 'Why things come back')
  await person.keepsNobodyOut()
  await shot(person, 'figures-english')
  await person.leave()
}, 120_000)
