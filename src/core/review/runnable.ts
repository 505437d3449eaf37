/** What a round asks for that the product cannot do yet: said when a campaign opens, never passed over. */
import type { Words } from '../kernel/finding'
import type { Round } from '../rules/round-terms'

/** Empty: the round runs as it is declared. */
export const cannotRun = (r: Round): Words[] => [
  ...(r.method === 'publicVote' ? [{ zh: '公众投票', en: 'a vote of the public' }] : []),
  ...(r.method === 'score' && r.score === undefined && r.grades === undefined ? [{ zh: '没有写明怎样打分', en: 'scoring without its terms' }] : []), ...(r.method === 'rank' && r.ranking === undefined ? [{ zh: '没有写明怎样计排序', en: 'ranking without its terms' }] : []),
  ...(r.weights === undefined || r.weights.some((w) => w.round !== undefined) ? [] : [{ zh: '加权合计（没有写明各部分是哪一轮）', en: 'weights that do not say which round each part is' }]),
  ...(r.defence === undefined ? [] : [{ zh: '答辩', en: 'oral defence' }]),
  ...(r.ballot === 'secret' && r.seeOthers !== undefined && r.seeOthers !== 'never' ? [{ zh: '无记名而看别人的打分', en: 'a secret round in which jurors see what others gave' }] : []),
  ...(r.seeOthers !== undefined && r.seeOthers !== 'never' && r.method !== 'score' ? [{ zh: '投票中看别人的票', en: 'seeing how others vote' }] : []),
  ...(r.tie === 'withinGroups' && r.after === undefined ? [{ zh: '同票按组内得票排序（没有写明前一轮）', en: 'ties by the votes within groups, without a round before' }] : []),
  ...(r.tie === 'withinGroups' && r.ranking !== undefined && r.ranking.by !== 'borda' ? [{ zh: '这种排序计票的同票按组内得票排序', en: 'ties by the votes within groups under this kind of ranking' }] : []),
  ...(r.countedInPublic === true ? [{ zh: '公开计票', en: 'a count in public' }] : []),
]
