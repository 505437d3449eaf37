/** What the figures of a campaign are counted from: narrow rows, one pass over each table, groups out. */
import type { UnitPlace } from '#core/composition/regions'
import type { Group, UnitGroup } from '#core/composition/people'
import type { StageId } from '#core/composition/stages'
import type { HourCount } from '#core/composition/timeliness'
import type { PointCount } from '#core/composition/return-reasons'
import type { Bin } from '#core/composition/quantile'
import type { Words } from '#core/kernel/finding'
import type { NominationState } from '#core/nomination/state'
import type { Queries } from './database'
import { stands } from './honour-register'
import { onNotice } from './standing-list'

/** Whom jury, public notice and honour took on. A round tells who was chosen only when it is closed; while it is open there is no result to read. */
const later = `later AS MATERIALIZED (SELECT nomination_id, array_agg(DISTINCT stage ORDER BY stage) AS stages FROM (
    SELECT k.nomination_id, 'round:' || r.rule_id AS stage FROM rounds r JOIN round_candidates k ON k.round_id = r.id WHERE r.campaign_id = $1 AND r.abandoned_at IS NULL
    UNION ALL SELECT (x->>'candidate')::uuid, 'selected:' || r.rule_id FROM rounds r, jsonb_array_elements(r.result->'rows') x WHERE r.campaign_id = $1 AND r.state = 'closed' AND x->>'outcome' = 'selected'
    UNION ALL SELECT s.nomination_id, 'announced' FROM ${onNotice} s WHERE s.campaign_id = $1
    UNION ALL SELECT nomination_id, 'honoured' FROM honours h WHERE campaign_id = $1 AND ${stands('h')}) all_stages GROUP BY 1)`

/** Few are further than the desk: only of them it is asked how far, all others are grouped without. */
const byStage = (columns: Readonly<Record<string, string>>): string => {
  const [named, plain] = [Object.entries(columns).map(([name, of]) => `${of} AS "${name}"`).join(', '), Object.values(columns).join(', ')]
  return `WITH ${later} SELECT '{}'::text[] AS later, count(*)::int AS n, ${named} FROM nomination_figures f WHERE f.campaign_id = $1 AND NOT EXISTS (SELECT FROM later l WHERE l.nomination_id = f.nomination_id) GROUP BY ${plain}
    UNION ALL SELECT l.stages, count(*)::int, ${named} FROM later l JOIN nomination_figures f ON f.nomination_id = l.nomination_id WHERE f.campaign_id = $1 GROUP BY l.stages, ${plain}`
}
const standing = { state: 'f.state', sent: 'f.sent' }

interface PersonRow { readonly n: number; readonly state: NominationState; readonly sent: boolean; readonly offline: boolean; readonly later: StageId[]; readonly category: string; readonly sex: string; readonly team: boolean; readonly bucket: number | null; readonly [property: `p${number}`]: string | null }
/** People who are alike. @param edges days of birth between which it makes no difference, ascending @param properties those that are counted */
export const readGroups = async (q: Queries, campaignId: string, edges: readonly string[], properties: readonly string[], bornIn: (bucket: number) => string): Promise<Group[]> => {
  const answers = Object.fromEntries(properties.map((_, i) => [`p${i}`, `f.properties->>$${i + 3}`]))
  const rows = await q.rows<PersonRow>(byStage({ ...standing, offline: 'f.offline', category: 'f.category', sex: 'f.sex', team: 'f.team', bucket: 'width_bucket(f.born, $2::text[] COLLATE "C")', ...answers }), [campaignId, edges, ...properties])
  return rows.map((r) => ({
    n: r.n, state: r.state, sent: r.sent, offline: r.offline, later: r.later, person: {
      ...(r.category === '' ? {} : { category: r.category }), ...(r.sex === 'female' || r.sex === 'male' ? { sex: r.sex } : {}), ...(r.team ? { kind: 'team' as const } : {}), ...(r.bucket === null ? {} : { birthDay: bornIn(r.bucket) }),
      properties: Object.fromEntries(properties.flatMap((p, i) => { const is = r[`p${i}`]; return is === 'true' || is === 'false' ? [[p, is === 'true']] : [] })),
    },
  }))
}

export const readUnitGroups = (q: Queries, campaignId: string): Promise<(Omit<UnitGroup, 'region' | 'type' | 'depth'> & { readonly unitId: string })[]> => q.rows(byStage({ unitId: 'f.unit_id', ...standing }), [campaignId])

/** Units of the campaign, and whatever stands between them and its office. */
export const readPlaces = (q: Queries, campaignId: string): Promise<UnitPlace[]> => q.rows<UnitPlace>(
  `WITH RECURSIVE up AS (
     SELECT o.id, o.parent_id, o.name, o.type, c.organisation_id AS office FROM campaign_units u JOIN organisations o ON o.id = u.unit_id JOIN campaigns c ON c.id = u.campaign_id WHERE u.campaign_id = $1
     UNION SELECT o.id, o.parent_id, o.name, o.type, up.office FROM up JOIN organisations o ON o.id = up.parent_id WHERE o.id <> up.office)
   SELECT id AS "unitId", CASE WHEN parent_id = office THEN NULL ELSE parent_id END AS "parentId", name, type FROM up ORDER BY id`, [campaignId])

