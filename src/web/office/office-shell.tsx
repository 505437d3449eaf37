/** Frame of the office's pages outside a campaign. */
import { Outlet } from 'react-router'
import { Shell } from '../ui/shell'
import { useUnseenLeads } from '../ui/leads/use-unseen-leads'
import { useText } from '../text/use-text'
import './office.css'

const roles = ['office'] as const

export const OfficeShell = () => {
  const t = useText()
  return (
    <Shell home="/office" roles={roles} items={[{ to: '/office', label: t('office.nav.campaigns'), end: true }, { to: '/office/leads', label: t('leads.nav'), count: useUnseenLeads(roles) }, { to: '/office/situations', label: t('situations.nav') }, { to: '/office/units', label: t('office.nav.units') }, { to: '/office/honours', label: t('honours.nav') }, { to: '/office/experts', label: t('experts.nav') }, { to: '/office/people', label: t('office.nav.people') }, { to: '/office/site-look', label: t('siteLook.nav') }, { to: '/office/webhooks', label: t('news.hooks.nav') }]}>
      <Outlet />
    </Shell>
  )
}
