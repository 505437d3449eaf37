/** A round on paper as its juror sees it: dossiers to read, conflicts to add, nothing to press. */
import { Link } from 'react-router'
import { useText } from '../../text/use-text'
import { Note } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import type { Ballot } from './ballot-answer'
import { BallotHead } from './ballot-head'

export const OnPaper = ({ roundId, ballot, onMoreConflicts }: { roundId: string; ballot: Ballot; onMoreConflicts: () => void }) => {
  const t = useText()
  return (
    <>
      <BallotHead ballot={ballot} next={t('onPaper.juror.next')} />
      <PageFrame>
        <div className="phone-column">
          <Note kind="info" title={t('onPaper.juror.title')}><p>{t('onPaper.juror.fact')}</p></Note>
          <p className="ballot-note gap"><span>{t('jury.home.candidates', { n: ballot.candidates.length, places: ballot.rule.places })}</span><button type="button" className="link" onClick={onMoreConflicts}>{t('jury.conflicts.more')}</button></p>
          <ul className="ballot">
            {ballot.candidates.map((c) => <li key={c.nominationId} className={c.recused ? 'ballot-row recused' : 'ballot-row'}>{c.recused ? <div><b>{c.candidateName}</b><span>{t('jury.ballot.recused', { reason: c.reason })}</span></div> : <Link to={`/jury/rounds/${roundId}/candidates/${c.nominationId}`}><b>{c.candidateName}</b><span>{c.unitName}</span></Link>}</li>)}
          </ul>
        </div>
      </PageFrame>
    </>
  )
}
