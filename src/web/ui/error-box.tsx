/** 出错: first whether anything was lost, then why, then the button, last a number to quote to the office. */
import type { ReactNode } from 'react'
import { useText } from '../text/use-text'
import { Button } from './button'
import { Icon } from './icon'
import './lists.css'
import './lists-phone.css'

interface ErrorBoxProps {
  /** What stands still: 网络断开，上传停在 64%. Never 失败 or 错误代码. */
  title: string
  /** 已传的 142 MB 都在，恢复后接着传。 */
  lost: ReactNode
  why?: ReactNode
  retry?: () => void
  retryWords?: string
  /** The trace number of the answer. */
  number?: string
  children?: ReactNode
}

export const ErrorBox = ({ title, lost, why, retry, retryWords, number, children }: ErrorBoxProps) => {
  const t = useText()
  return (
    <div className="finding block" role="alert">
      <Icon name="block" />
      <div>
        <p className="what">{title}</p>
        <p>{lost}</p>
        {why ? <p>{why}</p> : null}
        {children}
        {number ? <p className="small">{t('common.error.number', { number })}</p> : null}
      </div>
      {retry ? <div className="do"><Button size="small" onClick={retry}>{retryWords ?? t('common.error.retry')}</Button></div> : null}
    </div>
  )
}
