import type { storyProof } from '#contract/operations/stories'
import type { AnswerOf } from '#contract/operation'
import type { ClearanceState } from '#core/publicity/story/clearance'
import { useText } from '../../text/use-text'
import './stories.css'
import { State, type StateKind } from '../state'

export type Proof = NonNullable<AnswerOf<typeof storyProof>['proof']>
export const kindOfState: Readonly<Record<ClearanceState, StateKind>> = { due: 'none', given: 'ok', refused: 'block', outdated: 'warn' }

/** What the person and the unit have said. */
export const StoryStates = ({ proof }: { proof: Proof }) => {
  const t = useText()
  return (
    <div className="story-words">
      {(['person', 'secrecy'] as const).map((k) => <div key={k}><span>{t(`stories.kind.${k}`)}</span><State kind={kindOfState[proof.clearances[k]]}>{t(`stories.state.${proof.clearances[k]}`)}</State></div>)}
      <div><span>{t('stories.consent')}</span><State kind={proof.consent === null ? 'none' : proof.consent.given ? 'ok' : 'block'}>{t(proof.consent === null ? 'stories.consent.due' : proof.consent.given ? 'stories.consent.yes' : 'stories.consent.no')}</State></div>
    </div>
  )
}
