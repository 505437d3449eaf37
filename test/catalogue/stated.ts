/** What one Chinese sentence states of a rule: its numbers, days, choices and Chinese words. Everything a sentence cannot state is named here, with why. */
import { ruleKindsTable } from '#core/rules/kinds'
import { endOfDeadline } from '#core/rules/deadline'
import { endOfDue } from '#core/rules/due-date'
import type { RuleKind, StatedRule } from '#core/rules/rule'

type Raw = Readonly<Record<string, unknown>>

/** Parameters that the sentence of a kind does not state. */
export const unstated: { readonly [K in RuleKind]?: readonly string[] } = {
  // The product says duties in words of its own, and they inform; the notice's sentence is kept as the clause.
  duty: ['text', 'strength'],
  // Words of publicity have no word for how hard they bind.
  publicity: ['strength'],
  // `since` is the id of the form's answer.
  seniority: ['since'],
  // “附证明”, “附书面意见”, “附书面材料”: which material that is, is an id.
  requiredHonour: ['evidence'], opinion: ['evidence'], reportBack: ['material'],
  // `after` names another step by its id, `evidence` a material.
  procedureStep: ['after', 'evidence'],
  // Which rounds come before is told by ids; how many votes one juror has, and whether recused jurors leave the base, the sentence does not say.
  round: ['after', 'disjointFrom', 'maxApprovals'],
  // The group is the page's heading; which sheets it agrees with is told by ids.
  material: ['group', 'agreesWith'],
  // Days of the notice are said only where both are known.
  publicNotice: ['from'],
}

/** Of a vote of the public the sentence gives neither ballot nor shares of a jury. */
const unsaidOf = (rule: Raw): readonly string[] => [
  ...(unstated[rule['kind'] as RuleKind] ?? []), ...(rule['method'] === 'publicVote' ? ['ballot', 'quorum', 'threshold'] : []),
  // An issuer without a second one stands on the page beside the sentence.
  ...(rule['kind'] === 'material' && rule['orIssuedBy'] === undefined ? ['issuedBy'] : []),
]

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)
/** Words and properties by their Chinese: English words and ids are in no notice. 兼报两类的 and 兼报两类者 are the same people. */
const inChinese = (v: unknown): unknown => {
  // The order of choices says nothing.
  if (Array.isArray(v)) return v.every((x) => typeof x === 'string') ? v.toSorted() : v.map(inChinese)
  if (!isRecord(v)) return v
  if (typeof v['zh'] === 'string') return v['zh'].replaceAll(' ', '').replace(/[的者]$/u, '')
  const { id: _, property: __, ...rest } = v
  return Object.fromEntries(Object.entries(rest).filter(([, x]) => x !== undefined).map(([k, x]) => [k, inChinese(x)]))
}
const without = (rule: Raw, keys: readonly string[]): Raw => Object.fromEntries(Object.entries(rule).filter(([k, v]) => v !== undefined && !['id', 'clause', 'basis', 'decided', ...keys].includes(k)))

/** Where the same is said in two ways: an end of the day before or of the day; a body by its sort or by its name. */
const alike = (rule: StatedRule): Raw => {
  switch (rule.kind) {
    case 'deadline': return { end: endOfDeadline(rule) }
    case 'dueDate': return { ...without(rule, ['day', 'time', 'endOfWork', 'dayIncluded']), end: endOfDue(rule, undefined), ofWork: rule.endOfWork !== undefined, counts: rule.before === undefined || rule.dayIncluded }
    case 'quota': return { ...without(rule, ['byType', 'named']), each: [...(rule.byType ?? []).map((t) => [t.type, t.max]), ...(rule.named ?? []).map((n) => [n.name.zh, n.max])] }
    default: return without(rule, [])
  }
}

/** @param as the rule whose sentence was read: it fills in what the sentence does not state, so that what is left can be parsed with its defaults */
export const stated = (read: Raw, as: StatedRule): unknown => {
  const hidden = unsaidOf(as as unknown as Raw)
  const filled = { ...without(read, hidden), ...Object.fromEntries(Object.entries(as).filter(([k]) => hidden.includes(k))), kind: as.kind, id: as.id, clause: as.clause }
  const parsed = ruleKindsTable[as.kind].schema.safeParse(filled)
  return inChinese(without(parsed.success ? alike(parsed.data as StatedRule) : without(read, hidden), hidden))
}
