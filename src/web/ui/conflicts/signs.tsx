/** What met what, in words a secretary can check. */
import type { AnswerOf } from '#contract/operation'
import type { readConflicts } from '#contract/operations/conflicts'
import { candidatePlaceNames, certaintyNames, jurorPlaceNames, signNames } from '#core/review/conflicts/say'
import { useText, useWords } from '../../text/use-text'
import { Chip } from '../state'

export type Conflicts = AnswerOf<typeof readConflicts>
export type PairOf = Conflicts['pairs'][number]
const kinds = { certain: 'block', likely: 'warn', ask: 'info' } as const

export const Signs = ({ pair }: { pair: PairOf }) => {
  const t = useText()
  const words = useWords()
  return (
    <ul className="signs">
      {pair.signs.map((s, i) => (
        <li key={i}>
          <span className="row-of"><b>{words(signNames[s.kind])}</b><Chip kind={kinds[s.certainty]}>{words(certaintyNames[s.certainty])}</Chip>{s.asked ? <span className="small muted">{t('conflicts.asked')}</span> : null}</span>
          <span className="met">{t('conflicts.met', { juror: words(jurorPlaceNames[s.juror.at]), a: s.juror.words, place: s.candidate.label || words(candidatePlaceNames[s.candidate.at] ?? { zh: s.candidate.at, en: s.candidate.at }), b: s.candidate.words })}</span>
        </li>
      ))}
    </ul>
  )
}
