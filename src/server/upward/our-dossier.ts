/** One of ours as the core maps it upwards. */
import type { ResolvedDefinition } from '#core/campaign/definition'
import { mapUpward, type Mapped } from '#core/upward/mapping'
import { wholeFields } from '../secret-fields'
import type { Services } from '../services'
import { definitionOf } from '../store/campaigns'
import type { Queries } from '../store/database'
import { readMaterials, readNominationRow, type MaterialRow, type NominationRow } from '../store/nominations'

export interface OurOwn { readonly row: NominationRow; readonly definition: ResolvedDefinition; readonly materials: readonly MaterialRow[]; readonly mapped: Mapped }

export const mapOwn = async (q: Queries, services: Pick<Services, 'keys' | 'definitions'>, nominationId: string, theirs: ResolvedDefinition, now: number): Promise<OurOwn | null> => {
  const row = await readNominationRow(q, nominationId)
  if (row === undefined) return null
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const materials = await readMaterials(q, row.id)
  return { row, definition, materials, mapped: mapUpward(theirs, { definition, fields: wholeFields(services.keys, row), answers: row.answers, files: materials }, now) }
}
