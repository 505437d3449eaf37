/** 请外单位出具: the clerk makes a link for an office that has no account, and takes it back. */
import { askOpinion, revokeOpinion } from '#contract/operations/opinions'
import { judgeAsking } from '#core/appraisal/opinion-request'
import { ruleOf } from '#core/campaign/definition'
import { absent, command, done, refusedBy } from '../handler'
import { definitionOf } from '../store/campaigns'
import { lockNomination, type NominationRow } from '../store/nominations'
import { keepRequest, newLink, revokeOne, revokeOpen } from '../store/opinion-requests'
import { inState } from './edit-nomination'

/** The campaign's end, or the term of a return that outlives it. */
export const endOf = (row: Pick<NominationRow, 'state' | 'end' | 'returnUntil'>): number => (row.state === 'returned' && row.returnUntil !== null ? Math.max(row.end, row.returnUntil) : row.end)

/** The token leaves in this answer alone; kept is its hash. An open link for the same file dies with it. */
export const askOpinionCommand = command(askOpinion, async ({ params, body }, { tx, services, actor, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  inState(row, 'edit')
  const rule = ruleOf(await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash), 'material', body.materialId)
  if (rule === undefined) throw absent()
  const at = await now()
  const asked = judgeAsking(rule, { answerBy: body.answerBy, end: endOf(row), now: at })
  if (!asked.ok) return refusedBy(asked.findings)
  await revokeOpen(tx, row.id, rule.id, rule.max === 1 ? null : body.office)
  const { token, hash } = newLink()
  const requestId = await keepRequest(tx, { campaignId: row.campaignId, nominationId: row.id, materialId: rule.id, office: body.office, contact: services.keys.seal(Buffer.from(JSON.stringify(body.contact))), tokenHash: hash, at, by: actor.accountId, until: asked.until })
  record({ chain: row.campaignId, act: 'opinion.asked', subject: { kind: 'nomination', id: row.id }, data: { material: rule.id, request: requestId, until: asked.until } })
  return done({ requestId, token, until: asked.until })
})

/** In any state of the nomination: a link that should not be out is never kept. An answered one has nothing to take back. */
export const revokeOpinionCommand = command(revokeOpinion, async ({ params }, { tx, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  const revoked = await revokeOne(tx, row.id, params.requestId)
  if (revoked === undefined) throw absent()
  record({ chain: row.campaignId, act: 'opinion.revoked', subject: { kind: 'nomination', id: row.id }, data: { material: revoked.materialId, request: params.requestId } })
  return done({})
})
