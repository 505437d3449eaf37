/** Definitions to start from: whose, of which year, what each states and what it leaves open. */
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Section } from '../../ui/section'
import { RulesInSentences } from '../rules-in-sentences'
import type { Template } from './plan-draft'

const TemplateRow = ({ template, onChoose }: { template: Template; onChoose: () => void }) => {
  const t = useText()
  const words = useWords()
  const { definition } = template
  return (
    <li className="template">
      <div className="template-head">
        <div>
          <h3>{words(template.name)}</h3>
          <p className="detail muted">{t('office.new.issued', { issuer: words(template.issuer), year: template.year })}<i className="dot" />{t('office.new.states', { n: definition.rules.length, m: definition.open.length })}</p>
        </div>
        <Button onClick={onChoose} aria-label={`${t('office.new.use')}: ${words(template.name)}`}>{t('office.new.use')}</Button>
      </div>
      <details className="rule-group"><summary>{t('office.new.seeRules')}</summary><RulesInSentences definition={definition} /></details>
    </li>
  )
}

export const TemplateChoice = ({ templates, onChoose }: { templates: readonly Template[]; onChoose: (template: Template) => void }) => {
  const t = useText()
  if (templates.length === 0) return <Empty title={t('office.new.templatesNone')}>{t('office.new.templatesNoneFact')}</Empty>
  return (
    <Section title={t('office.new.templates')}>
      <ul>{templates.map((template) => <TemplateRow key={template.id} template={template} onChoose={() => onChoose(template)} />)}</ul>
    </Section>
  )
}
