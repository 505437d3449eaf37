/** 比例的标记: what the notice says of shares, beside how it stands now. It is said to people; nothing follows from it by itself. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { ClauseRef } from '../kernel/clause'
import type { Words } from '../kernel/finding'
import { excess, peopleOf, proportionKind, type Counted } from '../rules/proportion'
import { belongs } from '../rules/subset'
import { sayShare } from './compose'
import type { Group } from './people'
import { isAt, type Stage, type StageId } from './stages'

export interface Mark {
  readonly ruleId: string
  readonly name: Words
  readonly says: Words
  readonly clause: ClauseRef
  readonly bound: 'max' | 'min'
  readonly percent: number
  readonly at: readonly MarkAt[]
}
export interface MarkAt extends Counted { readonly stage: StageId; /** In whole people. */ readonly limit: number; readonly kept: boolean | null; readonly sentence: Words }

/** Which lists a share is over: the list of this level as it grows, or those who were chosen. A unit's own list is judged when it submits. */
const isOver = ({ over }: ResolvedRule<'proportion'>, stage: StageId): boolean =>
  over === 'level' ? stage === 'submitted' || stage === 'accepted' : over === 'winners' && (stage.startsWith('selected:') || stage === 'announced' || stage === 'honoured')

const sentence = (rule: ResolvedRule<'proportion'>, { n, open, size }: Counted, limit: number, by: number | 'open'): Words => {
  const max = rule.bound === 'max'
  const known = open === 0 ? { zh: '', en: '' } : { zh: `，另有 ${open} 人不明`, en: `, ${open} not known` }
  const now = { zh: `${n} 人，占 ${size} 人的 ${sayShare(n, size)}${known.zh}`, en: `${n}, ${sayShare(n, size)} of ${size}${known.en}` }
  const bound = { zh: `${max ? '至多' : '至少'} ${limit} 人（${rule.percent}%）`, en: `${max ? 'at most' : 'at least'} ${limit} (${rule.percent}%)` }
  const so = by === 'open' ? { zh: '看不明的几人才能定', en: 'those not known decide' }
    : by > 0 ? (max ? { zh: `多 ${by} 人`, en: `${by} too many` } : { zh: `还差 ${by} 人`, en: `${by} short` })
      : { zh: '在比例之内', en: 'kept' }
  return { zh: `${now.zh}；${bound.zh}，${so.zh}`, en: `${now.en}; ${bound.en}: ${so.en}` }
}

const markAt = (rule: ResolvedRule<'proportion'>, people: readonly Group[], stage: StageId): MarkAt => {
  const there = people.filter((g) => isAt(g, stage) && (rule.candidates === undefined || g.offline || (g.person.kind ?? 'person') === rule.candidates))
  const sum = (groups: readonly Group[]): number => groups.reduce((n, g) => n + g.n, 0)
  // Whether somebody of whom nothing is known belongs to the base is not known either: they are left in, as open.
  const of = rule.base === undefined ? there : there.filter((g) => belongs(g.person, rule.base!) !== false)
  const known = of.map((g) => ({ g, is: g.offline ? undefined : belongs(g.person, rule.of) }))
  const counted: Counted = { n: sum(known.filter((k) => k.is === true).map((k) => k.g)), open: sum(known.filter((k) => k.is === undefined).map((k) => k.g)), size: sum(of) }
  const [limit, by] = [peopleOf(counted.size, rule), excess(rule, counted, counted.size, 0)]
  return { ...counted, stage, limit, kept: by === 'open' ? null : by <= 0, sentence: sentence(rule, counted, limit, by) }
}

export const marksOf = (definition: Pick<ResolvedDefinition, 'rules'>, people: readonly Group[], stages: readonly Stage[]): Mark[] =>
  rulesOf(definition, 'proportion').filter((r) => r.over !== 'unit').map((rule) => ({
    ruleId: rule.id, name: rule.of.name, says: proportionKind.say(rule), clause: rule.rests, bound: rule.bound, percent: rule.percent,
    at: stages.filter((s) => isOver(rule, s.id)).map((s) => markAt(rule, people, s.id)),
  }))
