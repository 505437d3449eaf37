import { createNomination, handBack, removeMaterial, saveDraft, sendToApprover } from '#contract/operations/nominations'
import { after, trackOf, type NominationAct, type NominationState } from '#core/nomination/state'
import { textOf, type Answers, type Fields } from '#core/nomination/form'
import { withOrigin } from '#core/nomination/self-application'
import { checkDossier } from '#core/nomination/submit'
import { markedPlaces, sayMarkedPlaces, withoutMarked } from '#core/secrecy/marked-values'
import { markedField } from '#core/secrecy/say'
import { Refusal } from '#core/kernel/refusal'
import { absent, command, done, refusedBy, repeatedCommand } from '../handler'
import { appraisalOf } from '../appraisal-facts'
import { askToBegin } from '../may-begin'
import { holidayTable } from '../holidays'
import { newId } from '../ids'
import { definitionOf } from '../store/campaigns'
import { printedOf } from '../paper/printed'
import { fillFrom } from '../fill-from-record'
import { mayBring, mayWrite, shownFindings } from '../own-part'
import { insertDraft, lockNomination, lockToSave, readMaterial, unitOf, type NominationRow } from '../store/nominations'
import { isApart } from '../store/quarantine'
import { spellCandidate } from '../search/spelling'
import { idHashOf, openFields, sealFields, split } from '../secret-fields'

export const createNominationCommand = command(createNomination, async ({ params, body }, { tx, services, actor, record }) => {
  const [marked] = markedPlaces({ fields: { name: body.candidateName } })
  if (marked !== undefined) return refusedBy([markedField('name', { zh: '姓名', en: 'Name' }, marked.markings)])
  const { at, against } = await askToBegin(tx, services, params.campaignId)
  if (against.length > 0) return refusedBy(against)
  const id = newId()
  await insertDraft(tx, { id, campaignId: params.campaignId, unitId: actor.organisationId, candidateName: body.candidateName, at })
  await spellCandidate(tx, id, body.candidateName)
  await tx.rows(`UPDATE campaign_units SET first_opened_at = product_time(), opened_by = $3 WHERE campaign_id = $1 AND unit_id = $2 AND first_opened_at IS NULL`, [params.campaignId, actor.organisationId, actor.accountId])
  const filled = body.recordId === undefined ? 0 : await fillFrom(tx, services, { nominationId: id, recordId: body.recordId, organisationId: actor.organisationId, begun: true })
  record({ chain: params.campaignId, act: 'nomination.created', subject: { kind: 'nomination', id }, data: filled === 0 ? {} : { known: filled } })
  return done({ nominationId: id })
})

/** Somebody else was faster. Nothing is overwritten; the page keeps what was typed and shows both. */
const stale = (row: NominationRow): Refusal => new Refusal('stale', {
  zh: '这份推荐表刚在另一个页面或由另一人改过。这里填的还在，没有覆盖别人的内容；请取回最新内容，再决定保留哪一份。',
  en: 'This form was just changed in another tab or by somebody else. What you typed is still here and nothing was overwritten; fetch the newest and decide which to keep.',
}, { version: row.version })

export const inState = (row: NominationRow, act: NominationAct): NominationState => {
  const next = after(row.state, act, trackOf(row))
  if (next === null && row.offline !== null && act === 'edit') throw new Refusal('conflict', { zh: '这是线下件，材料不能在网上填写或上传，请按交接单走线下。', en: 'This nomination goes by hand: nothing can be filled in or uploaded here.' }, { state: row.state })
  if (next === null) throw new Refusal('conflict', { zh: '这件推荐的状态已经变了，现在不能这样办。请刷新页面。', en: 'This nomination has moved on and this cannot be done now. Reload the page.' }, { state: row.state })
  return next
}

