/** 隐私放行: proposed by the office, confirmed by another of the office or by the supervisor. */
import { randomBytes } from 'node:crypto'
import { confirmPrivacyPass, proposePrivacyPass, withdrawPrivacyPass } from '#contract/operations/privacy-passes'
import { mayConfirmPass, mayProposePass, passHash } from '#core/announcement/privacy-pass'
import { absent, command, done, refusedBy } from '../handler'
import { newId } from '../ids'
import { readPasses } from '../store/privacy-passes'

export const proposePrivacyPassCommand = command(proposePrivacyPass, async ({ params: { campaignId }, body }, c) => {
  const { tx, actor, services, record } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  if ((await tx.row(`SELECT 1 FROM nominations WHERE id = $1 AND campaign_id = $2 AND track = 'online'`, [body.nominationId, campaignId])) === undefined) throw absent()
  const thing = { of: body.nominationId, text: body.text, kind: body.kind, found: body.found }
  const against = mayProposePass(thing, body.reason, (await readPasses(tx, services.keys, campaignId)).map((p) => p.thing))
  if (against.length > 0) return refusedBy(against)
  const [id, salt] = [newId(), randomBytes(16).toString('hex')]
  const hash = passHash(thing, salt)
  await tx.rows(`INSERT INTO privacy_passes (id, campaign_id, nomination_id, kind, sealed, hash, reason, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0))`, [id, campaignId, body.nominationId, body.kind, services.keys.seal(Buffer.from(JSON.stringify({ thing, salt }))), hash, body.reason, actor.accountId, await c.now()])
  record({ chain: campaignId, act: 'privacyPass.proposed', subject: { kind: 'privacyPass', id }, data: { nomination: body.nominationId, kind: body.kind, text: hash, reason: body.reason } })
  return done({})
})

export const confirmPrivacyPassCommand = command(confirmPrivacyPass, async ({ params: { campaignId, passId } }, c) => {
  const { tx, actor, record } = c
  const row = await tx.row<{ proposed_by: string; settled: boolean; hash: string; kind: string; nomination_id: string }>(`SELECT proposed_by, confirmed_at IS NOT NULL OR withdrawn_at IS NOT NULL AS settled, hash, kind, nomination_id FROM privacy_passes WHERE id = $1 AND campaign_id = $2 FOR UPDATE`, [passId, campaignId])
  if (row === undefined) throw absent()
  const against = mayConfirmPass({ own: row.proposed_by === actor.accountId, over: row.settled })
  if (against.length > 0) return refusedBy(against)
  await tx.rows(`UPDATE privacy_passes SET confirmed_by = $2, confirmed_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [passId, actor.accountId, await c.now()])
  record({ chain: campaignId, act: 'privacyPass.confirmed', subject: { kind: 'privacyPass', id: passId }, data: { nomination: row.nomination_id, kind: row.kind, text: row.hash } })
  return done({})
})

export const withdrawPrivacyPassCommand = command(withdrawPrivacyPass, async ({ params: { campaignId, passId } }, c) => {
  const { tx, record } = c
  const row = await tx.row<{ settled: boolean; hash: string }>(`SELECT confirmed_at IS NOT NULL OR withdrawn_at IS NOT NULL AS settled, hash FROM privacy_passes WHERE id = $1 AND campaign_id = $2 FOR UPDATE`, [passId, campaignId])
  if (row === undefined) throw absent()
  const against = mayConfirmPass({ own: false, over: row.settled })
  if (against.length > 0) return refusedBy(against)
  await tx.rows(`UPDATE privacy_passes SET withdrawn_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [passId, await c.now()])
  record({ chain: campaignId, act: 'privacyPass.withdrawn', subject: { kind: 'privacyPass', id: passId }, data: { text: row.hash } })
  return done({})
})
