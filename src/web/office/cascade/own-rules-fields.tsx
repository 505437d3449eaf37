/** The fields of what a level tightens and adds. */
import { nominationQuota, type ResolvedDefinition } from '#core/campaign/definition'
import { sayRule } from '#core/rules/kinds'
import { useText, useWords } from '../../text/use-text'
import { Section } from '../../ui/section'
import { TextArea, TextField } from '../../ui/text-fields'
import { OtherRules } from './other-rules'
import type { OwnRules } from './own-rules'

interface Props { of: ResolvedDefinition; /** What stands already of a form that is opened again. */ drafted?: ResolvedDefinition; value: OwnRules; onChange: (value: OwnRules) => void; title: string; note: string; /** The form changes what stands here, and not what a level above says. */ standing?: boolean }

/** 收紧与增加: a smaller quota, further requirements. */
export const OwnRulesFields = ({ of, drafted = of, value, onChange, title, note, standing = false }: Props) => {
  const t = useText()
  const words = useWords()
  const quota = nominationQuota(of)
  return (
    <Section title={title} note={note}>
      <div className="fields">
        {quota === undefined ? null : <TextField label={t(standing ? 'office.new.quotaMax' : 'office.forward.quota')} keyboard="numeric" value={value.quota} onChange={(text) => onChange({ ...value, quota: text })} hint={t(standing ? 'office.amend.quotaNow' : 'office.forward.quotaAbove', { rule: words(sayRule(quota)) })} />}
        <TextArea label={t(standing ? 'office.amend.duties' : 'office.forward.duties')} rows={3} value={value.duties} onChange={(duties) => onChange({ ...value, duties })} hint={t('office.forward.dutiesHint')} />
        <OtherRules of={drafted} value={value.others} onChange={(others) => onChange({ ...value, others })} standing={standing} />
      </div>
    </Section>
  )
}
