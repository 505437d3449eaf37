/** The ways of counting in words; empty for a round that says none of them. */
import type { Words } from '../kernel/finding'
import type { AssignmentTerms, Balance } from './round-methods'
import type { Round } from './round-terms'

const join = (of: readonly Words[]): Words => ({ zh: of.map((w) => w.zh).join('、'), en: of.map((w) => w.en).join(', ') })
const rankings = { borda: { zh: '按波达计数', en: 'by Borda count' }, instantRunoff: { zh: '逐轮淘汰，过半数者当选', en: 'the fewest go out until one has more than half' }, schulze: { zh: '按舒尔茨法逐对比较', en: 'pair by pair, by the Schulze method' }, singleTransferable: { zh: '按单记可让渡投票（苏格兰规则）', en: 'by single transferable vote (Scottish rules)' } } as const
const unnamed = { zero: { zh: '未列入的不得分', en: 'those not named get no points' }, average: { zh: '未列入的平分余下的分', en: 'those not named share the points left over' }, modified: { zh: '列入的人少，最高分也少', en: 'a short ballot gives fewer points' } } as const

/** 20%, or 1/3 where it is no whole per cent. */
const shareSaid = ({ share: s }: Balance): string => (s === undefined ? '' : (100 * s.numerator) % s.denominator === 0 ? `${(100 * s.numerator) / s.denominator}%` : `${s.numerator}/${s.denominator}`)
export const sayBalance = (b: Balance): Words => {
  const number = b.count === undefined ? { zh: shareSaid(b), en: shareSaid(b) } : { zh: `${b.count} 人`, en: String(b.count) }
  return { zh: `${b.name.zh}${b.bound === 'most' ? '不超过' : '不少于'} ${number.zh}`, en: `${b.name.en}: ${b.bound === 'most' ? 'at most' : 'at least'} ${number.en}` }
}

export const sayAssignment = (a: AssignmentTerms): Words => ({
  zh: `分配评阅：每名人选由 ${a.readers} 名评委评，每名评委至多评 ${a.most} 份${a.least === undefined ? '' : `、尽量不少于 ${a.least} 份`}${a.perUnit === undefined ? '' : `，同一单位的评委至多 ${a.perUnit} 名`}`,
  en: `readings are shared out: ${a.readers} jurors read each candidate, each juror reads at most ${a.most}${a.least === undefined ? '' : ` and where it can be at least ${a.least}`}${a.perUnit === undefined ? '' : `, at most ${a.perUnit} from one unit`}`,
})

