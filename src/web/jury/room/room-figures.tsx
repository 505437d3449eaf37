/** 应到实到、回避、已投、入围线: every number from the round's own rule and rows. */
import { reaches } from '#core/review/share'
import { useText } from '../../text/use-text'
import { Figure, Figures } from '../../ui/figure'
import type { Round } from './round-answer'

export const shareWords = ({ numerator, denominator }: { numerator: number; denominator: number }) => `${numerator}/${denominator}`

export const RoomFigures = ({ round }: { round: Round }) => {
  const t = useText()
  const { rule, jurors, result, candidates } = round
  const present = jurors.filter((j) => j.present).length
  const votes = result?.returned ?? jurors.filter((j) => j.voted).length
  const recusals = jurors.reduce((n, j) => n + j.recusedFrom.length, 0)
  const quorum = reaches(present, jurors.length, rule.quorum.share, rule.quorum.inclusive)
  const quorumWords = t(rule.quorum.inclusive ? 'jury.figures.quorumLeast' : 'jury.figures.quorumMore', { share: shareWords(rule.quorum.share) })
  return (
    <Figures>
      <Figure label={t('jury.figures.attendance')} value={`${jurors.length} / ${present}`} unit={t('jury.figures.people')} note={`${quorumWords}${t(quorum ? 'jury.figures.met' : 'jury.figures.notMet')}`} />
      <Figure label={t('jury.figures.recusals')} value={recusals} unit={t('jury.figures.times')} note={t(rule.threshold.recusedLeaveBase ? 'jury.figures.recusedOut' : 'jury.figures.recusedIn')} />
      <Figure label={t('jury.figures.cast')} value={votes} unit={t('jury.figures.ofBallots', { n: present })} note={result ? t('jury.figures.invalid', { n: result.invalid }) : t('jury.figures.sealed')} />
      <Figure label={t('jury.figures.line')} value={shareWords(rule.threshold.share)} unit={t(rule.threshold.inclusive ? 'jury.figures.orMore' : 'jury.figures.more')} note={t('jury.figures.places', { places: rule.places, n: candidates.length })} />
    </Figures>
  )
}
