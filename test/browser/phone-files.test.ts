/** Both seed notices' dossiers from what a telephone has: pictures of any kind, a film too large, photographs of sealed paper; on a connection that is slow and breaks. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { createCampaign } from '#contract/operations/campaigns'
import { createNomination, formPdf, readNomination, saveDraft } from '#contract/operations/nominations'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { addDays, dayOf } from '#core/kernel/instant'
import { parseReceiptCode } from '#core/ledger/receipt-code'
import { isPrintedForm } from '#core/paper/agreement'
import { renewedPlan } from '#server/demo/plans'
import { drawnPages, type Sheet } from '#server/demo/samples/drawn-pages'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { video } from '#server/demo/samples/video'
import { wornPage } from '#server/demo/samples/worn-scan'
import { uprightHeic } from '../corpus/heic-files'
import { answersFor, definitionFor, fieldsFor, fileFor, once } from '../server/dossier'
import { issue } from '../server/issue'
import { openProvincial, type Unit } from '../server/office'
import { PHONE, Visitor, type ChosenFile } from './people'
import { at, browser, o, play, shots } from './play'
import { confirmAndSubmit, receiptCode, sendToApprover } from './unit-acts'

let folder: string
play({ units: 2 }, async () => {
  folder = await mkdtemp(join(tmpdir(), 'xuanshu-phone-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const MEGABYTE = 1_000_000
const shoot = async (v: Visitor, name: string, width = PHONE.width): Promise<void> => {
  if (shots === undefined) return
  const size = v.page.viewportSize()!
  await v.page.setViewportSize({ width, height: width > 500 ? 900 : size.height })
  await v.page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  await v.page.screenshot({ path: join(shots, `phone-files-${name}-${width}.png`) })
  await v.page.setViewportSize(size)
}
/** One line a page: what is said of it last holds. */
const lines = new WeakMap<Page, CDPSession>()
/** A village's mobile network; `bytes` a second upwards. */
const slowly = async (v: Visitor, bytes = 1.5 * MEGABYTE): Promise<void> => {
  const network = lines.get(v.page) ?? (await v.page.context().newCDPSession(v.page))
  lines.set(v.page, network)
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 120, downloadThroughput: 2 * MEGABYTE, uploadThroughput: bytes })
}
interface Begun { readonly unit: Unit; readonly definition: ResolvedDefinition; readonly nominationId: string; readonly clerk: Visitor }
/** A nomination with its form and answers filled in; only the materials are missing. */
const begin = async (unit: Unit, campaignId: string, name: string): Promise<Begun> => {
  const definition = await definitionFor(unit.clerk, campaignId)
  const { nominationId } = await unit.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: name } })
  const { version } = await unit.clerk.ask(readNomination, { params: { nominationId } })
  await unit.clerk.ask(saveDraft, { params: { nominationId }, body: { version, fields: fieldsFor(definition, name), answers: answersFor(definition) } })
  const clerk = (await Visitor.arrive(browser, at.origin, PHONE)).holding(unit.clerk.token)
  await (await clerk).open(`/unit/n/${nominationId}/materials`)
  return { unit, definition, nominationId, clerk: await clerk }
}
/** Held in a hand over a desk, a little askew: every page of a paper that was sealed. */
const photographed = async (pdf: Uint8Array, rule: ResolvedRule<'material'>): Promise<ChosenFile[]> => {
  const sheets = await drawnPages(pdf, 150)
  // Bending and shading every page costs seconds: the form is enough, the others have their seals already.
  const picture = (sheet: Sheet, i: number): Promise<Buffer> => (isPrintedForm(rule)
    ? wornPage(`${rule.id} ${i}`, sheet, { wear: ['phone'], seals: i === sheets.length - 1 ? [{ unit: '示例单位', x: 0.72, y: 0.8 }] : [] })
    : sharp(sheet.data, { raw: { width: sheet.width, height: sheet.height, channels: 3 } }).jpeg({ quality: 78 }).toBuffer())
  return Promise.all(sheets.map(async (sheet, i) => ({ name: `IMG_${rule.id}_${i + 1}.jpg`, bytes: await picture(sheet, i) })))
}
const arrived = (b: Begun, rule: ResolvedRule<'material'>, n: number) => b.clerk.text(`已收 ${n} 件`, b.clerk.part(rule.name.zh)).waitFor({ timeout: 90_000 })
const choose = (b: Begun, rule: ResolvedRule<'material'>, files: readonly ChosenFile[]) => b.clerk.giveFiles(`选择文件：${rule.name.zh}`, files)

