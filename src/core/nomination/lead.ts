/** 典型线索 (P9): somebody worth nominating, in few words, by whoever may; the unit makes it a nomination without typing it again. */
import { ruleOf, rulesOf, type ResolvedDefinition } from '../campaign/definition'
import type { ClauseRef } from '../kernel/clause'
import { finding, type Finding, type Words } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import { isMailAddress } from '../mobilisation/address'
import { sureIn } from '../secrecy/marked-values'
import { markedField } from '../secrecy/say'
import type { Fields } from './form'
import { prefill, type Fact } from './record'

export const leadStates = ['new', 'seen', 'passed', 'takenUp', 'declined'] as const
export type LeadState = (typeof leadStates)[number]
/** As whoever reported it is told. */
export const leadStateNames: Readonly<Record<LeadState, Words>> = {
  new: { zh: '新报，还没有看', en: 'New, not looked at yet' }, seen: { zh: '已看，正在了解', en: 'Looked at' }, passed: { zh: '已转交，等对方看', en: 'Passed on, waiting to be looked at' },
  takenUp: { zh: '已采用，正在推荐', en: 'Taken up as a nomination' }, declined: { zh: '没有采用', en: 'Not taken up' },
}
/** Somebody still has to deal with it. */
export const isOpenLead = (state: LeadState): boolean => state === 'new' || state === 'seen' || state === 'passed'
/** Nobody of those it is with has looked at it. */
export const isUnseen = (state: LeadState): boolean => state === 'new' || state === 'passed'

/** By somebody signed in, or by anybody on the open page. */
export const leadSources = ['person', 'public'] as const
export type LeadSource = (typeof leadSources)[number]

/** What is asked of whoever reports; lengths in characters. */
export const leadLimits = { employer: 100, post: 100, reach: 100, deeds: 500, sources: 600, reporter: 50, contact: 100 } as const
/** How long it is kept, and whoever reported it too. */
export const LEAD_DAYS = 365

export interface LeadText {
  readonly candidateName: string
  readonly employer: string
  readonly post: string
  /** Telephone or mail of the person. */
  readonly reach: string
  readonly deeds: string
  /** Where it can be read: links, papers, people. */
  readonly sources: string
}
export interface Reporter { readonly name: string; readonly contact: string }

type Rules = Pick<ResolvedDefinition, 'rules'>
/** The clause that asks for leads; null: the notice does not speak of them. */
export const leadsClause = (d: Rules): ClauseRef | null => rulesOf(d, 'reportBack').find((r) => r.what.zh.includes('线索'))?.rests ?? null
/** 社会征集: only where the notice takes what comes from the public; silence is no invitation. */
export const acceptsPublicLeads = (d: Rules): boolean => ruleOf(d, 'channel')?.allowed.includes('public') ?? false

/** What speaks against reporting one. Whoever is signed in may at any time, also when nominations have closed: it waits for the next campaign. */
export const mayReport = (d: Rules, by: LeadSource, state: 'open' | 'closed'): Finding[] => {
  if (by === 'person' || (acceptsPublicLeads(d) && state === 'open')) return []
  const rule = ruleOf(d, 'channel') ?? null
  return [acceptsPublicLeads(d)
    ? finding({ code: 'lead.closed', rule, strength: 'block', what: ['活动已经结束，不再公开征集线索', 'The campaign is over and takes no leads from the public any more'], mend: ['请留意下一次活动。', 'Look out for the next campaign.'] })
    : finding({ code: 'lead.notOpen', rule, strength: 'block', what: ['这个活动没有公开征集线索', 'This campaign takes no leads from the public'], mend: ['请告诉人选所在的单位，由单位报送。', 'Tell the unit where the person works; it reports leads.'] })]
}

const labels: Readonly<Record<string, Words>> = {
  candidateName: { zh: '姓名', en: 'Name' }, employer: { zh: '工作单位', en: 'Workplace' }, post: { zh: '职务', en: 'Post' }, reach: { zh: '联系方式', en: 'How to reach' }, deeds: { zh: '事迹', en: 'Deeds' }, sources: { zh: '出处', en: 'Sources' },
  name: { zh: '您的姓名', en: 'Your name' }, contact: { zh: '您的联系方式', en: 'How to reach you' },
}
/** 密级标志 in what was typed: nothing of the lead is kept then. */
export const markedLead = (typed: Readonly<Record<string, string>>): Finding[] => Object.entries(typed).flatMap(([field, value]) => {
  const markings = sureIn(value)
  return markings.length === 0 ? [] : [markedField(field, labels[field] ?? { zh: '这一栏', en: 'This field' }, markings)]
})

const reachField = (reach: string): 'email' | 'phone' | null => (isMailAddress(reach.trim()) ? 'email' : /^\+?[\d\s()-]{7,20}$/.test(reach.normalize('NFKC').trim()) ? 'phone' : null)
const fieldTypes: Readonly<Record<string, string>> = { name: 'text', employer: 'text', post: 'text', phone: 'phone', email: 'email', deeds: 'longText' }

/** What the lead says, as facts for the fields of a form. */
export const factsOfLead = (lead: LeadText, at: Instant): Fact[] => {
  const reach = reachField(lead.reach)
  const told: Record<string, string> = { name: lead.candidateName, employer: lead.employer, post: lead.post, deeds: lead.deeds, ...(reach === null ? {} : { [reach]: lead.reach.normalize('NFKC').trim() }) }
  return Object.entries(told).flatMap(([field, value]) => (value.trim() === '' ? [] : [{ field, type: fieldTypes[field]!, value, at }]))
}
/** Into fields that are empty, and fit. */
export const fieldsOfLead = (d: Rules, lead: LeadText, into: Fields): Fields => prefill(d, factsOfLead(lead, 0), into)

/** Somebody of the same name on the way already, or told of by another lead. */
export interface LeadTwins {
  /** The unit's own nominations. */
  readonly own: readonly { readonly nominationId: string; readonly sameEmployer: boolean; readonly open: boolean }[]
  /** Another unit put forward somebody of the same name and workplace; which one is not told. */
  readonly elsewhere: boolean
  readonly leads: number
}
/** Asked, never merged silently. */
export const judgeLeadTwins = (twins: LeadTwins): Finding[] => [
  ...(twins.own.length === 0 ? [] : [finding({ code: 'lead.twice.own', rule: null, strength: 'warn', at: { field: 'name' }, what: [`本单位已有 ${twins.own.length} 件同名人选的推荐`, `The unit has ${twins.own.length} nomination(s) of somebody of this name`], mend: ['是同一人的，请并入那一件；不是同一人的，再单独推荐。', 'If it is the same person, add the lead to that one; if not, begin another.'] })]),
  ...(twins.elsewhere ? [finding({ code: 'lead.twice.elsewhere', rule: null, strength: 'warn', at: { field: 'name' }, what: ['姓名、单位相同的人选在本活动已由其他渠道推荐，可能是同一人', 'Somebody of the same name and workplace was put forward in this campaign by another channel'], mend: ['请先与人选本人和活动办公室核对。', 'Check with the person and the office first.'] })] : []),
  ...(twins.leads === 0 ? [] : [finding({ code: 'lead.twice.lead', rule: null, strength: 'note', at: { field: 'name' }, what: [`另有 ${twins.leads} 条线索说的是同名的人`, `${twins.leads} more lead(s) speak of somebody of this name`], mend: ['采用一条之后，其余的可以并入同一件推荐。', 'Once one is taken up, the others can be added to the same nomination.'] })]),
]
