/** `/office/c/:campaignId/announcement`: prepare the public notice, watch it run, give the honours. */
import { readAnnouncement } from '#contract/operations/announcement'
import { readRelease } from '#contract/operations/release'
import { sayDay } from '#core/kernel/instant'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Note } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { Answer } from '../../ui/answer'
import { useCampaign } from '../campaign-frame'
import { PendingRelease, ScheduledNotice } from './pending-release'
import { PrepareNotice } from './prepare-notice'
import { RunningNotice } from './running-notice'

export const AnnouncementPage = () => {
  const t = useText()
  const words = useWords()
  const { campaign } = useCampaign()
  const query = useRead(readAnnouncement, { params: { campaignId: campaign.id } })
  const { data: release } = useRead(readRelease, { params: { campaignId: campaign.id } }, { look: 'campaign' })
  const { data } = query
  if (release?.pending) return <PendingRelease key={release.pending.releaseId} campaign={campaign} pending={release.pending} />
  if (release?.released?.scheduled) return <ScheduledNotice released={release.released} />
  if (data && release && data.publicNotice === null && data.roundId !== null && data.provisional.length > 0) return <PrepareNotice key={data.roundId} campaign={campaign} announcement={data} release={release} roundId={data.roundId} top={release.lapsed ? <Note kind="warn" title={t('release.lapsed', { from: words(sayDay(release.lapsed.startsOn)) })}><p>{t('release.lapsedFact')}</p></Note> : null} />
  return (
    <PageFrame>
      <Answer query={query}>
        {(a) => (a.publicNotice ? <RunningNotice campaign={campaign} announcement={a} notice={a.publicNotice} />
          : a.roundId !== null && a.provisional.length > 0 ? null
          : <Empty title={t('office.notice.none')} action={<ButtonLink to={`/office/c/${campaign.id}/jury`} look="primary">{t('office.notice.toJury')}</ButtonLink>}>{t('office.notice.noneFact')}</Empty>)}
      </Answer>
    </PageFrame>
  )
}
