import type { Activity, ActivityForm } from '#core/publicity/activities/activity'
import type { SeenInActivity } from '#core/publicity/activities/photo'
import type { Level, Tally } from '#core/publicity/activities/totals'
import type { Queries } from './database'
import { noteLinks } from './link-looks'
import { isWanted } from './quarantine'
import type { Renditions } from './stories'

export interface ActivityRow extends Activity { readonly id: string; readonly campaignId: string; readonly unitId: string; readonly unitName: string; readonly revision: number; readonly recordedAt: number; readonly released: boolean }
const columns = `a.id, a.campaign_id AS "campaignId", a.unit_id AS "unitId", o.name AS "unitName", a.name, a.form, a.other_form AS "otherForm", a.day::text AS day, a.place, a.people, a.hosts, a.words, a.links, a.revision, a.recorded_at AS "recordedAt", a.released_at IS NOT NULL AS released`
const from = `activities a JOIN organisations o ON o.id = a.unit_id`

/** Of a person who records the same again at the same moment one waits for the other, and is asked. */
export const lockUnit = (tx: Queries, campaignId: string, unitId: string): Promise<unknown> => tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 7464))`, [`${campaignId} ${unitId}`])
export const lockActivity = (tx: Queries, campaignId: string, id: string): Promise<ActivityRow | undefined> => tx.row<ActivityRow>(`SELECT ${columns} FROM ${from} WHERE a.id = $2 AND a.campaign_id = $1 AND a.withdrawn_at IS NULL FOR UPDATE OF a`, [campaignId, id])
export const readActivityRow = (q: Queries, id: string): Promise<ActivityRow | undefined> => q.row<ActivityRow>(`SELECT ${columns} FROM ${from} WHERE a.id = $1 AND a.withdrawn_at IS NULL`, [id])
export const othersOfDay = (q: Queries, campaignId: string, unitId: string, day: string, but: string | null): Promise<Pick<Activity, 'form' | 'place' | 'name'>[]> =>
  q.rows(`SELECT form, place, name FROM activities WHERE campaign_id = $1 AND unit_id = $2 AND day = $3::date AND withdrawn_at IS NULL AND id IS DISTINCT FROM $4::uuid ORDER BY id LIMIT 200`, [campaignId, unitId, day, but])
export const lastOf = (q: Queries, campaignId: string, unitId: string): Promise<Pick<Activity, 'form' | 'otherForm' | 'place' | 'hosts' | 'people'> | undefined> =>
  q.row(`SELECT form, other_form AS "otherForm", place, hosts, people FROM activities WHERE campaign_id = $1 AND unit_id = $2 AND withdrawn_at IS NULL ORDER BY recorded_at DESC LIMIT 1`, [campaignId, unitId])

const values = (a: Activity): unknown[] => [a.name, a.form, a.form === 'other' ? a.otherForm : '', a.day, a.place, a.people, a.hosts, a.words, a.links]
const keepVersion = (tx: Queries, id: string, revision: number, a: Activity, by: string, at: number): Promise<unknown> => tx.rows(`INSERT INTO activity_versions (activity_id, revision, said, by, at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0))`, [id, revision, a, by, at])
export const insertActivity = async (tx: Queries, { id, campaignId, unitId, by, at }: { readonly id: string; readonly campaignId: string; readonly unitId: string; readonly by: string; readonly at: number }, a: Activity): Promise<void> => {
  await tx.rows(`INSERT INTO activities (name, form, other_form, day, place, people, hosts, words, links, id, campaign_id, unit_id, revision, recorded_by, recorded_at) VALUES ($1, $2, $3, $4::date, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, to_timestamp($14 / 1000.0))`, [...values(a), id, campaignId, unitId, by, at])
  await keepVersion(tx, id, 1, a, by, at)
  await noteLinks(tx, campaignId, a.links)
}
export const updateActivity = async (tx: Queries, campaignId: string, id: string, revision: number, a: Activity, by: string, at: number): Promise<void> => {
  await tx.rows(`UPDATE activities SET name = $1, form = $2, other_form = $3, day = $4::date, place = $5, people = $6, hosts = $7, words = $8, links = $9, revision = $10, released_at = NULL, released_by = NULL WHERE id = $11`, [...values(a), revision, id])
  await keepVersion(tx, id, revision, a, by, at)
  await noteLinks(tx, campaignId, a.links)
}
export const holdBack = (tx: Queries, id: string): Promise<unknown> => tx.rows(`UPDATE activities SET released_at = NULL, released_by = NULL WHERE id = $1`, [id])
export const versionsOf = (q: Queries, id: string): Promise<{ revision: number; by: string; at: number; said: Activity }[]> => q.rows(`SELECT v.revision, p.person_name AS by, v.at, v.said FROM activity_versions v JOIN accounts p ON p.id = v.by WHERE v.activity_id = $1 ORDER BY v.revision DESC`, [id])

/** The campaign and every one that was forwarded from it, at any depth. */
const below = `WITH RECURSIVE below AS (SELECT id, parent_campaign_id, organisation_id FROM campaigns WHERE id = $1 UNION ALL SELECT c.id, c.parent_campaign_id, c.organisation_id FROM below b JOIN campaigns c ON c.parent_campaign_id = b.id AND c.state <> 'draft')`

export interface Wanted { readonly campaignId: string; readonly unitId: string | null; readonly form: ActivityForm | null; readonly show: 'all' | 'waiting' | 'released' | 'below'; /** `day.id` of the last one read. */ readonly after: string | null; readonly limit: number }
/** One more than wanted tells whether there is a next page. */
export const pageStatement = ({ campaignId, unitId, form, show, after, limit }: Wanted): { readonly sql: string; readonly values: readonly unknown[] } => {
  const where = [show === 'below' ? `a.campaign_id IN (SELECT id FROM below WHERE id <> $1) AND a.released_at IS NOT NULL` : 'a.campaign_id = $1', 'a.withdrawn_at IS NULL']
  const given: unknown[] = [campaignId]
  const add = (sql: (n: string) => string, value: unknown) => { given.push(value); where.push(sql(`$${given.length}`)) }
  if (unitId !== null) add((n) => `a.unit_id = ${n}`, unitId)
  if (form !== null) add((n) => `a.form = ${n}`, form)
  if (show === 'waiting') where.push('a.released_at IS NULL')
  if (show === 'released') where.push('a.released_at IS NOT NULL')
  if (after !== null) { given.push(after.slice(0, 10), after.slice(11)); where.push(`(a.day, a.id) < ($${given.length - 1}::date, $${given.length}::uuid)`) }
  return { sql: `${show === 'below' ? below : ''} SELECT ${columns} FROM ${from} WHERE ${where.join(' AND ')} ORDER BY a.day DESC, a.id DESC LIMIT ${limit + 1}`, values: given }
}
export const readPage = async (q: Queries, wanted: Wanted): Promise<{ readonly rows: ActivityRow[]; readonly next: string | null }> => {
  const { sql, values: given } = pageStatement(wanted)
  const rows = await q.rows<ActivityRow>(sql, given)
  const last = rows[wanted.limit - 1]
  return { rows: rows.slice(0, wanted.limit), next: rows.length > wanted.limit && last !== undefined ? `${last.day}.${last.id}` : null }
}
/** Whether the asked one is of this campaign, or released by one below it. */
export const isReadableFrom = async (q: Queries, campaignId: string, row: ActivityRow): Promise<boolean> =>
  row.campaignId === campaignId || (row.released && (await q.row(`${below} SELECT 1 FROM below WHERE id = $2`, [campaignId, row.campaignId])) !== undefined)

/** The campaign itself first. */
const levelsUnder = (q: Queries, campaignId: string): Promise<{ id: string; parent: string | null; name: string }[]> => q.rows(`${below} SELECT b.id, b.parent_campaign_id AS parent, o.name FROM below b JOIN organisations o ON o.id = b.organisation_id ORDER BY b.id = $1 DESC, o.code`, [campaignId])

/** Of these campaigns, and of one unit where one is named. Their ids are given, not looked up within: so it is known how few they are. */
export const sumStatement = `SELECT a.campaign_id AS "campaignId", a.unit_id AS "unitId", a.form, count(*) AS times, coalesce(sum(a.people), 0)::bigint AS people, coalesce(sum(cardinality(a.links)), 0)::bigint AS links
  FROM activities a WHERE a.campaign_id = ANY($1) AND a.withdrawn_at IS NULL AND ($2::uuid IS NULL OR a.unit_id = $2) GROUP BY 1, 2, 3`
interface Part { readonly campaignId: string; readonly unitId: string; readonly form: ActivityForm; readonly times: number; readonly people: number; readonly links: number }
const tallied = (parts: readonly Part[]): Tally => Object.fromEntries(parts.map(({ form, times, people, links }) => [form, { times, people, links }]))

/** Units that recorded something, in the order of the register, and all levels below. */
export const readLevel = async (q: Queries, campaignId: string): Promise<Level> => {
  const campaigns = await levelsUnder(q, campaignId)
  const parts = await q.rows<Part>(sumStatement, [campaigns.map((c) => c.id), null])
  const units = await q.rows<{ id: string; name: string }>(`SELECT id, name FROM organisations WHERE id = ANY($1) ORDER BY code`, [[...new Set(parts.map((p) => p.unitId))]])
  const of = new Map<string, Part[]>()
  for (const p of parts) { const key = `${p.campaignId} ${p.unitId}`; of.set(key, [...(of.get(key) ?? []), p]) }
  const level = (id: string, name: string): Level => ({
    campaignId: id, name, units: units.flatMap((u) => { const own = of.get(`${id} ${u.id}`); return own === undefined ? [] : [{ unitId: u.id, name: u.name, tally: tallied(own) }] }),
    // A level where nothing was held has no line, as a unit has none: nobody is shown with a nought.
    below: campaigns.filter((c) => c.parent === id && c.id !== campaignId).map((c) => level(c.id, c.name)).filter((l) => l.units.length + l.below.length > 0),
  })
  return level(campaignId, campaigns.find((c) => c.id === campaignId)!.name)
}
/** What one unit held in one campaign. */
export const readOwnTally = async (q: Queries, campaignId: string, unitId: string): Promise<Tally> => tallied(await q.rows<Part>(sumStatement, [[campaignId], unitId]))

/** Each single activity counted, past the tree and its levels. @param unitId of one unit in this campaign alone */
export const countAll = async (q: Queries, campaignId: string, unitId: string | null): Promise<Tally> => tallied(await q.rows<Part>(
  `SELECT form, count(*) AS times, coalesce(sum(people), 0)::bigint AS people, coalesce(sum(cardinality(links)), 0)::bigint AS links FROM activities WHERE ${counted} GROUP BY form`, [await idsFor(q, campaignId, unitId), unitId]))
export const readDays = async (q: Queries, campaignId: string, unitId: string | null): Promise<{ day: string; times: number; people: number }[]> => q.rows(
  `SELECT day::text AS day, count(*) AS times, coalesce(sum(people), 0)::bigint AS people FROM activities WHERE ${counted} GROUP BY activities.day ORDER BY activities.day`, [await idsFor(q, campaignId, unitId), unitId])
const counted = 'withdrawn_at IS NULL AND campaign_id = ANY($1) AND ($2::uuid IS NULL OR unit_id = $2)'
const idsFor = async (q: Queries, campaignId: string, unitId: string | null): Promise<string[]> => (unitId === null ? (await q.rows<{ id: string }>(`${below} SELECT id FROM below`, [campaignId])).map((c) => c.id) : [campaignId])
/** An office that forwarded the campaign records in its own. */
export const hasOwnCampaign = async (q: Queries, campaignId: string, organisationId: string): Promise<boolean> => (await q.row(`SELECT 1 FROM campaigns WHERE parent_campaign_id = $1 AND organisation_id = $2 AND state <> 'draft'`, [campaignId, organisationId])) !== undefined

export interface PhotoRow { readonly id: string; readonly activityId: string; readonly name: string; readonly sha256: string; readonly renditions: Renditions; readonly people: SeenInActivity | null; readonly consent: string }
const photoColumns = `p.id, p.activity_id AS "activityId", p.name, p.sha256, p.renditions, p.people, p.consent`
export const photosOf = (q: Queries, ids: readonly string[]): Promise<PhotoRow[]> => q.rows<PhotoRow>(`SELECT ${photoColumns} FROM activity_photos p WHERE p.activity_id = ANY($1) ORDER BY p.added_at, p.id`, [ids])
/** What was drawn of it is written down as put, and with the day over nothing refers to it: it leaves the store. */
export const dropPhoto = async (tx: Queries, id: string): Promise<void> => {
  const row = await tx.row<{ renditions: Renditions }>(`DELETE FROM activity_photos WHERE id = $1 RETURNING renditions`, [id])
  const sums = Object.values(row?.renditions ?? {}).map((r) => r.sha256)
  await tx.rows(`INSERT INTO files_put (sha256) SELECT unnest($1::text[]) ON CONFLICT (sha256) DO UPDATE SET put_at = files_put.put_at`, [sums])
  await tx.rows(`DELETE FROM blobs b WHERE b.sha256 = ANY($1) AND NOT (${isWanted('b')})`, [sums])
}
/** What anybody may fetch: of an activity that is released at this moment. */
export const publicPhoto = (q: Queries, slug: string, id: string): Promise<PhotoRow | undefined> => q.row<PhotoRow>(`SELECT ${photoColumns} FROM activity_photos p JOIN activities a ON a.id = p.activity_id JOIN campaigns c ON c.id = a.campaign_id WHERE p.id = $2 AND c.slug = $1 AND a.released_at IS NOT NULL`, [slug, id])
