/** 不予受理: names the rule it rests on, with a reason the unit reads. Opens in the column, never over it. */
import { useEffect, useRef, useState } from 'react'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { sayRule } from '#core/rules/kinds'
import type { RuleKind } from '#core/rules/rule'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Section } from '../../ui/section'
import { TextArea } from '../../ui/text-fields'

/** Kinds of rule that a nomination can fail for good. */
const grounds: readonly RuleKind[] = ['deadline', 'exclusion', 'channel', 'age', 'membership', 'seniority', 'place', 'requiredHonour', 'priorHonour', 'category', 'quota', 'proportion', 'declaration', 'procedureStep', 'opinion', 'publicNotice', 'material', 'formField', 'sanction']
/** What the contract asks of a reason. */
const REASON_LEAST = 5

interface RejectFormProps { definition: ResolvedDefinition; busy: boolean; onReject: (ruleId: string, note: string) => void; onKeep: () => void }

export const RejectForm = ({ definition, busy, onReject, onKeep }: RejectFormProps) => {
  const t = useText()
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [ruleId, setRuleId] = useState('')
  const [note, setNote] = useState('')
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.querySelector('select')?.focus()
  }, [])
  const options = grounds.flatMap((kind) => definition.rules.filter((r) => r.kind === kind)).map((r) => ({ value: r.id, label: `${r.rests.number ?? ''} ${words(sayRule(r))}`.trim() }))
  return (
    <div ref={box} className="reject">
      <Section title={t('office.desk.reject')}>
        <div className="fields">
          <SelectField label={t('office.desk.rejectRule')} required value={ruleId} onChange={setRuleId} options={options} />
          <TextArea label={t('office.desk.rejectReason')} required rows={3} value={note} onChange={setNote} hint={t('office.desk.rejectHint')} />
          <div className="row-of">
            <Button look="block" disabled={ruleId === '' || [...note.trim()].length < REASON_LEAST} busy={busy} onClick={() => onReject(ruleId, note)}>{t('office.desk.rejectAct')}</Button>
            <Button onClick={onKeep}>{t('office.desk.rejectKeep')}</Button>
          </div>
        </div>
      </Section>
    </div>
  )
}
