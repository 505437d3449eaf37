/** One form for a campaign before it opens: head, dates, the office's decisions; the preview beside it; the one act in the bar. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { blocking } from '#core/kernel/finding'
import { dayOf, type CalendarDay } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import type { TextKey } from '../../text/catalogue'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { RadioField } from '../../ui/choice-fields'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { asFindings } from '../../ui/answer'
import { noOwnRules, ownRules, type OwnRules } from '../cascade/own-rules'
import { OwnRulesFields } from '../cascade/own-rules-fields'
import { AdoptFields } from './adopt-fields'
import { DateFields } from './date-fields'
import { OfficeDecisions } from './decision-fields'
import { HeadFields } from './head-fields'
import { missingOf, planBody, type PlanBody } from './plan-body'
import type { PlanDraft, Template } from './plan-draft'
import { PlanPreview, usePreview } from './plan-preview'
import { draftAsItStands, offeredReason } from './plan-rules'
import { PlanTop } from './plan-top'
import { carried, uncheckedOf } from './renewal'

/** What becomes of the form: a new campaign, or the draft it was opened from. */
export interface Saving {
  title: string
  act: string
  /** What the act means, beside its button. */
  say: string
  busy: boolean
  save: (body: PlanBody) => void
  /** Why it was refused. */
  refused: ReactNode
  error: unknown
}
interface PlanFormProps {
  template: Template
  templates: readonly Template[]
  begin: PlanDraft
  saving: Saving
  onOther: () => void
  /** What to know of what it starts from. */
  about?: ReactNode
  /** Without a change there is nothing to save. */
  unchanged?: string
  /** The campaign of the level above that this one forwards: it is what the form starts from, and there is no other. */
  upperId?: string | null
}

const Chosen = ({ template, onOther }: Pick<PlanFormProps, 'template' | 'onOther'>) => {
  const t = useText()
  const words = useWords()
  return (
    <div className="chosen">
      <span><b>{words(template.name)}</b><br /><span className="detail muted">{t('office.new.issued', { issuer: words(template.issuer), year: template.year })}</span></span>
      <Button size="small" onClick={onOther}>{t('office.new.change')}</Button>
    </div>
  )
}

const ModeField = ({ draft, change, template, today }: { draft: PlanDraft; change: (part: Partial<PlanDraft>) => void; template: Template; today: CalendarDay }) => {
  const t = useText()
  const options = (['forward', 'renew'] as const).map((value) => ({ value, label: t(`office.new.mode.${value}`), explain: t(`office.new.mode.${value}.explain`) }))
  return <RadioField cards label={t('office.new.mode')} value={draft.mode} onChange={(mode) => change(mode === 'renew' ? { mode: 'renew', ...carried(template, draft.year, today) } : { mode: 'forward', deadline: { day: '', dayIncluded: true, wholeDay: true, time: '' }, stages: {}, days: {}, checked: {} })} options={options} />
}

const drafted = (template: Template, templates: readonly Template[]) => templates.find((x) => x.id === draftAsItStands)?.definition ?? template.definition

/** What a forwarding level tightens and adds, laid onto what the form asks for. */
const withOwn = (body: PlanBody, template: Template, templates: readonly Template[], own: OwnRules, today: CalendarDay): PlanBody => {
  const rules = ownRules(template.definition, own, { kind: 'office decision', reason: offeredReason, date: today }, template.definition.chain.length, drafted(template, templates))
  return { ...body, rules: [...body.rules.filter((r) => !rules.some((x) => x['id'] === r['id'])), ...rules] }
}

export const PlanForm = ({ template, templates, begin, saving, onOther, about = null, unchanged, upperId = null }: PlanFormProps) => {
  const t = useText()
  const words = useWords()
  const today = dayOf(useSession().now())
  const [draft, setDraft] = useState(begin)
  // Another year carries the days anew: what was confirmed was confirmed of the year before.
  const moved = (d: PlanDraft, p: Partial<PlanDraft>): Partial<PlanDraft> => (d.mode === 'renew' && p.year !== undefined && p.year !== d.year && /^\d{4}$/.test(p.year) ? carried(template, p.year, today) : {})
  const part = { draft, today, change: (p: Partial<PlanDraft>) => setDraft((d) => ({ ...d, ...moved(d, p), ...p })) }
  const [own, setOwn] = useState(noOwnRules)
  const asked = planBody(template, templates, draft, today)
  const body = upperId === null ? asked : withOwn(asked, template, templates, own, today)
  const [atFirst] = useState(() => JSON.stringify(body))
  const same = unchanged !== undefined && JSON.stringify(body) === atFirst
  const unchecked = uncheckedOf(template, draft, today).length
  const missing: TextKey[] = [...missingOf(draft), ...(unchecked > 0 ? ['office.renew.dates' as const] : [])]
  const preview = usePreview(body, missing.length === 0, upperId)
  const blocks = preview.shown ? blocking(asFindings(preview.shown.findings)).length : 0
  const ready = missing.length === 0 && preview.current && blocks === 0 && !same
  // The form is long and its act stands in the bar: a refusal comes to where one looks.
  const why = useRef<HTMLDivElement>(null)
  useEffect(() => { if (saving.error) why.current?.scrollIntoView({ block: 'center' }) }, [saving.error])
  const bar = (
    <ActionBar say={missing.length > 0 ? t('office.new.missing', { n: missing.length }) : blocks > 0 ? t('office.new.blocks', { n: blocks }) : same ? unchanged : saving.say}>
      <Button look="primary" disabled={!ready} busy={saving.busy} onClick={() => saving.save(body)}>{saving.act}</Button>
    </ActionBar>
  )
  return (
    <PageFrame bar={bar} sideWidth={430} sideLabel={t('office.new.preview')} side={<PlanPreview preview={preview} missing={missing} />}
      top={upperId === null ? <PlanTop title={saving.title} now={1} /> : <h1 className="page-title">{saving.title}</h1>}>
      {upperId === null ? <><Chosen template={template} onOther={onOther} />{draft.previousId === null ? <ModeField {...part} template={template} /> : about}</> : <div className="chosen"><span><b>{words(template.name)}</b><br /><span className="detail muted">{t('office.forward.from', { organisation: words(template.issuer) })}</span></span></div>}
      <HeadFields {...part} />
      <DateFields {...part} template={template} templates={templates} />
      <OfficeDecisions {...part} template={template} />
      <AdoptFields {...part} template={template} templates={templates} />
      {upperId === null ? null : <OwnRulesFields of={template.definition} drafted={drafted(template, templates)} value={own} onChange={setOwn} title={t('office.forward.more')} note={t('office.forward.moreNote')} />}
      <div className="gap" ref={why}>{saving.refused}</div>
    </PageFrame>
  )
}
