/** Where the count stopped for people: the secretary enters what the jury decided, a second person confirms; or the office has it voted on again. */
import { useState } from 'react'
import { Link } from 'react-router'
import { confirmDecision, openNext, proposeDecision, withdrawDecision } from '#contract/operations/rounds'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CheckField, RadioField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { Note } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { TextArea } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { Balance } from './balance'
import type { Round } from './round-answer'

type Result = NonNullable<Round['result']>
const LEAST = 4

/** Of those tied at the line whoever is in; of a count by stages the one who goes first. */
const Enter = ({ round, result }: { round: Round; result: Result }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const act = useAct(proposeDecision)
  const { candidates, places } = result.next
  const words = useWords()
  // Where places are by group the name alone would not say whose place it takes.
  const names = new Map(result.rows.map((r) => { const g = result.groups.find((x) => x.id === r.group); return [r.nominationId, g === undefined ? r.candidateName : `${r.candidateName}（${words(g.name)}）`] }))
  const isStage = result.waitsAt !== null
  const decision = isStage ? { kind: 'stage' as const, stage: result.waitsAt ?? 0, candidate: chosen[0] ?? '' } : { kind: 'tie' as const, selected: [...chosen] }
  const send = () => act.mutate({ params: { roundId: round.id }, body: { decision, reason } }, { onSuccess: () => { setOpen(false); say(t('rounds.decide.entered')) } })
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id])
  return (
    <>
      <Button look={open ? 'default' : 'primary'} onClick={() => setOpen(true)}>{t('rounds.decide.enter')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('rounds.decide.enter')}
        actions={<><Button onClick={() => setOpen(false)}>{t('rounds.decide.back')}</Button><Button look="primary" busy={act.isPending} disabled={reason.trim().length < LEAST || (isStage ? chosen.length !== 1 : chosen.length > places)} onClick={send}>{t('rounds.decide.propose')}</Button></>}>
        <p className="detail">{t(isStage ? (result.waitsAbout === 'transfer' ? 'rounds.decide.sayTransfer' : 'rounds.decide.sayExclude') : 'rounds.decide.sayTie', { n: candidates.length, places })}</p>
        <div className="gap" />
        {isStage ? <RadioField label={t('rounds.decide.who')} required value={chosen[0] ?? ''} onChange={(id) => setChosen([id])} options={candidates.map((id) => ({ value: id, label: names.get(id) ?? '' }))} />
          : <div className="stack" role="group" aria-label={t('rounds.decide.who')}>{candidates.map((id) => <CheckField key={id} label={names.get(id) ?? ''} checked={chosen.includes(id)} onChange={() => toggle(id)} />)}</div>}
        {isStage || round.selecting === null ? null : <div className="gap"><h3>{t('rounds.balance.live')}</h3><Balance selecting={round.selecting} chosen={[...round.selecting.people.filter((p) => p.chosen).map((p) => p.nominationId), ...chosen]} /></div>}
        <div className="gap" />
        <TextArea label={t('rounds.decide.reason')} required value={reason} max={500} rows={2} onChange={setReason} hint={t('rounds.decide.reasonHint')} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

const VoteAgain = ({ round, result, look }: { round: Round; result: Result; look: 'primary' | 'default' }) => {
  const t = useText()
  const words = useWords()
  const [open, setOpen] = useState(false)
  const [still, setStill] = useState(false)
  const act = useAct(openNext)
  const send = () => act.mutate({ params: { roundId: round.id }, body: { still } }, { onSuccess: () => { setOpen(false); say(t('rounds.follow.opened')) } })
  const names = new Map(result.rows.map((r) => [r.nominationId, r.candidateName]))
  return (
    <>
      <Button look={open ? 'default' : look} onClick={() => setOpen(true)}>{t(result.next.kind === 'anotherBallot' ? 'rounds.follow.another' : 'rounds.follow.again')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t(result.next.kind === 'anotherBallot' ? 'rounds.follow.another' : 'rounds.follow.again')}
        actions={<><Button onClick={() => setOpen(false)}>{t('rounds.follow.back')}</Button><Button look="primary" busy={act.isPending} disabled={!still} onClick={send}>{t('rounds.follow.act')}</Button></>}>
        <p>{words(result.next.say)}{t('rounds.follow.say')}</p>
        <p className="detail muted">{result.next.candidates.map((id) => names.get(id) ?? '').join(t('jury.listComma'))}</p>
        <CheckField label={t('rounds.follow.still', { n: result.next.candidates.length })} checked={still} onChange={setStill} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

const Waiting = ({ round, waiting }: { round: Round; waiting: NonNullable<Result['waiting']> }) => {
  const t = useText()
  const words = useWords()
  const [confirm, withdraw] = [useAct(confirmDecision), useAct(withdrawDecision)]
  const params = { roundId: round.id, decisionId: waiting.decisionId }
  return (
    <Note kind="warn" title={t('rounds.decide.waits')}>
      <p><b>{words(waiting.say)}</b></p>
      <p>{t('rounds.decide.by', { name: waiting.proposedBy, reason: waiting.reason })}</p>
      <div className="acts">
        {waiting.mine ? <Button size="small" busy={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>{t('rounds.decide.withdraw')}</Button>
          : <Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate({ params }, { onSuccess: () => say(t('rounds.decide.confirmed')) })}>{t('rounds.decide.confirm')}</Button>}
      </div>
      <Refused error={confirm.error ?? withdraw.error} />
    </Note>
  )
}

export const Decided = ({ round, result }: { round: Round; result: Result }) => {
  const t = useText()
  const words = useWords()
  const mayEnter = round.may.includes('decide') && result.waiting === null && result.followedBy === null && result.next.candidates.length > 0 && (result.next.kind === 'people' || result.next.kind === 'revote')
  const mayOpen = round.may.includes('openNext') && result.next.mayVoteAgain && result.followedBy === null && result.waiting === null
  if (!mayEnter && !mayOpen && result.waiting === null && result.followedBy === null && result.decisions.length === 0 && result.next.kind === 'done') return null
  return (
    <Section title={t('rounds.follow.title')}>
      <div className="stack">
        {result.decisions.map((d) => <Note key={d.at} kind="ok" title={words(d.say)}><p>{t('rounds.decide.both', { reason: d.reason, by: d.proposedBy, second: d.confirmedBy })}</p></Note>)}
        {result.waiting === null ? null : <Waiting round={round} waiting={result.waiting} />}
        {result.followedBy === null ? <p>{words(result.next.say)}{t('rounds.stop')}</p> : <p><Link className="link" to={`/jury/rounds/${result.followedBy}/room`}>{t('rounds.follow.see')}</Link></p>}
        {mayEnter || mayOpen ? <div className="acts">{mayEnter ? <Enter round={round} result={result} /> : null}{mayOpen ? <VoteAgain round={round} result={result} look={mayEnter ? 'default' : 'primary'} /> : null}</div> : null}
      </div>
    </Section>
  )
}
