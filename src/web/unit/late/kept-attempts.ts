/** What this browser keeps of a submission that was pressed: handed in when nothing came back, or the product could not serve. No content, no names. */
import { handInAttempt } from '#contract/operations/availability'
import { call, OfflineError, ProblemError } from '../../api/call'

export interface KeptAttempt { readonly id: string; readonly at: number; readonly answer: 'noAnswer' | 'unavailable' | 'storageFull'; readonly trace: string; /** When it was pressed, by this machine's own clock; absent: it has ended. */ readonly began?: number }
/** One that has not ended by then, never will: the page that pressed is gone. */
const GIVEN_UP_MS = 120_000
const keyOf = (nominationId: string): string => `xuanshu.attempts.${nominationId}`

export const keptAttempts = (nominationId: string): readonly KeptAttempt[] => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(nominationId)) ?? '[]') as KeptAttempt[]
  } catch {
    return []
  }
}
const keep = (nominationId: string, all: readonly KeptAttempt[]): void => {
  try {
    if (all.length === 0) localStorage.removeItem(keyOf(nominationId))
    else localStorage.setItem(keyOf(nominationId), JSON.stringify(all.slice(-20)))
  } catch { /* A browser that keeps nothing: the server's own record remains. */ }
}

/** Also where a page has no secure context, on which `randomUUID` waits. */
const newId = (): string => {
  const b = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...b].map((n, i) => (i === 6 ? (n & 15) | 64 : i === 8 ? (n & 63) | 128 : n).toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** As the button is pressed, before anything is sent: a page that dies meanwhile has kept it. @param at product time as this browser knows it */
export const beginAttempt = (nominationId: string, at: number): string => {
  const id = newId()
  keep(nominationId, [...keptAttempts(nominationId), { id, at, answer: 'noAnswer', trace: '', began: Date.now() }])
  return id
}
/** What came of it; what the server has seen and answered, it has kept itself. */
export const endAttempt = (nominationId: string, id: string, error: Error | null): void => {
  const answer = error instanceof OfflineError ? 'noAnswer' : error instanceof ProblemError && error.status === 503 ? 'unavailable' : error instanceof ProblemError && error.status === 507 ? 'storageFull' : null
  const trace = error instanceof ProblemError && /^[0-9a-f]{1,12}$/.test(error.problem.trace) ? error.problem.trace : ''
  keep(nominationId, keptAttempts(nominationId).flatMap((a) => (a.id !== id ? [a] : answer === null ? [] : [{ id, at: a.at, answer, trace }])))
}

/** @returns whether one was taken; what cannot be handed in now stays */
export const handInKept = async (nominationId: string): Promise<boolean> => {
  let taken = false
  for (const { id, at, answer, trace, began } of keptAttempts(nominationId)) {
    // Still on its way, from this page or from another tab: nobody knows yet what will come of it.
    if (began !== undefined && Date.now() - began < GIVEN_UP_MS) continue
    const gone = await call(handInAttempt, { params: { nominationId }, body: { id, at: Math.round(at), answer, trace } }).then(() => (taken = true), (error: unknown) => error instanceof ProblemError && error.status < 500 && error.status !== 401)
    if (gone) keep(nominationId, keptAttempts(nominationId).filter((a) => a.id !== id))
  }
  return taken
}
