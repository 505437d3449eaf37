/** 一部分人选: those of a list with a property that the unit answers, or one that follows from the form (sex, birth, category). */
import { z } from 'zod'
import type { Person } from './case'
import type { Fault } from './rule-kind'
import { calendarDay, fieldId, words } from './rule-base'
import type { Ask } from './property'

export const subset = z.strictObject({
  name: words,
  /** Answered yes or no under this id. */
  property: fieldId.optional(),
  sex: z.enum(['female', 'male']).optional(),
  category: fieldId.optional(),
  /** 45岁以下: the day of birth that still counts as young. */
  bornOnOrAfter: calendarDay.optional(),
})
export type Subset = z.infer<typeof subset>

/** Whether somebody belongs; undefined: what it depends on was not answered. Every condition named must hold. */
export const belongs = (p: Person, s: Subset): boolean | undefined => {
  const all = [
    ...(s.property === undefined ? [] : [p.properties?.[s.property]]),
    ...(s.sex === undefined ? [] : [p.sex === undefined ? undefined : p.sex === s.sex]),
    ...(s.category === undefined ? [] : [p.category === undefined ? undefined : p.category === s.category]),
    ...(s.bornOnOrAfter === undefined ? [] : [p.birthDay === undefined ? undefined : p.birthDay >= s.bornOnOrAfter]),
  ]
  if (all.includes(false)) return false
  return all.includes(undefined) ? undefined : true
}

/** What makes two restatements speak of the same people; the name is only a name. */
export const subsetKey = ({ name: _name, ...rest }: Subset): string => JSON.stringify(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)))

export const askSubset = (s: Subset): Ask[] => (s.property === undefined ? [] : [{ id: s.property, type: 'yesNo', question: { zh: `人选是否属于“${s.name.zh}”？`, en: `Is the candidate one of: ${s.name.en}?` } }])

/** A subset that names no condition holds everybody, which nobody means. */
export const subsetFaults = (s: Subset, path: readonly (string | number)[]): Fault[] => (Object.keys(s).length > 1 ? [] : [{
  path: [...path, 'property'], got: '—', expected: { zh: '这一部分人选的条件', en: 'what these candidates have in common' },
  writeInstead: { zh: 'property: academician（由单位回答），或 sex、category、bornOnOrAfter', en: 'property: academician (the unit answers), or sex, category, bornOnOrAfter' },
}])
