/** What the pages say when the server refuses or cannot be reached, and the frame of everything that is read: waiting, refused, there. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Finding } from '#core/kernel/finding'
import type { OfflineError, ProblemError } from '../api/call'
import { useText, useWords } from '../text/use-text'
import { ButtonLink } from './button'
import { Empty } from './empty'
import { ErrorBox } from './error-box'
import { FindingCard, Findings } from './finding-card'
import { Loading } from './loading'

export type Trouble = ProblemError | OfflineError

/** Findings of an answer are the core's own; the contract's schema only widens their optional members. */
export const asFindings = (findings: readonly unknown[]): readonly Finding[] => findings as readonly Finding[]

/** One sentence for a field or a toast. */
export const useTroubleWords = (): ((trouble: Trouble) => string) => {
  const t = useText()
  const words = useWords()
  return (trouble) => (trouble.name === 'OfflineError' ? t('common.offline.title') : words(trouble.problem.words))
}

interface RefusedProps {
  error: Trouble | null
  retry?: () => void
  retryWords?: string
  /** What stands after a refused act; without it: nothing was written. */
  lost?: string
}

/** A refused act, beside the button that asked for it: lost or not, why, how to mend it, the number. Shows nothing without an error. */
export const Refused = ({ error, retry, retryWords, lost }: RefusedProps) => {
  const t = useText()
  const say = useTroubleWords()
  if (error === null) return null
  const again = { ...(retry && { retry }), ...(retryWords && { retryWords }) }
  if (error.name === 'OfflineError') return <ErrorBox title={say(error)} lost={t('common.offline.lost')} why={t('common.offline.why')} {...again} />
  const { problem, findings } = error
  const box = <ErrorBox title={findings.length > 0 ? t('common.error.refused', { n: findings.length }) : say(error)} lost={lost ?? t(findings.length > 0 ? 'common.error.kept' : 'common.problem.lost')} number={problem.trace} {...again} />
  if (findings.length === 0) return box
  return <div className="stack">{box}<Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings></div>
}

interface AnswerProps<T> {
  query: UseQueryResult<T, Trouble>
  shape?: 'text' | 'rows'
  lines?: number
  children: (data: T) => ReactNode
}

/** Shows what was read, and keeps the last answer on the page while a newer one is refused; before it the grey bars of its layout. */
export const Answer = <T,>({ query, shape = 'rows', lines = 4, children }: AnswerProps<T>) => {
  const t = useText()
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error === null) return <Loading shape={shape} lines={lines} />
  if (query.error.name === 'ProblemError' && query.error.status === 404)
    return <Empty wholePage title={t('common.absent.title')} action={<ButtonLink to="/">{t('common.noPage.home')}</ButtonLink>}>{t('common.absent.fact')}</Empty>
  return <Refused error={query.error} retry={() => void query.refetch()} />
}
