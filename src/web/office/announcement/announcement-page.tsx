/** `/office/c/:campaignId/announcement`: prepare the public notice, watch it run, give the honours. */
import { readAnnouncement } from '#contract/operations/announcement'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Answer } from '../../ui/answer'
import { useCampaign } from '../campaign-frame'
import { PrepareNotice } from './prepare-notice'
import { RunningNotice } from './running-notice'

export const AnnouncementPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const query = useRead(readAnnouncement, { params: { campaignId: campaign.id } })
  const { data } = query
  if (data && data.publicNotice === null && data.roundId !== null && data.provisional.length > 0) return <PrepareNotice key={data.roundId} campaign={campaign} announcement={data} roundId={data.roundId} />
  return (
    <PageFrame>
      <Answer query={query}>
        {(a) => (a.publicNotice ? <RunningNotice campaign={campaign} announcement={a} notice={a.publicNotice} />
          : <Empty title={t('office.notice.none')} action={<ButtonLink to={`/office/c/${campaign.id}/jury`} look="primary">{t('office.notice.toJury')}</ButtonLink>}>{t('office.notice.noneFact')}</Empty>)}
      </Answer>
    </PageFrame>
  )
}
