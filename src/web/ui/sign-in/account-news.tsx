/** What others, or another device, changed in the own account: said once at the head of the page, until it was seen. */
import { Link } from 'react-router'
import { seeNews } from '#contract/operations/account'
import { readSession } from '#contract/operations/sign-in'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Button } from '../button'
import { Note } from '../finding-card'
import { sayAt } from '../say-time'
import './sign-in.css'

const SHOWN = 2

export const AccountNews = () => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const { news } = useSession()
  const see = useAct(seeNews, [readSession.id])
  if (news.length === 0) return null
  const grave = news.some((n) => n.kind === 'reopened')
  return (
    <div className="account-news" role="status">
      <Note kind={grave ? 'warn' : 'info'} title={t('account.news.title')} actions={<Button size="small" busy={see.isPending} onClick={() => see.mutate({ params: {}, body: { newsIds: news.map((n) => n.newsId) } })}>{t('account.news.seen')}</Button>}>
        {news.slice(0, SHOWN).map((n) => <p key={n.newsId}>{sayAt(n.at, language)}{t('common.comma')}{words(n.say)}</p>)}
        <p>{news.length > SHOWN ? t('account.news.more', { n: news.length - SHOWN }) : ''}{t('account.news.notMe')} <Link className="link" to="/account">{t('account.title')}</Link></p>
      </Note>
    </div>
  )
}
