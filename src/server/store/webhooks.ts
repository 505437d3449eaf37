/** Webhooks of an office, what waits for them, and what became of it. Addresses and secrets leave here sealed. */
import type { HookLine, HookNews, WebhookTemplate } from '#core/news/webhook'
import { newId } from '../ids'
import type { Queries } from './database'

export interface WebhookRow { readonly webhookId: string; readonly name: string; readonly template: WebhookTemplate; readonly host: string; readonly hasSecret: boolean; readonly groups: readonly string[]; readonly language: 'zh' | 'en'; readonly state: 'on' | 'off' | 'stopped'; readonly failingSince: number | null }
export interface DeliveryRow { readonly deliveryId: string; readonly webhookId: string; readonly isTest: boolean; readonly lines: number; readonly state: 'waiting' | 'sending' | 'sent' | 'failed'; readonly attempts: number; readonly createdAt: number; readonly nextTryAt: number; readonly status: number | null; readonly error: string | null }
const columns = `w.id AS "webhookId", w.name, w.template, w.host, w.secret IS NOT NULL AS "hasSecret", w.groups, w.language, w.state, w.failing_since AS "failingSince"`

export const listWebhooks = (q: Queries, organisationId: string): Promise<WebhookRow[]> => q.rows<WebhookRow>(`SELECT ${columns} FROM webhooks w WHERE w.organisation_id = $1 ORDER BY w.created_at, w.id`, [organisationId])
export const listDeliveries = (q: Queries, organisationId: string, most: number): Promise<DeliveryRow[]> => q.rows<DeliveryRow>(
  `SELECT d.* FROM webhooks w CROSS JOIN LATERAL (SELECT d.id AS "deliveryId", d.webhook_id AS "webhookId", d.is_test AS "isTest", jsonb_array_length(d.lines) AS lines, d.state, d.attempts, d.created_at AS "createdAt", d.next_try_at AS "nextTryAt", d.status, d.error
     FROM webhook_deliveries d WHERE d.webhook_id = w.id ORDER BY d.created_at DESC, d.id DESC LIMIT $2) d WHERE w.organisation_id = $1`, [organisationId, most])
/** Only of this organisation: another's is none. */
export const lockWebhook = (tx: Queries, organisationId: string, webhookId: string): Promise<WebhookRow | undefined> => tx.row<WebhookRow>(`SELECT ${columns} FROM webhooks w WHERE w.id = $2 AND w.organisation_id = $1 FOR UPDATE`, [organisationId, webhookId])

export interface Kept { readonly name: string; readonly template: WebhookTemplate; readonly groups: readonly string[]; readonly language: 'zh' | 'en'; /** Sealed; null: as they were. */ readonly address: { readonly sealed: Buffer; readonly host: string } | null; readonly secret: Buffer | null }
export const insertWebhook = async (tx: Queries, organisationId: string, by: string, k: Kept & { readonly address: NonNullable<Kept['address']> }): Promise<string> => {
  const id = newId()
  await tx.rows(`INSERT INTO webhooks (id, organisation_id, name, template, address, host, secret, groups, language, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, product_time(), $10)`, [id, organisationId, k.name, k.template, k.address.sealed, k.address.host, k.secret, k.groups, k.language, by])
  return id
}
export const updateWebhook = async (tx: Queries, id: string, k: Kept): Promise<void> => {
  await tx.rows(`UPDATE webhooks SET name = $2, template = $3, groups = $4, language = $5, address = coalesce($6, address), host = coalesce($7, host), secret = coalesce($8, CASE WHEN template = $3 THEN secret END) WHERE id = $1`, [id, k.name, k.template, k.groups, k.language, k.address?.sealed ?? null, k.address?.host ?? null, k.secret])
}
/** What waited for one that is off is not sent when it is on again. */
export const setWebhookState = async (tx: Queries, id: string, state: 'on' | 'off' | 'stopped'): Promise<void> => {
  await tx.rows(`UPDATE webhooks SET state = $2, failing_since = NULL WHERE id = $1`, [id, state])
  if (state === 'on') return
  await tx.rows(`DELETE FROM webhook_news WHERE webhook_id = $1 AND delivery_id IS NULL`, [id])
  await tx.rows(`UPDATE webhook_deliveries SET state = 'failed', leased_until = NULL WHERE webhook_id = $1 AND state IN ('waiting','sending')`, [id])
}
export const deleteWebhook = async (tx: Queries, id: string): Promise<void> => { await tx.rows(`DELETE FROM webhooks WHERE id = $1`, [id]) }

export const keepDelivery = async (tx: Queries, webhookId: string, lines: readonly HookLine[], isTest: boolean): Promise<string> => {
  const id = newId()
  await tx.rows(`INSERT INTO webhook_deliveries (id, webhook_id, lines, is_test, created_at) VALUES ($1, $2, $3, $4, product_time())`, [id, webhookId, JSON.stringify(lines), isTest])
  // Somebody waits for it.
  if (isTest) await tx.rows(`SELECT pg_notify('xuanshu_hooks', '')`)
  return id
}

