/** Routes of the nominating unit's pages, relative to /unit, and of the candidate's, relative to /me: one nomination, two who fill it in. What reads and sends files comes when somebody goes there. */
import type { RouteObject } from 'react-router'
import { AnswersPage } from './answers/answers-page'
import { ApprovePage } from './approve/approve-page'
import { CandidateShell } from './candidate/candidate-shell'
import { OwnList } from './candidate/own-list'
import { CampaignHome } from './campaign-home'
import { CampaignsPage } from './campaigns-page'
import { ChecklistPage } from './checklist-page'
import { FormPage } from './form/form-page'
import { NominationFrame } from './nomination-frame'
import { UnitShell } from './unit-shell'
import { page } from '../ui/lazy-page'

export const routes: RouteObject[] = [
  { element: <UnitShell />, children: [{ index: true, element: <CampaignsPage /> }, page('people', async () => (await import('./people-page')).UnitPeoplePage), page('leads', async () => (await import('./leads')).UnitLeads), page('leads/:leadId', async () => (await import('./leads')).UnitLead), { path: 'c/:campaignId', element: <CampaignHome /> }, page('c/:campaignId/import', async () => (await import('./import/import-page')).ImportPage),
    page('c/:campaignId/situations', async () => (await import('./situations/situations-pages')).UnitSituationsPage), page('c/:campaignId/situations/new', async () => (await import('./situations/situations-pages')).UnitSendPage), page('c/:campaignId/situations/:situationId', async () => (await import('./situations/situations-pages')).UnitSituationPage),
    page('c/:campaignId/interviews', async () => (await import('./interviews/interviews-pages')).UnitInterviewsPage),
    page('c/:campaignId/activities', async () => (await import('./activities/activities-pages')).UnitActivitiesPage), page('c/:campaignId/activities/new', async () => (await import('./activities/activities-pages')).UnitActivityPage), page('c/:campaignId/activities/:activityId', async () => (await import('./activities/activities-pages')).UnitActivityPage)] },
  {
    path: 'n/:nominationId', element: <NominationFrame />, children: [
      { index: true, element: <ChecklistPage /> }, { path: 'form', element: <FormPage /> }, { path: 'answers', element: <AnswersPage /> },
      page('materials', async () => (await import('./materials/materials-page')).MaterialsPage), { path: 'approve', element: <ApprovePage /> },
      page('story', async () => (await import('./story/story-pages')).StoryAnswerPage), page('interviews', async () => (await import('./interviews/interviews-pages')).OwnInterviewsPage),
      page('appraisal', async () => (await import('./appraisal/appraisal-page')).AppraisalPage),
    ],
  },
]

export const phoneRoutes: RouteObject[] = [{ index: true, lazy: async () => ({ Component: (await import('./phone/phone-page')).PhonePage }) }]

export const candidateRoutes: RouteObject[] = [{ element: <CandidateShell />, children: [{ index: true, element: <OwnList /> }, page('n/:nominationId', async () => (await import('./candidate/own-part')).OwnPart), page('n/:nominationId/story', async () => (await import('./story/story-pages')).StoryAnswerPage), page('n/:nominationId/interviews', async () => (await import('./interviews/interviews-pages')).OwnInterviewsPage)] }]
