/** One step of the unit's own procedure to read: a meeting with its numbers, a notice with its days, or a day and a few words. */
import { readCalendar } from '#contract/operations/attachments'
import type { ResolvedRule } from '#core/campaign/definition'
import type { StepAnswer } from '#core/nomination/form'
import { daysHeld } from '#core/rules/public-notice'
import { useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { KeyValue, type Pair } from './key-value'
import { sayDay } from './say-time'

export const StepReading = ({ rule, done }: { rule: ResolvedRule<'procedureStep'>; done: StepAnswer | undefined }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const [from, to] = [done?.day ?? '', done?.to ?? '']
  const table = useRead(readCalendar, {}, { enabled: rule.record?.notice === true && from !== '' && to !== '' }).data
  const none = <span className="muted">{t('unit.emptyValue')}</span>
  const day = (at: string) => (at === '' ? none : sayDay(at, language))
  const pair = (name: string, value: Pair['value'] | undefined): Pair => ({ name, value: value === undefined || value === '' ? none : value })
  const rows = (): Pair[] => {
    if (rule.record?.meeting !== undefined) return [
      pair(t('unit.procedure.day'), day(from)), pair(t('appraisal.meeting.place'), done?.place), pair(t('appraisal.meeting.present'), done?.present ? t('appraisal.meeting.told', { entitled: done.entitled ?? '', present: done.present }) : ''),
      ...(rule.votes === undefined ? [] : [pair(t('appraisal.meeting.inFavour'), done?.inFavour ? t('appraisal.meeting.votes', { inFavour: done.inFavour, against: done.against ?? '', abstained: done.abstained ?? '' }) : '')]), pair(t('unit.procedure.record'), done?.note),
    ]
    if (rule.record?.notice === true) return [
      pair(t('unit.procedure.day'), from === '' || to === '' ? '' : table === undefined ? `${sayDay(from, language)} — ${sayDay(to, language)}` : t('appraisal.notice.span', { from: sayDay(from, language), to: sayDay(to, language), n: daysHeld({ count: 'working' }, { from, to }, table) })),
      pair(t('appraisal.notice.place'), done?.place), pair(t('appraisal.notice.objected'), done?.objected === undefined ? '' : t(`appraisal.notice.${done.objected}`)), ...(done?.note ? [pair(t('appraisal.notice.note'), done.note)] : []),
    ]
    const there = rule.attendance.filter((a) => done?.attended.includes(a.id)).map((a) => words(a.name)).join(t('unit.listComma'))
    return [pair(t('unit.procedure.day'), day(from)), pair(t('unit.procedure.record'), done?.note), ...(rule.attendance.length > 0 ? [pair(t('unit.procedure.present'), there)] : []), ...(done?.absentReason ? [pair(t('unit.procedure.absent'), done.absentReason)] : [])]
  }
  return <KeyValue nameWidth={96} pairs={rows()} />
}
