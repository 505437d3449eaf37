/** 推荐码: given out by the clerk, opened by the candidate, whose login it becomes. */
import { askAgain, giveBack, giveConsent, issueCode, joinCode, lookAtCode, ownRecord, redeemCode, takeBackPart, withdrawMyself } from '#contract/operations/candidate'
import { deviceOf } from '#core/access/device'
import { dayOf, endOfDay } from '#core/kernel/instant'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { candidateView, mayGiveBack } from '#core/nomination/candidate-part'
import { after, trackOf } from '#core/nomination/state'
import { command, done, query, refusedBy, type CommandContext } from '../handler'
import { newId, normaliseCode, readableCode } from '../ids'
import type { Keys } from '../keys'
import { findCode, handPart, lockCode, openPart, putCode, putConsent, returnPart, takePart, withdrawPart } from '../store/candidate-parts'
import { definitionOf } from '../store/campaigns'
import { endInterviews, interviewsOfNomination } from '../store/interviews'
import { lockNomination, lockSeats, readMaterials, type NominationRow } from '../store/nominations'
import { wholeFields } from '../secret-fields'
import { hashPassword } from './sign-in'
import { beginSession } from '../store/sessions'
import { inState } from './edit-nomination'

const CODE_DAYS = 30
const hashOf = (keys: Keys, code: string): Buffer => keys.mark(`candidate ${normaliseCode(code)}`)

/** Only while the clerk works on it, and never beyond the end of nominations. */
export const issueCodeCommand = command(issueCode, async ({ params }, { tx, services, now, record, actor }) => {
  const row = await lockNomination(tx, params.nominationId)
  inState(row, 'edit')
  if (row.part?.withdrewAt != null) throw withdrawn()
  const at = await now()
  const until = Math.min(endOfDay(dayOf(at + CODE_DAYS * 86_400_000)), row.end ?? Number.MAX_SAFE_INTEGER)
  if (until <= at) return refusedBy([finding({ code: 'candidate.late', rule: null, what: ['报送已经截止，推荐码发出去也打不开', 'Nominations have closed: a code would open nothing'], mend: ['需要补正的，由经办人直接改。', 'Corrections are made by the clerk.'] })])
  const code = readableCode()
  await putCode(tx, { nominationId: row.id, hash: hashOf(services.keys, code), until, by: actor.accountId, at })
  await touch(tx, row.id, at)
  record({ chain: row.campaignId, act: 'candidate.codeGiven', subject: { kind: 'nomination', id: row.id }, data: { until } })
  return done({ code, until })
})

const touch = (tx: CommandContext['tx'], id: string, at: number) => tx.rows(`UPDATE nominations SET version = version + 1, changed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [id, at])
const withdrawn = (): Refusal => new Refusal('conflict', { zh: '人选本人已退出，这件推荐不再办理。', en: 'The candidate has withdrawn; this nomination goes no further.' })
const notOut = (): Refusal => new Refusal('conflict', { zh: '人选的部分不在人选手里，请刷新页面。', en: 'The candidate’s part is not with the candidate: reload the page.' })

export const takeBackCommand = command(takeBackPart, async ({ params }, { tx, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  if (row.part?.hands !== 'candidate') throw notOut()
  await takePart(tx, row.id)
  await touch(tx, row.id, await now())
  record({ chain: row.campaignId, act: 'candidate.takenBack', subject: { kind: 'nomination', id: row.id }, data: {} })
  return done({})
})

export const askAgainCommand = command(askAgain, async ({ params, body }, { tx, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  inState(row, 'edit')
  if (!(await handPart(tx, row.id, body.note))) throw new Refusal('conflict', { zh: '人选还没有用推荐码打开过，请发一个新的推荐码。', en: 'The candidate never opened it: give out a new code.' })
  await touch(tx, row.id, await now())
  record({ chain: row.campaignId, act: 'candidate.askedAgain', subject: { kind: 'nomination', id: row.id }, data: {} })
  return done({})
})

const noSuchCode = (): Refusal => new Refusal('absent', { zh: '推荐码不对、已经用过或已失效。请核对字母和数字；已经设过密码的，用推荐码作账号登录。', en: 'This code is wrong, used or no longer valid. Check it; if you set a password before, sign in with the code as login.' })

export const lookAtCodeQuery = query(lookAtCode, async ({ body }, { q, services }) => {
  const found = await findCode(q, hashOf(services.keys, body.code))
  if (found === undefined) throw noSuchCode()
  const definition = await definitionOf(q, services.definitions, found.campaignId, found.definitionHash)
  return { campaign: definition.name, unit: found.unitName, candidateName: found.candidateName, deadline: found.end }
})

export const redeemCodeCommand = command(redeemCode, async ({ body }, { tx, services, now, record, giveSession, agent }) => {
  const found = await lockCode(tx, hashOf(services.keys, body.code))
  if (found === undefined) throw noSuchCode()
  const [accountId, membershipId, login] = [newId(), newId(), normaliseCode(body.code).toLowerCase()]
  await tx.rows(`INSERT INTO accounts (id, login, person_name, password_hash, opened_at) VALUES ($1, $2, $3, $4, clock_timestamp())`, [accountId, login, found.candidateName, await hashPassword(body.password)])
  await tx.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES ($1, $2, $3, 'candidate')`, [membershipId, accountId, found.unitId])
  await openPart(tx, found.nominationId, accountId, await now())
  giveSession(await beginSession(tx, accountId, membershipId, false, { how: 'password', device: deviceOf(agent) }))
  record({ chain: found.campaignId, act: 'candidate.opened', subject: { kind: 'nomination', id: found.nominationId }, data: { account: accountId } })
  return done({ nominationId: found.nominationId, login })
})

