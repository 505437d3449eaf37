/** What a page shows while it waits for an answer, and when a request was refused: lost or not, why, how to mend it, the number. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Finding } from '#core/kernel/finding'
import { ProblemError, type OfflineError } from '../api/call'
import { useText, useWords } from '../text/use-text'
import { ErrorBox } from '../ui/error-box'
import { FindingCard, Findings } from '../ui/finding-card'
import { Loading } from '../ui/loading'

type Failure = ProblemError | OfflineError | null

/** Findings of an answer are the core's own; the contract's schema only widens their optional members. */
export const asFindings = (findings: readonly unknown[]): readonly Finding[] => findings as readonly Finding[]

/** A refused act, beside the button that asked for it. Shows nothing without an error. */
export const Refused = ({ error, retry }: { error: Failure; retry?: () => void }) => {
  const t = useText()
  const words = useWords()
  if (error === null) return null
  if (!(error instanceof ProblemError)) return <ErrorBox title={t('office.error.offline')} lost={t('office.error.offlineLost')} {...(retry && { retry })} />
  const { problem, findings } = error
  return (
    <div className="stack">
      <ErrorBox title={findings.length > 0 ? t('office.error.refused', { n: findings.length }) : t('office.error.title')} lost={findings.length > 0 ? t('office.error.lost') : words(problem.words)} number={problem.trace} {...(retry && { retry })} />
      {findings.length > 0 ? <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
    </div>
  )
}

interface AnswerProps<T> { query: UseQueryResult<T, ProblemError | OfflineError>; shape?: 'text' | 'rows'; lines?: number; children: (data: T) => ReactNode }

/** The answer when it is there; before that the grey bars of its layout, or what went wrong. */
export const Answer = <T,>({ query, shape = 'rows', lines = 4, children }: AnswerProps<T>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <Refused error={query.error} retry={() => void query.refetch()} />
  return <Loading shape={shape} lines={lines} />
}
