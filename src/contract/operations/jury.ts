import { z } from 'zod'
import { holders } from '#core/review/key-share'
import { download, operation } from '../operation'
import { campaignParams, clause, finding, id, instant, roundParams, sha256, still, words } from '../shapes'
import { fieldValue, materialFile } from './nominations'

const roundRule = z.custom<import('#core/campaign/definition').ResolvedRule<'round'>>((v) => typeof v === 'object' && v !== null)
/** What follows a count by the round's own rule; `say` in words. */
export const nextStep = z.object({ kind: z.enum(['done', 'revote', 'anotherBallot', 'people']), candidates: z.array(id), places: z.int(), /** May be voted on again as a round of its own. */ mayVoteAgain: z.boolean(), say: words })
export const outcome = z.enum(['selected', 'tied', 'belowPlaces', 'belowThreshold', 'open'])
const juror = z.object({ accountId: id, personName: z.string(), unitName: z.string(), fieldOfWork: z.string() })

export const readJury = operation({
  id: 'jury.read', method: 'GET', path: '/api/campaigns/:campaignId/jury', who: 'juryRoomOfCampaign',
  summary: { zh: '评委会与各轮', en: 'The jury and its rounds' }, params: campaignParams,
  answer: z.object({
    jurors: z.array(juror), secretary: juror.nullable(), accepted: z.int(),
    /** 废止: given up without a count; a round of the same rule takes the place. */
    abandoned: z.array(z.object({ id, ruleId: z.string(), name: words, at: instant })),
    /** 分配评阅: rounds whose readings are shared out, and how far that is. */
    shared: z.array(z.object({ ruleId: z.string(), name: words, state: z.enum(['none', 'asked', 'found', 'impossible', 'confirmed']) })),
    rounds: z.array(z.object({ id, ruleId: z.string(), /** The rule of the definition it goes back to: of a round that follows another, that one's. */ rootId: z.string(), name: words, state: z.enum(['open', 'closed']), openedAt: instant, closedAt: instant.nullable(), /** What the office opens next from it; null: nothing follows, or something did already. */ next: nextStep.nullable() })),
  }),
})
export const formJury = operation({
  id: 'jury.form', method: 'POST', path: '/api/campaigns/:campaignId/jury', who: 'officeOfCampaign',
  summary: { zh: '组成评委会', en: 'Form the jury' }, params: campaignParams,
  body: z.object({ jurorIds: z.array(id).min(1).max(200), secretaryId: id }),
})
export const openRound = operation({
  id: 'rounds.open', method: 'POST', path: '/api/campaigns/:campaignId/rounds', who: 'officeOfCampaign',
  summary: { zh: '开启一轮评审（办法随即冻结）', en: 'Open a round (its rule freezes)' }, params: campaignParams,
  body: z.object({ ruleId: z.string().max(100), nominationIds: z.array(id).min(1).max(5000), still }), answer: z.object({ roundId: id }),
})
export const readRound = operation({
  id: 'rounds.read', method: 'GET', path: '/api/rounds/:roundId', who: 'juryRoomOfCampaign',
  summary: { zh: '一轮评审：到会、回避、计票', en: 'A round: attendance, recusals, tally' }, params: roundParams,
  answer: z.object({
    id, campaignId: id, rule: roundRule, state: z.enum(['open', 'closed']), openedAt: instant, closedAt: instant.nullable(),
    /** `dropped`: why a juror was taken out of this round; null: sits. */
    jurors: z.array(juror.extend({ present: z.boolean(), voted: z.boolean(), dropped: z.string().nullable(), recusedFrom: z.array(z.object({ nominationId: id, candidateName: z.string(), reason: z.string() })) })),
    candidates: z.array(z.object({ nominationId: id, candidateName: z.string(), unitName: z.string(), /** What the jurors of a blind round read instead of the name. */ ordinal: z.int(), group: words.nullable() })),
    /** Turnout alone, by the core. */
    quorum: z.object({ entitled: z.int(), present: z.int(), reached: z.boolean() }),
    follows: z.object({ id, name: words }).nullable(),
    /** Null until the round is closed: no partial result to anyone. */
    result: z.object({
      method: z.enum(['approval', 'score', 'grades', 'borda', 'schulze', 'instantRunoff', 'singleTransferable']),
      entitled: z.int(), present: z.int(), issued: z.int(), returned: z.int(), valid: z.int(), invalid: z.int(), quorumReached: z.boolean(),
      rows: z.array(z.object({
        nominationId: id, candidateName: z.string(), unitName: z.string(), /** Of a round with places by group: the rank is within it. */ group: z.string().nullable(), rank: z.int(), outcome, settledBy: z.string().nullable(), /** Where the order goes by another figure. */ rawRank: z.int().nullable(),
        /** The figure as shown, and how far it fills a bar, 0 to 1; of grades the share of each. */
        label: words, part: z.number(), parts: z.array(z.number()).nullable(), /** To be checked with a pencil. */ say: words, /** Words beside scores; with the juror's name in a named round. */ comments: z.array(z.object({ by: z.string().nullable(), text: z.string() })),
        approvals: z.int().nullable(), base: z.int().nullable(), against: z.int().nullable(), abstained: z.int().nullable(),
      })),
      writeIns: z.array(z.object({ name: z.string(), votes: z.int() })),
      /** 作废的打分: given before a claim, in the box as it was, not counted. */
      voided: z.array(z.object({ personName: z.string(), candidateName: z.string(), /** As the juror gave it. */ given: z.string(), reason: z.string() })),
      /** 纸质选票: who counted, who entered, how many read differently; papers void for another reason than their marks. Null: on the screen. */
      paper: z.object({ scrutineers: z.string(), counters: z.array(z.string()), settled: z.int(), spoilt: z.array(z.object({ code: z.string(), reason: words })) }).nullable(),
      /** 逐步: what happened at each stage, in words; empty where a method has no stages. */
      stages: z.array(words), /** The stage whose question waits for the jury; null: none. */ waitsAt: z.int().nullable(), /** Who goes out first, or whose surplus passes on first. */ waitsAbout: z.enum(['exclude', 'transfer']).nullable(),
      ballotCodes: z.array(z.string()), findings: z.array(finding), hash: sha256, next: nextStep,
      /** Places and how they went, group by group; empty without groups. */ groups: z.array(z.object({ id: z.string(), name: words, places: z.int(), candidates: z.int(), selected: z.int() })),
      decisions: z.array(z.object({ say: words, reason: z.string(), proposedBy: z.string(), confirmedBy: z.string(), at: instant })),
      /** Entered, and waiting for a second person. */
      waiting: z.object({ decisionId: id, say: words, reason: z.string(), proposedBy: z.string(), mine: z.boolean(), at: instant }).nullable(),
      /** The round that follows from this one. */
      followedBy: id.nullable(),
    }).nullable(),
    /** 开箱钥匙一分为三: who printed and used which share; null: the key of this round is not split. */
    keyShares: z.object({ shares: z.array(z.object({ holder: z.enum(holders), byName: z.string(), at: instant, printings: z.int(), usedAt: instant.nullable() })), /** The share of whoever asks. */ mine: z.enum(holders).nullable(), /** A ballot is in: nothing is printed any more. */ fixed: z.boolean() }).nullable(),
    /** The round was given up without a count. */
    abandoned: z.object({ reason: z.string(), byName: z.string(), at: instant }).nullable(),
    /** 结构比例 of those chosen, once the round is closed; null: nothing is asked of the list. `people`: who is chosen and who could be. */
    selecting: z.object({
      limits: z.array(z.object({ balance: z.custom<import('#core/rules/round-methods').Balance>((v) => typeof v === 'object' && v !== null), clause })),
      people: z.array(z.object({ nominationId: id, candidateName: z.string(), rank: z.int(), properties: z.array(z.string()), /** Not said in the form. */ unknown: z.array(z.string()), group: z.string().nullable(), chosen: z.boolean() })),
    }).nullable(),
    /** What stops the secretary from closing now (no quorum …), or nothing. */
    closing: z.array(finding),
    may: z.array(z.string()),
  }),
})
export const closeRound = operation({
  id: 'rounds.close', method: 'POST', path: '/api/rounds/:roundId/close', who: 'secretaryOfRound',
  summary: { zh: '封票并计票', en: 'Close the round and count' }, params: roundParams, body: z.object({ /** As typed or scanned, where the key was split; nothing of it is kept. */ shares: z.array(z.string().max(200)).max(3).default([]) }), answer: z.object({ hash: sha256 }),
})
export const countSheet = download({ id: 'rounds.countSheet', path: '/api/rounds/:roundId/count-sheet.pdf', who: 'juryRoomOfCampaign', summary: { zh: '计票单（PDF）', en: 'Count sheet (PDF)' }, params: roundParams, mediaType: 'application/pdf' })

