/** Beside a dossier: what this juror gives, saved as it is typed. */
import { readSheet } from '#contract/operations/rounds'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import type { Ballot } from '../ballot/ballot-answer'
import { Standing } from './saved-line'
import { ScoreFields, useTotal } from './score-fields'
import './sheet.css'
import { useSheet } from './use-sheet'

export const ScorePanel = ({ roundId, ballot, nominationId, name }: { roundId: string; ballot: Ballot; nominationId: string; name: string }) => {
  const t = useText()
  const sheet = useRead(readSheet, { params: { roundId } })
  const { lines, change } = useSheet(roundId, ballot, sheet.data)
  const totalOf = useTotal(ballot.rule)
  const line = lines.get(nominationId)
  if (line === undefined || sheet.data === undefined) return null
  const locked = sheet.data.submittedAt !== null && ballot.rule.seeOthers === 'afterOwn'
  return (
    <section className="score-panel" aria-label={t('rounds.score.mine')}>
      <p className="head"><span>{t('rounds.score.mine')}</span><b>{totalOf(line) ?? '—'}</b><Standing kept={line.kept} /></p>
      <ScoreFields key={nominationId} rule={ballot.rule} id={nominationId} name={name} line={line} onChange={(part, now) => change(nominationId, part, now)} disabled={locked} />
    </section>
  )
}
