/** 荣誉 by the pages: given, the certificate downloaded and its QR read, checked by anybody, revoked by two, checked again, the register showing both. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { pagesOf } from '../server/drawn-pages'
import { giveHonoursTo, type Honoured } from '../server/honours-given'
import { PHONE, Visitor } from './people'
import { at, browser, o, play, shot, WIDE } from './play'

let h: Honoured
const NAME = '阿卜杜拉·买买提'
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer as ArrayBuffer } })

play({ units: 2 }, async () => {
  h = await giveHonoursTo(at, o, [NAME, '𬭎衡'])
})

const arrive = async (token: string | null, viewport = WIDE) => { const v = await Visitor.arrive(browser, at.origin, viewport); return token === null ? v : v.holding(token) }
const look = async (who: Visitor, name: string) => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  await shot(who, name, !name.includes('dialog'))
}
/** Presses what downloads, and reads the QR on its first page. */
const downloaded = async (who: Visitor, name: string): Promise<string> => {
  const href = await who.page.getByRole('link', { name, exact: true }).first().getAttribute('href')
  const file = await who.page.context().request.get(at.origin + href!)
  const [page] = await pagesOf(new Uint8Array(await file.body()))
  const [code] = await readBarcodes(new Uint8Array(page!), { formats: ['QRCode'] })
  return code!.text.replace('http://localhost', '')
}

test('given, downloaded, checked; revoked by two, checked again; the register shows both', async () => {
  const office = await arrive(o.office.token)
  await office.open(`/office/c/${h.campaignId}/announcement`)
  await office.sees('获评者 2 人', '打包全部证书', '表彰文件草稿（Word）')
  await office.select('版式', '竖版')
  await office.sees('版式已改')
  await office.press('打包全部证书')
  await office.sees('荣誉证书 2 张', '已做好')
  await look(office, 'honours-announcement')
  await office.press('看荣誉名册')
  await office.sees('2 项', NAME, '2026-001', '𬭎衡')
  await look(office, 'honours-register')
  await office.page.getByRole('button', { name: `${NAME}：记载和办理` }).click()
  await look(office, 'honours-dialog')
  const address = await downloaded(office, '证书')

  const anybody = await arrive(null, PHONE)
  await anybody.open(address)
  await anybody.sees('证书有效', NAME, '云川最美科技工作者（示例）')
  await look(anybody, 'check-valid')

  await office.press('提请撤销', office.dialog())
  await office.fill('理由（原样公布）', '经查实，主要事迹不实（示例）')
  await office.fill('依据（只留在名册）', '方案第九条，〔2026〕3号决定（示例）')
  await look(office, 'honours-propose-dialog')
  await office.press('提请撤销', office.dialog())
  await office.sees('您提请的，须由办公室另一位同志确认。')
  expect(await office.dialog().getByRole('button', { name: '确认撤销' }).count()).toBe(0)
  await office.leave()

  const second = await arrive(o.second.token)
  await second.open('/office/honours')
  await second.sees('已提请，等第二人确认')
  await second.page.getByRole('button', { name: `${NAME}：记载和办理` }).click()
  await second.sees('郑一帆提请撤销，等第二人确认', '经查实，主要事迹不实（示例）')
  await look(second, 'honours-confirm-dialog')
  await second.press('确认撤销', second.dialog())
  await second.sees('荣誉已撤销', '系统撤不回、须由人办的', '郑一帆提请，何青确认')
  await look(second, 'honours-revoked-dialog')
  await second.press('收起', second.dialog())
  await second.select('现状', '已撤销')
  await second.sees('1 项')
  await second.leave()

  await anybody.lookAgain()
  await anybody.sees('荣誉已经撤销，证书作废', '经查实，主要事迹不实（示例）')
  await look(anybody, 'check-revoked')
  await anybody.open('/check?n=2026-999')
  await anybody.sees('没有查到有效的证书')
  await look(anybody, 'check-unknown')
  await anybody.open(h.honours.find((x) => x.name === NAME)!.path)
  await anybody.sees('荣誉已经撤销', '须收回和更正的')
  await look(anybody, 'honouree-revoked')
  await anybody.leave()
  const wide = await arrive(null)
  await wide.open(address)
  await look(wide, 'check-revoked')
  await wide.open('/check')
  await wide.fill('证书编号', '2026-002')
  await wide.press('查验')
  await wide.sees('有这个编号的有效证书', '𬭎＊＊')
  await look(wide, 'check-number')
  await wide.leave()
}, 240_000)

test('the unit finds on its page after the revocation that the certificate is void', async () => {
  const other = await arrive(o.units[0]!.clerk.token)
  await other.open(`/unit/n/${h.nominationIds[0]}`)
  await other.sees(/^荣誉已于 .* 撤销，证书作废$/)
  await look(other, 'honours-unit-revoked')
  await other.leave()
  const phone = await arrive(o.office.token, PHONE)
  await phone.open('/office/honours')
  await phone.sees(NAME, '已撤销')
  await look(phone, 'honours-register')
  await phone.leave()
}, 120_000)
