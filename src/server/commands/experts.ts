/** 评委库: people who may be asked to judge, brought in as a list; who is seated gets an account. */
import { importExperts, inviteExperts, previewExperts, setExpertLeft } from '#contract/operations/experts'
import { finding, type Finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { keyOfExpert, MOST_EXPERTS, planExperts, readExpertHeader, type PlannedExpert } from '#core/review/jury/expert'
import { absent, command, done, query, refusedBy, type CommandContext } from '../handler'
import { newId } from '../ids'
import { spell } from '../search/spelling'
import { readSheetBytes } from '../sheets/sheet-file'
import type { Queries } from '../store/database'
import { readExperts, searchedOf } from '../store/experts'
import { createAccount } from './accounts'

interface Planned { readonly encoding: string; readonly rows: readonly PlannedExpert[]; readonly findings: readonly Finding[] }
const plan = async (q: Queries, organisationId: string, base64: string, now: number): Promise<Planned> => {
  const read = await readSheetBytes(Buffer.from(base64, 'base64'))
  if (!read.ok) return { encoding: '', rows: [], findings: read.findings }
  const { sheet } = read
  const { at, findings } = readExpertHeader(sheet.rows[0] ?? [])
  if (findings.length > 0) return { encoding: sheet.encoding, rows: [], findings }
  const no = (code: string, what: [string, string], mend: [string, string]): Planned => ({ encoding: sheet.encoding, rows: [], findings: [finding({ code: `experts.${code}`, rule: null, what, mend })] })
  if (sheet.rows.length > MOST_EXPERTS + 1) return no('tooMany', [`有 ${sheet.rows.length - 1} 行，一次最多导入 ${MOST_EXPERTS} 行`, `${sheet.rows.length - 1} lines; at most ${MOST_EXPERTS} are imported at once`], ['请分成几份。', 'Divide it into several.'])
  const rows = planExperts(sheet.rows, at, await readExperts(q, organisationId), sheet.formulas, Number(dayOf(now).slice(0, 4)))
  return rows.length === 0 ? no('nothing', ['表格里除了列名没有内容', 'The sheet holds nothing but its header'], ['请从第二行起每行填一人。', 'From the second line on, one person a line.']) : { encoding: sheet.encoding, rows, findings: [] }
}
const countsOf = (rows: readonly PlannedExpert[]) => { const of = (e: PlannedExpert['effect']) => rows.filter((r) => r.effect === e).length; return { create: of('create'), update: of('update'), same: of('same'), refused: of('refused') } }
const productTime = async (q: Queries): Promise<number> => (await q.row<{ at: number }>('SELECT product_time() AS at'))!.at

export const previewExpertsQuery = query(previewExperts, async ({ body }, { q, actor }) => {
  const { encoding, rows, findings } = await plan(q, actor.organisationId, body.base64, await productTime(q))
  return { encoding, findings: findings as never, rows: rows.map((r) => ({ ...r, fields: [...r.fields], places: r.places.map((p) => ({ ...p })), ties: r.ties.length, findings: r.findings as never })), counts: countsOf(rows) }
})

export const importExpertsCommand = command(importExperts, async ({ body }, { tx, actor, now, record }) => {
  // One list after the other: the second finds what the first wrote.
  await tx.rows(`SELECT 1 FROM organisations WHERE id = $1 FOR UPDATE`, [actor.organisationId])
  const at = await now()
  const { rows, findings } = await plan(tx, actor.organisationId, body.base64, at)
  if (findings.length > 0) return refusedBy(findings)
  const counts = countsOf(rows)
  if (counts.create !== body.createSeen || counts.update !== body.updateSeen || counts.refused !== body.refusedSeen) return refusedBy([finding({ code: 'import.changed', rule: null, what: ['名单或评委库在预览之后有变化', 'The sheet or the pool changed after the preview'], mend: ['请重新预览再导入。', 'Preview again, then import.'] })])
  const accounts = await accountsToLink(tx, actor.organisationId)
  for (const r of rows) {
    if (r.effect === 'refused' || r.effect === 'same') continue
    const values = [r.known ?? newId(), actor.organisationId, r.personName, r.unitName, r.parentUnit, r.title, JSON.stringify(r.fields), r.birthYear, JSON.stringify(r.places), JSON.stringify(r.ties), r.service, searchedOf(r), keyOfExpert(r), at]
    if (r.known === null) await tx.rows(`INSERT INTO experts (id, organisation_id, person_name, unit_name, parent_unit, title, fields, birth_year, places, ties, service, searched, key, created_at, changed_at, account_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, to_timestamp($14 / 1000.0), to_timestamp($14 / 1000.0), $15)`, [...values, accounts.get(keyOfExpert(r)) ?? null])
    else {
      await tx.rows(`UPDATE experts SET person_name = $3, unit_name = $4, parent_unit = $5, title = $6, fields = $7, birth_year = $8, places = $9, ties = $10, service = $11, searched = $12, key = $13, changed_at = to_timestamp($14 / 1000.0), unit_since = CASE WHEN $15 THEN to_timestamp($14 / 1000.0) ELSE unit_since END WHERE id = $1 AND organisation_id = $2`, [...values, r.moved])
      // Whoever sits on a jury is shown with the unit of today.
      await tx.rows(`UPDATE accounts a SET unit_name = $2, field_of_work = $3 FROM experts e WHERE e.id = $1 AND a.id = e.account_id`, [r.known, r.unitName, r.fields.join('、').slice(0, 100)])
    }
  }
  if (counts.create + counts.update > 0) record({ chain: actor.organisationId, act: 'experts.imported', subject: { kind: 'organisation', id: actor.organisationId }, data: { created: counts.create, updated: counts.update } })
  return done({ created: counts.create, updated: counts.update })
})

/** Jurors who had an account before the pool knew them: by name and unit, where just one is meant. */
const accountsToLink = async (q: Queries, organisationId: string): Promise<Map<string, string>> => {
  const rows = await q.rows<{ id: string; personName: string; unitName: string }>(`SELECT a.id, a.person_name AS "personName", a.unit_name AS "unitName" FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = $1 AND m.role = 'juror' AND a.unit_name <> '' AND NOT EXISTS (SELECT FROM experts e WHERE e.account_id = a.id)`, [organisationId])
  const keys = rows.map((r) => keyOfExpert(r))
  return new Map(rows.flatMap((r, i) => (keys.filter((k) => k === keys[i]).length === 1 ? [[keys[i]!, r.id] as const] : [])))
}

export const setExpertLeftCommand = command(setExpertLeft, async ({ body }, { tx, actor, now, record }) => {
  const changed = await tx.rows(`UPDATE experts SET left_at = CASE WHEN $3 THEN to_timestamp($4 / 1000.0) END, changed_at = to_timestamp($4 / 1000.0) WHERE id = $1 AND organisation_id = $2 AND (left_at IS NULL) = $3 RETURNING 1`, [body.expertId, actor.organisationId, body.left, await now()])
  if (changed.length === 0) throw absent()
  record({ chain: actor.organisationId, act: 'expert.changed', subject: { kind: 'organisation', id: actor.organisationId }, data: { expert: body.expertId, left: body.left } })
  return done({})
})

/** Accounts of these people, made where there are none; foreign ones and those who left are as absent. */
export const seatExperts = async (c: CommandContext, expertIds: readonly string[]): Promise<{ accounts: Map<string, string>; activations: { unit: string; personName: string; role: 'juror'; login: string; code: string }[]; expiresAt: number }> => {
  const { tx, actor, record } = c
  await tx.rows(`SELECT 1 FROM experts WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [expertIds])
  const experts = (await readExperts(tx, actor.organisationId, expertIds)).filter((e) => !e.left)
  if (experts.length !== new Set(expertIds).size) throw absent()
  const [accounts, activations] = [new Map<string, string>(), [] as { unit: string; personName: string; role: 'juror'; login: string; code: string }[]]
  let expiresAt = 0
  for (const e of experts) {
    if (e.accountId !== null) { accounts.set(e.id, e.accountId); continue }
    const login = await freeLogin(tx, e.personName)
    const made = await createAccount(tx, { login, personName: e.personName, role: 'juror', organisationId: actor.organisationId, unitName: e.unitName, fieldOfWork: e.fields.join('、').slice(0, 100) })
    await tx.rows(`UPDATE experts SET account_id = $2 WHERE id = $1`, [e.id, made.accountId])
    record({ chain: actor.organisationId, act: 'account.invited', subject: { kind: 'account', id: made.accountId }, data: { role: 'juror' } })
    accounts.set(e.id, made.accountId)
    activations.push({ unit: e.unitName, personName: e.personName, role: 'juror', login, code: made.code })
    expiresAt = made.expiresAt
  }
  return { accounts, activations, expiresAt }
}
/** By the spelling of the name; a number after it where somebody has it. */
const freeLogin = async (q: Queries, name: string): Promise<string> => {
  const plain = spell(name, 'person').spelling.replace(/[^a-z0-9]/gu, '').slice(0, 40)
  const base = `p-${plain === '' ? 'juror' : plain}`
  const taken = new Set((await q.rows<{ login: string }>(`SELECT login FROM accounts WHERE login LIKE $1 || '%'`, [base])).map((r) => r.login))
  for (let n = 1; ; n++) { const login = n === 1 ? base : `${base}${n}`; if (!taken.has(login)) return login }
}

export const inviteExpertsCommand = command(inviteExperts, async ({ body }, c) => {
  const { activations, expiresAt } = await seatExperts(c, body.expertIds)
  return done({ activations, expiresAt })
})
