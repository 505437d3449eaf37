/** Which steps an appraisal has: those of the definition, or, where it prescribes none, the office's own of the usual shape. */
import { rulesOf, type ResolvedDefinition } from '../campaign/definition'
import { appraisalParts, isAppraised, type AppraisalPart, type RecordedStep } from '../rules/step-record'
import { factsOf, type FactSource, type MarkOf } from './facts'
import type { AppraisalCase, AppraisalItem, AppraisalOwner, Fact, ItemKind, SentItem } from './record'

type Rules = Pick<ResolvedDefinition, 'rules'>

export const appraisalSteps = (d: Rules): RecordedStep[] => rulesOf(d, 'procedureStep').filter(isAppraised)

/** Held by an office that no notice asks for it: nothing of it is prescribed, and nothing stops anything. */
export const ownStep: RecordedStep = {
  id: 'own', kind: 'procedureStep', strength: 'note', name: { zh: '考核调研', en: 'Appraisal' }, attendance: [], record: { visit: true, symposium: { remote: true }, talks: { least: 1 }, verification: { unverified: 'warn', differing: 'warn', unknown: 'warn' } },
  rests: { number: null, zh: '活动办公室自行组织的考核调研', en: 'An appraisal that the office holds itself' },
}
export const stepsFor = (d: Rules, owner: AppraisalOwner): RecordedStep[] => {
  const prescribed = appraisalSteps(d)
  return prescribed.length > 0 || owner === 'unit' ? prescribed : [ownStep]
}
export const partsOf = (s: RecordedStep): AppraisalPart[] => appraisalParts.filter((p) => s.record?.[p] !== undefined)

const partOf: Readonly<Record<Exclude<ItemKind, 'conclusion'>, AppraisalPart>> = { visit: 'visit', symposium: 'symposium', seat: 'symposium', talk: 'talks', verdict: 'verification' }
/** Whether the appraisal has room for such an item: its step asks for that part. The conclusion is of the whole. */
export const hasRoom = (steps: readonly RecordedStep[], { kind, step }: Pick<SentItem, 'kind' | 'step'>): boolean => {
  if (kind === 'conclusion') return step === ''
  const own = steps.find((s) => s.id === step)
  return own !== undefined && own.record?.[partOf[kind]] !== undefined
}

/** The facts to verify, by step. */
export const factsByStep = (d: Rules, steps: readonly RecordedStep[], source: FactSource, mark: MarkOf): Readonly<Record<string, readonly Fact[]>> =>
  Object.fromEntries(steps.flatMap((s) => (s.record?.verification === undefined ? [] : [[s.id, factsOf(d, source, s.record.verification.materials, mark)] as const])))

/** What is stored of one appraisal, with the key its marks are made under. */
export interface StoredAppraisal { readonly items: readonly AppraisalItem[]; readonly closed: boolean; readonly mark: MarkOf }

export const appraisalCase = (d: Rules, source: FactSource, { items, closed, mark }: StoredAppraisal): AppraisalCase => ({ items, closed, facts: factsByStep(d, appraisalSteps(d), source, mark) })
