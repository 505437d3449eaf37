/** How many approvals are left, in words and as blocks; without a limit how many were given beside the places. */
import type { Ballot } from './ballot-answer'
import { useText } from '../../text/use-text'

const MOST_BLOCKS = 12

export const PlacesLeft = ({ rule, approved }: { rule: Ballot['rule']; approved: number }) => {
  const t = useText()
  const max = rule.maxApprovals
  const blocks = max ?? rule.places
  return (
    <div className={max !== null && approved > max ? 'places-left over' : 'places-left'}>
      <p role="status">
        {max === null
          ? <>{t('jury.ballot.given')} <b>{approved}</b> {t('jury.ballot.ofPlaces', { n: rule.places })}</>
          : approved > max ? <>{t('jury.ballot.over')} <b>{approved - max}</b> {t('jury.ballot.overOf', { n: max })}</>
            : <>{t('jury.ballot.left')} <b>{max - approved}</b> {t('jury.ballot.ofMost', { n: max })}</>}
      </p>
      {blocks <= MOST_BLOCKS ? <span className="blocks" aria-hidden="true">{Array.from({ length: blocks }, (_, i) => <i key={i} className={i < approved ? 'on' : ''} />)}</span> : null}
    </div>
  )
}
