import { z } from 'zod'
import { leadLimits, leadSources, leadStates } from '#core/nomination/lead'
import { operation } from '../operation'
import { campaignParams, clause, finding, id, instant, name, nominationParams, nominationState, words } from '../shapes'

const slugParams = z.object({ slug: z.string().max(100) })
const leadParams = z.object({ leadId: id })
const text = (max: number) => z.string().trim().max(max)

const page = z.object({ campaign: words, clause: clause.nullable(), findings: z.array(finding), units: z.array(z.object({ id, name: z.string() })), /** Nominations of this campaign are over: it waits for a later one. */ late: z.boolean(), keptDays: z.int() })
const told = z.object({
  candidateName: name, employer: text(leadLimits.employer).min(1), post: text(leadLimits.post).default(''), reach: text(leadLimits.reach).default(''), deeds: text(leadLimits.deeds).min(5), sources: text(leadLimits.sources).default(''),
  /** Null: whoever reports does not know; the office passes it on. */
  unitId: id.nullable(),
})
/** Shown once: by it alone whoever reported hears what became of it. */
const receipt = z.object({ code: z.string() })

export const lookAtReporting = operation({ id: 'leads.lookPublic', method: 'GET', path: '/api/leads/report/:slug', who: 'anyone', summary: { zh: '报告典型线索：是否公开征集、给哪个单位', en: 'Reporting a lead: whether the public may, and to which unit' }, params: slugParams, answer: page })
/** By anybody, where the notice takes leads from the public. */
export const reportPublicly = operation({
  id: 'leads.reportPublic', method: 'POST', path: '/api/leads/report/:slug', who: 'anyone', tries: 6, summary: { zh: '公开报告典型线索', en: 'Report a lead from the public' }, params: slugParams,
  body: told.extend({ reporter: z.object({ name: text(leadLimits.reporter).min(1), contact: text(leadLimits.contact).min(5) }) }), answer: receipt,
})
export const lookAtOwnReporting = operation({ id: 'leads.look', method: 'GET', path: '/api/campaigns/:campaignId/leads/report', who: 'reportersOfLeads', summary: { zh: '报告典型线索：给哪个单位', en: 'Reporting a lead: to which unit' }, params: campaignParams, answer: page })
export const reportLead = operation({ id: 'leads.report', method: 'POST', path: '/api/campaigns/:campaignId/leads', who: 'reportersOfLeads', summary: { zh: '报告典型线索', en: 'Report a lead' }, params: campaignParams, body: told, answer: receipt })
/** What became of it, and no more. */
export const leadStanding = operation({
  id: 'leads.standing', method: 'POST', path: '/api/leads/standing', who: 'anyone', tries: 20, summary: { zh: '凭回执码查线索的办理', en: 'What became of a lead, by its receipt code' }, body: z.object({ code: z.string().max(40) }),
  answer: z.object({ state: z.enum(leadStates), reportedAt: instant, changedAt: instant, reason: z.string() }),
})

const line = z.object({
  id, state: z.enum(leadStates), source: z.enum(leadSources), candidateName: z.string(), employer: z.string(), reportedAt: instant, changedAt: instant, campaign: words, unit: z.object({ id, name: z.string() }).nullable(), reason: z.string(),
  /** It is the reader’s own to deal with. */
  own: z.boolean(), nominationId: id.nullable(),
})
/** A unit those it is asked about, an office and the supervisor those of their campaigns. */
export const listLeads = operation({
  id: 'leads.list', method: 'GET', path: '/api/leads', who: 'readersOfLeads', summary: { zh: '线索', en: 'Leads' },
  answer: z.object({ leads: z.array(line), /** Whom an office may pass one on to. */ units: z.array(z.object({ id, name: z.string() })), /** Where the reader may report one. */ campaigns: z.array(z.object({ id, name: words })), keptDays: z.int() }),
})
/** Says that it was looked at, where the reader is who deals with it. */
export const openLead = operation({
  id: 'leads.open', method: 'POST', path: '/api/leads/:leadId/open', who: 'readersOfLead', summary: { zh: '看一条线索', en: 'Look at a lead' }, params: leadParams,
  answer: line.extend({
    post: z.string(), deeds: z.string(), sources: z.string(), reach: z.string(), reporter: z.object({ name: z.string(), contact: z.string() }).nullable(), findings: z.array(finding),
    twins: z.array(z.object({ nominationId: id, campaignId: id, state: nominationState, sameEmployer: z.boolean(), open: z.boolean() })),
    /** Where the reader may take it up, and what stands against beginning a nomination there now. */
    into: z.array(z.object({ id, name: words, late: finding.nullable() })),
  }),
})
export const passLead = operation({ id: 'leads.pass', method: 'POST', path: '/api/leads/:leadId/pass', who: 'holdersOfLead', summary: { zh: '转交线索', en: 'Pass a lead on' }, params: leadParams, body: z.object({ /** Null: back to the office. */ unitId: id.nullable() }) })
export const declineLead = operation({ id: 'leads.decline', method: 'POST', path: '/api/leads/:leadId/decline', who: 'holdersOfLead', summary: { zh: '不采用线索，写明理由', en: 'Do not take a lead up, with the reason' }, params: leadParams, body: z.object({ reason: text(300).min(2) }) })
/** One press: what the lead says stands in the fields it belongs to. */
export const takeUpLead = operation({
  id: 'leads.takeUp', method: 'POST', path: '/api/campaigns/:campaignId/leads/:leadId/take-up', who: 'clerkOfLead', summary: { zh: '采用线索，开始推荐', en: 'Take a lead up as a nomination' }, params: campaignParams.extend({ leadId: id }),
  body: z.object({ /** An own nomination of the same person to add it to. */ into: id.nullable().default(null), /** How many of the unit’s own nominations of the same name the clerk was shown. */ twinsSeen: z.int().min(0) }), answer: z.object({ nominationId: id, filled: z.int() }),
})
/** Where the nomination comes from, and what of it no field of the form took up. */
export const leadsOfOwn = operation({
  id: 'leads.ofNomination', method: 'GET', path: '/api/nominations/:nominationId/leads', who: 'unitOfNomination', summary: { zh: '这件推荐由哪些线索而来', en: 'The leads this nomination comes from' }, params: nominationParams,
  answer: z.object({ leads: z.array(z.object({ id, source: z.enum(leadSources), reportedAt: instant, deeds: z.string(), sources: z.string(), reach: z.string() })) }),
})
