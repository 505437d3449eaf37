/** The person's word about one interview: yes, no, or a yes taken back; in the person's place what was signed. */
import { useRef, useState } from 'react'
import { consentToInterview } from '#contract/operations/interviews'
import { base64Of } from '../../api/base64-of'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { PrintOnly } from '../page-frame'
import { say } from '../toast'
import type { Interview } from './interview-facts'

/** A yes that was given: it may be taken back at any time. */
const TakeBack = ({ interview: i }: { interview: Interview }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const act = useAct(consentToInterview)
  const go = () => act.mutate({ params: { interviewId: i.id }, body: { scope: i.scope, yes: false } }, { onSuccess: () => { setAsking(false); say(t(i.state === 'done' ? 'interviews.takenBack' : 'interviews.refusedNow')) } })
  return (
    <>
      <p className="interview-acts"><Button onClick={() => setAsking(true)}>{t(i.withPaper ? 'interviews.takeBackFor' : 'interviews.takeBack')}</Button><span className="detail muted">{t(i.state === 'done' ? 'interviews.consentLaterDone' : 'interviews.consentLater')}</span></p>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('interviews.takeBackTitle')} actions={<><Button onClick={() => setAsking(false)}>{t('interviews.notBack')}</Button><Button look="primary" busy={act.isPending} onClick={go}>{t('interviews.takeBack')}</Button></>}>
        <p>{t(i.state === 'done' ? 'interviews.takeBackDone' : 'interviews.takeBackFact')}</p>
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

export const ConsentAct = ({ interview: i }: { interview: Interview }) => {
  const t = useText()
  if (!i.may.includes('consent')) return null
  if (i.consent === 'given') return <TakeBack interview={i} />
  // Whoever has an account is asked there; nobody else has to do anything about it.
  return i.withPaper && i.account ? <details className="interview-paper"><summary>{t('interviews.byPaper')}</summary><Answering interview={i} /></details> : <Answering interview={i} />
}

const Answering = ({ interview: i }: { interview: Interview }) => {
  const t = useText()
  const [paper, setPaper] = useState<File | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const act = useAct(consentToInterview)
  const go = async (yes: boolean): Promise<void> => {
    const base64 = paper === null ? null : await base64Of(paper).catch(() => null)
    act.mutate({ params: { interviewId: i.id }, body: { scope: i.scope, yes, paper: !yes || paper === null || base64 === null ? null : { name: paper.name, base64 } } }, { onSuccess: () => say(t(yes ? 'interviews.agreedNow' : 'interviews.refusedNow')) })
  }
  return (
    <section className="gap" aria-labelledby={`consent-${i.id}`}>
      <h3 id={`consent-${i.id}`}>{t(i.withPaper ? 'interviews.enter' : 'interviews.consentTitle')}</h3>
      <p className="detail">{i.withPaper ? t('interviews.paperFact') : t(i.publicity === 'agreed' ? 'interviews.consentFactAgreed' : 'interviews.consentFact')}</p>
      {i.withPaper ? (
        <p className="interview-acts">
          <Button icon="print" onClick={() => window.print()}>{t('interviews.print')}</Button>
          <input ref={input} type="file" className="hidden-text" tabIndex={-1} accept="application/pdf,image/jpeg,image/png" aria-label={t('interviews.paper')} onChange={(event) => { setPaper(event.target.files?.[0] ?? paper); event.target.value = '' }} />
          <Button icon="up" onClick={() => input.current?.click()}>{paper === null ? t('interviews.paper') : paper.name}</Button>
        </p>
      ) : null}
      <Refused error={act.error} />
      <p className="interview-acts"><Button look="primary" busy={act.isPending} disabled={i.withPaper && paper === null} onClick={() => void go(true)}>{t(i.withPaper ? 'interviews.enter' : 'interviews.agree')}</Button><Button busy={act.isPending} onClick={() => void go(false)}>{t(i.withPaper ? 'interviews.consent.refused' : 'interviews.refuse')}</Button></p>
      <PrintOnly><p>{t('interviews.signLine')}</p></PrintOnly>
    </section>
  )
}
