/** The last row of the checklist: approval and submission, with whom it is. */
import { Link } from 'react-router'
import { ruleOf } from '#core/campaign/definition'
import { stateNames } from '#core/nomination/state'
import { useText, useWords } from '../text/use-text'
import { ChecklistRow } from '../ui/checklist'
import { ClauseRef } from '../ui/clause-ref'
import type { StateKind } from '../ui/state'
import { useNomination } from './nomination-frame'
import type { Nomination } from './reading'

export const stateKinds: Readonly<Record<Nomination['state'], StateKind>> = {
  draft: 'none', atApproval: 'wait', submitted: 'ok', returned: 'warn', accepted: 'ok', rejected: 'block', withdrawn: 'none',
}

export const ApprovalRow = ({ current }: { current: boolean }) => {
  const t = useText()
  const words = useWords()
  const { nomination: n, campaign } = useNomination()
  const deadline = ruleOf(campaign.definition, 'deadline')
  return (
    <ChecklistRow name={t('unit.row.approval')} current={current} fact={t(`unit.fact.approval.${n.state}`)}
      clauses={deadline ? <ClauseRef clause={deadline.rests} /> : null} state={{ kind: stateKinds[n.state], words: words(stateNames[n.state]) }}
      act={<Link className="link" to={`/unit/n/${n.id}/approve`} aria-label={t('unit.row.viewLabel', { name: t('unit.row.approval') })}>{t('unit.row.view')}</Link>} />
  )
}
