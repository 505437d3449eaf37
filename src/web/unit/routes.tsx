/** Routes of the nominating unit's pages, relative to /unit. */
import type { RouteObject } from 'react-router'
import { AreaComing } from '../entry/area-coming'

export const routes: RouteObject[] = [
  { path: '*', element: <AreaComing home="/unit" title="unit.title" roles={['unitClerk', 'unitApprover']} /> },
]
