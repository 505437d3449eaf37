import { heavyWaitsUntil, type Closing } from '#core/nomination/deadline-mode'
import type { Queries } from './database'

/** Until when heavy work waits on this installation, product time; null: it need not. */
export const heavyWorkWaits = async (q: Queries): Promise<number | null> => {
  const { at, closings } = (await q.row<{ at: number; closings: Closing[] }>(
    `SELECT product_time() AS at, coalesce((SELECT json_agg(json_build_object('end', floor(extract(epoch FROM coalesce(extended_to, deadline)) * 1000)::bigint, 'minutes', deadline_mode_minutes)) FROM campaigns WHERE state = 'open'), '[]') AS closings`))!
  return heavyWaitsUntil(closings, at)
}
