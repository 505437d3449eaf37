/** 换手机拍 by the pages: the desk shows a code, a phone that never signed in opens its address, sends a photograph, and the desk sees it; the desk shuts it out. */
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { findCodes } from '#server/paper/qr'
import { twoPapers } from '../server/campaign-plan'
import { definitionFor, fileFor } from '../server/dossier'
import { openProvincial } from '../server/office'
import { PHONE, Visitor } from './people'
import { at, browser, o, play, shots } from './play'

let nominationId: string
let definition: ResolvedDefinition
let desk: Visitor
let phone: Visitor
let address = ''
play({ units: 1 }, async () => {
  const campaignId = await openProvincial(at, o, twoPapers)
  definition = await definitionFor(o.units[0]!.clerk, campaignId)
  nominationId = (await o.units[0]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
})
const look = async (v: Visitor, name: string): Promise<void> => {
  await v.keepsNobodyOut()
  await v.fitsPhone()
  if (shots !== undefined) await v.page.screenshot({ path: `${shots}/handover-${name}-${v.page.viewportSize()!.width}.png`, fullPage: v.page.viewportSize()!.width < 500 })
}
const codeOnScreen = async (): Promise<string> => {
  const { data, info } = await sharp(await desk.page.getByAltText(/^用手机扫这个码/).screenshot()).resize(624).greyscale().raw().toBuffer({ resolveWithObject: true })
  return (await findCodes({ data, width: info.width, height: info.height }, true))[0]!.text
}

test('the desk shows a code; the phone opens its address without signing in and sends a photograph; the desk sees both', async () => {
  desk = await (await Visitor.arrive(browser, at.origin, { width: 1440, height: 900 })).holding(o.units[0]!.clerk.token)
  await desk.open(`/unit/n/${nominationId}/materials`)
  await desk.press('换手机拍')
  await desk.sees('等待手机扫码')
  address = await codeOnScreen()
  await look(desk, 'code')
  phone = await Visitor.arrive(browser, at.origin, PHONE)
  await phone.page.goto(address)
  await phone.sees('沈若川', /^手机已接入，到 \d\d:\d\d 自动断开$/)
  // The code does not stay in the address.
  expect(phone.page.url()).toBe(`${at.origin}/h`)
  await desk.sees('手机已接入')
  const portrait = rulesOf(definition, 'material').find((r) => r.file.type === 'portrait')!
  const file = await fileFor(portrait)
  await phone.giveFiles(`拍的照片：${portrait.name.zh}`, [{ name: file.name, bytes: file.bytes }])
  await phone.text('已收 1 件', phone.part(new RegExp(`^${portrait.name.zh}`))).waitFor()
  await phone.page.getByAltText(/的小图$/).waitFor()
  await look(phone, 'phone')
  await desk.sees('手机已传来 1 件')
  await look(desk, 'arrived')
  expect((await o.units[0]!.clerk.ask(readNomination, { params: { nominationId } })).materials.map((m) => m.materialId)).toEqual([portrait.id])
})

test('a reload goes on; what does not fit is told on the phone before a byte is sent', async () => {
  await phone.lookAgain()
  await phone.sees('沈若川')
  const photos = rulesOf(definition, 'material').find((r) => r.file.type === 'photo')!
  await phone.giveFiles(`选择文件：${photos.name.zh}`, [{ name: '小图.jpg', bytes: await sharp({ create: { width: 80, height: 60, channels: 3, background: 'red' } }).jpeg().toBuffer() }])
  await phone.sees('没有收')
  await look(phone, 'refused')
})

test('the code opens no second phone, and no page of the signed-in opens on the first; the desk shuts it out', async () => {
  const second = await Visitor.arrive(browser, at.origin, PHONE)
  await second.page.goto(address)
  await second.sees('这部手机没有接入')
  await look(second, 'used')
  await second.leave()
  const other = await phone.anotherTab()
  await other.open(`/unit/n/${nominationId}`)
  await other.page.waitForURL(/\/sign-in/)
  await other.page.close()
  await desk.press('断开手机')
  await desk.sees('用手机扫码，不用登录。')
  await phone.lookAgain()
  await phone.sees('这部手机没有接入')
  expect(await codeOnScreen()).not.toBe(address)
})
