/** What a link opens for the office that was asked: look, fetch the model text, upload, hand over. The request is the link's own; no id of a nomination comes from outside. */
import type { Download } from '#contract/operation'
import { answerOpinion, beginOpinionUpload, lookAtOpinion, opinionModel, opinionUploadState } from '#contract/operations/opinions'
import { closedToOpinions, judgeOpinionAnswer, opinionCode, toldToIssuer } from '#core/appraisal/opinion-request'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { opinionOf } from '#core/forms/opinion'
import { opinionPaper } from '#core/forms/printed-sheets'
import { Refusal } from '#core/kernel/refusal'
import { judgeFile, judgeSize } from '#core/materials/judge'
import { textOf } from '#core/nomination/form'
import { after, trackOf } from '#core/nomination/state'
import type { MaterialRule } from '#core/rules/material-terms'
import { paperOf } from '../forms/paper-of'
import { paperFile } from '../forms/sheet-file'
import { absent, command, done, query, refusedBy, stopsAt, type Handler, type QueryContext } from '../handler'
import { definitionOf } from '../store/campaigns'
import type { Queries } from '../store/database'
import { lockNomination, readNominationRow, type NominationRow } from '../store/nominations'
import { lockOpenRequest, markOpened, type HeldRequest } from '../store/opinion-requests'
import { lockHeldFile, markUpload, readUpload, uploadsOfRequest } from '../store/uploads'
import { offsetOf, openUpload } from './begin-upload'
import { placeFile } from './place-file'

/** Nobody needs so many tries for one paper; whoever takes more fills the disk. */
const MOST_UPLOADS = 20

/** Never null here: nothing gets so far without a link. */
const shown = ({ held }: Pick<QueryContext, 'held'>): HeldRequest => {
  if (held === null) throw absent()
  return held
}

interface Matter { readonly row: NominationRow; readonly definition: ResolvedDefinition; readonly rule: MaterialRule }
const matterOf = async (q: Queries, services: QueryContext['services'], held: HeldRequest, row: NominationRow | undefined): Promise<Matter> => {
  if (row === undefined) throw absent()
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const rule = ruleOf(definition, 'material', held.materialId)
  // Amended away since it was asked for.
  if (rule === undefined) throw absent()
  return { row, definition, rule }
}
const isClosed = (row: NominationRow): boolean => after(row.state, 'edit', trackOf(row)) === null
const received = ({ answeredAt, code }: Pick<HeldRequest, 'answeredAt' | 'code'>) => (answeredAt === null ? null : { at: answeredAt, code: code! })

/** Opening uses nothing up, however often and by whatever program; it only shows the unit that the link arrived. */
export const lookAtOpinionCommand = command(lookAtOpinion, async (_, c) => {
  const [{ tx, services }, held] = [c, shown(c)]
  const { row, definition, rule } = await matterOf(tx, services, held, await readNominationRow(tx, held.nominationId))
  const standing = held.answeredAt !== null ? 'received' : isClosed(row) ? 'closed' : 'open'
  if (standing !== 'open') return done({ standing, unit: row.unitName, received: received(held), asked: null })
  await markOpened(tx, held.id)
  const told = toldToIssuer(row.fields)
  const person = { name: textOf(told, 'name') || row.candidateName, employer: textOf(told, 'employer'), post: [textOf(told, 'department'), textOf(told, 'post')].filter((x) => x !== '').join(' ') }
  const model = opinionPaper(definition, rule.id) === undefined ? null : { ...opinionOf(definition, rule.id, told), issuer: held.office }
  return done({ standing, unit: row.unitName, received: null, asked: { campaign: definition.name, askedBy: held.askedBy, office: held.office, until: held.until, person, rule, model: model === null ? null : { ...model, paragraphs: [...model.paragraphs], points: model.points.map((p) => ({ what: p.what, answers: [...p.answers] })) } } })
})

