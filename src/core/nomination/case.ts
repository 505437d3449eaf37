/** What a dossier tells of its candidate, in the shape that rules judge. */
import type { Case, Honour, Person } from '../rules/case'
import { RANK } from '../rules/quota-judge'
import { textOf, type Answers, type Fields, type HonourAnswer } from './form'

const isDay = /^\d{4}-\d{2}-\d{2}$/
const sexes = ['female', 'male'] as const

const honour = ({ name, year, level, as }: HonourAnswer): Honour => ({ name, year, ...(level === undefined ? {} : { level }), ...(as === undefined ? {} : { as }) })

/** A field left empty or not a day is not known; what nobody answered stays absent. @param rank place in the unit's order; null: none was made */
export const personOf = (fields: Fields, answers: Answers, rank: number | null = null): Person => {
  const [birthDay, sex, category] = [textOf(fields, 'birthDate').trim(), sexes.find((s) => s === textOf(fields, 'sex')), textOf(fields, 'category')]
  const honours = answers.honours?.['candidate']
  return {
    ...(isDay.test(birthDay) ? { birthDay } : {}), ...(sex === undefined ? {} : { sex }), ...(category === '' ? {} : { category }),
    ...(textOf(fields, 'candidateKind') === 'team' ? { kind: 'team' as const } : {}),
    properties: answers.properties ?? {}, values: { ...answers.values, ...(rank === null ? {} : { [RANK]: String(rank) }) }, ...(honours === undefined ? {} : { honours: honours.filter((h) => h.name.trim() !== '').map(honour) }),
  }
}

/** The dossier's own part, with whatever the caller knows around it (time, unit, the unit's other nominations). */
export const caseOf = (dossier: { readonly fields: Fields; readonly answers: Answers; readonly materials?: NonNullable<Case['files']>; readonly rank?: number | null }, around: Omit<Case, 'person' | 'fields' | 'answers' | 'files'>): Case => ({
  ...around, person: personOf(dossier.fields, dossier.answers, dossier.rank), fields: dossier.fields, answers: dossier.answers, ...(dossier.materials === undefined ? {} : { files: dossier.materials }),
})
