import { z } from 'zod'
import { entrySources } from '#core/nomination/enter-for-unit'
import { operation } from '../operation'
import { campaignParams, day, id, name, nominationParams, nominationState } from '../shapes'

const source = z.enum(entrySources)
/** What it was entered from; null: the unit sent it itself. */
export const entryOrigin = z.object({ source, receivedOn: day }).nullable()
const seat = z.enum(['unitClerk', 'unitApprover'])

export const listEntries = operation({
  id: 'entries.list', method: 'GET', path: '/api/campaigns/:campaignId/entries', who: 'officeOfCampaign',
  summary: { zh: '办公室代录的推荐，和还没有人启用账号的单位', en: 'Nominations the office entered, and units without people of their own here' }, params: campaignParams,
  answer: z.object({
    units: z.array(z.object({ id, name: z.string() })),
    entries: z.array(z.object({
      nominationId: id, candidateName: z.string(), unitName: z.string(), state: nominationState, source, receivedOn: z.string(), sender: z.string(), enteredBy: z.string(),
      /** The seat this reader may take now; null: none. */
      seat: seat.nullable(),
      /** The unit's own people have come: they go on. */
      handedOver: z.boolean(),
    })),
  }),
})
export const beginEntry = operation({
  id: 'entries.begin', method: 'POST', path: '/api/campaigns/:campaignId/entries', who: 'officeOfCampaign',
  summary: { zh: '代录一件推荐：记下由来，在单位的席位上开始填报', en: 'Begin a nomination for a unit: where it came from is kept, and the seat of its clerk is taken' }, params: campaignParams,
  body: z.object({ unitId: id, candidateName: name, source, receivedOn: day, sender: name }), answer: z.object({ nominationId: id }),
})
export const takeSeat = operation({
  id: 'entries.takeSeat', method: 'POST', path: '/api/nominations/:nominationId/seat', who: 'officeOfCampaign',
  summary: { zh: '在没有账号的单位的席位上接着填报或审签', en: 'Take the seat of a unit without people of its own, to go on or to seal' }, params: nominationParams, body: z.object({ as: seat }),
})
