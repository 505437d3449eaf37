/** A browser hands in an attempt that was refused or not answered, with its own time; marked as told by the browser. */
import { handInAttempt } from '#contract/operations/availability'
import { Refusal } from '#core/kernel/refusal'
import { command, done } from '../handler'
import { readNominationRow } from '../store/nominations'
import { keepAttempt } from '../store/outages'

/** Older ones are of no deadline that still matters. */
const OLDEST_MS = 30 * 86_400_000

export const handInAttemptCommand = command(handInAttempt, async ({ params, body }, { tx, now, record }) => {
  const at = await now()
  // A clock that runs ahead proves nothing; one that lags a little is usual.
  if (body.at > at + 60_000 || body.at < at - OLDEST_MS) throw new Refusal('invalid', { zh: '浏览器记的时间不可能，没有收。', en: 'The time the browser tells is impossible; it was not taken.' })
  const row = (await readNominationRow(tx, params.nominationId))!
  const isNew = await keepAttempt(tx, { id: body.id, nominationId: row.id, at: body.at, toldBy: 'browser', answer: body.answer, codes: [], trace: body.trace })
  if (isNew) record({ chain: row.campaignId, act: 'attempt.handedIn', subject: { kind: 'nomination', id: row.id }, data: { attempt: body.id, at: body.at, answer: body.answer } })
  return done({})
})
