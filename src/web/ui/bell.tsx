/** 铃: how many news are unread, and the way to them. Asked again when there is news, or every minute where nothing is pushed, and after whatever is done on the page. */
import { Link } from 'react-router'
import { countUnreadNews } from '#contract/operations/news'
import { useRead } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Icon } from './icon'

const MINUTE = 60_000
const MOST_SHOWN = 99

export const Bell = () => {
  const t = useText()
  const { data } = useRead(countUnreadNews, { params: {} }, { refetchMs: MINUTE, look: 'news' })
  const n = data?.unread ?? 0
  return <Link className="bell" to="/news" aria-label={n === 0 ? t('news.bell') : t('news.bell.unread', { n })}><Icon name="bell" />{n === 0 ? null : <em aria-hidden="true">{n > MOST_SHOWN ? `${MOST_SHOWN}+` : n}</em>}</Link>
}
