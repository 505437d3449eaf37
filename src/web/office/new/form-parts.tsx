/** What several parts of the form share: how they read and change the draft, the reason of a decision, a share as two whole numbers. */
import { useId } from 'react'
import type { CalendarDay } from '#core/kernel/instant'
import { useText, useWords } from '../../text/use-text'
import { FieldRow } from '../../ui/field'
import { DayField, TextField } from '../../ui/text-fields'
import type { PlanDraft, ShareDraft } from './plan-draft'
import { offeredReason } from './plan-rules'

export interface PartProps { draft: PlanDraft; change: (part: Partial<PlanDraft>) => void; today: CalendarDay }

/** 理由、日期: every decision of the office carries both. */
export const DecisionFields = ({ id, draft, change, today }: PartProps & { id: string }) => {
  const t = useText()
  const words = useWords()
  const own = draft.decisions[id] ?? { reason: null, date: '' }
  const set = (part: Partial<typeof own>) => change({ decisions: { ...draft.decisions, [id]: { ...own, ...part } } })
  return (
    <FieldRow>
      <TextField label={t('office.new.reason')} required value={own.reason ?? words(own.stands ?? offeredReason)} onChange={(reason) => set({ reason })} />
      <DayField label={t('office.new.decidedOn')} required value={own.date || today} onChange={(date) => set({ date })} />
    </FieldRow>
  )
}

interface ShareFieldProps { label: string; value: ShareDraft; onChange: (value: ShareDraft) => void }

/** 不少于 2/3: whole numbers, and whether the share itself is enough. */
export const ShareField = ({ label, value, onChange }: ShareFieldProps) => {
  const t = useText()
  const id = useId()
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <div className="field-head"><span className="field-label" id={id}>{label}<span className="must">{t('common.field.must')}</span></span></div>
      <div className="share">
        <select className="control" aria-label={t('office.new.inclusive', { what: label })} value={value.inclusive ? 'yes' : 'no'} onChange={(event) => onChange({ ...value, inclusive: event.target.value === 'yes' })}>
          <option value="yes">{t('office.new.inclusive.yes')}</option>
          <option value="no">{t('office.new.inclusive.no')}</option>
        </select>
        <input className="control" inputMode="numeric" autoComplete="off" aria-label={t('office.new.numerator', { what: label })} value={value.numerator} onChange={(event) => onChange({ ...value, numerator: event.target.value })} />
        <span aria-hidden="true">/</span>
        <input className="control" inputMode="numeric" autoComplete="off" aria-label={t('office.new.denominator', { what: label })} value={value.denominator} onChange={(event) => onChange({ ...value, denominator: event.target.value })} />
      </div>
    </div>
  )
}
