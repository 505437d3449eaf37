/** What a definition carries beside its rules: name, honour, the notice itself, what it rests on, whose form it uses. */
import { rulesOf } from '#core/campaign/definition'
import { useText, useWords } from '../../text/use-text'
import { SelectField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { Section } from '../../ui/section'
import { DayField, TextArea, TextField } from '../../ui/text-fields'
import type { Template } from '../new/plan-draft'
import type { Change, Wizard, WizardHead } from './wizard'

interface HeadProps { wizard: Wizard; templates: readonly Template[]; change: (change: Change) => void }

const Above = ({ wizard, templates, change }: HeadProps) => {
  const t = useText()
  const words = useWords()
  const above = templates.find((d) => d.id === wizard.above)
  const withForm = templates.filter((d) => rulesOf(d.definition, 'formField').length > 0)
  const inherits = above !== undefined && rulesOf(above.definition, 'formField').length > 0
  return (
    <FieldRow>
      <SelectField label={t('office.notice.above')} value={wizard.above ?? ''} onChange={(id) => change({ kind: 'above', definition: templates.find((d) => d.id === id)?.definition ?? null })} options={templates.map((d) => ({ value: d.id, label: words(d.name) }))} hint={t(above ? 'office.notice.aboveChosen' : 'office.notice.aboveNone')} />
      <SelectField label={t('office.notice.form')} value={inherits ? '' : wizard.form ?? ''} disabled={inherits} onChange={(id) => change({ kind: 'form', id: id === '' ? null : id })} options={withForm.map((d) => ({ value: d.id, label: t('office.notice.formOf', { name: words(d.name), n: rulesOf(d.definition, 'formField').length }) }))} hint={t(inherits ? 'office.notice.formAbove' : 'office.notice.formHint')} />
    </FieldRow>
  )
}

export const HeadPart = ({ incomplete, ...props }: HeadProps & { incomplete: boolean }) => {
  const t = useText()
  const { wizard: { head, contact }, change } = props
  const set = (key: keyof WizardHead) => (value: string) => change({ kind: 'head', part: { [key]: value } })
  const reach = (key: keyof typeof contact) => (value: string) => change({ kind: 'contact', part: { [key]: value } })
  return (
    <Section title={t('office.notice.head')} note={t('office.notice.headNote')}>
      <details open={incomplete}><summary className="head-summary">{head.name || t('office.notice.headOpen')}</summary><div className="fields">
        <TextField label={t('office.new.noticeTitle')} required value={head.title} onChange={set('title')} />
        <FieldRow>
          <TextField label={t('office.new.noticeNumber')} value={head.number} onChange={set('number')} />
          <DayField label={t('office.new.noticeDate')} required value={head.date} onChange={set('date')} />
          <TextField label={t('office.new.year')} required keyboard="numeric" value={head.year} onChange={set('year')} />
        </FieldRow>
        <FieldRow>
          <TextField label={t('office.new.nameZh')} required value={head.name} onChange={set('name')} />
          <TextField label={t('office.new.awardZh')} required value={head.award} onChange={set('award')} />
        </FieldRow>
        <FieldRow>
          <TextArea label={t('office.new.hosts')} required rows={2} value={head.hosts} onChange={set('hosts')} hint={t('office.new.hostsHint')} />
          <TextArea label={t('office.notice.basis')} rows={2} value={head.basis} onChange={set('basis')} hint={t('office.notice.basisHint')} />
        </FieldRow>
        <Above {...props} />
        <details><summary className="detail">{t('office.new.contact')}</summary>
          <FieldRow>
            <TextField label={t('office.new.person')} value={contact.person} onChange={reach('person')} />
            <TextField label={t('office.new.phone')} type="tel" value={contact.phone} onChange={reach('phone')} />
            <TextField label={t('office.new.email')} type="email" value={contact.email} onChange={reach('email')} />
            <TextField label={t('office.new.address')} value={contact.address} onChange={reach('address')} />
          </FieldRow>
        </details>
      </div></details>
    </Section>
  )
}
