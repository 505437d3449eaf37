import { z } from 'zod'
import { finding, type Words } from '../kernel/finding'
import { sayDay, sayDays } from '../kernel/instant'
import { calendarDay, ruleBase, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening } from './tightness'

/** 活动环节: mobilise, nominate, select, publicise, study, each with dates; a third of a month (下旬) keeps its own words in `about`. */
export const stage = z.strictObject({
  ...ruleBase,
  kind: z.literal('stage'),
  name: words,
  from: calendarDay.nullable().default(null),
  to: calendarDay.nullable().default(null),
  about: words.optional(),
})
export type Stage = z.infer<typeof stage>

export const stageKind: KindOfRule<Stage> = {
  schema: stage,
  name: { zh: '活动环节', en: 'Stage' },
  say: (s) => ({ zh: `${s.name.zh}：${span(s).zh}`, en: `${s.name.en}: ${span(s).en}` }),
  // A level may let a stage end earlier; one it ends later would outlast the level that waits for it. Without a date of its own it keeps the parent's.
  tightens: (child, parent) => (parent.to !== null && child.to !== null && child.to > parent.to
    ? loosening('to', { zh: `“${parent.name.zh}”环节的结束`, en: `the end of the stage “${parent.name.en}”` }, child.to, parent.to, sayDay) : []),
  adding: 'free',
  // A stage says when something is done: a day outside of it contradicts the notice.
  judge: (rule, of) => {
    const day = of.done?.[rule.id]
    if (day === undefined || day === null || ((rule.from === null || day >= rule.from) && (rule.to === null || day <= rule.to))) return []
    return [finding({
      code: 'stage.outside', rule, at: { field: `stage.${rule.id}` },
      what: [`“${rule.name.zh}”是${span(rule).zh}，这里是${sayDay(day).zh}`, `“${rule.name.en}” is ${span(rule).en}; this is ${sayDay(day).en}`], mend: ['请改在环节之内，或改正环节的日期。', 'Move it into the stage, or mend the stage.'],
    })]
  },
  check: (s) => (s.from !== null && s.to !== null && s.from > s.to ? [{
    path: ['to'], expected: { zh: `不早于 ${s.from} 的日期`, en: `a day not before ${s.from}` }, got: s.to,
    writeInstead: { zh: `把 to 改为 ${s.from} 或以后，或改正 from`, en: `set to to ${s.from} or later, or mend from` },
  }] : []),
}

/** Whether it has a day: one without tells nobody when. */
export const saysWhen = (s: Pick<Stage, 'from' | 'to'>): boolean => s.from !== null || s.to !== null

const span = ({ from, to }: Stage): Words => {
  if (from !== null && to !== null) return sayDays(from, to)
  if (from !== null) return { zh: `${sayDay(from).zh}起`, en: `from ${sayDay(from).en}` }
  return to === null ? { zh: '时间未定', en: 'no dates set' } : { zh: `至${sayDay(to).zh}`, en: `until ${sayDay(to).en}` }
}
