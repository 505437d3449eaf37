/** `/supervisor/c/:campaignId`: the record of a campaign: verified or not, the timeline of its ledger, its rounds, and how to check it without this installation. */
import { Link, useParams } from 'react-router'
import { readCampaign } from '#contract/operations/campaigns'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { useRead } from '../api/use-operation'
import { CampaignBand } from '../ui/campaign-band'
import { Answer } from '../ui/answer'
import { useSession } from '../api/session'
import { useText } from '../text/use-text'
import { FilePasses } from '../ui/privacy/file-passes'
import { PassList } from '../ui/privacy/pass-list'
import { PageFrame } from '../ui/page-frame'
import { ApartList } from './apart-list'
import { MyRights } from './my-rights'
import { OfflineCheck } from './offline-check'
import { OwnWork } from './own-work'
import { RoundsList } from './rounds-list'
import './supervisor.css'
import { Timeline } from './timeline'
import { useLedger } from './use-ledger'
import { Verify } from './verify'

const Record = ({ campaignId, definition }: { campaignId: string; definition: ResolvedDefinition }) => {
  const t = useText()
  const { role } = useSession()
  const ledger = useLedger(campaignId)
  const side = <>{role === 'supervisor' ? <OwnWork campaignId={campaignId} /> : null}{role === 'supervisor' ? <p><Link className="link" to={`/supervisor/c/${campaignId}/figures`}>{t('data.nav')}</Link><i className="dot" aria-hidden="true" /><Link className="link" to={`/supervisor/c/${campaignId}/final-report`}>{t('finalReport.nav')}</Link><i className="dot" aria-hidden="true" /><Link className="link" to={`/supervisor/c/${campaignId}/activities`}>{t('activities.nav')}</Link><i className="dot" aria-hidden="true" /><Link className="link" to="/supervisor/situations">{t('situations.nav')}</Link><i className="dot" aria-hidden="true" /><Link className="link" to={`/supervisor/c/${campaignId}/interviews`}>{t('interviews.nav')}</Link><i className="dot" aria-hidden="true" /><Link className="link" to={`/supervisor/c/${campaignId}/consultations`}>{t('consult.nav')}</Link><i className="dot" aria-hidden="true" /><Link className="link" to={`/supervisor/c/${campaignId}/release`}>{t('release.nav')}</Link><i className="dot" aria-hidden="true" /><Link className="link" to={`/supervisor/c/${campaignId}/objections`}>{t('objections.nav')}</Link><i className="dot" aria-hidden="true" /><Link className="link" to={`/supervisor/c/${campaignId}/conflicts`}>{t('conflicts.nav')}</Link></p> : null}<RoundsList campaignId={campaignId} /><OfflineCheck head={ledger.headHash} />{role === 'supervisor' ? <MyRights /> : null}</>
  return (
    <PageFrame top={<Verify campaignId={campaignId} length={ledger.length} />} side={side} sideLabel={t('supervisor.side')}>
      {role === 'jurySecretary' ? null : <ApartList campaignId={campaignId} definition={definition} />}
      {role === 'jurySecretary' ? null : <><PassList campaignId={campaignId} /><FilePasses campaignId={campaignId} /></>}
      <Timeline ledger={ledger} />
    </PageFrame>
  )
}

export const RecordPage = () => {
  const { campaignId = '' } = useParams()
  const t = useText()
  const campaign = useRead(readCampaign, { params: { campaignId } })
  if (!campaign.data) return <PageFrame><Answer query={campaign}>{() => null}</Answer></PageFrame>
  return <><CampaignBand campaign={campaign.data} next={t('supervisor.next')} /><Record key={campaignId} campaignId={campaignId} definition={campaign.data.definition} /></>
}
