/** The page behind a link, for an office without an account. The token stands behind the # of the address: no server, log or other site is ever sent it. */
import type { RouteObject } from 'react-router'
import { OpinionPage } from './opinion-page'

export const routes: RouteObject[] = [{ index: true, element: <OpinionPage /> }]
