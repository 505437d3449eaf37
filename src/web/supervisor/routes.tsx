/** Routes of the discipline supervisor's pages, relative to /supervisor. The page of one campaign is also read by its office and its jury secretary. */
import type { RouteObject } from 'react-router'
import { page } from '../ui/lazy-page'
import { SupervisorLead, SupervisorLeads } from './leads'
import { RecordPage } from './record-page'
import { SupervisorFrame } from './supervisor-frame'
import { SupervisorHome } from './supervisor-home'

export const routes: RouteObject[] = [
  { element: <SupervisorFrame roles={['supervisor']} />, children: [{ index: true, element: <SupervisorHome /> }, { path: 'leads', element: <SupervisorLeads /> }, { path: 'leads/:leadId', element: <SupervisorLead /> }, page('honours', async () => (await import('../ui/honours/register-page')).RegisterPage), page('situations', async () => (await import('./situations')).SupervisorSituations), page('situations/:situationId', async () => (await import('./situations')).SupervisorSituation), page('c/:campaignId/interviews', async () => (await import('./interviews')).SupervisorInterviews), page('c/:campaignId/figures', async () => (await import('./figures-page')).SupervisorFiguresPage), page('c/:campaignId/final-report', async () => (await import('./final-report-page')).SupervisorFinalReportPage), page('c/:campaignId/replay/:roundId', async () => (await import('./replay/replay-page')).ReplayPage), page('c/:campaignId/nominations', async () => (await import('./nomination/nominations-page')).SupervisedNominations), page('c/:campaignId/nominations/:nominationId', async () => (await import('./nomination/nomination-page')).SupervisedNomination), page('c/:campaignId/samples', async () => (await import('./samples/samples-page')).SamplesPage), page('c/:campaignId/report', async () => (await import('./report-page')).ReportPage), page('c/:campaignId/consultations', async () => (await import('./consultations-page')).SupervisorConsultationsPage), page('c/:campaignId/objections', async () => (await import('./objections')).SupervisorObjections), page('c/:campaignId/objections/:objectionId', async () => (await import('./objections')).SupervisorObjection)] },
  { element: <SupervisorFrame roles={['supervisor', 'office', 'jurySecretary']} />, children: [{ path: 'c/:campaignId', element: <RecordPage /> }] },
  { element: <SupervisorFrame roles={['supervisor', 'jurySecretary']} />, children: [page('c/:campaignId/conflicts', async () => (await import('./conflicts')).DecideConflicts)] },
]
