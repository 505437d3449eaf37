/** Frame of the unit's pages outside a nomination. */
import { Outlet, useParams } from 'react-router'
import { useSession } from '../api/session'
import { Shell } from '../ui/shell'
import { useUnseenLeads } from '../ui/leads/use-unseen-leads'
import { useText } from '../text/use-text'
import { ForUnitBanner } from './for-unit-banner'
import './unit.css'

const roles = ['unitClerk', 'unitApprover'] as const

export const UnitShell = () => {
  const t = useText()
  const { role, forOffice } = useSession()
  return (
    <Shell home="/unit" roles={roles} items={[{ to: '/unit', label: t('unit.nav.campaigns'), end: true }, { to: '/unit/leads', label: t('leads.nav'), count: useUnseenLeads(roles) }, ...(role === 'unitApprover' && forOffice === null ? [{ to: '/unit/people', label: t('joining.unit.nav') }] : [])]}>
      <ForUnitBanner campaignId={useParams()['campaignId']} />
      <Outlet />
    </Shell>
  )
}
