/** Where it came from and whose it is; then the unit's own pages open. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { beginEntry } from '#contract/operations/entries'
import { entrySourceNames, entrySources, type EntrySource } from '#core/nomination/enter-for-unit'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { RadioField, SelectField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { DayField, TextField } from '../../ui/text-fields'

export const BeginEntry = ({ campaignId, units }: { campaignId: string; units: readonly { id: string; name: string }[] }) => {
  const t = useText()
  const words = useWords()
  const navigate = useNavigate()
  const today = dayOf(useSession().now())
  const [unitId, setUnitId] = useState('')
  const [candidateName, setCandidateName] = useState('')
  const [source, setSource] = useState<EntrySource>('paper')
  const [receivedOn, setReceivedOn] = useState(today)
  const [sender, setSender] = useState('')
  const begin = useAct(beginEntry)
  const whole = unitId !== '' && candidateName.trim() !== '' && sender.trim() !== '' && receivedOn !== ''
  const act = () => begin.mutate({ params: { campaignId }, body: { unitId, candidateName, source, receivedOn, sender } }, { onSuccess: ({ nominationId }) => void navigate(`/unit/n/${nominationId}`) })
  return (
    <form className="begin-entry" onSubmit={(event) => { event.preventDefault(); act() }}>
      <FieldRow>
        <SelectField label={t('office.entries.unit')} required value={unitId} onChange={setUnitId} hint={t('office.entries.unitHint')} options={units.map((u) => ({ value: u.id, label: u.name }))} />
        <TextField label={t('office.entries.candidate')} required max={100} value={candidateName} onChange={setCandidateName} />
      </FieldRow>
      <RadioField label={t('office.entries.source')} required value={source} onChange={(s) => setSource(s as EntrySource)} options={entrySources.map((s) => ({ value: s, label: words(entrySourceNames[s]) }))} />
      <FieldRow>
        <DayField label={t('office.entries.receivedOn')} required to={today} value={receivedOn} onChange={setReceivedOn} />
        <TextField label={t('office.entries.sender')} required max={100} value={sender} onChange={setSender} hint={t('office.entries.senderHint')} />
      </FieldRow>
      <Refused error={begin.error} />
      <p><Button type="submit" look="primary" disabled={!whole} busy={begin.isPending}>{t('office.entries.begin')}</Button></p>
    </form>
  )
}
