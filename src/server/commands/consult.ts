/** 联审: the office asks other organs, many candidates in one letter, and enters their replies. */
import { askConsultation, enterReply } from '#contract/operations/consultations'
import { judgeAskingDay, judgeReply } from '#core/appraisal/consultation'
import { hashOf } from '#core/kernel/canonical'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { apartAmong } from '#core/nomination/apart'
import { command, done, refusedBy, stopsAt } from '../handler'
import { apartIn, plannedLetters } from '../queries/consultations'
import { putLink } from '../store/consultation-links'
import { newLink } from '../store/opinion-requests'
import { keepLetter, keepReply, lockDesk, openAt } from '../store/consultations'

/** As it was previewed: where it would be others by now, nothing is asked. The product sends nothing itself: the letters are taken along from the answer. */
export const askConsultationCommand = command(askConsultation, async ({ params: { campaignId }, body }, { tx, services, actor, now, record }) => {
  await lockDesk(tx, campaignId)
  const at = await now()
  const judged = judgeAskingDay(body.answerBy, at)
  if (!judged.ok) return refusedBy(judged.findings)
  const letters = (await plannedLetters({ q: tx, services }, campaignId, body, at, judged.until)).filter((l) => l.candidates.length > 0)
  const questions = letters.reduce((n, l) => n + l.candidates.length, 0)
  if (questions !== body.questions) throw new Refusal('stale', { zh: '看过之后又有变化，要问的人选不一样了。请再看一遍再发。', en: 'Since you looked, whom to ask about has changed. Look again before asking.' })
  if (questions === 0) return refusedBy([finding({ code: 'consultation.nobody', rule: null, what: ['没有要征求意见的人选', 'There is nobody to ask about'], mend: ['这些人选都已征求，或走线下。', 'All of them were asked about already, or go by hand.'] })])
  const apart = await apartIn(tx, letters)
  const asks = apartAmong(apart, body.apartSeen)
  if (stopsAt(asks)) return refusedBy(asks)
  const sent = []
  for (const l of letters) {
    const letterId = await keepLetter(tx, { campaignId, office: l.office, nominationIds: l.candidates.map((c) => c.nominationId), at, by: actor.accountId, until: judged.until })
    const { token, hash } = newLink()
    await putLink(tx, { campaignId, letterId, office: l.office, tokenHash: hash, at, by: actor.accountId, until: judged.until })
    sent.push({ office: l.office, candidates: l.candidates.length, text: l.text, letterId, token })
  }
  record({ chain: campaignId, act: 'consultation.asked', subject: { kind: 'campaign', id: campaignId }, data: { letters: letters.length, questions, until: judged.until, offices: letters.map((l) => l.office), ...(apart.length > 0 && { apart: apart.length }), about: hashOf(letters.map((l) => l.candidates.map((c) => c.nominationId))) } })
  return done({ letters: sent })
})

/** What an organ said enters the ledger as a hash: who has an objection against somebody is read by office and supervisor alone. */
export const enterReplyCommand = command(enterReply, async ({ params: { campaignId }, body }, { tx, services, actor, now, record }) => {
  await lockDesk(tx, campaignId)
  const at = await now()
  const findings = judgeReply(body, at)
  if (stopsAt(findings)) return refusedBy(findings)
  const against = new Set(body.objections.map((o) => o.nominationId))
  const clear = [...new Set(body.clear === 'allOpen' ? await openAt(tx, campaignId, body.office) : body.clear)].filter((id) => !against.has(id))
  const sealed = (words: string) => services.keys.seal(Buffer.from(words))
  const answers = [...body.objections.map((o) => ({ nominationId: o.nominationId, objection: true, words: sealed(o.words) })), ...clear.map((nominationId) => ({ nominationId, objection: false, words: sealed('') }))]
  const entered = await keepReply(tx, { campaignId, office: body.office, at, by: actor.accountId, reply: body.reply, replyDay: body.replyDay, validUntil: body.validUntil, answers })
  if (entered.length !== new Set(answers.map((a) => a.nominationId)).size || entered.length === 0) return refusedBy([finding({ code: 'consultation.neverAsked', rule: null, what: ['有的人选没有向这个部门征求过意见', 'About some of them this organ was never asked'], mend: ['请先征求，再登记复函；或核对部门和人选。', 'Ask first and enter the reply then, or check organ and candidates.'] })])
  record({ chain: campaignId, act: 'consultation.answered', subject: { kind: 'campaign', id: campaignId }, data: { answers: entered.length, reply: hashOf({ salt: answers.map((a) => a.words.toString('base64')), office: body.office, number: body.reply, objections: body.objections, clear }) } })
  return done({ clear: clear.length, objections: body.objections.length })
})
