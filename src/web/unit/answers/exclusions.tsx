/** 排除: yes or no to each; where the rule only warns, a yes asks for the reason. */
import type { ResolvedRule } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import { sayRule } from '#core/rules/kinds'
import { useText, useWords } from '../../text/use-text'
import { RadioField } from '../../ui/choice-fields'
import { ClauseRef } from '../../ui/clause-ref'
import { TextArea } from '../../ui/text-fields'
import { answerPatch } from '../form/patch'
import type { DraftUse } from '../form/use-draft'

type Rule = ResolvedRule<'exclusion'>

const One = ({ rule, draft, findings }: { rule: Rule; draft: DraftUse; findings: readonly Finding[] }) => {
  const t = useText()
  const words = useWords()
  const given = draft.answers.exclusions[rule.id]
  const put = (applies: boolean, reason: string) => draft.draft.change(answerPatch('exclusions', rule.id, { applies, reason }))
  const asksReason = given?.applies === true && rule.strength !== 'block'
  return (
    <div className="answer-row" id={`exclusion-${rule.id}`}>
      <RadioField label={t('unit.exclusions.ask', { who: words(rule.who) })} required value={given === undefined ? '' : given.applies ? 'yes' : 'no'} onChange={(v) => put(v === 'yes', given?.reason ?? '')}
        options={[{ value: 'no', label: t('unit.exclusions.no') }, { value: 'yes', label: t('unit.exclusions.yes') }]}
        hint={<>{words(sayRule(rule))} <ClauseRef clause={rule.rests} withSource /></>} findings={given === undefined || asksReason ? [] : findings} />
      {asksReason ? <TextArea label={t('unit.exclusions.reason')} required value={given.reason} onChange={(reason) => put(true, reason)} rows={3} findings={findings.filter((f) => f.code === 'exclusion.reason')} /> : null}
    </div>
  )
}

export const Exclusions = ({ rules, draft, findings }: { rules: readonly Rule[]; draft: DraftUse; findings: readonly Finding[] }) =>
  rules.map((rule) => <One key={rule.id} rule={rule} draft={draft} findings={findings.filter((f) => f.at.field === `exclusion.${rule.id}`)} />)
