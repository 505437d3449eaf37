import { finding, type Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import { lengthOf } from '../nomination/form'

/** Whose summary is judged; `id` is where the finding is shown. */
export interface Summary { readonly id: string; readonly name: string; readonly text: string }

/** 一句话事迹: each person has one, of no more characters than the rule says. Spaces around it are not counted and not published. */
export const judgeSummaries = (rule: ResolvedRule<'publicNotice'>, people: readonly Summary[]): Finding[] => people.flatMap((p) => {
  const n = lengthOf(p.text.trim())
  const most = rule.summary?.maxLength ?? Infinity
  const at = { field: p.id }
  if (n === 0) return [finding({ code: 'summary.missing', strength: 'block', rule, at, what: [`${p.name}还没有一句话事迹`, `${p.name} has no summary yet`],
    mend: most === Infinity ? ['请写一句。', 'Write one sentence.'] : [`请写一句，不超过 ${most} 字。`, `Write one sentence, at most ${most} characters.`] })]
  return n <= most ? [] : [finding({ code: 'summary.long', strength: 'block', rule, at, what: [`${p.name}的一句话事迹 ${n} 字，超过 ${most} 字`, `The summary of ${p.name} has ${n} characters, more than ${most}`], mend: [`请删去 ${n - most} 字。`, `Take out ${n - most} characters.`] })]
})