/** Hooks whose oldest piece of news has waited long enough. @param before instant, product time */
export const hooksToBundle = (tx: Queries, before: number): Promise<{ webhookId: string; language: 'zh' | 'en' }[]> => tx.rows(
  `SELECT w.id AS "webhookId", w.language FROM webhooks w WHERE w.state = 'on' AND EXISTS (SELECT FROM webhook_news n WHERE n.webhook_id = w.id AND n.delivery_id IS NULL AND n.at <= to_timestamp($1 / 1000.0)) FOR UPDATE OF w SKIP LOCKED`, [before])
export const waitingNews = (tx: Queries, webhookId: string): Promise<(HookNews & { readonly id: string })[]> => tx.rows(
  `SELECT n.id, n.kind, n.detail, n.at, c.resolved->'name' AS campaign, o.name AS unit FROM webhook_news n LEFT JOIN campaigns c ON c.id = n.campaign_id LEFT JOIN organisations o ON o.id = n.unit_id WHERE n.webhook_id = $1 AND n.delivery_id IS NULL ORDER BY n.at, n.id LIMIT 200`, [webhookId])
export const bundled = async (tx: Queries, ids: readonly string[], deliveryId: string): Promise<void> => { await tx.rows(`UPDATE webhook_news SET delivery_id = $2 WHERE id = ANY($1)`, [ids, deliveryId]) }

export interface TakenDelivery { readonly id: string; readonly webhookId: string; readonly lines: readonly HookLine[]; readonly isTest: boolean; readonly attempts: number; readonly template: WebhookTemplate; readonly address: Buffer; readonly secret: Buffer | null; readonly language: 'zh' | 'en' }
/** Marked before anybody sends them; one whose process died is taken up again when its lease is over. A receiver knows a second one by its id. */
export const takeDeliveries = (q: Queries, most: number, leaseSeconds: number): Promise<TakenDelivery[]> => q.rows<TakenDelivery>(
  `UPDATE webhook_deliveries d SET state = 'sending', attempts = attempts + 1, leased_until = clock_timestamp() + make_interval(secs => $2) FROM webhooks w
   WHERE w.id = d.webhook_id AND d.id IN (SELECT id FROM webhook_deliveries WHERE state = 'waiting' AND next_try_at <= clock_timestamp() OR state = 'sending' AND leased_until < clock_timestamp() ORDER BY next_try_at, id FOR UPDATE SKIP LOCKED LIMIT $1)
   RETURNING d.id, d.webhook_id AS "webhookId", d.lines, d.is_test AS "isTest", d.attempts, w.template, w.address, w.secret, w.language`, [most, leaseSeconds])

export const markSent = async (q: Queries, d: TakenDelivery, status: number): Promise<void> => {
  await q.rows(`UPDATE webhook_deliveries SET state = 'sent', leased_until = NULL, sent_at = clock_timestamp(), status = $2, error = NULL WHERE id = $1`, [d.id, status])
  await q.rows(`UPDATE webhooks SET failing_since = NULL WHERE id = $1`, [d.webhookId])
}
/** Days since when everything failed. @param pause seconds; null: given up */
export const markFailed = async (q: Queries, d: TakenDelivery, status: number | null, error: string, pause: number | null): Promise<number> => {
  await q.rows(`UPDATE webhook_deliveries SET state = CASE WHEN $4::float8 IS NULL THEN 'failed' ELSE 'waiting' END, leased_until = NULL, status = $2, error = $3, next_try_at = clock_timestamp() + make_interval(secs => coalesce($4, 0)) WHERE id = $1`, [d.id, status, error.slice(0, 200), pause])
  if (d.isTest) return 0
  return (await q.row<{ days: number }>(`UPDATE webhooks SET failing_since = coalesce(failing_since, clock_timestamp()) WHERE id = $1 RETURNING (extract(epoch FROM clock_timestamp() - failing_since) / 86400)::float8 AS days`, [d.webhookId]))?.days ?? 0
}
export const hookOwner = (tx: Queries, webhookId: string): Promise<{ organisationId: string; state: string } | undefined> => tx.row(`SELECT organisation_id AS "organisationId", state FROM webhooks WHERE id = $1 FOR UPDATE`, [webhookId])
/** Kept for some weeks, to be looked at. */
export const forgetDeliveries = async (q: Queries, days: number): Promise<void> => {
  await q.rows(`DELETE FROM webhook_deliveries WHERE state IN ('sent','failed') AND created_at < product_time() - make_interval(days => $1)`, [days])
}
export const countTests = (q: Queries, webhookId: string): Promise<number> => q.row<{ n: number }>(`SELECT count(*)::int AS n FROM webhook_deliveries WHERE webhook_id = $1 AND is_test AND created_at > product_time() - interval '1 hour'`, [webhookId]).then((r) => r!.n)
