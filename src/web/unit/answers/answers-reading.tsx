/** The unit's answers to read: exclusions, procedure, declarations. */
import { rulesOf } from '#core/campaign/definition'
import { asksOf, honoursAsked } from '#core/nomination/asks'
import { useText, useWords } from '../../text/use-text'
import { isAppraised } from '#core/rules/step-record'
import { Section } from '../../ui/section'
import { ReviewReading } from '../../ui/review-reading'
import { State } from '../../ui/state'
import { StepReading } from '../../ui/step-reading'
import type { NominationContext } from '../reading'

export const AnswersReading = ({ context: { nomination: { answers }, campaign: { definition } } }: { context: NominationContext }) => {
  const t = useText()
  const words = useWords()
  const none = <span className="muted">{t('unit.emptyValue')}</span>
  const honours = answers.honours['candidate']
  const applies = (id: string) => answers.exclusions[id]?.applies
  return (
    <>
      <Section title={t('unit.exclusions.title')}>
        <ul className="reading-list">
          {rulesOf(definition, 'exclusion').map((r) => (
            <li key={r.id}><span>{words(r.who)}</span><b>{applies(r.id) === undefined ? none : t(applies(r.id) ? 'unit.exclusions.yes' : 'unit.exclusions.no')}</b>{answers.exclusions[r.id]?.reason ? <p className="detail">{answers.exclusions[r.id]?.reason}</p> : null}</li>
          ))}
          {asksOf(definition, answers).map((a) => <li key={a.id}><span>{words(a.question)}</span><b>{a.type === 'yesNo' ? (answers.properties[a.id] === undefined ? none : t(answers.properties[a.id] ? 'unit.yes' : 'unit.no')) : answers.values[a.id] || none}</b></li>)}
          {honoursAsked(definition) === null ? null : <li><span>{t('unit.honours.title')}</span><b>{honours === undefined ? none : honours.map((h) => `${h.name} ${h.year}`).join(t('unit.listComma')) || t('unit.honours.none')}</b></li>}
        </ul>
      </Section>
      <Section title={t('unit.procedure.title')}>
        {rulesOf(definition, 'procedureStep').filter((r) => !isAppraised(r)).map((r) => <div className="reading-long" key={r.id}><h3>{words(r.name)}</h3><StepReading rule={r} done={answers.steps[r.id]} /></div>)}
      </Section>
      <Section title={t('unit.declarations.clerk')}>
        <ul className="reading-list">
          {rulesOf(definition, 'declaration').filter((r) => r.by === 'clerk').map((r) => <li key={r.id}><span>{words(r.text)}</span><State kind={answers.declarations[r.id] === true ? 'ok' : 'none'}>{t(answers.declarations[r.id] === true ? 'unit.declarations.yes' : 'unit.declarations.not')}</State></li>)}
          {rulesOf(definition, 'declaration').filter((r) => r.secrecyReview === true).map((r) => <li key={r.id}><span>{t('secrecy.review.title')}</span><ReviewReading review={answers.reviews[r.id]} /></li>)}
        </ul>
      </Section>
    </>
  )
}
