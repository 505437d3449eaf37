/** 单位程序: each step with its day, what happened, who was there of those prescribed, and why somebody was not. */
import type { ResolvedRule } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import type { StepAnswer } from '#core/nomination/form'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { CheckField } from '../../ui/choice-fields'
import { ClauseRef } from '../../ui/clause-ref'
import { FieldFinding } from '../../ui/field'
import { DayField, TextArea } from '../../ui/text-fields'
import { answerPatch, type Patch } from '../form/patch'
import type { DraftUse } from '../form/use-draft'
import type { NominationContext } from '../reading'
import { Evidence } from './evidence'
import { MeetingStep } from './meeting-step'
import { NoticeStep } from './notice-step'

type Rule = ResolvedRule<'procedureStep'>
interface StepProps { rule: Rule; draft: DraftUse; findings: readonly Finding[]; context: NominationContext }
const nothing: StepAnswer = { day: '', note: '', attended: [], absentReason: '' }

const Attendance = ({ rule, attended, change }: { rule: Rule; attended: readonly string[]; change: (attended: string[]) => void }) => {
  const t = useText()
  const words = useWords()
  return (
    <fieldset className="attendance">
      <legend className="field-label">{t('unit.procedure.attended')}</legend>
      {rule.attendance.map((a) => (
        <CheckField key={a.id} label={words(a.name)} checked={attended.includes(a.id)} onChange={(yes) => change(yes ? [...attended, a.id] : attended.filter((id) => id !== a.id))} />
      ))}
    </fieldset>
  )
}

/** A day, a few words, who was there: what a step asks that says nothing more. */
const PlainStep = ({ rule, done, put, begun }: { rule: Rule; done: StepAnswer; put: (part: Partial<StepAnswer>) => void; begun: boolean }) => {
  const t = useText()
  const today = dayOf(useSession().now())
  const someAbsent = rule.attendance.some((a) => !done.attended.includes(a.id))
  return (
    <>
      <DayField label={t('unit.procedure.day')} required value={done.day} to={today} onChange={(day) => put({ day })} />
      <TextArea label={t('unit.procedure.record')} required hint={t('unit.procedure.recordHint')} value={done.note} onChange={(note) => put({ note })} rows={3} />
      {rule.attendance.length > 0 ? <Attendance rule={rule} attended={done.attended} change={(attended) => put({ attended })} /> : null}
      {rule.attendance.length > 0 && begun && someAbsent ? <TextArea label={t('unit.procedure.absent')} hint={t('unit.procedure.absentHint')} value={done.absentReason} onChange={(absentReason) => put({ absentReason })} rows={2} /> : null}
    </>
  )
}

const Step = ({ rule, draft, findings, context }: StepProps) => {
  const words = useWords()
  const done: StepAnswer = draft.answers.steps[rule.id] ?? nothing
  const put = (part: Partial<StepAnswer>) => draft.draft.change(answerPatch('steps', rule.id, { ...done, ...part } as Patch['answers']['steps'][string]))
  const begun = done.day !== '' || done.note !== '' || (done.place ?? '') !== ''
  return (
    <section className="step" id={`step-${rule.id}`} aria-labelledby={`step-name-${rule.id}`}>
      <h3 id={`step-name-${rule.id}`}>{words(rule.name)}</h3>
      <p className="detail muted">{words(rule.about)} <ClauseRef clause={rule.rests} withSource /></p>
      {rule.record?.meeting !== undefined ? <MeetingStep rule={rule} done={done} put={put} /> : rule.record?.notice === true ? <NoticeStep done={done} put={put} /> : <PlainStep rule={rule} done={done} put={put} begun={begun} />}
      <Evidence rule={rule} context={context} />
      {begun && findings.length > 0 ? <div className="field-findings" aria-live="polite">{findings.map((f) => <FieldFinding key={f.code} finding={f} />)}</div> : null}
    </section>
  )
}

/** @param context where evidence is uploaded */
export const Procedure = ({ rules, draft, findings, context }: { rules: readonly Rule[]; draft: DraftUse; findings: readonly Finding[]; context: NominationContext }) =>
  rules.map((rule) => <Step key={rule.id} rule={rule} draft={draft} context={context} findings={findings.filter((f) => f.at.field === `step.${rule.id}`)} />)
