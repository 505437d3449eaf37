import { z } from 'zod'
import { operation } from '../operation'
import { campaignParams, finding, id, instant, sha256, words } from '../shapes'

const params = campaignParams.extend({ ruleId: z.string().min(1).max(100) })
/** As it was read: another's newer one is never overwritten. */
const version = z.int().min(1)
/** Places in the list of jurors: thousands of readings stay short. */
const places = z.array(z.int().min(0))

/** Who reads whom in a round: as it is looked for, found, changed and confirmed. */
export const readAssignment = operation({
  id: 'assignments.read', method: 'GET', path: '/api/campaigns/:campaignId/assignments/:ruleId', who: 'juryRoomOfCampaign', summary: { zh: '一轮的评阅分配', en: 'Who reads whom in a round' }, params,
  answer: z.object({
    name: words, readers: z.int(), most: z.int(), least: z.int().nullable(), perUnit: z.int().nullable(), /** The round it is of, once that is open. */ round: z.object({ id, state: z.enum(['open', 'closed']) }).nullable(),
    /** `none`: never asked for; `failed`: the computing ended with a fault. */
    state: z.enum(['none', 'asked', 'failed', 'found', 'impossible', 'confirmed']), done: z.int(), total: z.int(), version: z.int(),
    jurors: z.array(z.object({ accountId: id, personName: z.string(), unitName: z.string(), fieldOfWork: z.string(), load: z.int(), /** Of those, of the juror's field. */ ofTheField: z.int() })),
    candidates: z.array(z.object({ nominationId: id, candidateName: z.string(), unitName: z.string(), field: z.string(), readers: places, /** Of those, of the candidate's field. */ ofTheField: places })),
    /** Why it cannot be, and whom it is about. */
    why: z.object({ say: words, candidates: z.array(z.string()), jurors: z.array(z.string()), needed: z.int(), have: z.int() }).nullable(),
    /** Against what stood before; empty where nothing stood. */
    moved: z.array(z.object({ nominationId: id, out: z.array(z.string()), in: z.array(z.string()) })),
    /** What speaks against it now, or is to be weighed. */
    findings: z.array(finding), hash: sha256.nullable(), confirmed: z.object({ at: instant, by: z.string() }).nullable(), may: z.array(z.enum(['ask', 'change', 'confirm'])),
  }),
})
/** Shared out by a job; what stands already is kept wherever it can be, unless it is to begin afresh. */
export const askAssignment = operation({
  id: 'assignments.ask', method: 'POST', path: '/api/campaigns/:campaignId/assignments/:ruleId', who: 'secretaryOfCampaign', summary: { zh: '请系统分配评阅', en: 'Have the readings shared out' }, params, body: z.object({ afresh: z.boolean().default(false) }),
})
/** Who could read this candidate instead, each with what it would bring. */
export const considerReading = operation({
  id: 'assignments.consider', method: 'GET', path: '/api/campaigns/:campaignId/assignments/:ruleId/instead', who: 'secretaryOfCampaign', summary: { zh: '可以换成谁', en: 'Who could read a candidate instead' }, params, query: z.object({ candidate: id.optional(), out: id.optional() }),
  answer: z.object({ jurors: z.array(z.object({ accountId: id, personName: z.string(), unitName: z.string(), fieldOfWork: z.string(), load: z.int(), findings: z.array(finding) })) }),
})
export const changeReading = operation({
  id: 'assignments.change', method: 'POST', path: '/api/campaigns/:campaignId/assignments/:ruleId/changes', who: 'secretaryOfCampaign', summary: { zh: '改一处分配', en: 'Give one reading to another juror' }, params, body: z.object({ version, candidate: id, out: id, in: id }),
})
/** Before the round opens it is what the round opens with; while it is open it holds at once. */
export const confirmAssignment = operation({
  id: 'assignments.confirm', method: 'POST', path: '/api/campaigns/:campaignId/assignments/:ruleId/confirm', who: 'secretaryOfCampaign', summary: { zh: '确认评阅分配', en: 'Confirm who reads whom' }, params, body: z.object({ version }), answer: z.object({ hash: sha256 }),
})