/** Photographs of a sealed paper are looked at, put in order, turned upright, and go in as one PDF. */
const photographPaper = async (b: Begun, rule: ResolvedRule<'material'>): Promise<void> => {
  const printed = isPrintedForm(rule) ? Buffer.from(await (await fetch(`${at.origin}${formPdf.path.replace(':nominationId', b.nominationId)}`, { headers: { cookie: `xuanshu_session=${b.unit.clerk.token}` } })).arrayBuffer()) : (await fileFor(rule)).bytes
  const pages = await photographed(printed, rule)
  const last = pages.at(-1)!
  // The last page was taken lying, and first.
  await choose(b, rule, [{ name: last.name, bytes: await sharp(last.bytes).rotate(270).jpeg().toBuffer() }, ...pages.slice(0, -1)])
  await b.clerk.press('第 1 页转 90°', b.clerk.dialog())
  for (let n = 2; n <= pages.length; n++) await b.clerk.press(`第 ${n} 页前移`, b.clerk.dialog())
  await b.clerk.page.getByAltText(`第 ${pages.length} 页：${last.name}`).waitFor()
  await b.clerk.fitsPhone()
  if (isPrintedForm(rule)) {
    await b.clerk.keepsNobodyOut()
    for (const width of [PHONE.width, 1440]) await shoot(b.clerk, 'pages', width)
  }
  await b.clerk.press(`合成 ${pages.length} 页并上传`, b.clerk.dialog())
}

const cutPortrait = async (b: Begun, rule: ResolvedRule<'material'>): Promise<void> => {
  await choose(b, rule, [{ name: '方照.jpg', bytes: await portrait('p', { width: 900, height: 900 }) }])
  await b.clerk.press('裁成证件照：方照.jpg')
  await b.clerk.sees(/^裁出 \d+×\d+ 像素，按规定尺寸打印为 \d+ dpi，够清楚。$/)
  await b.clerk.fitsPhone()
  await b.clerk.press('用这一块', b.clerk.dialog())
}

const rawPhotos = async (rule: ResolvedRule<'material'>): Promise<ChosenFile[]> =>
  Promise.all(Array.from({ length: rule.min }, async (_, i) => ({ name: `IMG_041${i}.JPG`, bytes: await once(`photo ${i + 1}`, () => photo(`t${i + 1}`)) })))

/** One of a kind for each material, by what a telephone has of it. */
const giveAll = async (b: Begun, besides: { readonly photos: (rule: ResolvedRule<'material'>) => Promise<void> }): Promise<void> => {
  const asked = rulesOf(b.definition, 'material').filter((r) => r.min > 0)
  for (const rule of asked) {
    const { file } = rule
    if (file.type === 'portrait') await cutPortrait(b, rule)
    else if (file.type === 'photo') continue
    else if (file.type === 'document' && file.stamped) await photographPaper(b, rule)
    else if (file.type === 'document') await choose(b, rule, [await fileFor(rule)])
    else await giveFilm(b, rule)
  }
  for (const rule of asked) if (rule.file.type !== 'photo') await arrived(b, rule, rule.min)
  for (const rule of asked.filter((r) => r.file.type === 'photo')) {
    await besides.photos(rule)
    await arrived(b, rule, rule.min)
  }
}

/** 3840 × 2160 as a telephone films: made 1920 × 1080 on the telephone itself. */
const giveFilm = async (b: Begun, rule: ResolvedRule<'material'>): Promise<void> => {
  await choose(b, rule, [{ name: 'IMG_0420.MOV', bytes: await once('large film', () => video('t', { seconds: 2, frames: 2, width: 3840, height: 2160, container: 'mov' })) }])
  await b.clerk.text('在这里转成 1920×1080', b.clerk.part(rule.name.zh)).scrollIntoViewIfNeeded()
  await shoot(b.clerk, 'film')
  await b.clerk.press('在这里转成 1920×1080：IMG_0420.MOV')
}

