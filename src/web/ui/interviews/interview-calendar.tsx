/** The calendar: a month of what is fixed, what is not fixed yet, and all of it as a list. */
import { Link, useSearchParams } from 'react-router'
import { dayOf, clockTime } from '#core/kernel/instant'
import { monthBeside, weeksOf } from '#core/publicity/media-plan/arrange'
import { ofDay } from '#core/publicity/interviews/due'
import { useLanguage, useText } from '../../text/use-text'
import { Button } from '../button'
import { sayDay } from '../say-time'
import { Section } from '../section'
import { InterviewChips, spanOf, useTitle, type Interview } from './interview-facts'
import { saySpan } from './say-span'
import './interviews.css'

interface CalendarProps { interviews: readonly Interview[]; today: string; hrefOf: (i: Interview) => string }

const isMonth = (text: string | null): text is string => text !== null && /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text)

const Month = ({ interviews, today, hrefOf }: CalendarProps) => {
  const t = useText()
  const language = useLanguage()
  const title = useTitle()
  const [params, setParams] = useSearchParams()
  const asked = params.get('month')
  const standing = interviews.filter((i) => i.state === 'fixed' || i.state === 'done').map((i) => ({ id: i.id, from: spanOf(i).from, i })).toSorted((a, b) => a.from - b.from)
  // Nobody has to leaf to what comes next.
  const next = standing.find((s) => dayOf(s.from) >= today)
  const month = isMonth(asked) ? asked : (next === undefined ? today : dayOf(next.from)).slice(0, 7)
  const go = (m: string) => setParams({ month: m }, { replace: true })
  const none = !standing.some((s) => dayOf(s.from).startsWith(month))
  return (
    <>
      <div className="interview-month-head">
        <h2>{t('interviews.month', { y: month.slice(0, 4), m: Number(month.slice(5)) })}</h2>
        <Button size="small" onClick={() => go(monthBeside(month, -1))}>{t('interviews.before')}</Button><Button size="small" onClick={() => go(today.slice(0, 7))}>{t('interviews.thisMonth')}</Button><Button size="small" onClick={() => go(monthBeside(month, 1))}>{t('interviews.after')}</Button>
      </div>
      {none ? <p className="detail muted interview-note">{t('interviews.monthNone')}</p> : null}
      <div className="interview-month">
        {t('interviews.weekdays').split(',').map((w) => <div key={w} className="head" aria-hidden="true">{w}</div>)}
        {weeksOf(month).flat().map((day) => {
          const own = day.startsWith(month) ? ofDay(standing, day) : []
          return (
            <div key={day} className={['day', day.startsWith(month) ? '' : 'outside', day === today ? 'now' : '', own.length === 0 ? 'nothing' : ''].filter(Boolean).join(' ')}>
              {day.startsWith(month) ? <span className="n"><span aria-hidden="true">{Number(day.slice(8))}</span><span className="hidden-text">{sayDay(day, language)}</span></span> : null}
              {own.map(({ id, from, i }) => <Link key={id} className={i.state} to={hrefOf(i)} title={`${title(i)}，${i.medium}`}><b>{clockTime(from)}</b> {title(i)}</Link>)}
            </div>
          )
        })}
      </div>
    </>
  )
}

const Row = ({ interview: i, hrefOf }: { interview: Interview; hrefOf: CalendarProps['hrefOf'] }) => {
  const language = useLanguage()
  const title = useTitle()
  return (
    <li>
      <Link className="interview-row" to={hrefOf(i)}>
        <b>{title(i)}</b>
        <span className="detail muted">{i.medium} · {saySpan(spanOf(i), language)}{i.times.length > 1 && i.reply === null ? ' …' : ''}</span>
        <InterviewChips interview={i} />
      </Link>
    </li>
  )
}

export const InterviewCalendar = (props: CalendarProps) => {
  const t = useText()
  const open = props.interviews.filter((i) => i.state === 'asked' || i.state === 'answered')
  const others = props.interviews.filter((i) => !open.includes(i)).toSorted((a, b) => spanOf(b).from - spanOf(a).from)
  return (
    <>
      {open.length === 0 ? null : <Section title={t('interviews.waiting')}><ul className="interview-rows">{open.map((i) => <Row key={i.id} interview={i} hrefOf={props.hrefOf} />)}</ul></Section>}
      <Month {...props} />
      {others.length === 0 ? null : <Section title={t('interviews.list')}><ul className="interview-rows">{others.map((i) => <Row key={i.id} interview={i} hrefOf={props.hrefOf} />)}</ul></Section>}
    </>
  )
}
