/** What came of a nomination in the selection, with the letter about it, once it was released. For the unit and the person. */
import { readOwnOutcome } from '#contract/operations/release'
import { useRead } from '../api/use-operation'
import { useLanguage, useText } from '../text/use-text'
import { OutcomeState } from '../ui/release/release-content'
import { sayAt } from '../ui/say-time'
import { Section } from '../ui/section'

/** Nothing before there is one. */
export const OwnOutcome = ({ nominationId }: { nominationId: string }) => {
  const t = useText()
  const language = useLanguage()
  const outcome = useRead(readOwnOutcome, { params: { nominationId } }).data?.outcome ?? null
  if (outcome === null) return null
  return (
    <Section title={t('release.own')} note={t('release.ownNote', { at: sayAt(outcome.releasedAt, language) })}>
      <p><OutcomeState outcome={outcome.outcome} /></p>
      {outcome.letter === null ? null : <details className="gap own-letter"><summary>{outcome.letter.subject}</summary><pre className="outcome-letter" tabIndex={0} aria-label={t('release.ownLetter')}>{outcome.letter.text}</pre></details>}
    </Section>
  )
}
