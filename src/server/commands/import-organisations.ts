import { importOrganisations, previewImport } from '#contract/operations/organisations'
import { planImport, readHeader, toRows, type Known, type PlannedRow } from '#core/organisations/import-plan'
import { numbersOf } from '#core/organisations/unit-counts'
import { finding, type Finding } from '#core/kernel/finding'
import { command, done, query, refusedBy } from '../handler'
import { newId } from '../ids'
import { readSheetBytes } from '../sheets/sheet-file'
import { violates, type Queries } from '../store/database'
import { createAccount, loginTaken } from './accounts'

interface Planned { readonly encoding: string; readonly rows: PlannedRow[]; readonly findings: Finding[] }

const readKnown = async (q: Queries, root: string): Promise<Known & { ids: Map<string, string> }> => {
  const units = await q.rows<{ id: string; code: string; name: string; type: string; parent: string; email: string; counts: Record<string, number>; properties: string[] }>(
    `SELECT o.id, o.code, o.name, o.type, o.contact_email AS email, o.counts, o.properties, CASE WHEN p.id = $1 THEN '' ELSE coalesce(p.code, '') END AS parent FROM organisations_below($1) o LEFT JOIN organisations p ON p.id = o.parent_id`, [root])
  // Codes are given once in the whole tree: those of branches that are not one's own are nobody's to take over.
  const elsewhere = await q.rows<{ code: string }>(`SELECT o.code FROM organisations r JOIN organisations o ON o.root_id = r.root_id WHERE r.id = $1 AND o.id <> $1 AND o.code <> ALL($2)`, [root, units.map((u) => u.code)])
  const logins = await q.rows<{ login: string }>(`SELECT login FROM accounts`)
  const bound = await q.rows<{ code: string; host: string; campaign: string }>(
    `SELECT o.code, h.code AS host, c.resolved->'name'->>'zh' AS campaign FROM organisations_below($1) b JOIN campaigns c ON c.organisation_id = b.id AND c.state = 'open' JOIN organisations h ON h.id = c.organisation_id JOIN campaign_units u ON u.campaign_id = c.id JOIN organisations o ON o.id = u.unit_id WHERE b.id <> $1`, [root])
  return { bound, units: new Map(units.map((u) => [u.code, { name: u.name, type: u.type, parentCode: u.parent, email: u.email, counts: u.counts, properties: u.properties }])), ids: new Map(units.map((u) => [u.code, u.id])), logins: new Set(logins.map((l) => l.login)), elsewhere: new Set(elsewhere.map((e) => e.code)) }
}

const plan = async (base64: string, known: Known): Promise<Planned> => {
  const read = await readSheetBytes(Buffer.from(base64, 'base64'))
  if (!read.ok) return { encoding: '', rows: [], findings: read.findings }
  const { at, counts, findings } = readHeader(read.sheet.rows[0] ?? [])
  if (findings.length > 0) return { encoding: read.sheet.encoding, rows: [], findings }
  const rows = planImport(toRows(read.sheet.rows, at, counts), known, read.sheet.formulas, at)
  if (rows.length === 0) return { encoding: read.sheet.encoding, rows, findings: [finding({ code: 'import.nothing', rule: null, what: ['表格里除了列名没有内容', 'The sheet holds nothing but its header'], mend: ['请从第二行起每行填一家单位。', 'From the second line on, one unit a line.'] })] }
  return { encoding: read.sheet.encoding, rows, findings: [] }
}

const countOf = (rows: readonly PlannedRow[], effect: PlannedRow['effect']): number => rows.filter((r) => r.effect === effect).length

export const previewImportQuery = query(previewImport, async ({ body }, { q, actor }) => {
  const planned = await plan(body.base64, await readKnown(q, actor.organisationId))
  const { rows } = planned
  return { encoding: planned.encoding, findings: planned.findings as never, rows: rows as never, counts: { create: countOf(rows, 'create'), update: countOf(rows, 'update'), same: countOf(rows, 'same'), refused: countOf(rows, 'refused') } }
})

/** Writes what the preview showed, in one transaction; rows that were refused are left out, knowingly. */
export const importOrganisationsCommand = command(importOrganisations, async ({ body }, { tx, actor, record }) => {
  const root = actor.organisationId
  // Codes are of the whole tree: two offices of different branches that bring the same one come one after the other.
  await tx.rows(`SELECT 1 FROM organisations WHERE id = (SELECT root_id FROM organisations WHERE id = $1) FOR UPDATE`, [root])
  const known = await readKnown(tx, root)
  const planned = await plan(body.base64, known)
  if (planned.findings.length > 0) return refusedBy(planned.findings)
  if (countOf(planned.rows, 'refused') !== body.refusedSeen) return refusedBy([finding({ code: 'import.changed', rule: null, what: ['名单或已有单位在预览之后有变化', 'The sheet or the known units changed after the preview'], mend: ['请重新预览再导入。', 'Preview again, then import.'] })])
  const ids = known.ids
  const kept = planned.rows.filter((r) => r.effect !== 'refused')
  for (const r of kept) if (!ids.has(r.code)) ids.set(r.code, newId())
  const activations: { unit: string; personName: string; role: 'unitClerk' | 'unitApprover'; login: string; code: string }[] = []
  let expiresAt = 0
  await writeUnits(tx, root, kept, ids)
  for (const r of kept) {
    for (const p of r.people.filter((x) => !known.logins.has(x.login))) {
      const made = await createAccount(tx, { ...p, organisationId: ids.get(r.code)! }).catch((e: unknown) => { throw violates(e, 'accounts_login_key') ? loginTaken(p.login) : e })
      expiresAt = made.expiresAt
      activations.push({ unit: r.name, personName: p.personName, role: p.role as 'unitClerk' | 'unitApprover', login: p.login, code: made.code })
    }
  }
  const [created, updated] = [countOf(kept, 'create'), countOf(kept, 'update')]
  record({ chain: root, act: 'organisations.imported', subject: { kind: 'organisation', id: root }, data: { created, updated, accounts: activations.length } })
  return done({ created, updated, activations, expiresAt })
})

/** All of them in one statement, so that a child may stand before its parent; one whose parent was refused is left out with it. */
const writeUnits = (tx: Queries, root: string, rows: readonly PlannedRow[], ids: ReadonlyMap<string, string>): Promise<unknown> => tx.rows(
  `INSERT INTO organisations (id, parent_id, root_id, code, name, type, contact_email, counts, properties)
   SELECT u.id, u.parent, r.root_id, u.code, u.name, u.type, u.email, u.counts, u.properties
   FROM jsonb_to_recordset($2::jsonb) u(id uuid, parent uuid, code text, name text, type text, email text, counts jsonb, properties jsonb), organisations r WHERE r.id = $1
   ON CONFLICT (root_id, code) DO UPDATE SET name = excluded.name, type = excluded.type, parent_id = excluded.parent_id, contact_email = coalesce(nullif(excluded.contact_email, ''), organisations.contact_email),
     counts = organisations.counts || excluded.counts, properties = CASE WHEN excluded.properties = '[]' THEN organisations.properties ELSE excluded.properties END`,
  [root, JSON.stringify(rows.map((r) => ({ id: ids.get(r.code), parent: r.parentCode === '' ? root : ids.get(r.parentCode), code: r.code, name: r.name, type: r.type || 'unit', email: r.email, counts: numbersOf(r.counts), properties: r.properties })))])
