/** Routes of the office's pages, relative to /office. */
import type { RouteObject } from 'react-router'
import { AreaComing } from '../entry/area-coming'

export const routes: RouteObject[] = [
  { path: '*', element: <AreaComing home="/office" title="office.title" roles={['office']} /> },
]
