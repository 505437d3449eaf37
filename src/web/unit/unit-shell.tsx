/** Frame of the unit's pages outside a nomination. */
import { Outlet, useParams } from 'react-router'
import { Shell } from '../ui/shell'
import { useText } from '../text/use-text'
import { ForUnitBanner } from './for-unit-banner'
import './unit.css'

export const UnitShell = () => {
  const t = useText()
  return (
    <Shell home="/unit" roles={['unitClerk', 'unitApprover']} items={[{ to: '/unit', label: t('unit.nav.campaigns') }]}>
      <ForUnitBanner campaignId={useParams()['campaignId']} />
      <Outlet />
    </Shell>
  )
}
