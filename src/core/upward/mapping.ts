/** 向上推荐: what of one of our dossiers fills what the level above asks, what it asks beyond, and what is different in kind. Nothing is typed again, and nothing is invented. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import { blocking, finding, type Finding } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import type { Facts } from '../materials/facts'
import { judgeFile } from '../materials/judge'
import { asksOf } from '../nomination/asks'
import { checkFields } from '../nomination/check-fields'
import { noAnswers, textOf, type Answers, type Fields, type FieldValue } from '../nomination/form'
import { asAsked } from '../rules/material-terms'
import { personOf } from '../nomination/case'
import { choiceFor, fieldFor, materialFor, type FoundBy } from './meaning'

type Rules = Pick<ResolvedDefinition, 'rules'>
export interface OurFile { readonly materialId: string; readonly ordinal: number; readonly name: string; readonly sha256: string; readonly facts: Facts }
export interface OurDossier { readonly definition: Rules; readonly fields: Fields; readonly answers: Answers; readonly files: readonly OurFile[] }

/** `filled`: it fits as it is; `unfit`: something is there and is mended, not typed anew; `missing`: asked and not there; `spare`: not there and need not be. */
export type Standing = 'filled' | 'unfit' | 'missing' | 'spare'
export interface FieldLine { readonly rule: ResolvedRule<'formField'>; readonly from: ResolvedRule<'formField'> | null; readonly by: FoundBy | null; readonly standing: Standing; readonly findings: readonly Finding[] }
export interface MaterialLine {
  readonly rule: ResolvedRule<'material'>
  readonly from: ResolvedRule<'material'> | null
  readonly by: FoundBy | null
  /** `afresh`: their form, to be printed from what is filled in and sealed anew. */
  readonly standing: Standing | 'afresh'
  readonly taken: readonly OurFile[]
  readonly leftOut: readonly { readonly file: OurFile; readonly findings: readonly Finding[] }[]
  /** How many files it still asks for. */
  readonly missing: number
}
export interface Mapped {
  readonly fields: Fields
  readonly answers: Answers
  readonly fieldLines: readonly FieldLine[]
  readonly materialLines: readonly MaterialLine[]
  /** Ours that nothing above asks for: they stay here. */
  readonly notAsked: { readonly fields: readonly ResolvedRule<'formField'>[]; readonly materials: readonly ResolvedRule<'material'>[] }
}

/** @param now day by which ages and dates of the form are read */
export const mapUpward = (theirs: Rules, ours: OurDossier, now: Instant): Mapped => {
  const values = rulesOf(theirs, 'formField').map((rule) => ({ rule, ...valueFor(rule, theirs, ours) }))
  const fields = Object.fromEntries(values.flatMap(({ rule, value }) => (value === null ? [] : [[rule.field, value]]))) as Fields
  const answers = answersFor(theirs, ours)
  const found = checkFields(theirs as ResolvedDefinition, fields, now)
  const fieldLines = values.map(({ rule, value, from, by, lost }): FieldLine => {
    const own = [...lost, ...found.filter((f) => f.at.field === rule.field && f.code !== 'field.missing')]
    return { rule, from, by, findings: own, standing: value === null ? (rule.required ? 'missing' : 'spare') : blocking(own).length > 0 ? 'unfit' : 'filled' }
  })
  const person = personOf(fields, answers)
  const materialLines = rulesOf(theirs, 'material').map((rule) => lineFor(asAsked(rule, person), ours))
  return {
    fields, answers, fieldLines, materialLines,
    notAsked: {
      fields: rulesOf(ours.definition, 'formField').filter((f) => !fieldLines.some((l) => l.from?.id === f.id) && isFilled(ours.fields[f.field])),
      materials: rulesOf(ours.definition, 'material').filter((m) => !materialLines.some((l) => l.from?.id === m.id) && ours.files.some((f) => f.materialId === m.id)),
    },
  }
}

const isFilled = (value: FieldValue | undefined): boolean => (typeof value === 'string' ? value.trim() !== '' : (value ?? []).length > 0)

