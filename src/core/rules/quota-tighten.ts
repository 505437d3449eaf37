/** In what one quota allows more than another. */
import type { Words } from '../kernel/finding'
import { roleNames } from './quota-say'
import { roleOf, type Quota, type QuotaRole } from './quota-terms'
import { subsetKey } from './subset'
import { loosening, noFewer, noLess, noMore, noWider, sameThing, type Loosening, type Say } from './tightness'

const people: Say<number> = (n) => ({ zh: `${n} 人`, en: String(n) })
const label = (zh: string, en: string): Words => ({ zh, en })
const ids = (all: readonly { readonly id: string }[] | undefined): string[] => (all ?? []).map((p) => p.id)

export const tightenQuota = (child: Quota, parent: Quota): Loosening[] => [
  ...sameThing('role', label('名额所指', 'whose number it is'), roleOf(child), roleOf(parent), String, (r) => roleNames[r as QuotaRole]),
  // Where the parent states no number, any number is its child's to state.
  ...(parent.max === null && !own(parent) ? [] : child.max === null && (parent.max === null || own(child)) ? [] : parent.max === null ? (formulaKept(child, parent) ? [] : loosening('max', label('推荐名额', 'the quota'), child.max, 0, people)) : noMore('max', label('推荐名额', 'the quota'), child.max, parent.max, people)),
  ...noLess('min', label('至少推荐', 'the least number'), child.min, parent.min === 0 ? undefined : parent.min, people),
  ...perKey('byType', label('按类型的名额', 'the quota of a type'), new Map(child.byType?.map((t) => [t.type, t.max])), new Map(parent.byType?.map((t) => [t.type, t.max])), child.max ?? 0, parent.max ?? 0),
  ...perKey('named', label('单列的名额', 'the quota of a named unit'), named(child), named(parent), child.max ?? 0, parent.max ?? 0),
  ...perKey('bonus', label('增报名额', 'more places'), new Map(child.bonus?.map((b) => [b.property.id, b.extra])), new Map(parent.bonus?.map((b) => [b.property.id, b.extra])), 0, 0),
  ...formula(child, parent), ...subsets(child, parent),
  ...noMore('eachCategory', label('每类名额', 'places in each category'), child.eachCategory, parent.eachCategory, people),
  ...kinds(child, parent), ...pools(child, parent), ...extra(child, parent),
  ...noFewer('joint', label('共同推荐的单位', 'who nominates jointly'), ids(child.joint), ids(parent.joint)),
  ...noMore('rankedFrom', label('须排序的人数', 'from how many on they are ranked'), child.rankedFrom, parent.rankedFrom, people),
  ...noWider('outside', label('不占名额的', 'who is outside the quota'), ids(child.outside), ids(parent.outside)),
  ...(parent.byChannel ?? []).flatMap((c) => noMore('byChannel', label('按渠道的名额', 'the quota of a channel'), child.byChannel?.find((o) => o.channel === c.channel)?.max, c.max, people)),
]

const own = (q: Quota): boolean => q.byType !== undefined || q.named !== undefined || q.formula !== undefined
const formulaKept = (child: Quota, parent: Quota): boolean => parent.formula !== undefined && child.formula !== undefined
const named = (q: Quota): Map<string, number> => new Map((q.named ?? []).flatMap((n) => n.codes.map((code): [string, number] => [code, n.max])))

/** Whatever either names is compared with what the other comes to for it. */
const perKey = (aspect: string, what: Words, child: Map<string, number>, parent: Map<string, number>, childRest: number, parentRest: number): Loosening[] =>
  [...new Set([...child.keys(), ...parent.keys()])].flatMap((key) => {
    const [c, p] = [child.get(key) ?? childRest, parent.get(key) ?? parentRest]
    return c <= p ? [] : loosening(aspect, { zh: `${what.zh}（${key}）`, en: `${what.en} (${key})` }, c, p, people)
  })

const roundings = ['down', 'nearest', 'up'] as const
const formula = (child: Quota, parent: Quota): Loosening[] => {
  const [c, p] = [child.formula, parent.formula]
  const say: Say<NonNullable<Quota['formula']>> = (f) => ({ zh: `${f.of.name.zh}的 ${f.share.numerator}/${f.share.denominator}`, en: `${f.share.numerator}/${f.share.denominator} of ${f.of.name.en}` })
  if (p === undefined || c === undefined) return c === p || parent.max !== null ? [] : loosening('formula', label('计算办法', 'the formula'), c, p, say)
  const more = c.of.id !== p.of.id || c.share.numerator * p.share.denominator > p.share.numerator * c.share.denominator
    || roundings.indexOf(c.rounding) > roundings.indexOf(p.rounding) || (c.surplus?.included === false && p.surplus?.included !== false)
  return more ? loosening('formula', label('计算办法', 'the formula'), c, p, say) : []
}

const subsets = (child: Quota, parent: Quota): Loosening[] => [
  ...(parent.within ?? []).flatMap((w) => {
    const mine = child.within?.find((o) => subsetKey(o.of) === subsetKey(w.of))
    return [...noMore('within', label(`其中${w.of.name.zh}`, `of which ${w.of.name.en}`), mine?.max, w.max, people), ...noLess('within', label(`其中${w.of.name.zh}`, `of which ${w.of.name.en}`), mine?.min, w.min, people)]
  }),
  ...(parent.split ?? []).flatMap((s) => noMore('split', s.of.name, child.split?.find((o) => subsetKey(o.of) === subsetKey(s.of))?.max, s.max, people)),
]

const kinds = (child: Quota, parent: Quota): Loosening[] => {
  const [c, p] = [child.kinds, parent.kinds]
  if (p === undefined) return []
  return [
    ...noMore('kinds.person', label('个人名额', 'places for persons'), c?.person, p.person), ...noMore('kinds.team', label('团队名额', 'places for teams'), c?.team, p.team),
    ...(p.either && c?.either !== true ? loosening('kinds.either', label('个人或团队任选其一', 'persons or teams, not both'), c?.either ?? null, p.either, (v) => (v ? { zh: '任选其一', en: 'one of them' } : { zh: '可兼报', en: 'both' })) : []),
  ]
}

const poolKey = (p: NonNullable<Quota['pools']>[number]): string => JSON.stringify([p.types?.toSorted() ?? [], p.codes?.toSorted() ?? []])
const pools = (child: Quota, parent: Quota): Loosening[] =>
  (parent.pools ?? []).flatMap((p) => noMore('pools', p.name, child.pools?.find((o) => poolKey(o) === poolKey(p))?.max, p.max, people))

const extra = (child: Quota, parent: Quota): Loosening[] => {
  if (child.extra === undefined) return []
  if (parent.extra === undefined) return loosening('extra', label('经批准增加的名额', 'more places on approval'), child.extra.max, 0, people)
  return noMore('extra', label('经批准增加的名额', 'more places on approval'), child.extra.max, parent.extra.max, people)
}
