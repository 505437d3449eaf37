import { stat } from 'node:fs/promises'
import type { AnswerOf, Download } from '#contract/operation'
import { earlierSeals, lookUpPaper, paperOfNomination, paperPicture, paperReceiptPdf, paperRegister } from '#contract/operations/paper'
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import { mayCarryPages } from '#core/paper/agreement'
import { checkPaperFile, expectedPaper } from '#core/paper/check-paper'
import { paperOfCode, type Printed } from '#core/paper/content'
import { sealsDue } from '#core/paper/judge-seals'
import { placedSeals, type KnownPlace } from '#core/paper/where-sealed'
import type { PaperReading } from '#core/paper/reading'
import { writePageCode, type PageCode } from '#core/paper/page-code'
import { standingOf } from '#core/paper/standing'
import { readTyped } from '#core/paper/typed-code'
import { absent, query, type QueryContext } from '../handler'
import { bytesInFile } from '../inspection/bytes-in-file'
import { codesOf } from '../paper/read-stored'
import { printedNow, registerRows, registerView } from '../paper/register-view'
import { receiptOfPaper } from '../receipts'
import { definitionOf } from '../store/campaigns'
import { listSent, readMaterial, readMaterials, readNominationRow, type MaterialRow } from '../store/nominations'
import { readArrivals } from '../store/paper-arrivals'
import { readEarlierSeals, readReading, type KeptPicture } from '../store/paper-readings'
import { drawnView } from '../views/drawn-view'

type PaperFile = AnswerOf<typeof paperOfNomination>['files'][number]

const shownCode = (code: PageCode, printed: Printed): PaperFile['pages'][number]['codes'][number] =>
  code.formId !== printed.formId ? { of: 'other', version: null, page: null } : { of: paperOfCode(code, printed) !== null ? 'current' : 'old', version: code.version, page: code.page }

interface ShownPlace extends KnownPlace { readonly isThere: boolean }
/** In the order of the definition; two bodies may seal in one cell. */
const placesOf = (definition: ResolvedDefinition, materialId: string, reading: PaperReading): ShownPlace[] =>
  placedSeals(ruleOf(definition, 'material', materialId)?.seals ?? [], reading).flatMap(({ places, isThere }) => places.map((p) => ({ ...p, isThere }))).filter((p, i, all) => all.findIndex((o) => o.page === p.page && o.words.zh === p.words.zh && o.box.top === p.box.top) === i)

const shownFile = (definition: ResolvedDefinition, m: MaterialRow, printed: Printed, pictures: readonly KeptPicture[]): PaperFile => {
  const base = { fileId: m.fileId, materialId: m.materialId, name: m.name, sealsDue: sealsDue(ruleOf(definition, 'material', m.materialId)!), findings: checkPaperFile(definition, m, printed) as PaperFile['findings'] }
  if (m.reading === null) return { ...base, state: 'waiting', count: 0, pages: [], whole: false }
  const { state, count, pages } = m.reading
  const places = placesOf(definition, m.materialId, m.reading)
  return { ...base, state, count, whole: standingOf(m.reading, printed, expectedPaper(definition, ruleOf(definition, 'material', m.materialId)!, printed)).whole, pages: pages.map((p) => ({ number: p.number, looked: p.looked, colour: p.colour, hasText: p.hasText, codes: p.codes.map((c) => shownCode(c, printed)), seals: p.seals.map((s) => ({ ...s })), places: places.filter((k) => k.page === p.number).map(({ words, box, holds, isThere }) => ({ words, ...box, isThere, seals: p.seals.flatMap((s, i) => (holds(s) ? [i] : [])) })), hasPicture: pictures.some((k) => k.page === p.number && k.seal === null) })) }
}

export const paperOfNominationQuery = query(paperOfNomination, async ({ params }, { q, services }) => {
  const row = await readNominationRow(q, params.nominationId)
  if (row === undefined) throw absent()
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const printed = printedNow(definition, services, row)
  const scans = (await readMaterials(q, row.id)).filter((m) => { const rule = ruleOf(definition, 'material', m.materialId); return rule !== undefined && mayCarryPages(rule) })
  const files = await Promise.all(scans.map(async (m) => shownFile(definition, m, printed, (await readReading(q, m.sha256))?.pictures ?? [])))
  const { at } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  return { version: row.version, files, register: registerView(definition, row, printed, await readArrivals(q, [row.id]), at) }
})

interface PlaceWanted { readonly nominationId: string; readonly file: MaterialRow; readonly page: number; /** From 0. */ readonly which: number }
/** The place for a seal, large enough to see whether one is there: drawn when somebody looks. */
const placePicture = async ({ q, services }: Pick<QueryContext, 'q' | 'services'>, { nominationId, file, page, which }: PlaceWanted): Promise<Download> => {
  const row = await readNominationRow(q, nominationId)
  const place = row === undefined || file.reading === null ? undefined : placesOf(await definitionOf(q, services.definitions, row.campaignId, row.definitionHash), file.materialId, file.reading).filter((p) => p.page === page)[which]
  const content = place === undefined ? null : await drawnView(services, file.sha256, page, { ...place.box, turns: file.reading?.pages.find((p) => p.number === page)?.turns ?? 0 })
  if (content === null) throw absent()
  return { content, mediaType: 'image/webp', fileName: 'place.webp', inline: true }
}

