/** 另有时限: what is due beside the nominations themselves, each with its clock and clause. Nothing where nothing is. */
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { Instant } from '#core/kernel/instant'
import { duesOf } from '#core/nomination/dues'
import { sayRule } from '#core/rules/kinds'
import { useSession } from '../api/session'
import { useText, useWords } from '../text/use-text'
import { ClauseRef } from './clause-ref'
import { Clock } from './clock'
import { Section } from './section'

export const Dues = ({ definition, end }: { definition: ResolvedDefinition; end: Instant | null }) => {
  const t = useText()
  const words = useWords()
  const { offset } = useSession()
  const dues = duesOf(definition, end)
  if (dues.length === 0) return null
  return (
    <Section title={t('common.dues')}>
      <ul className="rule-list">
        {dues.map((due) => (
          <li key={due.rule.id}>
            <span>{words(sayRule(due.rule))}</span> <ClauseRef clause={due.rule.rests} withSource />
            {due.end === null ? null : <Clock label={t('common.dueIn')} end={due.end} offset={offset} left />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
