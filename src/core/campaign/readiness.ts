/** What stands between a campaign and its opening. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { ruleKindsTable } from '../rules/kinds'
import type { NotStated, RuleKind } from '../rules/rule'
import { hostNotice, nominationQuota, ruleOf, rulesOf, type ResolvedDefinition } from './definition'
import { feasible } from './feasible'

type Complete = Pick<ResolvedDefinition, 'rules' | 'open' | 'year'>

/** Empty: it can open. Blocks: what is open, missing or left of an earlier year. Warns: a question nobody answered. */
export const readiness = (d: Complete): Finding[] => [
  ...d.open.map((o) => note('ready.open', `rule.${o.id}`, [`${nameOf(o).zh}没有规定，也还没有决定`, `${nameOf(o).en}: no notice states it and nobody has decided it`], ['请由活动办公室决定，写明理由。', 'The office decides it, with a reason.'])),
  ...needed.filter((kind) => (kind === 'quota' ? nominationQuota(d) : kind === 'publicNotice' ? hostNotice(d) : ruleOf(d, kind)) === undefined && !d.open.some((o) => o.kind === kind)).map((kind) => note('ready.missing', kind, [`没有${ruleKindsTable[kind].name.zh}`, `There is no ${ruleKindsTable[kind].name.en.toLowerCase()}`], ['请补上这一条规则。', 'Add this rule.'])),
  ...nameField(d), ...categories(d), ...oldDates(d), ...questions(d), ...feasible(d),
]

/** Of a kind that stands alone its name is enough; of others the id tells which. */
const nameOf = ({ kind, id }: NotStated): Words => {
  const { adding, name } = ruleKindsTable[kind]
  return adding === 'single' ? name : { zh: `${name.zh}“${id}”`, en: `${name.en} “${id}”` }
}

const needed: readonly RuleKind[] = ['quota', 'deadline', 'round', 'publicNotice']

const note = (code: string, field: string, what: readonly [string, string], mend: readonly [string, string], strength: 'block' | 'warn' = 'block'): Finding =>
  finding({ code, strength, rule: null, at: { field }, what, mend })

const nameField = (d: Complete): Finding[] => (rulesOf(d, 'formField').some((f) => f.field === 'name' && f.required) ? []
  : [note('ready.nameField', 'formField', ['推荐表没有必填的姓名栏', 'The form has no required field “name”'], ['请加一栏 name。', 'Add the field name.'])])

const categories = (d: Complete): Finding[] => (rulesOf(d, 'formField').some((f) => f.type === 'category') && rulesOf(d, 'category').length === 0
  ? [note('ready.categories', 'category', ['推荐表要选人选范围，而方案没有列出', 'The form asks for a category and the definition lists none'], ['请列出人选范围，或去掉这一栏。', 'List the categories, or remove the field.'])] : [])

/** A renewed campaign keeps what nobody changed: dates of an earlier year must not slip through with it. */
const oldDates = (d: Complete): Finding[] => {
  const first = `${d.year}-01-01`
  const old = (field: string, zh: string, en: string, day: string): Finding => note('ready.oldDate', field, [`${zh}还是 ${day}，早于 ${d.year} 年`, `${en} is still ${day}, before ${d.year}`], ['请改为今年的日期；没有定的，环节日期可留空。', 'Set a date of this year; a stage without one may stay empty.'])
  return [
    ...rulesOf(d, 'deadline').filter((r) => r.day < first).map((r) => old(`rule.${r.id}`, '报送截止', 'The deadline', r.day)),
    ...rulesOf(d, 'dueDate').flatMap((r) => (r.day !== null && r.day < first ? [old(`rule.${r.id}`, `“${r.what.zh}”的时限`, `The date of “${r.what.en}”`, r.day)] : [])),
    ...rulesOf(d, 'stage').flatMap((r) => {
      const day = r.to ?? r.from
      return day !== null && day < first ? [old(`rule.${r.id}`, `“${r.name.zh}”环节`, `The stage “${r.name.en}”`, day)] : []
    }),
  ]
}

const questions = (d: Complete): Finding[] => rulesOf(d, 'exclusion').flatMap((r) => (r.question === undefined ? [] : [finding({
  code: 'ready.question', strength: 'warn', rule: r, at: { field: `rule.${r.id}` }, what: [`“${r.who.zh}”可作两种理解：${r.question.zh}`, `“${r.who.en}” can be read two ways: ${r.question.en}`],
  mend: ['请在方案里定下来：重写这一条，去掉疑问。', 'Settle it in the definition: restate the rule without its question.'],
})]))
