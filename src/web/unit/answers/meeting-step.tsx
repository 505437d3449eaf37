/** 会议: day, place, how many were entitled and there, and how they voted where the rule asks. */
import type { ResolvedRule } from '#core/campaign/definition'
import type { StepAnswer } from '#core/nomination/form'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { FieldRow } from '../../ui/field'
import { DayField, TextArea, TextField } from '../../ui/text-fields'

interface MeetingProps { rule: ResolvedRule<'procedureStep'>; done: StepAnswer; put: (part: Partial<StepAnswer>) => void }

export const MeetingStep = ({ rule, done, put }: MeetingProps) => {
  const t = useText()
  const today = dayOf(useSession().now())
  const number = (key: 'entitled' | 'present' | 'inFavour' | 'against' | 'abstained') => <TextField key={key} label={t(`appraisal.meeting.${key}`)} required keyboard="numeric" value={done[key] ?? ''} onChange={(value) => put({ [key]: value.replace(/\D/gu, '').slice(0, 5) })} />
  return (
    <>
      <FieldRow>
        <DayField label={t('unit.procedure.day')} required value={done.day} to={today} onChange={(day) => put({ day })} />
        <TextField label={t('appraisal.meeting.place')} required value={done.place ?? ''} onChange={(place) => put({ place })} />
      </FieldRow>
      <FieldRow>{number('entitled')}{number('present')}</FieldRow>
      {rule.votes === undefined ? null : <FieldRow>{number('inFavour')}{number('against')}{number('abstained')}</FieldRow>}
      <TextArea label={t('unit.procedure.record')} required hint={t('unit.procedure.recordHint')} value={done.note} onChange={(note) => put({ note })} rows={3} />
    </>
  )
}
