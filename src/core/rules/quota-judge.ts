/** What a quota has against one nomination more, a list, or a unit that sent too few. */
import { finding, type Finding } from '../kernel/finding'
import type { Case, Person, Rested } from './case'
import { askChannel, channelNames, channelOf, channels } from './channels'
import { askProperty, unanswered, type Ask } from './property'
import { poolOf, quotaOf, roleOf, type Quota } from './quota-terms'
import { askSubset, belongs, type Subset } from './subset'

type Rule = Rested<Quota>
const at = (rule: Rule) => ({ field: `quota.${rule.id}` })
const say = (rule: Rule, code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `quota.${code}`, rule, at: at(rule), what, mend })

export const askJoint = (j: NonNullable<Quota['joint']>[number]): Ask => ({ id: j.id, type: 'yesNo', question: { zh: `${j.name.zh}是否同意共同推荐？`, en: `Does ${j.name.en} agree to nominate jointly?` } })
/** Where a person's place in the unit's own order is known: the order is kept once for all nominations of the unit. */
export const RANK = 'rank'

/** 不占名额: whether somebody is nominated without taking a place. */
export const isOutside = (rule: Quota, person: Person): boolean => (rule.outside ?? []).some((o) => person.properties?.[o.id] === true)

export const judgeQuota = (rule: Rule, of: Case): Finding[] => {
  const list = (of.list ?? (of.person === undefined ? [] : [of.person])).filter((p) => !isOutside(rule, p))
  const lists = [...within(rule, list), ...kindsOf(rule, list), ...categories(rule, list), ...byChannel(rule, list), ...ranked(rule, list)]
  if (roleOf(rule) !== 'nominate') return [...total(rule, of.list === undefined ? null : list.length), ...lists]
  return [...open(rule, of.person), ...judgePlaces(rule, of), ...floor(rule, of), ...joint(rule, of.person), ...lists]
}

/** Whether somebody is outside the quota, or of a channel with a number of its own, has to be said first. */
const open = (rule: Rule, person: Person | undefined): Finding[] => (person === undefined ? [] : [
  ...(isOutside(rule, person) ? [] : (rule.outside ?? []).map(askProperty)), ...(channelOf(person, []) === 'unit' ? (rule.byChannel ?? []).flatMap((c) => (c.channel === 'unit' ? [] : [askChannel(c.channel)])) : []),
].filter((a) => person.properties?.[a.id] === undefined).map((a) => unanswered(rule, a)))

/** Winners, shortlist, upward: the list as it is. */
const total = (rule: Rule, n: number | null): Finding[] => (n === null || rule.max === null || n <= rule.max ? []
  : [say(rule, 'over', [`名单有 ${n} 人，限 ${rule.max} 人`, `The list has ${n}, and ${rule.max} is the limit`], [`请减去 ${n - rule.max} 人。`, `Take ${n - rule.max} off.`])])

/** Whether a place is left, for whomever. */
export const judgePlaces = (rule: Rule, of: Case): Finding[] => {
  if (of.held === undefined || of.person === undefined || isOutside(rule, of.person)) return []
  const unit = of.unit ?? {}
  const { max } = quotaOf(rule, unit)
  if (max === null) return [say(rule, 'uncounted', [`本单位的${rule.formula?.of.name.zh ?? ''}人数还没有登记，名额算不出来`, `The unit’s number of ${rule.formula?.of.name.en ?? ''} is not on record; the quota cannot be worked out`], ['请活动办公室在单位名册里登记这个数。', 'Ask the office to enter the number in its list of units.'])]
  const n = of.held.length
  const pool = poolOf(rule, unit)
  return [
    ...(n < max ? [] : [finding({ code: 'quota.full', rule, strength: 'block', what: [`本单位限报 ${max} 人，已报送 ${n} 人`, `The unit may nominate ${max}, and ${n} nomination(s) are in`], mend: ['要换人选，先撤回已报送的一件。', 'To nominate somebody else, withdraw the one that is in first.'] })]),
    ...(pool === undefined || of.poolHeld === undefined || of.poolHeld < pool.max ? [] : [say(rule, 'poolFull', [`${pool.name.zh}共 ${pool.max} 人，已报送 ${of.poolHeld} 人`, `${pool.name.en} share ${pool.max}, and ${of.poolHeld} are in`], ['请与共用名额的单位商定，由其撤回一件。', 'Agree with the units that share the places; one of them withdraws.'])]),
  ]
}

/** A duty to nominate, and the answer “none”, are judged of a unit as a whole: no person is named. */
const floor = (rule: Rule, of: Case): Finding[] => {
  if (of.held === undefined || of.person !== undefined) return []
  const { min } = quotaOf(rule, of.unit ?? {})
  const n = of.held.length
  if (n < min) return [say(rule, 'tooFew', [`本单位至少报 ${min} 人，已报送 ${n} 人`, `The unit nominates at least ${min}, and ${n} nomination(s) are in`], [`请再报 ${min - n} 人。`, `Nominate ${min - n} more.`])]
  return rule.min === 0 && n === 0 && of.done?.[rule.id] === null ? [say(rule, 'noneUnsaid', ['还没有推荐，也没有报明“无合适人选”', 'Nobody is nominated, and the unit has not said that it has no candidate'], ['请推荐，或报明本单位无合适人选。', 'Nominate, or say that the unit has no candidate.'])] : []
}

