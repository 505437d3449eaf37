import { z } from 'zod'
import { hows } from '#core/cascade/difference'
import { operation } from '../operation'
import { campaignParams, clause, finding, id, instant, name, resolvedDefinition, sha256, words } from '../shapes'
import { plan } from './campaigns'

const side = z.object({ says: words, rests: clause })
/** One rule that one definition says otherwise than another. */
const change = z.object({ id: z.string(), kind: z.string(), how: z.enum(hows), before: side.nullable(), after: side.nullable() })
const overlay = plan.omit({ templateId: true, previousId: true, mode: true, source: true })

export const listForwardable = operation({
  id: 'forwarding.list', method: 'GET', path: '/api/forwardable', who: 'office',
  summary: { zh: '上级发来、可以转发的活动', en: 'Campaigns from above that can be forwarded' },
  answer: z.object({ campaigns: z.array(z.object({
    id, name: words, organisationName: z.string(), deadline: instant.nullable(), openedAt: instant,
    /** One’s own that forwards it already. */
    ownCampaignId: id.nullable(),
  })) }),
})
export const readForwardable = operation({
  id: 'forwarding.read', method: 'GET', path: '/api/campaigns/:campaignId/forwarding', who: 'officeAddressed',
  summary: { zh: '上级的一项活动：方案全文', en: 'One campaign from above, its whole definition' },
  params: campaignParams,
  answer: z.object({ organisationName: z.string(), deadline: instant.nullable(), definition: resolvedDefinition, ownCampaignId: id.nullable() }),
})
export const previewForward = operation({
  id: 'forwarding.preview', method: 'POST', path: '/api/campaigns/:campaignId/forwarding/preview', who: 'officeAddressed',
  summary: { zh: '转发：看与上级有何不同、有没有放宽', en: 'Forwarding: what differs from above and whether it loosens' },
  params: campaignParams, body: overlay,
  answer: z.object({ definition: resolvedDefinition.nullable(), findings: z.array(finding), changes: z.array(change) }),
})
export const forwardCampaign = operation({
  id: 'forwarding.forward', method: 'POST', path: '/api/campaigns/:campaignId/forwarding', who: 'officeAddressed',
  summary: { zh: '转发上级活动（草稿）：只能收紧', en: 'Forward a campaign (draft): it can only tighten' },
  params: campaignParams, body: overlay, answer: z.object({ campaignId: id }),
})

/** A difference to the definition in force: rules given whole, new or in place of those of the same id; ids of one’s own that go. */
const amendment = z.object({
  /** Hash of the definition it was made on. */
  read: sha256,
  head: overlay.pick({ name: true, award: true, notice: true }).optional(),
  rules: overlay.shape.rules,
  removed: z.array(z.string().max(100)).max(200).default([]),
})
const amendmentParams = campaignParams.extend({ amendmentId: id })

export const previewAmendment = operation({
  id: 'amendments.preview', method: 'POST', path: '/api/campaigns/:campaignId/amendments/preview', who: 'officeOfCampaign',
  summary: { zh: '修订：看改了什么、有没有问题', en: 'Amendment: what changes and what stands against it' },
  params: campaignParams, body: amendment,
  answer: z.object({ definition: resolvedDefinition.nullable(), findings: z.array(finding), changes: z.array(change), /** Dossiers that keep the version they were submitted under, drafts that follow, campaigns below that are asked again. */ submitted: z.int(), drafts: z.int(), children: z.int() }),
})
export const proposeAmendment = operation({
  id: 'amendments.propose', method: 'POST', path: '/api/campaigns/:campaignId/amendments', who: 'officeOfCampaign',
  summary: { zh: '提请修订已发布的活动方案', en: 'Propose to amend the definition of an open campaign' },
  params: campaignParams, body: amendment.extend({ reason: z.string().trim().min(5).max(500) }), answer: z.object({ amendmentId: id }),
})
export const confirmAmendment = operation({
  id: 'amendments.confirm', method: 'POST', path: '/api/campaigns/:campaignId/amendments/:amendmentId/confirm', who: 'officeOfCampaign',
  summary: { zh: '由第二人确认修订：即时生效，下级逐一重新核对', en: 'A second person confirms: in force at once, every campaign below is asked again' },
  params: amendmentParams, answer: z.object({ jobId: id.nullable() }),
})
export const withdrawAmendment = operation({
  id: 'amendments.withdraw', method: 'POST', path: '/api/campaigns/:campaignId/amendments/:amendmentId/withdraw', who: 'officeOfCampaign',
  summary: { zh: '撤回没有确认的修订', en: 'Withdraw an amendment nobody confirmed' },
  params: amendmentParams,
})
export const listAmendments = operation({
  id: 'amendments.list', method: 'GET', path: '/api/campaigns/:campaignId/amendments', who: 'overseersOfCampaign',
  summary: { zh: '修订记录与历次方案', en: 'Amendments and the versions in force' },
  params: campaignParams,
  answer: z.object({
    versions: z.array(z.object({ version: z.int(), hash: sha256, since: instant, nominations: z.int() })),
    amendments: z.array(z.object({
      id, reason: z.string(), proposedBy: z.string(), proposedById: id, proposedAt: instant, confirmedBy: z.string().nullable(), confirmedAt: instant.nullable(), withdrawnAt: instant.nullable(), changes: z.array(change),
    })),
  }),
})

