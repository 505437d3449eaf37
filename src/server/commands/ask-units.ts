/** 公示前请推荐单位确认: the office asks about every accepted nomination; the unit's approver answers once, until the notice begins. */
import { answerUnitAsking, askNext, askUnits as askUnitsOperation } from '#contract/operations/gate-askings'
import { judgeAskingDay } from '#core/appraisal/consultation'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { isAskedAnew } from '#core/nomination/gate-asking'
import { pointsOf } from '#core/nomination/gates'
import { isStanding } from '#core/nomination/state'
import { absent, command, done, refusedBy } from '../handler'
import { readPublicNotice } from '../store/announcement'
import { definitionOfCampaign } from '../store/campaigns'
import { answerAsking, askAnew, askUnits, lockAsking, stillTaken } from '../store/gate-askings'
import { putAnswers } from '../store/gates'
import { lockNomination } from '../store/nominations'
import { lockObjection } from '../store/objections'
import { nextFor } from '../next-in-line'
import { wordsAnew } from '../words-anew'
import { mustBeFree } from './supplement'

const begun = () => finding({ code: 'gate.askedOver', rule: null, what: ['公示已经开始，不再收确认', 'The public notice has begun: nothing is taken any more'], mend: ['有变化的，请马上联系活动办公室。', 'If something changed, speak to the office at once.'] })
const overAnew = () => finding({ code: 'gate.askedOver', rule: null, what: ['确认已经结束，不再收', 'This is over: nothing is taken any more'], mend: ['有变化的，请马上联系活动办公室。', 'If something changed, speak to the office at once.'] })
const asksNothing = () => finding({ code: 'gate.asksNothing', rule: null, what: ['这个方案没有要再确认的资格', 'This definition asks nothing again'], mend: ['不用请单位确认。', 'The units need not be asked.'] })

export const askUnitsCommand = command(askUnitsOperation, async ({ params: { campaignId }, body }, { tx, services, actor, now, record }) => {
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  if (pointsOf(await definitionOfCampaign(tx, services.definitions, campaignId)).length === 0) return refusedBy([asksNothing()])
  if ((await readPublicNotice(tx, campaignId)) !== undefined) return refusedBy([begun()])
  const at = await now()
  const judged = judgeAskingDay(body.answerBy, at)
  if (!judged.ok) return refusedBy(judged.findings)
  const asked = await askUnits(tx, { campaignId, at, by: actor.accountId, until: judged.until })
  if (asked.length === 0) return refusedBy([finding({ code: 'gate.nobodyToAsk', rule: null, what: ['没有等确认的人选：还没有接收推荐，或都已答复', 'Nobody is left to ask about: nothing was accepted yet, or all was answered'], mend: ['不用再请。', 'There is nothing to ask.'] })])
  const units = [...new Set(asked.map((a) => a.unitId))].sort()
  record({ chain: campaignId, act: 'gate.asked', subject: { kind: 'campaign', id: campaignId }, data: { nominations: asked.length, units, until: judged.until } })
  return done({ asked: asked.length, units: units.length })
})

/** 递补: of whoever stands next, the units whose word is missing or too old; equals are asked together. No unit beside theirs is: it would be asked for nothing. */
export const askNextCommand = command(askNext, async ({ params, body }, { tx, services, actor, now, record }) => {
  const o = await lockObjection(tx, params.objectionId)
  mustBeFree(o)
  const definition = await definitionOfCampaign(tx, services.definitions, o.campaignId)
  if (pointsOf(definition).length === 0) return refusedBy([asksNothing()])
  const at = await now()
  const judged = judgeAskingDay(body.answerBy, at)
  if (!judged.ok) return refusedBy(judged.findings)
  const words = await wordsAnew(tx, definition, await nextFor(tx, o.campaignId, [o.nominationId]), at)
  const ids = [...words].flatMap(([id, { word }]) => (isAskedAnew(word) ? [id] : [])).sort()
  if (ids.length === 0) return refusedBy([finding({ code: 'gate.nobodyToAsk', rule: null, what: ['不用再请：单位不久前答复过，或正在答复期内，或没有下一位', 'Nobody is left to ask: the unit has answered a short while ago, still has time to, or nobody stands next'], mend: ['请看单位的话；没有答复的，等到期限。', 'See what the unit said, or wait for its day.'] })])
  const units = await askAnew(tx, { campaignId: o.campaignId, ids, at, by: actor.accountId, until: judged.until })
  record({ chain: o.campaignId, act: 'gate.asked', subject: { kind: 'campaign', id: o.campaignId }, data: { nominations: ids.length, units, until: judged.until, objection: o.id } })
  return done({ asked: ids.length, units: units.length })
})

/** What changed is told to the office as at any gate. That all is as it was is the unit's word of that day and opens no gate: the office says its own when it acts. */
export const answerUnitAskingCommand = command(answerUnitAsking, async ({ params: { nominationId }, body }, { tx, services, actor, campaignId, now, record }) => {
  // In the order in which the notice is started: the campaign first.
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR SHARE`, [campaignId])
  const row = await lockNomination(tx, nominationId)
  const asking = await lockAsking(tx, nominationId)
  if (asking === undefined || !isStanding(row.state)) throw absent()
  if (asking.answer !== null) throw new Refusal('conflict', { zh: '已经答复过。之后又有变化的，请联系活动办公室。', en: 'This was answered already. If something has changed since, speak to the office.' })
  if (!(await stillTaken(tx, campaignId, [asking])).has(nominationId)) return refusedBy([asking.supplement ? overAnew() : begun()])
  const definition = await definitionOfCampaign(tx, services.definitions, campaignId)
  const ruleIds = body.answer === 'changed' ? body.ruleIds : []
  if (!ruleIds.every((id) => definition.rules.some((r) => r.id === id))) throw absent()
  const at = await now()
  if (body.answer === 'changed') await putAnswers(tx, [nominationId], { gate: 'notice', passage: '', answer: 'changed', ruleIds, note: body.note, by: actor.accountId, at })
  await answerAsking(tx, asking.id, { answer: body.answer, by: actor.accountId, at })
  record({ chain: campaignId, act: 'gate.answered', subject: { kind: 'nomination', id: nominationId }, data: { gate: 'notice', answer: body.answer, asked: true, ...(ruleIds.length > 0 && { rules: [...ruleIds].sort() }) } })
  return done({})
})
