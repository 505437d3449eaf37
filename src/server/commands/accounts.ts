import { createHash } from 'node:crypto'
import { activate, lookAtActivation, setUp } from '#contract/operations/sign-in'
import { inviteAccount, reissueCode } from '#contract/operations/organisations'
import type { Role } from '#core/access/actor'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { absent, command, done, query, refusedBy } from '../handler'
import { newId, normaliseCode, readableCode } from '../ids'
import { roleNeedsSecondFactor } from '../store/accounts'
import { violates, type Queries } from '../store/database'
import { endSeats, lockUnit } from '../store/entries'
import { hashPassword, welcome } from './sign-in'

export const ACTIVATION_DAYS = 30
const hash = (code: string): Buffer => createHash('sha256').update(normaliseCode(code)).digest()

/** A one-time code that opens an account; only its hash is kept, an older one is void. */
export const newCode = async (tx: Queries, accountId: string, days: number): Promise<{ code: string; expiresAt: number }> => {
  const code = readableCode()
  const r = await tx.row<{ at: number }>(`UPDATE accounts SET activation_hash = $2, activation_expires_at = clock_timestamp() + make_interval(days => $3) WHERE id = $1 RETURNING activation_expires_at AS at`, [accountId, hash(code), days])
  return { code, expiresAt: r!.at }
}

export interface Held { readonly personName: string; readonly login: string; readonly role: Role; readonly unit: string; readonly opened: boolean; /** Where letters about it go beside the person. */ readonly mailboxes: readonly string[] }
/** An account all of whose places lie in an organisation or below it; whose does not, foreign or absent, is undefined. A mere candidate is nobody's of the organisation: he gets another code from the clerk. Locks it. */
export const heldBelow = (tx: Queries, accountId: string, organisationId: string): Promise<Held | undefined> => tx.row<Held>(
  `SELECT a.person_name AS "personName", a.login, m.role, o.name AS unit, a.opened_at IS NOT NULL AS opened,
     ARRAY(SELECT DISTINCT u.contact_email FROM memberships k JOIN organisations u ON u.id = k.organisation_id WHERE k.account_id = a.id AND k.for_office IS NULL AND u.contact_email <> '') AS mailboxes
   FROM accounts a JOIN LATERAL (SELECT k.role, k.organisation_id FROM memberships k WHERE k.account_id = a.id ORDER BY k.for_office IS NOT NULL, k.role = 'candidate', k.role, k.id LIMIT 1) m ON true JOIN organisations o ON o.id = m.organisation_id
   WHERE a.id = $1 AND m.role <> 'candidate' AND NOT EXISTS (SELECT FROM memberships k WHERE k.account_id = a.id AND k.organisation_id <> $2 AND NOT organisation_is_below(k.organisation_id, $2) AND NOT EXISTS (SELECT FROM mirrors r WHERE r.unit_id = k.organisation_id AND r.organisation_id = $2)) FOR UPDATE OF a`, [accountId, organisationId])

export interface NewAccount { readonly login: string; readonly personName: string; readonly role: Role; readonly organisationId: string; readonly unitName?: string; readonly fieldOfWork?: string }

