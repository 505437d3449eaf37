/** The campaign's rules in sentences, each with its clause: the same words that stand beside a refusal. */
import type { ResolvedDefinition, ResolvedRule } from '#core/campaign/definition'
import { sayRule } from '#core/rules/kinds'
import { useText, useWords } from '../text/use-text'
import { ClauseRef } from '../ui/clause-ref'
import { Section } from '../ui/section'

const groups = [
  ['time', ['deadline', 'quota', 'dueDate', 'stage']], ['who', ['category', 'channel', 'age', 'membership', 'seniority', 'place', 'requiredHonour', 'priorHonour', 'exclusion', 'preference', 'proportion', 'declaration']], ['dossier', ['material']], ['procedure', ['procedureStep', 'opinion', 'correction']], ['review', ['jury', 'round', 'publicNotice', 'objection', 'sanction', 'prize']], ['duties', ['publicity', 'reportBack', 'burden', 'duty']],
] as const satisfies readonly (readonly [string, readonly ResolvedRule['kind'][]])[]

const Rules = ({ rules }: { rules: readonly ResolvedRule[] }) => {
  const words = useWords()
  return <ul className="rule-list">{rules.map((rule) => <li key={rule.id}>{words(sayRule(rule))} <ClauseRef clause={rule.rests} withSource /></li>)}</ul>
}

export const CampaignRules = ({ definition }: { definition: ResolvedDefinition }) => {
  const t = useText()
  return (
    <Section title={t('unit.rules.title')} note={t('unit.rules.note')}>
      {groups.map(([group, kinds]) => {
        const own = definition.rules.filter((r) => (kinds as readonly string[]).includes(r.kind))
        return own.length === 0 ? null : (
          <details className="rule-group" key={group} open={group === 'time'}><summary>{t(`unit.rules.${group}`)} <span className="muted small">{t('unit.rules.count', { n: own.length })}</span></summary><Rules rules={own} /></details>
        )
      })}
    </Section>
  )
}
