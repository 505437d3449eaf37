/** 监督: one nomination from its beginning, with every step, and who looked at what of it when. Read by the supervisor alone; nothing is changed by it. */
import { z } from 'zod'
import { openingWays } from '#core/supervision/opening'
import { roles } from '#core/access/actor'
import { nominationStates } from '#core/nomination/state'
import { download, operation } from '../operation'
import { id, instant, nominationParams, words } from '../shapes'

const role = z.enum(roles)
export const readSupervised = operation({
  id: 'supervision.nomination', method: 'GET', path: '/api/nominations/:nominationId/procedure', who: 'supervisorOfNomination', summary: { zh: '一件推荐的全部程序和阅看记录', en: 'Every step of one nomination, and who looked at it' }, params: nominationParams,
  answer: z.object({
    campaignId: id, name: z.string(), unitName: z.string(), state: z.enum(nominationStates),
    /** Every entry of the ledger that speaks of it, oldest first. */
    steps: z.array(z.object({ position: z.int(), at: instant, act: z.string(), say: words, actor: z.string(), role: role.nullable(), organisation: z.string(), /** Name of the round it belongs to, where it does. */ about: words.nullable(), hash: z.string() })),
    /** Newest first; once a day for each person and thing. */
    looks: z.array(z.object({ at: instant, way: z.enum(openingWays), by: z.string(), role, organisation: z.string(), /** Null: the whole of it. Empty: the file is gone from the dossier since. */ file: z.string().nullable(), round: words.nullable() })),
    rounds: z.array(z.object({ roundId: id, name: words, state: z.enum(['open', 'closed']), openedAt: instant, closedAt: instant.nullable(), outcome: z.string().nullable(), recusals: z.array(z.object({ juror: z.string(), reason: z.string(), at: instant })) })),
    /** Who objected is asked for apart, and goes on the ledger. */
    objections: z.array(z.object({ objectionId: id, number: z.int(), track: z.enum(['objection', 'correction']), state: z.string(), receivedAt: instant, decidedAt: instant.nullable(), outcome: z.string().nullable() })),
  }),
})
/** Steps and looks as one sheet, in the order of time. */
export const supervisedSheet = download({ id: 'supervision.nominationSheet', path: '/api/nominations/:nominationId/procedure.xlsx', who: 'supervisorOfNomination', summary: { zh: '全部程序和阅看记录（Excel）', en: 'Every step and who looked, as a sheet' }, params: nominationParams, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
