/** What the browser can say about a file before a byte is sent: its facts, which material it may be, and what the rules say. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import { judgeCount } from '#core/materials/count'
import { judgeFile, judgeSize } from '#core/materials/judge'
import { goesForPortrait, recogniseMaterial } from '#core/materials/recognise'
import { inspectInBrowser } from '../../ui/files/inspect-in-browser'

type Rule = ResolvedRule<'material'>
export interface Inspected { readonly facts: Facts; readonly candidates: readonly string[] }

/** The ground of a picture is read where it may become a portrait; faces are looked for where it goes for one. */
export const inspect = async (definition: ResolvedDefinition, file: File, materialId: string | null): Promise<Inspected> => {
  const rules = rulesOf(definition, 'material')
  const own = rules.filter((r) => materialId === null || r.id === materialId)
  const seen = await inspectInBrowser(file, { border: own.some((r) => r.file.type === 'portrait') })
  const facts = goesForPortrait(own, seen) ? await inspectInBrowser(file, { border: true, faces: true }) : seen
  return { facts, candidates: materialId === null ? recogniseMaterial(rules, facts) : [materialId] }
}

/** Size alone first: a file far too large is never read. */
export const judgeBefore = (rule: Rule, file: { name: string; bytes: number }): Finding[] => judgeSize(rule, file)

/** @param held files of this material that are kept or under way. A single one is replaced, so it is never one too many. */
export const judgeWhole = (rule: Rule, facts: Facts, held: number): Finding[] => [
  ...(rule.max !== null && rule.max !== 1 && held + 1 > rule.max ? judgeCount(rule, held + 1) : []), ...judgeFile(rule, facts),
]

/** Pictures and films say themselves what they are; of papers several may fit, and a person chooses. */
export const mustChoose = (facts: Facts, candidates: readonly string[]): boolean => candidates.length === 0 || (facts.kind === 'document' && candidates.length > 1)