export const readBallot = operation({
  id: 'ballot.read', method: 'GET', path: '/api/rounds/:roundId/ballot', who: 'jurorOfRound',
  summary: { zh: '我的选票', en: 'My ballot' }, params: roundParams,
  answer: z.object({
    campaignId: id, rule: roundRule, state: z.enum(['open', 'closed']), present: z.boolean(), /** Why the secretary took this juror out of the round; null: sits. */ dropped: z.string().nullable(), /** False: the shares of the key are not all printed, and nothing can be cast yet. */ keyReady: z.boolean(), votedAt: instant.nullable(), ballotCode: z.string().nullable(),
    /** In an order of one's own for every juror. */
    candidates: z.array(z.object({ nominationId: id, candidateName: z.string(), unitName: z.string(), employer: z.string(), recused: z.boolean(), reason: z.string(), /** Of a round with places by group. */ group: words.nullable() })),
    /** After closing, if the rule lets it be seen: codes of all ballots in the box, so that one finds one's own. */
    box: z.array(z.string()).nullable(),
  }),
})
export const declareConflicts = operation({
  id: 'ballot.declareConflicts', method: 'POST', path: '/api/rounds/:roundId/conflicts', who: 'jurorOfRound',
  summary: { zh: '签到并申报回避', en: 'Check in and declare conflicts' }, params: roundParams,
  body: z.object({ conflicts: z.array(z.object({ nominationId: id, reason: z.string().trim().min(2).max(300) })).max(5000) }),
})
const some = z.array(id).max(5000)
/** A ballot of any method but scoring, whose sheet goes in by `sheet.submit`. What the round's method does not ask for is refused. */
export const castBallot = operation({
  id: 'ballot.cast', method: 'POST', path: '/api/rounds/:roundId/ballot', who: 'jurorOfRound',
  summary: { zh: '投票（封票前可改）', en: 'Cast a ballot (may be changed until the round closes)' }, params: roundParams,
  body: z.object({ approvals: some.default([]), against: some.optional(), abstained: some.optional(), writeIns: z.array(z.string().trim().min(1).max(60)).max(200).optional(), /** Best first; those on one place are equal. */ ranking: z.array(z.array(id).min(1).max(5000)).max(5000).optional() }),
  answer: z.object({ ballotCode: z.string() }),
})
export const readCandidate = operation({
  id: 'ballot.candidate', method: 'GET', path: '/api/rounds/:roundId/candidates/:nominationId', who: 'jurorOfCandidate',
  summary: { zh: '评委看材料', en: 'A candidate’s dossier as jurors read it' }, params: roundParams.extend({ nominationId: id }),
  answer: z.object({ candidateName: z.string(), unitName: z.string(), /** 盲评: some of it is hidden by the rule. */ blind: z.boolean(), /** Read on paper, in the meeting. */ offline: z.boolean(), fields: z.record(z.string(), fieldValue), /** Of the unit's appraisal: days and numbers, no names and no words; null: none is asked for. */
    appraisal: z.object({ from: z.string().nullable(), to: z.string().nullable(), visits: z.int(), attended: z.int(), byVideo: z.int(), noPost: z.int(), talks: z.int(), facts: z.object({ all: z.int(), true: z.int(), differs: z.int(), unknown: z.int(), open: z.int() }) }).nullable(), materials: z.array(materialFile.pick({ fileId: true, materialId: true, ordinal: true, name: true, bytes: true, hasPreview: true })) }),
})
const fileOfCandidate = roundParams.extend({ nominationId: id, fileId: id })
export const candidatePreview = download({ id: 'ballot.candidatePreview', path: '/api/rounds/:roundId/candidates/:nominationId/materials/:fileId/preview', who: 'jurorOfCandidate', summary: { zh: '评委看缩略图', en: 'Preview picture for jurors' }, params: fileOfCandidate, mediaType: 'image/webp' })
