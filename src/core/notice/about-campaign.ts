import type { NoticeFacts } from './facts'

/** Whether a text asks anything of anybody, as a notice of a campaign does; a title alone is none. */
export const asksSomething = (f: NoticeFacts): boolean =>
  [f.quota, f.deadlines, f.exclusions, f.materials, f.rounds, f.proportions].some((list) => list.length > 0) || f.ageLimit !== null || f.publicNoticeDays !== null
