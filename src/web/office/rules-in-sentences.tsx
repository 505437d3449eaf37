/** A definition as sentences, stage by stage and kind by kind, each with what it rests on; and what it leaves open. */
import type { ResolvedDefinition, ResolvedRule } from '#core/campaign/definition'
import { ruleKindsTable, sayRule } from '#core/rules/kinds'
import { ruleKinds, type RuleKind } from '#core/rules/rule'
import { kindsByStage, sayStageOfCampaign } from '#core/rules/stage-of-kind'
import { useText, useWords } from '../text/use-text'
import { ClauseRef } from '../ui/clause-ref'

interface RulesProps {
  definition: Pick<ResolvedDefinition, 'rules' | 'open'>
  /** Kinds that stand open; the others are unfolded on demand. */
  unfolded?: readonly RuleKind[]
}
const short: readonly RuleKind[] = ['quota', 'deadline', 'stage', 'round', 'publicNotice']

const Rule = ({ rule }: { rule: ResolvedRule }) => {
  const words = useWords()
  return <li><span>{words(sayRule(rule))}</span><ClauseRef clause={rule.rests} withSource /></li>
}

const Group = ({ kind, rules, open }: { kind: RuleKind; rules: readonly ResolvedRule[]; open: boolean }) => {
  const t = useText()
  const words = useWords()
  return (
    <details className="rule-group" open={open}>
      <summary><b>{words(ruleKindsTable[kind].name)}</b> <span className="muted small">{t('office.rules.count', { n: rules.length })}</span></summary>
      <ul className="rule-list">{rules.map((r) => <Rule key={r.id} rule={r} />)}</ul>
    </details>
  )
}

const Open = ({ open }: Pick<RulesProps['definition'], 'open'>) => {
  const t = useText()
  const words = useWords()
  const kinds = ruleKinds.map((kind) => ({ kind, n: open.filter((o) => o.kind === kind).length })).filter(({ n }) => n > 0)
  return (
    <p className="rule-open">
      <b>{t('office.rules.open')}</b> {kinds.length === 0 ? t('office.rules.openNone') : kinds.map(({ kind, n }) => `${words(ruleKindsTable[kind].name)} ${t('office.rules.count', { n })}`).join(t('common.comma'))}
    </p>
  )
}

export const RulesInSentences = ({ definition, unfolded = short }: RulesProps) => {
  const words = useWords()
  return (
    <div>
      {kindsByStage((kind) => definition.rules.some((r) => r.kind === kind)).map(({ stage, kinds }) => (
        <section key={stage} className="rule-stage" aria-label={words(sayStageOfCampaign[stage])}>
          <p className="rule-stage-name">{words(sayStageOfCampaign[stage])}</p>
          {kinds.map((kind) => <Group key={kind} kind={kind} rules={definition.rules.filter((r) => r.kind === kind)} open={unfolded.includes(kind)} />)}
        </section>
      ))}
      <Open open={definition.open} />
    </div>
  )
}
