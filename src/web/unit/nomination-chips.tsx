/** How the unit's own nominations stand, in one line each, and the next step in few words. */
import { Link } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import type { listNominations } from '#contract/operations/nominations'
import { stateNames } from '#core/nomination/state'
import { useText, useWords } from '../text/use-text'
import { Chip } from '../ui/state'
import { stateKinds } from './approval-row'

type Own = AnswerOf<typeof listNominations>

export const NominationChips = ({ nominations, quota, late }: Own & { /** The campaign takes nothing more. */ late: boolean }) => {
  const t = useText()
  const words = useWords()
  const next = nextOf(nominations)
  return (
    <div className="own-nominations">
      {nominations.map((n) => (
        <p className="row-of" key={n.id}><Chip kind={stateKinds[n.state]}>{words(stateNames[n.state])}</Chip><Link className="link" to={`/unit/n/${n.id}`}>{n.candidateName}</Link></p>
      ))}
      <p className="detail"><b>{t('common.nextStep')}</b>　{t(late && ownActs.has(next) ? 'unit.next.late' : next)}<span className="muted">　{t('unit.quota.held', { max: quota.max, held: quota.held })}</span></p>
    </div>
  )
}

type Open = 'returned' | 'atApproval' | 'draft' | 'submitted' | 'accepted' | 'begin'

/** Acts that the deadline ends; a return has a term of its own. */
const ownActs: ReadonlySet<string> = new Set(['unit.own.begin', 'unit.own.draft', 'unit.own.atApproval'])

/** The nomination that asks for most comes first: a return has a term of its own. */
export const nextOf = (nominations: Own['nominations']): `unit.own.${Open}` => {
  const found = (['returned', 'atApproval', 'draft', 'submitted', 'accepted'] as const).find((state) => nominations.some((n) => n.state === state))
  return `unit.own.${found ?? 'begin'}`
}
