import { z } from 'zod'
import { operation } from '../operation'
import { campaignParams, id, instant, nominationParams, words } from '../shapes'

const record = z.object({ id, name: z.string(), employer: z.string(), post: z.string(), /** Of the campaign it was last submitted in. */ campaign: words, at: instant, /** Fields of this campaign's form that it knows. */ known: z.int(), asked: z.int() })

/** The unit's own people alone. */
export const listRecords = operation({
  id: 'records.list', method: 'GET', path: '/api/campaigns/:campaignId/records', who: 'clerkOfUnit',
  summary: { zh: '本单位的人选档案', en: 'The people this unit knows' }, params: campaignParams, query: z.object({ name: z.string().max(100).default('') }), answer: z.object({ records: z.array(record) }),
})
/** Fills what is empty; nothing that was typed is touched. */
export const linkRecord = operation({
  id: 'records.link', method: 'POST', path: '/api/nominations/:nominationId/record', who: 'clerkOfNomination',
  summary: { zh: '是同一人：由档案带入空着的栏目', en: 'It is the same person: fill the empty fields from the record' }, params: nominationParams, body: z.object({ recordId: id }), answer: z.object({ filled: z.int() }),
})
