/** When news leaves by mail, and in which letter: several in one, quiet at night, and never more than a few a day to one mailbox. */
import type { Instant } from '../kernel/instant'
import { termsOf, type NewsDetail, type NewsKind } from './kinds'
import { afterQuiet, isQuiet, nextHour, type NewsSettings } from './settings'

const MINUTE = 60_000
/** What comes within these minutes of the first goes into the same letter. */
export const BUNDLE_MINUTES = 5
/** Between two letters to one mailbox; what presses does not wait for it. */
export const PEACE_MINUTES = 30
/** Letters a day to one mailbox, by the calendar of Beijing: so many at once, two more for what presses, and one digest. */
export const AT_ONCE_A_DAY = 5
export const PRESSING_A_DAY = 7
export const DIGESTS_A_DAY = 1
export const MOST_A_DAY = PRESSING_A_DAY + DIGESTS_A_DAY

export interface PlannedNews { readonly kind: NewsKind; readonly at: Instant; readonly detail: NewsDetail }
export interface Due { readonly at: Instant; readonly digest: boolean; readonly presses: boolean }

/** Cannot wait for the hour: what is urgent by its kind, and what ends before the hour comes. */
const cannotWait = ({ kind, detail }: PlannedNews, hour: Instant): boolean => termsOf(kind).urgent === true || (detail.until !== undefined && termsOf(kind).group === 'terms' && detail.until <= hour)

/** When one piece of news is to leave; null: not by mail. */
export const dueOf = (n: PlannedNews, s: NewsSettings): Due | null => {
  const mode = s.modes[termsOf(n.kind).group]
  if (mode === 'none') return null
  const digestAt = nextHour(n.at, s.digestHour)
  if (mode === 'digest' && !cannotWait(n, digestAt)) return { at: digestAt, digest: true, presses: false }
  const bundled = n.at + BUNDLE_MINUTES * MINUTE
  if (!isQuiet(bundled, s)) return { at: bundled, digest: false, presses: termsOf(n.kind).urgent === true }
  const morning = afterQuiet(bundled, s)
  return cannotWait(n, morning) ? { at: bundled, digest: false, presses: true } : { at: morning, digest: false, presses: false }
}

/** What one mailbox got today: letters by the calendar day of `now`, and when the last one left. */
export interface Mailed { readonly atOnce: number; readonly digests: number; readonly lastAt: Instant | null }
/** One that is due now. `open`: everything else of the mailbox may go along. */
export type LetterPlan = { readonly send: 'atOnce' | 'digest' } | { readonly postpone: Instant; readonly digest: boolean }

/**
 * What becomes of what is due in one mailbox now. A digest takes everything along that waits; what goes over the day's number becomes part of the next digest, and nothing is lost.
 * @param due what is due now, at least one
 */
export const planLetter = (due: readonly Due[], mailed: Mailed, s: NewsSettings, now: Instant): LetterPlan => {
  const presses = due.some((d) => d.presses)
  const nextDigest = nextHour(now, s.digestHour)
  if (!presses && isQuiet(now, s)) return { postpone: afterQuiet(now, s), digest: due.every((d) => d.digest) }
  if (due.some((d) => d.digest) && mailed.digests < DIGESTS_A_DAY) return { send: 'digest' }
  if (mailed.atOnce >= (presses ? PRESSING_A_DAY : AT_ONCE_A_DAY)) return { postpone: nextDigest, digest: true }
  if (due.every((d) => d.digest)) return { postpone: nextDigest, digest: true }
  const peace = mailed.lastAt === null ? now : mailed.lastAt + PEACE_MINUTES * MINUTE
  if (!presses && peace > now) return { postpone: afterQuiet(peace, s), digest: false }
  return { send: 'atOnce' }
}
