/** What the unit answered to the rules themselves: exclusions, questions, honours and declarations, each with its clause. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { asksOf, honoursAsked, type Asked } from '#core/nomination/asks'
import { honourLevels, levelNames } from '#core/rules/honour-match'
import { useText, useWords } from '../../text/use-text'
import { ClauseRef } from '../../ui/clause-ref'
import { Section } from '../../ui/section'
import { ReviewReading } from '../../ui/review-reading'
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
  return <li><span>{words(rule.text)} <ClauseRef clause={rule.rests} withSource />{rule.secrecyReview === true ? <ReviewReading review={nomination.answers.reviews[rule.id]} /> : null}</span><State kind={said ? 'ok' : 'none'}>{t(said ? 'office.desk.confirmed' : 'office.desk.notConfirmed')}</State></li>
}

const Question = ({ ask, nomination: { answers } }: { ask: Asked; nomination: Nomination }) => {
  const t = useText()
  const words = useWords()
  const [yes, value] = [answers.properties[ask.id], answers.values[ask.id] ?? '']
  const said = ask.type === 'yesNo' ? (yes === undefined ? '' : t(yes ? 'office.desk.yes' : 'office.desk.no')) : value
  return <li><span>{words(ask.question)} <ClauseRef clause={ask.rests} withSource /></span>{said === '' ? <span className="muted">{t('office.desk.empty')}</span> : <b>{said}</b>}</li>
}

const Honours = ({ rests, nomination }: { rests: Asked['rests']; nomination: Nomination }) => {
  const t = useText()
  const words = useWords()
  const own = nomination.answers.honours['candidate']
  const list = own?.map((h) => `${h.name} ${h.year}${levelOf(h.level) === undefined ? '' : ` ${words(levelNames[levelOf(h.level)!])}`}${h.as === undefined || h.as === 'winner' ? '' : ` ${t(`office.desk.honour.${h.as}`)}`}`)
  return <li><span>{t('office.desk.honours')} <ClauseRef clause={rests} withSource /></span>{list === undefined ? <span className="muted">{t('office.desk.empty')}</span> : <b>{list.join(t('common.comma')) || t('office.desk.honoursNone')}</b>}</li>
}
const levelOf = (level: string | undefined) => honourLevels.find((l) => l === level)

export const Answers = ({ nomination, definition }: AnswersProps) => {
  const t = useText()
  const exclusions = rulesOf(definition, 'exclusion')
  const declarations = rulesOf(definition, 'declaration')
  const [asks, honours] = [asksOf(definition, nomination.answers), honoursAsked(definition)]
  if (exclusions.length + declarations.length + asks.length === 0 && honours === null) return null
  return (
    <Section title={t('office.desk.answers')}>
      <ul className="rule-list">
        {exclusions.map((r) => <Exclusion key={r.id} rule={r} nomination={nomination} />)}
        {asks.map((a) => <Question key={a.id} ask={a} nomination={nomination} />)}
        {honours === null ? null : <Honours rests={honours.rests} nomination={nomination} />}
        {declarations.map((r) => <Declaration key={r.id} rule={r} nomination={nomination} />)}
      </ul>
    </Section>
  )
}