interface Carried { readonly value: FieldValue | null; readonly from: ResolvedRule<'formField'> | null; readonly by: FoundBy | null; readonly lost: readonly Finding[] }
const valueFor = (rule: ResolvedRule<'formField'>, theirs: Rules, ours: OurDossier): Carried => {
  // Whose opinion it is changes with the level: ours is another than that of the unit that put the person forward here.
  if (rule.section === 'opinion') return { value: null, from: null, by: null, lost: [] }
  const match = fieldFor(rule, ours.definition)
  const value = match === null ? undefined : ours.fields[match.rule.field]
  if (match === null || !isFilled(value)) return { value: null, from: match?.rule ?? null, by: match?.by ?? null, lost: [] }
  if (rule.type !== 'choice' && rule.type !== 'category') return { value: value!, from: match.rule, by: match.by, lost: [] }
  const offered = (d: Rules, f: ResolvedRule<'formField'>) => (f.type === 'category' ? rulesOf(d, 'category').map((c) => ({ value: c.value, zh: c.name.zh })) : f.choices ?? [])
  const chosen = choiceFor(textOf(ours.fields, match.rule.field), offered(ours.definition, match.rule), offered(theirs, rule))
  return chosen === null ? { value: null, from: match.rule, by: match.by, lost: [notOffered(rule)] } : { value: chosen, from: match.rule, by: match.by, lost: [] }
}
const notOffered = (rule: ResolvedRule<'formField'>): Finding => finding({ code: 'upward.notOffered', rule, at: { field: rule.field },
  what: [`上级的“${rule.label.zh}”没有我们填的那一项`, `Above, “${rule.label.en}” does not offer what we chose`], mend: ['请从上级的选项里选一项。', 'Choose one of theirs.'] })

/** What a person declares is declared anew, and so is whoever reviewed the dossier for secrets: they say it of another dossier. What was answered about the person stands where they ask the same. */
const answersFor = (theirs: Rules, { answers }: OurDossier): Answers => {
  const [asked, ids] = [new Set(asksOf(theirs).map((a) => a.id)), new Map(theirs.rules.map((r) => [r.id, r.kind]))]
  const kept = <T>(all: Readonly<Record<string, T>> | undefined, stays: (id: string) => boolean): Record<string, T> => Object.fromEntries(Object.entries(all ?? {}).filter(([id]) => stays(id)))
  return {
    ...noAnswers, exclusions: kept(answers.exclusions, (id) => ids.get(id) === 'exclusion'), steps: kept(answers.steps, (id) => ids.has(id)),
    properties: kept(answers.properties, (id) => asked.has(id)), values: kept(answers.values, (id) => asked.has(id)), honours: answers.honours ?? {},
  }
}

const lineFor = (rule: ResolvedRule<'material'>, ours: OurDossier): MaterialLine => {
  const match = materialFor(rule, ours.definition)
  const shape = { rule, from: match?.rule ?? null, by: match?.by ?? null }
  // A sealed form bears the code of our own dossier: theirs is printed and sealed for itself.
  if (rule.printout === true) return { ...shape, standing: 'afresh', taken: [], leftOut: [], missing: rule.min }
  const all = ours.files.filter((f) => f.materialId === match?.rule.id).toSorted((a, b) => a.ordinal - b.ordinal).map((file) => ({ file, findings: blocking(judgeFile(rule, file.facts)) }))
  const fit = all.filter((f) => f.findings.length === 0)
  const taken = fit.slice(0, rule.max ?? fit.length)
  const leftOut = [...all.filter((f) => f.findings.length > 0), ...fit.slice(taken.length).map(({ file }) => ({ file, findings: [tooMany(rule, file)] }))]
  const missing = Math.max(0, rule.min - taken.length)
  return { ...shape, taken: taken.map((f) => f.file), leftOut, missing, standing: missing > 0 ? (leftOut.length > 0 ? 'unfit' : 'missing') : taken.length > 0 ? 'filled' : 'spare' }
}
const tooMany = (rule: ResolvedRule<'material'>, file: OurFile): Finding => finding({ code: 'upward.tooMany', rule, strength: 'note', at: { material: rule.id, file: file.name },
  what: [`上级只收 ${rule.max} 件，“${file.name}”没有带上`, `Above, ${rule.max} are taken; “${file.name}” stays here`], mend: ['要换成这一件的，在上级的推荐里换。', 'To send this one instead, exchange it in the nomination above.'] })

/** How many things stand ready, and how many are still asked. */
export const sumOf = (m: Pick<Mapped, 'fieldLines' | 'materialLines'>): { readonly filled: number; readonly open: number } => {
  const all = [...m.fieldLines, ...m.materialLines].map((l) => l.standing)
  return { filled: all.filter((s) => s === 'filled').length, open: all.filter((s) => s === 'missing' || s === 'unfit' || s === 'afresh').length }
}
