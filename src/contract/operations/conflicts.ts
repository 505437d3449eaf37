import { z } from 'zod'
import { conflictDecisions } from '#core/review/conflicts/decide'
import { signKinds } from '#core/review/conflicts/facts'
import { operation } from '../operation'
import { campaignParams, finding, id, instant, role, roundParams } from '../shapes'

const certainty = z.enum(['certain', 'likely', 'ask'])
const sign = z.object({ kind: z.enum(signKinds), certainty, /** The rule of this campaign names this tie. */ asked: z.boolean(), juror: z.object({ at: z.enum(['name', 'unit', 'parentUnit', 'places', 'ties']), words: z.string() }), candidate: z.object({ at: z.string(), label: z.string(), words: z.string() }) })

/** Found, declared, decided: of every pair of which there is anything to say. */
export const readConflicts = operation({
  id: 'conflicts.read', method: 'GET', path: '/api/campaigns/:campaignId/conflicts', who: 'juryRoomOfCampaign', summary: { zh: '回避：应报未报、已报没查到、已定', en: 'Conflicts: found and not declared, declared and not found, decided' }, params: campaignParams,
  answer: z.object({
    /** 同一单位 within so many years; `stated`: by the rule, else the usual number. */
    years: z.int(), stated: z.boolean(), jurors: z.array(z.object({ accountId: id, personName: z.string(), unitName: z.string() })), candidates: z.array(z.object({ nominationId: id, candidateName: z.string(), employer: z.string(), unitName: z.string() })),
    pairs: z.array(z.object({
      accountId: id, nominationId: id, list: z.enum(['missing', 'unjustified', 'standsBack', 'stays']), certainty: certainty.nullable(), signs: z.array(sign),
      /** What the juror said, in the last round where it was said. */
      declared: z.object({ reason: z.string(), at: instant }).nullable(),
      decision: z.object({ decision: z.enum(conflictDecisions), reason: z.string(), by: z.string(), role, at: instant }).nullable(),
      /** The juror works there since this instant, which is after the round began. */
      movedAt: instant.nullable(), /** A vote that was withdrawn, and what is left to people. */ withdrawn: z.int(), /** Rounds in which only the score of this candidate was voided. */ voided: z.int(), findings: z.array(finding),
    })),
    may: z.array(z.enum(['decide'])),
  }),
})
/** 提出回避, or that there is no need: a person decides, with a reason. Also of pairs where nothing was found. */
export const decideConflict = operation({
  id: 'conflicts.decide', method: 'POST', path: '/api/campaigns/:campaignId/conflicts', who: 'decidersOfConflicts', summary: { zh: '定回避：提出回避，或认定不须回避', en: 'Decide on a conflict: the juror stands back, or stays' }, params: campaignParams,
  body: z.object({ accountId: id, nominationId: id, decision: z.enum(conflictDecisions), reason: z.string().trim().min(2).max(300) }), answer: z.object({ /** Ballots the juror has to give again. */ withdrawn: z.int(), /** Rounds in which the juror's score of this one candidate was voided. */ voided: z.int(), /** Rounds that were counted before. */ counted: z.int() }),
})
/** What the juror is asked to look at before declaring: words of the dossier are not among it. */
export const readOwnSigns = operation({
  id: 'ballot.signs', method: 'GET', path: '/api/rounds/:roundId/signs', who: 'jurorOfRound', summary: { zh: '系统找到的、请评委本人核对的关系', en: 'Ties that were found, for the juror to look at' }, params: roundParams,
  answer: z.object({ signs: z.array(z.object({ nominationId: id, kinds: z.array(z.object({ kind: z.enum(signKinds), certainty, words: z.string() })) })), /** A vote was withdrawn by a claim, and none was given since. */ voteAgain: z.object({ candidateName: z.string(), reason: z.string(), at: instant }).nullable(),
    /** Scores that a claim voided alone; the rest of the sheet stands. */
    voided: z.array(z.object({ candidateName: z.string(), reason: z.string(), at: instant })) }),
})
