/** 考核调研 for those who judge a nomination: read where its definition asks for one, and where somebody reads it. */
import { appraisalSteps, type StoredAppraisal } from '#core/appraisal/steps'
import type { MarkOf } from '#core/appraisal/facts'
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { Keys } from './keys'
import type { Services } from './services'
import { asItems, readAppraisalRow, readItems } from './store/appraisals'
import type { Queries } from './store/database'

const MARK_DIGITS = 40
/** Keyed, so that the mark of a telephone or identity number tells nobody which it is. */
export const markOf = (keys: Keys, nominationId: string): MarkOf => (text) => keys.mark(`fact ${nominationId} ${text}`).toString('hex').slice(0, MARK_DIGITS)

/** The unit's, as a dossier is judged by it. Nothing where no step asks for it. */
export const appraisalOf = async (q: Queries, { keys }: Pick<Services, 'keys'>, definition: ResolvedDefinition, row: { readonly id: string; readonly offline: object | null }): Promise<{ appraisal?: StoredAppraisal }> => {
  if (row.offline !== null || appraisalSteps(definition).length === 0) return {}
  const stored = await readAppraisalRow(q, row.id, 'unit')
  return { appraisal: { items: stored === undefined ? [] : asItems(await readItems(q, keys, stored.id)), closed: stored?.closedAt != null, mark: markOf(keys, row.id) } }
}
