/** 承诺: what no machine can check and a person therefore confirms, one by one. */
import type { ResolvedRule } from '#core/campaign/definition'
import { useWords } from '../../text/use-text'
import { CheckField } from '../../ui/choice-fields'
import { ClauseRef } from '../../ui/clause-ref'
import { answerPatch, type Patch } from '../form/patch'

interface DeclarationsProps { rules: readonly ResolvedRule<'declaration'>[]; given: Readonly<Record<string, boolean>>; change: (patch: Patch) => void; disabled?: boolean }

export const Declarations = ({ rules, given, change, disabled }: DeclarationsProps) => {
  const words = useWords()
  return (
    <ul className="declarations">
      {rules.map((rule) => (
        <li key={rule.id} id={`declaration-${rule.id}`}>
          <CheckField label={words(rule.text)} checked={given[rule.id] === true} disabled={disabled ?? false} onChange={(yes) => change(answerPatch('declarations', rule.id, yes))} />
          <ClauseRef clause={rule.rests} withSource />
        </li>
      ))}
    </ul>
  )
}
