/** `/unit/c/:campaignId/interviews`: the unit's calendar. `/unit/n/:nominationId/interviews`, `/me/n/:nominationId/interviews`: those of one person, each with what it waits for. */
import { useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { interviewCalendar, interviewEvent, listInterviews, listInterviewsOf } from '#contract/operations/interviews'
import { dayOf } from '#core/kernel/instant'
import { addressOf } from '../../api/call'
import { useSession } from '../../api/session'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { CancelAct } from '../../ui/interviews/cancel-act'
import { ConsentAct } from '../../ui/interviews/consent-act'
import { InterviewCalendar } from '../../ui/interviews/interview-calendar'
import { InterviewChips, InterviewFacts, isOver, useTitle, type Interview } from '../../ui/interviews/interview-facts'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { AnswerForm } from './answer-form'

const hrefOf = (i: Interview): string => `/unit/n/${i.nominationId}/interviews?i=${i.id}`

export const UnitInterviewsPage = () => {
  const t = useText()
  const { campaignId = '' } = useParams()
  const query = useRead(listInterviews, { params: { campaignId } })
  return (
    <PageFrame>
      <p className="detail"><ButtonLink look="quiet" size="small" to={`/unit/c/${campaignId}`}>← {t('unit.nav.campaign')}</ButtonLink></p>
      <Section title={t('interviews.title')} note={t('interviews.unitNote')} action={<ButtonLink size="small" icon="down" reload to={addressOf(interviewCalendar, { campaignId })}>{t('interviews.ics')}</ButtonLink>}>
        <Answer query={query}>{({ interviews, today }) => (interviews.length === 0 ? <Empty title={t('interviews.noneUnit')}>{t('interviews.noneCalendar')}</Empty> : <><p className="detail muted">{t('interviews.icsNote')}</p><InterviewCalendar interviews={interviews} today={today} hrefOf={hrefOf} /></>)}</Answer>
      </Section>
    </PageFrame>
  )
}

const One = ({ interview: i, known }: { interview: Interview; known: Interview | undefined }) => {
  const t = useText()
  const title = useTitle()
  const today = dayOf(useSession().now())
  const [writing, setWriting] = useState(i.state === 'asked')
  const mayAnswer = i.may.includes('answer')
  const form = mayAnswer && (writing || i.state === 'asked')
  return (
    <article className="interview" id={i.id} aria-labelledby={`t-${i.id}`}>
      <header><h2 id={`t-${i.id}`}>{title(i)}</h2><InterviewChips interview={i} /></header>
      <InterviewFacts interview={i} />
      {i.state === 'fixed' ? <p className="interview-acts"><ButtonLink icon="down" reload to={addressOf(interviewEvent, { interviewId: i.id })}>{t('interviews.icsOne')}</ButtonLink></p> : null}
      {form ? <section className="gap" aria-labelledby={`a-${i.id}`}><h3 id={`a-${i.id}`}>{t('interviews.answerTitle')}</h3><AnswerForm key={i.version} interview={i} known={known} today={today} onDone={() => setWriting(false)} /></section> : null}
      <ConsentAct interview={i} />
      {form && !i.may.includes('cancel') ? null : <p className="interview-acts">{mayAnswer && !form ? <Button onClick={() => setWriting(true)}>{t('interviews.answerAgain')}</Button> : null}<CancelAct interview={i} /></p>}
    </article>
  )
}

/** The one a link led to stands first, then what is open, then what is over. */
export const OwnInterviewsPage = () => {
  const t = useText()
  const { nominationId = '' } = useParams()
  const first = new URLSearchParams(useLocation().search).get('i')
  const query = useRead(listInterviewsOf, { params: { nominationId } })
  return (
    <PageFrame>
      <h1 className="page-title">{t('interviews.title')}</h1>
      <Answer query={query}>{({ interviews }) => {
        const order = (i: Interview): number => (i.id === first ? 0 : isOver(i) ? 2 : 1)
        const sorted = interviews.toSorted((a, b) => order(a) - order(b) || b.askedAt - a.askedAt)
        const known = interviews.findLast((i) => i.reply?.companion != null)
        return interviews.length === 0 ? <Empty title={t('interviews.noneMine')}>{t('interviews.noneCalendar')}</Empty> : <>{sorted.map((i) => <One key={i.id} interview={i} known={known?.id === i.id ? undefined : known} />)}</>
      }}</Answer>
    </PageFrame>
  )
}
