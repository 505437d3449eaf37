/** 保密审查: who reviewed the dossier for secrets before it goes; the approver's declaration rests on it. */
import type { ResolvedRule } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { neverOnline } from '#core/secrecy/say'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { ClauseRef } from '../../ui/clause-ref'
import { FieldFinding, FieldRow } from '../../ui/field'
import { Section } from '../../ui/section'
import { DayField, TextField } from '../../ui/text-fields'
import { answerPatch } from '../form/patch'
import type { DraftUse } from '../form/use-draft'

type Rule = ResolvedRule<'declaration'>
interface ReviewsProps { rules: readonly Rule[]; draft: DraftUse; findings: readonly Finding[] }
const nothing = { name: '', post: '', day: '' }

const OneReview = ({ rule, draft, findings }: { rule: Rule; draft: DraftUse; findings: readonly Finding[] }) => {
  const t = useText()
  const words = useWords()
  const today = dayOf(useSession().now())
  const given = draft.answers.reviews[rule.id] ?? nothing
  const put = (part: Partial<typeof nothing>) => draft.draft.change(answerPatch('reviews', rule.id, { ...given, ...part }))
  const begun = Object.values(given).some((v) => v !== '')
  return (
    <div id={`review-${rule.id}`} className="stack">
      <p className="detail muted">{words(rule.text)} <ClauseRef clause={rule.rests} withSource /></p>
      <FieldRow>
        <TextField label={t('secrecy.review.name')} required value={given.name} onChange={(name) => put({ name })} />
        <TextField label={t('secrecy.review.post')} required value={given.post} onChange={(post) => put({ post })} />
        <DayField label={t('secrecy.review.day')} required value={given.day} to={today} onChange={(day) => put({ day })} />
      </FieldRow>
      {begun && findings.length > 0 ? <div className="field-findings" aria-live="polite">{findings.map((f) => <FieldFinding key={f.code} finding={f} />)}</div> : null}
    </div>
  )
}

export const Reviews = ({ rules, draft, findings }: ReviewsProps) => {
  const t = useText()
  const words = useWords()
  if (rules.length === 0) return null
  return (
    <Section title={t('secrecy.review.title')} note={t('secrecy.review.note')}>
      {rules.map((rule) => <OneReview key={rule.id} rule={rule} draft={draft} findings={findings.filter((f) => f.at.field === `review.${rule.id}`)} />)}
      <p className="detail muted gap">{words(neverOnline)}</p>
    </Section>
  )
}
