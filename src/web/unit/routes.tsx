/** Routes of the nominating unit's pages, relative to /unit. What reads and sends files comes when somebody goes to the materials. */
import type { RouteObject } from 'react-router'
import { AnswersPage } from './answers/answers-page'
import { ApprovePage } from './approve/approve-page'
import { CampaignHome } from './campaign-home'
import { CampaignsPage } from './campaigns-page'
import { ChecklistPage } from './checklist-page'
import { FormPage } from './form/form-page'
import { NominationFrame } from './nomination-frame'
import { UnitShell } from './unit-shell'
import { page } from '../ui/lazy-page'

export const routes: RouteObject[] = [
  { element: <UnitShell />, children: [{ index: true, element: <CampaignsPage /> }, { path: 'c/:campaignId', element: <CampaignHome /> }] },
  {
    path: 'n/:nominationId', element: <NominationFrame />, children: [
      { index: true, element: <ChecklistPage /> }, { path: 'form', element: <FormPage /> }, { path: 'answers', element: <AnswersPage /> },
      page('materials', async () => (await import('./materials/materials-page')).MaterialsPage), { path: 'approve', element: <ApprovePage /> },
    ],
  },
]
