/** Tokens that the server gives out and takes back: sealed by the installation's key, good for one use, for minutes. Nothing is written when they are made: whoever asks for thousands fills no table. */
import { createHash } from 'node:crypto'
import type { Keys } from './keys'
import type { Queries } from './store/database'

const MINUTE = 60_000

export const sealToken = (keys: Keys, use: string, content: Readonly<Record<string, unknown>>, minutes: number): Buffer => keys.seal(Buffer.from(JSON.stringify({ ...content, use, until: Date.now() + minutes * MINUTE })))

/** Its content; null when it is not ours, for another use, or too old. */
export const openToken = <T>(keys: Keys, use: string, token: string): T | null => {
  try {
    const { use: made, until, ...content } = JSON.parse(keys.open(Buffer.from(token, 'base64url')).toString()) as { use: string; until: number }
    return made === use && until > Date.now() ? (content as T) : null
  } catch {
    return null
  }
}

/** False when it was used before. Kept until it would have ended by itself. */
export const spend = async (tx: Queries, token: string): Promise<boolean> => {
  await tx.rows(`DELETE FROM spent_tokens WHERE ends_at < clock_timestamp()`)
  const hash = createHash('sha256').update(Buffer.from(token, 'base64url')).digest()
  return (await tx.rows(`INSERT INTO spent_tokens (hash, ends_at) VALUES ($1, clock_timestamp() + interval '1 hour') ON CONFLICT DO NOTHING RETURNING 1`, [hash])).length > 0
}
