/** Routes of a person's news, relative to /news: whoever is signed in, in whatever role. */
import type { RouteObject } from 'react-router'
import { roles } from '#core/access/actor'
import { useSession } from '../api/session'
import { useText } from '../text/use-text'
import { areaOf } from '../ui/area-of-role'
import { Shell } from '../ui/shell'
import { NewsPage } from './news-page'

const NewsShell = () => {
  const t = useText()
  const home = areaOf(useSession().role)
  return <Shell home={home} roles={roles} items={[{ to: home, label: t('account.toWork'), end: true }]} />
}

export const routes: RouteObject[] = [{ element: <NewsShell />, children: [{ index: true, element: <NewsPage /> }] }]
