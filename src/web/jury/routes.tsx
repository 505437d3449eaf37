/** Routes of the jury's pages, relative to /jury. */
import type { RouteObject } from 'react-router'
import { AreaComing } from '../entry/area-coming'

const coming = <AreaComing home="/jury" title="jury.title" roles={['juror', 'jurySecretary']} />

export const routes: RouteObject[] = [
  { index: true, element: coming },
  { path: '*', element: coming },
]
