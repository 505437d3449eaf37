/** How a step of procedure is recorded where a day and a few words are not enough: a meeting, a public notice inside the unit, an appraisal (考核调研) at the workplace. Each part is asked for where the rule names it. */
import { z } from 'zod'
import type { Words } from '../kernel/finding'
import type { Rested } from './case'
import { asksLess, sayShare } from './round-say'
import { fraction, slug, type words } from './rule-base'
import type { Fault } from './rule-kind'
import { loosening, noFewer, noLess, type Loosening } from './tightness'

const stops = z.enum(['block', 'warn'])

export const stepRecord = z.strictObject({
  /** 会议: day, place, entitled and present; with `votes` also how they were cast. */
  meeting: z.strictObject({ quorum: z.strictObject({ share: fraction, inclusive: z.boolean() }).optional() }).optional(),
  /** 单位内公示: from, to, place, result, objections. How long it lasts is said by a rule on the public notice that names this step. */
  notice: z.literal(true).optional(),
  /** 走访: to the workplace, at least once. */
  visit: z.literal(true).optional(),
  /** 座谈会 with the attendance of the rule; `remote`: by video is as good as in the room. */
  symposium: z.strictObject({ remote: z.boolean() }).optional(),
  /** 个别谈话: with how many at least. */
  talks: z.strictObject({ least: z.int().min(1).max(50) }).optional(),
  /** 逐项核实: how hard it holds that a fact was not verified (or changed since), differs, or cannot be verified. Of materials those named; absent: all that are not seals or evidence of a step. */
  verification: z.strictObject({ unverified: stops, differing: stops, unknown: stops, materials: z.array(slug).min(1).optional() }).optional(),
})
export type StepRecord = z.infer<typeof stepRecord>
/** What the parts of a record judge by: the step, without what only its own file knows. */
export type RecordedStep = Rested<{ readonly id: string; readonly kind: 'procedureStep'; readonly strength: 'block' | 'warn' | 'note'; readonly name: z.infer<typeof words>; readonly attendance: readonly { readonly id: string; readonly name: z.infer<typeof words> }[]; readonly record?: StepRecord | undefined }>

export const appraisalParts = ['visit', 'symposium', 'talks', 'verification'] as const
export type AppraisalPart = (typeof appraisalParts)[number]
const allParts = ['meeting', 'notice', ...appraisalParts] as const
const partsIn = (r: StepRecord | undefined): string[] => (r === undefined ? [] : allParts.filter((p) => r[p] !== undefined))

/** Whether any part of it belongs to the appraisal at the workplace. */
export const isAppraised = (r: { readonly record?: StepRecord | undefined }): boolean => appraisalParts.some((p) => r.record?.[p] !== undefined)

const quorumOf = (r: StepRecord | undefined): Words => (r?.meeting?.quorum === undefined ? { zh: '', en: '' } : { zh: `，到会${sayShare(r.meeting.quorum).zh}`, en: `, ${sayShare(r.meeting.quorum).en} of those entitled present` })

/** Added to the sentence of the step; empty where nothing is asked beyond a day and words. */
export const sayRecord = (r: StepRecord | undefined): Words => {
  if (r === undefined) return { zh: '', en: '' }
  const said: (readonly [string, string] | false)[] = [
    r.meeting !== undefined && [`写明会议日期、地点、应到和到会人数${quorumOf(r).zh}`, `day, place and numbers of the meeting are recorded${quorumOf(r).en}`],
    r.notice === true && ['写明公示起止、地点和结果', 'days, place and result of the notice are recorded'],
    r.visit === true && ['到人选单位走访', 'the workplace is visited'],
    r.symposium !== undefined && (r.symposium.remote ? ['参加人员逐一登记，可以视频参加' as const, 'each person is recorded and may take part by video' as const] : ['参加人员逐一登记，须到场' as const, 'each person is recorded and comes in person' as const]),
    r.talks !== undefined && [`个别谈话不少于 ${r.talks.least} 人`, `individual talks with at least ${r.talks.least}`],
    r.verification !== undefined && ['推荐表和材料逐项核实', 'every fact of form and materials is verified'],
  ]
  const kept = said.filter((s) => s !== false)
  return { zh: kept.map(([zh]) => `；${zh}`).join(''), en: kept.map(([, en]) => `; ${en}`).join('') }
}

