/** 名单: what the rules have against a whole list, of this level or of the winners. A unit's own list is judged with each of its nominations. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { Finding } from '../kernel/finding'
import type { Person } from '../rules/case'
import { kindOf } from '../rules/kinds'
import { roleOf } from '../rules/quota-terms'

export type JudgedList = 'level' | 'winners'

/** A preference is a note on any list that somebody puts together. */
const judges = (rule: ResolvedRule, over: JudgedList): boolean => (rule.kind === 'preference' ? true : rule.kind === 'proportion' ? rule.over === over : rule.kind === 'quota' && over === 'winners' && roleOf(rule) === 'winners')

/** What the units were never asked cannot stop a list whose nominations are in: it is said. */
export const judgeList = (definition: Pick<ResolvedDefinition, 'rules'>, over: JudgedList, list: readonly Person[]): Finding[] =>
  [...rulesOf(definition, 'quota'), ...rulesOf(definition, 'proportion'), ...rulesOf(definition, 'preference')].filter((rule) => judges(rule, over)).flatMap((rule) => kindOf(rule).judge?.(rule, { list }) ?? [])
    .map((f) => (f.code.endsWith('.unanswered') && f.strength === 'block' ? { ...f, strength: 'warn' } : f))
