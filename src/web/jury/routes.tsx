/** Routes of the jury's pages, relative to /jury. */
import type { RouteObject } from 'react-router'
import { AreaComing } from '../entry/area-coming'

export const routes: RouteObject[] = [
  { path: '*', element: <AreaComing home="/jury" title="jury.title" roles={['juror', 'jurySecretary']} /> },
]
