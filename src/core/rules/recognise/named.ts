/** People as notices name them → an id under which the unit answers, and English words. What is not listed keeps its Chinese words and an id made of them. */
import type { Property } from '../property'

/** The words of the vocabulary, the first that fits. */
const known: readonly (readonly [said: RegExp, id: string, en: string])[] = [
  [/院士/u, 'academician', 'academicians'], [/女性|妇女|女科技/u, 'woman', 'women'], [/(\d{2})(?:周)?岁(?:及)?以下/u, 'under', 'people under'],
  [/中青年/u, 'youngOrMiddleAged', 'the young and middle-aged'], [/青年/u, 'young', 'young people'], [/一线/u, 'frontline', 'people of the front line'], [/基层/u, 'grassroots', 'the grassroots'],
  [/单位(?:主要)?负责人/u, 'headOfUnit', 'heads of units'], [/企业负责人/u, 'headOfEnterprise', 'heads of enterprises'], [/领导干部|处级(?:及)?以上/u, 'leadingCadre', 'leading cadres'], [/正职/u, 'firstInCharge', 'those in first charge'],
  [/(?:中共)?党员/u, 'partyMember', 'Party members'], [/西部/u, 'west', 'the west'], [/农村|乡村/u, 'rural', 'the countryside'], [/少数民族/u, 'ethnicMinority', 'ethnic minorities'], [/非公有制|民营/u, 'privateSector', 'the private sector'],
  [/新(?:的)?(?:成果|业绩|贡献|成绩)/u, 'newResults', 'new results'], [/教(?:职)?工|教师/u, 'teacher', 'staff'], [/学生/u, 'student', 'students'], [/集体|团队/u, 'team', 'teams'],
  [/中国(?:国)?(?:公民|国籍)/u, 'chineseCitizen', 'a Chinese citizen'], [/在职/u, 'inService', 'in service'],
]

/** A stable id of words that have none. */
const idOf = (zh: string): string => `p${Array.from(zh).reduce((h, c) => (h * 31 + (c.codePointAt(0) ?? 0)) % 2_176_782_336, 7).toString(36)}`

/** An id and both words for people, or what is said of them. */
export const propertyOf = (zh: string): Property => {
  const found = known.find(([said]) => said.test(zh))
  if (found === undefined) return { id: idOf(zh), name: { zh, en: zh } }
  const age = found[1] === 'under' ? found[0].exec(zh)?.[1] ?? '' : ''
  return { id: `${found[1]}${age}`, name: { zh, en: age === '' ? found[2] : `${found[2]} ${age}` } }
}
export const subsetOf = (zh: string): { name: Property['name']; property: string } => {
  const { id, name } = propertyOf(zh)
  return { name, property: id }
}
/** Words that only the notice has: Chinese until somebody translates them. */
export const asWritten = (zh: string): Property['name'] => ({ zh, en: zh })
