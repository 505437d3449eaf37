import { z } from 'zod'
import { operation } from '../operation'
import { campaignParams, id, instant, nominationState } from '../shapes'

const yes = z.enum(['yes']).optional()
const asked = {
  /** Several words: each must be found. */
  q: z.string().max(80).default(''),
  /** One unit; an organisation with all below it; what a finding at sealing is about. */
  unit: id.optional(), within: id.optional(), finding: z.string().max(30).optional(), state: nominationState.optional(),
  /** Sealed with warnings; returned at least once; returned, with a term that ends soon or is over. */
  warned: yes, returned: yes, due: yes,
}
/** One search for all who may: the office and the supervisor among what was sent to them, a unit among its own. */
export const searchNominations = operation({
  id: 'nominations.search', method: 'GET', path: '/api/campaigns/:campaignId/search', who: 'searchersOfCampaign',
  summary: { zh: '查找推荐：姓名、单位、拼音或首字母', en: 'Find nominations by name, unit, pinyin or initials' },
  params: campaignParams,
  query: z.object({
    ...asked,
    /** Of the answer before. */
    after: z.string().regex(/^[01]\.\d{1,20}\.[0-9a-f-]{36}$/).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    rows: z.array(z.object({
      id, candidateName: z.string(), unitId: id, unitName: z.string(), state: nominationState, version: z.int(), submittedAt: instant.nullable(), changedAt: instant,
      returnUntil: instant.nullable(), returns: z.int(), warned: z.boolean(), /** By the office, for a unit without an account. */ entered: z.boolean(), mended: z.boolean(),
    })),
    /** All that match, exactly; and by state, whatever state was asked for. */
    total: z.int(), counts: z.partialRecord(nominationState, z.int()),
    next: z.string().nullable(),
  }),
})
/** What the list can be narrowed to, with exact numbers: each under all filters but its own. */
export const searchFacets = operation({
  id: 'nominations.facets', method: 'GET', path: '/api/campaigns/:campaignId/search/facets', who: 'overseersOfCampaign', summary: { zh: '名单可以按哪些问题、哪些单位筛', en: 'By which findings and units the list can be narrowed' }, params: campaignParams, query: z.object(asked),
  answer: z.object({ kinds: z.array(z.object({ kind: z.string(), n: z.int() })), places: z.array(z.object({ id, name: z.string(), depth: z.int(), n: z.int(), branch: z.boolean() })) }),
})
