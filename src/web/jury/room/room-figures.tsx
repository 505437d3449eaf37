/** 应到实到、回避、已投、入围线: who counts as entitled is the core's to say (attendance), what is shown comes from the round's own rule. */
import { useText } from '../../text/use-text'
import { Figure, Figures } from '../../ui/figure'
import type { Round } from './round-answer'

export const shareWords = ({ numerator, denominator }: { numerator: number; denominator: number }) => `${numerator}/${denominator}`

export const RoomFigures = ({ round }: { round: Round }) => {
  const t = useText()
  const { rule, jurors, result, candidates, quorum } = round
  const { entitled, present } = quorum
  const sitting = jurors.filter((j) => j.dropped === null)
  const votes = result?.returned ?? sitting.filter((j) => j.voted).length
  const recusals = sitting.reduce((n, j) => n + j.recusedFrom.length, 0)
  const votesLine = rule.method === 'approval'
  const quorumWords = t(rule.quorum.inclusive ? 'jury.figures.quorumLeast' : 'jury.figures.quorumMore', { share: shareWords(rule.quorum.share) })
  return (
    <Figures>
      <Figure label={t('jury.figures.attendance')} value={`${entitled} / ${present}`} unit={t('jury.figures.people')} note={`${quorumWords}${t(quorum.reached ? 'jury.figures.met' : 'jury.figures.notMet')}`} />
      <Figure label={t('jury.figures.recusals')} value={recusals} unit={t('jury.figures.times')} note={votesLine ? t(rule.threshold.recusedLeaveBase ? 'jury.figures.recusedOut' : 'jury.figures.recusedIn') : t('rounds.figures.recused')} />
      <Figure label={t(rule.method === 'score' ? 'rounds.figures.sheets' : 'jury.figures.cast')} value={rule.paper === true && result === null ? '—' : votes} unit={t(rule.method === 'score' ? 'rounds.figures.ofSheets' : 'jury.figures.ofBallots', { n: present })} note={result ? t('jury.figures.invalid', { n: result.invalid }) : t('jury.figures.sealed')} />
      {votesLine ? null : <Figure label={t('rounds.figures.places')} value={rule.places} unit={t('jury.figures.people')} note={rule.score?.pass === undefined ? t('rounds.figures.of', { n: candidates.length }) : t('rounds.figures.pass', { mark: rule.score.pass.mark, n: candidates.length })} />}
      {votesLine ? <Figure label={t('jury.figures.line')} value={shareWords(rule.threshold.share)} unit={t(rule.threshold.inclusive ? 'jury.figures.orMore' : 'jury.figures.more')} note={t('jury.figures.places', { places: rule.places, n: candidates.length })} /> : null}
    </Figures>
  )
}
