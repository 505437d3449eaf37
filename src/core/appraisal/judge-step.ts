/** What a step of an appraisal still lacks: visits, talks, verification; the symposium has a file of its own. */
import { finding, type Finding, type Strength, type Words } from '../kernel/finding'
import { dayOf, type CalendarDay } from '../kernel/instant'
import type { Case } from '../rules/case'
import { isAppraised, type RecordedStep } from '../rules/step-record'
import { standingsOf, type FactState } from './standings'
import { judgeSymposium } from './judge-symposium'
import { itemsOf, type AppraisalCase, type ItemOf } from './record'

export const placeOf = (rule: Pick<RecordedStep, 'id'>) => ({ field: `step.${rule.id}` })

/** Nothing written at all is one finding; else each part says what it lacks. Unknown to the asker: nothing. */
export const judgeAppraised = (rule: RecordedStep, { appraisal, now, by }: Case): Finding[] => {
  if (!isAppraised(rule) || appraisal === undefined) return []
  if (!appraisal.items.some((i) => i.step === rule.id)) return [finding({ code: 'step.missing', rule, at: placeOf(rule),
    what: [`“${rule.name.zh}”还没有记录`, `“${rule.name.en}” is not recorded yet`], mend: ['请在“考核调研”里记录，手机上也可以边谈边记。', 'Record it under “Appraisal”; a telephone will do.'] })]
  const today = now === undefined ? undefined : dayOf(now)
  return [...visits(rule, appraisal, today), ...judgeSymposium(rule, appraisal, { today, by: by ?? 'approver' }), ...talks(rule, appraisal, today), ...verification(rule, appraisal)]
}

const past = (day: CalendarDay, today: CalendarDay | undefined): boolean => day !== '' && (today === undefined || day <= today)
const filled = (...all: readonly string[]): boolean => all.every((text) => text.trim() !== '')

/** A plan is no visit: it counts once its day has come. */
const visits = (rule: RecordedStep, { items }: AppraisalCase, today: CalendarDay | undefined): Finding[] => {
  if (rule.record?.visit !== true) return []
  const made = itemsOf(items, 'visit', rule.id).filter(({ content: v }) => past(v.day, today) && filled(v.where, v.who))
  return made.length > 0 ? [] : [finding({ code: 'visit.missing', rule, at: placeOf(rule), what: ['还没有到人选单位走访的记录（日期、地点、去的人）', 'No visit to the workplace is recorded yet (day, place, who went)'], mend: ['去过了再填；只排了计划的不算。', 'Fill it in once somebody went; a plan does not count.'] })]
}

const isHeld = ({ content: t }: ItemOf<'talk'>, today: CalendarDay | undefined): boolean => past(t.day, today) && filled(t.name, t.by, t.words)
const talks = (rule: RecordedStep, { items }: AppraisalCase, today: CalendarDay | undefined): Finding[] => {
  if (rule.record?.talks === undefined) return []
  const all = itemsOf(items, 'talk', rule.id)
  const [held, { least }] = [all.filter((t) => isHeld(t, today)), rule.record.talks]
  const partners = new Set(held.map((t) => t.content.name.trim())).size
  if (partners < least) return [finding({ code: 'talks.few', rule, at: placeOf(rule), what: [`个别谈话记完整的 ${partners} 人，不少于 ${least} 人`, `${partners} individual talk(s) are recorded whole; at least ${least} are asked`], mend: ['每次谈话写明谈话对象、日期、谈话人和内容。', 'Of each talk give with whom, the day, by whom, and what was said.'] })]
  return held.length === all.length ? [] : [finding({ code: 'talks.half', strength: 'warn', rule, at: placeOf(rule), what: [`有 ${all.length - held.length} 次个别谈话没有记完整`, `${all.length - held.length} talk(s) are not recorded whole`], mend: ['请补全，或者删去。', 'Complete them or take them out.'] })]
}

const MOST_NAMED = 4
const named = (labels: readonly Words[]): Words => ({
  zh: `${labels.slice(0, MOST_NAMED).map((l) => l.zh).join('、')}${labels.length > MOST_NAMED ? '等' : ''}`, en: `${labels.slice(0, MOST_NAMED).map((l) => l.en).join(', ')}${labels.length > MOST_NAMED ? ' …' : ''}`,
})
const verification = (rule: RecordedStep, { items, facts }: AppraisalCase): Finding[] => {
  const terms = rule.record?.verification
  if (terms === undefined) return []
  const standings = standingsOf(facts[rule.id] ?? [], items, rule.id)
  const say = (states: readonly FactState[], code: string, strength: Strength, words: (n: number, what: Words) => [string, string], mend: [string, string]): Finding[] => {
    const own = standings.filter((s) => states.includes(s.state)).map((s) => s.fact.label)
    return own.length === 0 ? [] : [finding({ code, strength, rule, at: placeOf(rule), what: words(own.length, named(own)), mend })]
  }
  return [
    ...say(['open', 'unsaid'], 'verification.open', terms.unverified, (n, w) => [`还有 ${n} 项没有核实完：${w.zh}`, `${n} fact(s) are not verified yet: ${w.en}`], ['逐项对照原件、当事人或档案，写明依据。', 'Hold each against a document, a person or records, and say which.']),
    ...say(['changed'], 'verification.changed', terms.unverified, (n, w) => [`有 ${n} 项在核实之后改过：${w.zh}`, `${n} fact(s) were changed after they were verified: ${w.en}`], ['请按现在的内容重新核实。', 'Verify what they say now.']),
    ...say(['differs'], 'verification.differs', terms.differing, (n, w) => [`有 ${n} 项核实有出入：${w.zh}`, `${n} fact(s) differ from what was found: ${w.en}`], ['请把推荐表或材料改成核实的情况，再核实一次。', 'Correct the form or the file, then verify it again.']),
    ...say(['unknown'], 'verification.unknown', terms.unknown, (n, w) => [`有 ${n} 项无法核实：${w.zh}`, `${n} fact(s) cannot be verified: ${w.en}`], ['能找到依据的，补核；找不到的，由审核人斟酌是否保留。', 'Find a source if there is one; else the approver decides whether it stays.']),
  ]
}

/** 办结: asked for once the steps have nothing more against them, so that what was signed is what is sent. */
export const judgeClosed = (steps: readonly RecordedStep[], appraisal: AppraisalCase | undefined, found: readonly Finding[]): Finding[] => {
  const [first] = steps
  const own = new Set(steps.map((s) => placeOf(s).field))
  if (first === undefined || appraisal === undefined || appraisal.closed || found.some((f) => f.strength === 'block' && own.has(f.at.field ?? ''))) return []
  return [finding({ code: 'appraisal.open', rule: first, at: placeOf(first), what: ['考核调研还没有办结', 'The appraisal is not closed yet'], mend: ['核对无误后点“办结”；办结以后不再改动。', 'Close it once it is right; nothing is changed in it after that.'] })]
}