const mediaTypes = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const
/** The paper that the unit's own page offers, with the same code and fewer facts. */
export const opinionModelQuery: Handler<typeof opinionModel> = {
  kind: 'query', operation: opinionModel,
  run: async ({ query: { as } }, c) => {
    const [{ q, services }, held] = [c, shown(c)]
    const found = held.answeredAt === null ? await paperOf(q, services, held.nominationId) : null
    const sheet = found === null || isClosed(found.row) ? undefined : opinionPaper(found.paper.definition, held.materialId)
    if (found === null || sheet === undefined) throw absent()
    const made = await paperFile(sheet, as, { ...found.paper, told: toldToIssuer(found.paper.fields), issuer: held.office })
    if (!made.ok) return refusedBy(made.findings)
    return done<Download>({ content: made.content, mediaType: mediaTypes[as], fileName: `${sheet.name.zh}-${found.row.candidateName}.${as}`, inline: false })
  },
}

const already = (): Refusal => new Refusal('conflict', { zh: '这份材料已经收到，这个链接不再收新的。要更换，请联系推荐单位的经办人再发一个链接。', en: 'This was received already and the link takes nothing more. To replace it, ask the unit’s clerk for a new link.' })

export const beginOpinionUploadCommand = command(beginOpinionUpload, async ({ body }, c) => {
  const [{ tx, services }, held] = [c, shown(c)]
  const { row, rule } = await matterOf(tx, services, held, await readNominationRow(tx, held.nominationId))
  const request = await lockOpenRequest(tx, held.id)
  if (request === undefined) throw absent()
  if (request.answeredAt !== null) throw already()
  if (isClosed(row)) return refusedBy([closedToOpinions()])
  const findings = judgeSize(rule, body)
  if (stopsAt(findings)) return refusedBy(findings)
  if ((await uploadsOfRequest(tx, held.id)) >= MOST_UPLOADS) throw new Refusal('limited', { zh: `这个链接已经传过 ${MOST_UPLOADS} 次文件，不再收了。请联系推荐单位的经办人再发一个链接。`, en: `This link has taken ${MOST_UPLOADS} files and takes no more. Ask the unit’s clerk for a new one.` })
  return done(await openUpload(tx, services, { nominationId: row.id, accountId: null, requestId: held.id, passId: null, materialId: rule.id, name: body.name, bytes: body.bytes }))
})

export const opinionUploadStateQuery = query(opinionUploadState, async ({ params }, c) => {
  const [{ q, services }, held] = [c, shown(c)]
  const upload = await readUpload(q, params.uploadId)
  if (upload === undefined || upload.requestId !== held.id) throw absent()
  return { state: upload.state, offset: await offsetOf(services, upload), findings: upload.findings as never }
})

/** Once. Judged again as it stands now: the definition may have been amended since the file was looked at, and the nomination sealed. */
export const answerOpinionCommand = command(answerOpinion, async ({ body }, c) => {
  const [{ tx, services, now, record }, held] = [c, shown(c)]
  const { row, rule } = await matterOf(tx, services, held, await lockNomination(tx, held.nominationId))
  const request = await lockOpenRequest(tx, held.id)
  if (request === undefined) throw absent()
  if (request.answeredAt !== null) throw already()
  if (isClosed(row)) return refusedBy([closedToOpinions()])
  const file = await lockHeldFile(tx, held.id, body.uploadId)
  if (file === undefined) throw absent()
  const at = await now()
  const findings = [...judgeOpinionAnswer(body, at), ...judgeFile(rule, file.held.facts)]
  if (stopsAt(findings)) return refusedBy(findings)
  const placed = await placeFile(tx, row, rule, { name: file.name, ...file.held, from: { request: held.id } }, at)
  if (!placed.ok) return refusedBy(placed.findings)
  await markUpload(tx, body.uploadId, 'kept', [], placed.fileId)
  const { place } = record({
    chain: row.campaignId, act: 'opinion.answered', subject: { kind: 'nomination', id: row.id }, data: { material: rule.id, request: held.id, file: file.held.stored.sha256 },
  }, {
    // `opinionCode` of the core.
    sql: `UPDATE opinion_requests SET answered_at = to_timestamp($5 / 1000.0), handler = $6, opinion_day = $7, valid_until = $8, code = sealed_position || '-' || left(sealed_hash, 8) FROM sealed WHERE id = $4`,
    params: [held.id, at, body.handler, body.opinionDay, body.validUntil],
  })
  return done(place.then((sealed) => ({ at, code: opinionCode(sealed) })))
})
