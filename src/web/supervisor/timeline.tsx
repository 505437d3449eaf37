/** 程序时间线: the ledger by days, newest first, filtered by what the acts belong to. */
import { useState } from 'react'
import { clockTime, dayOf, weekdayOf, type CalendarDay } from '#core/kernel/instant'
import { roleNames } from '#core/access/actor'
import { Refused } from '../ui/answer'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Button } from '../ui/button'
import { SelectField } from '../ui/choice-fields'
import { CodeText } from '../ui/code-text'
import { Empty } from '../ui/empty'
import { Loading } from '../ui/loading'
import { Section } from '../ui/section'
import { belongs, familyNames, toneOf, type Family } from './act-families'
import type { LedgerRow, useLedger } from './use-ledger'

const weekdays = { zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'], en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] } as const

const DayHead = ({ day }: { day: CalendarDay }) => {
  const language = useLanguage()
  const [year, month, date] = day.split('-').map(Number)
  return <h3 className="timeline-day">{language === 'zh' ? `${year}年${month}月${date}日` : day}<span>{weekdays[language][weekdayOf(day)]}</span></h3>
}

const Row = ({ row }: { row: LedgerRow }) => {
  const t = useText()
  const words = useWords()
  const who = [row.organisation, row.role && words(roleNames[row.role]), row.actor, row.office && t('supervisor.forUnit', { office: row.office })].filter(Boolean).join(' ')
  return (
    <li className={`timeline-row ${toneOf(row.act)}`}>
      <time dateTime={new Date(row.at).toISOString()}>{clockTime(row.at)}</time>
      <div>
        <b>{words(row.say)}</b>
        <span>{[row.subject, who || t('supervisor.timeline.system')].filter(Boolean).join('　')}</span>
      </div>
      <span className="proof"><span>{t('supervisor.timeline.row', { n: row.position })}</span><CodeText code={row.hash.slice(0, 8)} /></span>
    </li>
  )
}

const Days = ({ rows }: { rows: readonly LedgerRow[] }) => {
  const days = [...new Set(rows.map((r) => dayOf(r.at)))]
  return days.map((day) => (
    <div key={day}>
      <DayHead day={day} />
      <ol className="timeline">{rows.filter((r) => dayOf(r.at) === day).map((r) => <Row key={r.position} row={r} />)}</ol>
    </div>
  ))
}

export const Timeline = ({ ledger }: { ledger: ReturnType<typeof useLedger> }) => {
  const t = useText()
  const [family, setFamily] = useState<Family>('procedure')
  const { rows, length, error, again, pending, more, readMore } = ledger
  const shown = rows.filter((r) => belongs(r.act, family))
  return (
    <Section title={t('supervisor.timeline.title')} note={t('supervisor.timeline.note', { shown: shown.length, read: rows.length, all: length })}>
      <div className="timeline-filter">
        <SelectField label={t('supervisor.timeline.filter')} value={family} onChange={(value) => setFamily((value || 'all') as Family)} options={familyNames.map((f) => ({ value: f, label: t(`supervisor.family.${f}`) }))} />
      </div>
      <Refused error={error} retry={again} lost={t('supervisor.timeline.notRead')} />
      {pending && rows.length === 0 ? <Loading shape="rows" lines={5} /> : null}
      {!pending && !error && shown.length === 0 ? <Empty title={t('supervisor.timeline.none')}>{t(more ? 'supervisor.timeline.noneYet' : 'supervisor.timeline.noneFact')}</Empty> : <Days rows={shown} />}
      {more ? <div className="gap"><Button onClick={readMore} busy={pending}>{t('supervisor.timeline.more')}</Button></div> : null}
    </Section>
  )
}
