/** 链接可用性: what one look at a link found, and when it is looked at again. */
import { addDays, dayOf, startOfDay, type Instant } from '../../kernel/instant'

/** `closed`: it answers and keeps programs out; `refused`: our guard does not go there; `noWay`: nothing outside was reached, so nothing is known of it. */
export const lookKinds = ['works', 'moved', 'gone', 'closed', 'error', 'noHost', 'tooLong', 'unreachable', 'refused', 'noWay'] as const
export type LookKind = (typeof lookKinds)[number]
/** Nothing of an answer is kept but its number, and the other host where it stands on one now. */
export interface LinkLook { readonly kind: LookKind; readonly status: number | null; readonly host: string | null }
/** What is kept of a link. `failingSince`: the first of the failures that were not interrupted. */
export interface KeptLook { readonly look: LinkLook | null; readonly lookedAt: Instant | null; readonly failingSince: Instant | null }
export const neverLooked: KeptLook = { look: null, lookedAt: null, failingSince: null }

/** A site that sends everybody to its other front door is the same site. */
const bare = (host: string): string => host.toLowerCase().replace(/^(?:www|m|wap)\./u, '').replace(/\.$/u, '')

/** @param status HTTP, after redirects @param to host that answered in the end */
export const lookOfAnswer = (status: number, from: string, to: string): LinkLook => {
  if (status >= 200 && status < 300) return bare(from) === bare(to) ? { kind: 'works', status, host: null } : { kind: 'moved', status, host: to }
  if (status === 404 || status === 410) return { kind: 'gone', status, host: null }
  // 401, 403, 412, 429 … are said to programs: the page may well open for a person.
  return { kind: status >= 400 && status < 500 ? 'closed' : 'error', status, host: null }
}
export const fails = (k: LookKind): boolean => k === 'gone' || k === 'error' || k === 'noHost' || k === 'tooLong' || k === 'unreachable'
/** No answer came: it may be that nothing comes here at all. */
export const isSilent = (k: LookKind): boolean => k === 'noHost' || k === 'tooLong' || k === 'unreachable'

/** @param provenWay something outside answered within a day */
export const afterLook = (before: KeptLook, found: LinkLook, now: Instant, provenWay: boolean): KeptLook => {
  // Of a link nothing was learned: what was known of it stands.
  if (found.kind === 'noWay' || (isSilent(found.kind) && !provenWay)) return before.look !== null && before.look.kind !== 'noWay' ? before : { look: { kind: 'noWay', status: null, host: null }, lookedAt: now, failingSince: null }
  return { look: found, lookedAt: now, failingSince: fails(found.kind) ? before.failingSince ?? now : null }
}

/** 打不开: it failed, and had failed on an earlier day. One failure is a question. */
export const isDead = ({ look, lookedAt, failingSince }: KeptLook): boolean => look !== null && fails(look.kind) && failingSince !== null && lookedAt !== null && dayOf(failingSince) < dayOf(lookedAt)

const HOUR = 3600_000
const EVERY_DAYS = 7
/** When it is looked at again by itself; null: the campaign is over, and it stands as it was. @param learned false: the look found out nothing */
export const nextLook = (k: KeptLook, learned: boolean, now: Instant, isOpen: boolean): Instant | null => {
  if (!learned) return now + HOUR
  // The hour of a bad night is not the hour to ask again.
  if (k.look !== null && fails(k.look.kind) && !isDead(k)) return startOfDay(addDays(dayOf(now), 1)) + 9 * HOUR
  return isOpen ? now + EVERY_DAYS * 24 * HOUR : null
}
