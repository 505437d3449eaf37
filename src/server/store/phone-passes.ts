import type { Actor, Role } from '#core/access/actor'
import { allows } from '#core/access/permission'
import { CODE_MINUTES, PASS_MINUTES } from '#core/access/phone-pass'
import type { Queries } from './database'
import { locate } from './subjects'

/** A telephone that was let in: to the materials of one nomination, as the person at the desk, for nothing else. */
export interface HeldPass { readonly id: string; readonly nominationId: string; readonly campaignId: string; readonly endsAt: number; readonly actor: Actor }

interface Row { id: string; nominationId: string; campaignId: string; endsAt: number; account: string; personName: string; role: Role; organisation: string; office: string | null }
/** Open, and of somebody who may still fill this nomination in; asked at every request. Unknown, ended and over are not there, alike. */
export const openPassOf = async (q: Queries, tokenHash: Buffer): Promise<HeldPass | undefined> => {
  const r = await q.row<Row>(
    `SELECT p.id, p.nomination_id AS "nominationId", n.campaign_id AS "campaignId", p.ends_at AS "endsAt", p.account_id AS account, a.person_name AS "personName", m.role, m.organisation_id AS organisation, m.for_office AS office
     FROM phone_passes p JOIN nominations n ON n.id = p.nomination_id JOIN accounts a ON a.id = p.account_id JOIN memberships m ON m.id = p.membership_id AND m.account_id = p.account_id JOIN sessions s ON s.token_hash = p.session_hash
     WHERE p.token_hash = $1 AND p.ended_at IS NULL AND p.ends_at > clock_timestamp() AND s.expires_at > clock_timestamp()`, [tokenHash])
  if (r === undefined) return undefined
  const actor: Actor = { accountId: r.account, personName: r.personName, role: r.role, organisationId: r.organisation, ...(r.office === null ? {} : { forOffice: r.office }) }
  const { subject } = await locate(q, { nominationId: r.nominationId }, actor)
  return allows('fillersOfNomination', actor, subject) ? { id: r.id, nominationId: r.nominationId, campaignId: r.campaignId, endsAt: r.endsAt, actor } : undefined
}

interface NewPass { readonly id: string; readonly nominationId: string; readonly accountId: string; readonly membershipId: string; readonly sessionHash: Buffer; readonly codeHash: Buffer }
/** A new code takes the place of the person’s own that nobody has opened. */
export const putPass = async (tx: Queries, p: NewPass): Promise<number> => {
  await tx.rows(`UPDATE phone_passes SET ended_at = clock_timestamp() WHERE nomination_id = $1 AND account_id = $2 AND opened_at IS NULL AND ended_at IS NULL`, [p.nominationId, p.accountId])
  return (await tx.row<{ until: number }>(
    `INSERT INTO phone_passes (id, nomination_id, account_id, membership_id, session_hash, code_hash, code_until) VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + interval '${CODE_MINUTES} minutes') RETURNING code_until AS until`,
    [p.id, p.nominationId, p.accountId, p.membershipId, p.sessionHash, p.codeHash]))!.until
}

/** Once: of two that come with one code the second finds it used. */
export const openPass = (tx: Queries, codeHash: Buffer, tokenHash: Buffer, device: string): Promise<{ id: string; nominationId: string; campaignId: string; accountId: string; endsAt: number } | undefined> => tx.row(
  `UPDATE phone_passes p SET token_hash = $2, device = $3, opened_at = clock_timestamp(), ends_at = clock_timestamp() + interval '${PASS_MINUTES} minutes' FROM nominations n
   WHERE p.code_hash = $1 AND p.opened_at IS NULL AND p.ended_at IS NULL AND p.code_until > clock_timestamp() AND n.id = p.nomination_id RETURNING p.id, p.nomination_id AS "nominationId", n.campaign_id AS "campaignId", p.account_id AS "accountId", p.ends_at AS "endsAt"`, [codeHash, tokenHash, device])

/** Telephones of this person that are let in now. */
export const openPasses = (q: Queries, nominationId: string, accountId: string): Promise<{ handoverId: string; device: string; openedAt: number; endsAt: number }[]> => q.rows(
  `SELECT id AS "handoverId", device, opened_at AS "openedAt", ends_at AS "endsAt" FROM phone_passes WHERE nomination_id = $1 AND account_id = $2 AND opened_at IS NOT NULL AND ended_at IS NULL AND ends_at > clock_timestamp() ORDER BY opened_at`, [nominationId, accountId])
/** All of this person's, opened or not. How many telephones it shut out. */
export const endPasses = async (tx: Queries, nominationId: string, accountId: string): Promise<number> =>
  (await tx.rows<{ opened: boolean }>(`UPDATE phone_passes SET ended_at = clock_timestamp() WHERE nomination_id = $1 AND account_id = $2 AND ended_at IS NULL RETURNING opened_at IS NOT NULL AS opened`, [nominationId, accountId])).filter((p) => p.opened).length
export const endPass = (tx: Queries, id: string): Promise<unknown> => tx.rows(`UPDATE phone_passes SET ended_at = clock_timestamp() WHERE id = $1`, [id])
