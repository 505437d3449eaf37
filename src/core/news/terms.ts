/** When a term counts as near: within a day and a half; a term that was short from its beginning, in its second half. */
import type { Instant } from '../kernel/instant'

export const NEAR_HOURS = 36

export const isNear = (since: Instant, until: Instant, now: Instant): boolean => now < until && now >= Math.max(until - NEAR_HOURS * 3_600_000, since + (until - since) / 2)
