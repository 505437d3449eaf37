/** What a page says when there is nothing, or nothing for this person: a good sentence, one fact, one way on. Never a bare 403. */
import type { ReactNode } from 'react'
import { useText } from '../text/use-text'
import './figures.css'

interface EmptyProps { title: string; children?: ReactNode; action?: ReactNode }

export const Empty = ({ title, children, action }: EmptyProps) => (
  <div className="empty">
    <h2>{title}</h2>
    {children ? <p>{children}</p> : null}
    {action ? <div className="do">{action}</div> : null}
  </div>
)

/** @param who who may see it; @param ask whom to ask for it */
export const NoPermission = ({ who, ask, action }: { who: string; ask: string; action?: ReactNode }) => {
  const t = useText()
  return <Empty title={t('common.noPermission.title', { who })} action={action}>{t('common.noPermission.ask', { ask })}</Empty>
}
