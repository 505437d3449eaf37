/** The plan as a board by state, and as a month. */
import { Link, useSearchParams } from 'react-router'
import { inOrder, monthBeside, monthOf } from '#core/publicity/media-plan/arrange'
import { pressingOf } from '#core/publicity/media-plan/due'
import { itemStates, stateNames } from '#core/publicity/media-plan/item'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { sayDay } from '../../ui/say-time'
import { Chip } from '../../ui/state'
import { standOf, type Entry, type Plan } from './plan'

interface ViewProps { plan: Plan; base: string }
/** More stand in the list. */
const MOST_CARDS = 20

export const Stand = ({ item, today }: { item: Entry; today: string }) => {
  const t = useText()
  const { kind, key } = standOf(item, today)
  return <Chip kind={kind}>{t(`media.${key}`)}</Chip>
}

const Card = ({ item: i, today, base }: { item: Entry; today: string; base: string }) => {
  const language = useLanguage()
  return (
    <li>
      <Link className="media-card" to={`${base}/items/${i.id}`}>
        <b>{i.title}</b>
        <p>{i.channelName}</p>
        <p>{sayDay(i.from, language)}{i.to === i.from ? '' : `–${sayDay(i.to, language)}`}{i.ownerName === '' ? '' : ` · ${i.ownerName}`}</p>
        {pressingOf(i, today) === null && i.recalledAt === null ? null : <p><Stand item={i} today={today} /></p>}
      </Link>
    </li>
  )
}

export const Board = ({ plan, base }: ViewProps) => {
  const t = useText()
  const words = useWords()
  return (
    <div className="media-board">
      {itemStates.map((state) => {
        const all = inOrder(plan.items.filter((i) => i.state === state), state === 'out' ? 'newest' : 'day')
        return (
          <section key={state} aria-labelledby={`media-${state}`}>
            <h2 id={`media-${state}`}>{words(stateNames[state])}<span>{t('media.inColumn', { n: all.length })}</span></h2>
            {all.length === 0 ? <p className="detail muted gap">{t('media.noneHere')}</p> : <ul>{all.slice(0, MOST_CARDS).map((i) => <Card key={i.id} item={i} today={plan.today} base={base} />)}</ul>}
            {all.length > MOST_CARDS ? <p className="gap"><Link className="link" to={`${base}?view=list&state=${state}`}>{t('media.more', { n: all.length - MOST_CARDS })}</Link></p> : null}
          </section>
        )
      })}
    </div>
  )
}

const MOST_OF_DAY = 4
const isMonth = (text: string | null): text is string => text !== null && /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text)

export const Month = ({ plan, base }: ViewProps) => {
  const t = useText()
  const language = useLanguage()
  const [params, setParams] = useSearchParams()
  const asked = params.get('month')
  const month = isMonth(asked) ? asked : plan.today.slice(0, 7)
  const go = (m: string) => setParams({ view: 'calendar', month: m }, { replace: true })
  const weeks = monthOf(plan.items, month)
  const none = weeks.every((w) => w.every((d) => !d.inside || (d.begins.length === 0 && d.running === 0)))
  return (
    <>
      <div className="media-month-head">
        <h2>{t('media.month', { y: month.slice(0, 4), m: Number(month.slice(5)) })}</h2>
        <Button size="small" onClick={() => go(monthBeside(month, -1))}>{t('media.before')}</Button><Button size="small" onClick={() => go(plan.today.slice(0, 7))}>{t('media.thisMonth')}</Button><Button size="small" onClick={() => go(monthBeside(month, 1))}>{t('media.after')}</Button>
      </div>
      {none ? <p className="detail muted gap">{t('media.dayNone')}</p> : null}
      <div className="media-month">
        {t('media.weekdays').split(',').map((w) => <div key={w} className="head" aria-hidden="true">{w}</div>)}
        {weeks.flat().map((d) => (
          <div key={d.day} className={['day', d.inside ? '' : 'outside', d.day === plan.today ? 'now' : '', d.begins.length + d.running === 0 ? 'nothing' : ''].filter(Boolean).join(' ')}>
            {d.inside ? (
              <>
                <span className="n"><span aria-hidden="true">{Number(d.day.slice(8))}</span><span className="hidden-text">{sayDay(d.day, language)}</span></span>
                {d.begins.slice(0, MOST_OF_DAY).map((i) => <Link key={i.id} className={i.state === 'out' ? 'out' : pressingOf(i, plan.today) === 'overdue' ? 'late' : ''} to={`${base}/items/${i.id}`} title={`${i.title}，${i.channelName}`}>{i.title}</Link>)}
                {d.begins.length > MOST_OF_DAY ? <Link to={`${base}?view=list`}>{t('media.moreOfDay', { n: d.begins.length - MOST_OF_DAY })}</Link> : null}
                {d.running > 0 ? <div className="of">{t('media.running', { n: d.running })}</div> : null}
              </>
            ) : null}
          </div>
        ))}
      </div>
    </>
  )
}
