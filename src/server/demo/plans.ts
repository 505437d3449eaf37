import type { BodyInOf } from '#contract/operation'
import type { createCampaign } from '#contract/operations/campaigns'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { adoptRule } from '#core/campaign/overlay'
import { addDays, dayOf, type CalendarDay } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'

export type Plan = BodyInOf<typeof createCampaign>

interface Dates { readonly opens: number; /** Last day of nominations, included whole. */ readonly deadline: CalendarDay }
interface Names { readonly zh: string; readonly en: string; readonly number: string; readonly places: number; /** A first round by scores, which so many pass. */ readonly scored?: number }

const reason = { zh: '通知没有规定，由活动办公室决定（示例）', en: 'Not stated by the notice; decided by the office (sample)' }
const contact = { person: '郑一帆（示例）', phone: '0000-00000000 转 805', email: 'office@example.org', address: '云岭市示例路 1 号 4 号楼 201 室' }
const hosts = [{ zh: '云川省科学技术协会（示例）', en: 'Yunchuan Association for Science and Technology (sample)' }, { zh: '云川省科学技术厅（示例）', en: 'Yunchuan Department of Science and Technology (sample)' }, { zh: '云川省医学会（示例）', en: 'Yunchuan Medical Association (sample)' }]

const decided = (d: Dates, n: Names): StatedRule[] => {
  const common = { strength: 'block' as const, basis: { kind: 'office decision' as const, reason, date: dayOf(d.opens) } }
  const quorum = { share: { numerator: 2, denominator: 3 }, inclusive: true }
  const threshold = { ...quorum, base: 'present' as const, recusedLeaveBase: true }
  const criteria = [{ id: 'deeds', name: { zh: '事迹', en: 'Deeds' }, from: 0, to: 100, percent: 60 }, { id: 'skill', name: { zh: '业务', en: 'Skill' }, from: 0, to: 100, percent: 40 }]
  const scores: StatedRule[] = n.scored === undefined ? [] : [{ ...common, id: 'round-0', kind: 'round', name: { zh: '初评', en: 'First round' }, method: 'score', ballot: 'secret', score: { from: 0, to: 100, trim: 1, criteria }, quorum, threshold, places: n.scored, maxApprovals: null }]
  return [
    ...scores,
    { ...common, id: 'deadline', kind: 'deadline', day: d.deadline, time: null, dayIncluded: true },
    { ...common, id: 'round-1', kind: 'round', name: { zh: '终评', en: 'Final round' }, method: 'approval', ballot: 'secret', quorum, ...(n.scored !== undefined && { after: 'round-0' }),
      threshold, places: n.places, maxApprovals: n.places },
    { ...common, id: 'public-notice', kind: 'publicNotice', days: 5, count: 'working', summary: { maxLength: 45 } },
  ]
}

const stagesFor = (from: ResolvedDefinition, d: Dates): StatedRule[] => {
  const open = dayOf(d.opens)
  const spans: Readonly<Record<string, readonly [CalendarDay | null, CalendarDay | null]>> = {
    'stage-mobilise': [open, d.deadline], 'stage-nominate': [open, d.deadline], 'stage-select': [addDays(d.deadline, 1), addDays(d.deadline, 20)], 'stage-publicise': [addDays(d.deadline, 21), addDays(d.deadline, 80)], 'stage-study': [addDays(d.deadline, 21), addDays(d.deadline, 180)],
  }
  return rulesOf(from, 'stage').filter((s) => spans[s.id] !== undefined).map((s) => {
    const { about: _about, ...bare } = adoptRule(s, { kind: 'office decision', reason, date: open }) as Extract<StatedRule, { kind: 'stage' }>
    return { ...bare, from: spans[s.id]![0], to: spans[s.id]![1] }
  })
}

const common = (n: Names, d: Dates) => ({
  year: Number(dayOf(d.opens).slice(0, 4)), name: { zh: `${dayOf(d.opens).slice(0, 4)}年“${n.zh}”选树和学习宣传活动`, en: `${n.en} ${dayOf(d.opens).slice(0, 4)}` }, award: { zh: n.zh, en: n.en },
  notice: { title: `关于开展${dayOf(d.opens).slice(0, 4)}年“${n.zh}”选树和学习宣传活动的通知`, number: n.number, date: dayOf(d.opens), hosts }, contact,
})

/** Forwarded from the provincial notice; the office takes materials and steps over from the medical association’s way of doing it. */
export const forwardedPlan = (templates: ReadonlyMap<string, ResolvedDefinition>, n: Names, d: Dates): Plan => {
  const lnma = templates.get('lnma-2021')!
  const basis = { kind: 'office decision' as const, reason, date: dayOf(d.opens) }
  const adopted = [...rulesOf(lnma, 'material'), ...rulesOf(lnma, 'procedureStep')].map((r) => adoptRule(r, basis))
  const quota: StatedRule = { id: 'quota', kind: 'quota', strength: 'block', basis, max: 1 }
  return { ...common(n, d), templateId: 'liaoning-2021', mode: 'forward', rules: [...adopted, quota, ...stagesFor(templates.get('liaoning-2021')!, d), ...decided(d, n)] as never }
}

/** The learned society's notice for a new year. */
export const renewedPlan = (templates: ReadonlyMap<string, ResolvedDefinition>, n: Names, d: Dates): Plan =>
  ({ ...common(n, d), templateId: 'cis-2021', mode: 'renew', rules: [...stagesFor(templates.get('cis-2021')!, d), ...decided(d, n)] as never })
