/** What became of nominations above: as a file of results told it, or as it stands where the campaign is in this very installation. */
import type { SentResult } from '#core/upward/contents'
import type { Queries } from '../store/database'

type Told = Omit<SentResult, 'nominationId' | 'version'>
const ms = (c: string): string => `(extract(epoch FROM ${c}) * 1000)::bigint`

/** What is decided of a campaign's own nominations, in the order it happened: the last screening of each, honours given, revoked, and, when the campaign is closed, who was not chosen. */
export const decidedHere = async (q: Queries, ids: readonly string[]): Promise<readonly (Told & { readonly nominationId: string })[]> => {
  const rows = await q.rows<{ nominationId: string; decided: string | null; at: number; note: string; points: SentResult['points']; until: number | null; state: string; closed: boolean; closedAt: number | null; changedAt: number; honours: { kind: string; at: number; number: string; reason: string }[] }>(
    `SELECT n.id AS "nominationId", s.decision AS decided, s.decided_at AS at, s.note, s.points, s.until, n.state, c.state = 'closed' AS closed, ${ms('n.changed_at')} AS "changedAt", (SELECT max(${ms('h.given_at')}) FROM honours h WHERE h.campaign_id = c.id) AS "closedAt",
       coalesce((SELECT json_agg(json_build_object('kind', e.kind, 'at', ${ms('e.at')}, 'number', g.number, 'reason', coalesce(e.reason, '')) ORDER BY e.position) FROM honour_register g JOIN honour_register e ON e.honour_id = g.honour_id WHERE g.kind = 'given' AND g.nomination_id = n.id), '[]') AS honours
     FROM nominations n JOIN campaigns c ON c.id = n.campaign_id LEFT JOIN LATERAL (SELECT * FROM screenings x WHERE x.nomination_id = n.id ORDER BY x.decided_at DESC, x.id DESC LIMIT 1) s ON true WHERE n.id = ANY($1) ORDER BY n.id`, [[...ids]])
  return rows.flatMap((r) => {
    const bare = { nominationId: r.nominationId, note: '', points: [], until: null, number: null }
    const screened: (Told & { nominationId: string })[] = r.decided === null || !['returned', 'accepted', 'rejected'].includes(r.state) ? [] : [{ ...bare, outcome: r.state as 'returned', at: r.at, note: r.note, points: r.points, until: r.decided === 'return' ? r.until : null }]
    const honoured = r.honours.map((h) => ({ ...bare, outcome: h.kind === 'revoked' ? 'revoked' as const : 'honoured' as const, at: h.at, note: h.reason, number: h.number }))
    const left: typeof screened = r.closed && r.state === 'accepted' && r.honours.length === 0 ? [{ ...bare, outcome: 'notChosen', at: r.closedAt ?? r.changedAt }] : []
    return [...screened, ...honoured, ...left]
  })
}

/** Told by files, and what stands here. */
export const resultsOf = async (q: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Told[]>> => {
  const told = await q.rows<Told & { nominationId: string }>(`SELECT nomination_id AS "nominationId", outcome, at, note, points, until, number FROM upward_results WHERE nomination_id = ANY($1) ORDER BY at`, [[...ids]])
  const mirrored = new Set((await q.rows<{ id: string }>(`SELECT n.id FROM nominations n JOIN mirrors m ON m.campaign_id = n.campaign_id WHERE n.id = ANY($1)`, [[...ids]])).map((r) => r.id))
  const here = await decidedHere(q, ids.filter((id) => !mirrored.has(id)))
  const all = new Map<string, Told[]>()
  for (const { nominationId, ...r } of [...told, ...here]) all.set(nominationId, [...(all.get(nominationId) ?? []), r])
  return all
}
