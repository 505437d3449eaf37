/** 承诺: what no machine can check and a person therefore confirms, one by one. */
import type { ResolvedRule } from '#core/campaign/definition'
import type { Answers } from '#core/nomination/form'
import { useWords } from '../../text/use-text'
import { CheckField } from '../../ui/choice-fields'
import { ClauseRef } from '../../ui/clause-ref'
import { answerPatch, type Patch } from '../form/patch'
import { ReviewReading } from '../../ui/review-reading'

interface DeclarationsProps { rules: readonly ResolvedRule<'declaration'>[]; given: Readonly<Record<string, boolean>>; change: (patch: Patch) => void; disabled?: boolean; /** Shown beside what rests on one, where they were written down elsewhere. */ reviews?: Answers['reviews'] }

export const Declarations = ({ rules, given, change, disabled, reviews }: DeclarationsProps) => {
  const words = useWords()
  return (
    <ul className="declarations">
      {rules.map((rule) => (
        <li key={rule.id} id={`declaration-${rule.id}`}>
          <CheckField label={words(rule.text)} checked={given[rule.id] === true} disabled={disabled ?? false} onChange={(yes) => change(answerPatch('declarations', rule.id, yes))} />
          <ClauseRef clause={rule.rests} withSource />
          {rule.secrecyReview === true && reviews !== undefined ? <ReviewReading review={reviews[rule.id]} /> : null}
        </li>
      ))}
    </ul>
  )
}
