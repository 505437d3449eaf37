/** Title of the room: name of the round, how it is voted, since when its rule is frozen; what can be done here. */
import { Link } from 'react-router'
import { countSheet } from '#contract/operations/jury'
import { resultSheet } from '#contract/operations/rounds'
import { sayEnd } from '#core/kernel/instant'
import { sayRule } from '#core/rules/kinds'
import { addressOf } from '../../api/call'
import { useText, useWords } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { ClauseRef } from '../../ui/clause-ref'
import { Icon } from '../../ui/icon'
import { Chip } from '../../ui/state'
import { CloseRound } from './close-round'
import type { Round } from './round-answer'

export const RoomHead = ({ round }: { round: Round }) => {
  const t = useText()
  const words = useWords()
  return (
    <div className="room-head">
      <div>
        <h2>{t('jury.round.named', { name: words(round.rule.name), ballot: t(round.rule.method === 'score' ? `rounds.scoring.${round.rule.ballot}` : `jury.ballot.${round.rule.ballot}`) })}</h2>
        <Chip kind={round.closedAt === null ? 'half' : 'lock'}>{round.closedAt === null ? t('jury.state.open') : round.abandoned !== null ? t('keys.abandoned') : t('jury.room.closedAt', { at: words(sayEnd(round.closedAt)) })}</Chip>
        <span className="small muted">{t('jury.room.frozen', { at: words(sayEnd(round.openedAt)) })}</span>
        {round.follows === null ? null : <p className="detail"><Link className="link" to={`/jury/rounds/${round.follows.id}/room`}>{t('rounds.follow.from', { name: words(round.follows.name) })}</Link></p>}
        <p className="detail muted">{words(sayRule(round.rule))} <ClauseRef clause={round.rule.rests} /></p>
      </div>
      {round.result ? <a className="button" href={addressOf(countSheet, { roundId: round.id })} target="_blank" rel="noreferrer"><Icon name="print" />{t('jury.room.countSheet')}</a> : null}
      {round.result ? <a className="button" href={addressOf(resultSheet, { roundId: round.id })} target="_blank" rel="noreferrer"><Icon name="print" />{t('rounds.room.resultSheet')}</a> : null}
      {round.rule.publicPart === undefined ? null : <ButtonLink to={`/jury/rounds/${round.id}/votes`}>{t('votes.link')}</ButtonLink>}
      {round.rule.assignment === undefined ? null : <ButtonLink to={`/jury/c/${round.campaignId}/assignment/${round.rule.id}`}>{t('assignment.link')}</ButtonLink>}
      {round.result === null && round.abandoned === null ? <ButtonLink to={`/jury/rounds/${round.id}/meeting`}>{t('juries.meeting.open')}</ButtonLink> : null}
      {round.may.includes('close') ? <CloseRound round={round} /> : null}
    </div>
  )
}
