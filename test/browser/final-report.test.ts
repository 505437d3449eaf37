/** 总结 in the browser: what the page shows is what the downloaded draft holds; nothing yet is said in words; it fits a telephone and is read in English. */
import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordActivity } from '#contract/operations/activities'
import { inviteAccount } from '#contract/operations/organisations'
import { addDays, dayOf } from '#core/kernel/instant'
import { tablesOfWord } from '../documents/read-tables'
import { definitionFor } from '../server/dossier'
import { giveHonoursTo } from '../server/honours-given'
import { openProvincial } from '../server/office'
import { Person } from '../server/person'
import { putMany } from '../server/put-many'
import { PHONE } from './people'
import { arrive, at, o, play, shots, shotsOfPage, WIDE } from './play'

let campaignId: string
let empty: string
let supervisor: Person
play({ units: 3 }, async () => {
  campaignId = (await giveHonoursTo(at, o, ['沈若川', '阿卜杜拉·买买提', '顾南枝'])).campaignId
  const { db } = at.services
  const { office } = (await db.row<{ office: string }>(`SELECT organisation_id AS office FROM campaigns WHERE id = $1`, [campaignId]))!
  for (const [i, city] of ['云岭市', '栗川市', '鹤原市', '棠溪市'].entries()) {
    const head = randomUUID()
    await db.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) VALUES ($1, $2, $2, $3, $4, 'cityAssociation')`, [head, office, `A${i}`, `${city}医学会（示例）`])
    await db.rows(`WITH o AS (INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), $1, $2, $3 || k, $4 || k || '（示例）', (ARRAY['hospital','cdc','university'])[1 + k % 3] FROM generate_series(1, 4) k RETURNING id) INSERT INTO campaign_units (campaign_id, unit_id, first_opened_at) SELECT $5::uuid, id, product_time() FROM o UNION ALL SELECT $5::uuid, $1::uuid, NULL`, [head, office, `A${i}-`, `${city}单位`, campaignId])
  }
  const definition = await definitionFor(o.office, campaignId)
  await putMany(db, { campaignId, categories: definition.rules.flatMap((r) => (r.kind === 'category' ? [r.value] : [])), count: 160, seed: 7, days: 12 })
  const today = dayOf(await at.now())
  for (const [i, form] of (['talk', 'study', 'service', 'exhibition'] as const).entries()) await o.units[i % 3]!.clerk.ask(recordActivity, { params: { campaignId }, body: { activity: { name: `活动${i}（示例）`, form, otherForm: '', day: addDays(today, -i), place: `地点${i}`, people: form === 'exhibition' ? null : 60 + i * 20, hosts: '', words: '', links: [] }, distinct: true } })
  empty = await openProvincial(at, o)
  supervisor = await new Person(at.origin, 'yan').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
})

test('at a desk: charts over their tables, where each number comes from, and the draft that says the same', async () => {
  const office = await arrive(o.office, WIDE)
  await office.open(`/office/c/${campaignId}`)
  await office.press('更多')
  await office.press('总结')
  await office.sees('活动过程', '参与情况', '人选构成', '评审和公示', '集中宣传', '学习宣传活动', '给单位增加的负担', '数字和出处')
  await office.keepsNobodyOut()
  const [download] = await Promise.all([office.page.waitForEvent('download'), office.page.getByRole('link', { name: '下载初稿（Word）' }).click()])
  expect(download.suggestedFilename()).toMatch(/总结报告（初稿）\.docx$/u)
  const bytes = await readFile(await download.path())
  if (shots !== undefined) await writeFile(join(shots, 'final-report.docx'), bytes)
  // As a person would: each table of the page beside that of the file.
  const page = await office.page.locator('.final-report table').evaluateAll((all) => all.map((t) => [...t.querySelectorAll('tr')].map((r) => [...r.querySelectorAll('th, td')].map((c) => c.textContent!.trim()))))
  const { tables, words } = await tablesOfWord(bytes)
  expect(page.map((t) => t.slice(1))).toEqual(tables.map((t) => t.slice(1)))
  for (const says of await office.page.locator('.final-report .says').allTextContents()) expect(words).toContain(says)
  await shotsOfPage(office, 'final-report')
  await office.leave()
}, 240_000)

test('nothing yet is said in words; on a telephone nothing runs over the edge', async () => {
  const office = await arrive(o.office, PHONE)
  await office.open(`/office/c/${empty}/final-report`)
  await office.sees('还没有报送的人选，构成无从说起。', '还没有记录学习宣传活动。')
  await office.fitsPhone()
  await office.keepsNobodyOut()
  await office.open(`/office/c/${campaignId}/final-report`)
  await office.sees('数字和出处')
  await office.fitsPhone()
  await office.keepsNobodyOut()
  await office.leave()
}, 180_000)

test('the supervisor comes there from the record and reads it in English', async () => {
  const person = await arrive(supervisor, WIDE)
  await person.open(`/supervisor/c/${campaignId}`)
  await person.press('总结')
  await person.sees('给单位增加的负担')
  await person.press('English')
  await person.sees('Burden caused', 'Where the numbers come from')
  await person.keepsNobodyOut()
  await person.leave()
}, 180_000)
