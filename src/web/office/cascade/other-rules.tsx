/** Any other rule that a level says anew or adds: chosen by its sentence or its kind, its fields made from the kind's own schema. */
import { nominationQuota, type ResolvedDefinition } from '#core/campaign/definition'
import { adoptRule } from '#core/campaign/overlay'
import { dayOf } from '#core/kernel/instant'
import type { RawRule } from '#core/notice/draft/draft-definition'
import { ruleKindsTable, sayRule } from '#core/rules/kinds'
import type { RuleKind, StatedRule } from '#core/rules/rule'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import '../notice/notice.css'
import { RuleEditor } from '../notice/rule-editor'
import { blankRule, kindsToAdd, readable } from '../notice/wizard'

interface Props { of: ResolvedDefinition; value: readonly RawRule[]; onChange: (value: readonly RawRule[]) => void; /** The form changes what stands here, and not what a level above says. */ standing: boolean }

/** Long sentences are cut in a list; the whole one stands above the fields. */
const IN_LIST = 48

export const OtherRules = ({ of, value, onChange, standing }: Props) => {
  const t = useText()
  const words = useWords()
  const date = dayOf(useSession().now())
  const basis = { kind: 'office decision' as const, date, reason: { zh: t('office.own.basis'), en: t('office.own.basis') } }
  const quota = nominationQuota(of)
  // Deadline, stages and the quota have fields of their own in the form.
  const others = of.rules.filter((r) => r.kind !== 'deadline' && r.kind !== 'stage' && r.id !== quota?.id && !value.some((v) => v.id === r.id))
  const titleOf = (rule: RawRule): string => {
    const whole = readable(rule)
    return whole === null ? words(ruleKindsTable[rule.kind].name) : words(sayRule(whole))
  }
  const listed = (rule: StatedRule): string => {
    const said = [...`${words(ruleKindsTable[rule.kind].name)} · ${words(sayRule(rule))}`]
    return said.length > IN_LIST ? `${said.slice(0, IN_LIST).join('')}…` : said.join('')
  }
  const take = (id: string) => {
    const rule = of.rules.find((r) => r.id === id)
    if (rule !== undefined) onChange([...value, adoptRule(rule, basis) as unknown as RawRule])
  }
  const taken = new Set([...of.rules, ...of.open, ...value].map((r) => r.id))
  return (
    <>
      {value.map((rule) => (
        <fieldset key={rule.id} className="own-rule">
          <legend className="field-label">{titleOf(rule)}</legend>
          <RuleEditor rule={rule} onChange={(changed) => onChange(value.map((v) => (v.id === rule.id ? changed : v)))} />
          <Button size="small" look="quiet" aria-label={`${t('office.own.leave')}: ${titleOf(rule)}`} onClick={() => onChange(value.filter((v) => v.id !== rule.id))}>{t('office.own.leave')}</Button>
        </fieldset>
      ))}
      <FieldRow>
        <SelectField label={t(standing ? 'office.own.change' : 'office.own.tighten')} value="" onChange={take} options={others.map((r) => ({ value: r.id, label: listed(r) }))} />
        <SelectField label={t('office.own.add')} value="" onChange={(kind) => { if (kind !== '') onChange([...value, blankRule(taken, kind as RuleKind, date)]) }} options={kindsToAdd.map((k) => ({ value: k, label: words(ruleKindsTable[k].name) }))} />
      </FieldRow>
    </>
  )
}