export const joinCodeCommand = command(joinCode, async ({ body }, { tx, services, now, record, actor }) => {
  const found = await lockCode(tx, hashOf(services.keys, body.code))
  if (found === undefined) throw noSuchCode()
  await tx.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES ($1, $2, $3, 'candidate') ON CONFLICT DO NOTHING`, [newId(), actor.accountId, found.unitId])
  await openPart(tx, found.nominationId, actor.accountId, await now())
  record({ chain: found.campaignId, act: 'candidate.opened', subject: { kind: 'nomination', id: found.nominationId }, data: { account: actor.accountId } })
  return done({ nominationId: found.nominationId })
})

/** Whoever is not out may change a consent at any time, also after the nomination was sent: the office sees it. */
export const giveConsentCommand = command(giveConsent, async ({ params, body }, { tx, now, record, actor }) => {
  const row = await lockNomination(tx, params.nominationId)
  if (row.part?.withdrewAt != null) throw withdrawn()
  const at = await now()
  await putConsent(tx, row.id, body.kind, body.given, actor.accountId, at)
  await touch(tx, row.id, at)
  const interviews = body.kind === 'publicity' && !body.given ? await endInterviews(tx, row.id, at, actor.accountId, 'person', '本人不再同意宣传') : 0
  record({ chain: row.campaignId, act: body.given ? 'candidate.consented' : 'candidate.refused', subject: { kind: 'nomination', id: row.id }, data: { kind: body.kind, ...(interviews > 0 && { interviews }) } })
  return done({})
})

export const giveBackCommand = command(giveBack, async ({ params }, { tx, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  if (row.part?.hands !== 'candidate') throw notOut()
  const found = mayGiveBack(row.part)
  if (found.length > 0) return refusedBy(found)
  const at = await now()
  await returnPart(tx, row.id, at)
  await touch(tx, row.id, at)
  record({ chain: row.campaignId, act: 'candidate.gaveBack', subject: { kind: 'nomination', id: row.id }, data: {} })
  return done({})
})

/** Ends a nomination that is on its way and frees its seat; one that is decided is flagged, and the office acts. */
export const withdrawMyselfCommand = command(withdrawMyself, async ({ params }, { tx, now, record, actor }) => {
  await lockSeats(tx, params.nominationId)
  const row = await lockNomination(tx, params.nominationId)
  if (row.part?.withdrewAt != null) throw withdrawn()
  const [at, ends] = [await now(), mayEnd(row)]
  await withdrawPart(tx, row.id, at)
  if (ends) await tx.rows(`UPDATE nominations SET state = 'withdrawn', seat = NULL, version = version + 1, changed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [row.id, at])
  else await touch(tx, row.id, at)
  const interviews = await endInterviews(tx, row.id, at, actor.accountId, 'person', '本人退出')
  record({ chain: row.campaignId, act: 'candidate.withdrew', subject: { kind: 'nomination', id: row.id }, data: { ended: ends, ...(interviews > 0 && { interviews }) } })
  return done({})
})
const mayEnd = (row: NominationRow): boolean => row.state === 'atApproval' || after(row.state, 'withdraw', trackOf(row)) !== null

export const ownRecordCommand = command(ownRecord, async ({ params }, { tx, services, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  const materials = await readMaterials(tx, row.id)
  const view = candidateView(definition)
  const theirs = new Set(view.rules.flatMap((r) => (r.kind === 'material' ? [r.id] : [])))
  const acts = await tx.rows(`SELECT entry->>'act' AS act, (entry->>'at')::bigint AS at FROM ledger_entries WHERE chain_id = $1 AND entry->'subject'->>'id' = $2 ORDER BY position`, [row.campaignId, row.id])
  const content = {
    about: row.candidateName, campaign: definition.name, unit: row.unitName, state: row.state, madeAt: new Date(await now()).toISOString(),
    fields: definition.rules.flatMap((r) => (r.kind === 'formField' ? [{ label: r.label, value: wholeFields(services.keys, row)[r.field] ?? '' }] : [])),
    files: materials.map((m) => ({ name: m.name, bytes: m.bytes, sha256: m.sha256, receivedAt: new Date(m.receivedAt).toISOString(), yours: theirs.has(m.materialId) })),
    consents: row.part?.consents ?? {}, screening: await tx.rows(`SELECT decision, note, points, (extract(epoch FROM decided_at) * 1000)::bigint AS at FROM screenings WHERE nomination_id = $1 ORDER BY decided_at`, [row.id]), interviews: (await interviewsOfNomination(tx, row.id)).map((i) => ({ kind: i.kind, medium: i.medium, purpose: i.purpose, state: i.state, time: i.reply?.time ?? null, place: i.reply?.place ?? i.place, team: i.team, consent: i.consent, result: i.result })), acts,
  }
  record({ chain: row.campaignId, act: 'candidate.recordTaken', subject: { kind: 'nomination', id: row.id }, data: {} })
  return done({ content: Buffer.from(JSON.stringify(content, null, 2)), mediaType: 'application/json', fileName: `关于${row.candidateName}的记录.json`, inline: false })
})
