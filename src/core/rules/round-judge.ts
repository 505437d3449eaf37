/** What is known of a round, against its rule: who stands, who sits, how it was held, what was cast and counted. Each part is judged where it is known. */
import { finding, type Finding } from '../kernel/finding'
import { checkBallot } from '../review/ballot'
import { countFindings } from '../review/count-findings'
import { leastCandidates } from '../review/next-step'
import type { RoundRule } from './round-terms'
import type { RoundCase } from './selection-case'

export const judgeRound = (rule: RoundRule, r: RoundCase): Finding[] => [
  ...standing(rule, r), ...bench(rule, r), ...held(rule, r), ...publicVotes(rule, r), ...(r.ballot === undefined ? [] : checkBallot(rule, r.ballot)), ...(r.count === undefined ? [] : countFindings(rule, r.count)),
]

const about = (rule: RoundRule, code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `round.${code}`, rule, at: { field: `rule.${rule.id}` }, what, mend })

/** Who stands in it, and whether it is its turn. */
const standing = (rule: RoundRule, { candidates, groups, closed }: RoundCase): Finding[] => {
  const n = candidates?.length
  const found: Finding[] = []
  if (rule.after !== undefined && closed !== undefined && !closed.includes(rule.after)) found.push(about(rule, 'order', [`“${rule.name.zh}”要等上一轮（${rule.after}）办结`, `“${rule.name.en}” comes after the round ${rule.after}`], ['请先办结上一轮。', 'Close that round first.']))
  if (n !== undefined && rule.surplus?.kind === 'more' && n < leastCandidates(rule.surplus, rule.places)) found.push(about(rule, 'noSurplus', [`人选 ${n} 人，名额 ${rule.places} 个：差额评审至少要 ${leastCandidates(rule.surplus, rule.places)} 人`, `${n} candidates for ${rule.places} places: at least ${leastCandidates(rule.surplus, rule.places)} are needed`], ['请补足人选，或减少名额。', 'Bring in more candidates, or take fewer places.']))
  if (n !== undefined && rule.surplus?.kind === 'equal' && n !== rule.places) found.push(about(rule, 'notEqual', [`人选 ${n} 人，名额 ${rule.places} 个：等额评审应当相等`, `${n} candidates for ${rule.places} places: they must be as many`], ['请核对人选。', 'Check the candidates.']))
  for (const g of rule.groups ?? []) {
    const own = groups?.[g.id]
    const needed = rule.surplus?.kind === 'more' ? leastCandidates(rule.surplus, g.places) : g.places
    if (own !== undefined && rule.surplus?.kind === 'equal' && own !== g.places) found.push(about(rule, 'groupNotEqual', [`“${g.name.zh}”人选 ${own} 人，名额 ${g.places} 个：等额评审应当相等`, `“${g.name.en}” has ${own} candidate(s) for ${g.places} place(s): they must be as many`], ['请核对分组。', 'Check the groups.']))
    else if (own !== undefined && rule.surplus?.kind === 'more' && own < needed) found.push(about(rule, 'groupNoSurplus', [`“${g.name.zh}”人选 ${own} 人，名额 ${g.places} 个：差额评审至少要 ${needed} 人`, `“${g.name.en}” has ${own} candidate(s) for ${g.places} place(s): at least ${needed} are needed`], ['请补足人选，或减少这一组的名额。', 'Bring in more candidates, or take fewer places for this group.']))
    else if (own !== undefined && own < g.places) found.push(about(rule, 'groupShort', [`“${g.name.zh}”人选 ${own} 人，不足名额 ${g.places} 个`, `“${g.name.en}” has ${own} candidate(s) for ${g.places} place(s)`], ['请核对分组。', 'Check the groups.']))
  }
  return found
}

const bench = (rule: RoundRule, { jurors, others }: RoundCase): Finding[] => (rule.disjointFrom ?? []).flatMap((of) => {
  const again = (others?.[of] ?? []).filter((j) => jurors?.includes(j) === true).length
  return again === 0 ? [] : [about(rule, 'sameJuror', [`有 ${again} 名评委参加过“${of}”，两轮评委不得重复`, `${again} juror(s) sat in “${of}” already: the rounds share no juror`], ['请换评委。', 'Choose other jurors.'])]
})

/** How it was held: what was shown, who was heard. */
const held = (rule: RoundRule, { shown, heard, candidates }: RoundCase): Finding[] => {
  const open = (rule.blind ?? []).filter((b) => shown?.includes(b) === true)
  const silent = rule.defence === undefined || heard === undefined ? [] : (candidates ?? []).filter((c) => !heard.includes(c))
  return [
    ...(open.length === 0 ? [] : [about(rule, 'notBlind', [`盲评而显示了${open.join('、')}`, `The round is blind, yet ${open.join(', ')} was shown`], ['请隐去后重评。', 'Hide it and hold the round again.'])]),
    ...(silent.length === 0 ? [] : [about(rule, 'notHeard', [`还有 ${silent.length} 人没有答辩`, `${silent.length} candidate(s) were not heard`], ['请安排答辩后再评。', 'Hear them first.'])]),
  ]
}

/** How often the commonest of them comes. */
const most = (all: readonly string[]): number => {
  const seen = new Map<string, number>()
  for (const x of all) seen.set(x, (seen.get(x) ?? 0) + 1)
  return Math.max(0, ...seen.values())
}

/** Votes of the public against their limits. */
const publicVotes = (rule: RoundRule, { votes }: RoundCase): Finding[] => {
  const v = rule.publicVote
  if (v === undefined || votes === undefined) return []
  const over = (is: number, limit: number | undefined, zh: string, en: string): Finding[] => (limit === undefined || is <= limit ? [] : [about(rule, 'votesOver', [`${zh}有 ${is} 票，上限 ${limit} 票`, `${is} votes ${en}; at most ${limit}`], ['请按上限作废多出的票。', 'Strike the votes above the limit.'])])
  const few = v.least === undefined ? [] : votes.filter((x) => x.candidates.length < v.least!)
  return [
    ...over(most(votes.map((x) => `${x.account} ${x.day}`)), v.perDay, '同一账号一天内', 'of one account on one day'), ...over(most(votes.map((x) => x.account)), v.inAll, '同一账号', 'of one account'),
    ...over(most(votes.flatMap((x) => x.candidates.map((c) => `${x.account} ${c}`))), v.perCandidate, '同一账号对同一人选', 'of one account for one candidate'),
    ...over(Math.max(0, ...votes.map((x) => x.candidates.length)), v.most, '一张票上', 'on one ballot'),
    ...(few.length === 0 ? [] : [about(rule, 'votesShort', [`有 ${few.length} 张票选的人不足 ${v.least} 名`, `${few.length} ballot(s) name fewer than ${v.least}`], ['请作废这些票。', 'Strike them.'])]),
  ]
}
