/** 荣誉: certificates, the public check, the register that is never changed, and revoking and restoring by two persons. A check that went by the first entry must be seen. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { certificate, confirmHonourChange, exportRegister, honoursWord, ownCertificate, packageCertificates, proposeHonourChange, shapeCertificates, readOwnHonour, readRegister, withdrawHonourChange } from '#contract/operations/honours'
import { campaignLedger, listPublicCampaigns } from '#contract/operations/campaigns'
import { inviteAccount } from '#contract/operations/organisations'
import { listPackages, packageFile } from '#contract/operations/packages'
import { listNews } from '#contract/operations/news'
import { readFigures } from '#contract/operations/figures'
import { verifyRecord } from '#core/ledger/record'
import { checkCertificate } from '#server/public/check'
import { buildRecord } from '#server/queries/ledger'
import { takeNumbers } from '#server/store/honour-register'
import { invariants } from '#server/store/invariants'
import { newId } from '#server/ids'
import { pagesOf } from './drawn-pages'
import { unzipped } from '../documents/unzip'
import { pdfText } from '../browser/pdf-text'
import { giveHonoursTo, type Honoured } from './honours-given'
import { freshInstallation, type Installation } from './installation'
import { openOffice, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let h: Honoured
let honourId: string
let codes: { number: string; code: string; name: string }[]
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer as ArrayBuffer } })

const NAMES = ['阿卜杜拉·买买提', '沈若川', '𬭎衡']
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 3)
  h = await giveHonoursTo(at, o, NAMES)
  honourId = h.honours.find((x) => x.name === '沈若川')!.honourId
  codes = await at.services.db.rows(`SELECT number, code, person_name AS name FROM honour_register WHERE kind = 'given' ORDER BY number`)
})
afterAll(() => at.close())

const check = async (query: Record<string, string>, lang = '') => (await fetch(`${at.origin}/check?${new URLSearchParams({ ...query, ...(lang === '' ? {} : { lang }) })}`)).text()
const own = () => codes.find((c) => c.name === '沈若川')!
const params = () => ({ campaignId: h.campaignId, honourId })
const register = async () => (await o.office.ask(readRegister, { query: { q: '沈若川' } })).rows[0]!
const words = { reason: '经查实，主要事迹不实（示例）', basis: '方案第九条，〔2026〕3号决定（示例）' }
/** How many the figures count as honoured. */
const honoured = async (): Promise<number> => (await o.office.ask(readFigures, { params: { campaignId: h.campaignId } })).funnel.steps.find((s) => s.id === 'honoured')?.count ?? 0
/** How many the public list of campaigns says are honoured. */
const publicCount = async (): Promise<unknown> => (await new Person(at.origin).ask(listPublicCampaigns)).campaigns.map((c) => (c.stage.kind === 'honoured' ? c.stage.people : c.stage.kind))
const propose = (change: 'revoke' | 'restore', who = o.office) => who.ask(proposeHonourChange, { params: params(), body: { change, ...words } })
const refuses = (sql: string, with_: unknown[] = []) => at.services.db.rows(sql, with_).then(() => 'done', (e: { constraint?: string; code?: string }) => e.constraint ?? e.code)
const file = async (who: Person, path: string) => {
  const response = await fetch(at.origin + path, { headers: { cookie: `xuanshu_session=${who.token}` } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes, text: Buffer.from(bytes).toString() }
}

test('each honour stands in the register with number, unit, title and a code of its own', async () => {
  const { rows, total, years } = await o.office.ask(readRegister, { query: {} })
  expect([total, years, rows.map((r) => r.number).sort()]).toEqual([3, [2026], ['2026-001', '2026-002', '2026-003']])
  expect(rows.map((r) => r.name).sort()).toEqual([...NAMES].sort())
  expect(rows.every((r) => r.standing === 'valid' && r.entries.length === 1 && r.entries[0]!.kind === 'given' && r.recall.length === 0)).toBe(true)
  expect(new Set(codes.map((c) => c.code)).size).toBe(3)
  // 31 signs, 16 of them: 79 bits.
  expect(codes.every((c) => /^[A-HJKMNP-Z2-9]{16}$/.test(c.code))).toBe(true)
  expect((await o.office.ask(readRegister, { query: { q: '买买提' } })).rows.map((r) => r.name)).toEqual(['阿卜杜拉·买买提'])
  expect((await o.office.ask(readRegister, { query: { q: '%' } })).total).toBe(0)
})

test('the office chooses upright certificates: the page stands, number and hash are the same, and the ledger has the choice once', async () => {
  const certificateAt = `/api/campaigns/${h.campaignId}/honours/${honourId}/certificate`
  const shapeOf = async (): Promise<[boolean, string]> => {
    const { bytes } = await file(o.office, certificateAt)
    const [, wide, high] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(Buffer.from(bytes).toString('latin1'))!
    return [Number(wide) < Number(high), /[0-9a-f]{64}/.exec((await pdfText(Buffer.from(bytes))).replaceAll(/\s/gu, ''))![0]]
  }
  const [lying, hash] = await shapeOf()
  for (const upright of [true, true]) await o.office.ask(shapeCertificates, { params: { campaignId: h.campaignId }, body: { upright } })
  expect([lying, await shapeOf()]).toEqual([false, [true, hash]])
  const given = await at.services.db.rows(`SELECT 1 FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' = 'honour.certificatesShaped'`, [h.campaignId])
  await o.office.ask(shapeCertificates, { params: { campaignId: h.campaignId }, body: { upright: false } })
  expect([given.length, (await shapeOf())[0]]).toEqual([1, false])
})

test('the certificate is one page, and its QR leads to the check page, which says what it says', async () => {
  const pdf = await file(o.office, certificate.path.replace(':campaignId', h.campaignId).replace(':honourId', honourId))
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const pages = await pagesOf(pdf.bytes)
  expect(pages.length).toBe(1)
  const [code] = await readBarcodes(new Uint8Array(pages[0]!), { formats: ['QRCode'] })
  expect(code!.text).toBe(`http://localhost/check?n=${own().number}&c=${own().code}`)
  const page = await (await fetch(code!.text.replace('http://localhost', at.origin))).text()
  expect(['证书有效', '沈若川', '云川最美科技工作者（示例）', own().number].map((w) => page.includes(w))).toEqual([true, true, true, true])
  expect(page.includes('<script')).toBe(false)
})

test('the number alone tells no name; a wrong code, an absent number and a strange one are answered alike', async () => {
  const alone = await check({ n: own().number })
  expect([alone.includes('有这个编号的有效证书'), alone.includes('沈＊＊'), alone.includes('沈若川'), alone.includes('示例医院')]).toEqual([true, true, false, false])
  const without = (page: string) => page.replaceAll(/(?:n|c)=[^"&]*|value="[^"]*"/g, '')
  const wrong = without(await check({ n: own().number, c: own().code.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')) }))
  expect(wrong.includes('没有查到有效的证书')).toBe(true)
  expect(without(await check({ n: '2026-999', c: own().code }))).toBe(wrong)
  expect(without(await check({ n: '<b>"\'', c: '%00' }))).toBe(wrong)
  expect((await check({ n: own().number, c: own().code }, 'en')).includes('This certificate is valid')).toBe(true)
  // As people type it.
  expect((await check({ n: '２０２６－００２', c: '' })).includes('有这个编号的有效证书')).toBe(true)
})

test('guesses are limited: one address is stopped within a minute', async () => {
  const statuses = await Promise.all(Array.from({ length: 70 }, () => fetch(`${at.origin}/check?n=2026-001&c=AAAAAAAAAAAAAAAA`).then((r) => r.status)))
  expect([statuses.includes(429), statuses.includes(200)]).toEqual([true, true])
  // In words, as everything on that page.
  expect((await check({ n: own().number, c: own().code })).includes('请过一分钟再查')).toBe(true)
})

test('the unit and nobody else’s unit has the certificate of its own', async () => {
  const nominationId = h.nominationIds[1]!
  expect((await o.units[1]!.clerk.ask(readOwnHonour, { params: { nominationId } })).honour?.number).toBe(own().number)
  const path = ownCertificate.path.replace(':nominationId', nominationId)
  expect([(await file(o.units[1]!.approver, path)).status, (await file(o.units[0]!.clerk, path)).status]).toEqual([200, 404])
})

test('revoked: one proposes, the same person cannot confirm, another does; from then on nothing says it is valid', async () => {
  expect((await o.office.refused(proposeHonourChange, { params: params(), body: { change: 'revoke', ...words, reason: '电话 13912345678 查实' } })).codes).toEqual(['privacy.phone'])
  expect((await o.office.refused(proposeHonourChange, { params: params(), body: { change: 'restore', ...words } })).codes).toEqual(['honourChange.valid'])
  const before = await honoured()
  expect(await publicCount()).toEqual([before])
  const { proposalId } = await propose('revoke')
  expect((await o.second.refused(proposeHonourChange, { params: params(), body: { change: 'revoke', ...words } })).codes).toEqual(['honourChange.waiting'])
  const confirm = { params: { campaignId: h.campaignId, proposalId } }
  expect((await o.office.refused(confirmHonourChange, confirm)).codes).toEqual(['honourChange.samePerson'])
  // Proposed is not revoked.
  expect((await checkCertificate(at.services.db, own())).is).toBe('valid')
  const { standing, recall } = await o.second.ask(confirmHonourChange, confirm)
  expect([standing, recall.some((r) => r.zh.includes('证书原件'))]).toEqual(['revoked', true])
  expect((await o.second.refused(confirmHonourChange, confirm)).codes).toEqual(['honourChange.over'])
  const verdict = await checkCertificate(at.services.db, own())
  expect([verdict.is, verdict.is === 'revoked' && verdict.honour.reason]).toEqual(['revoked', words.reason])
  expect((await checkCertificate(at.services.db, { number: own().number, code: '' })).is).toBe('unknown')
  expect([await honoured(), await publicCount()]).toEqual([before - 1, [before - 1]])
  const row = await register()
  expect([row.standing, row.entries.map((e) => [e.kind, e.proposedBy, e.confirmedBy]), row.recall.length > 3, row.may]).toEqual(['revoked', [['given', null, null], ['revoked', '郑一帆', '何青']], true, ['restore']])
})

test('the public page is withdrawn and says what is to be recalled; its certificate is given out to nobody', async () => {
  const path = h.honours.find((x) => x.name === '沈若川')!.path
  const page = await (await fetch(at.origin + path)).text()
  expect(['荣誉已经撤销', words.reason, '须收回和更正的', '山区急救一线十八年'].map((w) => page.includes(w))).toEqual([true, true, true, false])
  const list = await (await fetch(at.origin + path.replace(/\/[^/]+$/, ''))).text()
  expect([list.match(/<ul class="people">.*?<\/ul>/s)![0].includes('沈若川'), list.includes('已撤销')]).toEqual([false, true])
  expect((await file(o.office, certificate.path.replace(':campaignId', h.campaignId).replace(':honourId', honourId))).status).toBe(409)
  expect((await file(o.units[1]!.clerk, ownCertificate.path.replace(':nominationId', h.nominationIds[1]!))).status).toBe(409)
  const told = await o.units[1]!.clerk.ask(listNews, { query: {} })
  expect(JSON.stringify(told).includes('荣誉被撤销')).toBe(true)
})

test('mutant: a check by the first entry says valid of what is revoked; the question of these tests sees it', async () => {
  const byFirstEntry = async (typed: { number: string; code: string }) => (await at.services.db.row<{ kind: string }>(`SELECT kind FROM honour_register WHERE number = $1 AND code = $2`, [typed.number, typed.code]))?.kind === 'given' ? 'valid' : 'unknown'
  const revokedShownValid = async (ask: (typed: { number: string; code: string }) => Promise<string>) => (await ask(own())) === 'valid'
  expect([await revokedShownValid(byFirstEntry), await revokedShownValid(async (t) => (await checkCertificate(at.services.db, t)).is)]).toEqual([true, false])
})

test('the database refuses to change, remove or empty the register, and an entry that does not follow', async () => {
  expect(await refuses(`UPDATE honour_register SET reason = 'x' WHERE kind = 'revoked'`)).toBe('honour_register_stays')
  expect(await refuses(`UPDATE honour_register SET person_name = 'x'`)).toBe('honour_register_stays')
  expect(await refuses(`DELETE FROM honour_register`)).toBe('honour_register_stays')
  expect(await refuses(`TRUNCATE honour_register`)).toBe('honour_register_stays')
  expect(await refuses(`INSERT INTO honour_register SELECT * FROM honour_register ON CONFLICT (id) DO UPDATE SET reason = 'x'`)).not.toBe('done')
  const later = `INSERT INTO honour_register (id, honour_id, kind, at, organisation_id, campaign_id, reason, basis, proposed_by, confirmed_by) SELECT $1, honour_id, $2, now(), organisation_id, campaign_id, 'x', 'x', $3, $4 FROM honour_register WHERE honour_id = $5 AND kind = 'given'`
  const [a, b] = [newId(), newId()]
  expect(await refuses(later, [newId(), 'revoked', a, b, honourId])).toBe('honour_register_follows')
  expect(await refuses(later, [newId(), 'restored', a, a, honourId])).toBe('two_persons')
})

test('restored: again a new entry, by two persons; a proposal may be withdrawn', async () => {
  const first = await propose('restore', o.second)
  await o.second.ask(withdrawHonourChange, { params: { campaignId: h.campaignId, proposalId: first.proposalId } })
  const { proposalId } = await propose('restore', o.second)
  await o.office.ask(confirmHonourChange, { params: { campaignId: h.campaignId, proposalId } })
  expect([(await checkCertificate(at.services.db, own())).is, (await register()).entries.map((e) => e.kind)]).toEqual(['valid', ['given', 'revoked', 'restored']])
  expect(await publicCount()).toEqual([await honoured()])
  const page = await (await fetch(at.origin + h.honours.find((x) => x.name === '沈若川')!.path)).text()
  expect(page.includes('山区急救一线十八年')).toBe(true)
  const acts = (await o.office.ask(campaignLedger, { params: { campaignId: h.campaignId }, query: {} })).entries.map((e) => e.act).filter((a) => a.startsWith('honour.') && a !== 'honour.certificatesShaped')
  expect(acts).toEqual(['honour.changeProposed', 'honour.revoked', 'honour.changeProposed', 'honour.changeWithdrawn', 'honour.changeProposed', 'honour.restored'])
})

test('another organisation sees none of the register; the supervisor reads it and acts on nothing', async () => {
  const invited = await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })
  const supervisor = await new Person(at.origin, 'supervisor').activate(invited.code)
  const { rows } = await supervisor.ask(readRegister, { query: {} })
  expect([rows.length, rows.flatMap((r) => r.may)]).toEqual([3, []])
  expect((await supervisor.send(proposeHonourChange, { params: params(), body: { change: 'revoke', ...words } })).status).toBe(404)
  expect((await o.units[0]!.clerk.send(readRegister, { query: {} })).status).toBe(404)
})

test('all certificates as one package, with its progress; the register and the letter as files', async () => {
  const { packageId } = await o.office.ask(packageCertificates, { params: { campaignId: h.campaignId } })
  const standing = async () => (await o.office.ask(listPackages, { params: { campaignId: h.campaignId } })).packages.find((p) => p.id === packageId)!
  await expect.poll(async () => (await standing()).state, { timeout: 60_000 }).toBe('ready')
  const made = await standing()
  expect([made.which, made.nominations, made.fileName.startsWith('荣誉证书_')]).toEqual(['certificates', { done: 3, all: 3 }, true])
  const zip = await file(o.office, packageFile.path.replace(':campaignId', h.campaignId).replace(':packageId', packageId))
  const names = [...(await unzipped(zip.bytes)).keys()]
  expect(names.filter((n) => n.startsWith('证书/')).sort()).toEqual(codes.map((c, i) => `证书/${String(i + 1).padStart(3, '0')}_${c.name}_${c.number}.pdf`).sort())
  expect(names).toEqual(expect.arrayContaining(['目录.html', '目录.xlsx', 'SHA256SUMS']))
  const csv = (await file(o.office, `${exportRegister.path}?as=csv`)).text
  expect([csv.split('\r\n').length, csv.includes('撤销：经查实'), csv.includes(own().code)]).toEqual([5, true, false])
  for (const path of [`${exportRegister.path}?as=xlsx`, `${exportRegister.path}?as=docx`, honoursWord.path.replace(':campaignId', h.campaignId)]) {
    const { status, bytes } = await file(o.office, path)
    expect([path, status, Buffer.from(bytes.subarray(0, 2)).toString()]).toEqual([path, 200, 'PK'])
  }
})

test('numbers run on within the year of the installation, whatever the campaign; who gives at the same moment waits', async () => {
  const take = (year: number, count: number) => at.services.db.transaction((tx) => takeNumbers(tx, year, count))
  expect([await take(2026, 2), await take(2027, 1)]).toEqual([['2026-004', '2026-005'], ['2027-001']])
})

test('two confirm at the same moment: one entry, and the other is told', async () => {
  const third = await new Person(at.origin, 'third').activate((await o.office.ask(inviteAccount, { body: { personName: '第三人', login: 'third', role: 'office' } })).code)
  const { proposalId } = await propose('revoke')
  const answers = await Promise.all([o.second, third].map((who) => who.send(confirmHonourChange, { params: { campaignId: h.campaignId, proposalId } }).then((r) => r.status)))
  expect([answers.sort(), (await register()).entries.map((e) => e.kind)]).toEqual([[200, 422], ['given', 'revoked', 'restored', 'revoked']])
  const back = await propose('restore')
  await third.ask(confirmHonourChange, { params: { campaignId: h.campaignId, proposalId: back.proposalId } })
})

test('invariants hold, and the record verifies', async () => {
  for (const i of invariants) expect([i.name, await at.services.db.rows(i.sql)]).toEqual([i.name, []])
  expect(verifyRecord(await buildRecord(at.services.db, h.campaignId)).faults).toEqual([])
})

test('what becomes of nomination and honour does not reach the register: the certificate is checked all the same', async () => {
  await at.services.db.rows(`DELETE FROM honours WHERE id = $1`, [honourId])
  await at.services.db.rows(`UPDATE nominations SET erased_at = product_time(), candidate_name = '已删除' WHERE id = $1`, [h.nominationIds[1]!])
  expect([(await checkCertificate(at.services.db, own())).is, (await register()).name]).toEqual(['valid', '沈若川'])
  expect((await file(o.office, certificate.path.replace(':campaignId', h.campaignId).replace(':honourId', honourId))).status).toBe(200)
})
