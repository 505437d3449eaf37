/** 单位加入: by a code that the office sends round; the office looks at each before it is a unit. */
import { applyToJoin, endUnitCode, makeUnitCode, refuseJoining, takeActivation, takeIn } from '#contract/operations/unit-joining'
import { hashOfToken } from '../store/sessions'
import { addDays, dayOf, endOfDay } from '#core/kernel/instant'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { sureIn } from '#core/secrecy/marked-values'
import { alikeUnits, judgeJoining, MOST_DAYS, unitCodeOf } from '#core/organisations/join'
import { absent, command, done, refusedBy } from '../handler'
import { newId, normaliseCode, readableCode } from '../ids'
import type { Keys } from '../keys'
import { violates, type Queries } from '../store/database'
import { newLink } from '../store/opinion-requests'
import { applicationBy, endUnitCode as endRow, isWithin, keepRefused, keepTakenIn, lockApplication, peopleOf, putApplication, putUnitCode, sealPeople, unitsBelow, useUnitCode, type ApplicationRow } from '../store/unit-joining'
import { ACTIVATION_DAYS, createAccount, loginTaken, newCode } from './accounts'

export const hashOfUnitCode = (keys: Keys, code: string): Buffer => keys.mark(`unit ${normaliseCode(code)}`)
export const noSuchUnitCode = (): Refusal => new Refusal('absent', { zh: '加入码不对，或已不能用。请核对字母和数字，或向发码的办公室要一个新的。', en: 'This code is wrong, or no longer of use. Check it, or ask the office that sent it for a new one.' })
export const noSuchApplication = (): Refusal => new Refusal('absent', { zh: '没有这个申请。请核对链接是否完整；还是打不开的，请联系发码的办公室。', en: 'There is no such application. Check that the link is whole; if it still does not open, ask the office that sent the code.' })

export const makeUnitCodeCommand = command(makeUnitCode, async ({ body }, { tx, services, actor, now, record }) => {
  if (!(await isWithin(tx, body.parentId, actor.organisationId))) throw absent()
  const at = await now()
  const until = endOfDay(body.lastDay)
  if (until <= at || until > endOfDay(addDays(dayOf(at), MOST_DAYS))) return refusedBy([finding({ code: 'unitCode.lastDay', rule: null, at: { field: 'lastDay' }, what: ['最后一天不在范围内', 'The last day is out of range'], mend: [`请填今天起 ${MOST_DAYS} 天以内的一天。`, `Give a day within ${MOST_DAYS} days from today.`] })])
  const [codeId, code] = [newId(), readableCode()]
  await putUnitCode(tx, { id: codeId, officeId: actor.organisationId, parentId: body.parentId, type: body.type, hash: hashOfUnitCode(services.keys, code), most: body.most, until, at, by: actor.accountId })
  record({ chain: actor.organisationId, act: 'unitCode.made', subject: { kind: 'organisation', id: body.parentId }, data: { code: codeId, most: body.most, until } })
  return done({ codeId, code, until })
})

export const endUnitCodeCommand = command(endUnitCode, async ({ params }, { tx, actor, record }) => {
  if (!(await endRow(tx, params.codeId, actor.organisationId, actor.accountId))) throw absent()
  record({ chain: actor.organisationId, act: 'unitCode.ended', subject: { kind: 'unitCode', id: params.codeId }, data: {} })
  return done({})
})

export const applyToJoinCommand = command(applyToJoin, async ({ body }, { tx, services, now, record }) => {
  // The code before what was typed: of an absent one nothing is learned, whatever comes with it.
  const code = await useUnitCode(tx, hashOfUnitCode(services.keys, body.code))
  if (code === undefined) throw noSuchUnitCode()
  const against = judgeJoining(body)
  if (against.length > 0) return refusedBy(against)
  const [id, { token, hash }] = [newId(), newLink()]
  await putApplication(tx, { id, codeId: code.id, unitName: body.unitName, unitCode: unitCodeOf(body.unitCode), sealed: sealPeople(services.keys, { clerk: body.clerk, approver: body.approver }), tokenHash: hash, at: await now() })
  record({ chain: code.officeId, act: 'unitJoin.sent', subject: { kind: 'unitApplication', id }, data: { code: code.id } })
  return done({ token })
})

const waiting = async (tx: Queries, id: string, officeId: string): Promise<ApplicationRow> => {
  const row = await lockApplication(tx, id, officeId)
  if (row === undefined) throw absent()
  if (row.state !== 'waiting') throw new Refusal('conflict', { zh: '这个申请已经办了，请刷新页面。', en: 'This application was dealt with: reload the page.' }, { state: row.state })
  return row
}

/** Free ones of the unit's own code, `yc-1001-clerk`; where that is no login, of letters of chance. */
const loginsFor = async (q: Queries, code: string): Promise<readonly [string, string]> => {
  const plain = code.toLowerCase()
  const base = /^[a-z0-9][a-z0-9._-]{0,39}$/.test(plain) ? plain : normaliseCode(readableCode(2)).toLowerCase()
  const taken = new Set((await q.rows<{ login: string }>(`SELECT login FROM accounts WHERE starts_with(login, $1)`, [`${base}-`])).map((r) => r.login))
  const free = (as: string): string => { for (let n = 1; ; n++) { const login = `${base}-${as}${n === 1 ? '' : n}`; if (!taken.has(login)) return login } }
  return [free('clerk'), free('approver')]
}

