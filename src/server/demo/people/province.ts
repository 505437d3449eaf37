/** 云川省（示例）: everybody and every body of the demo, invented, always the same. */
import { chance } from '../samples/chance'
import { jurors, officePeople, type DemoJuror, type OfficePerson } from './cast'
import { demoNominee, firstYear, type DemoNominee } from './nominee'
import { cities, demoUnits, type DemoUnit } from './units'

export interface DemoProvince {
  readonly office: { readonly name: string; readonly nameEn: string; readonly people: readonly [OfficePerson, ...OfficePerson[]] }
  readonly cities: readonly string[]
  readonly units: readonly DemoUnit[]
  readonly jurors: readonly DemoJuror[]
  /** Seventy: one for every unit, and a second year's for nine of them. */
  readonly nominees: readonly { readonly unit: DemoUnit; readonly person: DemoNominee }[]
}

const wanted = 70

export const demoProvince = (): DemoProvince => {
  const units = demoUnits()
  const again = chance('second year').shuffled(units).slice(0, wanted - units.length)
  const nominees = [...units.map((unit) => ({ unit, seed: firstYear })), ...again.map((unit) => ({ unit, seed: '2' }))].map(({ unit, seed }, i) => ({ unit, person: demoNominee(seed, unit, i + 1) }))
  return { office: { name: '云川省医学会（示例）', nameEn: 'Yunchuan Medical Association (sample)', people: officePeople }, cities, units, jurors, nominees }
}
