/** Routes of the own account, relative to /account: whoever is signed in, in whatever role. */
import type { RouteObject } from 'react-router'
import { roles } from '#core/access/actor'
import { useSession } from '../api/session'
import { useText } from '../text/use-text'
import { areaOf } from '../ui/area-of-role'
import { Shell } from '../ui/shell'
import { AccountPage } from './account-page'

const AccountShell = () => {
  const t = useText()
  const home = areaOf(useSession().role)
  return <Shell home={home} roles={roles} items={[{ to: home, label: t('account.toWork'), end: true }]} />
}

export const routes: RouteObject[] = [{ element: <AccountShell />, children: [{ index: true, element: <AccountPage /> }] }]
