/** Whom the figures count: people who are alike in everything that is counted make one group. Nobody is named. */
import { rulesOf, type ResolvedDefinition } from '../campaign/definition'
import type { Words } from '../kernel/finding'
import { addDays, dayOf, type CalendarDay, type Instant } from '../kernel/instant'
import { ageOn } from '../rules/age'
import type { Person } from '../rules/case'
import type { Standing } from './stages'

export interface Group extends Standing {
  readonly n: number
  /** 线下件: nothing of the person is known here. */
  readonly offline: boolean
  /** Of a draft nothing is read: it is the unit's own. */
  readonly person: Person
}
/** Nominations of one kind of unit. */
export interface UnitGroup extends Standing {
  readonly n: number
  /** Name of the branch of the tree; empty: it stands alone below the office. */
  readonly region: string
  readonly type: string
  /** 1: directly below the office. */
  readonly depth: number
}

/** Bands of the chart: from this age on, up to the next. No rule asks for them. */
const bandStarts = [0, 35, 45, 55, 65] as const
export const bandOf = (years: number): number => bandStarts.findLast((start) => years >= start) ?? 0
export const bands: readonly { readonly value: string; readonly name: Words }[] = bandStarts.map((start, i) => {
  const next = bandStarts[i + 1]
  const [zh, en] = start === 0 ? [`${next} 岁以下`, `Under ${next}`] : next === undefined ? [`${start} 岁及以上`, `${start} and over`] : [`${start}—${next - 1} 岁`, `${start}–${next - 1}`]
  return { value: String(start), name: { zh, en } }
})

/** The day on which ages are counted: as the notice says, else the last day of nominations. It does not move with the calendar. */
export const agesOn = (definition: Pick<ResolvedDefinition, 'rules'>, end: Instant): CalendarDay => rulesOf(definition, 'age').find((r) => r.on !== undefined)?.on ?? dayOf(end - 1)

/** First day of birth of those who are younger than so many years on a day. */
export const youngerFrom = (years: number, on: CalendarDay): CalendarDay => {
  const year = String(Number(on.slice(0, 4)) - years).padStart(4, '0')
  // Nobody born on 29 February has a birthday before 1 March of other years.
  return on.slice(5) === '02-29' ? `${year}-03-01` : addDays(`${year}-${on.slice(5)}`, 1)
}

/** Days of birth between which it makes no difference when somebody was born: for the bands, and for shares that name a day. */
export const edgesOf = (definition: Pick<ResolvedDefinition, 'rules'>, on: CalendarDay): CalendarDay[] => {
  const named = rulesOf(definition, 'proportion').flatMap((r) => [r.of.bornOnOrAfter, r.base?.bornOnOrAfter])
  return [...new Set([...bandStarts.slice(1).map((years) => youngerFrom(years, on)), ...named.filter((d) => d !== undefined)])].sort()
}
/** Somebody born between two edges, for all of them. @param bucket how many edges are not after the day of birth */
export const bornIn = (edges: readonly CalendarDay[], bucket: number): CalendarDay => edges[bucket - 1] ?? '1900-01-01'

/** Properties that shares are about. */
export const propertiesOf = (definition: Pick<ResolvedDefinition, 'rules'>): string[] =>
  [...new Set(rulesOf(definition, 'proportion').flatMap((r) => [r.of.property, r.base?.property]).filter((p) => p !== undefined))].sort()

export const bandOfPerson = ({ birthDay }: Person, on: CalendarDay): string | null => (birthDay === undefined ? null : String(bandOf(ageOn(birthDay, on))))
