/** What of a way of counting a level below may not loosen: it keeps the method, its limits and its balance. */
import { sayBalance } from './round-method-say'
import type { Balance } from './round-methods'
import type { Round } from './round-terms'
import { canonical } from '../kernel/canonical'
import { loosening, noLess, noMore, same, type Loosening } from './tightness'

const kept = ['marks', 'score', 'grades', 'ranking', 'publicPart', 'tieBy'] as const
const labels = {
  marks: { zh: '选票上可作的记号', en: 'the marks of a ballot' }, score: { zh: '评分办法', en: 'how scores are counted' }, grades: { zh: '等第', en: 'the grades' }, ranking: { zh: '排序办法', en: 'how rankings are counted' }, publicPart: { zh: '公众投票的分量', en: 'the part of the public' }, tieBy: { zh: '并列时的比较', en: 'what settles ties' }, assignment: { zh: '每名人选几名评委评', en: 'how many jurors read each candidate' },
} as const

export const methodsLoosened = (child: Round, parent: Round): Loosening[] => [
  ...kept.flatMap((key) => (parent[key] === undefined ? [] : same(key, labels[key], child[key] === undefined ? undefined : canonical(child[key]), canonical(parent[key])))),
  // Where the level above gives the public no part, none is taken below.
  ...(parent.publicPart === undefined && child.publicPart !== undefined ? loosening('publicPart', labels.publicPart, child.publicPart.percent, 0, (n) => ({ zh: `${n}%`, en: `${n}%` })) : []),
  // Where everybody reads everything, nobody reads less below.
  ...(parent.assignment === undefined ? (child.assignment === undefined || parent.method !== 'score' ? [] : loosening('assignment', labels.assignment, child.assignment.readers, 0, (n) => (n === 0 ? { zh: '全体评委', en: 'all jurors' } : { zh: `${n} 名评委`, en: `${n} jurors` })))
    : child.assignment === undefined ? [] : [...noLess('assignment.readers', labels.assignment, child.assignment.readers, parent.assignment.readers), ...noMore('assignment.most', { zh: '每名评委至多几份', en: 'how many a juror reads at most' }, child.assignment.most, parent.assignment.most), ...noMore('assignment.perUnit', { zh: '同一单位的评委', en: 'readers from one unit' }, child.assignment.perUnit, parent.assignment.perUnit)]),
  ...(parent.paper === undefined ? [] : same('paper', { zh: '纸质选票', en: 'ballots on paper' }, child.paper === undefined ? undefined : String(child.paper), String(parent.paper))),
  ...noLess('minApprovals', { zh: '每票至少赞成人数', en: 'the fewest approvals on a ballot' }, child.minApprovals, parent.minApprovals),
  ...(parent.exactApprovals === undefined ? [] : same('exactApprovals', { zh: '每票赞成人数', en: 'the approvals of a ballot' }, String(child.exactApprovals), String(parent.exactApprovals))),
  ...(parent.threshold.cast === undefined ? [] : same('cast', { zh: '计票基数', en: 'the base of the threshold' }, child.threshold.cast, parent.threshold.cast)),
  ...(parent.balance ?? []).flatMap((b) => (holdsIn(b, child.balance?.find((c) => c.id === b.id)) ? [] : loosening(`balance.${b.id}`, { zh: `“${b.name.zh}”的结构比例`, en: `the balance “${b.name.en}”` }, child.balance?.find((c) => c.id === b.id), b, sayBalance))),
]

/** The same people counted, and no more (no fewer) of them: shares crosswise. */
const holdsIn = (upper: Balance, own: Balance | undefined): boolean => {
  if (own === undefined || own.of !== upper.of || own.within !== upper.within || canonical(own.who ?? null) !== canonical(upper.who ?? null) || own.bound !== upper.bound || own.rounding !== upper.rounding) return false
  const apart = own.count !== undefined && upper.count !== undefined ? own.count - upper.count : own.share !== undefined && upper.share !== undefined ? own.share.numerator * upper.share.denominator - upper.share.numerator * own.share.denominator : null
  return apart !== null && (upper.bound === 'most' ? apart <= 0 : apart >= 0)
}
