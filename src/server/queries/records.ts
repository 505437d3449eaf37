import { listRecords } from '#contract/operations/records'
import { rulesOf } from '#core/campaign/definition'
import { prefill } from '#core/nomination/record'
import { query } from '../handler'
import { definitionOfCampaign } from '../store/campaigns'
import { listRecordRows, readFacts } from '../store/candidate-records'

export const listRecordsQuery = query(listRecords, async ({ params, query: { name } }, { q, actor, services }) => {
  const definition = await definitionOfCampaign(q, services.definitions, params.campaignId)
  const asked = rulesOf(definition, 'formField').length
  return { records: await Promise.all((await listRecordRows(q, actor.organisationId, name.trim())).map(async (r) => {
    const facts = (await readFacts(q, services.keys, r.id, actor.organisationId)) ?? []
    return { ...r, post: String(facts.find((f) => f.field === 'post')?.value ?? ''), known: Object.keys(prefill(definition, facts, {})).length, asked }
  })) }
})
