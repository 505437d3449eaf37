/** Rules of a notice that forwards another take the ids of the rules they restate, so that each stands against its own. */
import type { ResolvedDefinition, ResolvedRule } from '../../campaign/definition'
import { canonical } from '../../kernel/canonical'
import { ruleKindsTable } from '../../rules/kinds'
import type { RawRule } from './draft-definition'

/** What names a rule among those of its kind: the words a person would call it by. */
const named = (rule: Readonly<Record<string, unknown>>): string => {
  const words = (rule['name'] ?? rule['who'] ?? rule['text'] ?? rule['value']) as { zh?: string } | string | undefined
  return (typeof words === 'string' ? words : words?.zh ?? '').replace(/[（(].*?[)）]|\s|“|”/gu, '')
}

/** New id by old one, for those that change; a rule above is restated once at most. */
export const alignIds = (rules: readonly RawRule[], above: Pick<ResolvedDefinition, 'rules' | 'open'>): ReadonlyMap<string, string> => {
  const taken = new Set<string>()
  const ids = new Map<string, string>()
  for (const rule of rules) {
    const id = matching(rule, above).find((r) => !taken.has(r))
    if (id === undefined) continue
    taken.add(id)
    if (id !== rule.id) ids.set(rule.id, id)
  }
  // An id that the level above uses for something else would be read as a restatement.
  for (const rule of rules) if (!taken.has(rule.id) && !ids.has(rule.id) && above.rules.some((r) => r.id === rule.id && r.kind !== rule.kind)) ids.set(rule.id, `${rule.id}-own`)
  return ids
}

const matching = (rule: RawRule, above: Pick<ResolvedDefinition, 'rules' | 'open'>): string[] => {
  const stated = above.rules.filter((r) => r.kind === rule.kind)
  const open = above.open.filter((r) => r.kind === rule.kind).map((r) => r.id)
  const own = stated.filter((r) => r.id === rule.id).map((r) => r.id)
  if (ruleKindsTable[rule.kind].adding === 'single') {
    // One per something (a quota per role) restates the one of its own; one not stated yet is the usual one's.
    const per = (r: object): string => ruleKindsTable[rule.kind].onePer?.(r) ?? ''
    const mine = stated.filter((r) => per(r) === per(rule))
    return [...mine.filter((r) => r.id === rule.id).map((r) => r.id), ...mine.map((r) => r.id), ...(per({}) === per(rule) ? open : [])]
  }
  return [...own, ...stated.filter((r: ResolvedRule) => named(rule) !== '' && named(r as never) === named(rule)).map((r) => r.id), ...open.filter((id) => id === rule.id), ...open.filter((id) => id !== rule.id)]
}

/** What an office decides about a rule and no notice words: a restatement that is silent of it leaves it as the level above has it. */
const decidedAbove: Readonly<Record<string, readonly string[]>> = { procedureStep: ['after', 'evidence', 'optionalEvidence', 'record'], material: ['seals'] }

/** What is said, and beside it, part by part, what is not. */
const filled = (said: unknown, above: unknown): unknown => (said === undefined ? above : isPlain(said) && isPlain(above) ? { ...above, ...Object.fromEntries(Object.entries(said).map(([key, value]) => [key, filled(value, above[key])])) } : said)
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The rule as it restates the one above: with what it does not speak of taken over. */
export const restating = (rule: RawRule, above: ResolvedRule): RawRule => {
  if (rule.kind !== above.kind) return rule
  const upper = above as unknown as Readonly<Record<string, unknown>>
  const taken = Object.fromEntries((decidedAbove[rule.kind] ?? []).filter((key) => upper[key] !== undefined).map((key) => [key, filled(rule[key], upper[key])]))
  const [file, upperFile] = [rule['file'], upper['file']] as readonly (Readonly<Record<string, unknown>> | undefined)[]
  const points = rule.kind === 'material' && file !== undefined && upperFile?.['manual'] !== undefined && file['manual'] === undefined && file['type'] === upperFile['type'] ? { file: { ...file, manual: upperFile['manual'] } } : {}
  return { ...rule, ...taken, ...points }
}

/** Whether a notice's rule says of its own what the level above says already, in other words perhaps: then it is inherited and not stated again. */
export const saysTheSame = (rule: RawRule, above: ResolvedRule): boolean => {
  const parsed = ruleKindsTable[rule.kind].schema.safeParse(restating(rule, above))
  return parsed.success && rule.kind === above.kind && parameters(parsed.data) === parameters(above)
}

/** Parameters without the ground they rest on and without their wording. */
const parameters = (rule: object): string => {
  const { clause: _clause, basis: _basis, decided: _decided, rests: _rests, ...own } = rule as Record<string, unknown>
  return canonical(wordless(own))
}
const wordless = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(wordless)
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value).sort().join()
  return keys === 'en,zh' ? 'words' : Object.fromEntries(Object.entries(value).map(([k, v]) => [k, wordless(v)]))
}
