import { confirmAmendment, previewAmendment, proposeAmendment, withdrawAmendment } from '#contract/operations/cascade'
import type { BodyOf } from '#contract/operation'
import type { Definition, ResolvedDefinition } from '#core/campaign/definition'
import { planUnder } from '#core/campaign/overlay'
import { readiness } from '#core/campaign/readiness'
import { layUnder, levelOf, type Level } from '#core/campaign/resolve'
import { amended, checkAmendment, type Ends } from '#core/cascade/amend'
import { difference } from '#core/cascade/difference'
import { finding, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { deadlineOf } from '#core/nomination/deadline'
import { absent, command, done, query, refusedBy, stopsAt, type QueryContext } from '../handler'
import { newId } from '../ids'
import { keepVersion, levelAt } from '../store/campaigns'
import { violates, type Queries } from '../store/database'
import { enqueue } from '../store/jobs'
import { publishCampaign } from '../public/publish'
import { readUpper } from './forward-campaign'

interface Held { readonly state: string; readonly hash: string; readonly chain: readonly Definition[]; readonly parent: string | null; readonly extendedTo: number | null; readonly upperEnd: number | null }
const readHeld = async (q: Queries, id: string, lock: boolean): Promise<Held> => (await q.row<Held>(
  `SELECT c.state, c.definition_hash AS hash, c.chain, c.parent_campaign_id AS parent, c.extended_to AS "extendedTo", coalesce(p.extended_to, p.deadline) AS "upperEnd"
   FROM campaigns c LEFT JOIN campaigns p ON p.id = c.parent_campaign_id WHERE c.id = $1${lock ? ' FOR UPDATE OF c' : ''}`, [id]))!

interface Laid { readonly before: Level; readonly after: Level | null; readonly resolved: ResolvedDefinition | null; readonly findings: readonly Finding[]; readonly upperHash: string | null }

/** The definition in force with a difference laid onto it, under the level above as it is now; everything that stands against it at once. */
const lay = async (c: Pick<QueryContext, 'services' | 'q'>, campaignId: string, held: Held, change: Omit<BodyOf<typeof previewAmendment>, 'read'>, now: number, lock: boolean): Promise<Laid> => {
  const before = await levelAt(c.q, c.services.levels, campaignId, held.hash)
  const upper = held.parent === null ? null : await readUpper(c, held.parent, lock)
  const above = upper?.level ?? (held.chain.length > 1 ? levelOf(held.chain.slice(0, -1)) : null)
  const planned = planUnder(above, amended(held.chain.at(-1)!, { head: headOf(change.head), rules: change.rules, removed: change.removed }))
  const common = { before, resolved: planned.resolved, upperHash: upper?.hash ?? null }
  if (!planned.ok) return { ...common, after: null, findings: planned.findings }
  const ends: Ends = { extendedTo: held.extendedTo, upper: held.upperEnd }
  return { ...common, after: planned.level, findings: [...checkAmendment(before, planned.level, ends, now), ...planned.warnings, ...readiness(planned.level)] }
}
const headOf = (head: BodyOf<typeof previewAmendment>['head']) => (head === undefined ? undefined : {
  name: head.name, award: head.award,
  notice: { title: head.notice.title, number: head.notice.number === '' ? 'not stated' as const : head.notice.number, date: head.notice.date, hosts: head.notice.hosts, ...(head.notice.basis === undefined ? {} : { basis: head.notice.basis }) },
})

export const previewAmendmentQuery = query(previewAmendment, async ({ params, body }, c) => {
  const now = (await c.q.row<{ at: number }>(`SELECT product_time() AS at`))!.at
  const laid = await lay(c, params.campaignId, await readHeld(c.q, params.campaignId, false), body, now, false)
  const counts = (await c.q.row<{ submitted: number; drafts: number; children: number }>(
    `SELECT (SELECT count(*)::int FROM nominations WHERE campaign_id = $1 AND state IN ('submitted','returned','accepted','rejected')) AS submitted, (SELECT count(*)::int FROM nominations WHERE campaign_id = $1 AND state IN ('draft','atApproval')) AS drafts,
       (SELECT count(*)::int FROM campaigns WHERE parent_campaign_id = $1 AND state <> 'closed') AS children`, [params.campaignId]))!
  return { definition: laid.resolved, findings: laid.findings as never, changes: laid.resolved === null ? [] : (difference(laid.before, laid.resolved) as never), ...counts }
})

export const proposeAmendmentCommand = command(proposeAmendment, async ({ params, body }, c) => {
  const { tx, actor, now, record } = c
  const held = await readHeld(tx, params.campaignId, true)
  if (held.state !== 'open') throw new Refusal('conflict', { zh: '活动没有在进行，不能修订；草稿请直接修改。', en: 'The campaign is not open: revise a draft directly.' })
  if (held.hash !== body.read) throw stale(held.hash)
  const at = await now()
  const laid = await lay({ ...c, q: tx }, params.campaignId, held, body, at, true)
  if (laid.after === null || stopsAt(laid.findings)) return refusedBy(laid.findings)
  const id = newId()
  const { resolved } = laid.after
  await tx.rows(
    `INSERT INTO amendments (id, campaign_id, base_hash, parent_hash, chain, resolved, hash, reason, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10 / 1000.0))`,
    [id, params.campaignId, held.hash, laid.upperHash, JSON.stringify(laid.after.chain), resolved, resolved.hash, body.reason, actor.accountId, at])
    .catch((e: unknown) => { throw violates(e, 'one_amendment_pending') ? pending() : e })
  record({ chain: params.campaignId, act: 'amendment.proposed', subject: { kind: 'amendment', id }, data: { before: held.hash, definition: resolved.hash, reason: body.reason } })
  return done({ amendmentId: id })
})
const stale = (hash: string): Refusal => new Refusal('stale', { zh: '方案刚有新的一版，这次没有提请；请看过最新方案再改。', en: 'A newer version came into force; nothing was proposed. Read it before changing it.' }, { hash })
const pending = (): Refusal => new Refusal('conflict', { zh: '已有一件修订等待确认，请先确认或撤回它。', en: 'An amendment is waiting already: confirm or withdraw it first.' })

interface AmendmentRow { readonly baseHash: string; readonly parentHash: string | null; readonly chain: readonly Definition[]; readonly resolved: ResolvedDefinition; readonly proposedBy: string; readonly open: boolean }
const lockAmendment = async (tx: Queries, campaignId: string, id: string): Promise<AmendmentRow> => {
  const a = await tx.row<AmendmentRow>(
    `SELECT base_hash AS "baseHash", parent_hash AS "parentHash", chain, resolved, proposed_by AS "proposedBy", confirmed_at IS NULL AND withdrawn_at IS NULL AS open FROM amendments WHERE id = $1 AND campaign_id = $2 FOR UPDATE`, [id, campaignId])
  if (a === undefined) throw absent()
  if (!a.open) throw new Refusal('conflict', { zh: '这件修订已经办结。', en: 'This amendment is settled already.' })
  return a
}

/** What may have moved since it was proposed: the person, the versions it rests on, the clock. */
const againstConfirming = async (c: Pick<QueryContext, 'services' | 'q' | 'actor'>, campaignId: string, held: Held, a: AmendmentRow, now: number): Promise<Finding[]> => {
  if (a.proposedBy === c.actor.accountId) return [no('samePerson', ['提请和确认不能是同一个人', 'The same person cannot propose and confirm'], ['请办公室另一位同志登录确认。', 'Ask another person of the office to sign in and confirm.'])]
  const upper = held.parent === null ? null : await readUpper(c, held.parent, true)
  if (a.baseHash !== held.hash || a.parentHash !== (upper?.hash ?? null)) return [no('moved', ['提请之后方案或上级方案又有新的一版', 'The definition, or the one above, has a newer version since it was proposed'], ['请撤回这一件，看过最新方案再提请。', 'Withdraw it, read the newest and propose again.'])]
  const above = a.chain.length > 1 ? levelOf(a.chain.slice(0, -1)) : null
  return checkAmendment(await levelAt(c.q, c.services.levels, campaignId, held.hash), layUnder(above, a.chain.at(-1)!), { extendedTo: held.extendedTo, upper: held.upperEnd }, now)
}
const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `amendment.${code}`, rule: null, strength: 'block', what, mend })

