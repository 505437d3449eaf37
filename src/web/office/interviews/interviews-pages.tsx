/** `/office/c/:campaignId/interviews`: the calendar, asking for one, and one of them. */
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { beginInterview, interviewCalendar, interviewEvent, listInterviews, readInterview } from '#contract/operations/interviews'
import { addressOf } from '../../api/call'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { CancelAct } from '../../ui/interviews/cancel-act'
import { InterviewCalendar } from '../../ui/interviews/interview-calendar'
import { InterviewChips, InterviewFacts, useTitle, type Interview } from '../../ui/interviews/interview-facts'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { useCampaign } from '../campaign-frame'
import { AskForm } from './ask-form'
import { DoneAct, FixAct } from './office-acts'

const baseOf = (campaignId: string): string => `/office/c/${campaignId}/interviews`

export const InterviewsPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const query = useRead(listInterviews, { params: { campaignId: campaign.id } })
  const base = baseOf(campaign.id)
  return (
    <PageFrame>
      <h1 className="page-title">{t('interviews.title')}</h1>
      <p className="detail muted">{t('interviews.note')}</p>
      <p className="interview-acts gap"><ButtonLink look="primary" to={`${base}/new`}>{t('interviews.ask')}</ButtonLink><ButtonLink icon="down" reload to={addressOf(interviewCalendar, { campaignId: campaign.id })}>{t('interviews.ics')}</ButtonLink><span className="detail muted">{t('interviews.icsNote')}</span></p>
      <Answer query={query}>{({ interviews, today }) => (interviews.length === 0 ? <Empty title={t('interviews.none')}>{t('interviews.noneFact')}</Empty> : <InterviewCalendar interviews={interviews} today={today} hrefOf={(i) => `${base}/${i.id}`} />)}</Answer>
    </PageFrame>
  )
}

const Back = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  return <p className="detail"><ButtonLink look="quiet" size="small" to={baseOf(campaignId)}>← {t('interviews.all')}</ButtonLink></p>
}

export const NewInterviewPage = () => {
  const t = useText()
  const go = useNavigate()
  const { campaign } = useCampaign()
  const [params] = useSearchParams()
  const query = useRead(beginInterview, { params: { campaignId: campaign.id } })
  return <PageFrame><Back campaignId={campaign.id} /><h1 className="page-title">{t('interviews.ask')}</h1><Answer query={query}>{(begun) => <AskForm campaignId={campaign.id} begun={begun} of={null} person={params.get('n') ?? ''} onDone={(id) => void go(`${baseOf(campaign.id)}/${id}`)} />}</Answer></PageFrame>
}

const Change = ({ interview: i, onLeave }: { interview: Interview; onLeave: () => void }) => {
  const t = useText()
  const query = useRead(beginInterview, { params: { campaignId: i.campaignId } })
  return <Section title={t('interviews.changeTitle')} note={t('interviews.changeNote')}><Answer query={query}>{(begun) => <AskForm campaignId={i.campaignId} begun={begun} of={i} person="" onDone={onLeave} onLeave={onLeave} />}</Answer></Section>
}

const One = ({ interview: i }: { interview: Interview }) => {
  const t = useText()
  const title = useTitle()
  const [changing, setChanging] = useState(false)
  return (
    <article className="interview">
      <header><h1 className="page-title">{title(i)}</h1><InterviewChips interview={i} /><p className="detail muted">{i.unit} · {t('interviews.by')} {i.askedBy}</p></header>
      <InterviewFacts interview={i} />
      {changing && i.may.includes('change') ? <Change interview={i} onLeave={() => setChanging(false)} /> : (
        <>
          <FixAct interview={i} />
          <p className="interview-acts">
            <DoneAct interview={i} />
            {i.state === 'fixed' ? <ButtonLink icon="down" reload to={addressOf(interviewEvent, { interviewId: i.id })}>{t('interviews.icsOne')}</ButtonLink> : null}
            {i.may.includes('change') ? <Button onClick={() => setChanging(true)}>{t('interviews.change')}</Button> : null}
            {i.state === 'done' ? <ButtonLink to={`/office/c/${i.campaignId}/stories/${i.nominationId}`}>{t('interviews.story')}</ButtonLink> : null}
            <CancelAct interview={i} />
          </p>
        </>
      )}
    </article>
  )
}

export const InterviewPage = () => {
  const { interviewId = '' } = useParams()
  const { campaign } = useCampaign()
  const query = useRead(readInterview, { params: { interviewId } })
  return <PageFrame><Back campaignId={campaign.id} /><Answer query={query}>{(i) => <One key={i.id} interview={i} />}</Answer></PageFrame>
}
