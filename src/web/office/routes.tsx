/** Routes of the office's pages, relative to /office. */
import { Navigate, useParams, type RouteObject } from 'react-router'
import { AnnouncementPage } from './announcement/announcement-page'
import { AmendPage } from './cascade/amend-page'
import { AttachmentsPage } from './attachments/attachments-page'
import { CascadePage } from './cascade/cascade-page'
import { ForwardPage } from './cascade/forward-page'
import { QuotasPage } from './cascade/quotas-page'
import { CampaignFrame } from './campaign-frame'
import { CampaignsPage } from './campaigns-page'
import { DeadlinePage } from './deadline-page'
import { DefinitionPage } from './definition-page'
import { FormPlacesPage } from './form/form-places-page'
import { BeforeIssuingPage } from './issuing/before-issuing-page'
import { JuryPage } from './jury/jury-page'
import { NewCampaignPage } from './new/new-campaign-page'
import { MobilisationPage } from './mobilisation/mobilisation-page'
import { RoundPage } from './mobilisation/round-page'
import { RevisePage } from './new/revise-page'
import { NoticeWizardPage } from './notice/wizard-page'
import { OfficeShell } from './office-shell'
import { OverviewPage } from './overview/overview-page'
import { PaperPage } from './paper/paper-page'
import { PeoplePage } from './people-page'
import { ScreeningPage } from './screening/screening-page'
import { UnitsPage } from './units/units-page'

/** The ledger is one page for office and supervisor. */
const ToLedger = () => <Navigate to={`/supervisor/c/${useParams()['campaignId']}`} replace />

export const routes: RouteObject[] = [
  { element: <OfficeShell />, children: [
    { index: true, element: <CampaignsPage /> },
    { path: 'units', element: <UnitsPage /> },
    { path: 'people', element: <PeoplePage /> },
    { path: 'new', element: <NewCampaignPage /> },
    { path: 'forward/:campaignId', element: <ForwardPage /> },
    { path: 'new/notice', element: <NoticeWizardPage /> },
  ] },
  { path: 'c/:campaignId', element: <CampaignFrame />, children: [
    { index: true, element: <OverviewPage /> },
    { path: 'revise', element: <RevisePage /> },
    { path: 'definition', element: <DefinitionPage /> },
    { path: 'attachments', element: <AttachmentsPage /> },
    { path: 'attachments/form', element: <FormPlacesPage /> },
    { path: 'cascade', element: <CascadePage /> },
    { path: 'amend', element: <AmendPage /> },
    { path: 'quotas', element: <QuotasPage /> },
    { path: 'mobilisation', element: <MobilisationPage /> },
    { path: 'mobilisation/round', element: <RoundPage /> },
    { path: 'issuing', element: <BeforeIssuingPage /> },
    { path: 'screening', element: <ScreeningPage /> },
    { path: 'paper', element: <PaperPage /> },
    { path: 'jury', element: <JuryPage /> },
    { path: 'announcement', element: <AnnouncementPage /> },
    { path: 'deadline', element: <DeadlinePage /> },
    { path: 'ledger', element: <ToLedger /> },
  ] },
]
