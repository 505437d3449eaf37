/** A whole selection, by the pages of everybody in it: three rounds, the public notice with an objection upheld, the next in line, the honours with a certificate anybody checks, and what was chosen arriving in a second installation on a stick. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { exportRecord } from '#contract/operations/announcement'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { verify } from '#cli/verify'
import { pagesOf } from '../server/drawn-pages'
import { backToOffice } from '../server/two-installations'
import { PHONE } from './people'
import { arrive, at, oneStory, play, shotsOfPage, WIDE } from './play'
import { announce, fillPlace, handle, object, uphold } from './selection-notice'
import { readSheets, scoreBlind, shortlist, voteInSecret } from './selection-rounds'
import { look, names, NEXT, OUT, SCORED_LAST, setStage, type Stage } from './selection-stage'
import { recommendUpwards } from './selection-upward'

let s: Stage
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer as ArrayBuffer } })
play({}, async () => { s = await setStage(at) })
afterAll(() => s?.close())
oneStory()
let [first, second, last, path, code] = ['', '', '', '', '']

test('first round: jurors read numbers instead of names and score as they read; the room tells turnout and no score', async () => { first = await scoreBlind(s) })
test('second round: those equal at the line wait; the secretary enters what the jury decided, the office confirms', async () => { second = await shortlist(s) })
test('third round, secret by two thirds: one stands back, one does not come and is dropped with a reason', async () => { last = await voteInSecret(s) })
test('the sheets to be signed and the record say all of it; a record with somebody else put in is refused', async () => {
  await readSheets(s, [first, second, last])
  const text = (await s.ours.o.office.send(exportRecord, { params: { campaignId: s.campaignId } })).text
  const record = JSON.parse(text) as CampaignRecord
  expect([verifyRecord(record).faults, verifyRecord(record).counts, names.filter((n) => text.includes(n))]).toEqual([[], 3, []])
  const file = join(at.dataDir, 'record.json')
  await writeFile(file, text)
  expect(await verify.run([file, '--json'])).toBe(0)
  await writeFile(file, JSON.stringify({ ...record, rounds: record.rounds.map((r) => ({ ...r, ...(r.decisions !== undefined && { decisions: [{ kind: 'tie', selected: [s.ids[3]] }] }) })) }))
  expect(await verify.run([file, '--json'])).toBe(1)
})

test('the office puts two on public notice; a passer-by objects on a phone with evidence and gets a code', async () => {
  path = await announce(s)
  code = await object(s, path)
})
test('a named person handles it and alone sees who objected; the unit answers a question, not the objection', () => handle(s))
test('when the notice ends the other is honoured and this one waits; two uphold the objection', () => uphold(s, code))
test('the next in line is put on notice by people and honoured when its own term is over', () => fillPlace(s, path))

test('the certificate of the next in line is downloaded, and anybody finds by its QR that it is valid', async () => {
  const clerk = await arrive(s.ours.o.units[2]!.clerk, PHONE)
  await clerk.open(`/unit/n/${s.ids[2]}`)
  await clerk.sees('获得荣誉', '下载证书')
  await look(clerk, 'honours-unit')
  const href = await clerk.page.getByRole('link', { name: '下载证书', exact: true }).first().getAttribute('href')
  const file = await clerk.page.context().request.get(at.origin + href!)
  const [page] = await pagesOf(new Uint8Array(await file.body()))
  const [qr] = await readBarcodes(new Uint8Array(page!), { formats: ['QRCode'] })
  const address = qr!.text.replace('http://localhost', '')
  expect(address).toMatch(/^\/check\?n=2026-00\d&c=[A-Z0-9]{16}$/)
  await clerk.leave()
  const anybody = await arrive(null, PHONE)
  await anybody.open(address)
  await anybody.sees('证书有效', NEXT, '云川最美科技工作者（示例）')
  await look(anybody, 'check-valid')
  await anybody.leave()
  // Who was taken out has none.
  const other = await arrive(s.ours.o.units[0]!.clerk, WIDE)
  await other.open(`/unit/n/${s.ids[0]}`)
  await other.sees(OUT)
  expect(await other.page.getByRole('link', { name: '下载证书', exact: true }).count()).toBe(0)
  await other.leave()
})

test('the supervisor finds one nomination by its name and reads every step of it, its objection, its rounds and who looked at it', async () => {
  const supervisor = await arrive(s.supervisor, WIDE)
  await supervisor.open(`/supervisor/c/${s.campaignId}`)
  await supervisor.press('逐件查看')
  await supervisor.sees(SCORED_LAST)
  await look(supervisor, 'supervised-list')
  await shotsOfPage(supervisor, 'supervised-list')
  await supervisor.fill('查找', OUT)
  await supervisor.sees('推荐 1 件')
  await supervisor.press(OUT)
  await supervisor.sees('沈若川：程序和阅看记录', '第 1 号异议', '成立', '形式审查：接收', /^打开推荐材料/, /^终评　封票计票/, /^复评　.*决定/)
  await look(supervisor, 'supervised-one')
  await shotsOfPage(supervisor, 'supervised-one')
  await supervisor.select('看哪些', '阅看')
  // One juror opened it by the pages, blind; the office screened it.
  await supervisor.sees('打开推荐材料　（初评）', /评委1$/)
  await supervisor.fill('在记录里查找', '评委1')
  await supervisor.sees(/^显示 1 条/)
  const coming = supervisor.page.waitForEvent('download')
  await supervisor.press('导出 Excel')
  expect((await coming).suggestedFilename()).toBe(`程序和阅看记录-${OUT}.xlsx`)
  await supervisor.open(`/supervisor/c/${s.campaignId}/nominations/${s.ids[2]}`)
  await supervisor.sees(/^回避：评委1（师生）/)
  const phone = await arrive(s.supervisor, PHONE)
  await phone.open(`/supervisor/c/${s.campaignId}/nominations/${s.ids[0]}`)
  await phone.sees('第 1 号异议')
  await look(phone, 'supervised-one')
  await phone.leave()
  await supervisor.leave()
})

test('what was chosen goes up on a stick: sealed, compared with paper, taken in by the second installation, and a return comes down', async () => {
  await recommendUpwards(s)
  // Whoever mended it sits in the unit's seat there.
  await backToOffice(s.ours.o.office)
  const { entries } = JSON.parse((await s.ours.o.office.send(exportRecord, { params: { campaignId: s.campaignId } })).text) as CampaignRecord
  const acts = entries.map((e) => e.entry.act)
  expect(['round.opened', 'round.closed', 'publicNotice.started', 'publicNotice.supplemented', 'honours.given'].map((act) => acts.filter((a) => a === act).length)).toEqual([3, 3, 1, 1, 2])
})
