/** The way to the draft's own form, wherever a draft is shown; nothing once it is open. */
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import type { Campaign } from '../next-act'

export const ReviseLink = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  return campaign.state === 'draft' ? <ButtonLink to={`/office/c/${campaign.id}/revise`}>{t('office.revise.title')}</ButtonLink> : null
}
