/** 上级已修订: over every page of a forwarded campaign until its office has taken the newest version over. */
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { Note } from '../../ui/finding-card'
import type { Campaign } from '../next-act'
import './cascade.css'

export const UpperBanner = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  if (campaign.parent?.behind !== true || campaign.state === 'closed') return null
  const to = `/office/c/${campaign.id}/${campaign.state === 'draft' ? 'revise' : 'cascade'}`
  return (
    <div className="upper-banner" role="status">
      <Note kind="warn" title={t('office.cascade.banner', { organisation: campaign.parent.organisationName })} actions={<ButtonLink to={to} size="small">{t('office.cascade.bannerDo')}</ButtonLink>}><p>{t('office.cascade.bannerFact')}</p></Note>
    </div>
  )
}
