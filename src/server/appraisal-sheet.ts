/** What is printed of an appraisal: numbers of identity and telephone masked, whoever prints it. */
import type { AppraisalOwner } from '#core/appraisal/record'
import { appraisalSheet, type AppraisalSheet } from '#core/appraisal/sheet'
import { factsByStep, stepsFor } from '#core/appraisal/steps'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { markOf } from './appraisal-facts'
import { maskedFields, wholeFields } from './secret-fields'
import type { Services } from './services'
import { asItems, readAppraisalRow, readItems } from './store/appraisals'
import type { Queries } from './store/database'
import { readMaterials, type NominationRow } from './store/nominations'

/** Null: nothing is asked of an appraisal, or nobody began one of the office's own. */
export const sheetOf = async (q: Queries, { keys }: Pick<Services, 'keys'>, definition: ResolvedDefinition, row: NominationRow, owner: AppraisalOwner): Promise<{ readonly hash: string | null; readonly sheet: AppraisalSheet } | null> => {
  const steps = row.offline === null ? stepsFor(definition, owner) : []
  const stored = steps.length === 0 ? undefined : await readAppraisalRow(q, row.id, owner)
  if (steps.length === 0 || (owner === 'office' && stored === undefined)) return null
  const items = stored === undefined ? [] : asItems(await readItems(q, keys, stored.id))
  const source = { fields: wholeFields(keys, row), shown: maskedFields(definition, keys, row).fields, answers: row.answers, materials: await readMaterials(q, row.id) }
  const facts = factsByStep(definition, steps, source, markOf(keys, row.id))
  const { name: office } = (await q.row<{ name: string }>(`SELECT o.name FROM campaigns c JOIN organisations o ON o.id = c.organisation_id WHERE c.id = $1`, [row.campaignId]))!
  return { hash: stored?.contentHash ?? null, sheet: appraisalSheet({ definition, steps, appraisal: { items, facts, closed: stored?.closedAt != null }, owner, fields: row.fields, candidate: row.candidateName, unit: row.unitName, office }) }
}
