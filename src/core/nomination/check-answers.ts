import { finding, type Finding } from '../kernel/finding'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { Answers } from './form'

/** Eligibility, declarations and the unit's own procedure: what the rules ask and only people can answer. */
export const checkAnswers = (definition: ResolvedDefinition, answers: Answers, by: 'clerk' | 'approver'): Finding[] => [
  ...rulesOf(definition, 'exclusion').flatMap((rule) => checkExclusion(rule, answers)),
  ...rulesOf(definition, 'procedureStep').flatMap((rule) => checkStep(rule, answers)),
  ...rulesOf(definition, 'declaration').filter((rule) => by === 'approver' || rule.by === 'clerk').flatMap((rule) => checkDeclaration(rule, answers)),
]

const checkExclusion = (rule: ResolvedRule<'exclusion'>, { exclusions }: Answers): Finding[] => {
  const at = { field: `exclusion.${rule.id}` }
  const given = exclusions[rule.id]
  if (given === undefined) return [finding({ code: 'exclusion.unanswered', strength: 'block', at, rule,
    what: [`还没有回答：人选是否属于“${rule.who.zh}”`, `Not answered yet: is the candidate “${rule.who.en}”`], mend: ['请选“是”或“不是”。', 'Choose yes or no.'] })]
  if (!given.applies) return []
  if (rule.strength === 'block') return [finding({ code: 'exclusion.applies', strength: 'block', at, rule,
    what: [`人选属于“${rule.who.zh}”，不在推荐范围`, `The candidate is “${rule.who.en}” and cannot be nominated`], mend: ['请另选人选；答错了的，改正这一项。', 'Nominate somebody else, or correct the answer.'] })]
  if (given.reason.trim() === '') return [finding({ code: 'exclusion.reason', strength: 'block', at, rule,
    what: [`人选属于“${rule.who.zh}”，须说明仍然推荐的理由`, `The candidate is “${rule.who.en}”: a reason is needed`], mend: ['请写明职务、级别和理由，由活动办公室判断。', 'State post, rank and reason; the office judges.'] })]
  return [finding({ code: 'exclusion.explained', strength: 'warn', at, rule,
    what: [`人选属于“${rule.who.zh}”，单位已说明理由`, `The candidate is “${rule.who.en}”; the unit gave a reason`], mend: [given.reason, given.reason] })]
}

const checkDeclaration = (rule: ResolvedRule<'declaration'>, { declarations }: Answers): Finding[] =>
  declarations[rule.id] === true ? [] : [finding({ code: 'declaration.missing', at: { field: `declaration.${rule.id}` }, rule,
    what: [`还没有确认：${rule.text.zh}`, `Not confirmed yet: ${rule.text.en}`], mend: ['核实后勾选；不能确认的，不要报送。', 'Tick it once verified; if it cannot be confirmed, do not submit.'] })]

const checkStep = (rule: ResolvedRule<'procedureStep'>, { steps }: Answers): Finding[] => {
  const at = { field: `step.${rule.id}` }
  const done = steps[rule.id]
  if (done === undefined || done.day === '' || done.note.trim() === '') return [finding({ code: 'step.missing', at, rule,
    what: [`“${rule.name.zh}”还没有记录`, `“${rule.name.en}” is not recorded yet`], mend: ['请填日期和经过：在哪里、哪些人、结果如何。', 'Give the day and what happened: where, who, with what result.'] })]
  const missing = rule.attendance.filter((a) => !done.attended.includes(a.id))
  if (missing.length === 0) return []
  const who = { zh: missing.map((a) => a.name.zh).join('、'), en: missing.map((a) => a.name.en).join(', ') }
  // A role that does not exist at that workplace is absent by nature: explained, it warns; unexplained, it blocks.
  const explained = done.absentReason.trim() !== ''
  return [finding({ code: explained ? 'step.absentExplained' : 'step.absent', strength: explained ? 'warn' : rule.strength, at, rule,
    what: [`“${rule.name.zh}”应到未到：${who.zh}`, `“${rule.name.en}”: not attended by ${who.en}`],
    mend: explained ? [done.absentReason, done.absentReason] : ['请补开，或说明该单位没有这一职务。', 'Hold it again, or explain that this post does not exist there.'] })]
}
