import { noAnswers } from '#core/nomination/form'
import { offlineName, type Carriage } from '#core/secrecy/offline-track'
import type { Queries } from './database'

export interface Registered { readonly carriedBy: Carriage; readonly officerName: string; readonly officerPost: string; readonly volumes: number }

/** As part of a row `n` of nominations: `OfflineFacts`, or null of one that is online. */
export const offlineOf = `(SELECT json_build_object('number', i.number, 'carriedBy', i.carried_by, 'officerName', i.officer_name, 'officerPost', i.officer_post, 'volumes', i.volumes,
    'received', CASE WHEN i.received_on IS NULL THEN NULL ELSE json_build_object('on', i.received_on, 'volumes', i.received_volumes, 'by', (SELECT a.person_name FROM accounts a WHERE a.id = i.received_by), 'at', (extract(epoch FROM i.received_at) * 1000)::bigint) END)
  FROM offline_items i WHERE i.nomination_id = n.id)`

/** Takes the next number of the campaign and begins a draft under it. */
export const insertOffline = async (tx: Queries, n: { readonly id: string; readonly campaignId: string; readonly unitId: string; readonly at: number } & Registered): Promise<number> => {
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('offline ' || $1, 0))`, [n.campaignId])
  const { number } = (await tx.row<{ number: number }>(`SELECT coalesce(max(number), 0)::int + 1 AS number FROM offline_items WHERE campaign_id = $1`, [n.campaignId]))!
  await tx.rows(`INSERT INTO nominations (id, campaign_id, unit_id, track, state, candidate_name, answers, created_at, changed_at) VALUES ($1, $2, $3, 'offline', 'draft', $4, $5, to_timestamp($6 / 1000.0), to_timestamp($6 / 1000.0))`,
    [n.id, n.campaignId, n.unitId, offlineName(number), noAnswers, n.at])
  await tx.rows(`INSERT INTO offline_items (nomination_id, campaign_id, number, carried_by, officer_name, officer_post, volumes) VALUES ($1, $2, $3, $4, $5, $6, $7)`, [n.id, n.campaignId, number, n.carriedBy, n.officerName, n.officerPost, n.volumes])
  return number
}

export const updateOffline = (tx: Queries, id: string, r: Registered): Promise<unknown> =>
  tx.rows(`UPDATE offline_items SET carried_by = $2, officer_name = $3, officer_post = $4, volumes = $5 WHERE nomination_id = $1`, [id, r.carriedBy, r.officerName, r.officerPost, r.volumes])
export const markReceived = (tx: Queries, id: string, r: { readonly on: string; readonly volumes: number; readonly by: string; readonly at: number }): Promise<unknown> =>
  tx.rows(`UPDATE offline_items SET received_on = $2, received_volumes = $3, received_by = $4, received_at = to_timestamp($5 / 1000.0) WHERE nomination_id = $1`, [id, r.on, r.volumes, r.by, r.at])
