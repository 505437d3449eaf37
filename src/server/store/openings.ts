import type { Actor, Role } from '#core/access/actor'
import type { OpeningWay } from '#core/supervision/opening'
import type { Queries } from './database'

export interface Opening { readonly nominationId: string; readonly way: OpeningWay; readonly fileId: string | null; readonly roundId: string | null }
/** One statement of its own, before the answer leaves: who cannot be written down sees nothing. The same again on one day writes nothing. */
export const noteOpening = (q: Queries, actor: Actor, o: Opening): Promise<unknown> => q.rows(
  `INSERT INTO dossier_openings (nomination_id, account_id, role, organisation_id, way, file_id, round_id, day, opened_at)
   SELECT $1, $2, $3, $4, $5, $6, $7, (t AT TIME ZONE 'Asia/Shanghai')::date, t FROM product_time() AS t ON CONFLICT DO NOTHING`,
  [o.nominationId, actor.accountId, actor.role, actor.forOffice ?? actor.organisationId, o.way, o.fileId, o.roundId])

export interface OpeningRow { readonly at: number; readonly way: OpeningWay; readonly by: string; readonly role: Role; readonly organisation: string; readonly materialId: string | null; readonly fileName: string | null; readonly isFile: boolean; readonly roundName: { readonly zh: string; readonly en: string } | null }
/** Newest first; with packages that hold it, made by others than its own unit. */
export const readOpenings = (q: Queries, nominationId: string): Promise<OpeningRow[]> => q.rows<OpeningRow>(
  `SELECT * FROM (SELECT x.opened_at AS at, x.way, a.person_name AS by, x.role, CASE WHEN x.role = 'juror' THEN a.unit_name ELSE o.name END AS organisation, m.material_id AS "materialId", m.name AS "fileName", x.file_id IS NOT NULL AS "isFile", r.rule->'name' AS "roundName"
   FROM dossier_openings x JOIN accounts a ON a.id = x.account_id JOIN organisations o ON o.id = x.organisation_id LEFT JOIN materials m ON m.id = x.file_id LEFT JOIN rounds r ON r.id = x.round_id WHERE x.nomination_id = $1
   UNION ALL SELECT p.made_at, 'packaged', a.person_name, CASE WHEN p.organisation_id = c.organisation_id THEN 'office' ELSE 'unitClerk' END, o.name, NULL, NULL, false, NULL
   FROM package_nominations k JOIN packages p ON p.id = k.package_id JOIN campaigns c ON c.id = p.campaign_id JOIN nominations n ON n.id = k.nomination_id JOIN accounts a ON a.id = p.account_id JOIN organisations o ON o.id = p.organisation_id
   WHERE k.nomination_id = $1 AND p.made_at IS NOT NULL AND p.organisation_id <> n.unit_id) seen ORDER BY at DESC, way`, [nominationId])
