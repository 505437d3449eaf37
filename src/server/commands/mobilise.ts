/** 动员: a unit opens and acknowledges a notice; the office sends the reminders it has looked at. */
import { acknowledgeNotice, openNotice, retryLetter, sendRound, setPace } from '#contract/operations/mobilisation'
import type { AnswerOf } from '#contract/operation'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { judgePace, paceParts, paceTooLate, usualPace } from '#core/mobilisation/pace'
import { absent, command, done, refusedBy } from '../handler'
import { post, roundOf } from '../mobilisation'
import { showRound } from '../queries/mobilisation'
import type { Queries } from '../store/database'
import { enqueue } from '../store/jobs'
import { readTimes } from '../store/mobilisation'
import { lockLetter, sendAgain } from '../store/letters'

type Receipt = AnswerOf<typeof openNotice>
const readReceipt = async (q: Queries, campaignId: string, unitId: string): Promise<Receipt> => (await q.row<Receipt>(
  `SELECT u.first_opened_at AS "openedAt", u.acknowledged_at AS "acknowledgedAt", a.person_name AS "acknowledgedBy"
   FROM campaign_units u LEFT JOIN accounts a ON a.id = u.acknowledged_by WHERE u.campaign_id = $1 AND u.unit_id = $2`, [campaignId, unitId]))!

const open = (tx: Queries, campaignId: string, unitId: string, by: string): Promise<unknown> => tx.rows(
  `UPDATE campaign_units SET first_opened_at = product_time(), opened_by = $3 WHERE campaign_id = $1 AND unit_id = $2 AND first_opened_at IS NULL`, [campaignId, unitId, by])

/** Posted by the page that shows the notice; only the first time counts. */
export const openNoticeCommand = command(openNotice, async ({ params }, { tx, actor }) => {
  await open(tx, params.campaignId, actor.organisationId, actor.accountId)
  return done(await readReceipt(tx, params.campaignId, actor.organisationId))
})

/** 已阅知, once: a second person of the unit finds it done. */
export const acknowledgeNoticeCommand = command(acknowledgeNotice, async ({ params: { campaignId } }, { tx, actor, record }) => {
  await open(tx, campaignId, actor.organisationId, actor.accountId)
  const first = await tx.rows(`UPDATE campaign_units SET acknowledged_at = product_time(), acknowledged_by = $3 WHERE campaign_id = $1 AND unit_id = $2 AND acknowledged_at IS NULL RETURNING 1`, [campaignId, actor.organisationId, actor.accountId])
  const receipt = await readReceipt(tx, campaignId, actor.organisationId)
  if (first.length > 0) record({ chain: campaignId, act: 'notice.acknowledged', subject: { kind: 'organisation', id: actor.organisationId }, data: {} })
  return done(receipt)
})

/** Nothing leaves unseen: what is sent is what the named preview showed, or nothing is. */
export const sendRoundCommand = command(sendRound, async ({ params: { campaignId }, body }, { tx, services, actor, now, record }) => {
  const at = await now()
  const rounded = await roundOf({ q: tx, services }, campaignId, at, true)
  if (rounded.kind === 'issue') return refusedBy([finding({ code: 'reminder.draft', rule: null, what: ['活动还没有发布，没有单位要提醒', 'The campaign is not issued yet: there is nobody to remind'], mend: ['请先发布活动。', 'Issue it first.'] })])
  if (rounded.hash !== body.hash) throw new Refusal('stale', { zh: '预览之后情况有变，一封也没有发出；请看过新的预览再发。', en: 'Things changed after the preview and no letter left: look at the new preview first.' }, { preview: showRound(rounded) })
  const { letters } = rounded.round
  if (letters.length === 0) return refusedBy([finding({ code: 'reminder.nobody', rule: null, what: ['现在没有要发的提醒', 'There is no reminder to send now'], mend: ['各单位都已跟上，或刚提醒过，或没有邮箱。', 'All units keep up, were reminded lately, or have no address.'] })])
  await post(tx, campaignId, rounded, actor.accountId, at)
  const units = new Set(letters.flatMap((l) => l.matters.map((m) => m.unitId))).size
  record({ chain: campaignId, act: 'reminder.sent', subject: { kind: 'campaign', id: campaignId }, data: { letters: letters.length, units, preview: rounded.hash } })
  return done({ letters: letters.length })
})

/** 催办时间 of one campaign: from now on, for whoever looks. Refused when another person set others since they were read. */
export const setPaceCommand = command(setPace, async ({ params: { campaignId }, body }, { tx, record }) => {
  const held = await readTimes(tx, campaignId, true)
  if (held.state === 'closed') return refusedBy([paceTooLate()])
  const before = held.pace ?? usualPace
  if (paceParts.some((p) => before[p] !== body.read[p])) throw new Refusal('stale', { zh: '催办时间刚由另一人改过，这次没有存入；请看过最新的再改。', en: 'Somebody else just set other times and nothing was overwritten: read them before changing them.' }, { pace: { ...before } })
  const findings = body.pace === null ? [] : judgePace(body.pace)
  if (findings.length > 0) return refusedBy(findings)
  await tx.rows(`UPDATE campaigns SET reminder_pace = $2 WHERE id = $1`, [campaignId, body.pace])
  record({ chain: campaignId, act: 'reminder.paceSet', subject: { kind: 'campaign', id: campaignId }, data: { before: { ...before }, pace: { ...(body.pace ?? usualPace) }, usual: body.pace === null } })
  return done({})
})

/** A held letter may have arrived: that it is sent once more is somebody's decision, and stands in the ledger. */
export const retryLetterCommand = command(retryLetter, async ({ params: { campaignId, letterId } }, { tx, record }) => {
  const letter = await lockLetter(tx, campaignId, letterId)
  if (letter === undefined) throw absent()
  if (letter.state === 'sent' || letter.state === 'sending') throw new Refusal('conflict', { zh: '这封信已经发出或正在发，不再发一次。', en: 'This letter has left or is leaving; it is not sent again.' }, { state: letter.state })
  await sendAgain(tx, letterId)
  await enqueue(tx, { kind: 'sendLetters', campaignId: letter.campaignId, payload: {}, total: 1 })
  record({ chain: campaignId, act: 'letter.retried', subject: { kind: 'letter', id: letterId }, data: { was: letter.state } })
  return done({})
})
