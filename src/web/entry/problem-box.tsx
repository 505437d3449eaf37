/** What the pages say when the server refuses or cannot be reached, and the frame of everything that is read: waiting, refused, there. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OfflineError, ProblemError } from '../api/call'
import { useText, useWords } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'
import { ErrorBox } from '../ui/error-box'
import { FindingCard, Findings } from '../ui/finding-card'
import { Loading } from '../ui/loading'

export type Trouble = ProblemError | OfflineError

/** One sentence for a field or a toast. */
export const useTroubleWords = (): ((trouble: Trouble) => string) => {
  const t = useText()
  const words = useWords()
  return (trouble) => (trouble.name === 'OfflineError' ? t('entry.offline.title') : words(trouble.problem.words))
}

interface ProblemBoxProps {
  trouble: Trouble | null
  retry?: () => void
  /** What stands after a refused act; without it: nothing was written. */
  lost?: string
}

export const ProblemBox = ({ trouble, retry, lost }: ProblemBoxProps) => {
  const t = useText()
  const say = useTroubleWords()
  if (trouble === null) return null
  const again = retry ? { retry } : {}
  if (trouble.name === 'OfflineError') return <ErrorBox title={say(trouble)} lost={t('entry.offline.lost')} why={t('entry.offline.why')} {...again} />
  return (
    <>
      <ErrorBox title={say(trouble)} lost={lost ?? t('entry.problem.lost')} number={trouble.problem.trace} {...again} />
      {trouble.findings.length ? <Findings>{trouble.findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings> : null}
    </>
  )
}

interface ReadingProps<T> {
  query: UseQueryResult<T, Trouble>
  shape?: 'text' | 'rows'
  lines?: number
  children: (data: T) => ReactNode
}

/** Shows what was read; keeps the last answer on the page while a newer one is refused. */
export const Reading = <T,>({ query, shape = 'rows', lines = 4, children }: ReadingProps<T>) => {
  const t = useText()
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error === null) return <Loading shape={shape} lines={lines} />
  if (query.error.name === 'ProblemError' && query.error.status === 404)
    return <Empty wholePage title={t('entry.absent.title')} action={<ButtonLink to="/">{t('common.noPage.home')}</ButtonLink>}>{t('entry.absent.fact')}</Empty>
  return <ProblemBox trouble={query.error} retry={() => void query.refetch()} />
}
