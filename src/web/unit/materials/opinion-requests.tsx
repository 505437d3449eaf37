/** 请外单位出具: at a material that another office issues, who was asked by a link and how that stands; and the way to ask. */
import { useState } from 'react'
import { revokeOpinion } from '#contract/operations/opinions'
import { isIssuedElsewhere } from '#core/appraisal/opinion-request'
import type { ResolvedRule } from '#core/campaign/definition'
import { sayEnd } from '#core/kernel/instant'
import { askedOf } from '#core/rules/material-terms'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { sayAt, sayDay } from '../../ui/say-time'
import { State, type StateKind } from '../../ui/state'
import { say } from '../../ui/toast'
import type { NominationContext } from '../reading'
import { awaitedFor, useOpinions, type Request } from '../use-opinions'
import { AskOpinion } from './ask-opinion'
import './opinion-requests.css'

const kinds: Readonly<Record<Exclude<Request['standing'], 'revoked'>, StateKind>> = { asked: 'wait', opened: 'wait', overdue: 'warn', answered: 'ok' }

const Revoke = ({ nominationId, request }: { nominationId: string; request: Request }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const revoke = useAct(revokeOpinion)
  const go = () => revoke.mutate({ params: { nominationId, requestId: request.id } }, { onSuccess: () => say(t('opinion.revokedToast')) })
  return (
    <>
      <Button size="small" look="quiet" aria-label={t('opinion.revokeLabel', { office: request.office })} onClick={() => setAsking(true)}>{t('opinion.revoke')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('opinion.revokeTitle', { office: request.office })} actions={<><Button onClick={() => setAsking(false)}>{t('opinion.revokeNot')}</Button><Button look="block" busy={revoke.isPending} onClick={go}>{t('opinion.revoke')}</Button></>}>
        <p>{t('opinion.revokeWhat')}</p>
        <Refused error={revoke.error} />
      </Dialog>
    </>
  )
}

const useRowWords = () => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return ({ office, askedAt, until, standing, answer }: Request): string => {
    const ask = { office, at: sayAt(askedAt, language), until: words(sayEnd(until)) }
    if (answer === null) return t(standing === 'overdue' ? 'opinion.row.overdue' : 'opinion.row.asked', ask)
    return [
      t('opinion.row.answered', { office, handler: answer.handler, at: sayAt(answer.at, language), day: sayDay(answer.opinionDay, language) }),
      ...(answer.validUntil === null ? [] : [t('opinion.row.validUntil', { day: sayDay(answer.validUntil, language) })]), t('opinion.row.code', { code: answer.code }), ...(answer.fileId === null ? [t('opinion.row.gone')] : []),
    ].join(t('common.comma'))
  }
}

const Row = ({ request, nominationId }: { request: Request; nominationId: string }) => {
  const t = useText()
  const rowWords = useRowWords()
  if (request.standing === 'revoked') return null
  const reach = [request.contact.name, request.contact.phone, request.contact.email].filter((x) => x !== '').join(' ')
  return (
    <li>
      <State kind={kinds[request.standing]}>{t(`opinion.standing.${request.standing}`)}</State>
      <span className="opinion-words">{rowWords(request)}{reach === '' ? null : <span className="muted">　{reach}</span>}</span>
      {request.answer === null ? <Revoke nominationId={nominationId} request={request} /> : null}
    </li>
  )
}

export const OpinionRequests = ({ rule, context }: { rule: ResolvedRule<'material'>; context: NominationContext }) => {
  const t = useText()
  const name = useWords()(rule.name)
  const opinions = useOpinions(context)
  const [asking, setAsking] = useState(false)
  if (!isIssuedElsewhere(rule) || askedOf(rule, context.nomination.answers) === false || opinions === undefined) return null
  const own = opinions.requests.filter((r) => r.materialId === rule.id)
  const revoked = own.filter((r) => r.standing === 'revoked').length
  const again = awaitedFor(opinions, rule.id) !== undefined
  return (
    <div className="opinion-requests">
      {own.length > revoked ? <ul>{own.map((r) => <Row key={r.id} request={r} nominationId={context.nomination.id} />)}</ul> : null}
      {context.nomination.may.includes('edit') ? (
        <div className="row-of">
          <Button size="small" aria-label={t(again ? 'opinion.againLabel' : 'opinion.askLabel', { name })} onClick={() => setAsking(true)}>{t(again ? 'opinion.again' : 'opinion.ask')}</Button>
          {revoked > 0 ? <span className="small muted">{t('opinion.row.revoked', { n: revoked })}</span> : null}
        </div>
      ) : null}
      {asking ? <AskOpinion rule={rule} context={context} lastDay={opinions.lastDay} before={awaitedFor(opinions, rule.id)} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}