export const readCascade = operation({
  id: 'cascade.read', method: 'GET', path: '/api/campaigns/:campaignId/cascade', who: 'overseersOfCampaign',
  summary: { zh: '上下级：与上级的不同、上级的修订、下级转发的活动', en: 'Above and below: differences, amendments above, campaigns below' },
  params: campaignParams,
  answer: z.object({
    parent: z.object({
      campaignId: id, organisationName: z.string(), name: words,
      /** Rule by rule, what this campaign says otherwise than the version above that it stands under. */
      changes: z.array(change),
      /** The level above was amended since. */
      amended: z.object({
        since: instant, reason: z.string(),
        /** Null while the job has not come to this campaign. */
        fits: z.boolean().nullable(), findings: z.array(finding), changes: z.array(change.extend({ here: z.enum(['followed', 'restated', 'mend']) })),
      }).nullable(),
    }).nullable(),
    children: z.array(z.object({ organisationName: z.string(), name: words, state: z.enum(['draft', 'open', 'closed']), standing: z.enum(['current', 'asking', 'fits', 'mend']) })),
  }),
})
export const listJobs = operation({
  id: 'jobs.list', method: 'GET', path: '/api/campaigns/:campaignId/jobs', who: 'officeOfCampaign',
  summary: { zh: '后台任务与进度', en: 'Jobs of a campaign and their progress' },
  params: campaignParams,
  answer: z.object({ jobs: z.array(z.object({ id, kind: z.string(), state: z.enum(['waiting', 'running', 'done', 'failed']), done: z.int(), total: z.int(), createdAt: instant, finishedAt: instant.nullable() })) }),
})

const count = z.int().min(1).max(1_000_000)
export const readQuotas = operation({
  id: 'quotas.read', method: 'GET', path: '/api/campaigns/:campaignId/quotas', who: 'quotaReaders',
  summary: { zh: '名额分配：下达、分出、已用、退回', en: 'Quotas: granted, given on, used, returned' },
  params: campaignParams,
  answer: z.object({
    /** Null: nothing is distributed here; the rule alone holds. */
    pool: z.object({ total: z.int(), given: z.int(), fromAbove: z.boolean() }).nullable(),
    /** Its numbers come from the campaign it forwards, granted already or not: it records none of its own. */
    fromAbove: z.boolean(),
    /** Parents before their own; for one who only holds a quota, that one alone. */
    nodes: z.array(z.object({ organisationId: id, above: id.nullable(), name, granted: z.int(), returned: z.int(), used: z.int(), givenOn: z.int(), free: z.int(), usedBelow: z.int(), /** Granted by this very campaign. */ own: z.boolean() })),
  }),
})
export const receiveQuota = operation({
  id: 'quotas.receive', method: 'PUT', path: '/api/campaigns/:campaignId/quotas', who: 'officeOfCampaign',
  summary: { zh: '登记可分配的名额总数及依据', en: 'Record how many there are to distribute, and on what ground' },
  params: campaignParams, body: z.object({ total: z.int().min(0).max(1_000_000), ground: z.string().trim().min(2).max(300) }),
})
export const grantQuota = operation({
  id: 'quotas.grant', method: 'POST', path: '/api/campaigns/:campaignId/quotas/grants', who: 'officeOfCampaign',
  summary: { zh: '向下级分配名额：不超过上级下达', en: 'Grant quotas downwards, never more than came from above' },
  params: campaignParams, body: z.object({ grants: z.array(z.object({ organisationId: id, count: z.int().max(1_000_000) })).min(1).max(50_000) }), answer: z.object({ left: z.int() }),
})
export const returnQuota = operation({
  id: 'quotas.return', method: 'POST', path: '/api/campaigns/:campaignId/quotas/returns', who: 'quotaHolders',
  summary: { zh: '退回没有用的名额', en: 'Return what is not used' },
  params: campaignParams, body: z.object({ /** The office that granted names whose; a holder returns its own. */ organisationId: id.optional(), count }), answer: z.object({ left: z.int() }),
})
