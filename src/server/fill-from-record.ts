import { prefill } from '#core/nomination/record'
import { absent } from './handler'
import { idHashOf, sealFields, split, wholeFields } from './secret-fields'
import type { Services } from './services'
import { definitionOf } from './store/campaigns'
import { readFacts } from './store/candidate-records'
import type { Queries } from './store/database'
import { lockNomination } from './store/nominations'

/** Puts what the unit's record knows into the empty fields of its nomination; how many it gave.
 * @param of.begun the nomination was begun by choosing the record: its name was not typed either */
export const fillFrom = async (tx: Queries, services: Pick<Services, 'keys' | 'definitions'>, of: { readonly nominationId: string; readonly recordId: string; readonly organisationId: string; readonly begun?: boolean }): Promise<number> => {
  const facts = await readFacts(tx, services.keys, of.recordId, of.organisationId)
  if (facts === undefined) throw absent()
  const row = await lockNomination(tx, of.nominationId)
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  const whole = wholeFields(services.keys, row), known = prefill(definition, facts, whole)
  const given = [...Object.keys(known), ...(of.begun === true && facts.some((f) => f.field === 'name' && f.value === whole['name']) ? ['name'] : [])]
  const { open, secret } = split(definition, { ...whole, ...known })
  await tx.rows(`UPDATE nominations SET fields = $2, secret_fields = $3, id_number_hash = $4, record_id = $5, prefilled = $6, version = version + 1, changed_at = product_time() WHERE id = $1`,
    [row.id, open, sealFields(services.keys, secret), idHashOf(services.keys, secret), of.recordId, [...new Set([...row.prefilled, ...given])]])
  return given.length
}
