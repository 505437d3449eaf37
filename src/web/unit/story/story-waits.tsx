/** That a story waits for a word, where unit and person look first. Nothing before there is one. */
import { storyProof } from '#contract/operations/stories'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { Section } from '../../ui/section'
import { StoryStates } from '../../ui/stories/story-states'

/** @param base where this reader's pages of the nomination begin */
export const StoryWaits = ({ nominationId, base }: { nominationId: string; base: string }) => {
  const t = useText()
  const proof = useRead(storyProof, { params: { nominationId } }).data?.proof ?? null
  if (proof === null) return null
  return (
    <Section title={t('stories.answer.title')} action={<ButtonLink to={`${base}/story`} look={proof.clearances.person === 'given' ? 'default' : 'primary'}>{t('stories.go')}<span className="hidden-text">：{t('stories.answer.nav')}</span></ButtonLink>}>
      <StoryStates proof={proof} />
    </Section>
  )
}
