/** 截止与环节: the deadline so that nobody can read it two ways, and the dates of the stages. */
import { rulesOf, ruleOf } from '#core/campaign/definition'
import { sayRule } from '#core/rules/kinds'
import { useText, useWords } from '../../text/use-text'
import { CheckField } from '../../ui/choice-fields'
import { Field, FieldRow } from '../../ui/field'
import { Section } from '../../ui/section'
import { DayField } from '../../ui/text-fields'
import type { PartProps } from './form-parts'
import { needsOf, type Template } from './plan-draft'
import { statedElsewhere } from './plan-rules'

interface DateProps extends PartProps { template: Template; templates: readonly Template[] }

const Deadline = ({ draft, change, template }: DateProps) => {
  const t = useText()
  const words = useWords()
  const { deadline: d } = draft
  const set = (part: Partial<typeof d>) => change({ deadline: { ...d, ...part } })
  const above = ruleOf(template.definition, 'deadline')
  return (
    <>
      <FieldRow>
        <DayField label={t('office.new.deadlineDay')} required value={d.day} onChange={(day) => set({ day })} hint={above ? t('office.new.deadlineAbove', { rule: words(sayRule(above)) }) : undefined} />
        {d.dayIncluded && !d.wholeDay ? <Field label={t('office.new.time')} required>{(wiring) => <input {...wiring} type="time" value={d.time} onChange={(event) => set({ time: event.target.value })} />}</Field> : null}
      </FieldRow>
      <div className="options">
        <CheckField label={t('office.new.dayIncluded')} explain={t('office.new.dayIncludedHint')} checked={d.dayIncluded} onChange={(dayIncluded) => set({ dayIncluded })} />
        {d.dayIncluded ? <CheckField label={t('office.new.wholeDay')} checked={d.wholeDay} onChange={(wholeDay) => set({ wholeDay })} /> : null}
      </div>
    </>
  )
}

const StageDates = ({ draft, change, id, name }: PartProps & { id: string; name: string }) => {
  const t = useText()
  const own = draft.stages[id] ?? { from: '', to: '' }
  const set = (part: Partial<typeof own>) => change({ stages: { ...draft.stages, [id]: { ...own, ...part } } })
  return (
    <FieldRow>
      <DayField label={t('office.new.stageFrom', { name })} value={own.from} onChange={(from) => set({ from })} />
      <DayField label={t('office.new.stageTo', { name })} value={own.to} onChange={(to) => set({ to })} />
    </FieldRow>
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
  return (
    <Section title={t('office.new.dates')} note={stages.length > 0 ? t('office.new.stagesHint') : undefined}>
      <div className="fields">
        <Deadline {...props} />
        {stages.map((s) => <StageDates key={s.id} draft={props.draft} change={props.change} today={props.today} id={s.id} name={words(s.name)} />)}
      </div>
    </Section>
  )
}
