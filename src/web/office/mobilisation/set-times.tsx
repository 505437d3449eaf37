/** 调整催办时间: the times in days, and what would follow from them, before they are set. */
import { useState } from 'react'
import { previewPace, setPace } from '#contract/operations/mobilisation'
import { lackNames, lacks } from '#core/mobilisation/behind'
import { pacedFrom, paceParts, sayPacePart, type Pace } from '#core/mobilisation/pace'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FieldRow } from '../../ui/field'
import { sayAt } from '../../ui/say-time'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { useSettled } from '../../ui/use-settled'
import type { Mobilisation } from './reading'

type Typed = Readonly<Record<keyof Pace, string>>
const typedOf = (pace: Pace): Typed => Object.fromEntries(paceParts.map((p) => [p, String(pace[p] / 24)])) as Typed
/** Days as people write them, half ones too, in whole hours; null: no number. */
const hoursOf = (text: string): number | null => (/^\d{1,4}(?:\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text) * 24) : null)

const Follows = ({ campaignId, pace, behind }: { campaignId: string; pace: Pace; behind: number }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const query = useRead(previewPace, { params: { campaignId }, body: { pace } })
  if (query.error !== null) return <Refused error={query.error} />
  const { since, units, letters, behind: of } = query.data ?? { since: null, units: 0, letters: 0, behind: {} }
  if (since === null) return <p className="detail muted pace-follows" role="status">{t(query.data === undefined ? 'office.pace.looking' : 'office.pace.mend')}</p>
  return (
    <div className="pace-follows" role="status">
      <p><b>{t('office.pace.follows', { n: units, letters })}</b>{units === behind ? '' : t('office.pace.before', { n: behind })}</p>
      <ul>{lacks.map((l) => <li key={l} className="detail">{t('office.pace.from', { at: sayAt(since[l], language), what: words(lackNames[l]), n: of[l] ?? 0 })}</li>)}</ul>
    </div>
  )
}

export const SetTimes = ({ campaignId, all, onClose }: { campaignId: string; all: Mobilisation; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const [typed, setTyped] = useState(() => typedOf(all.pace))
  const settled = useSettled(typed)
  const set = useAct(setPace)
  const read = (from: Typed): Pace | null => {
    const hours = paceParts.map((p) => hoursOf(from[p]))
    return hours.includes(null) ? null : Object.fromEntries(paceParts.map((p, i) => [p, hours[i]])) as unknown as Pace
  }
  const [now, looked] = [read(typed), read(settled)]
  const seen = useRead(previewPace, { params: { campaignId }, body: { pace: looked ?? all.pace } }, { enabled: looked !== null })
  const findings = looked === null ? [] : asFindings(seen.data?.findings ?? [])
  const send = (pace: Pace | null) => set.mutate({ params: { campaignId }, body: { read: all.pace, pace } }, { onSuccess: () => { say(t('office.pace.done')); onClose() } })
  const same = now !== null && paceParts.every((p) => now[p] === all.pace[p])
  return (
    <Dialog open onClose={onClose} title={t('office.pace.set')}
      actions={<>{all.ownPace ? <Button look="quiet" busy={set.isPending} onClick={() => send(null)}>{t('office.pace.usualAgain')}</Button> : null}<Button onClick={onClose}>{t('office.pace.not')}</Button><Button look="primary" disabled={now === null || same || findings.length > 0} busy={set.isPending} onClick={() => now && send(now)}>{t('office.pace.do')}</Button></>}>
      <div className="fields">
        <p className="detail muted">{t('office.pace.fact')}</p>
        <FieldRow>
          {paceParts.map((p) => (
            <TextField key={p} label={t(`office.pace.days.${pacedFrom[p]}`, { what: words(sayPacePart[p]) })} keyboard="decimal" value={typed[p]} onChange={(value) => setTyped({ ...typed, [p]: value })}
              error={hoursOf(typed[p]) === null ? t('office.pace.number') : null} findings={findings.filter((f) => f.at.field === p)} />
          ))}
        </FieldRow>
        {looked === null ? null : <Follows campaignId={campaignId} pace={looked} behind={all.behind} />}
        <Refused error={set.error} />
      </div>
    </Dialog>
  )
}