/** 确认: in force at once. The version before is kept, drafts follow, what was submitted stays under its own; every campaign below is asked again by a job that this very transaction leaves behind. */
export const confirmAmendmentCommand = command(confirmAmendment, async ({ params }, c) => {
  const { tx, services, actor, now, record } = c
  const { campaignId } = params
  const held = await readHeld(tx, campaignId, true)
  if (held.state !== 'open') throw new Refusal('conflict', { zh: '活动没有在进行，不能修订。', en: 'The campaign is not open: nothing to amend.' })
  const a = await lockAmendment(tx, campaignId, params.amendmentId)
  const at = await now()
  const findings = await againstConfirming({ ...c, q: tx, actor }, campaignId, held, a, at)
  if (stopsAt(findings)) return refusedBy(findings)
  const version = await keepVersion(tx, campaignId, at, a)
  await tx.rows(
    `UPDATE campaigns SET chain = $2, resolved = $3, definition_hash = $4, extended_to = CASE WHEN deadline IS NOT DISTINCT FROM to_timestamp($5 / 1000.0) THEN extended_to END, deadline = to_timestamp($5 / 1000.0),
       parent_hash = $6, overlay = CASE WHEN parent_campaign_id IS NOT NULL THEN $7::jsonb END WHERE id = $1`,
    [campaignId, JSON.stringify(a.chain), a.resolved, a.resolved.hash, deadlineOf(a.resolved), a.parentHash, a.chain.at(-1)])
  await tx.rows(`UPDATE amendments SET confirmed_by = $2, confirmed_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [params.amendmentId, actor.accountId, at])
  await publishCampaign(tx, services, campaignId)
  const children = (await tx.row<{ n: number }>(`SELECT count(*)::int AS n FROM campaigns WHERE parent_campaign_id = $1 AND state <> 'closed'`, [campaignId]))!.n
  const jobId = children === 0 ? null : await enqueue(tx, { kind: 'reaskChildren', campaignId, payload: { after: a.resolved.hash }, total: children })
  record({ chain: campaignId, act: 'amendment.confirmed', subject: { kind: 'campaign', id: campaignId }, data: { amendment: params.amendmentId, before: held.hash, definition: a.resolved.hash, version, chain: a.resolved.chain.map((d) => d.hash) } })
  return done({ jobId })
})

export const withdrawAmendmentCommand = command(withdrawAmendment, async ({ params }, { tx, now, record }) => {
  await readHeld(tx, params.campaignId, true)
  await lockAmendment(tx, params.campaignId, params.amendmentId)
  await tx.rows(`UPDATE amendments SET withdrawn_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [params.amendmentId, await now()])
  record({ chain: params.campaignId, act: 'amendment.withdrawn', subject: { kind: 'amendment', id: params.amendmentId }, data: {} })
  return done({})
})
