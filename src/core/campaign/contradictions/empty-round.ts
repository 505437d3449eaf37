/** A vote nobody can win, a quorum no meeting has, places that grow from round to round. */
import { rulesOf } from '../definition'
import { beside, cited, contradiction, type Check } from './matter'

/** More than all. */
const overAll = (s: { readonly share: { readonly numerator: number; readonly denominator: number }; readonly inclusive: boolean }): boolean => !s.inclusive && s.share.numerator >= s.share.denominator

export const emptyRound: Check = ({ definition }) => {
  const rounds = rulesOf(definition, 'round')
  return rounds.flatMap((r, i) => {
    // Where no order is said, two rounds may run beside each other: then it is a question.
    const before = r.after === undefined ? rounds[i - 1] : rounds.find((o) => o.id === r.after)
    const at = cited(r)
    return [
      ...(overAll(r.threshold) ? [contradiction({ code: 'thresholdNever', strength: 'block', rule: r, what: [`${at.zh}要赞成票超过基数的全部，谁也通不过`, `${at.en} asks for more approvals than its whole base: nobody can pass`], mend: ['请改小通过票，或改为“不少于”。', 'Lower the threshold, or make it “at least”.'] })] : []),
      ...(overAll(r.quorum) ? [contradiction({ code: 'quorumNever', strength: 'block', rule: r, what: [`${at.zh}要实到超过应到的全部，永远不能投票`, `${at.en} asks for more jurors than there are: no meeting can vote`], mend: ['请改小法定人数，或改为“不少于”。', 'Lower the quorum, or make it “at least”.'] })] : []),
      ...(before !== undefined && r.places > before.places ? [contradiction({ code: 'placesGrow', strength: r.after === undefined ? 'warn' : 'block', rule: r, against: beside(before),
        what: [`${at.zh}名额 ${r.places} 个，多于前一轮${cited(before).zh}的 ${before.places} 个`, `${at.en} has ${r.places} places, more than the ${before.places} that ${cited(before).en} lets through`], mend: ['请改正名额，或调整两轮的次序。', 'Mend the places, or the order of the rounds.'] })] : []),
    ]
  })
}
