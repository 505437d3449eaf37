/** What types of organisation are called on a page. A list of units may use any word: one that is not known here is shown as it is written. */
import type { Words } from '../kernel/finding'

const names: Readonly<Record<string, Words>> = {
  office: { zh: '机关', en: 'office' }, cityAssociation: { zh: '市级学会', en: 'city association' }, hospital: { zh: '医院', en: 'hospital' }, cdc: { zh: '疾控中心', en: 'centre for disease control' },
  society: { zh: '学会', en: 'society' }, university: { zh: '高校', en: 'university' }, institute: { zh: '科研院所', en: 'institute' }, unit: { zh: '单位', en: 'unit' },
}
/** Types a new unit is offered; a list of units may use others. */
export const unitTypes: readonly string[] = Object.keys(names).filter((type) => type !== 'office')
export const typeName = (type: string): Words => names[type] ?? (type === '' ? { zh: '未注明类型', en: 'no type given' } : { zh: type, en: type })
