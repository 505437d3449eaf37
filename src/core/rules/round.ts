/** 评审轮 as a kind of rule. What it can say stands in `round-terms`. */
import { judgeRound } from './round-judge'
import { asksLess, bases, sayRound, sayShare, ties, type Share } from './round-say'
import { checkMethod } from './round-method-check'
import { methodsLoosened } from './round-method-tighten'
import { round, type Round } from './round-terms'
import type { Fault, KindOfRule } from './rule-kind'
import { list, loosening, noFewer, noMore, noWider, same, type Loosening } from './tightness'

const order = ['cast', 'present', 'entitled'] as const
const shareLoosened = (aspect: string, label: Loosening['label'], child: Share, parent: Share): Loosening[] => (asksLess(child, parent) ? loosening(aspect, label, child, parent, sayShare) : [])

export const roundKind: KindOfRule<Round> = {
  schema: round,
  name: { zh: '评审轮', en: 'Round' },
  say: sayRound,
  tightens: (child, parent) => [
    ...same('method', { zh: '评审方法', en: 'the method' }, child.method, parent.method),
    ...shareLoosened('quorum', { zh: '法定人数', en: 'the quorum' }, child.quorum, parent.quorum),
    ...shareLoosened('threshold', { zh: '通过票', en: 'the threshold' }, child.threshold, parent.threshold),
    ...(order.indexOf(child.threshold.base) < order.indexOf(parent.threshold.base) ? loosening('base', { zh: '计票基数', en: 'the base of the threshold' }, child.threshold.base, parent.threshold.base, (b) => bases[b]) : []),
    ...(child.threshold.recusedLeaveBase && !parent.threshold.recusedLeaveBase ? loosening('recusedLeaveBase', { zh: '回避评委是否计入基数', en: 'whether recused jurors stay in the base' }, true, false, (out) => (out ? { zh: '不计入', en: 'left out' } : { zh: '计入', en: 'kept' })) : []),
    ...noMore('places', { zh: '名额', en: 'the places' }, child.places, parent.places),
    ...noMore('maxApprovals', { zh: '每票可赞成人数', en: 'approvals a ballot may hold' }, child.maxApprovals, parent.maxApprovals),
    ...same('ballot', { zh: '投票方式', en: 'the kind of ballot' }, child.ballot, parent.ballot),
    ...otherwise(child, parent), ...methodsLoosened(child, parent),
  ],
  adding: 'free',
  judge: (rule, { round: r }) => (r === undefined ? [] : judgeRound(rule, r)),
  check: (r) => [...checkQuorum(r), ...checkWeights(r), ...checkGroups(r), ...checkMethod(r)],
}

/** Safeguards that a level below may add and not drop. */
const otherwise = (child: Round, parent: Round): Loosening[] => [
  ...(parent.surplus?.kind === 'more' && (child.surplus?.kind !== 'more' || child.surplus.atLeast < parent.surplus.atLeast) ? loosening('surplus', { zh: '差额', en: 'the surplus of candidates' }, child.surplus?.kind === 'more' ? child.surplus.atLeast : undefined, parent.surplus.atLeast, (n) => ({ zh: `至少多 ${n} 人`, en: `${n} more at least` })) : []),
  ...(parent.surplus?.kind === 'equal' && child.surplus?.kind !== 'equal' ? loosening('surplus', { zh: '等额', en: 'as many candidates as places' }, undefined, true, () => ({ zh: '等额', en: 'as many' })) : []),
  ...noFewer('blind', { zh: '盲评隐去的内容', en: 'what is hidden from the jury' }, child.blind ?? [], parent.blind ?? []),
  ...noFewer('disjointFrom', { zh: '评委不重复的轮次', en: 'the rounds that share no juror' }, child.disjointFrom ?? [], parent.disjointFrom ?? []),
  ...(parent.after === undefined ? [] : same('after', { zh: '前一轮', en: 'the round before it' }, child.after, parent.after)),
  ...(parent.defence !== undefined && child.defence === undefined ? loosening('defence', { zh: '答辩', en: 'the oral defence' }, undefined, parent.defence.of, (w) => w) : []),
  ...(parent.keyShares === true && child.keyShares !== true ? loosening('keyShares', { zh: '开箱钥匙由三方分持', en: 'the key of the box split among three' }, false, true, (v) => (v ? { zh: '三方分持', en: 'split' } : { zh: '不分', en: 'not split' })) : []),
  ...(parent.tie === undefined || parent.tie === child.tie ? [] : loosening('tie', { zh: '同票的办法', en: 'how ties are settled' }, child.tie, parent.tie, (t) => ties[t])),
  ...(parent.countedInPublic === true && child.countedInPublic !== true ? loosening('countedInPublic', { zh: '公开计票', en: 'the count in public' }, false, true, (v) => (v ? { zh: '公开', en: 'in public' } : { zh: '不公开', en: 'not in public' })) : []),
  ...(parent.weights === undefined ? [] : weights(child) === weights(parent) ? [] : loosening('weights', { zh: '各部分的权重', en: 'the weights' }, child.weights && [weights(child)], [weights(parent)], list)),
  ...(['perDay', 'inAll', 'perAddress', 'perCandidate', 'most'] as const).flatMap((of) => noMore(`publicVote.${of}`, { zh: '公众投票的上限', en: 'the limits of the public vote' }, child.publicVote?.[of], parent.publicVote?.[of])),
  ...(parent.groups ?? []).flatMap((g) => noMore(`groups.${g.id}`, { zh: `“${g.name.zh}”的名额`, en: `the places of “${g.name.en}”` }, child.groups?.find((c) => c.id === g.id)?.places, g.places)),
  ...(parent.groups ?? []).flatMap((g) => noMore(`groups.${g.id}.most`, { zh: `每票在“${g.name.zh}”可赞成人数`, en: `approvals a ballot may give in “${g.name.en}”` }, child.groups?.find((c) => c.id === g.id)?.most ?? null, g.most ?? null)),
  ...(parent.groups === undefined ? [] : noWider('groups', { zh: '分组', en: 'the groups' }, child.groups?.map((g) => g.id), parent.groups.map((g) => g.id))),
]
const weights = (r: Round): string => (r.weights ?? []).map((w) => `${w.of.zh} ${w.percent}%`).join('、')

