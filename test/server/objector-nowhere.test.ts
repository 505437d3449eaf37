/** Who objected is in no file that leaves the installation: not in the dossiers' package, whole or a unit's, not in the exported record, not in the supervisor's report. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { addEvidence, fileObjection, nameHandler, readObjector, triageObjection } from '#contract/operations/objections'
import { listPackages, packageCampaign } from '#contract/operations/packages'
import { replayCount, reportPdf, reportWord, sealReport } from '#contract/operations/supervision'
import { pdfText } from '../browser/pdf-text'
import { unzipped } from '../documents/unzip'
import { freshInstallation, type Installation } from './installation'
import { putOnNotice, type OnNotice } from './on-notice'
import { Person } from './person'

let at: Installation
let n: OnNotice
const WHO = { name: '周明远', contact: '13900000077' }
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n')
beforeAll(async () => {
  at = await freshInstallation()
  n = await putOnNotice(at)
  const { code } = await new Person(at.origin, 'anybody').ask(fileObjection, { params: { slug: n.slug }, body: { nominationId: n.ids[0], said: '材料里的例数与医院年报不符，请核对病案首页。', from: WHO, files: 1 } })
  await new Person(at.origin, 'anybody').ask(addEvidence, { body: { code, name: '周明远的证据.pdf', base64: PDF.toString('base64') } })
  const { id } = (await at.services.db.row<{ id: string }>(`SELECT id FROM objections WHERE campaign_id = $1`, [n.campaignId]))!
  const { me } = (await at.services.db.row<{ me: string }>(`SELECT id AS me FROM accounts WHERE login = 'zheng'`))!
  await n.o.office.ask(nameHandler, { params: { objectionId: id }, body: { accountId: me, reason: '按分工办理（示例）' } })
  await n.o.office.ask(triageObjection, { params: { objectionId: id }, body: { serious: true, reason: '数字直接影响评选（示例）' } })
  // Looked at by both who may: that they looked is kept, what they saw is not.
  for (const who of [n.o.office, n.supervisor]) expect(JSON.stringify(await who.ask(readObjector, { params: { objectionId: id }, body: {} }))).toContain(WHO.name)
}, 180_000)
afterAll(() => at.close())

const fetched = async (who: Person, path: string): Promise<Buffer> => {
  const r = await fetch(`${at.origin}${path.replace(':campaignId', n.campaignId)}`, { headers: { cookie: `xuanshu_session=${who.token}` } })
  expect([path, r.status]).toEqual([path, 200])
  return Buffer.from(await r.arrayBuffer())
}
/** Every text that a file holds, however deep: zips in zips, Word and Excel, the words of a PDF. */
const textsOf = async (bytes: Buffer): Promise<string> => {
  const raw = bytes.toString()
  if (raw.startsWith('PK')) return (await Promise.all([...(await unzipped(bytes))].map(async ([name, inner]) => `${name} ${await textsOf(inner)}`))).join('\n')
  return raw.startsWith('%PDF') ? `${raw}${await pdfText(bytes).catch(() => '')}` : raw
}
const packageOf = async (who: Person): Promise<string> => {
  const { packageId } = await who.ask(packageCampaign, { params: { campaignId: n.campaignId }, body: {} })
  for (;;) {
    const p = (await who.ask(listPackages, { params: { campaignId: n.campaignId } })).packages.find((one) => one.id === packageId)!
    if (p.state === 'failed') throw new Error('no package')
    if (p.state === 'ready') return textsOf(await fetched(who, `/api/campaigns/:campaignId/packages/${packageId}/file`))
    await new Promise((r) => { setTimeout(r, 50) })
  }
}
const leaving = async (): Promise<Record<string, string>> => ({
  'package of the office': await packageOf(n.o.office), 'package of the unit': await packageOf(n.o.units[0]!.approver),
  record: (await n.o.office.send(exportRecord, { params: { campaignId: n.campaignId } })).text,
  replay: (await n.supervisor.send(replayCount, { params: { campaignId: n.campaignId }, body: { roundId: (await at.services.db.row<{ id: string }>(`SELECT id FROM rounds`))!.id } } as never)).text,
  'report as Word': await textsOf(await fetched(n.supervisor, reportWord.path)), 'report as PDF': await textsOf(await fetched(n.supervisor, reportPdf.path)),
})
const leaksIn = (all: Record<string, string>): string[] => Object.entries(all).filter(([, text]) => text.includes(WHO.name) || text.includes(WHO.contact)).map(([where]) => where)
const leaks = async () => leaksIn(await leaving())

test('no file that leaves tells who objected, though both who may have looked', async () => {
  const all = await leaving()
  // What must be there is: the probe reads them.
  expect([all['package of the office']!.includes('沈若川'), all['package of the unit']!.includes('沈若川'), all['record']!.includes('objection.objectorRead'), all['replay']!.includes('round.closed'), all['report as Word']!.includes('异议第 1 号'), all['report as PDF']!.replaceAll(/\s/g, '').includes('异议第1号')]).toEqual([true, true, true, true, true, true])
  expect(leaksIn(all)).toEqual([])
}, 120_000)

test('mutants: a dossier and a round that name whoever objected show themselves; the supervisor’s own words stay out of the record', async () => {
  const { db } = at.services
  const name = async (to: string) => db.rows(`UPDATE nominations SET fields = fields || jsonb_build_object('post', $2::text) WHERE id = $1`, [n.ids[0], to])
  const { post } = (await db.row<{ post: string }>(`SELECT coalesce(fields->>'post', '') AS post FROM nominations WHERE id = $1`, [n.ids[0]]))!
  await name(WHO.name)
  expect(await leaks()).toEqual(['package of the office', 'package of the unit'])
  await name(post)
  await db.rows(`UPDATE rounds SET rule = jsonb_set(rule, '{name,zh}', $1)`, [JSON.stringify(WHO.name)])
  expect(await leaks()).toEqual(['record', 'replay', 'report as Word', 'report as PDF'])
  await db.rows(`UPDATE rounds SET rule = jsonb_set(rule, '{name,zh}', '"第一轮"')`)
  // Sealed words are the supervisor's own, and stay out of the record.
  await n.supervisor.ask(sealReport, { params: { campaignId: n.campaignId }, body: { words: `已与${WHO.name}核对。` } })
  expect(await leaks()).toEqual([])
}, 240_000)
