/** What a candidate answered to each consent, in one line each. */
import type { AnswerOf } from '#contract/operation'
import type { readNomination } from '#contract/operations/nominations'
import { consentKinds, consentTexts } from '#core/nomination/candidate-part'
import { useText, useWords } from '../text/use-text'
import { State } from './state'

type Part = NonNullable<AnswerOf<typeof readNomination>['part']>

export const ConsentLines = ({ part }: { part: Part }) => {
  const words = useWords()
  const t = useText()
  return (
    <ul className="consent-lines">
      {consentKinds.map((kind) => {
        const one = part.consents[kind]
        return <li key={kind}><State kind={one === undefined ? 'none' : one.given ? 'ok' : kind === 'publicity' ? 'warn' : 'block'}>{words(consentTexts[kind].title)}：{t(one === undefined ? 'candidate.notAnswered' : one.given ? 'candidate.yes' : 'candidate.no')}</State></li>
      })}
    </ul>
  )
}
