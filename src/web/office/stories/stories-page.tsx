/** `/office/c/:campaignId/stories`: everybody on the list, and how far each story is. */
import { listStories } from '#contract/operations/stories'
import type { AnswerOf } from '#contract/operation'
import { clearanceKinds } from '#core/publicity/story/clearance'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'
import { Table } from '../../ui/table'
import { useCampaign } from '../campaign-frame'
import { kindOfState } from '../../ui/stories/story-states'
import { usePublicWords } from './words'

type Person = AnswerOf<typeof listStories>['people'][number]

const Words = ({ story }: { story: NonNullable<Person['story']> }) => {
  const t = useText()
  return (
    <span className="row-of">
      {clearanceKinds.map((k) => <Chip key={k} kind={kindOfState[story.clearances[k]]}>{t(`stories.kind.${k}`)}<span className="hidden-text">：{t(`stories.state.${story.clearances[k]}`)}</span></Chip>)}
      <Chip kind={story.consent === null ? 'none' : story.consent ? 'ok' : 'block'}>{t('stories.consent')}<span className="hidden-text">：{t(story.consent === null ? 'stories.consent.due' : story.consent ? 'stories.consent.yes' : 'stories.consent.no')}</span></Chip>
    </span>
  )
}

export const StoriesPage = () => {
  const t = useText()
  const language = useLanguage()
  const { campaign } = useCampaign()
  const say = usePublicWords()
  const query = useRead(listStories, { params: { campaignId: campaign.id } })
  return (
    <PageFrame>
      <Section title={t('stories.title')} note={t('stories.note')} action={<ButtonLink to={`/office/c/${campaign.id}/posters`}>{t('posters.all')}</ButtonLink>}>
        <Answer query={query}>{({ people }) => (
          <Table caption={t('stories.caption')} captionHidden rows={people} keyOf={(p) => p.nominationId} empty={<Empty title={t('stories.none')}>{t('stories.noneFact')}</Empty>} columns={[
            { key: 'person', head: t('stories.person'), names: true, cell: (p) => <>{p.name}<br /><span className="detail muted">{p.employer}</span></> },
            { key: 'text', head: t('stories.text'), cell: ({ story: s }) => (s === null ? <span className="muted">{t('stories.notBegun')}</span> : <>{s.title || <span className="muted">{t('stories.untitled')}</span>}<br /><span className="detail muted">{t('stories.lines', { n: s.characters, at: sayAt(s.savedAt, language), by: s.savedBy })}</span></>) },
            { key: 'cleared', head: t('stories.cleared'), cell: ({ story: s }) => (s === null ? null : <Words story={s} />) },
            { key: 'published', head: t('stories.published'), cell: ({ story: s }) => (s === null ? null : say(s.publication)) },
            { key: 'go', head: '', phone: 'bare', cell: (p) => <ButtonLink size="small" to={`/office/c/${campaign.id}/stories/${p.nominationId}`}>{t(p.story === null ? 'stories.write' : 'stories.go')}<span className="hidden-text">：{t('stories.goOf', { name: p.name })}</span></ButtonLink> },
          ]} />
        )}</Answer>
      </Section>
    </PageFrame>
  )
}
