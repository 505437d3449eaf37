/** What a round asks for that the product cannot do yet: said when a campaign opens, never passed over. */
import type { Words } from '../kernel/finding'
import type { Round } from '../rules/round-terms'

const methods: Readonly<Partial<Record<Round['method'], Words>>> = { score: { zh: '打分', en: 'scoring' }, rank: { zh: '排序', en: 'ranking' }, publicVote: { zh: '公众投票', en: 'a vote of the public' } }

/** Empty: the round runs as it is declared. */
export const cannotRun = (r: Round): Words[] => [
  ...[methods[r.method]].filter((w) => w !== undefined),
  ...(r.blind === undefined ? [] : [{ zh: '盲评', en: 'a blind round' }]), ...(r.weights === undefined ? [] : [{ zh: '加权合计', en: 'weights' }]),
  ...(r.groups === undefined ? [] : [{ zh: '分组名额', en: 'places by group' }]), ...(r.defence === undefined ? [] : [{ zh: '答辩', en: 'oral defence' }]),
  ...(r.quorum.recusedLeaveBase === true ? [{ zh: '回避者不计入应到', en: 'a quorum without the recused' }] : []), ...(r.marks === undefined ? [] : [{ zh: '反对票、另选人', en: 'votes against and names written in' }]), ...(r.balance === undefined ? [] : [{ zh: '结构比例', en: 'the balance of those chosen' }]), ...(r.publicPart === undefined ? [] : [{ zh: '公众投票计入结果', en: 'a part for the public' }]),
  ...(r.tieBy === undefined ? [] : [{ zh: '并列时按细则比较', en: 'settling ties by criteria' }]), ...(r.unfilled === 'anotherBallot' ? [{ zh: '就空额再投一次', en: 'another ballot for places left' }] : []), ...(r.seeOthers === undefined || r.seeOthers === 'never' ? [] : [{ zh: '看别人的打分', en: 'seeing what others gave' }]),
  ...(r.tie === undefined || r.tie === 'jury' ? [] : [{ zh: '系统处理同票', en: 'settling ties' }]), ...(r.countedInPublic === true ? [{ zh: '公开计票', en: 'a count in public' }] : []),
]
