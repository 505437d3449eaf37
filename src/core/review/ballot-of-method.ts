/** What is wrong with a ballot of any method before it goes into the box; page and server ask the same. The count takes a ballot as valid or not; here each place is told. */
import { finding, type Finding } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'
import { checkBallot } from './ballot'
import type { Ballot, BallotToCheck } from './ballot-box'

export type AnyBallotToCheck = Omit<Ballot, 'code'> & Pick<BallotToCheck, 'candidates' | 'recused' | 'present' | 'groups'>

export const checkAnyBallot = (rule: RoundRule, b: AnyBallotToCheck): Finding[] => {
  if (rule.method === 'approval') return checkBallot(rule, b)
  const no = (code: string, candidate: string | null, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `ballot.${code}`, strength: 'block', rule, ...(candidate !== null && { at: { field: `candidate.${candidate}` } }), what, mend })
  const named = [...Object.keys(b.scores ?? {}), ...Object.keys(b.grades ?? {}), ...(b.ranking ?? []).flat()]
  const found: Finding[] = []
  if (!b.present) found.push(no('notPresent', null, ['还没有签到和申报回避', 'You have not checked in and declared conflicts yet'], ['先签到，再评审。', 'Check in first, then give your ballot.']))
  if (named.some((c) => !b.candidates.includes(c))) found.push(no('unknown', null, ['评审表上有不在本轮的人选', 'The ballot names somebody who is not in this round'], ['请刷新页面重填。', 'Reload the page and fill it in again.']))
  if (named.some((c) => b.recused.includes(c))) found.push(no('recused', null, ['对已回避的人选不能评审', 'You are recused from one of these candidates'], ['请去掉已回避的人选。', 'Remove the candidates you are recused from.']))
  return [...found, ...scores(rule, b, no), ...grades(rule, b, no), ...ranking(rule, b, no)]
}
type No = (code: string, candidate: string | null, what: readonly [string, string], mend: readonly [string, string]) => Finding

const scores = ({ score: t }: RoundRule, { scores: given }: AnyBallotToCheck, no: No): Finding[] => {
  if (t === undefined || given === undefined) return []
  const unit = 10 ** (t.decimals ?? 0)
  const ranges = t.criteria ?? [{ from: t.from, to: t.to, name: { zh: '得分', en: 'the score' } }]
  return Object.entries(given).flatMap(([c, points]) => {
    if (points.length !== ranges.length) return [no('criteriaMissing', c, [`要打 ${ranges.length} 项分，打了 ${points.length} 项`, `${ranges.length} criteria are scored, ${points.length} were`], ['请逐项打分。', 'Score each of them.'])]
    return points.flatMap((p, i) => {
      const { from, to, name } = ranges[i]!
      if (!Number.isSafeInteger(p)) return [no('scoreNotWhole', c, [`${name.zh}不是${t.decimals === undefined || t.decimals === 0 ? '整数' : `最多 ${t.decimals} 位小数的数`}`, `${name.en} is not a number with at most ${t.decimals ?? 0} decimals`], ['请改正。', 'Mend it.'])]
      return p >= from * unit && p <= to * unit ? [] : [no('scoreOutOfRange', c, [`${name.zh} ${p / unit}，应在 ${from} 到 ${to} 之间`, `${name.en} is ${p / unit}; from ${from} to ${to} is allowed`], ['请改正。', 'Mend it.'])]
    })
  })
}

const grades = ({ grades: t }: RoundRule, { grades: given }: AnyBallotToCheck, no: No): Finding[] => (t === undefined || given === undefined ? [] : Object.entries(given)
  .filter(([, g]) => !Number.isInteger(g) || g < 0 || g >= t.list.length).map(([c]) => no('noSuchGrade', c, ['没有这个等第', 'There is no such grade'], [`请在${t.list.map((x) => x.name.zh).join('、')}里选。`, `Choose one of ${t.list.map((x) => x.name.en).join(', ')}.`])))

const ranking = ({ ranking: t }: RoundRule, { ranking: given }: AnyBallotToCheck, no: No): Finding[] => {
  if (t === undefined || given === undefined) return []
  const all = given.flat()
  return [
    ...(new Set(all).size === all.length ? [] : [no('twice', null, ['同一人选排了两次', 'A candidate is ranked twice'], ['请只留一处。', 'Keep one place.'])]),
    ...(t.equals !== true && given.some((g) => g.length > 1) ? [no('equals', null, ['一个名次排了多人', 'Several share a place'], ['每个名次只排一人。', 'Put one on each place.'])] : []),
    ...(all.length > 0 && t.least !== undefined && all.length < t.least ? [no('tooFew', null, [`至少要排 ${t.least} 人，排了 ${all.length} 人`, `At least ${t.least} are ranked, ${all.length} were`], [`请再排 ${t.least - all.length} 人。`, `Rank ${t.least - all.length} more.`])] : []),
    ...(t.most !== undefined && all.length > t.most ? [no('tooMany', null, [`最多排 ${t.most} 人，排了 ${all.length} 人`, `At most ${t.most} are ranked, ${all.length} were`], [`请去掉 ${all.length - t.most} 人。`, `Remove ${all.length - t.most}.`])] : []),
  ]
}
