/** The fields of what a level tightens and adds. */
import { nominationQuota, type ResolvedDefinition } from '#core/campaign/definition'
import { sayRule } from '#core/rules/kinds'
import { useText, useWords } from '../../text/use-text'
import { Section } from '../../ui/section'
import { TextArea, TextField } from '../../ui/text-fields'
import type { OwnRules } from './own-rules'

interface Props { of: ResolvedDefinition; value: OwnRules; onChange: (value: OwnRules) => void; title: string; note: string; /** The form changes what stands here, and not what a level above says. */ standing?: boolean }

/** 收紧与增加: a smaller quota, further requirements. */
export const OwnRulesFields = ({ of, value, onChange, title, note, standing }: Props) => {
  const t = useText()
  const words = useWords()
  const quota = nominationQuota(of)
  return (
    <Section title={title} note={note}>
      <div className="fields">
        {quota === undefined ? null : <TextField label={t(standing ? 'office.new.quotaMax' : 'office.forward.quota')} keyboard="numeric" value={value.quota} onChange={(text) => onChange({ ...value, quota: text })} hint={t(standing ? 'office.amend.quotaNow' : 'office.forward.quotaAbove', { rule: words(sayRule(quota)) })} />}
        <TextArea label={t(standing ? 'office.amend.duties' : 'office.forward.duties')} rows={3} value={value.duties} onChange={(duties) => onChange({ ...value, duties })} hint={t('office.forward.dutiesHint')} />
      </div>
    </Section>
  )
}
