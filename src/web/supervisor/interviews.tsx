/** Interviews of a campaign, to be read by the supervisor. */
import { useParams, useSearchParams } from 'react-router'
import { listInterviews } from '#contract/operations/interviews'
import { useRead } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Answer } from '../ui/answer'
import { ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'
import { InterviewCalendar } from '../ui/interviews/interview-calendar'
import { InterviewChips, InterviewFacts, useTitle, type Interview } from '../ui/interviews/interview-facts'
import { PageFrame } from '../ui/page-frame'

const One = ({ interview: i, back }: { interview: Interview; back: string }) => {
  const t = useText()
  const title = useTitle()
  return <article className="interview"><p className="detail"><ButtonLink look="quiet" size="small" to={back}>← {t('interviews.all')}</ButtonLink></p><header><h1 className="page-title">{title(i)}</h1><InterviewChips interview={i} /><p className="detail muted">{i.unit} · {t('interviews.by')} {i.askedBy}</p></header><InterviewFacts interview={i} /></article>
}

export const SupervisorInterviews = () => {
  const t = useText()
  const { campaignId = '' } = useParams()
  const [params] = useSearchParams()
  const query = useRead(listInterviews, { params: { campaignId } })
  const base = `/supervisor/c/${campaignId}/interviews`
  return (
    <PageFrame>
      <Answer query={query}>{({ interviews, today }) => {
        const one = interviews.find((i) => i.id === params.get('i'))
        return one !== undefined ? <One interview={one} back={base} /> : <><h1 className="page-title">{t('interviews.title')}</h1>{interviews.length === 0 ? <Empty title={t('interviews.none')} /> : <InterviewCalendar interviews={interviews} today={today} hrefOf={(i) => `${base}?i=${i.id}`} />}</>
      }}</Answer>
    </PageFrame>
  )
}