const names: Readonly<Record<string, Words>> = { meeting: { zh: '会议', en: 'the meeting' }, notice: { zh: '公示', en: 'the notice' }, visit: { zh: '走访', en: 'the visit' }, symposium: { zh: '座谈会', en: 'the symposium' }, talks: { zh: '个别谈话', en: 'the talks' }, verification: { zh: '逐项核实', en: 'verification' } }
const hardness: Readonly<Record<string, Words>> = { block: { zh: '不得', en: 'stops' }, warn: { zh: '提醒', en: 'warns' } }
const yes = (v: boolean): Words => (v ? { zh: '可以视频', en: 'by video too' } : { zh: '须到场', en: 'in person' })

/** In what a level below asks less of the record. */
export const recordLoosens = (child: StepRecord | undefined, parent: StepRecord | undefined, step: Words): Loosening[] => {
  if (parent === undefined) return []
  const label = (zh: string, en: string): Words => ({ zh: `“${step.zh}”${zh}`, en: `${en} of “${step.en}”` })
  const [c, p] = [child?.meeting?.quorum, parent.meeting?.quorum]
  const [own, upper] = [child?.verification, parent.verification]
  return [
    ...noFewer('record', label('要记的内容', 'what is recorded'), partsIn(child).map((x) => names[x]!.zh), partsIn(parent).map((x) => names[x]!.zh)),
    ...(p === undefined || (c !== undefined && !asksLess(c, p)) ? [] : loosening('quorum', label('的到会人数', 'the quorum'), c, p, sayShare)),
    ...(parent.symposium?.remote === false && child?.symposium?.remote === true ? loosening('remote', label('怎样参加', 'how people take part'), true, false, yes) : []),
    ...noLess('talks', label('谈话人数', 'the number of talks'), child?.talks?.least, parent.talks?.least),
    ...(['unverified', 'differing', 'unknown'] as const).flatMap((key) => (upper?.[key] === 'block' && own?.[key] === 'warn' ? loosening(key, label('核实的效力', 'how hard verification holds'), 'warn', 'block', (v) => hardness[v]!) : [])),
    ...(own?.materials === undefined || upper === undefined ? [] : upper.materials === undefined ? loosening('materials', label('核实的材料', 'the materials verified'), own.materials.join('、'), undefined, (v) => ({ zh: v, en: v })) : noFewer('materials', label('核实的材料', 'the materials verified'), own.materials, upper.materials)),
  ]
}

/** What does not go together in one step. */
export const recordFaults = (r: { readonly record?: StepRecord | undefined; readonly votes?: unknown; readonly attendance: readonly unknown[] }): Fault[] => {
  if (r.record === undefined) return []
  const fault = (path: readonly string[], expected: Words, got: string, writeInstead: Words): Fault => ({ path, expected, got, writeInstead })
  const parts = partsIn(r.record)
  return [
    ...(parts.length === 0 ? [fault(['record'], { zh: '至少一项要记的内容', en: 'at least one part' }, '{}', { zh: '写明 meeting、notice、visit、symposium、talks 或 verification，或去掉 record', en: 'name meeting, notice, visit, symposium, talks or verification, or leave record out' })] : []),
    ...(parts.length > 1 && (parts.includes('meeting') || parts.includes('notice')) ? [fault(['record'], { zh: '会议、公示各自成一步', en: 'a meeting or a notice is a step of its own' }, parts.join(', '), { zh: '拆成几步，用 after 写明先后', en: 'make them steps of their own, in order by after' })] : []),
    ...(r.votes !== undefined && r.record.meeting === undefined ? [fault(['votes'], { zh: '有会议才有表决', en: 'votes are cast at a meeting' }, 'votes', { zh: '在 record 里加 meeting', en: 'add meeting to record' })] : []),
    ...(r.attendance.length > 0 && r.record.symposium === undefined ? [fault(['attendance'], { zh: '有座谈会才逐一登记参加人员', en: 'attendance is recorded at a symposium' }, 'attendance', { zh: '在 record 里加 symposium，或去掉 attendance', en: 'add symposium to record or leave attendance out' })] : []),
  ]
}
