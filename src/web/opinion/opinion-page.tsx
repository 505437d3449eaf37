/** `/o#token`: who asks for which paper about whom and until when; the model text; upload and hand over. Or that it was received, or that the link opens nothing. */
import { useLocation } from 'react-router'
import { lookAtOpinion } from '#contract/operations/opinions'
import { sayEnd } from '#core/kernel/instant'
import { useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Answer } from '../ui/answer'
import { ClauseRef } from '../ui/clause-ref'
import { Empty } from '../ui/empty'
import { Note } from '../ui/finding-card'
import { KeyValue } from '../ui/key-value'
import { PageFrame } from '../ui/page-frame'
import { sayAt } from '../ui/say-time'
import { Shell } from '../ui/shell'
import { AnswerForm } from './answer-form'
import type { Asked, Look } from './asked'
import { ModelText } from './model-text'
import './opinion.css'

const Dead = () => {
  const t = useText()
  return <Empty wholePage title={t('opinion.page.absent')}>{t('opinion.page.absentFact')}</Empty>
}

const Received = ({ unit, received }: { unit: string; received: NonNullable<Look['received']> }) => {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <h1>{t('opinion.page.received')}</h1>
      <Note kind="ok" title={t('opinion.page.receivedAt', { unit, at: sayAt(received.at, language) })}>
        <p>{t('opinion.page.code')} <b className="opinion-code">{received.code}</b></p>
        <p className="muted">{t('opinion.page.receivedNext')}</p>
      </Note>
    </>
  )
}

const About = ({ unit, asked }: { unit: string; asked: Asked }) => {
  const t = useText()
  const words = useWords()
  const { person, rule } = asked
  return (
    <KeyValue nameWidth={72} pairs={[
      { name: t('opinion.page.person'), value: <><b>{person.name}</b>{person.employer || person.post ? <span className="opinion-of">{[person.employer, person.post].filter((x) => x !== '').join(' ')}</span> : null}</> },
      { name: t('opinion.page.office'), value: asked.office },
      { name: t('opinion.page.asks'), value: t('opinion.page.asksBy', { unit, person: asked.askedBy }) },
      { name: t('opinion.page.clause'), value: <ClauseRef clause={rule.rests} withSource /> },
      { name: t('opinion.page.until'), value: <b>{t('opinion.page.untilWords', { end: words(sayEnd(asked.until)) })}</b> },
    ]} />
  )
}

const Open = ({ token, unit, asked }: { token: string; unit: string; asked: Asked }) => {
  const t = useText()
  const words = useWords()
  return (
    <>
      <p className="opinion-campaign">{words(asked.campaign)}</p>
      <h1>{t('opinion.page.title', { name: words(asked.rule.name) })}</h1>
      <About unit={unit} asked={asked} />
      <p className="small muted opinion-safe">{t('opinion.page.safe')}</p>
      <ModelText token={token} model={asked.model} />
      <AnswerForm token={token} asked={asked} />
    </>
  )
}

const Linked = ({ token }: { token: string }) => {
  const t = useText()
  const query = useRead(lookAtOpinion, { params: {}, bearer: token })
  if (query.data === undefined && query.error?.name === 'ProblemError' && query.error.status === 404) return <Dead />
  return (
    <Answer query={query} lines={8}>{({ standing, unit, received, asked }) => {
      if (received !== null) return <Received unit={unit} received={received} />
      if (standing === 'closed' || asked === null) return <Empty wholePage title={t('opinion.page.closed')}>{t('opinion.page.closedFact', { unit })}</Empty>
      return <Open token={token} unit={unit} asked={asked} />
    }}</Answer>
  )
}

export const OpinionPage = () => {
  const token = useLocation().hash.slice(1)
  return <Shell home="/" items={[]}><PageFrame><div className="opinion-page">{token === '' ? <Dead /> : <Linked key={token} token={token} />}</div></PageFrame></Shell>
}