export const takeInCommand = command(takeIn, async ({ params, body }, { tx, services, actor, record }) => {
  const own = actor.organisationId
  const row = await waiting(tx, params.applicationId, own)
  // Codes are of the whole tree; what looks alike is looked at as it stands when nobody else writes units.
  await tx.rows(`SELECT 1 FROM organisations WHERE id = (SELECT root_id FROM organisations WHERE id = $1) FOR UPDATE`, [own])
  if (!(await isWithin(tx, row.parent.id, own))) return refusedBy([finding({ code: 'join.placeGone', rule: null, what: [`“${row.parent.name}”已不在本单位之下`, `“${row.parent.name}” is no longer below your organisation`], mend: ['请说明理由退回，另发加入码。', 'Refuse it with the reason, and send another code.'] })])
  const known = await unitsBelow(tx, own)
  const alike = alikeUnits({ name: row.unitName, code: row.unitCode }, known)
  if (alike.length !== body.alikeSeen) return refusedBy([finding({ code: 'join.alikeChanged', rule: null, what: ['名称相近的单位刚有变化', 'The units of a like name have just changed'], mend: ['请刷新页面，重新看一遍再定。', 'Reload the page and look again.'] })])
  const into = body.into === null ? null : known.find((u) => u.id === body.into)
  if (into === undefined) throw absent()
  const code = into?.code ?? (unitCodeOf(body.unitCode) || `J-${readableCode(2)}`)
  const organisationId = into?.id ?? newId()
  if (into === null) {
    if (sureIn(code).length > 0) throw absent()
    const made = await tx.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT $1, p.id, p.root_id, $3, $4, $5 FROM organisations p WHERE p.id = $2 ON CONFLICT (root_id, code) DO NOTHING RETURNING 1`, [organisationId, row.parent.id, code, row.unitName, row.type])
    if (made.length === 0) return refusedBy([finding({ code: 'join.codeTaken', rule: null, at: { field: 'unitCode' }, what: [`单位代码“${code}”已有单位用了`, `The code “${code}” is used by another unit`], mend: ['是同一家的，把两人加入已有单位；不是的，换一个代码。', 'If it is that unit, add the two people to it; if not, give another code.'] })])
  }
  const people = peopleOf(services.keys, row.sealed)!
  const [clerkLogin, approverLogin] = await loginsFor(tx, code)
  const make = (login: string, personName: string, role: 'unitClerk' | 'unitApprover') => createAccount(tx, { login, personName, role, organisationId }).catch((e: unknown) => { throw violates(e, 'accounts_login_key') ? loginTaken(login) : e })
  const clerk = await make(clerkLogin, people.clerk.name, 'unitClerk')
  const approver = await make(approverLogin, people.approver.name, 'unitApprover')
  await keepTakenIn(tx, row.applicationId, { organisationId, clerkId: clerk.accountId, approverId: approver.accountId, by: actor.accountId })
  record({ chain: own, act: 'unitJoin.takenIn', subject: { kind: 'organisation', id: organisationId }, data: { application: row.applicationId, code: row.codeId, existing: into !== null, alike: alike.map((u) => u.id), accounts: [clerk.accountId, approver.accountId] } })
  return done({ organisationId })
})

export const refuseJoiningCommand = command(refuseJoining, async ({ params, body }, { tx, actor, record }) => {
  const row = await waiting(tx, params.applicationId, actor.organisationId)
  await keepRefused(tx, row.applicationId, row.codeId, body.reason, actor.accountId)
  record({ chain: actor.organisationId, act: 'unitJoin.refused', subject: { kind: 'unitApplication', id: row.applicationId }, data: { code: row.codeId } })
  return done({})
})

/** By the link alone, and only while its person has not come in: afterwards two persons of the office open it again. */
export const takeActivationCommand = command(takeActivation, async ({ body }, { tx, record }) => {
  const row = await applicationBy(tx, hashOfToken(body.token))
  const accountId = body.role === 'unitClerk' ? row?.clerkId : row?.approverId
  if (row === undefined || accountId == null) throw noSuchApplication()
  const account = await tx.row<{ personName: string; login: string; opened: boolean; unit: string }>(
    `SELECT a.person_name AS "personName", a.login, a.opened_at IS NOT NULL AS opened, o.name AS unit FROM accounts a JOIN memberships m ON m.account_id = a.id AND m.role = $2 JOIN organisations o ON o.id = m.organisation_id WHERE a.id = $1 FOR UPDATE OF a`, [accountId, body.role])
  if (account === undefined) throw noSuchApplication()
  if (account.opened) throw new Refusal('conflict', { zh: '这个账号已经启用，用自己的密码登录。进不来的，请联系办公室。', en: 'This account was opened: sign in with your own password. If you cannot get in, ask the office.' })
  const fresh = await newCode(tx, accountId, ACTIVATION_DAYS)
  record({ chain: row.officeId, act: 'unitJoin.codeGiven', subject: { kind: 'account', id: accountId }, data: { application: row.applicationId, role: body.role } })
  return done({ ...fresh, unit: account.unit, personName: account.personName, role: body.role, login: account.login })
})
