/** Routes of the jury's pages, relative to /jury: the juror's own (phone first) and the room, which office and supervisor read too. */
import type { RouteObject } from 'react-router'
import { page } from '../ui/lazy-page'
import { BallotPage } from './ballot/ballot-page'
import { CandidatePage } from './ballot/candidate-page'
import { JuryFrame } from './jury-frame'
import { JuryHome } from './jury-home'
import { RoomPage } from './room/room-page'

export const routes: RouteObject[] = [
  { element: <JuryFrame roles={['juror', 'jurySecretary']} />, children: [{ index: true, element: <JuryHome /> }] },
  { element: <JuryFrame roles={['juror']} />, children: [
    { path: 'rounds/:roundId', element: <BallotPage /> },
    { path: 'rounds/:roundId/candidates/:nominationId', element: <CandidatePage /> },
  ] },
  { element: <JuryFrame roles={['jurySecretary', 'office', 'supervisor']} />, children: [{ path: 'rounds/:roundId/room', element: <RoomPage /> }, page('c/:campaignId/assignment/:ruleId', async () => (await import('./assignment/assignment-page')).AssignmentPage), page('rounds/:roundId/votes', async () => (await import('./votes/votes-page')).VotesPage), page('rounds/:roundId/meeting', async () => (await import('./meeting/meeting-page')).MeetingPage)] },
  { element: <JuryFrame roles={['jurySecretary', 'office']} />, children: [page('rounds/:roundId/paper', async () => (await import('./paper/paper-entry-page')).PaperEntryPage)] },
]
