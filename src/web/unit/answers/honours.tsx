/** 已获荣誉: what the candidate has had, row by row, or that there is nothing. */
import type { HonourAnswer } from '#core/nomination/form'
import { honoursAsked } from '#core/nomination/asks'
import type { Finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { honourLevels, levelNames } from '#core/rules/honour-match'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { CheckField, SelectField } from '../../ui/choice-fields'
import { ClauseRef } from '../../ui/clause-ref'
import { FieldFinding, FieldRow } from '../../ui/field'
import { TextField } from '../../ui/text-fields'
import { answerPatch } from '../form/patch'
import type { DraftUse } from '../form/use-draft'

interface RowProps { honour: HonourAnswer; lastYear: number; change: (to: HonourAnswer) => void; remove: () => void }
const forms = ['winner', 'nominee', 'candidate'] as const
/** A lifetime of years, the newest first. */
const years = (last: number) => Array.from({ length: 60 }, (_, i) => String(last - i)).map((value) => ({ value, label: value }))

const withLevel = ({ level: _level, ...rest }: HonourAnswer, level: string): HonourAnswer => (level === '' ? rest : { ...rest, level })

const Row = ({ honour, lastYear, change, remove }: RowProps) => {
  const t = useText()
  const words = useWords()
  return (
    <div className="honour">
      <FieldRow>
        <TextField label={t('unit.honours.name')} required value={honour.name} onChange={(name) => change({ ...honour, name })} />
        <SelectField label={t('unit.honours.year')} required value={String(honour.year)} onChange={(year) => { if (year !== '') change({ ...honour, year: Number(year) }) }} options={years(lastYear)} />
        <SelectField label={t('unit.honours.level')} value={honour.level ?? ''} onChange={(level) => change(withLevel(honour, level))} options={honourLevels.map((l) => ({ value: l, label: words(levelNames[l]) }))} />
        <SelectField label={t('unit.honours.as')} value={honour.as ?? 'winner'} onChange={(as) => change({ ...honour, as: forms.find((f) => f === as) ?? 'winner' })} options={forms.map((f) => ({ value: f, label: t(`unit.honours.${f}`) }))} />
      </FieldRow>
      <Button look="quiet" onClick={remove}>{t('unit.honours.remove')}</Button>
    </div>
  )
}

interface HonoursProps { asked: NonNullable<ReturnType<typeof honoursAsked>>; draft: DraftUse; findings: readonly Finding[] }

export const Honours = ({ asked, draft, findings }: HonoursProps) => {
  const t = useText()
  const words = useWords()
  const lastYear = Number(dayOf(useSession().now()).slice(0, 4))
  const own = draft.answers.honours['candidate']
  const put = (list: readonly HonourAnswer[]) => draft.draft.change(answerPatch('honours', 'candidate', [...list]))
  const add = (name: string) => put([...(own ?? []), { name, year: lastYear }])
  return (
    <section className="answer-row" id="honours" aria-labelledby="honours-name">
      <h3 id="honours-name">{t('unit.honours.title')}</h3>
      <p className="detail muted">{t('unit.honours.note')} <ClauseRef clause={asked.rests} withSource /></p>
      {(own ?? []).map((h, i) => <Row key={i} honour={h} lastYear={lastYear} change={(to) => put((own ?? []).map((o, k) => (k === i ? to : o)))} remove={() => put((own ?? []).filter((_, k) => k !== i))} />)}
      <div className="honour-acts">
        {asked.titles.map((title) => <Button key={title.zh} onClick={() => add(title.zh)}>{t('unit.honours.addNamed', { name: words(title) })}</Button>)}
        <Button onClick={() => add('')}>{t('unit.honours.add')}</Button>
      </div>
      {(own ?? []).length === 0 ? <CheckField label={t('unit.honours.none')} checked={own !== undefined} onChange={(yes) => { if (yes) put([]) }} /> : null}
      {own !== undefined && findings.length > 0 ? <div className="field-findings" aria-live="polite">{findings.map((f, i) => <FieldFinding key={`${f.code}${i}`} finding={f} />)}</div> : null}
    </section>
  )
}
