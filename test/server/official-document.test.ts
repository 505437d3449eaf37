/** The campaign's notice in print form: every rule of its definition in it, for its own office only. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officialPdf, officialWord, readCampaign } from '#contract/operations/campaigns'
import { attachmentsOf } from '#core/campaign/attachments'
import { sayRule } from '#core/rules/kinds'
import { officialDocumentOf, parseNumber } from '#documents/official/from-definition'
import { unzip } from '../documents/unzip'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'

let at: Installation
let o: Office
let campaignId: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o)
})
afterAll(() => at.close())

const contact = { person: '郑一帆', phone: '0000-8765432', email: '', address: '' }

test('the document says every rule but the form’s fields and stages without days, once, in the words that pages use', async () => {
  const { definition } = await o.office.ask(readCampaign, { params: { campaignId } })
  const { body, title, signature, number, note } = officialDocumentOf(definition, contact, '2026-11-21', attachmentsOf(definition))
  const text = body.map((b) => (b.kind === 'paragraph' ? b.text : `${b.text}${b.runOn ?? ''}`)).join('\n')
  const rules = definition.rules.filter((r) => r.kind !== 'formField' && (r.kind !== 'stage' || r.from !== null || r.to !== null))
  expect(rules.filter((r) => text.split(sayRule(r).zh.replace(/[。；]$/, '')).length !== 2).map((r) => r.id)).toEqual([])
  expect(rules.length).toBeGreaterThan(20)
  expect(definition.rules.filter((r) => r.kind === 'formField' && text.includes(sayRule(r).zh)).map((r) => r.id)).toEqual([])
  expect([title.startsWith(definition.notice.issuer.zh), signature, number === null ? null : number.year, note]).toEqual([true, [definition.notice.issuer.zh], 2026, '联系人：郑一帆，电话：0000-8765432'])
})

test('the office gets it as PDF and as Word; a unit finds nothing there', async () => {
  const pdf = await o.office.raw('GET', officialPdf.path.replace(':campaignId', campaignId))
  expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  const address = `${at.origin}${officialWord.path.replace(':campaignId', campaignId)}`
  const word = await fetch(address, { headers: { cookie: `xuanshu_session=${o.office.token}` } })
  const parts = await unzip(new Uint8Array(await word.arrayBuffer()))
  expect([word.status, parts.has('word/document.xml')]).toEqual([200, true])
  expect((await o.units[0]!.clerk.send(officialPdf, { params: { campaignId } })).status).toBe(404)
})

test('numbers are read with any brackets, and what is no number is not printed as one', () => {
  const expected = { office: '云医会字', year: 2026, serial: 12 }
  expect(['云医会字〔2026〕12号', '云医会字[2026]12号', '云医会字（2026）第12号（示例）'].map(parseNumber)).toEqual([expected, expected, expected])
  expect([parseNumber('云医会字第十二号'), parseNumber('')]).toEqual([null, null])
})
