/** 采访、拍摄: asked for, answered, fixed, done, cancelled; each in one transaction with its entry. No entry holds a name, a place or a reason. */
import { answerInterview, askInterview, cancelInterview, changeInterview, finishInterview, fixInterview } from '#contract/operations/interviews'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { consentState, interviewLimits, isOpen, publicityOf, type InterviewAsk } from '#core/publicity/interviews/interview'
import { clash, judgeAsk, judgeDone, judgeReason, judgeReply, mayFix, wrongState } from '#core/publicity/interviews/judge'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { newId } from '../ids'
import type { Queries } from '../store/database'
import { askAnew, countInterviews, insertInterview, lockInterview, lockPerson, otherTimes, publicityOfNomination, putCancelled, putDone, putFixed, putReply, revokedAmong, type InterviewRow } from '../store/interviews'
import { readItem } from '../store/media-plan'
import { readOnNotice } from '../store/supplements'

const subject = (nominationId: string) => ({ kind: 'nomination', id: nominationId } as const)
const overtaken = (): Refusal => new Refusal('conflict', { zh: '这一次刚刚有人改过。您写的还在页面上，没有覆盖别人的；请刷新后再看。', en: 'Somebody has just changed this one. What you wrote is still on your page and nothing was overwritten; reload and look again.' })
const locked = async (tx: Queries, interviewId: string, version: number): Promise<InterviewRow> => {
  const row = await lockInterview(tx, interviewId)
  if (row.version !== version) throw overtaken()
  return row
}
/** A channel of this campaign's plan says its own name; another's is absent. */
const named = async (tx: Queries, campaignId: string, a: InterviewAsk): Promise<InterviewAsk> => {
  if (a.channelId === null) return a
  const channel = await tx.row<{ name: string }>(`SELECT name FROM media_channels WHERE campaign_id = $1 AND id = $2 FOR KEY SHARE`, [campaignId, a.channelId])
  if (channel === undefined) throw absent()
  return { ...a, medium: channel.name }
}

export const askInterviewCommand = command(askInterview, async ({ params: { campaignId }, body: { nominationId, ask } }, { tx, actor, now, record }) => {
  if (!(await readOnNotice(tx, campaignId)).people.some((p) => p.person.nominationId === nominationId)) throw absent()
  await lockPerson(tx, nominationId)
  if ((await revokedAmong(tx, [nominationId])).size > 0) throw absent()
  const [a, at, n] = [await named(tx, campaignId, ask), await now(), await countInterviews(tx, campaignId)]
  const against = [...judgeAsk(a, { now: at, publicity: await publicityOfNomination(tx, nominationId) }), ...(n >= interviewLimits.all ? [finding({ code: 'interview.full', rule: null, what: [`已经约过 ${n} 次`, `${n} were asked for already`], mend: ['先看看还要不要约。', 'See whether more are needed.'] })] : [])]
  if (stopsAt(against)) return refusedBy(against)
  const id = newId()
  await insertInterview(tx, id, campaignId, nominationId, a, { by: actor.accountId, at })
  record({ chain: campaignId, act: 'interview.asked', subject: subject(nominationId), data: { interview: id, kind: a.kind } })
  return done({ interviewId: id })
})

export const changeInterviewCommand = command(changeInterview, async ({ params: { interviewId }, body: { version, ask } }, { tx, actor, now, record }) => {
  const row = await locked(tx, interviewId, version)
  const [a, at] = [await named(tx, row.campaignId, ask), await now()]
  const against = [...(isOpen(row.state) ? [] : [wrongState(row.state)]), ...judgeAsk(a, { now: at, publicity: publicityOf(row.formWord, row.storyWord) })]
  if (stopsAt(against)) return refusedBy(against)
  await askAnew(tx, interviewId, a, { by: actor.accountId, at })
  record({ chain: row.campaignId, act: 'interview.changed', subject: subject(row.nominationId), data: { interview: interviewId, from: row.state, version: version + 1 } })
  return done({ version: version + 1 })
})

export const answerInterviewCommand = command(answerInterview, async ({ params: { interviewId }, body: { version, reply, still } }, { tx, services, actor, now, record }) => {
  const row = await locked(tx, interviewId, version)
  const at = await now()
  const against = [...(isOpen(row.state) ? [] : [wrongState(row.state)]), ...judgeReply(reply, at), ...clash(reply.time, await otherTimes(tx, interviewId), still)]
  if (stopsAt(against)) return refusedBy(against)
  await putReply(tx, interviewId, reply, services.keys.seal(Buffer.from(reply.phone)), { by: actor.accountId, at })
  record({ chain: row.campaignId, act: 'interview.answered', subject: subject(row.nominationId), data: { interview: interviewId, proposed: row.times.some((t) => t.from === reply.time.from && t.to === reply.time.to), version: version + 1 } })
  return done({ version: version + 1, findings: against as never })
})

export const fixInterviewCommand = command(fixInterview, async ({ params: { interviewId }, body: { version, still } }, { tx, now, record }) => {
  const row = await locked(tx, interviewId, version)
  const at = await now()
  const reply = row.reply === null ? null : { ...row.reply, phone: '' }
  const against = mayFix({ state: row.state, consent: consentState(row.scope, row.consent), publicity: publicityOf(row.formWord, row.storyWord), reply, others: await otherTimes(tx, interviewId) }, at, still)
  if (stopsAt(against) || reply === null) return refusedBy(against)
  await putFixed(tx, interviewId, reply.time, at)
  record({ chain: row.campaignId, act: 'interview.fixed', subject: subject(row.nominationId), data: { interview: interviewId, until: reply.time.from, version: version + 1 } })
  return done({ version: version + 1 })
})

export const finishInterviewCommand = command(finishInterview, async ({ params: { interviewId }, body: { version, word, link, itemId } }, { tx, actor, now, record }) => {
  const row = await locked(tx, interviewId, version)
  const at = await now()
  if (itemId !== null && (await readItem(tx, row.campaignId, itemId)) === undefined) throw absent()
  const against = [...(row.state === 'fixed' ? [] : [wrongState(row.state)]), ...judgeDone({ word, link }, row.fixedFrom === null ? null : { from: row.fixedFrom, to: row.fixedTo! }, at)]
  if (stopsAt(against)) return refusedBy(against)
  await putDone(tx, interviewId, at, actor.accountId, { word, link }, itemId)
  record({ chain: row.campaignId, act: 'interview.done', subject: subject(row.nominationId), data: { interview: interviewId, link: link !== '', story: row.story, ...(itemId !== null && { item: itemId }) } })
  return done({ version: version + 1, findings: against as never })
})

export const cancelInterviewCommand = command(cancelInterview, async ({ params: { interviewId }, body: { version, reason } }, { tx, actor, now, record }) => {
  const row = await locked(tx, interviewId, version)
  const against = [...(isOpen(row.state) ? [] : [wrongState(row.state)]), ...judgeReason(reason)]
  if (stopsAt(against)) return refusedBy(against)
  const as = actor.role === 'office' ? 'office' : 'unit'
  await putCancelled(tx, interviewId, await now(), actor.accountId, as, reason)
  record({ chain: row.campaignId, act: 'interview.cancelled', subject: subject(row.nominationId), data: { interview: interviewId, by: as, from: row.state } })
  return done({})
})
