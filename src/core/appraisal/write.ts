/** What may be written into an appraisal, and when it may be closed. */
import { blocking, finding, type Finding, type Words } from '../kernel/finding'
import type { RecordedStep } from '../rules/step-record'
import { sureIn } from '../secrecy/marked-values'
import { markedField } from '../secrecy/say'
import { judgeAppraised } from './judge-step'
import type { AppraisalCase, ItemKind, SentItem } from './record'
import { isSettled, standingsOf } from './standings'
import { hasRoom } from './steps'

const names: Readonly<Record<ItemKind, Words>> = { visit: { zh: '走访', en: 'Visit' }, symposium: { zh: '座谈会', en: 'Symposium' }, seat: { zh: '参加人员', en: 'Who attended' }, talk: { zh: '个别谈话', en: 'Talk' }, verdict: { zh: '逐项核实', en: 'Verification' }, conclusion: { zh: '考核意见', en: 'Conclusion' } }
/** Where a page shows what is wrong with an item. */
export const itemField = ({ kind, step, key }: Pick<SentItem, 'kind' | 'step' | 'key'>): string => `${kind}.${step}.${key}`

/** 密级标志 in what was written: browser and server ask the same. */
export const markedItem = (item: SentItem): Finding[] => {
  const markings = item.content === null ? [] : sureIn(item.content)
  return markings.length === 0 ? [] : [markedField(itemField(item), names[item.kind], markings)]
}

/** Everything that keeps items from being kept: a place nobody asks for, a fact that is another by now, a 密级标志. */
export const judgeSent = (steps: readonly RecordedStep[], facts: AppraisalCase['facts'], sent: readonly SentItem[]): Finding[] => sent.flatMap((item): Finding[] => {
  const no = (code: string, what: [string, string], mend: [string, string]): Finding[] => [finding({ code, strength: 'block', rule: null, at: { field: itemField(item) }, what, mend })]
  if (!hasRoom(steps, item)) return no('appraisal.noRoom', ['方案没有要求记这一项', 'The definition does not ask for this'], ['请刷新页面。', 'Reload the page.'])
  const marked = markedItem(item)
  if (marked.length > 0 || item.content === null) return marked
  if (item.kind !== 'verdict') return []
  const fact = facts[item.step]?.find((f) => f.key === item.key)
  return fact?.mark === item.content.mark ? [] : no('verification.moved', ['这一项刚改过，核实结果没有保存', 'This was just changed; the verdict was not kept'], ['请看现在的内容，再核实一次。', 'Look at what it says now and verify it again.'])
})

/** A day or more of writing is told once a sitting: after so long a rest it is another. */
export const SITTING_MS = 10 * 60_000

/** What still stands against closing; of facts that warn and posts that the approver has yet to confirm nobody waits. */
export const judgeClosing = (steps: readonly RecordedStep[], appraisal: AppraisalCase, now: number): Finding[] =>
  blocking(steps.flatMap((rule) => judgeAppraised(rule, { appraisal, now, by: 'clerk' })))

/** 逐项核实完毕: how many facts there are and how they stand; null while one is open. */
export const verifiedCounts = (steps: readonly RecordedStep[], { facts, items }: Pick<AppraisalCase, 'facts' | 'items'>): { readonly facts: number; readonly differs: number; readonly unknown: number } | null => {
  const all = steps.flatMap((s) => standingsOf(facts[s.id] ?? [], items, s.id))
  if (all.length === 0 || !all.every(isSettled)) return null
  return { facts: all.length, differs: all.filter((s) => s.state === 'differs').length, unknown: all.filter((s) => s.state === 'unknown').length }
}
