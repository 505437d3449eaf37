/** 草稿: two tabs never overwrite each other; names pass unchanged everywhere; ID numbers and phones lie nowhere in plain text. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger } from '#contract/operations/campaigns'
import { createNomination, listNominations, readNomination, saveDraft, sendToApprover } from '#contract/operations/nominations'
import { fieldsFor, definitionFor, idNumber } from './dossier'
import { publishCampaign } from '#server/public/publish'
import { buildRecord } from '#server/queries/ledger'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let campaignId: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o)
})
afterAll(() => at.close())
const clerk = () => o.units[0]!.clerk
const begin = async (candidateName = '沈若川') => (await clerk().ask(createNomination, { params: { campaignId }, body: { candidateName } })).nominationId
const read = (nominationId: string) => clerk().ask(readNomination, { params: { nominationId } })

test('the second of two tabs is told, with the newer version, and nothing is overwritten', async () => {
  const nominationId = await begin()
  const [one, other] = await Promise.all([read(nominationId), read(nominationId)])
  const first = await clerk().ask(saveDraft, { params: { nominationId }, body: { version: one.version, fields: { mainDeeds: '第一个页面写的。' } } })
  const second = await clerk().refused(saveDraft, { params: { nominationId }, body: { version: other.version, fields: { mainDeeds: '第二个页面写的。' } } })
  expect([second.status, second.problem.error, second.problem.detail]).toEqual([409, 'stale', { version: first.version }])
  expect((await read(nominationId)).fields['mainDeeds']).toBe('第一个页面写的。')
  const again = await clerk().ask(saveDraft, { params: { nominationId }, body: { version: first.version, fields: { mainDeeds: '合并以后的。' } } })
  expect([again.version, (await read(nominationId)).fields['mainDeeds']]).toEqual([first.version + 1, '合并以后的。'])
})

test('answers to what rules ask are kept one by one, and a nomination of before these questions has none', async () => {
  const nominationId = await begin()
  await at.services.db.rows(`UPDATE nominations SET answers = answers - 'properties' - 'values' - 'honours' WHERE id = $1`, [nominationId])
  const before = await read(nominationId)
  expect([before.answers.properties, before.answers.values, before.answers.honours]).toEqual([{}, {}, {}])
  const save = async (answers: object) => clerk().ask(saveDraft, { params: { nominationId }, body: { version: (await read(nominationId)).version, answers } })
  await save({ properties: { academician: false } })
  await save({ properties: { partyMember: true }, values: { workingSince: '2019-07-01' }, honours: { candidate: [{ name: '示例奖', year: 2023, level: 'city' }] } })
  const { answers } = await read(nominationId)
  expect([answers.properties, answers.values, answers.honours]).toEqual([{ academician: false, partyMember: true }, { workingSince: '2019-07-01' }, { candidate: [{ name: '示例奖', year: 2023, level: 'city' }] }])
})

test('of twenty tabs saving at one instant exactly one gets through, and what it wrote stands', async () => {
  const nominationId = await begin()
  for (let round = 0; round < (process.env['XUANSHU_LONG'] === '1' ? 50 : 5); round++) {
    const { version } = await read(nominationId)
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => clerk().send(saveDraft, { params: { nominationId }, body: { version, fields: { honours: `第 ${round} 轮第 ${i} 页` } } })))
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)])
    const after = await read(nominationId)
    expect([after.version, after.fields['honours']]).toEqual([version + 1, `第 ${round} 轮第 ${answers.findIndex((a) => a.status === 200)} 页`])
  }
})

test('mutant: saving without looking at the version loses what the first tab wrote, and this test would see it', async () => {
  const nominationId = await begin()
  const naive = (text: string) => at.services.db.rows(`UPDATE nominations SET fields = fields || jsonb_build_object('honours', $2::text), version = version + 1 WHERE id = $1`, [nominationId, text])
  await Promise.all([naive('第一页'), naive('第二页')])
  const after = await read(nominationId)
  // Two saves went through from one version: what the tests above call for would fail.
  expect(after.version).not.toBe(2)
})

test('a saved field leaves the others alone, and a draft survives its session', async () => {
  const nominationId = await begin()
  const { version } = await read(nominationId)
  await clerk().ask(saveDraft, { params: { nominationId }, body: { version, fields: { sex: 'female', phone: '10000000000' } } })
  await clerk().ask(saveDraft, { params: { nominationId }, body: { version: version + 1, fields: { nation: '汉族' } } })
  const fields = (await read(nominationId)).fields
  expect([fields['sex'], fields['nation'], fields['phone'], fields['name']]).toEqual(['female', '汉族', '10000000000', '沈若川'])
})

/** Rare characters, the separator of minority names, a compatibility character that NFC would rewrite, a name of a hundred characters. */
const names = ['𬭎衡', '㛃', '阿卜杜拉·买买提', '\u{2F800}青', '欧'.repeat(100), 'Ａ﨎', 'O’Brien-李', '沈 若川']

