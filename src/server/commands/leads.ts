/** 典型线索: reported in few words, looked at, passed on, declined with the reason, or made a nomination in one press. */
import { declineLead, openLead, passLead, reportLead, reportPublicly, takeUpLead } from '#contract/operations/leads'
import type { BodyOf } from '#contract/operation'
import { allows } from '#core/access/permission'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { acceptsPublicLeads, isOpenLead, isUnseen, judgeLeadTwins, markedLead, mayReport, type LeadSource, type Reporter } from '#core/nomination/lead'
import { askChannel } from '#core/rules/channels'
import { fillFromLead } from '../fill-from-lead'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId, normaliseCode, readableCode } from '../ids'
import { askToBegin } from '../may-begin'
import { definitionOf, readCampaignBySlug, readCampaignRow, type CampaignRow } from '../store/campaigns'
import { campaignsFor, lockLead, moveLead, otherTwins, ownTwins, pressOf, putLead, secretOf, textOfLead, unitsOfOffice, type LeadRow } from '../store/leads'
import { insertDraft, lockNomination } from '../store/nominations'
import { spellCandidate } from '../search/spelling'
import { inState } from './edit-nomination'

/** As many as a unit is asked to look at from the open page, and as many as one person reports within a day. */
const MOST_UNSEEN = 50
const MOST_A_DAY = 20

const report = async ({ tx, services, now, record }: CommandContext, row: CampaignRow | undefined, body: BodyOf<typeof reportLead>, source: LeadSource, by: { readonly accountId: string | null; readonly reporter: Reporter }) => {
  if (row === undefined || row.state === 'draft') throw absent()
  const definition = await definitionOf(tx, services.definitions, row.id, row.definitionHash)
  const { unitId, ...told } = body
  const against = [...mayReport(definition, source, row.state), ...markedLead({ ...told, ...by.reporter })]
  if (against.length > 0) return refusedBy(against)
  if (unitId !== null && (await tx.row(`SELECT 1 AS one FROM campaign_units WHERE campaign_id = $1 AND unit_id = $2`, [row.id, unitId])) === undefined) throw absent()
  const { unseen, sent } = await pressOf(tx, { campaignId: row.id, unitId, accountId: by.accountId })
  if (source === 'public' && unseen >= MOST_UNSEEN) throw new Refusal('limited', { zh: '这里收到的线索太多，还没有看完，暂不再收。请直接联系单位或活动办公室。', en: 'Too many leads wait here to be looked at; no more are taken for now. Please contact the unit or the office.' }, { retryAfterSeconds: 3600 })
  if (sent >= MOST_A_DAY) throw new Refusal('limited', { zh: `一个账号一天最多报 ${MOST_A_DAY} 条线索，请明天再报。`, en: `One account reports ${MOST_A_DAY} leads a day at most; go on tomorrow.` }, { retryAfterSeconds: 86_400 })
  const [id, code] = [newId(), readableCode()]
  await putLead(tx, services.keys, { ...told, id, campaignId: row.id, officeId: row.organisationId, unitId, source, reportedBy: by.accountId, reporter: by.reporter, codeHash: services.keys.mark(`lead ${normaliseCode(code)}`), at: await now() })
  record({ chain: row.id, act: 'lead.reported', subject: { kind: 'lead', id }, data: { source, unit: unitId } })
  return done({ code })
}
export const reportPubliclyCommand = command(reportPublicly, async ({ params, body }, context) => {
  const { reporter, ...told } = body
  return report(context, await readCampaignBySlug(context.tx, params.slug), told, 'public', { accountId: null, reporter })
})
export const reportLeadCommand = command(reportLead, async ({ params, body }, context) =>
  report(context, await readCampaignRow(context.tx, params.campaignId), body, 'person', { accountId: context.actor.accountId, reporter: { name: context.actor.personName, contact: '' } }))

/** What is decided stays so. */
const mustBeOpen = (lead: LeadRow): void => {
  if (!isOpenLead(lead.state)) throw new Refusal('conflict', { zh: '这条线索已经办了，请刷新页面。', en: 'This lead was dealt with: reload the page.' }, { state: lead.state })
}

export const openLeadCommand = command(openLead, async ({ params }, { tx, actor, services, subject, record }) => {
  const before = await lockLead(tx, params.leadId)
  const own = allows('holdersOfLead', actor, subject), first = own && isUnseen(before.state)
  if (first) await moveLead(tx, before.id, { state: 'seen' })
  const lead = first ? await lockLead(tx, before.id) : before
  const unit = actor.role === 'unitClerk' || actor.role === 'unitApprover'
  const into = []
  for (const c of own && unit ? await campaignsFor(tx, actor.organisationId, lead) : []) into.push({ ...c, late: ((await askToBegin(tx, services, c.id)).against[0] ?? null) as never })
  const ids = into.map((c) => c.id)
  const twins = ids.length === 0 ? [] : await ownTwins(tx, actor.organisationId, lead, ids)
  const { reach, reporter } = secretOf(services.keys, lead)
  if (first) record({ chain: lead.campaignId, act: 'lead.seen', subject: { kind: 'lead', id: lead.id }, data: {} })
  return done({
    ...lead, own, into, twins, reach: own ? reach : '', reporter: own ? reporter : null, nominationId: unit ? lead.nominationId : null,
    findings: (own && isOpenLead(lead.state) ? judgeLeadTwins({ own: twins, ...(await otherTwins(tx, lead, [...ids, lead.campaignId])) }) : []) as never,
  })
})

