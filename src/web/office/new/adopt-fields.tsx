/** What is still open beside quota, round and public notice: taken over from a definition that states it, as the office's decision. */
import { ruleKindsTable, sayRule } from '#core/rules/kinds'
import type { NotStated } from '#core/rules/rule'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { SelectField } from '../../ui/choice-fields'
import { Section } from '../../ui/section'
import { DecisionFields, type PartProps } from './form-parts'
import { needsOf, type Template } from './plan-draft'
import { statedElsewhere } from './plan-rules'

interface AdoptProps extends PartProps { template: Template; templates: readonly Template[] }

const One = ({ open, templates, ...part }: Omit<AdoptProps, 'template'> & { open: NotStated }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const offers = statedElsewhere(templates, open.id, open.kind)
  const chosen = offers.find(({ from }) => from.id === part.draft.adopted[open.id])
  const named = offers.find(({ rule }) => 'name' in rule)?.rule
  const label = `${words(ruleKindsTable[open.kind].name)}${language === 'zh' ? '　' : ' '}${named && 'name' in named ? words(named.name) : open.id}`
  if (offers.length === 0) return <div className="decision"><h3>{label}</h3><p className="detail muted">{t('office.new.adoptNobody')}</p></div>
  return (
    <div className="decision">
      <SelectField label={`${label}${t('common.comma')}${t('office.new.adoptFrom')}`} required value={part.draft.adopted[open.id] ?? ''} onChange={(id) => part.change({ adopted: { ...part.draft.adopted, [open.id]: id } })}
        options={offers.map(({ from }) => ({ value: from.id, label: words(from.name) }))} hint={chosen ? words(sayRule(chosen.rule)) : undefined} />
      {chosen ? <details><summary className="detail muted">{t('office.new.grounds')}</summary><DecisionFields id={open.id} {...part} /></details> : null}
    </div>
  )
}

export const AdoptFields = ({ template, templates, ...part }: AdoptProps) => {
  const t = useText()
  const words = useWords()
  const { toAdopt } = needsOf(template)
  if (toAdopt.length === 0) return null
  const takeAll = (from: string) => part.change({ adopted: {
    ...part.draft.adopted, ...Object.fromEntries(toAdopt.filter(({ id, kind }) => statedElsewhere(templates, id, kind).some((s) => s.from.id === from)).map(({ id }) => [id, from])),
  } })
  const sources = templates.filter((s) => toAdopt.some(({ id, kind }) => s.definition.rules.some((r) => r.id === id && r.kind === kind)))
  return (
    <Section title={t('office.new.adopt', { n: toAdopt.length })} note={t('office.new.adoptNote')}>
      {sources.length > 0 ? <SelectField label={t('office.new.adoptAll')} value="" onChange={takeAll} options={sources.map((s) => ({ value: s.id, label: words(s.name) }))} /> : null}
      {toAdopt.map((open) => <One key={open.id} open={open} templates={templates} {...part} />)}
    </Section>
  )
}
