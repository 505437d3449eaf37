/** Letters leave here. */
import type { Services } from '../services'
import { markLetter, nextDue, settleCutOff, takeLetters, type TakenLetter } from '../store/letters'
import type { Claimed, JobKind } from './kind'

/** So few that a kill leaves few undecided, and the other jobs wait little. */
const AT_ONCE = 4
/** Longer than any sending can take (mail/smtp). */
const LEASE_SECONDS = 120

/**
 * Never twice without a word: a letter is marked `sending`, on the disk, before it is handed over, and the outcome is written after. No mail
 * server takes part in a transaction, so a process killed between the two leaves a letter of which nobody can tell: by SMTP it is `held`, shown to
 * the office, and sent once more only by a person; as a file it is written again, for the same letter is the same file.
 * The marks commit at once, on connections of their own, and not with the step: what was sent stays sent whatever becomes of the job.
 */
export const sendLetters: JobKind = {
  kind: 'sendLetters',
  takesTurns: true,
  step: (_, { campaignId }, services) => sendSome(services, campaignId),
  rest: async (tx, { campaignId }) => nextDue(tx, campaignId),
}

const organisationOf = (job: Claimed): string => (job.payload as { readonly organisationId: string }).organisationId
/** Letters about accounts: the same, in the lane of the organisation. */
export const sendAccountLetters: JobKind = {
  kind: 'sendAccountLetters',
  takesTurns: true,
  step: (_, job, services) => sendSome(services, organisationOf(job)),
  rest: async (tx, job) => nextDue(tx, organisationOf(job)),
}

const sendSome = async (services: Services, lane: string): Promise<number> => {
  const { db, mail } = services
  await settleCutOff(db, lane, mail.via === 'file')
  const taken = await db.transaction((tx) => takeLetters(tx, lane, AT_ONCE, LEASE_SECONDS))
  await Promise.all(taken.map((letter) => deliver(services, letter)))
  return taken.length
}

const deliver = async ({ db, mail }: Services, letter: TakenLetter): Promise<void> => {
  const sending = await mail.send(letter)
  const pause = mail.pausesSeconds[letter.attempts - 1]
  if (sending.ok) return markLetter(db, letter.id, { state: 'sent' })
  if (sending.next === 'unknown') return markLetter(db, letter.id, { state: 'held', error: sending.error })
  if (sending.next === 'never' || pause === undefined) return markLetter(db, letter.id, { state: 'failed', error: sending.error })
  return markLetter(db, letter.id, { state: 'waiting', error: sending.error, inSeconds: pause })
}
