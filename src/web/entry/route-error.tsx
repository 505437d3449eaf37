/** What a route shows when it breaks or does not exist: whether anything was lost, why, and the way on. */
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { OfflineError, ProblemError } from '../api/call'
import { useText } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'
import { ErrorBox } from '../ui/error-box'
import { PageFrame } from '../ui/page-frame'

/** Answers of the server carry a number to quote. */
const traceOf = (error: unknown): string | null =>
  error instanceof ProblemError ? error.problem.trace : null

/** A part of the app that could not be fetched; each browser has its own words for it. */
const isMissingPiece = (error: unknown): boolean => error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message)

export const NoPage = () => {
  const t = useText()
  return <PageFrame><Empty wholePage title={t('common.noPage.title')} action={<ButtonLink to="/">{t('common.noPage.home')}</ButtonLink>}>{t('common.noPage.fact')}</Empty></PageFrame>
}

export const RouteError = () => {
  const t = useText()
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NoPage />
  const number = traceOf(error)
  const offline = error instanceof OfflineError || isMissingPiece(error)
  return (
    <PageFrame>
      <ErrorBox title={t(offline ? 'common.offline.title' : 'common.error.page.title')} lost={t(offline ? 'common.offline.lost' : 'common.error.page.lost')} why={t(offline ? 'common.offline.why' : 'common.error.page.why')}
        retry={() => window.location.reload()} retryWords={t('common.error.page.reload')} {...(number && { number })} />
    </PageFrame>
  )
}
