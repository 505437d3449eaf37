import { describe, expect, it } from 'vitest'
import { rulesOf } from '#core/campaign/definition'
import { resolve } from '#core/campaign/resolve'
import { checkFields } from '#core/nomination/check-fields'
import { checkIdNumber } from '#core/nomination/id-number'
import { planImport, readHeader, toRows } from '#core/organisations/import-plan'
import { chainOf, readDefinitions } from '../../definitions'
import { demoNominee } from './nominee'
import { demoProvince } from './province'
import { unitListCsv, unitListRows } from './unit-list'

const province = demoProvince()
const noon = Date.UTC(2026, 4, 20, 4)
const people = province.nominees.map((n) => n.person)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

describe('the invented province', () => {
  it('is the same every time', () => {
    expect(demoProvince()).toEqual(province)
  })

  it('has 14 cities, 61 units under different codes and logins, and a jury of 11', () => {
    expect([province.cities.length, province.units.length, province.jurors.length]).toEqual([14, 61, 11])
    expect(province.units.filter((u) => u.type === 'cityAssociation').map((u) => u.city)).toEqual([...province.cities])
    expect(new Set(province.units.map((u) => u.code)).size).toBe(61)
    expect(new Set(province.units.flatMap((u) => [u.clerk.login, u.approver.login])).size).toBe(122)
  })

  it('marks every organisation as a sample', () => {
    const names = [province.office.name, ...province.units.map((u) => u.name), ...province.jurors.map((j) => j.unitName), ...people.map((p) => text(p.fields['employer']))]
    expect(names.filter((name) => !name.includes('（示例）'))).toEqual([])
  })

  it('goes through the product’s own import without a row refused', () => {
    const rows = unitListRows(province.units)
    const { at, findings } = readHeader(rows[0]!)
    expect(findings).toEqual([])
    const planned = planImport(toRows(rows, at), { units: new Map(), logins: new Set() }, new Set(), at)
    expect(planned.map((r) => [r.code, r.effect, r.findings])).toEqual(province.units.map((u) => [u.code, 'create', []]))
    expect(unitListCsv(province.units).split('\r\n').length).toBe(63)
  })
})

describe('the nominees', () => {
  it('are seventy, a name of one character and one of more than 25 among them', () => {
    const lengths = people.map((p) => [...p.name].length)
    expect([people.length, Math.min(...lengths), Math.max(...lengths) > 25]).toEqual([70, 1, true])
    expect(['沈若川', '阿依努尔·托合提江', '阿卜杜拉·买买提', '卫𬭎', '沈㛃'].filter((name) => !people.some((p) => p.name === name))).toEqual([])
  })

  it.each(['lnma-2021', 'cis-2021'])('fill every field of %s without a finding', async (id) => {
    const definition = resolve(chainOf((await readDefinitions('campaigns')).definitions, id)!)
    const fields = rulesOf(definition, 'formField').map((r) => r.field)
    for (const person of people) {
      expect(fields.filter((f) => person.fields[f] === undefined)).toEqual([])
      expect([person.name, checkFields(definition, person.fields, noon).map((f) => f.code)]).toEqual([person.name, []])
    }
  })

  it('have ID numbers of right form in an area that no register has', () => {
    for (const { fields, sex } of people) {
      const id = text(fields['idNumber'])
      expect([checkIdNumber(id), id.slice(0, 6)]).toEqual([{ ok: true, birthDay: fields['birthDate'], sex }, '990000'])
    }
    expect(new Set(people.map((p) => p.fields['idNumber'])).size).toBe(70)
  })

  it('can be reached nowhere', () => {
    for (const { fields } of people) expect([text(fields['phone']).slice(0, 7), text(fields['email']).split('@')[1]]).toEqual(['1000000', 'example.org'])
  })

  it('have résumés in order of time that end today', () => {
    for (const { fields } of people) {
      const resume = fields['resume'] as { from: string; to: string }[]
      expect(resume.map((e) => e.from)).toEqual(resume.map((e) => e.from).sort())
      expect([resume.at(-1)!.to, resume.slice(0, -1).every((e) => e.to >= e.from)]).toEqual(['', true])
    }
  })

  it('are each told in 400 to 1200 characters, with no placeholder left and no two alike', () => {
    const deeds = people.map((p) => text(p.fields['deeds']))
    expect(deeds.filter((d) => [...d].length < 400 || [...d].length > 1200)).toEqual([])
    expect(deeds.filter((d) => /[[\]{}|]/.test(d))).toEqual([])
    const sentences = deeds.map((d) => new Set(d.split(/[。\n]/).filter((s) => [...s].length > 14)))
    const shared = (a: Set<string>, b: Set<string>): number => [...a].filter((s) => b.has(s)).length / Math.min(a.size, b.size)
    const most = Math.max(...sentences.flatMap((a, i) => sentences.slice(i + 1).map((b) => shared(a, b))))
    expect(most).toBeLessThan(0.5)
  })

  it('have a line for the public notice of at most 45 characters', () => {
    expect(people.filter((p) => [...p.summary].length > 45)).toEqual([])
  })

  it('are the same person for the same unit and year, another for another', () => {
    const unit = province.units[1]!
    expect(demoNominee('x', unit)).toEqual(demoNominee('x', unit))
    expect(demoNominee('x', unit).fields['idNumber']).not.toBe(demoNominee('y', unit).fields['idNumber'])
  })
})
