/** `/jury/rounds/:roundId`: a juror's round on one page: first conflicts and check-in, then the ballot, after closing the codes of the box. */
import { useState } from 'react'
import { useParams } from 'react-router'
import { readBallot } from '#contract/operations/jury'
import { useRead } from '../../api/use-operation'
import { Answer } from '../../ui/answer'
import { Note } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { useText } from '../../text/use-text'
import '../jury.css'
import type { Ballot } from './ballot-answer'
import { BallotForm } from './ballot-form'
import { BallotHead } from './ballot-head'
import { ClosedBallot } from './closed-ballot'
import { ConflictsForm } from './conflicts-form'
import { MarksForm } from '../marks/marks-form'
import { RankForm } from '../rank/rank-form'
import { OnPaper } from './on-paper'
import { SheetForm } from '../sheet/sheet-form'

const Dropped = ({ ballot, reason }: { ballot: Ballot; reason: string }) => {
  const t = useText()
  return (
    <>
      <BallotHead ballot={ballot} next={t('rounds.dropped.next')} />
      <PageFrame><div className="phone-column"><Note kind="info" title={t('rounds.dropped.title')}><p>{t('rounds.dropped.note', { reason })}</p></Note></div></PageFrame>
    </>
  )
}

const Step = ({ roundId, ballot }: { roundId: string; ballot: Ballot }) => {
  const [more, setMore] = useState(false)
  if (ballot.state === 'closed') return <ClosedBallot roundId={roundId} ballot={ballot} />
  if (ballot.dropped !== null) return <Dropped ballot={ballot} reason={ballot.dropped} />
  if (!ballot.present || more) return <ConflictsForm roundId={roundId} ballot={ballot} {...(more && { onDone: () => setMore(false) })} />
  if (ballot.rule.paper === true) return <OnPaper roundId={roundId} ballot={ballot} onMoreConflicts={() => setMore(true)} />
  const Form = ballot.rule.method === 'score' ? SheetForm : ballot.rule.method === 'rank' ? RankForm : ballot.rule.marks !== undefined ? MarksForm : BallotForm
  return <>{ballot.keyReady ? null : <KeyNote />}<Form roundId={roundId} ballot={ballot} onMoreConflicts={() => setMore(true)} /></>
}

/** Above the ballot, which can be read and ticked meanwhile. */
const KeyNote = () => {
  const t = useText()
  return <div className="phone-column key-note"><Note kind="warn" title={t('keys.juror.waits')}><p>{t('keys.juror.waitsFact')}</p></Note></div>
}

export const BallotPage = () => {
  const { roundId = '' } = useParams()
  const ballot = useRead(readBallot, { params: { roundId } }, { refetchMs: 30_000 })
  if (ballot.data) return <Step key={roundId} roundId={roundId} ballot={ballot.data} />
  return <PageFrame><Answer query={ballot}>{() => null}</Answer></PageFrame>
}
