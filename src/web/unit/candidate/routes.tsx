/** Routes of the candidate, relative to /me: the own part of each nomination, on a phone first. */
import type { RouteObject } from 'react-router'
import { page } from '../../ui/lazy-page'
import { CandidateShell } from './candidate-shell'
import { OwnList } from './own-list'

export const routes: RouteObject[] = [{ element: <CandidateShell />, children: [{ index: true, element: <OwnList /> }, page('n/:nominationId', async () => (await import('./own-part')).OwnPart)] }]
