/** Writes who is told of what, in the transaction of the act: one statement, which finds the people itself. */
import { termsOf } from '#core/news/kinds'
import type { Audience, News } from '#core/news/acts'
import type { Queries, Transaction } from './database'
import { callNews } from './looks'

/** Of whom and what it is about: `chain` is the campaign, or of acts of an organisation that organisation. */
export interface ToldOf { readonly chain: string; readonly subject: { readonly kind: string; readonly id: string }; /** Is not told of the own act; empty: of nobody's. */ readonly by: string; readonly once?: string }

/** Whoever sits in for a unit is told of the own office's campaigns alone. */
const seated = `(m.for_office IS NULL OR m.for_office = a.host)`
const people = (roles: string, of: string): string => `JOIN memberships m ON m.organisation_id = ${of} AND m.role IN (${roles}) AND ${seated}`
/** The people of a unit that a campaign reaches, and the office it may have of its own. */
const reached = (of: string): string => people(`'unitClerk','unitApprover','office'`, of)

const joined: Readonly<Record<Audience, string>> = {
  unit: people(`'unitClerk','unitApprover'`, 'a.unit_id'), clerks: people(`'unitClerk'`, 'a.unit_id'), approvers: people(`'unitApprover'`, 'a.unit_id'),
  candidate: `JOIN candidate_parts p ON p.nomination_id = a.nomination_id JOIN memberships m ON m.account_id = p.account_id AND m.role = 'candidate' AND m.organisation_id = a.unit_id`,
  office: people(`'office'`, 'a.host'), officeOfSent: `${people(`'office'`, 'a.host')} AND a.sent`, supervisors: people(`'supervisor'`, 'a.host'),
  units: `JOIN campaign_units u ON u.campaign_id = a.campaign_id ${reached('u.unit_id')}`, unitsNamed: reached('ANY(s.named)'),
  jurors: `JOIN round_jurors j ON j.round_id = a.round_id JOIN memberships m ON m.account_id = j.account_id AND m.role = 'juror' AND m.organisation_id = a.host`,
  secretary: `JOIN jury_members j ON j.campaign_id = a.campaign_id AND j.seat = 'secretary' JOIN memberships m ON m.account_id = j.account_id AND m.role = 'jurySecretary' AND m.organisation_id = a.host`,
  juryNamed: `JOIN memberships m ON m.account_id = ANY(s.named) AND m.role IN ('juror','jurySecretary') AND m.organisation_id = a.host`,
  ownOffice: `JOIN memberships m ON m.organisation_id = a.chain AND m.role = 'office'`, ownSupervisors: `JOIN memberships m ON m.organisation_id = a.chain AND m.role = 'supervisor'`,
  accountsNamed: `JOIN memberships m ON m.account_id = ANY(s.named) AND (m.organisation_id = a.host AND m.role = 'office' OR m.role IN ('unitClerk','unitApprover') AND EXISTS (SELECT FROM campaign_units u WHERE u.campaign_id = a.campaign_id AND u.unit_id = m.organisation_id)) AND ${seated}`,
}
/** What a unit reads of itself needs no name of the unit; those who have many are told which. */
const namesUnit = (to: Audience): boolean => ['office', 'officeOfSent', 'supervisors', 'ownOffice', 'ownSupervisors'].includes(to)

const about = `about AS (SELECT product_time() AS at, x.chain, x.round_id, c.id AS campaign_id, coalesce(c.organisation_id, x.chain) AS host, n.id AS nomination_id, coalesce(n.unit_id, o.id) AS unit_id, n.submitted_at IS NOT NULL AS sent
  FROM (SELECT $2::uuid AS chain, $3::uuid AS nomination_id, $4::uuid AS organisation_id, $5::uuid AS round_id) x LEFT JOIN campaigns c ON c.id = x.chain LEFT JOIN nominations n ON n.id = x.nomination_id LEFT JOIN organisations o ON o.id = x.organisation_id)`
const asked = `asked AS (SELECT * FROM jsonb_to_recordset($1::jsonb) s(kind text, "to" text, named uuid[], detail jsonb, grp text))`

const statements = new Map<string, string>()
/** Made of the branches that are needed: one statement for each set of audiences, prepared once. */
const statementFor = (used: readonly Audience[]): string => {
  const key = used.join()
  let sql = statements.get(key)
  if (sql === undefined) {
    const branches = used.map((to) => `SELECT s.kind, s.detail, ${namesUnit(to)} AS names_unit, m.account_id, m.role, m.organisation_id FROM about a JOIN asked s ON s."to" = '${to}' ${joined[to]}`)
    sql = `WITH ${asked}, ${about}, people AS (${branches.join(' UNION ALL ')}),
      heard AS (INSERT INTO webhook_news (id, webhook_id, kind, detail, campaign_id, unit_id, at)
        SELECT DISTINCT ON (w.id, s.kind) gen_random_uuid(), w.id, s.kind, s.detail, a.campaign_id, a.unit_id, a.at FROM about a JOIN asked s ON s."to" IN ('office','ownOffice') OR s."to" = 'officeOfSent' AND a.sent
          JOIN webhooks w ON w.organisation_id = a.host AND w.state = 'on' AND s.grp = ANY(w.groups)),
      told AS (INSERT INTO news (id, account_id, role, organisation_id, kind, detail, campaign_id, nomination_id, round_id, unit_id, at, once)
      SELECT DISTINCT ON (p.account_id, p.role, p.organisation_id, p.kind) gen_random_uuid(), p.account_id, p.role, p.organisation_id, p.kind, p.detail, a.campaign_id, a.nomination_id, a.round_id, CASE WHEN p.names_unit THEN a.unit_id END, a.at, $7::text
      FROM people p, about a WHERE p.account_id IS DISTINCT FROM $6::uuid ON CONFLICT DO NOTHING RETURNING account_id, role, organisation_id, campaign_id)
      ${callNews('told')}`
    statements.set(key, sql)
  }
  return sql
}

const asking = (news: readonly News[], of: ToldOf): { readonly sql: string; readonly params: readonly unknown[] } => {
  const rows = news.flatMap((n) => n.to.map((to) => ({ kind: n.kind, to, named: n.named ?? [], detail: n.detail ?? {}, grp: termsOf(n.kind).group })))
  const used = [...new Set(rows.map((r) => r.to))].sort()
  const id = (kind: string): string | null => (of.subject.kind === kind ? of.subject.id : null)
  return { sql: statementFor(used), params: [JSON.stringify(rows), of.chain, id('nomination'), id('organisation'), id('round'), of.by === '' ? null : of.by, of.once ?? null] }
}

/** Sent together with the act's own entry. */
export const tellWith = (tx: Transaction, news: readonly News[], of: ToldOf): void => {
  const { sql, params } = asking(news, of)
  void tx.last(sql, params)
}
/** Now, of what no act tells. */
export const tellNow = async (q: Queries, news: readonly News[], of: ToldOf): Promise<void> => {
  const { sql, params } = asking(news, of)
  await q.rows(sql, params)
}
