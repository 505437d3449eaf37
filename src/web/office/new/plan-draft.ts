/** What stands in the form of a new campaign. Numbers are text until they are whole: nothing is guessed for the office. */
import type { AnswerOf } from '#contract/operation'
import type { listTemplates } from '#contract/operations/campaigns'
import { ruleOf, rulesOf } from '#core/campaign/definition'
import type { CalendarDay } from '#core/kernel/instant'
import type { Words } from '#core/kernel/finding'
import type { NotStated } from '#core/rules/rule'
import { blankMethod, type MethodDraft } from './round-method'

export type Template = AnswerOf<typeof listTemplates>['templates'][number]
/** A rule as the contract carries it. */
export type RawRule = Readonly<Record<string, unknown>>
/** `null`: the reason that stands already, else the one the form offers. */
export interface Decision { reason: string | null; date: CalendarDay; stands?: Words }
export interface ShareDraft { numerator: string; denominator: string; inclusive: boolean }
export interface RoundDraft {
  nameZh: string; nameEn: string; ballot: string; quorum: ShareDraft; threshold: ShareDraft; base: string; recusedLeaveBase: boolean; places: string; maxApprovals: string; method: MethodDraft
}
export interface PlanDraft {
  mode: 'forward' | 'renew'
  year: string; nameZh: string; nameEn: string; awardZh: string; awardEn: string
  noticeTitle: string; noticeNumber: string; noticeDate: string; hosts: string
  contact: { person: string; phone: string; email: string; address: string }
  deadline: { day: string; dayIncluded: boolean; wholeDay: boolean; time: string }
  /** By rule id. */
  stages: Record<string, { from: string; to: string }>
  quota: string
  rounds: Record<string, RoundDraft>
  publicNotice: { days: string; count: string; /** Empty: of any length. */ summaryMax: string; /** 结果和公示一并发布. */ twoPersons: boolean }
  /** One's own campaign of an earlier year that this one continues; null where it begins from a template. */
  previousId: string | null
  /** Renewing: other days that rules name, by rule and place (`dayKey`). */
  days: Record<string, string>
  /** Renewing: rules whose days a person looked at, by id. */
  checked: Record<string, boolean>
  /** Rule id → template it is taken from. */
  adopted: Record<string, string>
  decisions: Record<string, Decision>
  /** The campaign's own rules as they stand, when a draft is reopened: what the form does not ask for stays. */
  kept: Readonly<Record<string, RawRule>>
  /** Hosts named before, with their English. */
  knownHosts: readonly Words[]
}

/** Rules the form asks for, by the ids under which the template leaves them open. */
export interface Needs { deadlineId: string; quotaId: string | null; roundIds: readonly string[]; publicNoticeId: string | null; toAdopt: readonly NotStated[] }

const asked = ['quota', 'deadline', 'round', 'publicNotice']

export const needsOf = ({ definition: d }: Template): Needs => {
  const open = (kind: string) => d.open.filter((o) => o.kind === kind).map((o) => o.id)
  const one = (kind: 'quota' | 'publicNotice', id: string) => (ruleOf(d, kind) ? null : open(kind)[0] ?? id)
  const rounds = open('round')
  return {
    deadlineId: ruleOf(d, 'deadline')?.id ?? open('deadline')[0] ?? 'deadline',
    quotaId: one('quota', 'quota'), publicNoticeId: one('publicNotice', 'public-notice'),
    roundIds: rounds.length > 0 || rulesOf(d, 'round').length > 0 ? rounds : ['round-1'],
    toAdopt: d.open.filter((o) => !asked.includes(o.kind)),
  }
}

/** Rounds of the plan in their order: those the template leaves open, then those the office added. */
export const roundIdsOf = (template: Template, draft: Pick<PlanDraft, 'rounds'>): string[] => { const { roundIds } = needsOf(template); return [...roundIds, ...Object.keys(draft.rounds).filter((id) => !roundIds.includes(id))] }

const blankShare = (): ShareDraft => ({ numerator: '', denominator: '', inclusive: true })
const ordinals: readonly Words[] = [{ zh: '第一轮', en: 'First round' }, { zh: '第二轮', en: 'Second round' }, { zh: '第三轮', en: 'Third round' }]
export const blankRound = (i: number): RoundDraft => ({
  nameZh: ordinals[i]?.zh ?? '', nameEn: ordinals[i]?.en ?? '', ballot: '', quorum: blankShare(), threshold: blankShare(), base: '', recusedLeaveBase: false, places: '', maxApprovals: '', method: blankMethod,
})

/** Names move to the new year; dates begin empty, so that none of another year slips through. */
export const beginDraft = (template: Template, today: CalendarDay): PlanDraft => {
  const { definition: d } = template
  const year = today.slice(0, 4)
  const renewed = (text: string) => text.replaceAll(String(template.year), year)
  return {
    mode: 'forward', year, nameZh: renewed(d.name.zh), nameEn: renewed(d.name.en), awardZh: d.award.zh, awardEn: d.award.en,
    noticeTitle: '', noticeNumber: '', noticeDate: '', hosts: '', contact: { person: '', phone: '', email: '', address: '' },
    deadline: { day: '', dayIncluded: true, wholeDay: true, time: '' }, stages: {}, quota: '',
    rounds: Object.fromEntries(needsOf(template).roundIds.map((id, i) => [id, blankRound(i)])),
    publicNotice: { days: '', count: '', summaryMax: '', twoPersons: false }, previousId: null, days: {}, checked: {}, adopted: {}, decisions: {}, kept: {}, knownHosts: d.notice.hosts,
  }
}
