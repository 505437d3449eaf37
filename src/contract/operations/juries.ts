import { z } from 'zod'
import { operation } from '../operation'
import { campaignParams, finding, id, instant, sha256, words } from '../shapes'
import { activation } from './organisations'

const ruleId = z.string().min(1).max(100)
export const duties = ['chair', 'scrutineer', 'counter'] as const
const duty = z.enum(duties).nullable()
const member = z.object({ accountId: id, personName: z.string(), unitName: z.string(), fieldOfWork: z.string(), birthYear: z.int().nullable(), duty })
const drawn = z.object({ expertId: id, personName: z.string(), unitName: z.string(), field: z.string() })

/** Who sits in which round, how they came there, and what can be drawn. */
export const readJuries = operation({
  id: 'juries.read', method: 'GET', path: '/api/campaigns/:campaignId/juries', who: 'juryRoomOfCampaign', summary: { zh: '各轮评委和抽取', en: 'Juries of the rounds, and drawing' }, params: campaignParams,
  answer: z.object({
    general: z.array(member), /** A round was opened with it. */ generalFrozen: z.boolean(),
    rounds: z.array(z.object({ ruleId, name: words, opened: z.boolean(), /** Null: the general jury sits. */ own: z.array(member).nullable(), /** Rounds with which it shares no juror. */ apart: z.array(words), /** What speaks against it as it stands. */ findings: z.array(finding) })),
    jurors: z.array(z.object({ accountId: id, personName: z.string(), unitName: z.string(), fieldOfWork: z.string() })),
    draws: z.array(z.object({
      drawId: id, ruleId: ruleId.nullable(), parts: z.array(z.object({ field: z.string(), count: z.int(), standIns: z.int() })), perUnit: z.int().nullable(), pool: z.int(), apart: z.int(), planHash: sha256, commitment: sha256, fixedAt: instant,
      result: z.object({ drawnAt: instant, secret: z.string(), word: z.string(), seed: sha256, drawn: z.array(drawn), standIns: z.array(drawn.extend({ calledFor: z.string().nullable() })) }).nullable(),
    })),
    may: z.array(z.enum(['form'])),
  }),
})
/** 指定: a jury of its own for one round, until that round opens. An empty list: the general jury sits again. */
export const formRoundJury = operation({
  id: 'juries.formRound', method: 'POST', path: '/api/campaigns/:campaignId/juries', who: 'officeOfCampaign', summary: { zh: '指定一轮的评委', en: 'Appoint the jury of one round' }, params: campaignParams, body: z.object({ ruleId, accountIds: z.array(id).max(200) }),
})
/** 主任委员、监票人、计票人. */
export const setDuties = operation({
  id: 'juries.setDuties', method: 'PUT', path: '/api/campaigns/:campaignId/juries/duties', who: 'officeOfCampaign', summary: { zh: '定主任委员、监票人、计票人', en: 'Name chair, scrutineers and counters' }, params: campaignParams,
  body: z.object({ /** Null: of the general jury. */ ruleId: ruleId.nullable(), duties: z.array(z.object({ accountId: id, duty })).max(200) }),
})
/** 固定: pool, terms and the hash of a seed nobody knows yet, on the ledger, before anything is drawn. */
export const fixDraw = operation({
  id: 'juries.fixDraw', method: 'POST', path: '/api/campaigns/:campaignId/draws', who: 'officeOfCampaign', summary: { zh: '固定抽取办法和种子的摘要', en: 'Fix the terms of a draw and the hash of its seed' }, params: campaignParams,
  body: z.object({ ruleId: ruleId.nullable(), parts: z.array(z.object({ field: z.string().trim().min(1).max(100), count: z.int().min(1).max(200), standIns: z.int().min(0).max(50).default(0) })).min(1).max(50), perUnit: z.int().min(1).max(200).nullable() }),
  answer: z.object({ drawId: id, commitment: sha256, planHash: sha256 }),
})
/** With a word that is spoken in the room: from it and the fixed secret comes the seed. Who is drawn gets an account and a seat. */
export const drawJury = operation({
  id: 'juries.draw', method: 'POST', path: '/api/campaigns/:campaignId/draws/:drawId', who: 'officeOfCampaign', summary: { zh: '抽取评委', en: 'Draw the jury' }, params: campaignParams.extend({ drawId: id }), body: z.object({ word: z.string().trim().min(1).max(100) }),
  answer: z.object({ activations: z.array(activation), expiresAt: instant }),
})
/** 候补递补: in the drawn order, for one who cannot come; before the round opens. */
export const callStandIn = operation({
  id: 'juries.callStandIn', method: 'POST', path: '/api/campaigns/:campaignId/draws/:drawId/stand-ins', who: 'officeOfCampaign', summary: { zh: '候补递补', en: 'Call the next stand-in' }, params: campaignParams.extend({ drawId: id }), body: z.object({ leaves: id, reason: z.string().trim().min(2).max(300) }),
  answer: z.object({ personName: z.string(), activations: z.array(activation), expiresAt: instant }),
})
