/** 签到和申报回避: names and units only; who is ticked needs a reason. Nothing of a dossier opens before this. */
import { useState } from 'react'
import { declareConflicts } from '#contract/operations/jury'
import { useAct } from '../../api/use-operation'
import { Refused } from '../../ui/answer'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { BallotHead } from './ballot-head'
import type { Ballot } from './ballot-answer'
import { OwnHint } from './own-signs'

type Candidate = Ballot['candidates'][number]
interface RowProps { roundId: string; candidate: Candidate; reason: string | undefined; onChange: (reason: string | undefined) => void; asked: boolean }

const LEAST = 2

const Row = ({ roundId, candidate, reason, onChange, asked }: RowProps) => {
  const t = useText()
  const { candidateName: name, unitName, employer } = candidate
  const about = employer === unitName || employer === '' ? unitName : `${unitName}　${employer}`
  if (candidate.recused) return <li className="conflict declared"><b>{name}</b><span className="detail muted">{t('jury.conflicts.declared', { reason: candidate.reason })}</span></li>
  return (
    <li className="conflict">
      <CheckField label={<b>{name}</b>} explain={about} checked={reason !== undefined} onChange={(on) => onChange(on ? '' : undefined)} />
      <OwnHint roundId={roundId} nominationId={candidate.nominationId} />
      {reason === undefined ? null : <TextField label={t('jury.conflicts.reason', { name })} value={reason} onChange={onChange} name={`reason-${candidate.nominationId}`} hint={t('jury.conflicts.reasonHint')} error={asked && reason.trim().length < LEAST ? t('jury.conflicts.reasonMissing') : null} required />}
    </li>
  )
}

export const ConflictsForm = ({ roundId, ballot, onDone }: { roundId: string; ballot: Ballot; onDone?: () => void }) => {
  const t = useText()
  const [reasons, setReasons] = useState<Readonly<Record<string, string | undefined>>>({})
  const [asked, setAsked] = useState(false)
  const act = useAct(declareConflicts)
  const conflicts = Object.entries(reasons).flatMap(([nominationId, reason]) => (reason === undefined ? [] : [{ nominationId, reason: reason.trim() }]))
  const n = conflicts.length
  const declare = () => {
    setAsked(true)
    if (conflicts.some((c) => c.reason.length < LEAST)) return
    act.mutate({ params: { roundId }, body: { conflicts } }, { onSuccess: () => { say(n === 0 ? t('jury.conflicts.doneNone') : t('jury.conflicts.done', { n })); onDone?.() } })
  }
  const words = onDone ? t('jury.conflicts.addAct', { n }) : n === 0 ? t('jury.conflicts.actNone') : t('jury.conflicts.act', { n })
  const bar = (
    <ActionBar say={n === 0 ? t('jury.conflicts.sayNone') : t('jury.conflicts.say')}>
      {onDone ? <Button onClick={onDone}>{t('jury.conflicts.back')}</Button> : null}
      <Button look="primary" onClick={declare} busy={act.isPending} disabled={onDone !== undefined && n === 0}>{words}</Button>
    </ActionBar>
  )
  return (
    <>
      <BallotHead ballot={ballot} next={t('jury.conflicts.next')} />
      <PageFrame bar={bar}>
        <div className="phone-column">
          <h2>{t('jury.conflicts.title')}</h2>
          <p className="detail muted">{t(ballot.rule.blind === undefined ? 'jury.conflicts.why' : 'rounds.blind.conflicts')}</p>
          <Refused error={act.error} />
          <ul className="conflicts">
            {ballot.candidates.map((c) => <Row key={c.nominationId} roundId={roundId} candidate={c} reason={reasons[c.nominationId]} asked={asked} onChange={(reason) => setReasons((r) => ({ ...r, [c.nominationId]: reason }))} />)}
          </ul>
        </div>
      </PageFrame>
    </>
  )
}
