/** The rounds of the jury, each leading to its room with attendance, recusals and tally. */
import { Link } from 'react-router'
import { readJury } from '#contract/operations/jury'
import { sayEnd } from '#core/kernel/instant'
import { useSession } from '../api/session'
import { useRead } from '../api/use-operation'
import { Answer } from '../ui/answer'
import { useText, useWords } from '../text/use-text'
import { Section } from '../ui/section'
import { State } from '../ui/state'

export const RoundsList = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const { role } = useSession()
  const jury = useRead(readJury, { params: { campaignId } })
  return (
    <Section title={t('supervisor.rounds.title')}>
      <Answer query={jury} lines={2}>
        {({ rounds, jurors }) => (
          <>
            <p className="detail muted">{jurors.length === 0 ? t('supervisor.rounds.noJury') : t('supervisor.rounds.jurors', { n: jurors.length })}</p>
            {rounds.length === 0 ? <p className="detail muted">{t('supervisor.rounds.none')}</p> : (
              <ul className="round-list">{rounds.map((r) => (
                <li key={r.id}>
                  <Link className="link" to={`/jury/rounds/${r.id}/room`}>{words(r.name)}</Link>
                  <span>{words(sayEnd(r.closedAt ?? r.openedAt))}{role === 'supervisor' && r.state === 'closed' ? <>　<Link className="link" to={`/supervisor/c/${campaignId}/replay/${r.id}`} aria-label={`${t('supervision.replay.link')} ${words(r.name)}`}>{t('supervision.replay.link')}</Link></> : null}</span>
                  <State kind={r.state === 'closed' ? 'lock' : 'half'}>{t(`supervisor.round.${r.state}`)}</State>
                </li>
              ))}</ul>
            )}
          </>
        )}
      </Answer>
    </Section>
  )
}
