import { asker, type Asker } from '#core/cascade/reask'
import type { Definition } from '#core/campaign/definition'
import type { Queries } from '../store/database'
import { levelAt } from '../store/campaigns'
import type { Services } from '../services'
import type { Claimed, JobKind } from './kind'

/** Enough that the way to the database costs little, and few enough that a crash repeats next to nothing. */
const AT_ONCE = 500

interface Payload { readonly after: string }
interface Child { readonly id: string; readonly overlay: Definition; readonly under: string; readonly extendedTo: number | null }
const payloadOf = (job: Claimed): Payload => job.payload as Payload

/** The level above was amended: every campaign that forwards it is asked whether it still fits. The answers are for their offices; nothing of theirs is changed. */
export const reaskChildren: JobKind = {
  kind: 'reaskChildren',
  async step(tx, job, services) {
    const { after } = payloadOf(job)
    const askers = await askersOf(tx, services, job.campaignId, after)
    const children = await readChildren(tx, job.campaignId, after, kindsOf([...askers.values()]))
    const answers = children.map((c) => ({ id: c.id, ...askers.get(c.under)!.ask(c.overlay, c.extendedTo) }))
    if (answers.length > 0) await tx.rows(
      `INSERT INTO reasked (campaign_id, parent_hash, fits, findings, at) SELECT a.id, $1, a.fits, a.findings, n.at
       FROM jsonb_to_recordset($2::jsonb) a(id uuid, fits boolean, findings jsonb), (SELECT product_time() AS at OFFSET 0) n ON CONFLICT DO NOTHING`, [after, JSON.stringify(answers)])
    return children.length
  },
  async deed(tx, job) {
    const { after } = payloadOf(job)
    const n = (await tx.row<{ asked: number; mend: number }>(
      `SELECT count(*)::int AS asked, count(*) FILTER (WHERE NOT r.fits)::int AS mend FROM reasked r JOIN campaigns c ON c.id = r.campaign_id WHERE c.parent_campaign_id = $1 AND r.parent_hash = $2`, [job.campaignId, after]))!
    return { chain: job.campaignId, act: 'children.reasked', subject: { kind: 'campaign', id: job.campaignId }, data: { definition: after, ...n } }
  },
}

/** Children of one parent may stand under different versions of it: each is asked from its own. */
const askersOf = async (q: Queries, services: Services, parentId: string, after: string): Promise<Map<string, Asker>> => {
  const unders = await q.rows<{ under: string }>(`SELECT DISTINCT parent_hash AS under FROM campaigns WHERE parent_campaign_id = $1 AND parent_hash <> $2`, [parentId, after])
  const end = (await q.row<{ end: number | null }>(`SELECT coalesce(extended_to, deadline) AS "end" FROM campaigns WHERE id = $1`, [parentId]))!.end
  const level = await levelAt(q, services.levels, parentId, after)
  const askers = new Map<string, Asker>()
  for (const { under } of unders) askers.set(under, asker(await levelAt(q, services.levels, parentId, under), level, end))
  return askers
}

const kindsOf = (askers: readonly Asker[]): string[] | null => (askers.some((a) => a.kinds === null) ? null : [...new Set(askers.flatMap((a) => [...a.kinds!]))])

/** The next of those nobody asked yet, with the rules that matter. One value instead of many rows: carrying rows costs more than reading them. */
const readChildren = async (q: Queries, parentId: string, after: string, kinds: readonly string[] | null): Promise<Child[]> => (await q.row<{ all: Child[] | null }>(
  `SELECT json_agg(k) AS all FROM (
     SELECT c.id, c.parent_hash AS under, floor(extract(epoch FROM c.extended_to) * 1000)::bigint AS "extendedTo",
       CASE WHEN $3::text[] IS NULL THEN c.overlay ELSE jsonb_set(c.overlay, '{rules}', coalesce((SELECT jsonb_agg(r) FROM jsonb_array_elements(c.overlay->'rules') r WHERE r->>'kind' = ANY($3)), '[]')) END AS overlay
     FROM campaigns c WHERE c.parent_campaign_id = $1 AND c.state <> 'closed' AND c.parent_hash <> $2 AND NOT EXISTS (SELECT FROM reasked r WHERE r.campaign_id = c.id AND r.parent_hash = $2) ORDER BY c.id LIMIT ${AT_ONCE}) k`,
  [parentId, after, kinds]))!.all ?? []
