/** 云川省医学会（示例） and the 61 units below it: city associations with their members, and what stands under the province directly. */
import { personName } from './names'
import { chance } from '../samples/chance'

export type UnitType = 'office' | 'cityAssociation' | 'hospital' | 'cdc' | 'society' | 'university' | 'institute'
export interface Staff { readonly name: string; readonly login: string }
export interface DemoUnit {
  readonly code: string
  /** Ends with （示例）. */
  readonly name: string
  readonly type: UnitType
  /** Empty: directly under the province. */
  readonly parentCode: string
  /** Empty for units of the province. */
  readonly city: string
  readonly clerk: Staff
  readonly approver: Staff
}

/** Invented, in the spirit of real names and checked against none. */
export const cities = ['云岭市', '青陵市', '栗川市', '鹤原市', '棠溪市', '苍屏市', '桐远市', '银渡市', '砚湖市', '望川市', '澜安市', '沐江市', '丹麓市', '雪塘市'] as const

type Named = readonly [name: string, type: UnitType]
const usual = (city: string): readonly Named[] => [[`${city}第一人民医院`, 'hospital'], [`${city}第二人民医院`, 'hospital'], [`${city}中医医院`, 'hospital'], [`${city}疾病预防控制中心`, 'cdc'], [`${city}妇幼保健院`, 'hospital']]

/** What the city associations bring along, in the order of the cities. */
const members: readonly (readonly Named[])[] = [
  usual('云岭市'), usual('青陵市'), usual('栗川市').slice(0, 4), usual('鹤原市').slice(0, 3), [['棠溪市第一人民医院', 'hospital'], ['棠溪市中医医院', 'hospital']],
  [['苍屏市第一人民医院', 'hospital'], ['苍屏市红十字中心血站', 'institute']], usual('桐远市').slice(0, 3),
  [['银渡市第一人民医院', 'hospital'], ['银渡市边境牧区流动诊疗服务队（银渡市第四人民医院代管）', 'hospital']], [['砚湖市第一人民医院', 'hospital']], [...usual('望川市').slice(0, 2), ['望川市疾病预防控制中心', 'cdc']],
  [...usual('澜安市').slice(0, 3), ['澜安职业健康研究所', 'institute']], [['沐江市第一人民医院', 'hospital'], ['沐江市中医医院', 'hospital'], ['沐江卫生职业学院', 'university']], [['丹麓市第一人民医院', 'hospital']], [],
]
const provincial: readonly Named[] = [
  ['云川省第三人民医院', 'hospital'], ['云川省疾病预防控制中心', 'cdc'], ['云川省护理学会', 'society'], ['云川省生物医学工程学会', 'society'], ['云川省中医院', 'hospital'],
  ['云川医科大学附属第三临床医学院（云川省第三人民医院望川院区、临床技能与远程医学教学中心）', 'university'], ['云川省康复医学会', 'society'], ['云川省血液中心', 'institute'], ['云川医学科学研究院', 'institute'],
]

export const demoUnits = (): DemoUnit[] => {
  const ofCities = cities.flatMap((city, i) => {
    const code = (n: number): string => `C${String(i + 1).padStart(2, '0')}${String(n).padStart(2, '0')}`
    const own = members[i] ?? []
    return [unit(code(0), [`${city}医学会`, 'cityAssociation'], '', city), ...own.map((named, n) => unit(code(n + 1), named, code(0), city))]
  })
  return [...ofCities, ...provincial.map((named, n) => unit(`P${String(n + 1).padStart(2, '0')}`, named, '', ''))]
}

const unit = (code: string, [name, type]: Named, parentCode: string, city: string): DemoUnit => {
  const fixed = known[code]
  const staff = (kind: 'clerk' | 'approver'): string => fixed?.[kind] ?? personName(`${kind} ${code}`, chance(`${kind} sex ${code}`).next() < 0.55 ? 'female' : 'male').name
  return { code, name: `${name}（示例）`, type, parentCode, city, clerk: { name: staff('clerk'), login: `jb.${code.toLowerCase()}` }, approver: { name: staff('approver'), login: `sh.${code.toLowerCase()}` } }
}

/** Persons that guides and screenshots speak of by name. */
const known: Readonly<Record<string, { readonly clerk: string; readonly approver: string }>> = {
  C0200: { clerk: '陈知微', approver: '周明溪' },
  C0802: { clerk: '阿依努尔·托合提江', approver: '阿卜杜拉·买买提' },
  C0900: { clerk: '何𬭎', approver: '沈㛃' },
}