export const sayMethod = (r: Round): Words[] => [
  ...(r.quorum.recusedLeaveBase === true ? [{ zh: '对所有人选都回避的评委不计入应到', en: 'jurors recused from everybody are not counted as entitled' }] : []),
  ...(r.marks === undefined ? [] : [{ zh: `选票上可${['赞成', ...(r.marks.against ? ['反对'] : []), '弃权', ...(r.marks.writeIn ? ['另选他人'] : [])].join('、')}`, en: `a ballot may approve${r.marks.against ? ', oppose' : ''}, abstain${r.marks.writeIn ? ', write a name in' : ''}` }]),
  ...(r.minApprovals === undefined ? [] : [{ zh: `每票至少赞成 ${r.minApprovals} 人`, en: `at least ${r.minApprovals} on a ballot` }]), ...(r.exactApprovals === undefined ? [] : [{ zh: `每票正好赞成 ${r.exactApprovals} 人`, en: `exactly ${r.exactApprovals} on a ballot` }]),
  ...(r.blankInvalid === true ? [{ zh: '空白票无效', en: 'a blank ballot is invalid' }] : []),
  ...(r.score?.average === 'median' ? [{ zh: '取中位数', en: 'the median counts' }] : []),
  ...(r.score?.criteria === undefined ? [] : [join(r.score.criteria.map((c) => (c.percent === undefined ? { zh: `${c.name.zh} ${c.to} 分`, en: `${c.name.en} up to ${c.to}` } : { zh: `${c.name.zh}占 ${c.percent}%`, en: `${c.name.en} ${c.percent}%` })))]),
  ...(r.score?.adjust === undefined ? [] : [r.score.adjust === 'zScore' ? { zh: '按标准分校正评委宽严，原始名次并列公布', en: 'jurors set on one measure by z-scores, the raw rank beside it' } : { zh: '按加性模型校正评委宽严，原始名次并列公布', en: 'jurors set on one measure by least squares, the raw rank beside it' }]),
  ...(r.score?.pass === undefined ? [] : [{ zh: `${r.score.pass.mark} 分${r.score.pass.inclusive ? '以上（含）' : '以上（不含）'}方可入选`, en: `${r.score.pass.inclusive ? 'at least' : 'more than'} ${r.score.pass.mark} points are needed` }]),
  ...(r.score?.leastReaders === undefined ? [] : [{ zh: `至少 ${r.score.leastReaders} 名评委打分才计分`, en: `counted from ${r.score.leastReaders} scores on` }]),
  ...(r.grades === undefined ? [] : [{ zh: `评等第（${r.grades.list.map((g) => g.name.zh).join('、')}），${r.grades.order === 'mostBest' ? '先比最高等第的票数' : '比居中的等第'}`, en: `graded ${r.grades.list.map((g) => g.name.en).join(', ')}; ${r.grades.order === 'mostBest' ? 'most of the best grade first' : 'by the middle grade'}` }]),
  ...(r.ranking === undefined ? [] : [join([rankings[r.ranking.by], ...(r.ranking.by === 'borda' ? [unnamed[r.ranking.unnamed ?? 'zero']] : []), ...(r.ranking.least === undefined ? [] : [{ zh: `至少排 ${r.ranking.least} 人`, en: `at least ${r.ranking.least} ranked` }]), ...(r.ranking.most === undefined ? [] : [{ zh: `至多排 ${r.ranking.most} 人`, en: `at most ${r.ranking.most} ranked` }])])]),
  ...(r.assignment === undefined ? [] : [sayAssignment(r.assignment)]),
  ...(r.balance ?? []).map(sayBalance),
  ...(r.publicPart === undefined ? [] : [{ zh: `公众投票占 ${r.publicPart.percent}%（${r.publicPart.by === 'byRank' ? '按名次' : '按得票'}）`, en: `the public counts for ${r.publicPart.percent}% (${r.publicPart.by === 'byRank' ? 'by rank' : 'by votes'})` }]),
  ...(r.tieBy === undefined ? [] : [{ zh: `并列时依次比较${r.tieBy.map((id) => (id === 'fewerAgainst' ? '反对票' : r.score?.criteria?.find((c) => c.id === id)?.name.zh ?? id)).join('、')}，仍并列的由人定`, en: `of equals at the line: ${r.tieBy.map((id) => (id === 'fewerAgainst' ? 'fewer votes against' : `higher in ${r.score?.criteria?.find((c) => c.id === id)?.name.en ?? id}`)).join(', then ')}; then people decide` }]),
  ...(r.paper === true ? [{ zh: '用纸质选票，两人分别录入、比对后计票', en: 'on paper, entered by two persons and compared' }] : []),
  ...(r.keyShares === true ? [{ zh: '开箱钥匙由秘书、纪检监督、办公室各持一份，任两份开箱', en: 'the key of the box split among secretary, supervisor and office, any two of whom open it' }] : []),
  ...(r.unfilled === 'anotherBallot' ? [{ zh: '名额未满的，就得票靠前的再投一次', en: 'another ballot among the runners-up for places left' }] : []),
  ...(r.seeOthers === undefined || r.seeOthers === 'never' ? [] : [r.seeOthers === 'always' ? { zh: '评委可看别人的打分', en: 'jurors see what others gave' } : { zh: '评委打完分后可看别人的打分', en: 'jurors see what others gave once they have scored' }]),
]
