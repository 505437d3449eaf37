/** 公众投票: opened by the office for a time, given by anybody on a public page, looked at by office and supervisor. */
import { z } from 'zod'
import { operation } from '../operation'
import { finding, id, instant, roundParams } from '../shapes'

export const openPublicVote = operation({
  id: 'publicVote.open', method: 'POST', path: '/api/rounds/:roundId/public-vote', who: 'officeOfCampaign',
  summary: { zh: '开始公众投票（时间定了不改）', en: 'Open the vote of the public (its time stays)' }, params: roundParams,
  body: z.object({ from: instant, to: instant }),
})
export const readPublicVote = operation({
  id: 'publicVote.read', method: 'GET', path: '/api/rounds/:roundId/public-vote', who: 'juryRoomOfCampaign',
  summary: { zh: '公众投票：时间、票数、异常', en: 'The vote of the public: its time, turnout and oddities' }, params: roundParams,
  answer: z.object({
    campaignId: id, rule: z.custom<import('#core/campaign/definition').ResolvedRule<'round'>>((v) => typeof v === 'object' && v !== null), candidates: z.int(), roundClosed: z.boolean(), path: z.string(),
    /** Null: not opened. */
    vote: z.object({
      startsAt: instant, endsAt: instant, state: z.enum(['waiting', 'running', 'over']), votes: z.int(), browsers: z.int(),
      hours: z.array(z.object({ at: instant, votes: z.int() })), networks: z.array(z.object({ votes: z.int(), addresses: z.int() })), findings: z.array(finding),
    }).nullable(),
    /** By candidate, once the round is closed: nobody sees it before, the office included. */
    result: z.object({ counted: z.int(), struck: z.int(), rows: z.array(z.object({ nominationId: id, candidateName: z.string(), votes: z.int(), points: z.string() })) }).nullable(),
    may: z.array(z.enum(['open'])),
  }),
})
/** `browser`: chance that the page gave this browser; `proof`: that the page did. Nothing of it is kept as it is. */
export const castPublicVote = operation({
  id: 'publicVote.cast', method: 'POST', path: '/api/votes/:roundId', who: 'anyone', tries: 60,
  summary: { zh: '公众投一票', en: 'A vote of the public' }, params: roundParams,
  body: z.object({ candidates: z.array(id).max(5000), browser: z.string().max(100), proof: z.string().max(100) }),
})