/** Creates an account with its membership and the one-time code that opens it. The code is kept as a hash only. */
export const createAccount = async (tx: Queries, a: NewAccount): Promise<{ accountId: string; code: string; expiresAt: number }> => {
  const accountId = newId()
  const code = readableCode()
  const r = await tx.row<{ at: number }>(
    `INSERT INTO accounts (id, login, person_name, unit_name, field_of_work, activation_hash, activation_expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(days => $7)) RETURNING activation_expires_at AS at`,
    [accountId, a.login.toLowerCase(), a.personName, a.unitName ?? '', a.fieldOfWork ?? '', hash(code), ACTIVATION_DAYS])
  await tx.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES ($1, $2, $3, $4)`, [newId(), accountId, a.organisationId, a.role])
  return { accountId, code, expiresAt: r!.at }
}

/** Somebody else took the name in the meantime. */
export const loginTaken = (login: string): Refusal => new Refusal('conflict', { zh: `账号“${login}”已经有人用了，请换一个。`, en: `The login “${login}” is taken: choose another.` }, { field: 'login' })

export const inviteAccountCommand = command(inviteAccount, async ({ body }, { tx, actor, record }) => {
  const organisationId = body.organisationId ?? actor.organisationId
  await mayGive(tx, actor.organisationId, organisationId, body.role)
  const made = await createAccount(tx, { ...body, organisationId }).catch((e: unknown) => { throw violates(e, 'accounts_login_key') ? loginTaken(body.login) : e })
  const unit = (await tx.row<{ name: string }>(`SELECT name FROM organisations WHERE id = $1`, [organisationId]))!
  record({ chain: actor.organisationId, act: 'account.invited', subject: { kind: 'account', id: made.accountId }, data: { role: body.role, ...(organisationId === actor.organisationId ? {} : { organisation: organisationId }) } })
  return done({ ...made, unit: unit.name, personName: body.personName, role: body.role, login: body.login.toLowerCase() })
})

const ofUnits: readonly Role[] = ['unitClerk', 'unitApprover']
const ofOffices: readonly Role[] = ['office', 'supervisor']
/** An organisation below gets a clerk or an approver, the office that will forward campaigns, or its supervisor; whom else it needs, its own office invites. One's own nominates nobody. */
const mayGive = async (q: Queries, own: string, organisationId: string, role: Role): Promise<void> => {
  if (organisationId === own) { if (ofUnits.includes(role)) throw absent(); return }
  const below = (await q.row<{ below: boolean }>(`SELECT organisation_is_below($1, $2) AS below`, [organisationId, own]))!.below
  if (!below || !(ofUnits.includes(role) || ofOffices.includes(role))) throw absent()
}

export const noSuchCode = (): Refusal => new Refusal('absent', { zh: '启用码不对、已经用过或已过期。请核对字母和数字，或向活动办公室要一个新的。', en: 'This activation code is wrong, used or expired. Check it, or ask the office for a new one.' })

export interface Pending { id: string; person_name: string; login: string; organisation_id: string; organisation_name: string; role: Role }
/** Whose account a code opens. */
export const pendingOf = (q: Queries, code: string): Promise<Pending | undefined> => q.row<Pending>(
  `SELECT a.id, a.person_name, a.login, o.id AS organisation_id, o.name AS organisation_name, m.role
   FROM accounts a JOIN memberships m ON m.account_id = a.id JOIN organisations o ON o.id = m.organisation_id
   WHERE a.activation_hash = $1 AND a.activation_expires_at > clock_timestamp() ORDER BY m.role = 'candidate', m.role LIMIT 1`, [hash(code)])

export const lookAtActivationQuery = query(lookAtActivation, async ({ body }, { q }) => {
  const p = await pendingOf(q, body.code)
  if (p === undefined) throw noSuchCode()
  return { personName: p.person_name, login: p.login, organisationName: p.organisation_name, role: p.role, needsSecondFactor: await roleNeedsSecondFactor(q, p.role) }
})

/** Uses the code up. @param password its hash; null where the account is opened by another way in */
export const openAccount = async (tx: Queries, p: Pending, password: string | null): Promise<void> => {
  await lockUnit(tx, p.organisation_id)
  const took = await tx.rows(
    `UPDATE accounts SET password_hash = $2, activation_hash = NULL, activation_expires_at = NULL, opened_at = coalesce(opened_at, clock_timestamp()) WHERE id = $1 AND activation_hash IS NOT NULL RETURNING 1`, [p.id, password])
  if (took.length === 0) throw noSuchCode()
  await endSeats(tx, p.organisation_id)
}

export const activateCommand = command(activate, async ({ body }, context) => {
  const p = await pendingOf(context.tx, body.code)
  if (p === undefined) throw noSuchCode()
  await openAccount(context.tx, p, await hashPassword(body.password))
  return done(await welcome(context, p.id, 'password', false))
})

/** A code that was lost or ran out before anybody used it: another takes its place, the old one is void. What was opened once is opened again by two persons only (reopening). */
export const reissueCodeCommand = command(reissueCode, async ({ params }, { tx, actor, record }) => {
  const account = await heldBelow(tx, params.accountId, actor.organisationId)
  if (account === undefined) throw absent()
  if (account.opened) return refusedBy([finding({ code: 'account.opened', rule: null, what: ['这个账号已经启用过', 'This account was opened before'], mend: ['本人进不来时，请用“重开账号”，由第二人确认。', 'If its person cannot get in, open it again: a second person confirms.'] })])
  const fresh = await newCode(tx, params.accountId, ACTIVATION_DAYS)
  record({ chain: actor.organisationId, act: 'account.invited', subject: { kind: 'account', id: params.accountId }, data: { role: account.role, again: true } })
  return done({ ...fresh, unit: account.unit, personName: account.personName, role: account.role, login: account.login })
})

export const setUpCommand = command(setUp, async ({ body }, context) => {
  const { tx, services } = context
  if (body.key !== services.setUpKey) throw absent()
  const before = await tx.row<{ set_up_at: number | null }>(`SELECT set_up_at FROM installation FOR UPDATE`)
  if (before!.set_up_at !== null) throw absent()
  const organisationId = newId()
  await tx.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, name_en, type) VALUES ($1, NULL, $1, 'ROOT', $2, $3, $4)`, [organisationId, body.organisation.name, body.organisation.nameEn, body.organisation.type])
  const { accountId } = await createAccount(tx, { login: body.person.login, personName: body.person.name, role: 'office', organisationId })
  await tx.rows(`UPDATE accounts SET password_hash = $2, activation_hash = NULL, activation_expires_at = NULL, opened_at = clock_timestamp() WHERE id = $1`, [accountId, await hashPassword(body.person.password)])
  await tx.rows(`UPDATE installation SET set_up_at = clock_timestamp(), organisation_id = $1`, [organisationId])
  return done({ ...(await welcome(context, accountId, 'password', false)), organisationId })
})
