/** Sums for the final report that no other page asks for. */
import { placesOf } from '#core/composition/regions'
import type { LevelBelow, ObjectionSum, ReportFacts, RoundFacts, UnitsAlike } from '#core/publicity/report/facts'
import { asTally } from '#core/review/concluded'
import type { Queries } from './database'
import { readPlaces } from './figures'
import { stands } from './honour-register'
import { listAbandoned, listRounds } from './rounds'

const one = async <T>(q: Queries, sql: string, campaignId: string): Promise<T> => (await q.row<T & Record<string, unknown>>(sql, [campaignId]))!

export const readExtensions = (q: Queries, campaignId: string): Promise<{ at: number; until: number }[]> => q.rows(`SELECT confirmed_at AS at, until FROM extensions WHERE campaign_id = $1 AND confirmed_at IS NOT NULL ORDER BY confirmed_at`, [campaignId])
export const readAmendments = async (q: Queries, campaignId: string): Promise<number[]> => (await q.rows<{ at: number }>(`SELECT since AS at FROM definition_versions WHERE campaign_id = $1 AND version > 1 ORDER BY version`, [campaignId])).map((r) => r.at)
export const readUpper = (q: Queries, campaignId: string): Promise<{ organisation: string; openedAt: number | null } | undefined> =>
  q.row(`SELECT o.name AS organisation, p.opened_at AS "openedAt" FROM campaigns c JOIN campaigns p ON p.id = c.parent_campaign_id JOIN organisations o ON o.id = p.organisation_id WHERE c.id = $1`, [campaignId])

export const readLevelsBelow = (q: Queries, campaignId: string): Promise<LevelBelow[]> => q.rows<LevelBelow>(
  `WITH RECURSIVE below AS (SELECT id, 0 AS depth, opened_at FROM campaigns WHERE id = $1 UNION ALL SELECT c.id, b.depth + 1, c.opened_at FROM below b JOIN campaigns c ON c.parent_campaign_id = b.id AND c.opened_at IS NOT NULL)
   SELECT b.depth, count(*)::int AS campaigns, sum((SELECT count(*) FROM campaign_units u WHERE u.campaign_id = b.id))::int AS units, sum((SELECT count(*) FROM nomination_figures f WHERE f.campaign_id = b.id AND f.sent))::int AS sent, min(b.opened_at) AS first, max(b.opened_at) AS last
   FROM below b WHERE b.depth > 0 GROUP BY b.depth ORDER BY b.depth`, [campaignId])

interface UnitRow { readonly unitId: string; readonly opened: boolean; readonly acknowledged: boolean; readonly forwarded: boolean; readonly begun: boolean; readonly sent: boolean }
/** Units that are alike, added up: none is named. */
export const readUnitsAlike = async (q: Queries, campaignId: string): Promise<UnitsAlike[]> => {
  const [rows, places] = [await q.rows<UnitRow>(
    `SELECT u.unit_id AS "unitId", u.first_opened_at IS NOT NULL AS opened, u.acknowledged_at IS NOT NULL AS acknowledged, EXISTS (SELECT FROM campaigns c WHERE c.parent_campaign_id = u.campaign_id AND c.organisation_id = u.unit_id AND c.opened_at IS NOT NULL) AS forwarded,
       f.unit_id IS NOT NULL AS begun, coalesce(f.sent, false) AS sent FROM campaign_units u LEFT JOIN (SELECT unit_id, bool_or(sent) AS sent FROM nomination_figures WHERE campaign_id = $1 GROUP BY unit_id) f ON f.unit_id = u.unit_id WHERE u.campaign_id = $1`, [campaignId]), placesOf(await readPlaces(q, campaignId))]
  const alike = new Map<string, { -readonly [K in keyof UnitsAlike]: UnitsAlike[K] }>()
  for (const r of rows) {
    const { region, type } = places.get(r.unitId) ?? { region: '', type: '' }
    const key = JSON.stringify([region, type])
    const sum = alike.get(key) ?? { region, type, units: 0, opened: 0, acknowledged: 0, forwarded: 0, begun: 0, sent: 0 }
    sum.units += 1
    for (const step of ['opened', 'acknowledged', 'forwarded', 'begun', 'sent'] as const) sum[step] += Number(r[step])
    alike.set(key, sum)
  }
  return [...alike.values()].sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : a.type < b.type ? -1 : 1))
}

export const readDecisions = (q: Queries, campaignId: string): Promise<ReportFacts['screenings']> => one(q,
  `SELECT count(*) FILTER (WHERE s.decision = 'accept')::int AS accept, count(*) FILTER (WHERE s.decision = 'return')::int AS return, count(*) FILTER (WHERE s.decision = 'reject')::int AS reject, min(s.decided_at) AS first, max(s.decided_at) AS last
   FROM screenings s JOIN nominations n ON n.id = s.nomination_id WHERE n.campaign_id = $1`, campaignId)

