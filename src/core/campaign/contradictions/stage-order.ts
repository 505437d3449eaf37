/** Stages whose dates run against the order in which the notice lists them. */
import { sayDay } from '../../kernel/instant'
import { rulesOf, type ResolvedRule } from '../definition'
import { beside, cited, contradiction, type Check } from './matter'

type Stage = ResolvedRule<'stage'>
const first = (s: Stage) => s.from ?? s.to
const last = (s: Stage) => s.to ?? s.from

/** A later one begins before an earlier one does, or is over before the earlier one begins. Overlapping is no fault. */
const outOfOrder = (a: Stage, b: Stage): boolean => {
  const [from, next, over, start] = [a.from, b.from, last(b), first(a)]
  return (from !== null && next !== null && next < from) || (over !== null && start !== null && over < start)
}

export const stageOrder: Check = ({ definition }) => {
  const stages = rulesOf(definition, 'stage')
  return stages.flatMap((b, j) => {
    const a = stages.slice(0, j).find((s) => outOfOrder(s, b))
    if (a === undefined) return []
    const [early, late] = [sayDay(first(a)!), sayDay(first(b)!)]
    return [contradiction({ code: 'stageOrder', strength: 'warn', rule: b, against: beside(a),
      what: [`${cited(b).zh}列在${cited(a).zh}之后，日期却在前：${late.zh}，${early.zh}`, `${cited(b).en} is listed after ${cited(a).en} and dated before it: ${late.en}, ${early.en}`],
      mend: ['请改正日期；次序本应如此的，写明理由。', 'Mend the dates; if the order is meant so, say why.'] })]
  })
}
