/** Numbers that nobody can meet: at least more than at most, in one rule or between several. */
import { quotaOf, roleOf } from '../../rules/quota-terms'
import { peopleOf } from '../../rules/proportion'
import { subsetKey } from '../../rules/subset'
import { nominationQuota, rulesOf, type ResolvedRule } from '../definition'
import { beside, cited, contradiction, type Check, type Contradiction } from './matter'

type Quota = ResolvedRule<'quota'>

const never = (rule: Quota, what: readonly [string, string]): Contradiction => contradiction({ code: 'quotaNever', strength: 'block', rule, what, mend: ['请改正两个数中的一个。', 'Mend one of the two numbers.'] })

/** Within one rule: a floor above its own ceiling, a part that must be larger than the whole. */
const within: Check = ({ definition }) => rulesOf(definition, 'quota').flatMap((q) => {
  const at = cited(q)
  const most = q.max
  return [
    ...[...(q.byType ?? []).map((t) => ({ name: { zh: t.type, en: t.type }, ...t })), ...(q.named ?? [])].filter((t) => (t.min ?? q.min ?? 0) > t.max).map((t) => never(q, [`${at.zh}：“${t.name.zh}”至少 ${t.min ?? q.min ?? 0} 人，又不超过 ${t.max} 人`, `${at.en}: “${t.name.en}” at least ${t.min ?? q.min ?? 0} and at most ${t.max}`])),
    ...(q.within ?? []).filter((w) => w.min !== undefined && ((w.max !== undefined && w.min > w.max) || (most !== null && q.byType === undefined && q.named === undefined && w.min > most))).map((w) => never(q, [`${at.zh}：其中“${w.of.name.zh}”至少 ${w.min} 人，而总共不超过 ${Math.min(w.max ?? most ?? 0, most ?? w.max ?? 0)} 人`, `${at.en}: at least ${w.min} of “${w.of.name.en}”, at most ${Math.min(w.max ?? most ?? 0, most ?? w.max ?? 0)} in all`])),
  ]
})

/** Between roles: fewer on the shortlist, or in the last round, than winners are to come of it. */
const between: Check = ({ definition }) => {
  const quotas = rulesOf(definition, 'quota')
  const [winners, shortlist] = ['winners', 'shortlist'].map((role) => quotas.find((q) => roleOf(q) === role))
  const last = rulesOf(definition, 'round').at(-1)
  const most = winners?.max ?? null
  if (winners === undefined || most === null) return []
  return [
    ...(shortlist?.max != null && shortlist.max < most ? [contradiction({ code: 'shortlistTooShort', strength: 'block', rule: shortlist, against: beside(winners),
      what: [`入围 ${shortlist.max} 人（${cited(shortlist).zh}），少于获奖 ${most} 人（${cited(winners).zh}）`, `${shortlist.max} shortlisted (${cited(shortlist).en}), fewer than ${most} winners (${cited(winners).en})`], mend: ['请改正两个数中的一个。', 'Mend one of the two numbers.'] })] : []),
    ...(last !== undefined && last.places > most ? [contradiction({ code: 'roundBeyondWinners', strength: 'block', rule: last, against: beside(winners),
      what: [`末轮${cited(last).zh}名额 ${last.places} 个，多于获奖名额 ${most} 个（${cited(winners).zh}）`, `The last round, ${cited(last).en}, has ${last.places} places, more than ${most} winners (${cited(winners).en})`], mend: ['请改正两个数中的一个。', 'Mend one of the two numbers.'] })] : []),
  ]
}

/** Shares: a least above the most of the same people, or a share that comes to nobody on lists as short as the quota makes them. */
const shares: Check = ({ definition }) => {
  const all = rulesOf(definition, 'proportion')
  const quota = nominationQuota(definition)
  const most = quota === undefined ? null : quotaOf(quota, {}).max
  return all.flatMap((p, i) => {
    const other = all.slice(0, i).find((o) => o.over === p.over && o.bound !== p.bound && subsetKey(o.of) === subsetKey(p.of) && JSON.stringify(o.base) === JSON.stringify(p.base))
    const [low, high] = p.bound === 'min' ? [p, other] : [other, p]
    return [
      ...(low !== undefined && high !== undefined && low.percent > high.percent ? [contradiction({ code: 'shareNever', strength: 'block', rule: p, against: beside(low === p ? high : low),
        what: [`${p.of.name.zh}不少于 ${low.percent}%（${cited(low).zh}），又不超过 ${high.percent}%（${cited(high).zh}）`, `${p.of.name.en}: at least ${low.percent}% (${cited(low).en}) and at most ${high.percent}% (${cited(high).en})`], mend: ['请改正两个比例中的一个。', 'Mend one of the two shares.'] })] : []),
      ...(quota !== undefined && p.over === 'unit' && p.bound === 'max' && most !== null && most > 0 && p.percent > 0 && p.base === undefined && peopleOf(most, p) === 0 ? [contradiction({ code: 'shareOfFew', strength: 'warn', rule: p, against: beside(quota),
        what: [`每家限报 ${most} 人（${cited(quota).zh}），其中${p.of.name.zh}不超过 ${p.percent}%（${cited(p).zh}）：等于一个也不能报`, `Each unit sends ${most} (${cited(quota).en}) and ${p.of.name.en} are at most ${p.percent}% of them (${cited(p).en}): none at all`], mend: ['请把分母改为本级名单，或写明理由。', 'Take the share of the whole list of this level, or say why.'] })] : []),
    ]
  })
}

export const emptyQuota: Check = (of) => [...within(of), ...between(of), ...shares(of)]
