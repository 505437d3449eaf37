import { z } from 'zod'
import { operation } from '../operation'
import { campaignParams, id } from '../shapes'

/** One beat of a page that is open: tells what lies on the own desk, and is told what lies on the desks of colleagues. Kept for less than a minute, and nowhere else. */
export const beHere = operation({
  id: 'desk.beHere', method: 'POST', path: '/api/campaigns/:campaignId/screening/here', who: 'officeOfCampaign',
  summary: { zh: '谁正在看哪一件（不留记录）', en: 'Who looks at which nomination (nothing is kept)' },
  params: campaignParams, body: z.object({ /** null: the page is left. */ nominationId: id.nullable() }),
  answer: z.object({ here: z.array(z.object({ nominationId: id, names: z.array(z.string()) })) }),
})
