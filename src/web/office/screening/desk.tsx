/** One nomination on the desk: form, materials, findings, and the bar in which one decides. */
import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { dayOf, sayEnd } from '#core/kernel/instant'
import { stateNames } from '#core/nomination/state'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { PackageOfNomination } from '../../ui/package-section'
import { ActionBar } from '../../ui/page-frame'
import { Refused } from '../../ui/answer'
import { Dossier } from './dossier'
import { findingsOf, keyOf, type Nomination } from './letter'
import { Materials } from './materials'
import { OfflineDesk } from './offline-desk'
import { RejectForm } from './reject-form'
import { DeskGate, useDeskGate } from './desk-gate'
import { DeskPaper } from './desk-paper'
import { DeskFindings, ReturnLetter } from './return-letter'
import { useDecisions } from './use-decisions'
import { useKeys } from './use-keys'
import { useLetter, type Letter } from './use-letter'

interface DeskProps { nomination: Nomination; /** Colleagues who have it open too. */ others: readonly string[]; definition: ResolvedDefinition; /** Where the bar of acts stands. */ bar: HTMLElement | null; move: { previous: (() => void) | undefined; next: (() => void) | undefined }; onDecided: () => void }

const useConsequence = (nomination: Nomination, letter: Letter, open: boolean, missed: number, unsaid: boolean): string => {
  const t = useText()
  const words = useWords()
  if (!open) return t('office.desk.say.state', { state: words(stateNames[nomination.state]) })
  const n = letter.points.length
  if (n === 0 && unsaid) return t('gate.first', { act: t('office.desk.accept') })
  if (n === 0) return missed > 0 ? t('office.desk.say.blocks', { n: missed }) : t('office.desk.say.none')
  return letter.until === null ? t('office.desk.say.points', { n }) : t('office.desk.say.term', { n, end: words(sayEnd(letter.until)) })
}

export const Desk = ({ nomination, others, definition, bar: slot, move, onDecided }: DeskProps) => {
  const t = useText()
  const today = dayOf(useSession().now())
  const letter = useLetter(nomination, definition)
  const decide = useDecisions(nomination, onDecided)
  const [rejecting, setRejecting] = useState(false)
  const [asking, setAsking] = useState(false)
  const can = (act: string) => nomination.may.includes(act)
  const open = can('accept') || can('return') || can('reject')
  const blocks = findingsOf(nomination).filter((f) => f.strength === 'block')
  const missed = blocks.filter((f) => !letter.ticked.has(keyOf(f))).length
  const returning = letter.points.length > 0
  const gate = useDeskGate(nomination, can('accept'))
  const accept = () => {
    if (gate.unsaid) gate.ask()
    else if (blocks.length > 0) setAsking(true)
    else decide.accept(gate.still)
  }
  const giveBack = () => {
    // Nothing ticked yet: to the first finding, or to where a point is written; never to the question about accepting.
    if (letter.until === null || !returning) document.querySelector<HTMLInputElement>(returning ? '.desk-side input[type=date]' : '.desk-side .choose input, .own-points input')?.focus()
    else decide.giveBack(letter)
  }
  useKeys({ j: move.next, k: move.previous, ...(can('accept') && !decide.busy && { a: accept }), ...(can('return') && !decide.busy && { r: giveBack }), ...(can('reject') && { x: () => setRejecting(true) }) })
  const consequence = useConsequence(nomination, letter, open, missed, can('accept') && gate.unsaid)
  const main = asking ? null : returning ? 'return' : 'accept'
  const bar = (
    <ActionBar say={consequence} move={<><Button look="quiet" hint="K" disabled={!move.previous} onClick={move.previous}>{t('office.desk.previous')}</Button><Button look="quiet" hint="J" disabled={!move.next} onClick={move.next}>{t('office.desk.next')}</Button></>}>
      {can('reject') ? <Button look="block" hint="X" onClick={() => setRejecting(true)}>{t('office.desk.rejectOpen')}</Button> : null}
      {can('accept') ? <Button look={main === 'accept' ? 'primary' : 'default'} hint="A" busy={decide.busy} onClick={accept}>{t('office.desk.accept')}</Button> : null}
      {can('return') ? <Button look={main === 'return' ? 'primary' : 'default'} hint="R" busy={decide.busy} onClick={giveBack}>{t('office.desk.returnAct')}</Button> : null}
    </ActionBar>
  )
  return (
    <>
      {slot === null ? null : createPortal(bar, slot)}
      <Dossier nomination={nomination} others={others} definition={definition} />
      <div className="desk-side">
        <Refused error={decide.error} />
        {rejecting && can('reject') ? <RejectForm definition={definition} busy={decide.busy} onReject={decide.reject} onKeep={() => setRejecting(false)} /> : null}
        {can('accept') ? <DeskGate nomination={nomination} gate={gate} /> : null}
        {nomination.offline === null ? <Materials nomination={nomination} definition={definition} /> : <OfflineDesk nomination={nomination} offline={nomination.offline} />}
        <DeskFindings nomination={nomination} letter={letter} open={can('return')} />
        {can('return') ? <ReturnLetter letter={letter} today={today} /> : null}
        {nomination.offline === null ? <DeskPaper nominationId={nomination.id} /> : null}
        {can('take') ? <PackageOfNomination campaignId={nomination.campaignId} nominationId={nomination.id} /> : null}
      </div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('office.desk.acceptBlocks', { n: blocks.length })}
        actions={<><Button onClick={() => setAsking(false)}>{t('office.desk.acceptKeep')}</Button><Button look="primary" busy={decide.busy} onClick={() => { setAsking(false); decide.accept(gate.still) }}>{t('office.desk.acceptAll')}</Button></>}>
        <p>{t('office.desk.acceptBlocksFact')}</p>
      </Dialog>
    </>
  )
}
