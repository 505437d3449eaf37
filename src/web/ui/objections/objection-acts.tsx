/** What whoever reads an objection may do about it, one section each, in the order in which it is handled. */
import { useState, type ReactNode } from 'react'
import { askStatement, confirmOutcome, nameHandler, noteOnObjection, proposeOutcome, recordStep, settleCorrection, triageObjection } from '#contract/operations/objections'
import { addDays, dayOf } from '#core/kernel/instant'
import { needsSecond, outcomeNames, outcomes, stepNames, writtenSteps, type Outcome } from '#core/objections/standing'
import { objectionLimits as most } from '#core/objections/terms'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused, type Trouble } from '../answer'
import { Button } from '../button'
import { RadioField, SelectField } from '../choice-fields'
import { Section } from '../section'
import { DayField, TextArea, TextField } from '../text-fields'
import { AnswerLetter } from './answer-letter'
import type { Objection } from './reading'
import './objections.css'

const Part = ({ title, error, children }: { title: string; error: Trouble | null; children: ReactNode }) => <Section title={title}><div className="objection-acts">{children}<div className="gap"><Refused error={error} /></div></div></Section>
const of = (o: Objection) => ({ objectionId: o.id })

const Handler = ({ o }: { o: Objection }) => {
  const t = useText()
  const [accountId, setAccount] = useState('')
  const [reason, setReason] = useState('')
  const act = useAct(nameHandler)
  const over = o.may.includes('handOver')
  const people = over ? o.people.filter((p) => p.accountId !== o.handler?.accountId) : o.people
  const go = () => act.mutate({ params: of(o), body: { accountId, reason } }, { onSuccess: () => { setAccount(''); setReason('') } })
  return (
    <Part title={t(over ? 'objections.one.handOver' : 'objections.one.name')} error={act.error}>
      {over ? null : <p className="detail">{t('objections.one.nameFact')}</p>}
      <SelectField label={t('objections.one.nameWho')} required value={accountId} onChange={setAccount} options={people.map((p) => ({ value: p.accountId, label: p.name }))} />
      <TextField label={t('objections.one.nameReason')} required max={most.reason} value={reason} onChange={setReason} />
      <p className="row-of"><Button {...(!over && { look: 'primary' as const })} busy={act.isPending} disabled={accountId === '' || reason.trim().length < 2} onClick={go}>{t(over ? 'objections.one.handOverDo' : 'objections.one.nameDo')}</Button></p>
    </Part>
  )
}

const Triage = ({ o }: { o: Objection }) => {
  const t = useText()
  const [serious, setSerious] = useState('')
  const [reason, setReason] = useState('')
  const act = useAct(triageObjection)
  return (
    <Part title={t('objections.one.triage')} error={act.error}>
      <RadioField label={t('objections.one.triage')} required value={serious} onChange={setSerious} options={[{ value: 'yes', label: t('objections.one.serious') }, { value: 'no', label: t('objections.one.light') }]} />
      <TextField label={t('objections.one.triageReason')} required max={most.reason} value={reason} onChange={setReason} />
      <p className="row-of"><Button look={o.state === 'received' ? 'primary' : 'default'} busy={act.isPending} disabled={serious === '' || reason.trim().length < 5} onClick={() => act.mutate({ params: of(o), body: { serious: serious === 'yes', reason } })}>{t('objections.one.triageDo')}</Button></p>
    </Part>
  )
}

const Step = ({ o }: { o: Objection }) => {
  const t = useText()
  const words = useWords()
  const [kind, setKind] = useState<string>(writtenSteps[0])
  const [said, setSaid] = useState('')
  const act = useAct(recordStep)
  return (
    <Part title={t('objections.one.step')} error={act.error}>
      <RadioField label={t('objections.one.stepKind')} value={kind} onChange={setKind} options={writtenSteps.map((k) => ({ value: k, label: words(stepNames[k]) }))} />
      <TextArea label={t('objections.one.stepSaid')} required rows={3} max={most.step} hint={t('objections.one.stepHint')} value={said} onChange={setSaid} />
      <p className="row-of"><Button busy={act.isPending} disabled={said.trim().length < 2} onClick={() => act.mutate({ params: of(o), body: { kind: kind as (typeof writtenSteps)[number], said } }, { onSuccess: () => setSaid('') })}>{t('objections.one.stepDo')}</Button></p>
    </Part>
  )
}

const Ask = ({ o }: { o: Objection }) => {
  const t = useText()
  const { now } = useSession()
  const [question, setQuestion] = useState('')
  const [dueOn, setDue] = useState(() => addDays(dayOf(now()), 3))
  const act = useAct(askStatement)
  return (
    <Part title={t('objections.one.ask')} error={act.error}>
      <TextArea label={t('objections.one.question')} required rows={3} max={most.question} hint={t('objections.one.questionHint')} value={question} onChange={setQuestion} />
      <DayField label={t('objections.one.dueOn')} required value={dueOn} from={dayOf(now())} onChange={setDue} />
      <p className="row-of"><Button busy={act.isPending} disabled={question.trim().length < 5 || dueOn === ''} onClick={() => act.mutate({ params: of(o), body: { question, dueOn } }, { onSuccess: () => setQuestion('') })}>{t('objections.one.askDo', { unit: o.unit })}</Button></p>
    </Part>
  )
}

