/** 公示前请本单位确认: each candidate in one press by the approver. Nothing where nothing is asked. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { answerUnitAsking, listUnitAskings } from '#contract/operations/gate-askings'
import { dayOf } from '#core/kernel/instant'
import { useAct, useRead } from '../api/use-operation'
import { useSession } from '../api/session'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { ClauseRef } from '../ui/clause-ref'
import { asPoints } from '../ui/gate/still-fits'
import { ChangeForm } from '../ui/gate/tell-change'
import '../ui/gate/gate.css'
import { sayAt, sayDay } from '../ui/say-time'
import { Section } from '../ui/section'
import { State } from '../ui/state'
import { say } from '../ui/toast'

type Asking = AnswerOf<typeof listUnitAskings>['askings'][number]

const Answered = ({ asking: a }: { asking: Asking }) => {
  const t = useText()
  const language = useLanguage()
  if (a.at === null || a.by === null) return <p className="detail muted">{t('gate.own.over')}</p>
  return <State kind={a.word === 'still' ? 'ok' : 'warn'}>{t(a.word === 'still' ? 'gate.own.is.still' : 'gate.own.is.changed', { at: sayAt(a.at, language), by: a.by })}</State>
}

const Press = ({ asking: a }: { asking: Asking }) => {
  const t = useText()
  const [changed, setChanged] = useState(false)
  const answer = useAct(answerUnitAsking)
  const request = { params: { nominationId: a.nominationId } }
  if (changed) return <ChangeForm points={asPoints(a.points)} offline={false} busy={answer.isPending} refused={<Refused error={answer.error} />} onClose={() => setChanged(false)}
    onTell={(change) => answer.mutate({ ...request, body: { answer: 'changed', ...change } }, { onSuccess: () => say(t('gate.own.told', { name: a.candidateName })) })} />
  return (
    <>
      <div className="row-of">
        <Button busy={answer.isPending} aria-label={`${t('gate.own.still')}：${a.candidateName}`} onClick={() => answer.mutate({ ...request, body: { answer: 'still' } }, { onSuccess: () => say(t('gate.own.thanks', { name: a.candidateName })) })}>{t('gate.own.still')}</Button>
        <Button aria-label={`${t('gate.own.changed')}：${a.candidateName}`} onClick={() => setChanged(true)}>{t('gate.own.changed')}</Button>
      </div>
      <Refused error={answer.error} />
    </>
  )
}

export const AskedBeforeNotice = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const { role } = useSession()
  const { data } = useRead(listUnitAskings, { params: { campaignId } }, { look: 'campaign' })
  const [first] = data?.askings ?? []
  if (data === undefined || first === undefined) return null
  return (
    <Section title={t('gate.own.title')} note={t('gate.own.note', { due: sayDay(dayOf(first.dueAt - 1), language) })}>
      <ul className="gate-asked">{data.askings.map((a) => (
        <li key={a.nominationId}>
          <h3>{t('gate.own.ask', { name: a.candidateName })}</h3>
          {a.open ? <ul>{asPoints(a.points).map((p) => <li key={p.ruleId}>{words(p.words)} <ClauseRef clause={p.rests} withSource /></li>)}</ul> : null}
          {!a.open ? <Answered asking={a} /> : role === 'unitApprover' ? <Press asking={a} /> : <p className="detail muted">{t('gate.own.clerk')}</p>}
        </li>
      ))}</ul>
    </Section>
  )
}
