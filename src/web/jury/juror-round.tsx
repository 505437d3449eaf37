/** One round in the juror's list: how it stands for this juror, and the way in. */
import { Link } from 'react-router'
import { readBallot } from '#contract/operations/jury'
import { useRead } from '../api/use-operation'
import { Answer } from '../ui/answer'
import { useText, useWords } from '../text/use-text'
import type { Ballot } from './ballot/ballot-answer'
import { State, type StateKind } from '../ui/state'

/** The words of the state, and the act that comes next. */
export const standingOf = (ballot: Ballot): { kind: StateKind; key: 'closed' | 'voted' | 'present' | 'absent' } => {
  if (ballot.state === 'closed') return { kind: 'lock', key: 'closed' }
  if (ballot.votedAt !== null) return { kind: 'ok', key: 'voted' }
  return ballot.present ? { kind: 'half', key: 'present' } : { kind: 'none', key: 'absent' }
}

export const JurorRound = ({ roundId }: { roundId: string }) => {
  const t = useText()
  const words = useWords()
  const ballot = useRead(readBallot, { params: { roundId } })
  return (
    <li>
      <Answer query={ballot} lines={1}>
        {(b) => {
          const { kind, key } = standingOf(b)
          return (
            <Link to={`/jury/rounds/${roundId}`} className="round-row">
              <b>{words(b.rule.name)}</b><span className="fact">{t('jury.home.candidates', { n: b.candidates.length, places: b.rule.places })}</span>
              <State kind={kind}>{t(b.rule.method === 'score' && key === 'voted' ? 'rounds.standing.submitted' : `jury.standing.${key}`)}</State><span className="act">{t(b.rule.method !== 'score' || key === 'absent' || key === 'closed' ? `jury.act.${key}` : key === 'present' ? 'rounds.act.score' : 'rounds.act.change')}</span>
            </Link>
          )
        }}
      </Answer>
    </li>
  )
}