test.each(names)('the name %s is the same byte for byte in draft, list, ledger page, database and public page', async (name) => {
  const nominationId = await begin(name)
  const { version } = await read(nominationId)
  await clerk().ask(saveDraft, { params: { nominationId }, body: { version, fields: { name } } })
  const [one, list, ledger] = [await read(nominationId), await clerk().ask(listNominations, { params: { campaignId } }), await o.office.ask(campaignLedger, { params: { campaignId }, query: { limit: 500 } })]
  const row = await at.services.db.row<{ hex: string; name: string }>(`SELECT encode(convert_to(candidate_name, 'UTF8'), 'hex') AS hex, fields->>'name' AS name FROM nominations WHERE id = $1`, [nominationId])
  expect([one.candidateName, one.fields['name'], list.nominations.find((n) => n.id === nominationId)!.candidateName, ledger.entries.at(-1)!.subject, row!.name].map(hex)).toEqual(Array.from({ length: 5 }, () => hex(name)))
  expect(row!.hex).toBe(hex(name))
  await onPublicPage(name)
})
const hex = (text: unknown) => Buffer.from(String(text)).toString('hex')

/** The person announced straight in the database: what is asked here is how a name is drawn, not who may be. */
const onPublicPage = async (name: string) => {
  const n = await at.services.db.row<{ id: string }>(`SELECT id FROM nominations WHERE candidate_name = $1 LIMIT 1`, [name])
  const roundId = '0190a000-0000-7000-8000-0000000000aa'
  const { db } = at.services
  await db.rows(`INSERT INTO rounds (id, campaign_id, rule_id, rule, state, public_key, opened_at, result) VALUES ($1, $2, 'r', '{}', 'closed', '', product_time(), '{}') ON CONFLICT DO NOTHING`, [roundId, campaignId])
  await db.rows(`INSERT INTO public_notices (campaign_id, round_id, starts_at, ends_at, days, people, how_to_object) VALUES ($1, $2, product_time(), product_time() + interval '5 days', '[]', $3, '{"phone":"0","email":"e","address":"a"}') ON CONFLICT (campaign_id) DO UPDATE SET people = $3`,
    [campaignId, roundId, JSON.stringify([{ nominationId: n!.id, name, employer: '示例医院', post: '医生', summary: '一句话。' }])])
  await publishCampaign(db, at.services, campaignId)
  const { path } = (await db.row<{ path: string }>(`SELECT path FROM public_pages WHERE campaign_id = $1 AND path LIKE '/p/%/public-notice' AND path NOT LIKE '%/en/%' LIMIT 1`, [campaignId]))!
  expect((await new Person(at.origin).raw('GET', path)).text).toContain(name)
}

test('ID number, phone and e-mail lie in no table in plain text, and not in the record', async () => {
  const nominationId = await begin('顾青禾')
  const definition = await definitionFor(clerk(), campaignId)
  const secret = { idNumber: idNumber('1984-03-12', 7), phone: '10000000077', email: 'secret-seven@example.org' }
  const { version } = await read(nominationId)
  await clerk().ask(saveDraft, { params: { nominationId }, body: { version, fields: { ...fieldsFor(definition, '顾青禾', 7), ...secret } } })
  await clerk().ask(sendToApprover, { params: { nominationId }, body: {} })
  expect((await read(nominationId)).fields).toMatchObject(secret)
  const found: string[] = []
  // Every column of every table, bytes too, in both spellings of a byte string.
  const columns = await at.services.db.rows<{ t: string; c: string }>(`SELECT format('%I.%I', table_schema, table_name) AS t, quote_ident(column_name) AS c FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`)
  expect(columns.length).toBeGreaterThan(100)
  for (const { t, c } of columns)
    for (const value of Object.values(secret))
      if ((await at.services.db.rows(`SELECT 1 FROM ${t} WHERE position($1 IN ${c}::text) > 0 OR position($2 IN ${c}::text) > 0 LIMIT 1`, [value, hex(value)])).length > 0) found.push(`${t}.${c}`)
  expect(found).toEqual([])
  // The search itself can find: the name lies open.
  expect(await at.services.db.rows(`SELECT 1 FROM nominations WHERE position('顾青禾' IN fields::text) > 0`)).toHaveLength(1)
  const record = JSON.stringify(await buildRecord(at.services.db, campaignId))
  expect([...Object.values(secret), '顾青禾'].filter((s) => record.includes(s))).toEqual([])
})
