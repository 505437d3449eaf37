/** Routes of the discipline supervisor's pages, relative to /supervisor. */
import type { RouteObject } from 'react-router'
import { AreaComing } from '../entry/area-coming'

const coming = <AreaComing home="/supervisor" title="supervisor.title" roles={['supervisor']} />

export const routes: RouteObject[] = [
  { index: true, element: coming },
  { path: '*', element: coming },
]