export const saveDraftCommand = repeatedCommand(saveDraft, ({ params }, tx) => lockToSave(tx, params.nominationId), async ({ body }, { tx, services, actor }, { row, materials, sealed, now: at }) => {
  inState(row, 'edit')
  if (row.version !== body.version) throw stale(row)
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  mayWrite(actor, definition, row, body)
  // What bears a marking is not kept, not even for a moment; what else was typed is.
  const marked = markedPlaces(body)
  const typed = withoutMarked(body, marked)
  const opened = openFields(services.keys, row.secretFields)
  const fields: Fields = { ...row.fields, ...opened, ...typed.fields }
  const answers = withOrigin(row.origin, merge(row.answers, typed.answers))
  const { open, secret } = split(definition, fields)
  // What stayed as it was is not sealed, marked or carried again.
  const sameSecret = row.secretFields !== null && sameTexts(opened, secret)
  const sameAnswers = typed.answers === undefined && row.origin !== 'self'
  const candidateName = textOf(fields, 'name').trim() || row.candidateName
  const appraisal = await appraisalOf(tx, services, definition, row)
  const written = tx.last(
    `UPDATE nominations SET fields = $2, secret_fields = coalesce($3, secret_fields), id_number_hash = CASE WHEN $3::bytea IS NULL THEN id_number_hash ELSE $4 END, answers = coalesce($5, answers), candidate_name = $6, version = version + 1, changed_at = to_timestamp($7 / 1000.0) WHERE id = $1`,
    [row.id, open, ...(sameSecret ? [null, null] : [sealFields(services.keys, secret), idHashOf(services.keys, secret)]), sameAnswers ? null : answers, candidateName, at])
  if (candidateName !== row.candidateName) {
    await written
    await spellCandidate(tx, row.id, candidateName)
  }
  return done({ version: row.version + 1, savedAt: at, findings: [...sayMarkedPlaces(definition, marked), ...shownFindings(actor, definition, checkDossier(definition, { fields, answers, materials, rank: row.rank, part: row.part, ...appraisal, ...printedOf(definition, { ...row, version: row.version + 1 }, fields, materials) }, at, 'clerk', { unit: unitOf(row), holidays: holidayTable(), end: row.end, sealed }))] as never })
})

const sameTexts = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean => Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([k, v]) => b[k] === v)

const merge = (old: Answers, given: { [K in keyof Answers]?: Answers[K] | undefined } | undefined): Answers => ({
  exclusions: { ...old.exclusions, ...given?.exclusions },
  declarations: { ...old.declarations, ...given?.declarations },
  reviews: { ...old.reviews, ...given?.reviews },
  steps: { ...old.steps, ...given?.steps },
  properties: { ...old.properties, ...given?.properties },
  values: { ...old.values, ...given?.values },
  honours: { ...old.honours, ...given?.honours },
})

const move = (operation: typeof sendToApprover | typeof handBack, act: 'sendToApprover' | 'handBack', entry: 'nomination.sentToApprover' | 'nomination.handedBack') =>
  command(operation, async ({ params, body }, { tx, now, record }) => {
    const row = await lockNomination(tx, params.nominationId)
    const next = inState(row, act)
    await tx.rows(`UPDATE nominations SET state = $2, hand_back_note = $4, version = version + 1, changed_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [row.id, next, await now(), act === 'handBack' ? body.note : ''])
    record({ chain: row.campaignId, act: entry, subject: { kind: 'nomination', id: row.id }, data: body.note === '' ? {} : { noted: true } })
    return done({})
  })
export const sendToApproverCommand = move(sendToApprover, 'sendToApprover', 'nomination.sentToApprover')
export const handBackCommand = move(handBack, 'handBack', 'nomination.handedBack')

export const removeMaterialCommand = command(removeMaterial, async ({ params }, { tx, services, now, record, actor }) => {
  const row = await lockNomination(tx, params.nominationId)
  inState(row, 'edit')
  const file = await readMaterial(tx, row.id, params.fileId)
  if (file === undefined) throw absent()
  mayBring(actor, await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash), row, file.materialId)
  const gone = await tx.row<{ sha256: string; material_id: string }>(`DELETE FROM materials WHERE nomination_id = $1 AND id = $2 AND NOT ${isApart('materials')} RETURNING sha256, material_id`, [row.id, params.fileId])
  if (gone === undefined) throw absent()
  await tx.rows(`UPDATE nominations SET version = version + 1, changed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [row.id, await now()])
  record({ chain: row.campaignId, act: 'material.removed', subject: { kind: 'nomination', id: row.id }, data: { material: gone.material_id, file: gone.sha256 } })
  return done({})
})
