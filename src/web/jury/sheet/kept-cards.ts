/**
 * The cards of a score sheet on this page: what was typed shows at once and is saved a moment later, one request a candidate; what did not arrive is tried again, and kept in the tab until it has.
 * By account and round, shared by the list and the page of one candidate.
 */
import { saveScore } from '#contract/operations/rounds'
import type { Finding } from '#core/kernel/finding'
import { call, type OfflineError, type ProblemError } from '../../api/call'

export interface TypedCard { readonly points: readonly string[]; readonly grade: number | null; readonly comment: string }
/** waiting: typed, not sent yet; lost: did not arrive, tried again; refused: the server said no, and why. */
export type Standing = 'saved' | 'waiting' | 'saving' | 'lost' | 'refused'
export interface KeptCard { readonly card: TypedCard; readonly standing: Standing; readonly findings: readonly Finding[]; readonly why: ProblemError | null; /** When the server took it; null: not yet. */ readonly savedAt: number | null }
export type Cards = ReadonlyMap<string, KeptCard>

const PAUSE = 700
const AGAIN = 4000
const none: Cards = new Map()
const sheets = new Map<string, Cards>()
const listeners = new Set<() => void>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()

export const listen = (tell: () => void) => { listeners.add(tell); return () => void listeners.delete(tell) }
export const keyOf = (accountId: string, roundId: string): string => `xuanshu.sheet.${accountId}.${roundId}`

const unsent = (key: string): Cards => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    return new Map(Object.entries(kept as Record<string, TypedCard>).map(([id, card]) => [id, { card, standing: 'waiting', findings: [], why: null, savedAt: null }]))
  } catch {
    return none // storage refused, or not ours
  }
}

export const cardsOf = (key: string): Cards => {
  const known = sheets.get(key)
  if (known !== undefined) return known
  const found = unsent(key)
  sheets.set(key, found)
  return found
}

const put = (key: string, id: string, kept: KeptCard | null): void => {
  const next = new Map(cardsOf(key))
  if (kept === null) next.delete(id)
  else next.set(id, kept)
  sheets.set(key, next)
  try {
    const open = [...next].filter(([, k]) => k.standing !== 'saved')
    if (open.length === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(open.map(([c, k]) => [c, k.card]))))
  } catch {
    // see `unsent`
  }
  listeners.forEach((tell) => tell())
}

/** Keeps what was typed and saves it when the typing pauses. @param now sends at once, as a grade that was pressed */
export const write = (key: string, roundId: string, id: string, card: TypedCard, findings: readonly Finding[], now = false): void => {
  put(key, id, { card, standing: findings.length > 0 ? 'refused' : 'waiting', findings, why: null, savedAt: null })
  clearTimeout(timers.get(`${key}${id}`))
  if (findings.length === 0) timers.set(`${key}${id}`, setTimeout(() => void send(key, roundId, id), now ? 0 : PAUSE))
}

const send = async (key: string, roundId: string, id: string): Promise<void> => {
  const kept = cardsOf(key).get(id)
  if (kept === undefined || kept.standing === 'saved' || kept.standing === 'saving' || kept.standing === 'refused') return
  const { card } = kept
  put(key, id, { ...kept, standing: 'saving' })
  const body = { comment: card.comment, ...(card.points.length > 0 && { points: [...card.points] }), ...(card.grade !== null && { grade: card.grade }) }
  try {
    const { savedAt } = await call(saveScore, { params: { roundId, nominationId: id }, body })
    settle(key, roundId, id, card, { card, standing: 'saved', findings: [], why: null, savedAt })
  } catch (error) {
    const trouble = error as ProblemError | OfflineError
    const refused = trouble.name === 'ProblemError' && trouble.problem.error !== 'unavailable' && trouble.problem.error !== 'signInNeeded'
    settle(key, roundId, id, card, { card, standing: refused ? 'refused' : 'lost', findings: trouble.name === 'ProblemError' ? trouble.findings : [], why: trouble.name === 'ProblemError' ? trouble : null, savedAt: null })
    if (!refused) timers.set(`${key}${id}`, setTimeout(() => void send(key, roundId, id), AGAIN))
  }
}

/** What was typed meanwhile is newer than the answer: it goes out next. */
const settle = (key: string, roundId: string, id: string, sent: TypedCard, kept: KeptCard): void => {
  const at = cardsOf(key).get(id)
  if (at !== undefined && at.card !== sent) {
    if (at.standing === 'saving') put(key, id, { ...at, standing: 'waiting' })
    timers.set(`${key}${id}`, setTimeout(() => void send(key, roundId, id), 0))
    return
  }
  put(key, id, kept)
}

/** Everything typed goes out; true when nothing is left that did not arrive. */
export const sendAll = async (key: string, roundId: string): Promise<boolean> => {
  for (const [id, kept] of cardsOf(key)) {
    if (kept.standing !== 'waiting' && kept.standing !== 'lost') continue
    clearTimeout(timers.get(`${key}${id}`))
    await send(key, roundId, id)
  }
  return [...cardsOf(key).values()].every((k) => k.standing === 'saved')
}

/** Left behind by a closed page: sent as soon as the sheet is open again. */
export const resume = (key: string, roundId: string): void => { for (const [id, kept] of cardsOf(key)) if (kept.standing === 'waiting' && !timers.has(`${key}${id}`)) timers.set(`${key}${id}`, setTimeout(() => void send(key, roundId, id), 0)) }
