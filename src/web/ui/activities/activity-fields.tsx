/** The few fields of one activity: what stays the same from time to time is filled in, what is rarely needed is folded away. */
import { activityLimits, activityForms, formNames, uncounted, type Activity, type ActivityForm } from '#core/publicity/activities/activity'
import type { Finding } from '#core/kernel/finding'
import { useText, useWords } from '../../text/use-text'
import { SelectField } from '../choice-fields'
import { DayField, TextArea, TextField } from '../text-fields'

/** As it is typed: numbers and links are words until they are sent. */
export interface Draft { readonly name: string; readonly form: string; readonly otherForm: string; readonly day: string; readonly place: string; readonly people: string; readonly hosts: string; readonly words: string; readonly links: string }
export const emptyDraft: Draft = { name: '', form: '', otherForm: '', day: '', place: '', people: '', hosts: '', words: '', links: '' }
export const draftOf = (a: Activity): Draft => ({ name: a.name, form: a.form, otherForm: a.otherForm, day: a.day, place: a.place, hosts: a.hosts, words: a.words, people: a.people === null ? '' : String(a.people), links: a.links.join('\n') })
/** Full-width digits too; what is no whole number counts as none and is asked for. */
const numberIn = (text: string): number | null => { const plain = text.normalize('NFKC').replace(/[\s,人]/gu, ''); return /^-?\d{1,9}$/u.test(plain) ? Number(plain) : null }
export const activityOf = (d: Draft): Activity => ({ ...d, form: d.form as ActivityForm, people: numberIn(d.people), links: d.links.split(/\s+/u).filter((l) => l !== '') })

interface FieldsProps { draft: Draft; onChange: (d: Draft) => void; forms: readonly ActivityForm[]; today: string; findings: readonly Finding[]; /** Something of it was filled in from the last one. */ filled: boolean }

export const ActivityFields = ({ draft: d, onChange, forms, today, findings, filled }: FieldsProps) => {
  const t = useText()
  const words = useWords()
  const set = (part: Partial<Draft>) => onChange({ ...d, ...part })
  const at = (field: string) => ({ findings: findings.filter((f) => f.at.field === field) })
  const open = (uncounted as readonly string[]).includes(d.form)
  return (
    <div className="activity-fields">
      {filled ? <p className="detail muted">{t('activities.last')}</p> : null}
      <TextField label={t('activities.name')} required max={activityLimits.name} hint={t('activities.nameHint')} value={d.name} onChange={(name) => set({ name })} {...at('name')} />
      <div className="activity-two">
        <DayField label={t('activities.day')} required to={today} value={d.day} onChange={(day) => set({ day })} {...at('day')} />
        <SelectField label={t('activities.form')} required value={d.form} onChange={(form) => set({ form })} options={(forms.length === 0 ? activityForms : forms).map((f) => ({ value: f, label: words(formNames[f]) }))} {...at('form')} />
      </div>
      {d.form === 'other' ? <TextField label={t('activities.otherForm')} required max={activityLimits.otherForm} value={d.otherForm} onChange={(otherForm) => set({ otherForm })} {...at('otherForm')} /> : null}
      <div className="activity-two">
        <TextField label={t('activities.place')} required max={activityLimits.place} value={d.place} onChange={(place) => set({ place })} {...at('place')} />
        <TextField label={t('activities.people')} required={!open} keyboard="numeric" hint={t(open ? 'activities.peopleOpen' : 'activities.peopleHint')} value={d.people} onChange={(people) => set({ people })} {...at('people')} />
      </div>
      <TextArea label={t('activities.words')} rows={3} max={activityLimits.words} hint={t('activities.wordsHint')} value={d.words} onChange={(text) => set({ words: text })} {...at('words')} />
      <details className="activity-more" open={findings.some((f) => f.at.field === 'links' || f.at.field === 'hosts') || undefined}>
        <summary>{t('activities.more')}</summary>
        <TextField label={t('activities.hosts')} max={activityLimits.hosts} value={d.hosts} onChange={(hosts) => set({ hosts })} {...at('hosts')} />
        <TextArea label={t('activities.links')} rows={2} hint={t('activities.linksHint')} value={d.links} onChange={(links) => set({ links })} {...at('links')} />
      </details>
    </div>
  )
}
