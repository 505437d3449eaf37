/** 评审各法: score sheets card by card, decisions where a count stopped, rounds that follow, jurors who drop out. */
import { z } from 'zod'
import { download, operation } from '../operation'
import { id, instant, roundParams, still } from '../shapes'

const card = { /** As typed, one for each criterion; '' where none was given yet. */ points: z.array(z.string().max(20)).max(40).optional(), /** Place of the grade in the rule's list; 0 is the best. */ grade: z.int().min(0).max(40).nullable().optional(), comment: z.string().max(1000).default('') }

/** One candidate's card, saved as the juror reads. It is nobody's but the juror's own until the sheet is submitted. */
export const saveScore = operation({
  id: 'sheet.save', method: 'POST', path: '/api/rounds/:roundId/candidates/:nominationId/score', who: 'jurorOfRound',
  summary: { zh: '保存对一名人选的打分', en: 'Save what a juror gives one candidate' }, params: roundParams.extend({ nominationId: id }),
  body: z.object(card), answer: z.object({ savedAt: instant }),
})
export const readSheet = operation({
  id: 'sheet.read', method: 'GET', path: '/api/rounds/:roundId/sheet', who: 'jurorOfRound',
  summary: { zh: '我的评分表', en: 'My score sheet' }, params: roundParams,
  answer: z.object({
    cards: z.array(z.object({ nominationId: id, points: z.array(z.string()).nullable(), grade: z.int().nullable(), comment: z.string(), savedAt: instant })),
    submittedAt: instant.nullable(),
    /** Something was saved after the sheet went in: it goes in again, or what went in before counts. */
    changedSince: z.boolean(),
    /** What others gave, where the rule lets it be seen; null: not now, or never. */
    others: z.array(z.object({ nominationId: id, given: z.array(z.string()) })).nullable(),
  }),
})
export const submitSheet = operation({
  id: 'sheet.submit', method: 'POST', path: '/api/rounds/:roundId/sheet', who: 'jurorOfRound',
  summary: { zh: '提交评分表（封票前可再交）', en: 'Submit the score sheet (again until the round closes)' }, params: roundParams,
  body: z.object({ /** How many candidates the juror knows to be without a score. */ missingSeen: z.int().min(0).default(0) }), answer: z.object({ ballotCode: z.string() }),
})

export const dropJuror = operation({
  id: 'rounds.dropJuror', method: 'POST', path: '/api/rounds/:roundId/jurors/:accountId/drop', who: 'secretaryOfRound',
  summary: { zh: '登记评委退出本轮，法定人数重算', en: 'Take a silent juror out of the round; the quorum is worked out anew' }, params: roundParams.extend({ accountId: id }),
  body: z.object({ reason: z.string().trim().min(4).max(300) }),
})
export const openNext = operation({
  id: 'rounds.openNext', method: 'POST', path: '/api/rounds/:roundId/next', who: 'officeOfCampaign',
  summary: { zh: '就没有定的人选再开一轮', en: 'Open a round among those a count left open' }, params: roundParams, body: z.object({ still }), answer: z.object({ roundId: id }),
})
const decision = z.discriminatedUnion('kind', [z.object({ kind: z.literal('stage'), stage: z.int().min(1), candidate: id }), z.object({ kind: z.literal('tie'), selected: z.array(id).max(5000) })])
export const proposeDecision = operation({
  id: 'rounds.proposeDecision', method: 'POST', path: '/api/rounds/:roundId/decisions', who: 'secretaryOfRound',
  summary: { zh: '登记评委会对并列的决定', en: 'Enter what the jury decided where the count stopped' }, params: roundParams,
  body: z.object({ decision, reason: z.string().trim().min(4).max(500) }), answer: z.object({ decisionId: id }),
})
const decisionParams = roundParams.extend({ decisionId: id })
export const confirmDecision = operation({
  id: 'rounds.confirmDecision', method: 'POST', path: '/api/rounds/:roundId/decisions/:decisionId/confirm', who: 'juryRoomOfCampaign',
  summary: { zh: '第二人确认评委会的决定', en: 'Confirm a decision of the jury, by a second person' }, params: decisionParams,
})
export const withdrawDecision = operation({
  id: 'rounds.withdrawDecision', method: 'POST', path: '/api/rounds/:roundId/decisions/:decisionId/withdraw', who: 'secretaryOfRound',
  summary: { zh: '撤回登记的决定', en: 'Take an entered decision back' }, params: decisionParams,
})
export const resultSheet = download({ id: 'rounds.resultSheet', path: '/api/rounds/:roundId/result-sheet.pdf', who: 'juryRoomOfCampaign', summary: { zh: '结果单（PDF）', en: 'Result sheet (PDF)' }, params: roundParams, mediaType: 'application/pdf' })
