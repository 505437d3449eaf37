/** The page behind the link of a letter to an organ. The token stands behind the # of the address, as at `/o`. */
import type { RouteObject } from 'react-router'
import { OrganPage } from './organ-page'

export const routes: RouteObject[] = [{ index: true, element: <OrganPage /> }]
