/** A campaign that is still a draft, back in the form: everything it says is filled in, and saving it unchanged changes nothing. */
import type { AnswerOf } from '#contract/operation'
import type { readCampaign } from '#contract/operations/campaigns'
import { ruleOf, rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { ownId } from '#core/campaign/overlay'
import { canonical } from '#core/kernel/canonical'
import type { CalendarDay } from '#core/kernel/instant'
import { beginDraft, needsOf, type Decision, type PlanDraft, type RawRule, type RoundDraft, type ShareDraft, type Template } from './plan-draft'
import { draftAsItStands } from './plan-rules'
import { carriedBefore } from './renewal'
import { methodDraft } from './round-method'

export type Draft = Pick<AnswerOf<typeof readCampaign>, 'definition' | 'contact'>
export interface Origin { template: Template; mode: PlanDraft['mode'] }

const aboveOf = (d: ResolvedDefinition): string | null => d.chain.at(-2)?.id ?? null

/** The template a draft was made of, and how it was used; null when its file is gone. */
export const originOf = ({ definition: d }: Draft, templates: readonly Template[]): Origin | null => {
  const named = templates.filter((t) => ownId(t.id, d.year) === d.id)
  const forwarded = named.find((t) => t.id === aboveOf(d))
  if (forwarded) return { template: forwarded, mode: 'forward' }
  const renewed = named.filter((t) => aboveOf(t.definition) === aboveOf(d)).toSorted((a, b) => b.year - a.year)[0]
  return renewed ? { template: renewed, mode: 'renew' } : null
}

/** The draft among the sources of its own rules. */
export const asSource = ({ definition: d }: Draft): Template => ({ id: draftAsItStands, name: d.name, issuer: d.notice.issuer, year: d.year, level: d.level, definition: d })

const raw = ({ rests: _rests, ...rule }: ResolvedRule): RawRule => rule
/** What the campaign itself says beyond its template. */
const ownRules = ({ definition: d }: Draft, template: Template): Record<string, RawRule> => {
  const said = new Map(template.definition.rules.map((r) => [r.id, canonical(raw(r))]))
  return Object.fromEntries(d.rules.filter((r) => r.rests.source?.definition === d.id && said.get(r.id) !== canonical(raw(r))).map((r) => [r.id, raw(r)]))
}

const text = (n: number | null | undefined): string => (n == null ? '' : String(n))
const shareOf = (s: { share: { numerator: number; denominator: number }; inclusive: boolean }): ShareDraft => ({ numerator: text(s.share.numerator), denominator: text(s.share.denominator), inclusive: s.inclusive })
const roundOf = (r: ResolvedRule<'round'>): RoundDraft => ({
  nameZh: r.name.zh, nameEn: r.name.en, ballot: r.ballot, quorum: shareOf(r.quorum), threshold: shareOf(r.threshold), base: r.threshold.base, recusedLeaveBase: r.threshold.recusedLeaveBase,
  places: text(r.places), maxApprovals: text(r.maxApprovals), method: methodDraft(r),
})

const headOf = ({ definition: d, contact }: Draft) => ({
  year: String(d.year), nameZh: d.name.zh, nameEn: d.name.en, awardZh: d.award.zh, awardEn: d.award.en,
  noticeTitle: d.notice.title, noticeNumber: stated(d.notice.number), noticeDate: stated(d.notice.date), hosts: d.notice.hosts.map((h) => h.zh).join('\n'), knownHosts: d.notice.hosts, contact,
})
const stated = (value: string): string => (value === 'not stated' ? '' : value)

/** The same head on another template: its dates and decisions are asked for anew. */
export const onOtherTemplate = (draft: Draft, template: Template, today: CalendarDay): PlanDraft => ({ ...beginDraft(template, today), ...headOf(draft) })

export const reopenDraft = (draft: Draft, { template, mode }: Origin, today: CalendarDay): PlanDraft => {
  const { definition: d } = draft
  const needs = needsOf(template)
  const kept = ownRules(draft, template)
  const own = <R extends ResolvedRule>(rules: readonly R[]): R[] => rules.filter((r) => r.id in kept)
  const [deadline] = own(rulesOf(d, 'deadline')).filter((r) => r.id === needs.deadlineId)
  const notice = needs.publicNoticeId === null ? undefined : ruleOf(d, 'publicNotice', needs.publicNoticeId)
  const begun = beginDraft(template, today)
  return {
    ...begun, ...headOf(draft), mode, kept, ...(mode === 'renew' ? carriedBefore(d.rules) : {}),
    deadline: deadline ? { day: deadline.day, dayIncluded: deadline.dayIncluded, wholeDay: deadline.time === null, time: deadline.time ?? '' } : begun.deadline,
    stages: Object.fromEntries(own(rulesOf(d, 'stage')).map((s) => [s.id, { from: s.from ?? '', to: s.to ?? '' }])),
    quota: needs.quotaId === null ? '' : text(ruleOf(d, 'quota', needs.quotaId)?.max),
    rounds: { ...begun.rounds, ...Object.fromEntries(rulesOf(d, 'round').filter((r) => needs.roundIds.includes(r.id) || (/^round-\d+$/.test(r.id) && r.rests.source?.definition === d.id)).map((r) => [r.id, roundOf(r)])) },
    publicNotice: notice === undefined ? begun.publicNotice : { days: text(notice.days), count: notice.count, summaryMax: text(notice.summary?.maxLength), twoPersons: notice.release === 'twoPersons' },
    adopted: Object.fromEntries(needs.toAdopt.filter((o) => o.id in kept).map((o) => [o.id, draftAsItStands])),
    decisions: Object.fromEntries(own(d.rules).flatMap((r): [string, Decision][] => (r.basis === undefined ? [] : [[r.id, { reason: null, date: r.basis.date, stands: r.basis.reason }]]))),
  }
}
