/** The block of the next step with its one primary button, and the same button in the phone's bar. 送审签 is done right here. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { sendToApprover } from '#contract/operations/nominations'
import { useAct } from '../api/use-operation'
import { Refused } from '../ui/answer'
import { useText } from '../text/use-text'
import { Button, ButtonLink } from '../ui/button'
import { ClauseRef } from '../ui/clause-ref'
import { Dialog } from '../ui/dialog'
import { NextStep } from '../ui/next-step'
import { ActionBar } from '../ui/page-frame'
import { say } from '../ui/toast'
import type { NextWords } from './next-words'
import { Note } from '../ui/finding-card'
import { useNomination } from './nomination-frame'
import { useFilms } from './use-films'

const SendDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const t = useText()
  const context = useNomination()
  const { nomination } = context
  const waiting = useFilms(context)?.films.filter((f) => f.state !== 'failed').length ?? 0
  const send = useAct(sendToApprover)
  const navigate = useNavigate()
  const go = () => send.mutate({ params: { nominationId: nomination.id }, body: {} }, {
    onSuccess: () => {
      say(t('unit.send.done'))
      onClose()
      void navigate(`/unit/n/${nomination.id}`)
    },
  })
  return (
    <Dialog open={open} onClose={onClose} title={t('unit.send.title', { name: nomination.candidateName })}
      actions={<><Button onClick={onClose}>{t('unit.send.not')}</Button><Button look="primary" busy={send.isPending} onClick={go}>{t('unit.send.act')}</Button></>}>
      <p>{t('unit.send.what')}</p>
      {waiting > 0 ? <div className="gap"><Note kind="warn" title={t('unit.serverFilm.beforeSending', { n: waiting })}><p className="mend">{t('unit.serverFilm.beforeSendingMend')}</p></Note></div> : null}
      <Refused error={send.error} />
    </Dialog>
  )
}

const Act = ({ next, large }: { next: NextWords; large?: boolean }) => {
  const { nomination } = useNomination()
  const [asking, setAsking] = useState(false)
  const size = large ? { size: 'large' as const } : {}
  if (next.button === undefined) return null
  if (next.to !== undefined) return <ButtonLink look="primary" {...size} to={`/unit/n/${nomination.id}/${next.to}`}>{next.button}</ButtonLink>
  return <><Button look="primary" {...size} onClick={() => setAsking(true)}>{next.button}</Button><SendDialog open={asking} onClose={() => setAsking(false)} /></>
}

export const NextStepBlock = ({ next }: { next: NextWords }) => (
  <NextStep act={next.title} inBar {...(next.button !== undefined && { actions: <Act next={next} large /> })} {...(next.waiting && { waiting: next.waiting })}>
    {next.why || next.clause ? <>{next.why} {next.clause ? <ClauseRef clause={next.clause} withSource /> : null}</> : null}
  </NextStep>
)

export const NextBar = ({ next }: { next: NextWords }) => (next.button === undefined ? null : <ActionBar phoneOnly><Act next={next} /></ActionBar>)
