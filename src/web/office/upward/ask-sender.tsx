/** Whose keys they are is compared with paper, once: typed by one, or looked at by two. And the words, where it is sealed by words. */
import { useState } from 'react'
import { confirmInstallation, giveWords, lookAtInstallation } from '#contract/operations/arrivals'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Arrival } from './arrival-state'

export const AskSender = ({ installation: i }: { installation: NonNullable<Arrival['installation']> }) => {
  const t = useText()
  // What is typed comes from paper: while the field stands here, the screen does not show it.
  const [byTwo, setByTwo] = useState(i.lookedBy !== null)
  return (
    <section className="ask-sender" aria-label={t('upward.ask.title')}>
      <h2>{t('upward.ask.title')}</h2>
      <p className="detail">{t('upward.ask.fact')}</p>
      {byTwo ? <ByTwo i={i} /> : <ByOne i={i} />}
      <p className="or"><Button look="quiet" size="small" onClick={() => setByTwo(!byTwo)}>{t(byTwo ? 'upward.ask.byOne' : 'upward.ask.byTwo')}</Button></p>
    </section>
  )
}

type Own = { i: NonNullable<Arrival['installation']> }
const useConfirm = () => {
  const t = useText()
  const confirm = useAct(confirmInstallation)
  return { confirm, done: { onSuccess: () => say(t('upward.ask.done')) } }
}
const ByOne = ({ i }: Own) => {
  const t = useText()
  const [typed, setTyped] = useState('')
  const { confirm, done } = useConfirm()
  return (
    <>
      <TextField label={t('upward.ask.type')} value={typed} onChange={setTyped} />
      <div className="row-of"><Button look="primary" disabled={typed.trim() === ''} busy={confirm.isPending} onClick={() => confirm.mutate({ params: { installationId: i.id }, body: { typed } }, done)}>{t('upward.ask.typeAct')}</Button></div>
      <Refused error={confirm.error} />
    </>
  )
}
const ByTwo = ({ i }: Own) => {
  const t = useText()
  const look = useAct(lookAtInstallation)
  const { confirm, done } = useConfirm()
  const params = { installationId: i.id }
  return (
    <>
      <p className="small muted">{t('upward.ask.shown')}</p>
      <p className="sender-print">{i.fingerprint}</p>
      {i.lookedBy === null ? <div className="row-of"><Button busy={look.isPending} onClick={() => look.mutate({ params })}>{t('upward.ask.first')}</Button></div>
        : i.mine ? <p className="detail">{t('upward.ask.mine')}</p>
        : <><p className="detail">{t('upward.ask.waits', { name: i.lookedBy })}</p><div className="row-of"><Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate({ params, body: {} }, done)}>{t('upward.ask.second')}</Button></div></>}
      <Refused error={look.error ?? confirm.error} />
    </>
  )
}

export const AskWords = ({ arrivalId }: { arrivalId: string }) => {
  const t = useText()
  const [words, setWords] = useState('')
  const give = useAct(giveWords)
  return (
    <section className="ask-sender" aria-label={t('upward.words.title')}>
      <h2>{t('upward.words.title')}</h2>
      <p className="detail">{t('upward.words.fact')}</p>
      <TextField label={t('upward.words.field')} value={words} onChange={setWords} />
      <div className="row-of"><Button look="primary" disabled={words.trim() === ''} busy={give.isPending} onClick={() => give.mutate({ params: { arrivalId }, body: { words } })}>{t('upward.words.act')}</Button></div>
      <Refused error={give.error} />
    </section>
  )
}
