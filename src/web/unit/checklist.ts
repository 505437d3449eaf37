/** The checklist of a nomination as data: which rows there are, in the order of the notice, and how each stands. Pages only set it in words. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import type { ClauseRef } from '#core/kernel/clause'
import type { Finding } from '#core/kernel/finding'
import { asksOf, honoursAsked, type Asked } from '#core/nomination/asks'
import { isAppraised } from '#core/rules/step-record'
import { asAsked } from '#core/rules/material-terms'
import { blocksOf, findingsOf, type MaterialFile, type Nomination } from './reading'

export type Group = 'form' | 'text' | 'image' | 'stamped' | 'procedure' | 'eligibility' | 'approval'
interface RowBase {
  key: string
  group: Group
  /** Below the nomination's address: `form`, `materials#material-photos`. */
  to: string
  clauses: readonly ClauseRef[]
  findings: readonly Finding[]
  /** Nothing has been done about it yet. */
  untouched: boolean
}
export type Row =
  | (RowBase & { kind: 'form'; filled: number; fields: number })
  | (RowBase & { kind: 'material'; rule: ResolvedRule<'material'>; files: readonly MaterialFile[] })
  | (RowBase & { kind: 'step'; rule: ResolvedRule<'procedureStep'>; day: string })
  | (RowBase & { kind: 'exclusions'; answered: number; questions: number })
  | (RowBase & { kind: 'declarations'; confirmed: number; declarations: number })

/** Clauses once each, the most telling first: those of the findings. */
const clausesOf = (findings: readonly Finding[], rules: readonly { readonly rests: ClauseRef }[]): ClauseRef[] => {
  const all = [...blocksOf(findings).map((f) => f.clause), ...rules.map((r) => r.rests)].filter((c) => c !== null)
  return all.filter((c, i) => all.findIndex((d) => d.number === c.number && d.decidedOn === c.decidedOn) === i).slice(0, 2)
}

const isFilled = (value: Nomination['fields'][string] | undefined): boolean => (typeof value === 'string' ? value.trim() !== '' : (value?.length ?? 0) > 0)

const formRow = (d: ResolvedDefinition, n: Nomination): Row => {
  const rules = rulesOf(d, 'formField')
  const keys = new Set(rules.map((r) => r.field))
  const findings = findingsOf(n.findings).filter((f) => f.at.field !== undefined && keys.has(f.at.field))
  const filled = rules.filter((r) => isFilled(n.fields[r.field])).length
  return { key: 'form', kind: 'form', group: 'form', to: 'form', clauses: clausesOf(findings, rules).slice(0, 1), findings, filled, fields: rules.length, untouched: filled <= 1 }
}

const materialRow = (n: Nomination, stated: ResolvedRule<'material'>): Row => {
  const rule = asAsked(stated, n.answers)
  const files = n.materials.filter((m) => m.materialId === rule.id)
  const findings = findingsOf(n.findings).filter((f) => f.at.material === rule.id)
  return { key: rule.id, kind: 'material', group: rule.group, to: `materials#material-${rule.id}`, clauses: clausesOf([], [rule]), findings, rule, files, untouched: files.length === 0 }
}

const stepRow = (n: Nomination, rule: ResolvedRule<'procedureStep'>): Row => {
  const findings = findingsOf(n.findings).filter((f) => f.at.field === `step.${rule.id}`)
  const day = n.answers.steps[rule.id]?.day ?? ''
  const appraised = isAppraised(rule)
  return { key: rule.id, kind: 'step', group: 'procedure', to: appraised ? 'appraisal' : `answers#step-${rule.id}`, clauses: clausesOf([], [rule]), findings, rule, day, untouched: appraised ? findings.some((f) => f.code === 'step.missing') : n.answers.steps[rule.id] === undefined }
}

const eligibilityRows = (d: ResolvedDefinition, n: Nomination): Row[] => {
  const at = (prefix: string) => findingsOf(n.findings).filter((f) => f.at.field?.startsWith(`${prefix}.`))
  const [exclusions, declarations] = [rulesOf(d, 'exclusion'), rulesOf(d, 'declaration').filter((r) => r.by === 'clerk')]
  const [asks, honours] = [asksOf(d, n.answers), honoursAsked(d)]
  const given = (a: Asked): boolean => (a.type === 'yesNo' ? n.answers.properties[a.id] !== undefined : (n.answers.values[a.id] ?? '') !== '')
  const questions = exclusions.length + asks.length + (honours === null ? 0 : 1)
  const answered = exclusions.filter((r) => n.answers.exclusions[r.id] !== undefined).length + asks.filter(given).length + (honours !== null && n.answers.honours['candidate'] !== undefined ? 1 : 0)
  const asked = [...at('exclusion'), ...at('property'), ...at('quota'), ...at('proportion'), ...findingsOf(n.findings).filter((f) => f.at.field === 'honours')]
  const reviews = rulesOf(d, 'declaration').filter((r) => r.secrecyReview === true)
  const unreviewed = at('review')
  const confirmed = declarations.filter((r) => n.answers.declarations[r.id] === true).length + reviews.length - new Set(unreviewed.map((f) => f.at.field)).size
  const own = new Set(declarations.map((r) => `declaration.${r.id}`))
  const missing = [...at('declaration').filter((f) => own.has(f.at.field ?? '')), ...unreviewed]
  const whole = declarations.length + reviews.length
  const first = missing[0]?.at.field?.replace('.', '-') ?? 'declarations'
  return [
    ...(questions === 0 ? [] : [{ key: 'exclusions', kind: 'exclusions', group: 'eligibility', to: 'answers#exclusions', clauses: clausesOf(asked, [...exclusions, ...asks]).slice(0, 1), findings: asked, answered, questions, untouched: answered === 0 } as const]),
    ...(whole === 0 ? [] : [{ key: 'declarations', kind: 'declarations', group: 'eligibility', to: `answers#${first}`, clauses: clausesOf(missing, [...declarations, ...reviews]).slice(0, 1), findings: missing, confirmed, declarations: whole, untouched: confirmed === 0 } as const]),
  ]
}

const order: readonly Group[] = ['form', 'text', 'image', 'stamped', 'procedure', 'eligibility']

export const checklistRows = (d: ResolvedDefinition, n: Nomination): Row[] => {
  const rows = [
    formRow(d, n), ...rulesOf(d, 'material').map((rule) => materialRow(n, rule)), ...rulesOf(d, 'procedureStep').map((rule) => stepRow(n, rule)), ...eligibilityRows(d, n),
  ]
  return rows.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}

/** The row that keeps the nomination from going on: the first with a blocking finding. */
export const firstOpen = (rows: readonly Row[]): Row | undefined => rows.find((row) => blocksOf(row.findings).length > 0)
