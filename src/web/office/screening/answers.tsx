/** What the unit answered to the rules themselves: exclusions and declarations, each with its clause. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { useText, useWords } from '../../text/use-text'
import { ClauseRef } from '../../ui/clause-ref'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import type { Nomination } from './letter'

interface AnswersProps { nomination: Nomination; definition: ResolvedDefinition }

const Exclusion = ({ rule, nomination }: { rule: ResolvedRule<'exclusion'>; nomination: Nomination }) => {
  const t = useText()
  const words = useWords()
  const answer = nomination.answers.exclusions[rule.id]
  const state = answer === undefined ? <span className="muted">{t('office.desk.empty')}</span> : <State kind={answer.applies ? (rule.strength === 'block' ? 'block' : 'warn') : 'ok'}>{t(answer.applies ? 'office.desk.applies' : 'office.desk.appliesNot')}</State>
  return <li><span>{words(rule.who)} <ClauseRef clause={rule.rests} withSource />{answer?.applies && answer.reason ? <span className="muted"> {t('office.desk.reasonIs', { reason: answer.reason })}</span> : null}</span>{state}</li>
}

const Declaration = ({ rule, nomination }: { rule: ResolvedRule<'declaration'>; nomination: Nomination }) => {
  const t = useText()
  const words = useWords()
  const said = nomination.answers.declarations[rule.id] === true
  return <li><span>{words(rule.text)} <ClauseRef clause={rule.rests} withSource /></span><State kind={said ? 'ok' : 'none'}>{t(said ? 'office.desk.confirmed' : 'office.desk.notConfirmed')}</State></li>
}

export const Answers = ({ nomination, definition }: AnswersProps) => {
  const t = useText()
  const exclusions = rulesOf(definition, 'exclusion')
  const declarations = rulesOf(definition, 'declaration')
  if (exclusions.length + declarations.length === 0) return null
  return (
    <Section title={t('office.desk.answers')}>
      <ul className="rule-list">
        {exclusions.map((r) => <Exclusion key={r.id} rule={r} nomination={nomination} />)}
        {declarations.map((r) => <Declaration key={r.id} rule={r} nomination={nomination} />)}
      </ul>
    </Section>
  )
}
