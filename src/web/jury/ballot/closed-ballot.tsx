/** After closing: the codes of all ballots in the box, in which a juror finds one's own. */
import { Link } from 'react-router'
import { useText } from '../../text/use-text'
import { Empty } from '../../ui/empty'
import { Note } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { useBallotDraft } from './ballot-draft'
import { BallotHead } from './ballot-head'
import type { Ballot } from './ballot-answer'
import { BoxCodes } from './box-codes'

export const ClosedBallot = ({ roundId, ballot }: { roundId: string; ballot: Ballot }) => {
  const t = useText()
  const { receipt } = useBallotDraft(roundId, [])
  return (
    <>
      <BallotHead ballot={ballot} next={t('jury.closed.next')} />
      <PageFrame>
        <div className="phone-column stack">
          <Note kind="ok" title={t('jury.closed.title')}><p>{t('jury.closed.note')}</p></Note>
          {ballot.box === null ? <Empty title={t('jury.closed.noBox')}>{t('jury.closed.noBoxFact')}</Empty> : <BoxCodes codes={ballot.box} {...(receipt === null ? {} : { own: receipt })} />}
          <p><Link className="link" to="/jury">{t('jury.closed.back')}</Link></p>
        </div>
      </PageFrame>
    </>
  )
}
