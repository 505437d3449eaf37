/** What changed about a candidate, told in a word by whoever knows; the office decides. Closed until somebody has something to tell. */
import { useState, type ReactNode } from 'react'
import { answerGate } from '#contract/operations/gates'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { SelectField } from '../choice-fields'
import { TextArea } from '../text-fields'
import { say } from '../toast'
import type { GatePoint } from './still-fits'
import type { Passing } from './use-gate'
import './gate.css'

const LEAST = 5

interface ChangeFormProps { points: readonly GatePoint[]; offline: boolean; busy: boolean; refused: ReactNode; onTell: (change: { ruleIds: string[]; note: string }) => void; onClose: () => void }

/** Which rule and in what way; whoever shows it says where the words go. */
export const ChangeForm = ({ points, offline, busy, refused, onTell, onClose }: ChangeFormProps) => {
  const t = useText()
  const words = useWords()
  const [ruleId, setRuleId] = useState('')
  const [note, setNote] = useState('')
  const whole = ruleId !== '' && [...note.trim()].length >= LEAST
  return (
    <div className="gate-changed">
      <SelectField label={t('gate.changed.which')} required value={ruleId} onChange={setRuleId} options={points.map((p) => ({ value: p.ruleId, label: `${p.rests.number ?? ''} ${words(p.words)}`.trim() }))} />
      <TextArea label={t('gate.changed.note')} required rows={2} max={500} value={note} onChange={setNote} hint={t(offline ? 'gate.changed.offline' : 'gate.changed.hint')} />
      {refused}
      <div className="row-of"><Button disabled={!whole} busy={busy} onClick={() => onTell({ ruleIds: [ruleId], note })}>{t('gate.changed.send')}</Button><Button look="quiet" onClick={onClose}>{t('gate.changed.not')}</Button></div>
    </div>
  )
}

export const TellChange = ({ nominationId, at, points, offline }: { nominationId: string; at: Passing; points: readonly GatePoint[]; offline: boolean }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const tell = useAct(answerGate)
  if (!open) return <Button size="small" look="quiet" onClick={() => setOpen(true)}>{t('gate.changed.open')}</Button>
  const act = (change: { ruleIds: string[]; note: string }) => tell.mutate({ params: { nominationId }, body: { ...at, ...change } }, { onSuccess: () => { say(t('gate.changed.sent')); setOpen(false) } })
  return <ChangeForm points={points} offline={offline} busy={tell.isPending} refused={<Refused error={tell.error} />} onTell={act} onClose={() => setOpen(false)} />
}
