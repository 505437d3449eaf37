/** What a page says when there is nothing, or nothing for this person: a good sentence, one fact, one way on. Never a bare 403. */
import type { ReactNode } from 'react'
import { useText } from '../text/use-text'
import './figures.css'

interface EmptyProps {
  title: string
  children?: ReactNode
  action?: ReactNode
  /** The page has no other title. */
  wholePage?: boolean
}

export const Empty = ({ title, children, action, wholePage }: EmptyProps) => (
  <div className="empty">
    {wholePage ? <h1>{title}</h1> : <h2>{title}</h2>}
    {children ? <p>{children}</p> : null}
    {action ? <div className="do">{action}</div> : null}
  </div>
)

/** @param who who may see it; @param ask whom to ask for it */
export const NoPermission = ({ who, ask, action }: { who: string; ask: string; action?: ReactNode }) => {
  const t = useText()
  return <Empty wholePage title={t('common.noPermission.title', { who })} action={action}>{t('common.noPermission.ask', { ask })}</Empty>
}
