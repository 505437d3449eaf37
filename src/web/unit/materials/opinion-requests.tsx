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
  return ({ office, until, standing, answer }: Request): string => {
    const ask = { office, until: words(sayEnd(until)) }
    if (answer === null) return t(standing === 'overdue' ? 'opinion.row.overdue' : 'opinion.row.asked', ask)
    return [
      t('opinion.row.answered', { office, handler: answer.handler, at: sayAt(answer.at, language), day: sayDay(answer.opinionDay, language) }),
      ...(answer.validUntil === null ? [] : [t('opinion.row.validUntil', { day: sayDay(answer.validUntil, language) })]), ...(answer.fileId === null ? [t('opinion.row.gone')] : []),
    ].join(t('common.comma'))
  }
}

interface RowProps { request: Request; nominationId: string; name: string; mayEdit: boolean; onAgain: () => void }
const Row = ({ request, nominationId, name, mayEdit, onAgain }: RowProps) => {
  const t = useText()
  const language = useLanguage()
  const rowWords = useRowWords()
  if (request.standing === 'revoked') return null
  const beside = request.answer === null ? [t('opinion.row.sentAt', { at: sayAt(request.askedAt, language) }), request.contact.name, request.contact.phone, request.contact.email] : [t('opinion.row.code', { code: request.answer.code })]
  return (
    <li>
      <State kind={kinds[request.standing]}>{t(`opinion.standing.${request.standing}`)}</State>
      <span className="opinion-words">{rowWords(request)}<span className="opinion-beside">{beside.filter((x) => x !== '').map((x) => <span key={x}>{x}</span>)}</span></span>
      {mayEdit && request.answer === null ? <span className="row-of"><Button size="small" aria-label={t('opinion.againLabel', { name })} onClick={onAgain}>{t('opinion.again')}</Button><Revoke nominationId={nominationId} request={request} /></span> : null}
    </li>
  )
}

export const OpinionRequests = ({ rule, context }: { rule: ResolvedRule<'material'>; context: NominationContext }) => {
  const t = useText()
  const name = useWords()(rule.name)
  const opinions = useOpinions(context)
  const [asking, setAsking] = useState<{ before: Request | undefined } | null>(null)
  if (!isIssuedElsewhere(rule) || askedOf(rule, context.nomination.answers) === false || opinions === undefined) return null
  const own = opinions.requests.filter((r) => r.materialId === rule.id)
  const revoked = own.filter((r) => r.standing === 'revoked').length
  const awaited = awaitedFor(opinions, rule.id)
  const mayEdit = context.nomination.may.includes('edit')
  // Of several files each office has its own link.
  const mayAsk = mayEdit && (awaited === undefined || rule.max !== 1)
  return (
    <div className="opinion-requests">
      {own.length > revoked ? <ul>{own.map((r) => <Row key={r.id} request={r} nominationId={context.nomination.id} name={name} mayEdit={mayEdit} onAgain={() => setAsking({ before: r })} />)}</ul> : null}
      {mayAsk ? <div><Button size="small" look={context.nomination.materials.some((m) => m.materialId === rule.id) ? 'quiet' : 'default'} aria-label={t('opinion.askLabel', { name })} onClick={() => setAsking({ before: undefined })}>{t('opinion.ask')}</Button></div> : null}
      {revoked > 0 ? <p className="small muted">{t('opinion.row.revoked', { n: revoked })}</p> : null}
      {asking ? <AskOpinion rule={rule} context={context} lastDay={opinions.lastDay} before={asking.before} onClose={() => setAsking(null)} /> : null}
    </div>
  )
}
