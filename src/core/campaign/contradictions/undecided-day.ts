/** “5月23日前” has two readings; one that nobody decided is told, so that units need not ask. */
import { sayEnd } from '../../kernel/instant'
import { endOfDeadline } from '../../rules/deadline'
import { endOfDue } from '../../rules/due-date'
import { rulesOf, type ResolvedRule } from '../definition'
import { cited, contradiction, inText, type Check } from './matter'

const before = /[日号] ?(?:以|之)?前/u

/** Its clause says 前, and no decision says whether the day counts. */
const open = (rule: ResolvedRule<'deadline'> | ResolvedRule<'dueDate'>): boolean =>
  before.test(rule.rests.zh) && rule.time === null && rule.basis === undefined && rule.decided?.some((d) => d.parameter === 'dayIncluded') !== true

export const undecidedDay: Check = ({ definition }) => [...rulesOf(definition, 'deadline'), ...rulesOf(definition, 'dueDate')].filter(open).map((rule) => {
  const at = rule.kind === 'deadline' ? endOfDeadline(rule) : endOfDue(rule, undefined)
  const end = at === undefined ? { zh: '—', en: '—' } : sayEnd(at)
  return contradiction({ code: 'undecidedDay', strength: 'note', rule, against: inText({ zh: `原文：${rule.rests.zh}`, en: `the words: ${rule.rests.en}` }),
    what: [`${cited(rule).zh}写“前”，含不含当日没有写明是谁定的；现在按 ${end.zh} 止`, `${cited(rule).en} says “before”; nobody recorded whether the day itself counts. It now ends ${end.en}`], mend: ['请在方案里把“是否含当日”记为办公室决定。', 'Record in the definition, as the office’s decision, whether the day counts.'] })
})
