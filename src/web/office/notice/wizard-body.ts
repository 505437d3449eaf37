/** The wizard as the plan the contract asks for, and back from a draft that was kept. */
import type { AnswerOf } from '#contract/operation'
import type { readCampaign, readSource } from '#contract/operations/campaigns'
import { adoptRule } from '#core/campaign/overlay'
import { rulesOf, type ResolvedRule } from '#core/campaign/definition'
import type { RawRule } from '#core/notice/draft/draft-definition'
import type { CalendarDay } from '#core/kernel/instant'
import type { TextKey } from '../../text/catalogue'
import type { PlanBody } from '../new/plan-body'
import type { Template } from '../new/plan-draft'
import { inherited, readable, under, type History, type Wizard, type WizardRule } from './wizard'

type Kept = AnswerOf<typeof readCampaign>
export type Source = NonNullable<AnswerOf<typeof readSource>['source']>

const raw = ({ rests: _rests, ...rule }: ResolvedRule): RawRule => rule as unknown as RawRule
const both = (zh: string) => ({ zh: zh.trim(), en: zh.trim() })
const lines = (text: string) => text.split('\n').map((l) => l.trim()).filter(Boolean)
const formReason = { zh: '通知所附推荐表的栏目不在正文内，沿用通常栏目', en: 'The fields of the attached form are not in the text; the usual ones are taken over' }

/** What must stand before there is a plan at all; everything else may be missing in a draft. */
export const missingHead = ({ head }: Wizard): TextKey[] => [
  ...(/^\d{4}$/.test(head.year) ? [] : ['office.new.year' as const]),
  ...(head.name.trim() ? [] : ['office.new.nameZh' as const]),
  ...(head.award.trim() ? [] : ['office.new.awardZh' as const]),
  ...(head.title.trim() ? [] : ['office.new.noticeTitle' as const]),
  ...(head.date ? [] : ['office.new.noticeDate' as const]),
  ...(lines(head.hosts).length > 0 ? [] : ['office.new.hosts' as const]),
]

/** What was added since the level above was chosen takes its ids too. */
export const wizardBody = (wizard: Wizard, templates: readonly Template[], today: CalendarDay): PlanBody => bodyOf(under(wizard, aboveOf(wizard, templates) ?? null), templates, today)

const bodyOf = (w: Wizard, templates: readonly Template[], today: CalendarDay): PlanBody => ({
  ...(w.above === null ? { mode: 'own' as const } : { mode: 'forward' as const, templateId: w.above }),
  year: Number(w.head.year), name: both(w.head.name), award: both(w.head.award),
  notice: { title: w.head.title.trim(), number: w.head.number.trim(), date: w.head.date, hosts: lines(w.head.hosts).map(both), basis: lines(w.head.basis) },
  rules: [...w.rules.filter((r) => r.state !== 'removed' && !inherited(r, aboveOf(w, templates))).map(({ rule }) => (readable(rule) === null ? open(rule) : rule)), ...formOf(w, templates, today)],
  contact: w.contact,
  source: { text: w.text, marks: w.rules.map((r) => markOf(r, inherited(r, aboveOf(w, templates)))) },
})

export const aboveOf = (w: Wizard, templates: readonly Template[]): Template['definition'] | undefined => templates.find((t) => t.id === w.above)?.definition

/** A rule that lacks something holds nobody yet: the definition leaves its kind open, and cannot be issued so. */
const open = ({ id, kind }: RawRule): RawRule => ({ id, kind, notStated: true })
const markOf = ({ rule, place, state, doubts }: WizardRule, isInherited: boolean): Source['marks'][number] => ({
  ruleId: rule.id, from: place?.from ?? 0, to: place?.to ?? 0, state,
  ...(state === 'removed' || isInherited || readable(rule) === null ? { rule: { ...rule } } : {}), ...(doubts.length > 0 ? { doubts: doubts.map((q) => ({ ...q, readings: [...q.readings] })) } : {}),
})

/** Fields of another definition's form, as the office's decision. A level above that has a form brings its own. */
const formOf = (w: Wizard, templates: readonly Template[], today: CalendarDay): RawRule[] => {
  const chosen = templates.find((t) => t.id === w.form)
  const above = templates.find((t) => t.id === w.above)
  if (chosen === undefined || (above !== undefined && rulesOf(above.definition, 'formField').length > 0)) return []
  const own = new Set(w.rules.filter((r) => r.state !== 'removed').map((r) => r.rule.id))
  return rulesOf(chosen.definition, 'formField').filter((r) => !own.has(r.id)).map((r) => adoptRule(r, { kind: 'office decision', reason: formReason, date: today }) as unknown as RawRule)
}


/** A draft that was kept, as it stood: with its text, its marks, and what the definition could not hold. */
export const reopenWizard = (campaign: Pick<Kept, 'definition' | 'contact'>, source: Source, templates: readonly Template[]): History => {
  const d = campaign.definition
  const own = d.rules.filter((r) => r.rests.source?.definition === d.id)
  const marked = new Set(source.marks.map((m) => m.ruleId))
  const rules = [
    ...source.marks.flatMap((m): WizardRule[] => {
      const held = own.find((r) => r.id === m.ruleId)
      const rule = held === undefined ? (m.rule as RawRule | undefined) : raw(held)
      return rule === undefined ? [] : [{ rule, doubts: m.doubts ?? [], state: m.state, ...(m.to > m.from ? { place: { from: m.from, to: m.to } } : {}) }]
    }),
    ...own.filter((r) => r.kind !== 'formField' && !marked.has(r.id)).map((r): WizardRule => ({ rule: raw(r), doubts: [], state: 'added' })),
  ]
  const fields = own.filter((r) => r.kind === 'formField')
  const form = templates.find((t) => fields.length > 0 && fields.every((f) => t.definition.rules.some((r) => r.id === f.id)))?.id ?? null
  const stated = (value: string) => (value === 'not stated' ? '' : value)
  return { before: [], now: {
    text: source.text, rules, form, above: d.chain.at(-2)?.id ?? null, contact: campaign.contact,
    head: { title: d.notice.title, number: stated(d.notice.number), date: stated(d.notice.date), year: String(d.year), name: d.name.zh, award: d.award.zh, hosts: d.notice.hosts.map((h) => h.zh).join('\n'), basis: d.notice.basis.join('\n') },
  } }
}