const Propose = ({ o }: { o: Objection }) => {
  const t = useText()
  const words = useWords()
  const [outcome, setOutcome] = useState('')
  const [findings, setFindings] = useState('')
  const [answer, setAnswer] = useState('')
  const act = useAct(proposeOutcome)
  return (
    <Part title={t('objections.one.outcome')} error={act.error}>
      <RadioField label={t('objections.one.outcomeWhich')} required value={outcome} onChange={setOutcome} options={outcomes.map((x) => ({ value: x, label: words(outcomeNames[x]), ...(x === 'upheld' && { explain: t('objections.one.upheldFact') }) }))} />
      <TextArea label={t('objections.one.findings')} required rows={4} max={most.findings} hint={t('objections.one.stepHint')} value={findings} onChange={setFindings} />
      <TextArea label={t('objections.one.answer')} required rows={3} max={most.answer} hint={t('objections.one.answerHint')} value={answer} onChange={setAnswer} />
      {outcome === '' ? null : <p className="detail">{t(needsSecond(o, outcome as Outcome) ? 'objections.one.proposeTwo' : 'objections.one.proposeOne')}</p>}
      <p className="row-of"><Button look="primary" busy={act.isPending} disabled={outcome === '' || findings.trim().length < 5 || answer.trim().length < 5} onClick={() => act.mutate({ params: of(o), body: { outcome: outcome as Outcome, findings, answer } })}>{t('objections.one.proposeDo')}</Button></p>
    </Part>
  )
}

const Confirm = ({ o }: { o: Objection }) => {
  const t = useText()
  const [reason, setReason] = useState('')
  const act = useAct(confirmOutcome)
  const go = (agree: boolean) => act.mutate({ params: of(o), body: { agree, reason } })
  return (
    <Part title={t('objections.one.confirm')} error={act.error}>
      <TextField label={t('objections.one.disagreeWhy')} max={most.reason} value={reason} onChange={setReason} />
      <p className="row-of"><Button look="primary" busy={act.isPending} onClick={() => go(true)}>{t('objections.one.agree')}</Button><Button look="block" busy={act.isPending} disabled={reason.trim().length < 5} onClick={() => go(false)}>{t('objections.one.disagree')}</Button></p>
    </Part>
  )
}

const Settle = ({ o }: { o: Objection }) => {
  const t = useText()
  const [reads, setReads] = useState(o.reads ?? '')
  const [answer, setAnswer] = useState('')
  const act = useAct(settleCorrection)
  const go = (outcome: 'corrected' | 'notCorrected') => act.mutate({ params: of(o), body: { outcome, reads, answer } })
  return (
    <Part title={t('objections.one.settle')} error={act.error}>
      <TextField label={t('objections.one.settleReads')} max={most.reads} value={reads} onChange={setReads} />
      <TextField label={t('objections.one.settleAnswer')} required max={most.answer} value={answer} onChange={setAnswer} />
      <p className="row-of"><Button look="primary" busy={act.isPending} disabled={answer.trim().length < 2 || reads.trim() === ''} onClick={() => go('corrected')}>{t('objections.one.settleYes')}</Button><Button busy={act.isPending} disabled={answer.trim().length < 2} onClick={() => go('notCorrected')}>{t('objections.one.settleNo')}</Button></p>
    </Part>
  )
}

const Note = ({ o }: { o: Objection }) => {
  const t = useText()
  const [note, setNote] = useState('')
  const act = useAct(noteOnObjection)
  const decided = o.state === 'decided'
  if (!decided && o.handler === null) return null
  return (
    <Part title={t('objections.one.note')} error={act.error}>
      <TextArea label={t('objections.one.noteSaid')} required rows={3} max={most.reason} value={note} onChange={setNote} />
      <p className="row-of"><Button busy={act.isPending} disabled={note.trim().length < 5} onClick={() => act.mutate({ params: of(o), body: { what: decided ? 'reopen' : 'release', note } }, { onSuccess: () => setNote('') })}>{t(decided ? 'objections.one.reopen' : 'objections.one.release')}</Button></p>
    </Part>
  )
}

export const ObjectionActs = ({ o }: { o: Objection }) => {
  const t = useText()
  const may = (what: Objection['may'][number]) => o.may.includes(what)
  return (
    <>
      {may('name') ? <Handler o={o} /> : null}
      {may('confirm') ? <Confirm o={o} /> : o.state === 'proposed' && !may('note') ? <p className="detail muted gap">{t('objections.one.waitSecond')}</p> : null}
      {may('triage') && o.state === 'received' ? <Triage o={o} /> : null}
      {may('step') ? <Step o={o} /> : null}
      {may('statement') ? <Ask o={o} /> : null}
      {may('propose') ? <Propose o={o} /> : null}
      {may('triage') && o.state !== 'received' ? <Triage o={o} /> : null}
      {may('handOver') ? <Handler o={o} /> : null}
      {may('settle') ? <Settle o={o} /> : null}
      {may('note') ? <Note o={o} /> : null}
      {o.own && o.state === 'decided' && o.track === 'objection' && o.named ? <AnswerLetter o={o} /> : null}
    </>
  )
}
