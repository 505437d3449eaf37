/** Routes of the nominating unit's pages, relative to /unit. */
import type { RouteObject } from 'react-router'
import { AreaComing } from '../entry/area-coming'

const coming = <AreaComing home="/unit" title="unit.title" roles={['unitClerk', 'unitApprover']} />

export const routes: RouteObject[] = [
  { index: true, element: coming },
  { path: '*', element: coming },
]
