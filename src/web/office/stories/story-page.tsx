/** `/office/c/:campaignId/stories/:nominationId`: the text at the left, what stands between it and its publication at the right. */
import { useState } from 'react'
import { useParams } from 'react-router'
import { readStory } from '#contract/operations/stories'
import { lengthOf } from '#core/publicity/story/document'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FindingCard, Findings } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { StoryReading } from '../../ui/stories/story-reading'
import { useCampaign } from '../campaign-frame'
import { InterviewsOfStory } from '../interviews/of-story'
import { BlocksEditor } from './blocks-editor'
import { MediaSection } from './media-section'
import { PublishActs } from './publish-acts'
import { StoryWords } from './story-words'
import { TitleFields } from './title-fields'
import { useDraft, type Story } from './use-story'

const Writing = ({ nominationId, story }: { nominationId: string; story: Story }) => {
  const t = useText()
  const { campaign } = useCampaign()
  const { document, change, error, state } = useDraft(nominationId, story)
  const [seeing, setSeeing] = useState(false)
  const findings = asFindings(story.findings)
  const bar = (
    <ActionBar say={<>{t(state === 'saved' ? (story.savedAt === null ? 'stories.begin' : 'stories.words') : state === 'saving' ? 'stories.saving' : 'stories.unsaved', { n: lengthOf(document) })}</>}>
      {story.savedAt === null ? null : <ButtonLink to={`/office/c/${campaign.id}/stories/${nominationId}/posters`}>{t('posters.nav')}</ButtonLink>}
      {story.publication.publishedAt === null ? null : <ButtonLink to={`/office/c/${campaign.id}/stories/${nominationId}/press-kits`}>{t('pressKits.nav')}</ButtonLink>}
      <Button onClick={() => setSeeing(true)}>{t('stories.preview')}</Button>
      <PublishActs nominationId={nominationId} story={story} idle={state === 'saved'} />
    </ActionBar>
  )
  return (
    <PageFrame bar={bar} sideWidth={380} sideLabel={t('stories.standing')} side={<>
      <StoryWords nominationId={nominationId} story={story} idle={state === 'saved'} />
      <InterviewsOfStory campaignId={campaign.id} nominationId={nominationId} />
      <Section title={t('stories.open')}>{findings.length === 0 ? <p><State kind="ok">{t('stories.fine')}</State></p> : <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings>}</Section>
    </>}>
      <p className="detail"><ButtonLink look="quiet" size="small" to={`/office/c/${campaign.id}/stories`}>← {t('stories.back')}</ButtonLink></p>
      <Refused error={error} />
      <TitleFields nominationId={nominationId} name={`${story.name} · ${story.employer}`} document={document} change={change} media={story.media} />
      <BlocksEditor nominationId={nominationId} blocks={document.blocks} onChange={(blocks) => change({ blocks })} media={story.media} />
      <MediaSection nominationId={nominationId} story={story} shown={document} />
      <Dialog open={seeing} wide onClose={() => setSeeing(false)} title={t('stories.preview')} actions={<Button onClick={() => setSeeing(false)}>{t('common.dialog.close')}</Button>}>
        <p className="detail muted">{t('stories.previewNote')}</p>
        <StoryReading nominationId={nominationId} name={story.name} document={document} media={story.media} />
      </Dialog>
    </PageFrame>
  )
}

export const StoryPage = () => {
  const { nominationId = '' } = useParams()
  const query = useRead(readStory, { params: { nominationId } })
  return query.data === undefined ? <PageFrame><Answer query={query}>{() => null}</Answer></PageFrame> : <Writing key={nominationId} nominationId={nominationId} story={query.data} />
}
