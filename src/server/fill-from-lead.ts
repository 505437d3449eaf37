import type { Actor } from '#core/access/actor'
import { fieldsOfLead, type LeadText } from '#core/nomination/lead'
import { mayWrite } from './own-part'
import { idHashOf, sealFields, split, wholeFields } from './secret-fields'
import type { Services } from './services'
import { definitionOf } from './store/campaigns'
import type { Queries } from './store/database'
import { lockNomination } from './store/nominations'

/** Puts what a lead says into the empty fields of a nomination; how many they were. */
export const fillFromLead = async (tx: Queries, services: Pick<Services, 'keys' | 'definitions'>, actor: Actor, nominationId: string, lead: LeadText): Promise<number> => {
  const row = await lockNomination(tx, nominationId)
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  const whole = wholeFields(services.keys, row), known = fieldsOfLead(definition, lead, whole)
  mayWrite(actor, definition, row, { fields: known })
  const { open, secret } = split(definition, { ...whole, ...known })
  // The name that the draft was begun with is the lead's too.
  const told = [...Object.keys(known), ...(whole['name'] === lead.candidateName ? ['name'] : [])]
  await tx.rows(`UPDATE nominations SET fields = $2, secret_fields = $3, id_number_hash = $4, prefilled = $5, version = version + 1, changed_at = product_time() WHERE id = $1`,
    [row.id, open, sealFields(services.keys, secret), idHashOf(services.keys, secret), [...new Set([...row.prefilled, ...told])]])
  return told.length
}
