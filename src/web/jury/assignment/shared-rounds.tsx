/** Rounds whose readings are shared out, before and after they open: how far that is, and the way in. */
import { Link } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import type { readJury } from '#contract/operations/jury'
import { useText, useWords } from '../../text/use-text'
import { State } from '../../ui/state'

type Item = AnswerOf<typeof readJury>['shared'][number]
const kinds = { none: 'none', asked: 'wait', found: 'half', impossible: 'block', confirmed: 'ok' } as const

export const SharedRounds = ({ campaignId, shared }: { campaignId: string; shared: readonly Item[] }) => {
  const t = useText()
  const words = useWords()
  if (shared.length === 0) return null
  return (
    <ul className="rounds shared-rounds">
      {shared.map((s) => (
        <li key={s.ruleId}>
          <Link to={`/jury/c/${campaignId}/assignment/${s.ruleId}`} className="round-row">
            <b>{words(s.name)}</b><span className="fact">{t('assignment.link')}</span><State kind={kinds[s.state]}>{t(`assignment.state.${s.state}`)}</State><span className="act">{t('jury.room.enter')}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
