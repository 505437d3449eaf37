import { z } from 'zod'
import { download, operation } from '../operation'
import { id, instant, nominationParams, roundParams } from '../shapes'

/** How a file is looked at in a page: the address of what the product made of it, for half an hour. Parts: `picture`, `film`, or the number of a page. */
export const view = z.object({
  kind: z.enum(['picture', 'pages', 'film', 'none']), why: z.enum(['office', 'locked', 'unreadable']).nullable(), pages: z.int(),
  /** Pages, from 1, of which only white paper would be seen. */
  undrawn: z.array(z.int()),
  /** The part follows it: `{address}/3`. Null where there is nothing to look at. */
  address: z.string().nullable(), until: instant,
})
export const viewMaterial = operation({
  id: 'materials.view', method: 'GET', path: '/api/nominations/:nominationId/materials/:fileId/view', who: 'viewersOfMaterials',
  summary: { zh: '在页面里看一份材料', en: 'Look at a file in the page' }, params: nominationParams.extend({ fileId: id }), answer: view,
})
export const viewCandidateMaterial = operation({
  id: 'ballot.candidateView', method: 'GET', path: '/api/rounds/:roundId/candidates/:nominationId/materials/:fileId/view', who: 'jurorOfCandidate',
  summary: { zh: '评委看一份材料', en: 'A file as jurors look at it' }, params: roundParams.extend({ nominationId: id, fileId: id }), answer: view,
})
/** The signature is the permission; without an origin of its own it serves only the person it was made for, signed in. */
export const readView = download({
  id: 'views.read', path: '/v/:token/:part', who: 'anyone', summary: { zh: '取签了名的预览', en: 'Fetch a signed view' },
  params: z.object({ token: z.string().max(400), part: z.string().max(10) }), mediaType: 'application/octet-stream',
})
