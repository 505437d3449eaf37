/** The form to read: by section, every field with its value, long texts as texts. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import type { FieldValue } from '#core/nomination/form'
import { useText, useWords } from '../../text/use-text'
import { KeyValue } from '../../ui/key-value'
import { Section } from '../../ui/section'
import type { NominationContext } from '../reading'
import { sections } from './sections'

const useValue = (definition: ResolvedDefinition) => {
  const words = useWords()
  return (rule: ResolvedRule<'formField'>, value: FieldValue | undefined): string => {
    if (typeof value !== 'string') return ''
    if (rule.type === 'choice') return words(rule.choices?.find((c) => c.value === value) ?? { zh: value, en: value })
    if (rule.type === 'category') return words(rulesOf(definition, 'category').find((c) => c.value === value)?.name ?? { zh: value, en: value })
    return value
  }
}

export const FormReading = ({ context: { nomination: n, campaign } }: { context: NominationContext }) => {
  const t = useText()
  const words = useWords()
  const value = useValue(campaign.definition)
  const rules = rulesOf(campaign.definition, 'formField')
  const none = <span className="muted">{t('unit.emptyValue')}</span>
  return (
    <>
      {sections.map((section) => {
        const own = rules.filter((r) => r.section === section)
        const short = own.filter((r) => r.type !== 'longText' && r.type !== 'entries')
        return own.length === 0 ? null : (
          <Section key={section} title={t(`unit.section.${section}`)}>
            <KeyValue two nameWidth={96} pairs={short.map((r) => ({ name: words(r.label), value: value(r, n.fields[r.field]) || none }))} />
            {own.filter((r) => !short.includes(r)).map((r) => {
              const v = n.fields[r.field]
              return (
                <div className="reading-long" key={r.field}>
                  <h3>{words(r.label)}</h3>
                  {Array.isArray(v) && v.length > 0 ? <ul className="reading-entries">{v.map((e, i) => <li key={i}><span className="muted">{e.from}—{e.to || t('unit.entry.now')}</span>{e.what}</li>)}</ul> : typeof v === 'string' && v !== '' ? <p className="deed">{v}</p> : none}
                </div>
              )
            })}
          </Section>
        )
      })}
    </>
  )
}
