/** `/news`: what one was told, by days, the newest first. A click leads to where it is dealt with, and marks it as read. */
import { Link } from 'react-router'
import { clockTime, addDays, dayOf, type CalendarDay } from '#core/kernel/instant'
import { countUnreadNews, listNews, markAllNews, markNews } from '#contract/operations/news'
import { useSession } from '../api/session'
import { useAct } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button, ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'
import { Loading } from '../ui/loading'
import { PageFrame } from '../ui/page-frame'
import { sayDay } from '../ui/say-time'
import { say } from '../ui/toast'
import './news.css'
import { useNews, type NewsItem } from './use-news'

const renewed = [listNews.id, countUnreadNews.id]

const Row = ({ item }: { item: NewsItem }) => {
  const t = useText()
  const words = useWords()
  const mark = useAct(markNews, renewed)
  const set = (read: boolean) => mark.mutate({ params: {}, body: { newsIds: [item.newsId], read } })
  const what = words(item.say)
  const about = [item.candidate, item.unit, item.campaign === null ? null : words(item.campaign)].filter((w) => w !== null)
  return (
    <li className={item.read ? 'news-row' : 'news-row unread'}>
      <time dateTime={new Date(item.at).toISOString()}>{clockTime(item.at)}</time>
      <div className="news-what">
        <Link to={item.to} onClick={() => { if (!item.read) set(true) }}>{item.read ? null : <span className="hidden-text">{t('news.isUnread')} </span>}{what}</Link>
        {about.length === 0 ? null : <p>{about.map((w) => <span key={w}>{w}</span>)}</p>}
      </div>
      <Button size="small" look="quiet" busy={mark.isPending} aria-label={t(item.read ? 'news.mark.unreadOf' : 'news.mark.readOf', { what })} onClick={() => set(!item.read)}>{t(item.read ? 'news.mark.unread' : 'news.mark.read')}</Button>
    </li>
  )
}

const DayHead = ({ day }: { day: CalendarDay }) => {
  const t = useText()
  const language = useLanguage()
  const today = dayOf(useSession().now())
  return <h2 className="news-day">{day === today ? t('news.today') : day === addDays(today, -1) ? t('news.yesterday') : sayDay(day, language)}</h2>
}

const Days = ({ rows }: { rows: readonly NewsItem[] }) => [...new Set(rows.map((r) => dayOf(r.at)))].map((day) => (
  <section key={day} className="news-of-day"><DayHead day={day} /><ul>{rows.filter((r) => dayOf(r.at) === day).map((r) => <Row key={r.newsId} item={r} />)}</ul></section>
))

const Head = ({ unread, onlyUnread, show }: { unread: number; onlyUnread: boolean; show: (only: boolean) => void }) => {
  const t = useText()
  const all = useAct(markAllNews, renewed)
  return (
    <>
      <div className="news-head">
        <div className="news-filter" role="group" aria-label={t('news.filter')}>
          <button type="button" aria-pressed={!onlyUnread} onClick={() => show(false)}>{t('news.all')}</button>
          <button type="button" aria-pressed={onlyUnread} onClick={() => show(true)}>{t('news.unread', { n: unread })}</button>
        </div>
        {unread === 0 ? null : <Button busy={all.isPending} onClick={() => all.mutate({ params: {} }, { onSuccess: ({ marked }) => say(t('news.mark.done', { n: marked })) })}>{t('news.mark.all')}</Button>}
      </div>
      <Refused error={all.error} />
    </>
  )
}

const None = ({ onlyUnread, show }: { onlyUnread: boolean; show: (only: boolean) => void }) => {
  const t = useText()
  return onlyUnread
    ? <Empty title={t('news.none.unread')} action={<Button onClick={() => show(false)}>{t('news.none.showAll')}</Button>}>{t('news.none.unreadFact')}</Empty>
    : <Empty title={t('news.none.title')}>{t('news.none.fact')}</Empty>
}

export const NewsPage = () => {
  const t = useText()
  const { query, unread, show, rows, last } = useNews()
  return (
    <PageFrame>
      <div className="news-page">
        <div className="news-title"><h1 className="page-title">{t('news.title')}</h1><ButtonLink look="quiet" to="/account#news-mail">{t('news.settings.link')}</ButtonLink></div>
        {last === undefined ? null : <Head unread={last.unread} onlyUnread={unread} show={show} />}
        {last !== undefined && last.elsewhere > 0 ? <p className="detail muted">{t('news.elsewhere', { n: last.elsewhere })}</p> : null}
        {query.error ? <Refused error={query.error} retry={() => void query.refetch()} /> : null}
        {last === undefined ? (query.error ? null : <Loading shape="rows" lines={5} />) : rows.length === 0 ? <None onlyUnread={unread} show={show} /> : <Days rows={rows} />}
        {query.hasNextPage ? <div className="gap"><Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('news.more')}</Button></div> : null}
      </div>
    </PageFrame>
  )
}
