/** What is called out on `xuanshu_looks` with the commit of a transaction. Words and ids for this program alone: nothing of them goes to a page but the topic and a campaign its reader has. */
import type { Role } from '#core/access/actor'

export type Heard =
  | { readonly what: 'sessions' }
  | { readonly what: 'campaign'; readonly campaignId: string; readonly hostId: string }
  | { readonly what: 'news'; readonly accountId: string; readonly role: Role; readonly organisationId: string; readonly campaignId: string | null }
  | { readonly what: 'nothing' }

/** In SQL, of an act whose chain is a campaign; of another chain it says nothing. @param chain such as `$1` */
export const callCampaign = (chain: string): string => `pg_notify('xuanshu_looks', coalesce((SELECT concat_ws(' ', 'campaign', c.id, c.organisation_id) FROM campaigns c WHERE c.id = ${chain}::uuid), ''))`
/** In SQL, of rows of news: one call for each seat and campaign. */
export const callNews = (rows: string): string => `SELECT pg_notify('xuanshu_looks', concat_ws(' ', 'news', account_id, role, organisation_id, coalesce(campaign_id::text, '-'))) FROM (SELECT DISTINCT account_id, role, organisation_id, campaign_id FROM ${rows}) x`

export const heardIn = (payload: string): Heard => {
  const [what, ...rest] = payload.split(' ')
  if (what === 'sessions') return { what }
  if (what === 'campaign' && rest.length === 2) return { what, campaignId: rest[0]!, hostId: rest[1]! }
  const [accountId, role, organisationId, campaignId] = rest
  if (what === 'news' && rest.length === 4) return { what, accountId: accountId!, role: role as Role, organisationId: organisationId!, campaignId: campaignId === '-' ? null : campaignId! }
  return { what: 'nothing' }
}
