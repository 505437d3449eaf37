/** 下一步: one a page, alone on the accent wash. The act as a heading, why now and on which clause, the button; or whom it waits for. */
import type { ReactNode } from 'react'
import { useText } from '../text/use-text'
import './lists.css'
import './lists-phone.css'

interface NextStepProps {
  /** The act: 上传廉政意见（盖章） */
  act: ReactNode
  children?: ReactNode
  actions?: ReactNode
  waiting?: { whom: string; since: string }
  /** The phone's bottom bar carries the same buttons: leave them out here. */
  inBar?: boolean
}

export const NextStep = ({ act, children, actions, waiting, inBar }: NextStepProps) => {
  const t = useText()
  return (
    <section className={inBar ? 'next-step in-bar' : 'next-step'} aria-label={t('common.nextStep')}>
      <span className="eyebrow">{t('common.nextStep')}</span>
      <div className="what">
        <h2>{act}</h2>
        {waiting ? <p className="why">{t('common.waiting.whom', waiting)}</p> : null}
        {children ? <p className="why">{children}</p> : null}
      </div>
      {actions ? <div className="do">{actions}</div> : null}
    </section>
  )
}
