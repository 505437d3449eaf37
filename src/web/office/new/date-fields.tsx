/** 截止与环节: the deadline so that nobody can read it two ways, and the dates of the stages. */
import { readCalendar } from '#contract/operations/attachments'
import { rulesOf, ruleOf } from '#core/campaign/definition'
import { holidaysKnown, namesYear, type DateQuestion } from '#core/campaign/renew'
import type { HolidayTable } from '#core/kernel/working-days'
import { sayRule } from '#core/rules/kinds'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { CheckField } from '../../ui/choice-fields'
import { Field, FieldRow } from '../../ui/field'
import { Note } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { DayField } from '../../ui/text-fields'
import { CarriedDays, OtherDays } from './carried-days'
import type { PartProps } from './form-parts'
import { otherQuestions, questionsOf } from './renewal'
import { needsOf, type Template } from './plan-draft'
import { statedElsewhere } from './plan-rules'

interface DateProps extends PartProps { template: Template; templates: readonly Template[] }
/** What a renewal asks about the days of one rule. */
interface Carried { question: DateQuestion | undefined; table: HolidayTable | undefined }

const Deadline = ({ question, table, ...props }: DateProps & Carried) => {
  const { draft, change, template, today } = props
  const t = useText()
  const words = useWords()
  const { deadline: d } = draft
  const set = (part: Partial<typeof d>) => change({ deadline: { ...d, ...part }, ...(question !== undefined && part.day !== undefined && { checked: { ...draft.checked, [question.rule.id]: true } }) })
  const above = ruleOf(template.definition, 'deadline')
  return (
    <>
      <FieldRow>
        <DayField label={t('office.new.deadlineDay')} required value={d.day} onChange={(day) => set({ day })} hint={above && draft.mode === 'forward' ? t('office.new.deadlineAbove', { rule: words(sayRule(above)) }) : undefined} />
        {d.dayIncluded && !d.wholeDay ? <Field label={t('office.new.time')} required>{(wiring) => <input {...wiring} type="time" value={d.time} onChange={(event) => set({ time: event.target.value })} />}</Field> : null}
      </FieldRow>
      <div className="options">
        <CheckField label={t('office.new.dayIncluded')} explain={t('office.new.dayIncludedHint')} checked={d.dayIncluded} onChange={(dayIncluded) => set({ dayIncluded })} />
        {d.dayIncluded ? <CheckField label={t('office.new.wholeDay')} checked={d.wholeDay} onChange={(wholeDay) => set({ wholeDay })} /> : null}
      </div>
      <CarriedDays draft={draft} change={change} today={today} question={question} table={table} />
    </>
  )
}

const StageDates = ({ draft, change, today, id, name, question, table }: PartProps & Carried & { id: string; name: string }) => {
  const t = useText()
  const own = draft.stages[id] ?? { from: '', to: '' }
  const set = (part: Partial<typeof own>) => change({ stages: { ...draft.stages, [id]: { ...own, ...part } }, ...(question !== undefined && { checked: { ...draft.checked, [id]: true } }) })
  return (
    <div className="carried-rule"><FieldRow>
      <DayField label={t('office.new.stageFrom', { name })} value={own.from} onChange={(from) => set({ from })} />
      <DayField label={t('office.new.stageTo', { name })} value={own.to} onChange={(to) => set({ to })} />
    </FieldRow><CarriedDays draft={draft} change={change} today={today} question={question} table={table} /></div>
  )
}

/** Stages of the template, and open ones that were taken over from another. */
const stagesOf = ({ template, templates, draft }: DateProps) => [
  ...rulesOf(template.definition, 'stage'),
  ...needsOf(template).toAdopt.filter((o) => o.kind === 'stage').flatMap((o) =>
    statedElsewhere(templates, o.id, 'stage').flatMap(({ from, rule }) => (from.id === draft.adopted[o.id] && rule.kind === 'stage' ? [rule] : []))),
]

export const DateFields = (props: DateProps) => {
  const t = useText()
  const words = useWords()
  const stages = stagesOf(props)
  const { draft, change, today, template } = props
  const renewing = draft.mode === 'renew'
  const table = useRead(readCalendar, { params: {} }, { enabled: renewing }).data
  const asked = questionsOf(template, draft, today)
  const named = namesYear(template.definition)
  const about = (id: string | undefined): Carried => ({ table, question: asked.find((q) => q.rule.id === id) })
  return (
    <Section title={t(renewing ? 'office.renew.dates' : 'office.new.dates')} note={renewing ? t('office.renew.datesNote', { year: draft.year }) : stages.length > 0 ? t('office.new.stagesHint') : undefined}>
      {renewing && table !== undefined && !holidaysKnown(Number(draft.year), table) ? <p className="detail muted carried-note">{t('office.renew.unknown', { year: draft.year })}</p> : null}
      <div className="fields">
        <Deadline {...props} {...about(ruleOf(template.definition, 'deadline')?.id)} />
        {stages.map((s) => <StageDates key={s.id} draft={draft} change={change} today={today} id={s.id} name={words(s.name)} {...about(s.id)} />)}
        <OtherDays draft={draft} change={change} today={today} questions={otherQuestions(template, draft, today)} table={table} />
        {renewing && named.length > 0 ? <Note kind="info" title={t('office.renew.named', { n: named.length, year: template.year })}><ul>{named.map((r) => <li key={r.id} className="detail">{words(sayRule(r))}</li>)}</ul></Note> : null}
      </div>
    </Section>
  )
}
