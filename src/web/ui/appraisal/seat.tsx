/** One seat at the symposium: who sat there and how, or why nobody could. One is open at a time. */
import { presences, type Contents } from '#core/appraisal/record'
import type { RecordedStep } from '#core/rules/step-record'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../button'
import { RadioField } from '../choice-fields'
import { FieldFinding, FieldRow } from '../field'
import { State, type StateKind } from '../state'
import { GrowingField, TextArea, TextField } from '../text-fields'
import { heldFindings } from './held'
import { empty, type Shown } from './shown'
import type { ItemsUse } from './use-items'

type Role = RecordedStep['attendance'][number]
interface SeatProps { step: RecordedStep; itemKey: string; /** null: somebody besides those prescribed. */ role: Role | null; items: ItemsUse; shown: Shown; candidate: string; open: boolean; onToggle: () => void; next: { role: Role | null; go: () => void } | null }

const useStanding = () => {
  const t = useText()
  return (c: Contents['seat'] | undefined, confirmedBy: string | null): { kind: StateKind; words: string } => {
    if (c === undefined) return { kind: 'none', words: t('appraisal.seat.open') }
    if (c.presence === 'none') return confirmedBy === null ? { kind: c.reason.trim() === '' ? 'half' : 'wait', words: t('appraisal.seat.asked') } : { kind: 'warn', words: t('appraisal.seat.explained', { by: confirmedBy }) }
    return c.name.trim() === '' ? { kind: 'half', words: t('appraisal.seat.name') } : { kind: 'ok', words: `${c.name}${c.presence === 'video' ? ` · ${t('appraisal.seat.video')}` : ''}` }
  }
}

export const Seat = ({ step, itemKey, role, items, shown, candidate, open, onToggle, next }: SeatProps) => {
  const t = useText()
  const words = useWords()
  const standing = useStanding()
  const given = items.get('seat', step.id, itemKey)
  const c = given ?? (itemKey === 'candidate' ? { ...empty.seat, name: candidate } : empty.seat)
  const put = (part: Partial<Contents['seat']>) => items.put('seat', step.id, itemKey, { ...c, ...part })
  const confirmed = shown.items.find((i) => i.kind === 'seat' && i.step === step.id && i.key === itemKey)?.confirmed?.by ?? null
  const name = role === null ? t('appraisal.seat.other') : words(role.name)
  const { kind, words: said } = standing(given, confirmed)
  return (
    <li className="seat">
      <button type="button" className="seat-head" aria-expanded={open} onClick={onToggle}><b>{name}</b><State kind={kind}>{said}</State></button>
      {open ? (
        <div className="seat-body">
          <RadioField cards label={t('appraisal.seat.how')} required value={given === undefined ? '' : c.presence} onChange={(presence) => put({ presence: presences.find((p) => p === presence) ?? 'room' })}
            options={presences.filter((p) => role !== null || p !== 'none').map((p) => ({ value: p, label: t(`appraisal.seat.${p}`) }))} />
          {c.presence === 'none' ? <TextArea label={t('appraisal.seat.reason')} required hint={t('appraisal.seat.reasonHint')} rows={3} value={c.reason} onChange={(reason) => put({ reason })} /> : (
            <FieldRow>
              <TextField label={t('appraisal.seat.name')} required value={c.name} onChange={(text) => put({ name: text })} />
              <GrowingField label={t('appraisal.seat.post')} value={c.post} onChange={(post) => put({ post })} />
            </FieldRow>
          )}
          {heldFindings(items, { kind: 'seat', step: step.id, key: itemKey }).map((f) => <FieldFinding key={f.code} finding={f} />)}
          <div className="row-of gap">
            {next === null ? <Button onClick={onToggle}>{t('appraisal.talk.close')}</Button> : <Button onClick={next.go}>{t('appraisal.seat.next', { name: next.role === null ? t('appraisal.seat.other') : words(next.role.name) })}</Button>}
            {role === null ? <Button look="quiet" aria-label={t('appraisal.removeLabel', { name: c.name || name })} onClick={() => items.put('seat', step.id, itemKey, null)}>{t('appraisal.remove')}</Button> : null}
          </div>
        </div>
      ) : null}
    </li>
  )
}
