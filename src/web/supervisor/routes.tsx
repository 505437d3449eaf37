/** Routes of the discipline supervisor's pages, relative to /supervisor. */
import type { RouteObject } from 'react-router'
import { AreaComing } from '../entry/area-coming'

export const routes: RouteObject[] = [
  { path: '*', element: <AreaComing home="/supervisor" title="supervisor.title" roles={['supervisor']} /> },
]
