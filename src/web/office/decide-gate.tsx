/** What was told or found about candidates at a gate, and the office's decision: goes on with a reason, or is left out here. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { decideGate, listRaised } from '#contract/operations/gates'
import { useAct } from '../api/use-operation'
import { dayOf } from '#core/kernel/instant'
import { useLanguage, useText } from '../text/use-text'
import { asFindings, Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { FindingCard, Findings } from '../ui/finding-card'
import type { GateItem, Passing } from '../ui/gate/use-gate'
import { sayDay } from '../ui/say-time'
import { State } from '../ui/state'
import { TextArea } from '../ui/text-fields'
import { say } from '../ui/toast'
import '../ui/gate/gate.css'

const LEAST = 5
type Question = Pick<AnswerOf<typeof listRaised>['questions'][number], 'nominationId' | 'candidateName' | 'findings'>

export const DecideGate = ({ at, question: { nominationId, candidateName: name, findings }, stopped = false, onDone }: { at: Passing; question: Question; stopped?: boolean; onDone?: () => void }) => {
  const t = useText()
  const [reason, setReason] = useState('')
  const decide = useAct(decideGate)
  const whole = [...reason.trim()].length >= LEAST
  const act = (outcome: 'goesOn' | 'stops') => decide.mutate({ params: { nominationId }, body: { ...at, outcome, reason } }, { onSuccess: () => { say(t(`gate.decide.done.${outcome}`, { name })); setReason(''); onDone?.() } })
  return (
    <div className="gate-item">
      <Findings>{asFindings(findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings>
      <TextArea label={t('gate.decide.reason')} required rows={2} max={500} value={reason} onChange={setReason} hint={t('gate.decide.hint')} />
      <Refused error={decide.error} />
      <div className="row-of">
        <Button disabled={!whole} busy={decide.isPending} onClick={() => act('goesOn')}>{t(stopped ? 'gate.decide.again' : 'gate.decide.goesOn')}</Button>
        {stopped ? null : <Button look="block" disabled={!whole} busy={decide.isPending} onClick={() => act('stops')}>{t('gate.decide.stops')}</Button>}
      </div>
    </div>
  )
}

const Settled = ({ item, at }: { item: GateItem; at: Passing }) => {
  const t = useText()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const last = item.decided.at(-1)
  if (item.standing !== 'stopped') return last === undefined ? null : <p className="detail muted gate-said">{t('gate.went', { name: item.candidateName, by: last.by, day: sayDay(dayOf(last.at), language), reason: last.reason })}</p>
  if (open) return <DecideGate at={at} question={item} stopped onDone={() => setOpen(false)} />
  return <div className="row-of"><State kind="none">{t('gate.stopped', { name: item.candidateName })}</State><Button size="small" look="quiet" onClick={() => setOpen(true)}>{t('gate.raised.look')}</Button></div>
}

/** Those before a gate about whom there is something to decide, or was. */
export const GateItems = ({ items, at }: { items: readonly GateItem[]; at: Passing }) => (items.length === 0 ? null : (
  <div className="gate-items">{items.map((item) => (item.standing === 'raised' ? <DecideGate key={item.nominationId} at={at} question={item} /> : <Settled key={item.nominationId} item={item} at={at} />))}</div>
))