export const paperPictureQuery = query(paperPicture, async ({ params }, { q, services }) => {
  const file = await readMaterial(q, params.nominationId, params.fileId)
  const place = /^(\d{1,3})-p(\d{1,2})$/.exec(params.picture)
  if (file !== undefined && place !== null) return placePicture({ q, services }, { nominationId: params.nominationId, file, page: Number(place[1]), which: Number(place[2]) - 1 })
  const picture = file === undefined ? undefined : (await readReading(q, file.sha256))?.pictures.find((p) => params.picture === (p.seal === null ? `${p.page}` : `${p.page}-${p.seal + 1}`))
  if (picture === undefined) throw absent()
  const path = await services.blobs.local(picture.sha256)
  return { content: { path, bytes: (await stat(path)).size }, mediaType: 'image/webp', fileName: 'page.webp', inline: true }
})

/** As many files as a person looks through. */
const MOST_COMPARED = 12
export const earlierSealsQuery = query(earlierSeals, async ({ params }, { q }) => ({
  seals: (await readEarlierSeals(q, params.nominationId, MOST_COMPARED)).flatMap(({ pictures, ...file }) => pictures.filter((p) => p.seal !== null).map((p) => ({ ...file, picture: `${p.page}-${p.seal! + 1}` }))),
}))

export const paperReceiptQuery = query(paperReceiptPdf, async ({ params }, { q, services }) => {
  const row = await readNominationRow(q, params.nominationId)
  if (row === undefined) throw absent()
  const [found] = await registerRows({ q, services }, [row.id])
  const { register, definition } = found!
  const { at } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  const content = await receiptOfPaper(definition, row, register, at)
  if (content === null) throw absent()
  return { content, mediaType: 'application/pdf', fileName: `纸质材料回执-${row.candidateName}.pdf`, inline: true }
})

export const paperRegisterQuery = query(paperRegister, async ({ params }, { q, services }) => {
  const sent = (await listSent(q, params.campaignId)).filter((n) => n.state !== 'withdrawn' && n.state !== 'rejected')
  return { rows: await registerRows({ q, services }, sent.map((n) => n.id)) }
})

/** The bytes reach the child through a file; nothing of it stays. */
const codeOnPhoto = (base64: string): Promise<string> => bytesInFile(Buffer.from(base64, 'base64'), async (path) => {
  const [code] = await codesOf(path)
  return code === undefined ? '' : writePageCode(code)
})

type Found = AnswerOf<typeof lookUpPaper>
const formHash = ({ printed }: { readonly printed: Printed }): string => printed.papers[0]?.contentHash ?? ''
const none = (f: Finding): Found => ({ code: null, standing: 'unknown', printedVersion: null, page: null, materialId: null, rows: [], findings: [f] as Found['findings'] })
const say = (code: string, what: readonly [string, string], mend: readonly [string, string]): Found => none(finding({ code, rule: null, strength: 'warn', what, mend }))

export const lookUpPaperQuery = query(lookUpPaper, async ({ params, body }, { q, services }): Promise<Found> => {
  const text = 'text' in body ? body.text : await codeOnPhoto(body.photo)
  const typed = readTyped(text)
  if (typed === null && 'photo' in body) return say('paper.photoWithoutCode', ['照片上没有认出打印码', 'No code was found on the photograph'], ['靠近一些、对准右上的码再拍；或输入页脚的短编号。', 'Hold it nearer and take it again, or type the short number of the foot.'])
  if (typed === null) return say('paper.notACode', ['这不是推荐表上的码或短编号', 'This is neither the code of a form nor a short number'], ['扫纸上的方形码；或输入页脚“推荐表”后面的短编号。', 'Scan the square code, or type the short number in the foot of the page.'])
  const ids = (await listSent(q, params.campaignId)).map((n) => n.id).filter((id) => (typed.kind === 'code' ? id === typed.code.formId : id.replaceAll('-', '').startsWith(typed.formId)))
  const rows = (await registerRows({ q, services }, ids)).map((r) => ({ ...r, check: formHash(r).slice(0, 8) })).filter((r) => typed.kind === 'code' || typed.contentHash === null || formHash(r).startsWith(typed.contentHash) || ids.length === 1)
  if (rows.length === 0) return say('paper.notHere', ['这次活动里没有报送过这件推荐', 'No nomination sent in this campaign has this number'], ['请核对是不是别的活动的材料，或单位还没有在网上报送。', 'See whether it belongs to another campaign, or the unit has not submitted yet.'])
  if (typed.kind === 'short') return { code: null, standing: typed.contentHash !== null && formHash(rows[0]!).startsWith(typed.contentHash) ? 'current' : typed.contentHash !== null ? 'old' : 'unknown', printedVersion: null, page: null, materialId: null, rows, findings: [] }
  const { printed, definition } = rows[0]!
  const paper = paperOfCode(typed.code, printed)
  const material = paper === null ? undefined : rulesOf(definition, 'material').find((m) => mayCarryPages(m) && expectedPaper(definition, m, printed)?.id === paper.id)
  return { code: writePageCode(typed.code), standing: paper === null ? 'old' : 'current', printedVersion: typed.code.version, page: typed.code.page, materialId: material?.id ?? null, rows, findings: [] }
})