export const readRoundsPassed = (q: Queries, campaignId: string): Promise<{ ruleId: string; name: Words; closed: boolean }[]> =>
  q.rows(`SELECT rule_id AS "ruleId", rule->'name' AS name, state = 'closed' AS closed FROM rounds WHERE campaign_id = $1 AND abandoned_at IS NULL ORDER BY opened_at, id`, [campaignId])

interface Sums { readonly sent: number; readonly returns: number; readonly returned: number; readonly counted: number; readonly asked: number; readonly known: number; readonly changed: number; readonly typed: number; readonly filesRefused: number; readonly filesReplaced: number; readonly announced: boolean; readonly honoured: boolean }
export const readSums = async (q: Queries, campaignId: string): Promise<Sums> => (await q.row<Sums>(
  `SELECT count(*)::int AS sent, coalesce(sum(returns), 0)::int AS returns, count(*) FILTER (WHERE returns > 0)::int AS returned, count(asked)::int AS counted, coalesce(sum(asked), 0)::int AS asked, coalesce(sum(known), 0)::int AS known, coalesce(sum(changed), 0)::int AS changed,
     coalesce(sum(typed), 0)::int AS typed, coalesce(sum(files_refused), 0)::int AS "filesRefused", coalesce(sum(files_replaced), 0)::int AS "filesReplaced",
     EXISTS (SELECT FROM public_notices WHERE campaign_id = $1) AS announced, EXISTS (SELECT FROM honours WHERE campaign_id = $1) AS honoured FROM nomination_figures WHERE campaign_id = $1 AND sent`, [campaignId]))!
/** Nominations by whole minutes of work; those from before it was counted, and what goes by hand, are not in it. */
export const readMinutes = (q: Queries, campaignId: string): Promise<Bin[]> =>
  q.rows<Bin>(`SELECT ((worked_ms + 30000) / 60000)::int AS value, count(*)::int AS n FROM nomination_figures WHERE campaign_id = $1 AND sent AND NOT offline AND worked_ms IS NOT NULL GROUP BY 1`, [campaignId])

/** First submissions by hour. Grouped as instants: whole numbers are made of the few that are left. @param end end of nominations, ms */
export const readHours = (q: Queries, campaignId: string, end: number): Promise<HourCount[]> => q.rows<HourCount>(
  `SELECT floor(extract(epoch FROM hour) / 3600)::int AS hour, round(extract(epoch FROM before - to_timestamp($2 / 1000.0)) / 3600)::int AS "toEnd", n FROM (
     SELECT date_bin('1 hour', sent_at, to_timestamp(0)) AS hour, date_bin('1 hour', sent_at, to_timestamp($2 / 1000.0)) AS before, count(*)::int AS n FROM desk_turns WHERE campaign_id = $1 AND n = 1 GROUP BY 1, 2) h ORDER BY 1, 2`, [campaignId, end])

interface Turns { readonly desk: Bin[]; readonly mended: Bin[]; readonly cameBack: number; readonly waiting: number; readonly oldestSince: number | null }
/** Whole minutes at the desk and with the unit; a unit that withdrew took no decision from the desk. */
export const readTurns = async (q: Queries, campaignId: string): Promise<Turns> => {
  const [desk, mended, now] = await Promise.all([
    q.rows<Bin>(`SELECT desk_minutes AS value, count(*)::int AS n FROM desk_turns WHERE campaign_id = $1 AND outcome IN ('accepted','returned','rejected') GROUP BY 1`, [campaignId]),
    q.rows<Bin>(`SELECT mended_minutes AS value, count(*)::int AS n FROM desk_turns WHERE campaign_id = $1 AND mended_minutes IS NOT NULL GROUP BY 1`, [campaignId]),
    q.row<Omit<Turns, 'desk' | 'mended'>>(`SELECT count(*) FILTER (WHERE n > 1)::int AS "cameBack", count(*) FILTER (WHERE left_at IS NULL)::int AS waiting, min(sent_at) FILTER (WHERE left_at IS NULL) AS "oldestSince" FROM desk_turns WHERE campaign_id = $1`, [campaignId]),
  ])
  return { desk, mended, ...now! }
}

export const readPoints = (q: Queries, campaignId: string): Promise<PointCount[]> =>
  q.rows<PointCount>(`SELECT code, material, field, clause, count(*)::int AS n FROM return_points WHERE campaign_id = $1 GROUP BY 1, 2, 3, 4`, [campaignId])
/** A letter has a first point. */
export const countLetters = async (q: Queries, campaignId: string): Promise<number> => (await q.row<{ n: number }>(`SELECT count(*)::int AS n FROM return_points WHERE campaign_id = $1 AND n = 1`, [campaignId]))!.n
