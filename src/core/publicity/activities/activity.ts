/** 学习宣传活动: one activity as a unit records it, in the columns of the 开展情况汇总表. */
import { z } from 'zod'
import { calendarDay } from '../../rules/rule-base'
import type { ResolvedDefinition } from '../../campaign/definition'
import { rulesOf } from '../../campaign/definition'
import type { Words } from '../../kernel/finding'

/** The usual forms (形式), in the order they are offered; `other` is told in words. */
export const activityForms = ['talk', 'symposium', 'study', 'partyDay', 'service', 'visit', 'exhibition', 'screening', 'launch', 'online', 'other'] as const
export type ActivityForm = (typeof activityForms)[number]
export const formNames: Readonly<Record<ActivityForm, Words>> = {
  talk: { zh: '报告会、宣讲', en: 'Talk' }, symposium: { zh: '座谈会', en: 'Symposium' }, study: { zh: '集中学习', en: 'Study meeting' }, partyDay: { zh: '主题党日', en: 'Party day' },
  service: { zh: '科普和志愿服务', en: 'Science outreach, volunteering' }, visit: { zh: '走访慰问', en: 'Visit' }, exhibition: { zh: '展览、宣传栏', en: 'Exhibition, notice board' }, screening: { zh: '观看影片', en: 'Film screening' },
  launch: { zh: '发布仪式', en: 'Launch event' }, online: { zh: '线上宣传', en: 'Online' }, other: { zh: '其他', en: 'Other' },
}
/** Nobody is counted who walks past a board or reads a post. */
export const uncounted: readonly ActivityForm[] = ['exhibition', 'online']

/** Characters, links and photographs of one activity; people of one activity; activities of one unit on one day. */
export const activityLimits = { name: 60, place: 80, hosts: 120, words: 500, otherForm: 20, links: 10, link: 500, photos: 6, people: 1_000_000, ofOneDay: 100 } as const

export const activity = z.strictObject({
  name: z.string().trim().max(activityLimits.name),
  form: z.enum(activityForms),
  /** Of `other` alone. */
  otherForm: z.string().trim().max(activityLimits.otherForm),
  day: calendarDay,
  place: z.string().trim().max(activityLimits.place),
  /** Who took part; null: not counted. */
  people: z.int().nullable(),
  hosts: z.string().trim().max(activityLimits.hosts),
  /** 主要内容和效果. */
  words: z.string().trim().max(activityLimits.words),
  /** 报道链接, as they were pasted. */
  links: z.array(z.string().trim().min(1).max(activityLimits.link)).max(activityLimits.links),
})
export type Activity = z.infer<typeof activity>

/** 形式 as the sheet says it. */
export const sayForm = (a: Pick<Activity, 'form' | 'otherForm'>): Words => (a.form === 'other' && a.otherForm !== '' ? { zh: a.otherForm, en: a.otherForm } : formNames[a.form])

const ofChannel: Readonly<Record<string, ActivityForm>> = { talks: 'talk', visits: 'visit', exhibition: 'exhibition', launch: 'launch', newMedia: 'online', shortVideo: 'online', website: 'online', posters: 'exhibition' }
/** Forms as they are offered: what the notice names first. */
export const formsOf = (d: Pick<ResolvedDefinition, 'rules'>): ActivityForm[] => {
  const named = rulesOf(d, 'publicity').flatMap((r) => r.channels.flatMap((c) => ofChannel[c.by] ?? []))
  return [...new Set<ActivityForm>([...named, ...activityForms])]
}
