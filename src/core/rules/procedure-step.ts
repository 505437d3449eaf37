import { z } from 'zod'
import { ruleBase, words } from './rule-base'
import type { Fault, KindOfRule } from './rule-kind'
import { noFewer, sameWords } from './tightness'

/** 单位程序: what the unit does before it seals (democratic procedure, internal public notice, appraisal), recorded with a day and a few words. */
export const procedureStep = z.strictObject({
  ...ruleBase,
  kind: z.literal('procedureStep'),
  name: words,
  about: words,
  /** Roles whose attendance is prescribed (座谈会), ticked one by one. */
  attendance: z.array(z.strictObject({ id: z.string().min(1), name: words })).default([]),
})
export type ProcedureStep = z.infer<typeof procedureStep>

export const procedureStepKind: KindOfRule<ProcedureStep> = {
  schema: procedureStep,
  name: { zh: '单位程序', en: 'Procedure step' },
  say: (p) => {
    const [zh, en] = [p.attendance.map((a) => a.name.zh).join('、'), p.attendance.map((a) => a.name.en).join(', ')]
    return zh === '' ? { zh: `${p.name.zh}：${p.about.zh}`, en: `${p.name.en}: ${p.about.en}` } : { zh: `${p.name.zh}：${p.about.zh}；参加：${zh}`, en: `${p.name.en}: ${p.about.en}; attended by ${en}` }
  },
  tightens: (child, parent) => [
    ...noFewer('attendance', { zh: `“${parent.name.zh}”的参加人员`, en: `who attends “${parent.name.en}”` }, child.attendance.map((a) => a.id), parent.attendance.map((a) => a.id)),
    ...sameWords('about', { zh: `“${parent.name.zh}”的做法`, en: `how “${parent.name.en}” is done` }, child.about, parent.about),
  ],
  adding: 'free',
  check: (p) => p.attendance.flatMap((a, i): Fault[] => (p.attendance.findIndex((b) => b.id === a.id) === i ? [] : [{
    path: ['attendance', i, 'id'], expected: { zh: '不重复的代号', en: 'an id used once' }, got: a.id,
    writeInstead: { zh: '删去重复的一项，或另取代号', en: 'remove the repetition or give it another id' },
  }])),
}
