/** A quota for a type of unit, or a code, that nobody who receives the campaign has; and types that were forgotten. */
import { nominationQuota } from '../definition'
import { cited, contradiction, inText, type Check } from './matter'

const list = (all: readonly string[]): string => [...new Set(all)].join('、')

export const unitTypes: Check = ({ definition, units }) => {
  const quota = nominationQuota(definition)
  if (quota === undefined || units === undefined || units.length === 0) return []
  const types = new Set(units.map((u) => u.type))
  const codes = new Set(units.map((u) => u.code))
  const have = inText({ zh: `收到的单位类型：${list([...types])}`, en: `types of unit that receive it: ${list([...types])}` })
  const at = cited(quota)
  const strange = [...(quota.byType ?? []).map((t) => t.type), ...(quota.pools ?? []).flatMap((p) => p.types ?? [])].filter((t) => !types.has(t))
  const absent = [...(quota.named ?? []).flatMap((n) => n.codes), ...(quota.pools ?? []).flatMap((p) => p.codes ?? [])].filter((c) => !codes.has(c))
  // Whoever is named nowhere, where the rule has no number for the rest.
  const without = quota.max !== null || quota.formula !== undefined ? [] : units.filter((u) => !quota.byType?.some((t) => t.type === u.type) && !quota.named?.some((n) => n.codes.includes(u.code)))
  return [
    ...(strange.length === 0 ? [] : [contradiction({ code: 'unknownType', strength: 'warn', rule: quota, against: have,
      what: [`${at.zh}给“${list(strange)}”定了名额，收到的单位里没有这一类`, `${at.en} gives a number to “${list(strange)}”; no unit that receives it is of that type`], mend: ['请核对单位名单里的类型，或改名额。', 'Check the types in the list of units, or mend the quota.'] })]),
    ...(absent.length === 0 ? [] : [contradiction({ code: 'unknownUnit', strength: 'warn', rule: quota, against: inText({ zh: '收到的单位名单', en: 'the list of units that receive it' }),
      what: [`${at.zh}点名的单位 ${list(absent)} 不在收到的单位里`, `${at.en} names ${list(absent)}, which will not receive it`], mend: ['请核对单位代码，或改名额。', 'Check the codes, or mend the quota.'] })]),
    ...(without.length === 0 ? [] : [contradiction({ code: 'noNumber', strength: without.length === units.length ? 'block' : 'warn', rule: quota, against: have,
      what: [`${at.zh}没有给这几类单位名额，${without.length} 家单位一个也报不了：${list(without.map((u) => u.type))}`, `${at.en} has no number for these types, so ${without.length} unit(s) can nominate nobody: ${list(without.map((u) => u.type))}`], mend: ['请给这几类单位定名额；本不参加的，发布时不要发给它们，或写明理由。', 'Give them a number; if they take no part, do not issue it to them, or say why.'] })]),
  ]
}
