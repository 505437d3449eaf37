/** The address of a view: signed, for one file, for one person, for half an hour. It says all that is needed, so that another origin can serve it without sessions. */
import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../keys'

export interface Viewed { readonly sha256: string; readonly kind: 'picture' | 'pages' | 'film'; readonly pages: number; readonly account: string; readonly until: number }
/** Long enough to watch the longest film a notice asks for; the viewer asks for a new one when it must. */
export const VIEW_MS = 30 * 60_000

const signature = (keys: Keys, body: string): Buffer => keys.mark(`view ${body}`).subarray(0, 24)

export const writeView = (keys: Keys, v: Viewed): string => {
  const body = Buffer.from(JSON.stringify([v.sha256, v.kind, v.pages, v.account, v.until])).toString('base64url')
  return `${body}.${signature(keys, body).toString('base64url')}`
}

/** Null: not ours, or its time is over. */
export const readView = (keys: Keys, token: string, now: number): Viewed | null => {
  const [body = '', sign = ''] = token.split('.')
  const [given, right] = [Buffer.from(sign, 'base64url'), signature(keys, body)]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const [sha256, kind, pages, account, until] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [string, Viewed['kind'], number, string, number]
  return until > now ? { sha256, kind, pages, account, until } : null
}
