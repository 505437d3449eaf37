/** 评委库 of the demo as a sheet: the jurors who sit, and others who might. */
import { expertColumns } from '#core/review/jury/expert'
import type { DemoJuror } from './cast'

type Other = readonly [name: string, unit: string, parent: string, fields: string, title: string, birth: number, places: string, service: string]
const others: readonly Other[] = [
  ['裴书言', '云川医大附一院', '云川省卫健委', '内科学', '主任医师', 1966, '2001—2015 望海大学附属医院', '2024 年评委'], ['沈砚秋', '望海大学', '', '急诊医学', '教授', 1971, '', ''], ['陆清晏', '北岭中医药大学', '', '中医学', '教授', 1963, '', '2023 年评委'], ['温如故', '澜东医学院', '', '公共卫生', '教授', 1975, '', ''],
  ['聂望舒', '云岭一院', '', '护理学', '主任护师', 1974, '2010—2022 云川省护理学会', ''], ['谈知远', '云川日报', '', '科学传播', '高级记者', 1979, '', ''], ['罗维桢', '云川省疾控中心', '云川省卫健委', '公共卫生', '主任医师', 1968, '', ''], ['汤叙白', '云川理工大学', '', '科学传播、医学工程', '研究员', 1981, '', ''],
  ['邵松年', '青陵市第一人民医院', '', '儿科学', '主任医师', 1969, '', ''], ['柯静安', '鹤原市妇幼保健院', '', '儿科学', '副主任医师', 1983, '', ''], ['庄既明', '栗川市中医医院', '', '中医学', '主任中医师', 1970, '', ''], ['穆云起', '望海大学附属医院', '', '医学影像学', '教授', 1967, '', ''], ['董采薇', '云川医科大学', '', '医学伦理', '副教授', 1985, '', ''],
]
const sheetOf = (rows: readonly (readonly string[])[]): string => [Object.values(expertColumns).map(([first]) => first), ...rows].map((r) => r.join(',')).join('\n')

export const demoPool = (jurors: readonly DemoJuror[]): string => sheetOf([
  ...jurors.map((j, i) => [j.name, j.unitName, '', j.fieldOfWork, '教授', String(1962 + 2 * i), '', '', '']),
  ...others.map(([name, unit, parent, fields, title, birth, places, service]) => [name, `${unit}（示例）`, parent === '' ? '' : `${parent}（示例）`, fields, title, String(birth), places, '', service]),
])
