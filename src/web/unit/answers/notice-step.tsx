/** 单位内公示: from and to with the working days between them, where it hung, whether anybody objected. */
import { readCalendar } from '#contract/operations/attachments'
import type { StepAnswer } from '#core/nomination/form'
import { daysHeld } from '#core/rules/public-notice'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { RadioField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { DayField, TextArea, TextField } from '../../ui/text-fields'

interface NoticeProps { done: StepAnswer; put: (part: Partial<StepAnswer>) => void }

/** By the table of holidays and days worked in exchange; null until it is known. */
export const useWorkingDays = (from: string, to: string): number | null => {
  const table = useRead(readCalendar, {}, { enabled: from !== '' && to !== '' }).data
  return table === undefined || from === '' || to === '' || from > to ? null : daysHeld({ count: 'working' }, { from, to }, table)
}

export const NoticeStep = ({ done, put }: NoticeProps) => {
  const t = useText()
  const n = useWorkingDays(done.day, done.to ?? '')
  return (
    <>
      <FieldRow>
        <DayField label={t('appraisal.notice.from')} required value={done.day} onChange={(day) => put({ day })} />
        <DayField label={t('appraisal.notice.to')} required hint={n === null ? undefined : t('appraisal.notice.counted', { n })} value={done.to ?? ''} onChange={(to) => put({ to })} />
      </FieldRow>
      <div className="field"><TextField label={t('appraisal.notice.place')} required value={done.place ?? ''} onChange={(place) => put({ place })} /></div>
      <RadioField label={t('appraisal.notice.objected')} required value={done.objected ?? ''} onChange={(value) => put({ objected: value === 'yes' ? 'yes' : 'no' })} options={[{ value: 'no', label: t('appraisal.notice.no') }, { value: 'yes', label: t('appraisal.notice.yes') }]} />
      <TextArea label={t('appraisal.notice.note')} required={done.objected === 'yes'} hint={t('appraisal.notice.noteHint')} value={done.note} onChange={(note) => put({ note })} rows={3} />
    </>
  )
}
