/** 单位程序: what the unit does before it seals (democratic procedure, appraisal), recorded with a day and a few words; with its vote, its papers and its order where they are prescribed. */
import { z } from 'zod'
import { finding, type Finding } from '../kernel/finding'
import { sayDay } from '../kernel/instant'
import { reaches } from '../review/share'
import { judgeAppraised } from '../appraisal/judge-step'
import { daysOfItem } from '../appraisal/record'
import type { Case, Rested } from './case'
import { answerId } from './condition'
import { unanswered, type Ask } from './property'
import { fraction, ruleBase, slug, words } from './rule-base'
import { asksLess, sayShare } from './round-say'
import { judgeMeeting, judgeUnitNotice } from './step-answers'
import { recordFaults, recordLoosens, sayRecord, stepRecord } from './step-record'
import type { Fault, KindOfRule } from './rule-kind'
import { loosening, noFewer, same, sameWords } from './tightness'

export const procedureStep = z.strictObject({
  ...ruleBase,
  kind: z.literal('procedureStep'),
  name: words,
  about: words,
  /** Roles whose attendance is prescribed (座谈会), ticked one by one. */
  attendance: z.array(z.strictObject({ id: z.string().min(1), name: words })).default([]),
  /** Votes in favour against those present or those entitled. */
  votes: z.strictObject({ share: fraction, inclusive: z.boolean(), of: z.enum(['present', 'entitled']) }).optional(),
  /** Materials that prove it (minutes, list of votes), by their rules' ids. */
  evidence: z.array(slug).min(1).optional(),
  /** Materials that may prove it and may be left out. */
  optionalEvidence: z.array(slug).min(1).optional(),
  /** Steps that come before it, by their rules' ids. */
  after: z.array(slug).min(1).optional(),
  /** How it is recorded, where a day and a few words are not enough. */
  record: stepRecord.optional(),
})
export type ProcedureStep = z.infer<typeof procedureStep>

const bases = { present: { zh: '到会人数', en: 'those present' }, entitled: { zh: '应到人数', en: 'those entitled' } } as const
const askVotes = (r: ProcedureStep, of: 'present' | 'entitled'): readonly [Ask, Ask] => [
  { id: answerId(r.id, 'For'), type: 'number', question: { zh: `“${r.name.zh}”赞成多少票？`, en: `“${r.name.en}”: how many voted in favour?` } },
  { id: answerId(r.id, 'Of'), type: 'number', question: { zh: `“${r.name.zh}”的${bases[of].zh}是多少？`, en: `“${r.name.en}”: how many were ${bases[of].en}?` } },
]

export const procedureStepKind: KindOfRule<ProcedureStep> = {
  schema: procedureStep,
  name: { zh: '单位程序', en: 'Procedure step' },
  say: (p) => {
    const [zh, en] = [p.attendance.map((a) => a.name.zh).join('、'), p.attendance.map((a) => a.name.en).join(', ')]
    return {
      zh: `${p.name.zh}：${p.about.zh}${zh === '' ? '' : `；参加：${zh}`}${p.votes === undefined ? '' : `；赞成票${sayShare(p.votes).zh}（以${bases[p.votes.of].zh}计）`}${sayRecord(p.record).zh}${p.evidence === undefined ? '' : '；附书面材料'}`,
      en: `${p.name.en}: ${p.about.en}${en === '' ? '' : `; attended by ${en}`}${p.votes === undefined ? '' : `; ${sayShare(p.votes).en} of ${bases[p.votes.of].en} in favour`}${sayRecord(p.record).en}${p.evidence === undefined ? '' : '; with its papers'}`,
    }
  },
  tightens: (child, parent) => [
    ...noFewer('attendance', { zh: `“${parent.name.zh}”的参加人员`, en: `who attends “${parent.name.en}”` }, child.attendance.map((a) => a.id), parent.attendance.map((a) => a.id)),
    ...sameWords('about', { zh: `“${parent.name.zh}”的做法`, en: `how “${parent.name.en}” is done` }, child.about, parent.about),
    ...(parent.votes === undefined || (child.votes !== undefined && child.votes.of === parent.votes.of && !asksLess(child.votes, parent.votes)) ? [] : loosening('votes', { zh: `“${parent.name.zh}”的通过票`, en: `the votes “${parent.name.en}” needs` }, child.votes, parent.votes, (v) => ({ zh: `${sayShare(v).zh}（${bases[v.of].zh}）`, en: `${sayShare(v).en} of ${bases[v.of].en}` }))),
    ...noFewer('evidence', { zh: `“${parent.name.zh}”的书面材料`, en: `the papers of “${parent.name.en}”` }, child.evidence ?? [], parent.evidence ?? []),
    ...(parent.after ?? []).flatMap((id) => same('after', { zh: `“${parent.name.zh}”之前的程序`, en: `what comes before “${parent.name.en}”` }, child.after?.find((o) => o === id), id)),
    ...recordLoosens(child.record, parent.record, parent.name),
  ],
  adding: 'free',
  judge: (rule, of) => (of.answers === undefined ? [] : [...(rule.record === undefined ? [...recorded(rule, of.answers), ...votes(rule, of)] : [...judgeMeeting(rule, of.answers.steps[rule.id], of.now), ...judgeUnitNotice(rule, of.answers.steps[rule.id], of.now), ...judgeAppraised(rule, of)]), ...papers(rule, of), ...inOrder(rule, of)]),
  // A meeting holds its own numbers.
  asks: (r) => (r.votes === undefined || r.record !== undefined ? [] : askVotes(r, r.votes.of)),
  check: (p) => [...recordFaults(p), ...p.attendance.flatMap((a, i): Fault[] => (p.attendance.findIndex((b) => b.id === a.id) === i ? [] : [{
    path: ['attendance', i, 'id'], expected: { zh: '不重复的代号', en: 'an id used once' }, got: a.id,
    writeInstead: { zh: '删去重复的一项，或另取代号', en: 'remove the repetition or give it another id' },
  }]))],
}