const joint = (rule: Rule, person: Person | undefined): Finding[] => (person === undefined ? [] : (rule.joint ?? []).flatMap((j) => {
  const agrees = person.properties?.[j.id]
  if (agrees === undefined) return [unanswered(rule, askJoint(j))]
  return agrees ? [] : [say(rule, 'notJoint', [`${j.name.zh}没有同意共同推荐`, `${j.name.en} has not agreed to nominate jointly`], ['一个名额由几家共同推荐，须都同意。', 'One place is shared by several organisations; all have to agree.'])]
}))

const within = (rule: Rule, list: readonly Person[]): Finding[] =>
  [...(rule.within ?? []), ...(rule.split ?? []).map((s) => ({ ...s, min: undefined }))].flatMap((w) => countIn(rule, w.of, w, list))

const countIn = (rule: Rule, of: Subset, { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined }, list: readonly Person[]): Finding[] => {
  const known = list.map((p) => belongs(p, of))
  const n = known.filter((k) => k === true).length
  const open = known.filter((k) => k === undefined).length
  if (max !== undefined && n > max) return [say(rule, 'within', [`${of.name.zh}有 ${n} 人，不超过 ${max} 人`, `${of.name.en}: ${n}, and at most ${max} may be`], [`请换下其中 ${n - max} 人。`, `Exchange ${n - max} of them.`])]
  if (open > 0) return askSubset(of).map((a) => unanswered(rule, a))
  if (min !== undefined && list.length > 0 && n < min && list.length >= (rule.max ?? list.length)) return [say(rule, 'withinFew', [`${of.name.zh}有 ${n} 人，不少于 ${min} 人`, `${of.name.en}: ${n}, and at least ${min} must be`], [`请换上其中 ${min - n} 人。`, `Put ${min - n} of them on the list.`])]
  return []
}

const kindsOf = (rule: Rule, list: readonly Person[]): Finding[] => {
  if (rule.kinds === undefined) return []
  const [teams, persons] = [list.filter((p) => p.kind === 'team').length, list.filter((p) => p.kind !== 'team').length]
  if (rule.kinds.either && teams > 0 && persons > 0) return [say(rule, 'either', ['个人和团队只能报一种', 'Persons or teams may be nominated, not both'], ['请撤回其中一种。', 'Withdraw those of one kind.'])]
  return ([['person', persons, '个人', 'persons'], ['team', teams, '团队', 'teams']] as const).flatMap(([kind, n, zh, en]) => {
    const most = rule.kinds?.[kind] ?? 0
    return n <= most ? [] : [say(rule, 'kind', [`${zh}有 ${n} 个，不超过 ${most} 个`, `${en}: ${n}, and at most ${most} may be`], [`请减去 ${n - most} 个。`, `Take ${n - most} off.`])]
  })
}

const categories = (rule: Rule, list: readonly Person[]): Finding[] => {
  const most = rule.eachCategory
  if (most === undefined) return []
  const values = [...new Set(list.flatMap((p) => (p.category === undefined ? [] : [p.category])))]
  return values.flatMap((value) => {
    const n = list.filter((p) => p.category === value).length
    return n <= most ? [] : [say(rule, 'category', [`同一类（${value}）有 ${n} 人，每类不超过 ${most} 人`, `${n} in the category ${value}, and at most ${most} may be`], [`请减去 ${n - most} 人，或改报他类。`, `Take ${n - most} off, or move them to another category.`])]
  })
}

const byChannel = (rule: Rule, list: readonly Person[]): Finding[] => (rule.byChannel ?? []).flatMap(({ channel, max }) => {
  const n = list.filter((p) => channelOf(p, channels) === channel).length
  return n <= max ? [] : [say(rule, 'channel', [`${channelNames[channel].zh}的有 ${n} 人，不超过 ${max} 人`, `${n} by ${channelNames[channel].en}, and at most ${max} may be`], [`请减去 ${n - max} 人。`, `Take ${n - max} off.`])]
})

/** 推荐N人以上的，按先后排列: every one has its own place. */
const ranked = (rule: Rule, list: readonly Person[]): Finding[] => {
  if (rule.rankedFrom === undefined || list.length < rule.rankedFrom) return []
  const ranks = list.map((p) => p.values?.[RANK])
  if (ranks.some((r) => r === undefined || !/^[1-9]\d*$/.test(r))) return [say(rule, 'unranked', ['本单位推荐几人，还没有排出先后', 'The unit nominates several and has not put them in order'], ['请在活动首页“本单位的推荐”里排定先后。', 'Put them in order on the campaign’s page, under “Own nominations”.'])]
  return new Set(ranks).size === ranks.length ? [] : [say(rule, 'rank', ['有两件推荐排在同一位', 'Two nominations have the same place'], ['请给每件推荐不同的位次。', 'Give each nomination a place of its own.'])]
}
