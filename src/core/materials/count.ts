/** How many files of a material there may be. */
import { finding, type Finding } from '../kernel/finding'
import type { MaterialRule as Rule } from '../rules/material-terms'

/** 3—5 张: too few or too many files of a material. */
export const judgeCount = (rule: Rule, count: number): Finding[] => {
  const at = { material: rule.id }
  if (count < rule.min) return [finding({ code: count === 0 ? 'material.missing' : 'material.tooFew', rule, at,
    what: count === 0 ? [`还没有交“${rule.name.zh}”`, `“${rule.name.en}” is missing`] : [`“${rule.name.zh}”${count} 份，还差 ${rule.min - count} 份`, `“${rule.name.en}”: ${count}, ${rule.min - count} more needed`], mend: ['请在“材料”里上传。', 'Upload it under “Materials”.'] })]
  return rule.max !== null && count > rule.max ? [tooMany(rule, rule.max, count, at, rule.strength)] : []
}

const tooMany = (rule: Rule, max: number, count: number, at: Finding['at'], strength: Finding['strength']): Finding => finding({ code: 'material.tooMany', rule, strength, at,
  what: [`“${rule.name.zh}”${count} 份，最多 ${max} 份`, `“${rule.name.en}”: ${count}, at most ${max}`], mend: [`请移除 ${count - max} 份；要换哪一份，先移除它。`, `Remove ${count - max}: to replace one, remove it first.`] })

/** One file more beside those that are there: a single one gives way to it, of several one more than allowed is refused. */
export const judgeOneMore = (rule: Rule, present: number, file: string): Finding[] =>
  (rule.max === null || rule.max === 1 || present < rule.max ? [] : [tooMany(rule, rule.max, present + 1, { material: rule.id, file }, 'block')])
