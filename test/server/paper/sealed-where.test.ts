/** A unit prints the form, seals it in the wrong cell and hands it in: it is told, both places are shown, and nothing is blocked; sealed in its cell, nothing is said. */
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handBack, readNomination, saveDraft } from '#contract/operations/nominations'
import { paperOfNomination, paperPicture } from '#contract/operations/paper'
import { printedSheets } from '#core/forms/printed-sheets'
import { pdfOfPhotos } from '#media/paper/photo-pdf'
import { drawnPages } from '#server/demo/samples/drawn-pages'
import { wornPage, type Wear } from '#server/demo/samples/worn-scan'
import { paperOf } from '#server/forms/paper-of'
import { paperFile } from '#server/forms/sheet-file'
import { readPages, rowsOf } from '../../documents/pdf-positions'
import { prepareNomination } from '../dossier'
import { freshInstallation, type Installation } from '../installation'
import { openOffice, openProvincial, type Office } from '../office'

let at: Installation
let o: Office
let nominationId = ''
let clerk: Office['units'][0]['clerk']
const stamped = 'nomination-form-stamped'

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  clerk = o.units[0]!.clerk
  nominationId = await prepareNomination(clerk, await openProvincial(at, o), '沈若川')
  await o.units[0]!.approver.ask(handBack, { params: { nominationId }, body: { note: '先打印盖章' } })
})
afterAll(() => at.close())

/** The product's own form as it would be printed now. */
const print = async (): Promise<Uint8Array> => {
  const found = (await paperOf(at.services.db, at.services, nominationId))!
  const made = await paperFile(printedSheets(found.paper.definition).find((s) => s.kind === 'form')!, 'pdf', found.paper)
  if (!made.ok) throw new Error('not printed')
  return made.content
}
/** Sealed on the words that stand there on the form, then scanned. */
const scan = async (pdf: Uint8Array, words: string, wear: readonly Wear[] = []): Promise<Buffer> => {
  const spot = readPages(pdf).flatMap((p, page) => rowsOf(p).flatMap((r) => { const i = r.text.indexOf(words); return i < 0 ? [] : [{ page, x: (r.glyphs[i]!.left + r.glyphs[i + words.length - 1]!.right) / 420, y: (r.glyphs[i]!.top + 5) / 297 }] })).at(-1)!
  const sheets = await drawnPages(pdf, 150)
  return Buffer.from(pdfOfPhotos(await Promise.all(sheets.map(async (s, i) => ({ jpeg: await wornPage(`where ${i}`, s, { wear, seals: i === spot.page ? [{ unit: '示例单位1', x: spot.x, y: spot.y }] : [] }), width: s.width, height: s.height })))))
}
const handIn = async (bytes: Buffer, name: string) => {
  expect((await clerk.upload(nominationId, stamped, name, bytes)).state).toBe('kept')
  for (;;) {
    const file = (await clerk.ask(paperOfNomination, { params: { nominationId } })).files.find((f) => f.materialId === stamped)!
    if (file.state !== 'waiting') return file
    await pause(100)
  }
}
const said = async () => (await clerk.ask(readNomination, { params: { nominationId } })).findings.filter((f) => f.code.startsWith('paper.') && f.at.material === stamped).map((f) => [f.code, f.strength])

test('in its cell: nothing is said, upside down too; the seal is known to stand there', async () => {
  const file = await handIn(await scan(await print(), '推荐单位（盖章）', ['upsideDown']), '推荐表.pdf')
  expect([file.findings, file.pages.flatMap((p) => p.places.map((k) => [k.words.zh, k.isThere, k.seals]))]).toEqual([[], [['推荐单位意见', true, [0]]]])
  expect(await said()).toEqual([])
})

test('in the cell of the employer: a warning with the clause, both places as pictures, for those alone who may read the dossier', async () => {
  const file = await handIn(await scan(await print(), '所在单位（盖章）'), '盖错了.pdf')
  expect(file.findings.map((f) => [f.code, f.strength, f.what.zh.includes('章不在“推荐单位意见”处'), f.clause !== null])).toEqual([['paper.sealElsewhere', 'warn', true, true]])
  expect(await said()).toEqual([['paper.sealElsewhere', 'warn']])
  const page = file.pages.find((p) => p.places.length > 0)!
  expect([page.places.map((k) => [k.isThere, k.seals]), file.pages.flatMap((p) => p.seals).length]).toEqual([[[false, []]], 1])
  const picture = (of: string, who = clerk) => who.send(paperPicture, { params: { nominationId, fileId: file.fileId, picture: of } })
  for (const of of [`${page.number}-p1`, `${file.pages.find((p) => p.seals.length > 0)!.number}-1`]) expect([of, (await picture(of)).status, (await picture(of)).headers.get('content-type')]).toEqual([of, 200, 'image/webp'])
  expect([(await picture(`${page.number}-p2`)).status, (await picture('99-p1')).status, (await picture(`${page.number}-p1`, o.units[1]!.clerk)).status]).toEqual([404, 404, 404])
})

test('the picture of the place is the cell of the form, upright however it was scanned', async () => {
  const file = await handIn(await scan(await print(), '所在单位（盖章）', ['upsideDown']), '倒着.pdf')
  const page = file.pages.find((p) => p.places.length > 0)!
  const response = await fetch(`${at.origin}${paperPicture.path.replace(':nominationId', nominationId).replace(':fileId', file.fileId).replace(':picture', `${page.number}-p1`)}`, { headers: { cookie: `xuanshu_session=${clerk.token}` } })
  const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  const { width: w, height: h } = page.places[0]!
  expect(Math.abs(width / height - (w * 210) / (h * 297))).toBeLessThan(0.1)
})

test('where the content changed after printing, nobody knows the place: the page is of an old version, and nothing is said of the seal', async () => {
  const bytes = await scan(await print(), '所在单位（盖章）', ['jpeg40'])
  const { version } = await clerk.ask(readNomination, { params: { nominationId } })
  await clerk.ask(saveDraft, { params: { nominationId }, body: { version, fields: { name: '沈若川川' } } })
  const file = await handIn(bytes, '旧版.pdf')
  expect(file.findings.map((f) => f.code)).not.toContain('paper.sealElsewhere')
  expect(file.pages.flatMap((p) => p.places)).toEqual([])
})
