/** Routes of the office's pages, relative to /office. The two every day begins with come with the area, the others when somebody goes there. */
import { Navigate, useParams, type RouteObject } from 'react-router'
import { CampaignFrame } from './campaign-frame'
import { CampaignsPage } from './campaigns-page'
import { OfficeShell } from './office-shell'
import { OverviewPage } from './overview/overview-page'
import { page } from '../ui/lazy-page'

/** The ledger is one page for office and supervisor. */
const ToLedger = () => <Navigate to={`/supervisor/c/${useParams()['campaignId']}`} replace />

export const routes: RouteObject[] = [
  { element: <OfficeShell />, children: [
    { index: true, element: <CampaignsPage /> },
    page('units', async () => (await import('./units/units-page')).UnitsPage),
    page('experts', async () => (await import('./experts/experts-page')).ExpertsPage),
    page('people', async () => (await import('./people-page')).PeoplePage),
    page('site-look', async () => (await import('./site-look/site-look-page')).SiteLookPage),
    page('webhooks', async () => (await import('./webhooks/webhooks-page')).WebhooksPage),
    page('situations', async () => (await import('./situations/situations-pages')).OfficeInboxPage),
    page('situations/:situationId', async () => (await import('./situations/situations-pages')).OfficeSituationPage),
    page('leads', async () => (await import('./leads')).OfficeLeads),
    page('leads/:leadId', async () => (await import('./leads')).OfficeLead),
    page('honours', async () => (await import('../ui/honours/register-page')).RegisterPage),
    page('new', async () => (await import('./new/new-campaign-page')).NewCampaignPage),
    page('incoming', async () => (await import('./upward/incoming-page')).IncomingPage),
    page('incoming/:arrivalId', async () => (await import('./upward/arrival-page')).ArrivalPage),
    page('forward/:campaignId', async () => (await import('./cascade/forward-page')).ForwardPage),
    page('new/notice', async () => (await import('./notice/wizard-page')).NoticeWizardPage),
  ] },
  { path: 'c/:campaignId', element: <CampaignFrame />, children: [
    { index: true, element: <OverviewPage /> },
    page('revise', async () => (await import('./new/revise-page')).RevisePage),
    page('definition', async () => (await import('./definition-page')).DefinitionPage),
    page('attachments', async () => (await import('./attachments/attachments-page')).AttachmentsPage),
    page('attachments/form', async () => (await import('./form/form-places-page')).FormPlacesPage),
    page('cascade', async () => (await import('./cascade/cascade-page')).CascadePage),
    page('amend', async () => (await import('./cascade/amend-page')).AmendPage),
    page('quotas', async () => (await import('./cascade/quotas-page')).QuotasPage),
    page('mobilisation', async () => (await import('./mobilisation/mobilisation-page')).MobilisationPage),
    page('mobilisation/round', async () => (await import('./mobilisation/round-page')).RoundPage),
    page('figures', async () => (await import('./figures-page')).OfficeFiguresPage),
    page('situations', async () => (await import('./situations/situations-pages')).CampaignSituationsPage),
    page('situations/new', async () => (await import('./situations/situations-pages')).CampaignSendPage),
    page('final-report', async () => (await import('./final-report-page')).OfficeFinalReportPage),
    page('consultations', async () => (await import('./consultations-page')).OfficeConsultationsPage),
    page('issuing', async () => (await import('./issuing/before-issuing-page')).BeforeIssuingPage),
    page('screening', async () => (await import('./screening/screening-page')).ScreeningPage),
    page('appraisal/:nominationId', async () => (await import('./screening/own-appraisal-page')).OwnAppraisalPage),
    page('paper', async () => (await import('./paper/paper-page')).PaperPage),
    page('entries', async () => (await import('./entries/entries-page')).EntriesPage),
    page('packages', async () => (await import('./packages/packages-page')).PackagesPage),
    page('secrecy', async () => (await import('./secrecy/secrecy-page')).SecrecyPage),
    page('secrecy/:quarantineId', async () => (await import('./secrecy/spill-report-page')).SpillReportPage),
    page('jury', async () => (await import('./jury/jury-page')).JuryPage),
    page('juries', async () => (await import('./juries/juries-page')).JuriesPage),
    page('conflicts', async () => (await import('./conflicts')).OfficeConflicts),
    page('announcement', async () => (await import('./announcement/announcement-page')).AnnouncementPage),
    page('stories', async () => (await import('./stories/stories-page')).StoriesPage),
    page('posters', async () => (await import('./posters/posters-page')).PostersPage),
    page('stories/:nominationId/posters', async () => (await import('./posters/story-posters-page')).StoryPostersPage),
    page('stories/:nominationId/press-kits', async () => (await import('./press-kits/kits-page')).KitsPage),
    page('stories/:nominationId', async () => (await import('./stories/story-page')).StoryPage),
    page('activities', async () => (await import('./activities/activities-pages')).OfficeActivitiesPage),
    page('activities/new', async () => (await import('./activities/activities-pages')).OfficeActivityPage),
    page('activities/:activityId', async () => (await import('./activities/activities-pages')).OfficeActivityPage),
    page('media', async () => (await import('./media/media-page')).MediaPage),
    page('media/channels', async () => (await import('./media/channels-page')).MediaChannelsPage),
    page('media/items/new', async () => (await import('./media/item-page')).NewMediaItemPage),
    page('media/items/:itemId', async () => (await import('./media/item-page')).MediaItemPage),
    page('upward', async () => (await import('./upward/upward-page')).UpwardPage),
    page('objections', async () => (await import('./objections')).OfficeObjections),
    page('objections/:objectionId', async () => (await import('./objections')).OfficeObjection),
    page('deadline', async () => (await import('./deadline-page')).DeadlinePage),
    { path: 'ledger', element: <ToLedger /> },
  ] },
]
