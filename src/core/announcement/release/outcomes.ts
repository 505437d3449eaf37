/** 评选结果: what a selection means for each nomination that stood, before anybody outside the office is told. */
import type { Words } from '../../kernel/finding'

export const outcomes = ['listed', 'next', 'notListed'] as const
/** `listed`: goes on to the public notice; `next`: next in line by the count; `notListed`: neither. */
export type Outcome = (typeof outcomes)[number]
export const outcomeNames: Readonly<Record<Outcome, Words>> = {
  listed: { zh: '列入拟表彰名单', en: 'On the list for public notice' },
  next: { zh: '依次递补人选', en: 'Next in line' },
  notListed: { zh: '没有列入', en: 'Not on the list' },
}

/** @param stood all that were accepted; each has exactly one outcome */
export const outcomesOf = <T extends { readonly nominationId: string }>(stood: readonly T[], listed: ReadonlySet<string>, next: ReadonlySet<string>): (T & { readonly outcome: Outcome })[] =>
  stood.map((s) => ({ ...s, outcome: listed.has(s.nominationId) ? 'listed' : next.has(s.nominationId) ? 'next' : 'notListed' }))
