/** The campaign's rules in sentences, each with its clause: the same words that stand beside a refusal. */
import type { ResolvedDefinition, ResolvedRule } from '#core/campaign/definition'
import { underHeadings } from '#core/campaign/headings'
import { sayRule } from '#core/rules/kinds'
import { useText, useWords } from '../text/use-text'
import { ClauseRef } from '../ui/clause-ref'
import { Section } from '../ui/section'

const Rules = ({ rules }: { rules: readonly ResolvedRule[] }) => {
  const words = useWords()
  return <ul className="rule-list">{rules.map((rule) => <li key={rule.id}>{words(sayRule(rule))} <ClauseRef clause={rule.rests} withSource /></li>)}</ul>
}

export const CampaignRules = ({ definition }: { definition: ResolvedDefinition }) => {
  const t = useText()
  const words = useWords()
  return (
    <Section title={t('unit.rules.title')} note={t('unit.rules.note')}>
      {underHeadings(definition).map(({ heading, rules }, i) => (
        <details className="rule-group" key={heading.en} open={i === 0}><summary>{words(heading)} <span className="muted small">{t('unit.rules.count', { n: rules.length })}</span></summary><Rules rules={rules} /></details>
      ))}
    </Section>
  )
}
