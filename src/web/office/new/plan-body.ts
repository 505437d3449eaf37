/** The draft as the plan the contract asks for, and what must be filled in before a preview makes sense. */
import type { BodyInOf } from '#contract/operation'
import type { previewCampaign } from '#contract/operations/campaigns'
import type { CalendarDay } from '#core/kernel/instant'
import type { TextKey } from '../../text/catalogue'
import type { PlanDraft, Template } from './plan-draft'
import { planRules } from './plan-rules'

export type PlanBody = BodyInOf<typeof previewCampaign>

const both = (zh: string, en: string) => ({ zh: zh.trim(), en: en.trim() || zh.trim() })
const hostsOf = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean)

export const planBody = (template: Template, templates: readonly Template[], draft: PlanDraft, today: CalendarDay): PlanBody => ({
  ...(draft.previousId === null ? { templateId: template.id } : { previousId: draft.previousId }), mode: draft.mode, year: Number(draft.year), name: both(draft.nameZh, draft.nameEn), award: both(draft.awardZh, draft.awardEn),
  notice: { title: draft.noticeTitle.trim(), number: draft.noticeNumber.trim(), date: draft.noticeDate, hosts: hostsOf(draft.hosts).map((h) => draft.knownHosts.find(({ zh }) => zh === h) ?? { zh: h, en: h }) },
  rules: planRules(template, templates, draft, today),
  contact: draft.contact,
})

/** Labels of the fields without which there is no plan. */
export const missingOf = (draft: PlanDraft): TextKey[] => [
  ...(/^\d{4}$/.test(draft.year) ? [] : ['office.new.year' as const]),
  ...(draft.nameZh.trim() ? [] : ['office.new.nameZh' as const]),
  ...(draft.awardZh.trim() ? [] : ['office.new.awardZh' as const]),
  ...(draft.noticeTitle.trim() ? [] : ['office.new.noticeTitle' as const]),
  ...(draft.noticeDate ? [] : ['office.new.noticeDate' as const]),
  ...(hostsOf(draft.hosts).length > 0 ? [] : ['office.new.hosts' as const]),
]