const checkQuorum = (r: Round): Fault[] => (r.quorum.share.numerator === 0 && r.method !== 'publicVote' ? [{
  path: ['quorum', 'share', 'numerator'], expected: { zh: '大于 0 的整数', en: 'a whole number above 0' }, got: '0',
  writeInstead: { zh: '如 numerator: 2, denominator: 3', en: 'e.g. numerator: 2, denominator: 3' },
}] : [])
const checkWeights = (r: Round): Fault[] => {
  const sum = (r.weights ?? []).reduce((n, w) => n + w.percent, 0)
  const rounds = (r.weights ?? []).flatMap((w) => w.round ?? [])
  const odd = rounds.length > 0 && (rounds.length !== r.weights!.length - 1 || new Set(rounds).size !== rounds.length || rounds.includes(r.id))
  const unscored = rounds.length > 0 && (r.score === undefined || r.score.adjust !== undefined)
  return [...(odd ? [{ path: ['weights'], expected: { zh: '正好一个部分是本轮（不写 round），其余各写一个不同的前轮', en: 'one part of this round (without round), each other of a different earlier round' }, got: rounds.join() || '—', writeInstead: { zh: '如 { of: …, percent: 30, round: first }', en: 'e.g. { of: …, percent: 30, round: first }' } }] : []), ...(unscored ? [{ path: ['weights'], expected: { zh: '打分的一轮，不校正评委宽严', en: 'a round of scores without adjust' }, got: r.score?.adjust ?? r.method, writeInstead: { zh: '用 score，并删去 adjust', en: 'score without adjust' } }] : []), ...(r.weights === undefined || sum === 100 ? [] : [{ path: ['weights'], expected: { zh: '各部分合计 100%', en: 'parts that make up 100%' }, got: `${sum}%`, writeInstead: { zh: '改正百分数', en: 'mend the percentages' } }])]
}
const checkGroups = (r: Round): Fault[] => {
  const sum = (r.groups ?? []).reduce((n, g) => n + g.places, 0)
  const twice = (r.groups ?? []).some((g, i) => r.groups!.some((o, k) => k < i && (o.id === g.id || (g.of ?? [g.id]).some((v) => (o.of ?? [o.id]).includes(v)))))
  const ranks = r.groups !== undefined && r.method === 'rank' && r.ranking?.by !== 'borda'
  const limited = r.method === 'approval' ? -1 : (r.groups ?? []).findIndex((g) => g.most !== undefined)
  return [...(limited >= 0 ? [{ path: ['groups', limited, 'most'], expected: { zh: '只用于投赞成票', en: 'only with votes by approval' }, got: r.method, writeInstead: { zh: '删去 most', en: 'remove most' } }] : []), ...(twice ? [{ path: ['groups'], expected: { zh: '各组代号和取值不重复', en: 'groups with ids and values of their own' }, got: r.groups!.map((g) => g.id).join(), writeInstead: { zh: '改正重复的组', en: 'mend what comes twice' } }] : []), ...(ranks ? [{ path: ['groups'], expected: { zh: '投赞成票、打分或波达计数的一轮', en: 'a round by approval, scores or Borda' }, got: r.ranking?.by ?? r.method, writeInstead: { zh: '每组各开一轮，或改用赞成票、打分、by: borda', en: 'a round for each group, or approval, scores or by: borda' } }] : []), ...(r.groups === undefined || sum === r.places ? [] : [{ path: ['groups'], expected: { zh: `各组名额合计 ${r.places}`, en: `groups whose places make up ${r.places}` }, got: String(sum), writeInstead: { zh: '改正各组名额或 places', en: 'mend the groups or places' } }])]
}