export const passLeadCommand = command(passLead, async ({ params, body }, { tx, actor, record }) => {
  const lead = await lockLead(tx, params.leadId)
  mustBeOpen(lead)
  const office = actor.role === 'office'
  // A unit gives it back; an office hands it to a unit of its own campaigns, or back to the one above.
  if (body.unitId === null ? lead.unitId === null : !office || body.unitId === lead.unitId || !(await unitsOfOffice(tx, actor.organisationId)).some((u) => u.id === body.unitId)) throw absent()
  await moveLead(tx, lead.id, { state: 'passed', unitId: body.unitId, ...(office && actor.organisationId !== lead.officeId ? { throughId: actor.organisationId } : {}) })
  record({ chain: lead.campaignId, act: 'lead.passed', subject: { kind: 'lead', id: lead.id }, data: { to: body.unitId } })
  return done({})
})

export const declineLeadCommand = command(declineLead, async ({ params, body }, { tx, record }) => {
  const lead = await lockLead(tx, params.leadId)
  mustBeOpen(lead)
  const marked = markedLead({ reason: body.reason })
  if (marked.length > 0) return refusedBy(marked)
  await moveLead(tx, lead.id, { state: 'declined', reason: body.reason })
  record({ chain: lead.campaignId, act: 'lead.declined', subject: { kind: 'lead', id: lead.id }, data: {} })
  return done({})
})

/** A draft takes no seat: whether one is free is asked when the unit submits, as ever. */
export const takeUpLeadCommand = command(takeUpLead, async ({ params, body }, context) => {
  const { tx, actor, services, record } = context
  const lead = await lockLead(tx, params.leadId)
  mustBeOpen(lead)
  if (!(await campaignsFor(tx, actor.organisationId, lead)).some((c) => c.id === params.campaignId)) return refusedBy([finding({ code: 'lead.elsewhere', rule: null, what: ['这条线索不能在这个活动里采用：活动已经结束，或线索不是这家办公室收到的', 'The lead cannot be taken up there: the campaign is over, or the lead came in by another office'], mend: ['线索留着，下次活动时可以采用。', 'The lead is kept; it can be taken up in the next campaign.'] })])
  const twins = await ownTwins(tx, actor.organisationId, lead, [params.campaignId])
  const text = textOfLead(services.keys, lead)
  if (body.into !== null) {
    if (!twins.some((t) => t.nominationId === body.into)) throw absent()
    inState(await lockNomination(tx, body.into), 'edit')
    const filled = await fillFromLead(tx, services, actor, body.into, text)
    await moveLead(tx, lead.id, { state: 'takenUp', nominationId: body.into })
    record({ chain: params.campaignId, act: 'lead.joined', subject: { kind: 'nomination', id: body.into }, data: { lead: lead.id, fields: filled } })
    return done({ nominationId: body.into, filled })
  }
  // To a nomination that is there it is added at any time; one is begun as by every other way.
  const { at, against } = await askToBegin(tx, services, params.campaignId)
  if (stopsAt(against)) return refusedBy(against)
  if (twins.length !== body.twinsSeen) return refusedBy(twins.length > 0 ? judgeLeadTwins({ own: twins, elsewhere: false, leads: 0 }) : [finding({ code: 'lead.twinsGone', rule: null, what: ['同名的推荐刚有变化', 'Nominations of this name have just changed'], mend: ['请刷新页面，重新看一遍。', 'Reload the page and look again.'] })])
  const id = newId()
  await insertDraft(tx, { id, campaignId: params.campaignId, unitId: actor.organisationId, candidateName: lead.candidateName, at })
  await spellCandidate(tx, id, lead.candidateName)
  await tx.rows(`UPDATE campaign_units SET first_opened_at = product_time(), opened_by = $3 WHERE campaign_id = $1 AND unit_id = $2 AND first_opened_at IS NULL`, [params.campaignId, actor.organisationId, actor.accountId])
  const filled = await fillFromLead(tx, services, actor, id, text)
  const row = await lockNomination(tx, id)
  // 社会征集: by which channel it came is known; the unit may say otherwise.
  if (lead.source === 'public' && acceptsPublicLeads(await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash))) await tx.rows(`UPDATE nominations SET answers = $2 WHERE id = $1`, [id, { ...row.answers, properties: { ...row.answers.properties, [askChannel('public').id]: true } }])
  await moveLead(tx, lead.id, { state: 'takenUp', nominationId: id })
  record({ chain: params.campaignId, act: 'lead.takenUp', subject: { kind: 'nomination', id }, data: { lead: lead.id, fields: filled } })
  return done({ nominationId: id, filled })
})
