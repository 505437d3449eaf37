import { z } from 'zod'
import { carriages } from '#core/secrecy/offline-track'
import { download, operation } from '../operation'
import { campaignParams, day, id, nominationParams } from '../shapes'

/** What a unit registers of a dossier that goes by hand. Of the candidate, nothing. */
const registered = { carriedBy: z.enum(carriages), officerName: z.string().trim().max(60), officerPost: z.string().trim().max(60), volumes: z.int().min(1).max(99) }

export const beginOffline = operation({
  id: 'offline.begin', method: 'POST', path: '/api/campaigns/:campaignId/offline', who: 'clerkOfUnit',
  summary: { zh: '登记一件线下件：材料涉密，只走线下', en: 'Register a nomination whose classified dossier goes by hand' },
  params: campaignParams, body: z.object(registered), answer: z.object({ nominationId: id }),
})
export const registerOffline = operation({
  id: 'offline.register', method: 'PUT', path: '/api/nominations/:nominationId/offline', who: 'clerkOfNomination',
  summary: { zh: '改线下件的登记', en: 'Change what is registered of it' },
  params: nominationParams, body: z.object({ version: z.int(), ...registered }),
})
export const receiveOffline = operation({
  id: 'offline.receive', method: 'POST', path: '/api/nominations/:nominationId/offline/received', who: 'screenerOfNomination',
  summary: { zh: '登记收到线下件', en: 'Register that the papers came in' },
  params: nominationParams, body: z.object({ version: z.int(), on: day, volumes: z.int().min(1).max(99) }),
})
export const offlineSheet = download({ id: 'offline.sheet', path: '/api/nominations/:nominationId/offline.pdf', who: 'readersOfNomination', summary: { zh: '线下件交接单（PDF）', en: 'Hand-over sheet (PDF)' }, params: nominationParams, mediaType: 'application/pdf' })
