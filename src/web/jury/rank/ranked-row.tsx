/** One who is ranked: place, name, and how to move. The arrow keys move it while it has the focus. */
import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { useText, useWords } from '../../text/use-text'
import type { Ballot } from '../ballot/ballot-answer'

interface RankedRowProps { roundId: string; candidate: Ballot['candidates'][number]; place: number; isFirst: boolean; isLast: boolean; mayJoin: boolean; onMove: (by: -1 | 1) => void; onOut: () => void; onJoin: () => void }

export const RankedRow = ({ roundId, candidate, place, isFirst, isLast, mayJoin, onMove, onOut, onJoin }: RankedRowProps) => {
  const t = useText()
  const words = useWords()
  const { candidateName: name, unitName, nominationId } = candidate
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li className="ranked" onKeyDown={onKey}>
      <b className="place">{place}</b>
      <Link to={`/jury/rounds/${roundId}/candidates/${nominationId}`}><b>{name}</b><span>{candidate.group === null ? '' : `${words(candidate.group)}　`}{unitName}</span></Link>
      <span className="moves">
        {mayJoin ? <button type="button" onClick={onJoin} aria-label={t('rounds.rank.joinName', { name })}>＝</button> : null}
        <button type="button" disabled={isFirst} onClick={() => onMove(-1)} aria-label={t('rounds.rank.up', { name })}>↑</button>
        <button type="button" disabled={isLast} onClick={() => onMove(1)} aria-label={t('rounds.rank.down', { name })}>↓</button>
        <button type="button" onClick={onOut} aria-label={t('rounds.rank.out', { name })}>×</button>
      </span>
    </li>
  )
}
