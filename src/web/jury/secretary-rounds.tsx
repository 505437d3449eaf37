/** The rounds of a campaign as the secretary has them. */
import { Link } from 'react-router'
import { readJury } from '#contract/operations/jury'
import { sayEnd } from '#core/kernel/instant'
import { useRead } from '../api/use-operation'
import { Answer } from '../ui/answer'
import { useText, useWords } from '../text/use-text'
import { Empty } from '../ui/empty'
import { State } from '../ui/state'
import { SharedRounds } from './assignment/shared-rounds'
import './jury.css'

export const SecretaryRounds = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const jury = useRead(readJury, { params: { campaignId } })
  return (
    <Answer query={jury} lines={2}>
      {({ rounds, jurors, abandoned, shared }) => <>{jurors.length === 0 ? null : <p className="gap"><Link className="link" to={`/supervisor/c/${campaignId}/conflicts`}>{t('conflicts.link')}</Link></p>}<SharedRounds campaignId={campaignId} shared={shared} />{rounds.length + abandoned.length === 0 ? <Empty title={t('jury.home.noRound')}>{t('jury.home.noRoundFact')}</Empty> : (
        <ul className="rounds">
          {rounds.map((r) => (
            <li key={r.id}>
              <Link to={`/jury/rounds/${r.id}/room`} className="round-row">
                <b>{words(r.name)}</b>
                <span className="fact">{r.closedAt === null ? t('jury.room.openedAt', { at: words(sayEnd(r.openedAt)) }) : t('jury.room.closedAt', { at: words(sayEnd(r.closedAt)) })}</span>
                <State kind={r.state === 'closed' ? 'lock' : 'half'}>{t(`jury.state.${r.state}`)}</State><span className="act">{t('jury.room.enter')}</span>
              </Link>
            </li>
          ))}
          {abandoned.map((r) => (
            <li key={r.id}><Link to={`/jury/rounds/${r.id}/room`} className="round-row"><b>{t('keys.abandonedRow', { name: words(r.name) })}</b><span className="fact">{t('keys.abandonedAt', { at: words(sayEnd(r.at)) })}</span><State kind="none">{t('keys.abandoned')}</State><span className="act">{t('jury.room.enter')}</span></Link></li>
          ))}
        </ul>
      )}</>}
    </Answer>
  )
}
