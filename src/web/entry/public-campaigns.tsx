/** What anyone may read: the public campaigns and where each stands, and the way to all of them. Their pages are the server's own, so a link leaves the app. */
import type { AnswerOf } from '#contract/operation'
import { listPublicCampaigns } from '#contract/operations/campaigns'
import { sayStage, stageNames } from '#core/announcement/public-stage'
import { useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Answer } from '../ui/answer'
import { Section } from '../ui/section'

type Campaign = AnswerOf<typeof listPublicCampaigns>['campaigns'][number]

/** How many stand on the first page; the rest are a link away. */
const SHOWN = 5

export const PublicLink = () => {
  const t = useText()
  const language = useLanguage()
  return <a className="link" href={language === 'en' ? '/p/en' : '/p'}>{t('entry.public.all')}</a>
}

const Row = ({ campaign: c }: { campaign: Campaign }) => {
  const words = useWords()
  const language = useLanguage()
  return (
    <li>
      <a href={language === 'en' ? c.path.replace('/p/', '/p/en/') : c.path}><b>{words(c.award)}</b><span>{c.year}</span></a>
      <p><b>{words(stageNames[c.stage.kind])}</b>{words(sayStage(c.stage))}</p>
    </li>
  )
}

export const PublicCampaigns = () => {
  const t = useText()
  const campaigns = useRead(listPublicCampaigns, { params: {} })
  return (
    <div className="public-part">
      <Section title={t('entry.public.title')} note={t('entry.public.note')} action={<PublicLink />}>
        <Answer query={campaigns} lines={3}>
          {({ campaigns: all }) => (all.length === 0 ? <p className="detail muted">{t('entry.public.none')}</p> : (
            <ul className="public-campaigns">{all.slice(0, SHOWN).map((c) => <Row key={c.path} campaign={c} />)}</ul>
          ))}
        </Answer>
      </Section>
    </div>
  )
}
