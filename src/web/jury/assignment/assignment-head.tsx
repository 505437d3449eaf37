/** Name of the round, its terms, how far the assignment is; and what the secretary does next. */
import { useState } from 'react'
import { askAssignment, confirmAssignment } from '#contract/operations/assignments'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { CodeText } from '../../ui/code-text'
import { Dialog } from '../../ui/dialog'
import { sayAt } from '../../ui/say-time'
import { Chip } from '../../ui/state'
import { say } from '../../ui/toast'
import type { At, Shared } from './assignment-answer'

const kinds = { none: 'none', asked: 'wait', failed: 'block', found: 'half', impossible: 'block', confirmed: 'ok' } as const

const Confirm = ({ shared, at }: { shared: Shared; at: At }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const act = useAct(confirmAssignment)
  const blocked = shared.findings.some((f) => f.strength === 'block')
  const send = () => act.mutate({ params: at, body: { version: shared.version } }, { onSuccess: () => { setOpen(false); say(t('assignment.confirmed')) } })
  return (
    <>
      <Button look={open ? 'default' : 'primary'} disabled={blocked} onClick={() => setOpen(true)}>{t('assignment.confirm')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('assignment.confirmTitle')} actions={<><Button onClick={() => setOpen(false)}>{t('assignment.keep')}</Button><Button look="primary" busy={act.isPending} onClick={send}>{t('assignment.confirm')}</Button></>}>
        <p>{t(shared.round === null ? 'assignment.confirmFact' : 'assignment.confirmOpen')}</p>
        {shared.moved.length === 0 ? null : <p className="gap">{t('assignment.moved.note', { n: shared.moved.length })}</p>}
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

export const AssignmentHead = ({ shared, at }: { shared: Shared; at: At }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const ask = useAct(askAssignment)
  const go = (afresh: boolean) => ask.mutate({ params: at, body: { afresh } }, { onSuccess: () => say(t('assignment.asked')) })
  const isFirst = shared.state === 'none'
  const isClosed = shared.round?.state === 'closed'
  return (
    <>
      <div className="room-head">
        <div>
          <h2>{t('assignment.title', { round: words(shared.name) })}</h2>
          <Chip kind={isClosed ? 'lock' : kinds[shared.state]}>{t(isClosed ? 'assignment.state.closed' : `assignment.state.${shared.state}`)}</Chip>
          {shared.confirmed === null ? null : <span className="small muted">{t('assignment.confirmedAt', { at: sayAt(shared.confirmed.at, language), by: shared.confirmed.by })}</span>}
          {shared.hash === null ? null : <p className="detail muted">{t('assignment.hash')} <CodeText code={shared.hash} /></p>}
        </div>
        <div className="assignment-acts">
          {shared.may.includes('ask') && shared.round === null && (shared.state === 'found' || shared.state === 'confirmed') ? <Button look="quiet" busy={ask.isPending} onClick={() => go(true)}>{t('assignment.askAfresh')}</Button> : null}
          {shared.may.includes('ask') ? <Button look={isFirst || shared.state === 'impossible' || shared.state === 'failed' ? 'primary' : 'default'} busy={ask.isPending} onClick={() => go(false)}>{t(isFirst ? 'assignment.ask' : 'assignment.askAgain')}</Button> : null}
          {shared.round === null ? null : <ButtonLink to={`/jury/rounds/${shared.round.id}/room`}>{t('assignment.toRoom')}</ButtonLink>}
          {shared.may.includes('confirm') ? <Confirm shared={shared} at={at} /> : null}
        </div>
      </div>
      <Refused error={ask.error} />
    </>
  )
}
