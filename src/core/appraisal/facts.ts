/** 逐项核实: the facts of a dossier, listed from it so that nobody types them twice. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import { paragraphsOf, sayPeriod, sayValue } from '../forms/values'
import { canonical } from '../kernel/canonical'
import type { Words } from '../kernel/finding'
import type { Answers, Fields } from '../nomination/form'
import type { Fact } from './record'

export interface FactSource {
  readonly fields: Fields
  /** As the reader may see them; absent: whole. */
  readonly shown?: Fields
  readonly answers: Pick<Answers, 'honours'>
  readonly materials: readonly { readonly materialId: string; readonly name: string; readonly sha256?: string }[]
}
/** Text → a mark of it under a key of the installation. */
export type MarkOf = (text: string) => string

/** Of rows and paragraphs their own words are the key: a row put before them opens none of the others. */
const keyDigits = 16
const part = (of: string, mark: string): string => `${of}/${mark.slice(0, keyDigits)}`

/** @param materials ids of those verified; undefined: all that are neither seals nor evidence of a step */
export const factsOf = (d: Pick<ResolvedDefinition, 'rules'>, s: FactSource, materials: readonly string[] | undefined, markOf: MarkOf): Fact[] => {
  const mark = (of: string, value: unknown): string => markOf(canonical({ of, value } as never))
  const found = [...rulesOf(d, 'formField').filter((f) => f.section !== 'opinion').flatMap((f) => ofField(d, f, s, mark)), ...ofHonours(s, mark), ...ofMaterials(d, s, materials, mark)]
  return found.filter((f, i) => found.findIndex((o) => o.key === f.key) === i)
}

type Mark = (of: string, value: unknown) => string

const ofField = (d: Pick<ResolvedDefinition, 'rules'>, f: ResolvedRule<'formField'>, { fields, shown = fields }: FactSource, mark: Mark): Fact[] => {
  const value = fields[f.field]
  if (value === undefined) return []
  if (typeof value !== 'string') return numbered(f.label, '段', 'row', f.field, value.filter((e) => e.what.trim() !== '').map((e) => ({ value: `${sayPeriod(e)}　${e.what}`, mark: mark(f.field, { ...e }) })))
  if (value.trim() === '') return []
  if (f.type === 'longText') return numbered(f.label, '段', 'paragraph', f.field, paragraphsOf(value).map((p) => ({ value: p, mark: mark(f.field, p) })))
  return [{ key: f.field, of: f.field, label: f.label, value: sayValue(d, f, shown), mark: mark(f.field, value.trim()) }]
}

const numbered = (label: Words, zh: string, en: string, of: string, parts: readonly { readonly value: string; readonly mark: string }[]): Fact[] => parts.map((p, i) => ({
  key: part(of, p.mark), of, value: p.value, mark: p.mark, label: parts.length === 1 ? label : { zh: `${label.zh}第 ${i + 1} ${zh}`, en: `${label.en}, ${en} ${i + 1}` },
}))

const ofHonours = ({ answers }: FactSource, mark: Mark): Fact[] => (answers.honours?.['candidate'] ?? []).filter((h) => h.name.trim() !== '').map((h) => {
  const own = mark('honours', { ...h })
  return { key: part('+honour', own), of: '+honour', label: { zh: '已获荣誉', en: 'Honour' }, value: `${h.name}（${h.year}）`, mark: own }
})

const evidenceOf = (d: Pick<ResolvedDefinition, 'rules'>): Set<string> => new Set(rulesOf(d, 'procedureStep').flatMap((r) => [...(r.evidence ?? []), ...(r.optionalEvidence ?? [])]))

const ofMaterials = (d: Pick<ResolvedDefinition, 'rules'>, { materials }: FactSource, only: readonly string[] | undefined, mark: Mark): Fact[] => {
  const evidence = evidenceOf(d)
  const asked = rulesOf(d, 'material').filter((m) => (only === undefined ? m.group !== 'stamped' && !evidence.has(m.id) : only.includes(m.id)))
  return asked.flatMap((rule) => materials.filter((m) => m.materialId === rule.id).map((m): Fact => {
    const own = mark(`+${rule.id}`, m.sha256 ?? m.name)
    return { key: part(`+${rule.id}`, own), of: `+${rule.id}`, label: rule.name, value: m.name, mark: own }
  }))
}
