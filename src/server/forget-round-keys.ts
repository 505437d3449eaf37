/** Files of keys whose round is over go when it is over, and with every tidying. */
import type { Services } from './services'

const MONTH_MS = 30 * 86_400_000
/** Of a UUIDv7. */
const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

/** A file no round speaks of may belong to one that is being opened, or to a database that is away for a restore: it stays for a month. */
export const forgetOver = async ({ db, roundKeys }: Pick<Services, 'db' | 'roundKeys'>, now = Date.now()): Promise<void> => {
  const kept = await roundKeys.kept()
  if (kept.length === 0) return
  const known = new Map((await db.rows<{ id: string; over: boolean }>(`SELECT id, private_key IS NULL AS over FROM rounds WHERE id = ANY($1::uuid[])`, [kept])).map((r) => [r.id, r.over]))
  for (const id of kept) if (known.get(id) ?? madeAt(id) < now - MONTH_MS) await roundKeys.forget(id)
}
