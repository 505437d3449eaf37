/** 选票: candidates in this juror's own order, dossiers a tap away, ticks counted against the rule; then look it over and cast. */
import { Fragment, useState } from 'react'
import { Link } from 'react-router'
import { castBallot } from '#contract/operations/jury'
import { sayEnd } from '#core/kernel/instant'
import { checkBallot } from '#core/review/ballot'
import { groupsByName } from '#core/review/group-limits'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { useBallotDraft } from './ballot-draft'
import { BallotHead } from './ballot-head'
import type { Ballot } from './ballot-answer'
import { Approve } from './approve'
import { inGroups } from './in-groups'
import { VoteAgain } from './own-signs'
import { PlacesLeft } from './places-left'
import { Preferences } from './preferences'
import { Receipt } from './receipt'
import { ReviewDialog } from './review-dialog'

type Candidate = Ballot['candidates'][number]

const Row = ({ roundId, candidate, checked, onToggle }: { roundId: string; candidate: Candidate; checked: boolean; onToggle: () => void }) => {
  const t = useText()
  const { nominationId, candidateName: name, unitName, recused, reason } = candidate
  if (recused) return <li className="ballot-row recused"><div><b>{name}</b><span>{t('jury.ballot.recused', { reason })}</span></div><span className="no-approve" aria-hidden="true" /></li>
  return (
    <li className={checked ? 'ballot-row on' : 'ballot-row'}>
      <Link to={`/jury/rounds/${roundId}/candidates/${nominationId}`}><b>{name}</b><span>{unitName}</span></Link>
      <Approve name={name} checked={checked} onToggle={onToggle} />
    </li>
  )
}

export const BallotForm = ({ roundId, ballot, onMoreConflicts }: { roundId: string; ballot: Ballot; onMoreConflicts: () => void }) => {
  const t = useText()
  const words = useWords()
  const [reviewing, setReviewing] = useState(false)
  const open = ballot.candidates.filter((c) => !c.recused).map((c) => c.nominationId)
  const { approvals, receipt, toggle, cast } = useBallotDraft(roundId, open)
  const act = useAct(castBallot)
  const groups = groupsByName(ballot.rule, ballot.candidates)
  const findings = checkBallot(ballot.rule, { approvals, candidates: ballot.candidates.map((c) => c.nominationId), recused: ballot.candidates.filter((c) => c.recused).map((c) => c.nominationId), present: ballot.present, ...(groups && { groups }) })
  const send = () => act.mutate({ params: { roundId }, body: { approvals } }, { onSuccess: ({ ballotCode }) => { setReviewing(false); cast(ballotCode) } })
  const voted = ballot.votedAt !== null
  const bar = (
    <ActionBar say={findings[0] ? words(findings[0].what) : approvals.length === 0 ? t('jury.ballot.blank') : t('jury.ballot.chosen', { n: approvals.length })}>
      <Button look={reviewing ? 'default' : 'primary'} disabled={findings.length > 0} onClick={() => setReviewing(true)}>{t(voted ? 'jury.ballot.reviewAgain' : 'jury.ballot.review')}</Button>
    </ActionBar>
  )
  return (
    <>
      <BallotHead ballot={ballot} next={t(voted ? 'jury.ballot.nextVoted' : 'jury.ballot.next')}><PlacesLeft rule={ballot.rule} approved={approvals.length} /></BallotHead>
      <PageFrame bar={bar}>
        <div className="phone-column">
          {receipt !== null && voted ? <Receipt code={receipt} /> : voted ? <Note kind="ok" title={t('jury.ballot.votedAt', { at: words(sayEnd(ballot.votedAt ?? 0)) })}><p>{t('jury.ballot.votedNote')}</p></Note> : null}
          {voted ? null : <VoteAgain roundId={roundId} />}
          {findings.length ? <Findings>{findings.map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings> : null}
          <p className="ballot-note"><span>{t('jury.ballot.order')}</span>{voted ? null : <button type="button" className="link" onClick={onMoreConflicts}>{t('jury.conflicts.more')}</button>}</p>
          <Preferences campaignId={ballot.campaignId} />
          {inGroups(ballot).map((g) => (
            <Fragment key={g.name?.zh ?? ''}>
              {g.name === null ? null : <h3 className="ballot-group">{words(g.name)}<span>{t('rounds.groups.of', { places: g.places, n: g.candidates.length })}{g.most === undefined ? '' : t('rounds.groups.most', { n: g.most })}</span></h3>}
              <ul className="ballot">{g.candidates.map((c) => <Row key={c.nominationId} roundId={roundId} candidate={c} checked={approvals.includes(c.nominationId)} onToggle={() => toggle(c.nominationId)} />)}</ul>
            </Fragment>
          ))}
        </div>
      </PageFrame>
      <ReviewDialog open={reviewing} onClose={() => setReviewing(false)} ballot={ballot} approvals={approvals} onCast={send} busy={act.isPending} trouble={act.error} />
    </>
  )
}
