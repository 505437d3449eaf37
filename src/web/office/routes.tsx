/** Routes of the office's pages, relative to /office. */
import type { RouteObject } from 'react-router'
import { AreaComing } from '../entry/area-coming'

const coming = <AreaComing home="/office" title="office.title" roles={['office']} />

export const routes: RouteObject[] = [
  { index: true, element: coming },
  { path: '*', element: coming },
]
