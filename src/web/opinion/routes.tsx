/** The pages behind a link, for offices without an account. The token stands behind the # of the address: no server, log or other site is ever sent it. */
import type { RouteObject } from 'react-router'
import { OpinionPage } from './opinion-page'
import { OrganPage } from './organ-page'

export const routes: RouteObject[] = [{ index: true, element: <OpinionPage /> }]
/** `/organ`: of a letter to an organ. */
export const organRoutes: RouteObject[] = [{ index: true, element: <OrganPage /> }]