/** Of an open round only that it is there: turnout and recusals are told when it is closed. */
export const readRoundFacts = async (q: Queries, campaignId: string): Promise<{ rounds: RoundFacts[]; abandoned: number }> => {
  const sums = new Map((await q.rows<{ id: string; candidates: number; recusals: number; recused: number; dropped: number }>(
    `SELECT r.id, (SELECT count(*) FROM round_candidates k WHERE k.round_id = r.id)::int AS candidates, (SELECT count(*) FROM recusals x WHERE x.round_id = r.id)::int AS recusals, (SELECT count(DISTINCT account_id) FROM recusals x WHERE x.round_id = r.id)::int AS recused,
       (SELECT count(*) FROM round_jurors j WHERE j.round_id = r.id AND j.dropped_at IS NOT NULL)::int AS dropped FROM rounds r WHERE r.campaign_id = $1`, [campaignId])).map((s) => [s.id, s]))
  const rounds = (await listRounds(q, campaignId)).map((r): RoundFacts => {
    const { candidates, recusals, recused, dropped } = sums.get(r.id)!
    const t = r.state === 'closed' && r.result !== null && 'entitled' in r.result ? asTally(r.result) : null
    const chosen = (rows: readonly { readonly outcome: string }[]): number => rows.filter((x) => x.outcome === 'selected').length
    return {
      id: r.id, name: r.rule.name, secret: r.rule.ballot === 'secret', openedAt: r.openedAt, closedAt: r.closedAt, candidates, places: r.rule.places,
      counted: t === null ? null : { entitled: t.entitled, present: t.present, issued: t.issued, returned: t.returned, valid: t.valid, invalid: t.invalid, quorumReached: t.quorumReached, selected: chosen(t.rows), recusals, recused, dropped },
    }
  })
  return { rounds, abandoned: (await listAbandoned(q, campaignId)).length }
}

/** By outcome; who objected is nowhere near. */
export const readObjectionSums = (q: Queries, campaignId: string): Promise<ObjectionSum[]> => q.rows<ObjectionSum>(
  `SELECT track, CASE WHEN state = 'decided' THEN outcome END AS outcome, count(*)::int AS n FROM objections WHERE campaign_id = $1 GROUP BY 1, 2 ORDER BY 1 DESC, 2 NULLS LAST`, [campaignId])

export const readHonourSums = (q: Queries, campaignId: string): Promise<ReportFacts['honours']> => one(q, `SELECT count(*)::int AS given, (count(*) FILTER (WHERE ${stands('h')}))::int AS standing, min(given_at) AS first FROM honours h WHERE h.campaign_id = $1`, campaignId)

/** Out are those anybody may read at this moment. */
const isOut = (nomination: string): string => `EXISTS (SELECT FROM stories s WHERE s.nomination_id = ${nomination} AND s.consent AND s.published_at <= product_time() AND s.withdrawn_at IS NULL) AND EXISTS (SELECT FROM honours h WHERE h.nomination_id = ${nomination} AND ${stands('h')})`
export const readStorySums = (q: Queries, campaignId: string): Promise<ReportFacts['stories']> => one(q,
  `SELECT (count(*) FILTER (WHERE out))::int AS out, (count(*) FILTER (WHERE withdrawn_at IS NOT NULL))::int AS withdrawn, (count(*) FILTER (WHERE NOT out AND withdrawn_at IS NULL))::int AS making, min(published_at) FILTER (WHERE out) AS first, max(published_at) FILTER (WHERE out) AS last
   FROM (SELECT *, ${isOut('x.nomination_id')} AS out FROM stories x WHERE x.campaign_id = $1) all_stories`, campaignId)
export const readPosterSums = (q: Queries, campaignId: string): Promise<ReportFacts['posters']> => one(q,
  `SELECT (count(*) FILTER (WHERE out))::int AS out, (count(DISTINCT nomination_id) FILTER (WHERE out))::int AS people, (count(DISTINCT size) FILTER (WHERE out))::int AS sizes, (count(*) FILTER (WHERE withdrawn_at IS NOT NULL AND sha256 IS NOT NULL))::int AS withdrawn
   FROM (SELECT p.*, p.sha256 IS NOT NULL AND p.withdrawn_at IS NULL AND ${isOut('p.nomination_id')} AS out FROM posters p JOIN poster_sets t ON t.id = p.set_id WHERE t.campaign_id = $1) made`, campaignId)

export const readActivitySums = (q: Queries, campaignId: string): Promise<{ first: string | null; last: string | null; released: number; photos: number }> => one(q,
  `SELECT min(day)::text AS first, max(day)::text AS last, count(*) FILTER (WHERE released_at IS NOT NULL)::int AS released, (SELECT count(*) FROM activity_photos p JOIN activities a ON a.id = p.activity_id WHERE a.campaign_id = $1 AND a.withdrawn_at IS NULL)::int AS photos FROM activities WHERE campaign_id = $1 AND withdrawn_at IS NULL`, campaignId)

/** Files of what was submitted, drafts' not. */
export const readFileSums = (q: Queries, campaignId: string): Promise<{ n: number; bytes: number }> => one(q, `SELECT count(*)::int AS n, coalesce(sum(m.bytes), 0)::bigint AS bytes FROM materials m JOIN nominations n ON n.id = m.nomination_id WHERE n.campaign_id = $1 AND n.submitted_at IS NOT NULL`, campaignId)
export const readPlainSums = (q: Queries, campaignId: string): Promise<{ leads: number; appraisals: number; reminders: number }> => one(q,
  `SELECT (SELECT count(*) FROM leads WHERE campaign_id = $1)::int AS leads, (SELECT count(*) FROM appraisals WHERE campaign_id = $1 AND closed_at IS NOT NULL)::int AS appraisals, (SELECT count(*) FROM letters l WHERE l.kind = 'reminder' AND l.state = 'sent' AND EXISTS (SELECT FROM letter_matters x WHERE x.letter_id = l.id AND x.campaign_id = $1))::int AS reminders`, campaignId)
