/** 收紧 and never 放宽: what a child definition allows more than what holds above it. */
import type { ClauseRef } from '../kernel/clause'
import { finding, type Finding, type Strength, type Words } from '../kernel/finding'
import { kindOf, ruleKindsTable } from '../rules/kinds'
import type { StatedRule } from '../rules/rule'
import type { Loosening } from '../rules/tightness'
import type { Definition, ResolvedDefinition, ResolvedRule } from './definition'
import { isStated, restsOf } from './resolve'

/** What holds at the level above. */
export type Above = Pick<ResolvedDefinition, 'rules' | 'open'>

/** Empty, or every loosening at once, each naming both clauses. An overlay cannot delete, so what it does not name stays as it is above. */
export const tighten = (parent: Above, child: Definition): Finding[] =>
  child.rules.filter(isStated).flatMap((rule) => {
    const own = restsOf(rule, child)
    const above = parent.rules.find((r) => r.id === rule.id)
    if (above !== undefined) return restated(rule, above, own)
    const open = parent.open.find((o) => o.id === rule.id)
    if (open !== undefined) return open.kind === rule.kind ? [] : [otherKind(rule, open.kind, null, own)]
    return added(rule, parent, own)
  })

const restated = (rule: StatedRule, above: ResolvedRule, own: ClauseRef): Finding[] => {
  if (rule.kind !== above.kind) return [otherKind(rule, above.kind, above.rests, own)]
  return loosenings(rule, above).map((l) => refuse(rule, l, above.rests, own))
}

/** In what a rule allows more than another of its kind, its force included; empty: it is as tight or tighter. */
export const loosenings = <R extends StatedRule>(rule: R, than: R): Loosening[] => [...weaker(rule, than), ...kindOf(rule).tightens(rule, than)]

const order: readonly Strength[] = ['note', 'warn', 'block']
const strengths: Readonly<Record<Strength, Words>> = { block: { zh: '不得', en: 'must' }, warn: { zh: '原则上', en: 'as a rule' }, note: { zh: '提示', en: 'advice' } }
const weaker = (rule: StatedRule, above: StatedRule): Loosening[] => (order.indexOf(rule.strength) >= order.indexOf(above.strength) ? [] : [{
  aspect: 'strength', strength: 'block', label: { zh: `${kindOf(rule).name.zh}“${rule.id}”的效力`, en: `the force of ${kindOf(rule).name.en.toLowerCase()} “${rule.id}”` }, upper: strengths[above.strength], own: strengths[rule.strength],
}])

const added = (rule: StatedRule, parent: Above, own: ClauseRef): Finding[] => {
  const { adding, name, onePer = () => '' } = ruleKindsTable[rule.kind]
  const alike = (r: { readonly kind: string }): boolean => r.kind === rule.kind && onePer(r) === onePer(rule)
  const above = adding === 'free' ? undefined : parent.rules.find(alike) ?? (adding === 'single' ? parent.open.find(alike) : undefined)
  if (above === undefined) return []
  const upper = 'rests' in above ? above.rests : null
  const use: readonly [string, string] = [`用上级的代号 ${above.id} 重写这一条。`, `Restate the rule under the id ${above.id} of the level above.`]
  return [adding === 'single'
    ? both(rule, 'second', upper, own, [`${name.zh}只能有一条，上级已用代号 ${above.id}`, `There is one ${name.en.toLowerCase()}, and the level above calls it ${above.id}`], use)
    : both(rule, 'added', upper, own, [`上级没有列出${name.zh}“${rule.id}”，增加即放宽`, `The level above does not list the ${name.en.toLowerCase()} “${rule.id}”; adding it lets in more`], ['请删去这一条。', 'Remove this rule.'])]
}

const otherKind = (rule: StatedRule, kind: StatedRule['kind'], upper: ClauseRef | null, own: ClauseRef): Finding =>
  both(rule, 'kind', upper, own, [`代号 ${rule.id} 在上级是${ruleKindsTable[kind].name.zh}，这里是${ruleKindsTable[rule.kind].name.zh}`, `${rule.id} is a ${kind} above and a ${rule.kind} here`], ['请另取代号。', 'Give it another id.'])

const refuse = (rule: StatedRule, l: Loosening, upper: ClauseRef, own: ClauseRef): Finding => (l.strength === 'block'
  ? both(rule, l.aspect, upper, own, [`${l.label.zh}放宽了：上级为“${l.upper.zh}”，本级为“${l.own.zh}”`, `Loosened: ${l.label.en} is “${l.upper.en}” above and “${l.own.en}” here`], [`请改为“${l.upper.zh}”或更严，或删去本级这一条，沿用上级。`, `Set it to “${l.upper.en}” or stricter, or remove the rule here and keep the one above.`])
  : both(rule, l.aspect, upper, own, [`${l.label.zh}与上级文字不同：上级为“${l.upper.zh}”，本级为“${l.own.zh}”`, `Worded otherwise: ${l.label.en} is “${l.upper.en}” above and “${l.own.en}” here`], ['请核对没有放宽；只是换说法的，不必改。', 'Make sure it allows no more; if only the words differ, leave it.'], 'warn'))

const both = (rule: StatedRule, aspect: string, upper: ClauseRef | null, own: ClauseRef, what: readonly [string, string], mend: readonly [string, string], strength: Strength = 'block'): Finding => finding({
  code: `tighten.${rule.kind}.${aspect}`, strength, at: { field: `rule.${rule.id}` }, rule: upper === null ? null : { rests: upper, strength },
  what: [`${what[0]}（上级依据：${upper === null ? '未规定' : cite(upper).zh}；本级依据：${cite(own).zh}）。`, `${what[1]} (above: ${upper === null ? 'not stated' : cite(upper).en}; here: ${cite(own).en}).`], mend,
})

/** A clause in one breath: whose, its number, and what it says. */
const cite = (c: ClauseRef): Words => (c.number === null
  ? { zh: `${c.source?.zh ?? ''} ${c.decidedOn ?? ''} 决定“${c.zh}”`, en: `decision of ${c.source?.en ?? 'the office'}, ${c.decidedOn ?? ''}: “${c.en}”` }
  : { zh: `${c.source?.zh ?? ''} ${c.number}“${c.zh}”`, en: `${c.source?.en ?? ''} ${c.number} “${c.en}”` })
