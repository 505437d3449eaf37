/** What speaks against sending so many upwards now: our own places, theirs, their deadline. */
import { nominationQuota, rulesOf, ruleOf, type ResolvedDefinition } from '../campaign/definition'
import { finding, type Finding } from '../kernel/finding'
import { sayEnd, type Instant } from '../kernel/instant'
import type { Unit } from '../rules/case'
import { quotaOf, roleOf } from '../rules/quota-terms'

type Rules = Pick<ResolvedDefinition, 'rules'>
export interface Recommending {
  readonly ours: Rules
  readonly theirs: Rules
  /** Ourselves as the level above knows us. */
  readonly unit: Unit
  /** Who of our campaign stands there already, and who is chosen now. */
  readonly up: number
  readonly chosen: number
  /** All that we put forward there and that stands, from whichever of our campaigns. */
  readonly standing: number
  readonly isOpen: boolean
  readonly end: Instant
  readonly now: Instant
}

/** How many of ours may go up, by our own rule; null: it states no number. */
export const ownPlaces = (ours: Rules): number | null => rulesOf(ours, 'quota').find((q) => roleOf(q) === 'upward')?.max ?? null
/** How many the level above takes of us; null: its rule states none that we can count. */
export const placesAbove = (theirs: Rules, unit: Unit): number | null => { const q = nominationQuota(theirs); return q === undefined ? null : quotaOf(q, unit).max }

export const mayRecommend = (r: Recommending): Finding[] => {
  const [own, above] = [ownPlaces(r.ours), placesAbove(r.theirs, r.unit)]
  const [ownRule, theirRule] = [rulesOf(r.ours, 'quota').find((q) => roleOf(q) === 'upward') ?? null, nominationQuota(r.theirs) ?? null]
  return [
    ...(r.chosen > 0 ? [] : [finding({ code: 'upward.nobody', rule: null, what: ['还没有选中人选', 'Nobody is chosen yet'], mend: ['请至少选一人。', 'Choose one at least.'] })]),
    ...(r.isOpen ? [] : [finding({ code: 'upward.notOpen', rule: null, what: ['上级活动没有在进行', 'The campaign above is not open'], mend: ['请与上级活动办公室联系。', 'Speak to the office above.'] })]),
    ...(r.now < r.end ? [] : [finding({ code: 'upward.late', rule: ruleOf(r.theirs, 'deadline') ?? null, strength: 'block', what: [`上级的报送已在 ${sayEnd(r.end).zh} 截止`, `Above, nominations closed on ${sayEnd(r.end).en}`], mend: ['请与上级活动办公室联系；上级延长的，请导入它新的征集文件。', 'Speak to the office above; if it extended its term, bring its new call file in.'] })]),
    ...(own === null || r.up + r.chosen <= own ? [] : [finding({ code: 'upward.beyondOwn', rule: ownRule, strength: 'block', what: [`本活动向上级推荐不超过 ${own} 人，已推荐 ${r.up} 人，这次选了 ${r.chosen} 人`, `At most ${own} go up from this campaign; ${r.up} did, ${r.chosen} are chosen now`], mend: ['请少选几人。', 'Choose fewer.'] })]),
    ...(above === null || r.standing + r.chosen <= above ? [] : [finding({ code: 'upward.beyondTheirs', rule: theirRule, strength: 'block', what: [`上级给我们 ${above} 个名额，那里已有我们的推荐 ${r.standing} 件，这次选了 ${r.chosen} 人`, `The level above takes ${above} of us; ${r.standing} of ours stand there, ${r.chosen} are chosen now`], mend: ['请少选几人，或先撤回那里的一件。', 'Choose fewer, or withdraw one there first.'] })]),
  ]
}
