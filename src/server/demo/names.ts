import { checkDigit } from '#core/nomination/id-number'
import { pick, randomFrom } from './files/random'

/** 云川省 is invented, and so is everybody in it. */
export const cities = ['云岭市', '青陵市', '栗川市', '鹤原市', '棠溪市', '苍屏市', '桐远市', '银渡市', '砚湖市', '望川市', '澜安市', '沐江市', '丹麓市', '雪塘市'] as const
/** How many units each city's association brings along, itself included. */
const sizes = [6, 6, 5, 4, 3, 3, 4, 3, 2, 4, 5, 4, 2, 1] as const
const kinds = [['医学会', 'cityAssociation'], ['第一人民医院', 'hospital'], ['第二人民医院', 'hospital'], ['中医医院', 'hospital'], ['疾病预防控制中心', 'cdc'], ['妇幼保健院', 'hospital']] as const
const provincial = [['云川省第三人民医院', 'hospital'], ['云川省疾病预防控制中心', 'cdc'], ['云川省护理学会', 'society'], ['云川省生物医学工程学会', 'society'], ['云川省中医院', 'hospital'], ['云川医科大学附属第三临床医学院', 'university'], ['云川省康复医学会', 'society'], ['云川省血液中心', 'institute'], ['云川省防痨协会', 'society']] as const

export interface DemoUnit { readonly code: string; readonly name: string; readonly type: string; readonly parentCode: string; readonly clerk: string; readonly approver: string }

const surnames = [...'陈周沈傅孟黎欧秦唐顾罗何江许林于丁方卫梅谢尹苏程白石洪纪柳汪邵曾温简']
const givens = ['知微', '明溪', '若川', '临舟', '砚秋', '望山', '见微', '禾', '亦凡', '南星', '青川', '知远', '照野', '明远', '岚', '向川', '一苇', '立夏', '亦舟', '庆之', '季平', '朗', '㛃', '𬭎', '怀瑾', '守正', '青禾', '长庚', '若谷', '映雪', '云起', '之恒']
const full = ['阿依努尔·托合提江', '阿卜杜拉·买买提', '加那提·叶尔肯江', '热娜古丽·艾山', '古丽娜尔·艾山江']

export const personName = (seed: string): string => {
  const r = randomFrom(`name ${seed}`)
  return r() < 0.07 ? pick(r, full) : pick(r, surnames) + pick(r, givens)
}

/** 14 city associations with their units, and what stands under the province directly: 61 units. */
export const demoUnits = (): DemoUnit[] => {
  const unit = (code: string, name: string, type: string, parentCode: string): DemoUnit => ({ code, name: `${name}（示例）`, type, parentCode, clerk: personName(`clerk ${code}`), approver: personName(`approver ${code}`) })
  const ofCities = cities.flatMap((city, i) => kinds.slice(0, sizes[i]).map(([what, type], k) => unit(`C${String(i + 1).padStart(2, '0')}${String(k).padStart(2, '0')}`, city + what, type, k === 0 ? '' : `C${String(i + 1).padStart(2, '0')}00`)))
  const direct = provincial.map(([name, type], k) => unit(`P${String(k + 1).padStart(2, '0')}`, name, type, ''))
  return [...ofCities, ...direct].map((u) => (u.code === 'C0802' ? { ...u, name: '银渡市边境牧区流动诊疗服务队（银渡市第四人民医院代管）（示例）' } : u))
}

export const sheetOf = (units: readonly DemoUnit[]): string =>
  ['单位代码,单位名称,类型,上级代码,经办人姓名,经办人账号,审核人姓名,审核人账号', ...units.map((u) => [u.code, u.name, u.type, u.parentCode, u.clerk, `jb.${u.code.toLowerCase()}`, u.approver, `sh.${u.code.toLowerCase()}`].join(','))].join('\n')

/** 99 begins no province: a number that was never given to anybody, with a right check digit. */
export const impossibleId = (birthDay: string, n: number): string => {
  const body = `990000${birthDay.replaceAll('-', '')}${String(n % 1000).padStart(3, '0')}`
  return body + checkDigit(body)
}
