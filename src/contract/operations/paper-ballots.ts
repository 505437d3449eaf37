/** 纸质选票: printed, issued and counted by the scrutineers, entered by two persons who do not see each other's, compared, settled over the paper. */
import { z } from 'zod'
import { spoiltReasons } from '#core/review/paper'
import { download, operation } from '../operation'
import { finding, id, instant, roundParams } from '../shapes'

const some = z.array(id).max(5000)
const read = z.object({ approvals: some, against: some.optional(), writeIns: z.array(z.string().trim().min(1).max(60)).max(200).optional(), spoilt: z.enum(spoiltReasons).optional() })
const code = z.string().trim().min(4).max(20)

export const printPaperBallots = {
  ...download({ id: 'paperBallots.print', path: '/api/rounds/:roundId/paper/ballots', who: 'secretaryOfRound', summary: { zh: '打印纸质选票', en: 'Print ballots on paper' }, params: roundParams, mediaType: 'application/pdf' }),
  method: 'POST' as const, body: operation({ id: '', method: 'POST', path: '', who: 'office', summary: { zh: '', en: '' }, body: z.object({ /** Those printed before are void from then on. */ again: z.boolean().default(false) }) }).body,
}
export const readPaper = operation({
  id: 'paperBallots.read', method: 'GET', path: '/api/rounds/:roundId/paper', who: 'juryRoomOfCampaign', summary: { zh: '纸质选票：发出收回、录入、比对', en: 'Ballots on paper: issued, entered, compared' }, params: roundParams,
  answer: z.object({
    printed: z.int(), printings: z.int(), issued: z.int().nullable(), returned: z.int().nullable(), scrutineers: z.string().nullable(),
    counters: z.array(z.object({ slot: z.enum(['A', 'B']), name: z.string(), mine: z.boolean(), entered: z.int(), finishedAt: instant.nullable() })),
    /** The own reading, by code; never another's. */
    own: z.array(z.object({ code: z.string(), read })),
    /** Null until both are done. `settled`: what was decided over the paper; `none`: there is no such paper. */
    compared: z.object({ alike: z.int(), differences: z.array(z.object({ code: z.string(), a: read.nullable(), b: read.nullable(), settled: z.object({ read: read.nullable(), byName: z.string(), at: instant }).nullable() })) }).nullable(),
    /** What the closing waits for. */
    waits: z.array(finding), may: z.array(z.enum(['print', 'count', 'enter', 'settle'])),
  }),
})
export const countPapers = operation({
  id: 'paperBallots.count', method: 'POST', path: '/api/rounds/:roundId/paper/counts', who: 'secretaryOfRound', summary: { zh: '登记发出、收回的张数', en: 'Enter how many papers were issued and came back' }, params: roundParams,
  body: z.object({ issued: z.int().min(0).max(500), returned: z.int().min(0).max(500), scrutineers: z.string().trim().min(2).max(100) }),
})
export const enterPaper = operation({
  id: 'paperBallots.enter', method: 'POST', path: '/api/rounds/:roundId/paper/entries', who: 'countersOfRound', summary: { zh: '录入一张纸质选票', en: 'Enter one paper' }, params: roundParams,
  body: z.object({ code, /** Null: it was entered by mistake. */ read: read.nullable(), /** This paper was entered before and is read anew: a code mistyped must not overwrite another paper. */ change: z.boolean().default(false) }), answer: z.object({ slot: z.enum(['A', 'B']) }),
})
/** 录完了, or the own reading opened again before anything is settled. */
export const finishPapers = operation({
  id: 'paperBallots.finish', method: 'POST', path: '/api/rounds/:roundId/paper/finish', who: 'countersOfRound', summary: { zh: '录完了，或重新打开自己的录入', en: 'All entered; or open the own reading again' }, params: roundParams,
  body: z.object({ done: z.boolean() }),
})
export const settlePaper = operation({
  id: 'paperBallots.settle', method: 'POST', path: '/api/rounds/:roundId/paper/settle', who: 'countersOfRound', summary: { zh: '对照原票，定下一张', en: 'Settle one paper by looking at it' }, params: roundParams,
  body: z.object({ code, /** Null: there is no such paper. */ read: read.nullable() }),
})
