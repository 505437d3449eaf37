/** A round in words. */
import type { Words } from '../kernel/finding'
import type { Fraction } from './rule-base'
import type { Round } from './round-terms'
import { sayMethod } from './round-method-say'

export interface Share { readonly share: Fraction; readonly inclusive: boolean }
export const sayShare = ({ share: s, inclusive }: Share): Words => (inclusive
  ? { zh: `不少于 ${s.numerator}/${s.denominator}`, en: `at least ${s.numerator}/${s.denominator}` }
  : { zh: `超过 ${s.numerator}/${s.denominator}`, en: `more than ${s.numerator}/${s.denominator}` })
/** Crosswise in whole numbers; of equal shares "more than" asks more than "at least". */
export const asksLess = (child: Share, parent: Share): boolean => {
  const [c, p] = [child.share.numerator * parent.share.denominator, parent.share.numerator * child.share.denominator]
  return c < p || (c === p && child.inclusive && !parent.inclusive)
}
export const bases = { entitled: { zh: '应到评委', en: 'jurors entitled' }, present: { zh: '实到评委', en: 'jurors present' }, cast: { zh: '投票评委', en: 'jurors voting' } } as const
export const castBases = { issued: { zh: '发出选票', en: 'ballots issued' }, returned: { zh: '收回选票', en: 'ballots returned' }, valid: { zh: '有效选票', en: 'valid ballots' } } as const
const hidden = { name: { zh: '姓名', en: 'name' }, place: { zh: '地区', en: 'place' }, unit: { zh: '单位', en: 'unit' } } as const
export const ties = { jury: { zh: '同票由评委会议定', en: 'ties are settled by the jury' }, again: { zh: '同票再投一次', en: 'ties are voted on again' }, all: { zh: '同票一并通过', en: 'those tied all go through' }, withinGroups: { zh: '同票按组内得票排序', en: 'ties go by the votes within each group' } } as const

const vote = (r: Round): Words => {
  const how = { zh: r.ballot === 'secret' ? '无记名' : '记名', en: r.ballot }
  const [quorum, threshold, base] = [sayShare(r.quorum), sayShare(r.threshold), r.threshold.base === 'cast' && r.threshold.cast !== undefined ? castBases[r.threshold.cast] : bases[r.threshold.base]]
  const passes = { zh: `实到${quorum.zh}方可投票，赞成票${threshold.zh}（以${base.zh}计）通过`, en: `quorum ${quorum.en} of the jury; approvals ${threshold.en} of ${base.en}` }
  if (r.method === 'approval') return { zh: `${how.zh}投赞成票，${passes.zh}`, en: `${how.en} approval vote; ${passes.en}` }
  if (r.method === 'publicVote') return { zh: '公众投票', en: 'a vote of the public' }
  const trim = r.score?.trim ?? 0
  const range = r.score === undefined ? { zh: '', en: '' } : { zh: `（${r.score.from}—${r.score.to} 分${trim === 0 ? '' : `，去掉最高、最低各 ${trim} 个`}）`, en: ` (${r.score.from} to ${r.score.to}${trim === 0 ? '' : `, ${trim} highest and lowest left out`})` }
  return r.method === 'score' ? { zh: `${how.zh}打分${range.zh}，实到${quorum.zh}方可评分`, en: `${how.en} scoring${range.en}; quorum ${quorum.en} of the jury` } : { zh: `${how.zh}排序，实到${quorum.zh}方可评`, en: `${how.en} ranking; quorum ${quorum.en} of the jury` }
}

const limits = ({ publicVote: v }: Round): Words[] => (v === undefined ? [] : [
  ...(v.perDay === undefined ? [] : [{ zh: `每个账号每天 ${v.perDay} 票`, en: `${v.perDay} vote(s) a day of each account` }]), ...(v.inAll === undefined ? [] : [{ zh: `每个账号共 ${v.inAll} 票`, en: `${v.inAll} vote(s) in all of each account` }]),
  ...(v.perAddress === undefined ? [] : [{ zh: `每个网络地址每天 ${v.perAddress} 票`, en: `${v.perAddress} vote(s) a day of each network address` }]),
  ...(v.perCandidate === undefined ? [] : [{ zh: `对同一人选 ${v.perCandidate} 票`, en: `${v.perCandidate} for one candidate` }]),
  ...(v.least === undefined ? [] : [{ zh: `每票至少选 ${v.least} 人`, en: `each names ${v.least} at least` }]), ...(v.most === undefined ? [] : [{ zh: `每票至多选 ${v.most} 人`, en: `each names ${v.most} at most` }]),
])

const more = (r: Round): Words[] => [
  ...limits(r),
  ...(r.surplus === undefined ? [] : [r.surplus.kind === 'equal' ? { zh: '等额', en: 'as many candidates as places' } : { zh: `差额，人选至少多 ${r.surplus.atLeast} 人${r.surplus.share === undefined ? '' : `且不少于名额的 ${r.surplus.share.numerator}/${r.surplus.share.denominator}`}`, en: `at least ${r.surplus.atLeast} more candidates than places${r.surplus.share === undefined ? '' : ` and no fewer than ${r.surplus.share.numerator}/${r.surplus.share.denominator} of them`}` }]),
  ...(r.groups === undefined ? [] : [{ zh: `分组：${r.groups.map((g) => `${g.name.zh} ${g.places} 个${g.most === undefined ? '' : `（每票最多 ${g.most} 人）`}`).join('、')}`, en: `by group: ${r.groups.map((g) => `${g.name.en} ${g.places}${g.most === undefined ? '' : ` (at most ${g.most} on a ballot)`}`).join(', ')}` }]),
  ...(r.weights === undefined ? [] : [{ zh: r.weights.map((w) => `${w.of.zh}占 ${w.percent}%`).join('、'), en: r.weights.map((w) => `${w.of.en} ${w.percent}%`).join(', ') }]),
  ...(r.blind === undefined ? [] : [{ zh: `盲评，不显示${r.blind.map((b) => hidden[b].zh).join('、')}`, en: `blind: ${r.blind.map((b) => hidden[b].en).join(', ')} hidden` }]),
  ...(r.defence === undefined ? [] : [{ zh: `${r.defence.of.zh}答辩${r.defence.minutes === undefined ? '' : ` ${r.defence.minutes} 分钟`}`, en: `oral defence of ${r.defence.of.en}${r.defence.minutes === undefined ? '' : `, ${r.defence.minutes} minutes`}` }]),
  ...(r.tie === undefined ? [] : [ties[r.tie]]), ...(r.countedInPublic === true ? [{ zh: '公开计票', en: 'counted in public' }] : []),
  ...sayMethod(r),
  ...(r.disjointFrom === undefined ? [] : [{ zh: '评委与前轮不重复', en: 'no juror of the earlier rounds' }]),
]

export const sayRound = (r: Round): Words => {
  const [how, rest] = [vote(r), more(r)]
  return { zh: [`${r.name.zh}：${how.zh}，名额 ${r.places} 个`, ...rest.map((w) => w.zh)].join('，'), en: [`${r.name.en}: ${how.en}; ${r.places} place(s)`, ...rest.map((w) => w.en)].join('; ') }
}
