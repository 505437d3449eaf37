/** What a candidate may touch and see of a nomination: asked wherever clerk and candidate use one operation. */
import type { Actor } from '#core/access/actor'
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { Refusal } from '#core/kernel/refusal'
import type { Finding } from '#core/kernel/finding'
import { candidateFindings, candidateView, isCandidateField, isCandidateMaterial } from '#core/nomination/candidate-part'
import type { Fields } from '#core/nomination/form'
import { absent } from './handler'
import { definitionOf } from './store/campaigns'
import type { Queries } from './store/database'
import { readMaterial, readNominationRow, type MaterialRow, type NominationRow } from './store/nominations'

const isCandidate = (actor: Pick<Actor, 'role'>): boolean => actor.role === 'candidate'
const notYours = (): Refusal => new Refusal('conflict', { zh: '您的部分已交回单位，现在不能改。要改，请联系单位的经办人。', en: 'Your part is back with the unit and cannot be changed now. To change it, speak to the unit’s clerk.' })
const theirs = (): Refusal => new Refusal('conflict', { zh: '人选正在填写这一部分。要自己填，请先收回。', en: 'The candidate is filling in this part. To fill it in yourself, take it back first.' })

/** Of one part only one writes: the candidate while it is with the candidate, else the unit; the unit's opinion is always the unit's. */
export const mayWrite = (actor: Actor, definition: ResolvedDefinition, row: NominationRow, typed: { readonly fields: Fields; readonly answers?: object | undefined }): void => {
  const own = new Set(rulesOf(definition, 'formField').filter(isCandidateField).map((r) => r.field as string))
  const touched = Object.keys(typed.fields).filter((f) => own.has(f)), beyond = Object.keys(typed.fields).length > touched.length || Object.values(typed.answers ?? {}).some((given) => Object.keys(given as object).length > 0)
  if (!isCandidate(actor)) { if (row.part?.hands === 'candidate' && touched.length > 0) throw theirs(); return }
  if (beyond) throw absent()
  if (row.part?.hands !== 'candidate') throw notYours()
}

/** Files of the own part; of others a candidate does not even learn that they are asked for. */
export const mayBring = (actor: Actor, definition: ResolvedDefinition, row: NominationRow, materialId: string): void => {
  if (!isCandidate(actor)) return
  const rule = ruleOf(definition, 'material', materialId)
  if (rule === undefined || !isCandidateMaterial(rule)) throw absent()
  if (row.part?.hands !== 'candidate') throw notYours()
}

/** What is open, as far as this person can do something about it. */
export const shownFindings = (actor: Actor, definition: ResolvedDefinition, findings: readonly Finding[]): readonly Finding[] => (isCandidate(actor) ? candidateFindings(candidateView(definition), findings) : findings)

/** One file, to be looked at. */
export const materialFor = async (actor: Actor, q: Queries, definitions: Map<string, ResolvedDefinition>, nominationId: string, fileId: string): Promise<MaterialRow> => {
  const file = await readMaterial(q, nominationId, fileId)
  if (file === undefined) throw absent()
  if (!isCandidate(actor)) return file
  const row = (await readNominationRow(q, nominationId))!
  const rule = ruleOf(await definitionOf(q, definitions, row.campaignId, row.definitionHash), 'material', file.materialId)
  if (rule === undefined || !isCandidateMaterial(rule)) throw absent()
  return file
}
