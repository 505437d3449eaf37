/** 日期逐条核对: the day of the year before, what is different about the new one, and that a person looked at it. */
import { remarksOn, sayFullDay, type DateQuestion } from '#core/campaign/renew'
import type { HolidayTable } from '#core/kernel/working-days'
import { useText, useWords } from '../../text/use-text'
import { CheckField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { DayField } from '../../ui/text-fields'
import type { PartProps } from './form-parts'
import { dayKey, nameOf, valueOf } from './renewal'

interface AskedProps extends PartProps { question: DateQuestion | undefined; table: HolidayTable | undefined }

/** Beside the fields of a rule: nothing where it had no day. */
export const CarriedDays = ({ draft, change, question, table }: AskedProps) => {
  const t = useText()
  const words = useWords()
  if (question === undefined) return null
  const { rule, days } = question
  const off = (now: string) => table !== undefined && /休息日|法定节假日/.test(remarksOn(now, now, table).map((r) => r.zh).join())
  return (
    <div className="carried">
      <ul>{days.map(({ path, was, proposed }) => {
        const now = valueOf(draft, rule, path)
        const remarks = now === '' || table === undefined ? [] : remarksOn(was, now, table)
        return <li key={path} className="detail"><span className="muted">{t('office.renew.was', { day: words(sayFullDay(was)) })}</span>{now === '' ? null : <><span aria-hidden="true"> → </span><b>{words(sayFullDay(now))}</b></>}{remarks.length === 0 ? null : <span className={off(now) ? 'day-off' : 'muted'}>{'　'}{remarks.map(words).join(t('common.comma'))}</span>}{proposed === null && now === '' ? <span className="day-off">{'　'}{t('office.renew.past')}</span> : null}</li>
      })}</ul>
      {days.some((p) => p.proposed !== null) || days.some((p) => valueOf(draft, rule, p.path) !== '') ? <CheckField label={t('office.renew.confirm', { name: words(nameOf(rule)) })} checked={draft.checked[rule.id] === true} onChange={(looked) => change({ checked: { ...draft.checked, [rule.id]: looked } })} /> : null}
    </div>
  )
}

/** Days that have no field elsewhere in the form: what else is due, when ages are reckoned, when something is reported. */
export const OtherDays = ({ questions, table, ...part }: PartProps & { questions: readonly DateQuestion[]; table: HolidayTable | undefined }) => {
  const t = useText()
  const words = useWords()
  const { draft, change } = part
  return questions.map((question) => {
    const { rule, days } = question
    const name = words(nameOf(rule))
    const set = (path: string, value: string) => change({ days: { ...draft.days, [dayKey(rule.id, path)]: value }, checked: { ...draft.checked, [rule.id]: true } })
    return (
      <div className="carried-rule" key={rule.id}>
        <FieldRow>{days.map(({ path }, i) => <DayField key={path} required label={days.length === 1 ? t('office.renew.day', { name }) : t('office.renew.dayOf', { name, n: i + 1 })} value={valueOf(draft, rule, path)} onChange={(value) => set(path, value)} />)}</FieldRow>
        <CarriedDays {...part} question={question} table={table} />
      </div>
    )
  })
}
