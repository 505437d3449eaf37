/** Interviews of the person a story is about: where its words come from. Nothing where there is none. */
import { Link } from 'react-router'
import { listInterviewsOf } from '#contract/operations/interviews'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { InterviewChips, spanOf, useTitle } from '../../ui/interviews/interview-facts'
import { saySpan } from '../../ui/interviews/say-span'
import { Section } from '../../ui/section'

export const InterviewsOfStory = ({ campaignId, nominationId }: { campaignId: string; nominationId: string }) => {
  const t = useText()
  const language = useLanguage()
  const title = useTitle()
  const all = (useRead(listInterviewsOf, { params: { nominationId } }).data?.interviews ?? []).filter((i) => i.state !== 'cancelled')
  if (all.length === 0) return null
  return (
    <Section title={t('interviews.ofStory')}>
      <p className="detail muted">{t('interviews.ofStoryNote')}</p>
      <ul className="interview-rows">{all.map((i) => <li key={i.id} className="gap"><Link className="link" to={`/office/c/${campaignId}/interviews/${i.id}`}>{title(i)} · {i.medium}</Link><p className="detail muted">{saySpan(spanOf(i), language)}{i.result?.word ? ` · ${i.result.word}` : ''}</p><InterviewChips interview={i} />{i.state === 'done' && i.consent === 'refused' ? <p className="interview-stop">{t('interviews.stopUse')}</p> : null}</li>)}</ul>
    </Section>
  )
}
