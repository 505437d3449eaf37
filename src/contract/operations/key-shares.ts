/** 开箱钥匙一分为三: each of the three prints the own share; a round whose box cannot be opened is given up. */
import { z } from 'zod'
import { download, operation } from '../operation'
import { roundParams } from '../shapes'

const printed = z.object({ /** The one printed before is void from then on; only before the first ballot. */ again: z.boolean().default(false) })
/** Made as it is printed, and kept nowhere: whoever asks gets the share of the role they act in. */
export const printKeyShare = {
  ...download({ id: 'rounds.printKeyShare', path: '/api/rounds/:roundId/key-share', who: 'juryRoomOfCampaign', summary: { zh: '打印我的一份开箱钥匙（只此一次）', en: 'Print my share of the key of the box (once)' }, params: roundParams, mediaType: 'application/pdf' }),
  method: 'POST' as const, body: operation({ id: '', method: 'POST', path: '', who: 'office', summary: { zh: '', en: '' }, body: printed }).body,
}
export const abandonRound = operation({
  id: 'rounds.abandon', method: 'POST', path: '/api/rounds/:roundId/abandon', who: 'secretaryOfRound',
  summary: { zh: '钥匙不足两份，废止本轮，重新投票', en: 'Fewer than two shares are left: give the round up and vote again' }, params: roundParams,
  body: z.object({ reason: z.string().trim().min(4).max(300) }),
})
