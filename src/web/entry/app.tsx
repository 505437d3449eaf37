/** All addresses of the app. Each area is fetched when somebody first goes there; each route has its own error boundary. */
import { createBrowserRouter, Outlet, RouterProvider, type RouteObject } from 'react-router'
import { Loading } from '../ui/loading'
import { Looks } from './looks'
import { Toasts } from '../ui/toast'
import { NoPage, RouteError } from './route-error'
import { SessionProvider } from '../api/session'

const Root = () => (
  <SessionProvider>
    <Looks />
    <Outlet />
    <Toasts />
  </SessionProvider>
)

/** Area → its routes, written relative to the area. Each has an index route: without one the bare address would match nothing to show. */
const areas: Record<string, () => Promise<{ routes: RouteObject[] }>> = {
  office: () => import('../office/routes'),
  unit: () => import('../unit/routes'),
  jury: () => import('../jury/routes'),
  supervisor: () => import('../supervisor/routes'),
  account: () => import('../account/routes'),
  news: () => import('../news/routes'),
  o: () => import('../opinion/routes'),
  organ: () => import('../opinion/routes').then(({ organRoutes }) => ({ routes: organRoutes })),
  h: () => import('../unit/routes').then(({ phoneRoutes }) => ({ routes: phoneRoutes })),
  me: () => import('../unit/routes').then(({ candidateRoutes }) => ({ routes: candidateRoutes })),
}

const page = (path: string, lazy: () => Promise<{ Component: React.ComponentType }>): RouteObject => ({ path, lazy, errorElement: <RouteError /> })

const routes: RouteObject[] = [
  {
    id: 'root',
    element: <Root />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <main className="page" id="main"><Loading /></main>,
    children: [
      page('/', async () => ({ Component: (await import('./start')).Start })),
      page('/sign-in', async () => ({ Component: (await import('./sign-in')).SignIn })),
      page('/sign-in/back', async () => ({ Component: (await import('./provider-back')).ProviderBack })),
      page('/activate', async () => ({ Component: (await import('./activate')).Activate })),
      page('/join', async () => ({ Component: (await import('./join')).Join })),
      page('/join-unit', async () => ({ Component: (await import('./join-unit')).JoinUnit })),
      page('/join-unit/mine', async () => ({ Component: (await import('./join-unit-standing')).JoinUnitStanding })),
      page('/apply/:slug', async () => ({ Component: (await import('./apply')).Apply })),
      page('/lead', async () => ({ Component: (await import('./lead-standing')).LeadStanding })),
      page('/lead/:slug', async () => ({ Component: (await import('./report-lead')).ReportPublicly })),
      page('/lead/in/:campaignId', async () => ({ Component: (await import('./report-lead')).ReportAsPerson })),
      page('/object/:slug', async () => ({ Component: (await import('./object')).ObjectHere })),
      page('/object/:slug/correction', async () => ({ Component: (await import('./ask-correction')).AskCorrection })),
      page('/objection', async () => ({ Component: (await import('./objection-standing')).ObjectionStanding })),
      page('/set-up', async () => ({ Component: (await import('./set-up')).SetUp })),
      page('/components', async () => ({ Component: (await import('./components/components-page')).ComponentsPage })),
      { path: '*', element: <NoPage />, errorElement: <RouteError /> },
    ],
  },
]

const known = new Set<string>()
const router = createBrowserRouter(routes, {
  /** The router asks here before it settles for the splat route: an area joins the tree on its first visit. */
  async patchRoutesOnNavigation({ path, patch }) {
    const area = path.split('/')[1] ?? ''
    const load = areas[area]
    if (!load || known.has(area)) return
    const { routes: children } = await load()
    known.add(area)
    patch('root', [{ id: area, path: area, errorElement: <RouteError />, children: [...children, { path: '*', element: <NoPage /> }] }])
  },
})

export const App = () => <RouterProvider router={router} />