type Answers = NonNullable<Case['answers']>
type Rule = Rested<ProcedureStep>
const atStep = (rule: Rule) => ({ field: `step.${rule.id}` })

const recorded = (rule: Rule, { steps }: Answers): Finding[] => {
  const done = steps[rule.id]
  if (done === undefined || done.day === '' || done.note.trim() === '') return [finding({ code: 'step.missing', at: atStep(rule), rule,
    what: [`“${rule.name.zh}”还没有记录`, `“${rule.name.en}” is not recorded yet`], mend: ['请填日期和经过：在哪里、哪些人、结果如何。', 'Give the day and what happened: where, who, with what result.'] })]
  const missing = rule.attendance.filter((a) => !done.attended.includes(a.id))
  if (missing.length === 0) return []
  const who = { zh: missing.map((a) => a.name.zh).join('、'), en: missing.map((a) => a.name.en).join(', ') }
  // A role that does not exist at that workplace is absent by nature: explained, it warns; unexplained, it blocks.
  const explained = done.absentReason.trim() !== ''
  return [finding({ code: explained ? 'step.absentExplained' : 'step.absent', strength: explained ? 'warn' : rule.strength, at: atStep(rule), rule,
    what: [`“${rule.name.zh}”应到未到：${who.zh}`, `“${rule.name.en}”: not attended by ${who.en}`],
    mend: explained ? [done.absentReason, done.absentReason] : ['请补开，或说明该单位没有这一职务。', 'Hold it again, or explain that this post does not exist there.'] })]
}

const votes = (rule: Rule, { person }: Case): Finding[] => {
  if (rule.votes === undefined || person === undefined) return []
  const asks = askVotes(rule, rule.votes.of)
  const [own, all] = asks.map((a) => person.values?.[a.id]?.trim() ?? '')
  const open = asks.filter((_, i) => !/^\d+$/.test((i === 0 ? own : all) ?? ''))
  if (open.length > 0) return open.map((a) => unanswered(rule, a))
  if (reaches(Number(own), Number(all), rule.votes.share, rule.votes.inclusive)) return []
  return [finding({ code: 'step.votes', rule, at: { field: `property.${asks[0].id}` },
    what: [`“${rule.name.zh}”${bases[rule.votes.of].zh} ${all}，赞成 ${own} 票，应${sayShare(rule.votes).zh}`, `“${rule.name.en}”: ${own} of ${all} in favour; ${sayShare(rule.votes).en} of ${bases[rule.votes.of].en} are needed`], mend: ['没有通过的，另选人选。', 'Nominate somebody else if it did not pass.'] })]
}

const papers = (rule: Rule, { files }: Case): Finding[] => (rule.evidence ?? []).filter((id) => files !== undefined && !files.some((f) => f.materialId === id)).map((id) => finding({ code: 'step.noEvidence', rule, at: { material: id },
  what: [`“${rule.name.zh}”没有附书面材料`, `The papers of “${rule.name.en}” are missing`], mend: ['请上传会议纪要或表决票单。', 'Upload the minutes or the list of votes.'] }))

/** First and last day of a step. An appraisal goes on in several visits: what counts is when it began. */
const spanOf = (id: string, { answers, appraisal }: Case): readonly [from: string, to: string] => {
  const own = answers?.steps[id]
  if (own !== undefined && own.day !== '') return [own.day, own.to === undefined || own.to === '' ? own.day : own.to]
  const days = (appraisal?.items ?? []).filter((i) => i.step === id).flatMap(daysOfItem).toSorted()
  return [days[0] ?? '', days[0] ?? '']
}

/** Days written alike can be compared as they stand. */
const inOrder = (rule: Rule, of: Case): Finding[] => (rule.after ?? []).flatMap((id) => {
  const [[, before], [own]] = [spanOf(id, of), spanOf(rule.id, of)]
  return before === '' || own === '' || before <= own ? [] : [finding({ code: 'step.order', rule, at: atStep(rule), what: [`“${rule.name.zh}”在${sayDay(own).zh}，早于它前面的程序（${sayDay(before).zh}）`, `“${rule.name.en}” is on ${sayDay(own).en}, before the step it follows (${sayDay(before).en})`], mend: ['请核对两个日期。', 'Check both days.'] })]
})
