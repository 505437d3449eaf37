/** An honour is revoked and restored by two persons, each time by a new entry in the register; certificates leave as a package. */
import { confirmHonourChange, packageCertificates, proposeHonourChange, shapeCertificates, withdrawHonourChange } from '#contract/operations/honours'
import { entryOf, mayConfirmChange, mayProposeChange, standingAfter } from '#core/announcement/honour-register'
import { recallOutside } from '#core/announcement/recall'
import { recallOfPlaced } from '#core/publicity/story/recall'
import { Refusal } from '#core/kernel/refusal'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { newId } from '../ids'
import { publishCampaign } from '../public/publish'
import { definitionOfCampaign } from '../store/campaigns'
import { endInterviews } from '../store/interviews'
import { callBackItems, itemsToRecall } from '../store/media-plan'
import { enterLater, lockProposal, openProposals, readRegistered, registeredIn, standingOf } from '../store/honour-register'
import { askPackage } from './packages'

export const shapeCertificatesCommand = command(shapeCertificates, async ({ params: { campaignId }, body: { upright } }, { tx, record }) => {
  const changed = await tx.row(`UPDATE campaigns SET certificates_upright = $2 WHERE id = $1 AND certificates_upright <> $2 RETURNING 1 AS done`, [campaignId, upright])
  if (changed !== undefined) record({ chain: campaignId, act: 'honour.certificatesShaped', subject: { kind: 'campaign', id: campaignId }, data: { upright } })
  return done({})
})

export const proposeHonourChangeCommand = command(proposeHonourChange, async ({ params, body }, { tx, actor, now, record }) => {
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId])
  const h = await readRegistered(tx, params.honourId)
  if (h === undefined || h.campaignId !== params.campaignId) throw absent()
  const found = mayProposeChange({ ...body, standing: standingOf(h), waiting: (await openProposals(tx, [h.honourId])).length > 0 })
  if (stopsAt(found)) return refusedBy(found)
  const [id, at] = [newId(), await now()]
  await tx.rows(`INSERT INTO honour_proposals (id, honour_id, campaign_id, change, reason, basis, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0))`, [id, h.honourId, params.campaignId, body.change, body.reason, body.basis, actor.accountId, at])
  record({ chain: params.campaignId, act: 'honour.changeProposed', subject: { kind: 'nomination', id: h.nominationId }, data: { honour: h.honourId, number: h.number, change: body.change, proposal: id, reason: body.reason, basis: body.basis } })
  return done({ proposalId: id })
})

export const confirmHonourChangeCommand = command(confirmHonourChange, async ({ params }, { tx, services, actor, now, record }) => {
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId])
  const p = await lockProposal(tx, params.proposalId, params.campaignId)
  if (p === undefined) throw absent()
  const h = (await readRegistered(tx, p.honourId))!
  const found = mayConfirmChange({ proposedByAsker: p.proposedBy === actor.accountId, over: p.over, standing: standingOf(h), change: p.change })
  if (stopsAt(found)) return refusedBy(found)
  const [entry, at, kind] = [newId(), await now(), entryOf(p.change) as 'revoked' | 'restored']
  await enterLater(tx, { id: entry, honour: h, kind, at, reason: p.reason, basis: p.basis, proposedBy: p.proposedBy, confirmedBy: actor.accountId })
  await tx.rows(`UPDATE honour_proposals SET confirmed_by = $2, confirmed_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [p.id, actor.accountId, at])
  await publishCampaign(tx, services, params.campaignId)
  if (kind === 'revoked') await callBackItems(tx, h.nominationId, at)
  const interviews = kind === 'revoked' ? await endInterviews(tx, h.nominationId, at, actor.accountId, 'office', '荣誉撤销') : 0
  const recall = kind === 'revoked' ? [...recallOfPlaced(await itemsToRecall(tx, h.nominationId)), ...recallOutside(await definitionOfCampaign(tx, services.definitions, params.campaignId))] : []
  record({ chain: params.campaignId, act: kind === 'revoked' ? 'honour.revoked' : 'honour.restored', subject: { kind: 'nomination', id: h.nominationId }, data: { honour: h.honourId, number: h.number, entry, proposal: p.id, reason: p.reason, ...(interviews > 0 && { interviews }) } })
  return done({ standing: standingAfter(kind), recall })
})

export const withdrawHonourChangeCommand = command(withdrawHonourChange, async ({ params }, { tx, record }) => {
  const p = await lockProposal(tx, params.proposalId, params.campaignId)
  if (p === undefined) throw absent()
  if (p.over) throw new Refusal('conflict', { zh: '这份提请已经办过或撤回。', en: 'This proposal was carried out or withdrawn.' })
  const h = (await readRegistered(tx, p.honourId))!
  await tx.rows(`UPDATE honour_proposals SET withdrawn_at = product_time() WHERE id = $1`, [p.id])
  record({ chain: params.campaignId, act: 'honour.changeWithdrawn', subject: { kind: 'nomination', id: h.nominationId }, data: { honour: h.honourId, number: h.number, change: p.change, proposal: p.id } })
  return done({})
})

export const packageCertificatesCommand = command(packageCertificates, async ({ params: { campaignId } }, context) => {
  const standing = (await registeredIn(context.tx, campaignId)).filter((h) => standingOf(h) === 'valid')
  return askPackage({ campaignId, which: 'certificates', nominationIds: standing.map((h) => h.nominationId), candidate: null }, context)
})
