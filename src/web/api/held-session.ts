/** Whose page it is. A session that ends while somebody is at work is held, until the same person is back in the same seat: the page then never changed hands. */

/** What of a session decides it. */
export interface Seated { readonly signedIn: boolean; readonly next: 'done' | 'secondFactor' | 'setUpSecondFactor' | null; readonly accountId: string | null; readonly membershipId: string | null; readonly memberships: readonly { readonly membershipId: string }[] }
export interface Held<S extends Seated> { readonly session: S; /** It ended; the page waits for its person. */ readonly away: boolean }

const isThrough = (s: Seated): boolean => s.signedIn && s.next === 'done'
/** A seat that was taken away meanwhile is not waited for. */
const isBack = (was: Seated, now: Seated): boolean => now.accountId === was.accountId && (now.membershipId === was.membershipId || !now.memberships.some((m) => m.membershipId === was.membershipId))

/** Null while nobody was through yet. The same object where nothing changed. */
export const holding = <S extends Seated>(held: Held<S> | null, now: S): Held<S> | null => {
  if (!isThrough(now)) return held === null || held.away ? held : { ...held, away: true }
  if (held !== null && held.away && !isBack(held.session, now)) return held
  return held !== null && held.session === now && !held.away ? held : { session: now, away: false }
}