const seal = async (b: Begun): Promise<void> => {
  await sendToApprover(b.clerk, b.nominationId)
  const approver = (await Visitor.arrive(browser, at.origin)).holding(b.unit.approver.token)
  await (await approver).open(`/unit/n/${b.nominationId}/approve`)
  await confirmAndSubmit(await approver, b.definition)
  expect(parseReceiptCode(await receiptCode(await approver))).not.toBeNull()
}
const kept = async (b: Begun) => (await b.unit.clerk.ask(readNomination, { params: { nominationId: b.nominationId } })).materials

test('the second seed: telephone pictures, a large film and photographed papers become what the notice asks for; the network breaks in the middle', async () => {
  const b = await begin(o.units[0]!, await openProvincial(at, o), '沈若川')
  await slowly(b.clerk)
  await giveAll(b, { photos: async (rule) => {
    await choose(b, rule, [{ name: 'IMG_0410.HEIC', bytes: uprightHeic }])
    await b.clerk.sees('由 IMG_0410.HEIC 转成')
    await b.clerk.press('知道了：IMG_0410.jpg')
    await choose(b, rule, await rawPhotos(rule))
    await b.clerk.text('上传中', b.clerk.part(rule.name.zh)).waitFor()
    await b.clerk.page.context().setOffline(true)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    await b.clerk.page.context().setOffline(false)
  } })
  const files = await kept(b)
  const film = files.find((f) => f.facts['kind'] === 'video')!
  expect([film.facts['container'], film.facts['width'], film.facts['height'], film.facts['complete']]).toEqual(['mp4', 1920, 1080, true])
  expect(files.filter((f) => f.findings.some((x) => (x as { strength: string }).strength === 'block'))).toEqual([])
  expect(files.filter((f) => f.facts['format'] === 'jpeg').map((f) => f.name).sort()).toEqual(['沈若川01.jpg', '沈若川02.jpg', '沈若川03.jpg', expect.stringMatching(/^沈若川.*\.jpg$/)])
  await seal(b)
})

// The same ways once more, with another notice's materials: of the long run (decision 068).
test.runIf(process.env['XUANSHU_LONG'] === '1')('the first seed: a portrait on any ground, no film asked for; the page is loaded anew in the middle and the same files go on', async () => {
  const now = await at.now()
  const plan = renewedPlan(o.templates, { zh: '示例学会“最美科技工作者”', en: 'Most Beautiful Sci-Tech Worker (sample)', number: '示会字〔2026〕1号（示例）', places: 4 }, { opens: now, deadline: addDays(dayOf(now), 5) })
  const { campaignId } = await o.office.ask(createCampaign, { body: plan })
  await issue(o.second, campaignId)
  const b = await begin(o.units[1]!, campaignId, '凌云舟')
  await slowly(b.clerk)
  await giveAll(b, { photos: async (rule) => {
    const photos = await rawPhotos(rule)
    // On a disk a file keeps the time it was changed, by which it is known again.
    const paths = await Promise.all(photos.map(async ({ name, bytes }) => { await writeFile(join(folder, name), bytes); return join(folder, name) }))
    // So slow that the page is loaded anew before they are through, however busy this machine is.
    await slowly(b.clerk, 0.2 * MEGABYTE)
    await b.clerk.page.getByLabel(`选择文件：${rule.name.zh}`, { exact: true }).setInputFiles(paths)
    await b.clerk.text('上传中', b.clerk.part(rule.name.zh)).waitFor()
    await b.clerk.lookAgain()
    await slowly(b.clerk)
    await b.clerk.text('选同一个文件', b.clerk.part(rule.name.zh)).waitFor()
    for (const [i, { name }] of photos.entries()) await b.clerk.page.getByLabel(`选同一个文件：${name}`, { exact: true }).setInputFiles([paths[i]!])
  } })
  await seal(b)
})
