import { forwardCampaign, previewForward } from '#contract/operations/cascade'
import type { BodyOf } from '#contract/operation'
import type { Definition } from '#core/campaign/definition'
import type { Planned } from '#core/campaign/overlay'
import { readiness } from '#core/campaign/readiness'
import type { Level } from '#core/campaign/resolve'
import { difference } from '#core/cascade/difference'
import { forward, forwardedId } from '#core/cascade/forward'
import { finding, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { deadlineOf } from '#core/nomination/deadline'
import { command, done, query, refusedBy, stopsAt, type QueryContext } from '../handler'
import { newId, readableCode } from '../ids'
import { levelAt } from '../store/campaigns'
import { violates, type Queries } from '../store/database'

type OverlayBody = BodyOf<typeof previewForward>
type Context = Pick<QueryContext, 'services' | 'q' | 'actor'>

/** A campaign of the level above as it stands now. Under `lock` it cannot be amended until the transaction is through. */
export const readUpper = async (c: Pick<QueryContext, 'services' | 'q'>, campaignId: string, lock = false): Promise<{ readonly level: Level; readonly hash: string; readonly state: string }> => {
  const r = (await c.q.row<{ hash: string; state: string }>(`SELECT definition_hash AS hash, state FROM campaigns WHERE id = $1${lock ? ' FOR SHARE' : ''}`, [campaignId]))!
  return { level: await levelAt(c.q, c.services.levels, campaignId, r.hash), hash: r.hash, state: r.state }
}

/** What a plan becomes under a campaign of the level above. */
export const layForward = async (c: Context, upper: Level, body: OverlayBody): Promise<Planned> => {
  const office = (await c.q.row<{ name: string; name_en: string }>(`SELECT name, name_en FROM organisations WHERE id = $1`, [c.actor.organisationId]))!
  const from = upper.chain.at(-1)!
  return forward(upper, {
    format: 'xuanshu-definition/1', id: forwardedId(upper), year: body.year, level: body.level ?? below(from.level), name: body.name, award: body.award,
    notice: {
      title: body.notice.title, issuer: { zh: office.name, en: office.name_en || office.name }, number: body.notice.number === '' ? 'not stated' : body.notice.number, date: body.notice.date, hosts: body.notice.hosts,
      basis: body.notice.basis ?? [...from.notice.basis, from.notice.title],
    },
    rules: body.rules as Definition['rules'],
  })
}
const below = (level: Definition['level']): Definition['level'] => ({ national: 'province', province: 'city', city: 'unit', society: 'unit', unit: 'unit' } as const)[level]

export const previewForwardQuery = query(previewForward, async ({ params, body }, c) => {
  const { level } = await readUpper(c, params.campaignId)
  const planned = await layForward(c, level, body)
  const findings = planned.ok ? planned.warnings : planned.findings
  const { resolved } = planned
  return { definition: resolved, findings: [...findings, ...(resolved === null ? [] : readiness(resolved))] as never, changes: resolved === null ? [] : (difference(level, resolved) as never) }
})

/** Makes a draft under the version of the upper campaign that is in force now: it cannot change before the draft stands. */
export const forwardCampaignCommand = command(forwardCampaign, async ({ params, body }, c) => {
  const { tx, actor, now, record } = c
  const upper = await readUpper({ ...c, q: tx }, params.campaignId, true)
  if (upper.state !== 'open') return refusedBy([notOpen()])
  const planned = await layForward({ ...c, q: tx }, upper.level, body)
  if (!planned.ok || stopsAt(planned.warnings)) return refusedBy(planned.ok ? planned.warnings : planned.findings)
  const id = newId()
  await tx.rows(
    `INSERT INTO campaigns (id, organisation_id, slug, state, chain, resolved, definition_hash, deadline, contact, created_at, parent_campaign_id, parent_hash, overlay)
     VALUES ($1, $2, $3, 'draft', $4, $5, $6, to_timestamp($7 / 1000.0), $8, to_timestamp($9 / 1000.0), $10, $11, $12)`,
    [id, actor.organisationId, `${body.year}-${readableCode(1).toLowerCase()}`, JSON.stringify(planned.chain), planned.resolved, planned.resolved.hash, deadlineOf(planned.resolved), body.contact, await now(), params.campaignId, upper.hash, planned.chain.at(-1)])
    .catch((e: unknown) => { throw violates(e, 'forwarded_once') ? already() : e })
  record({ chain: id, act: 'campaign.forwarded', subject: { kind: 'campaign', id }, data: { definition: planned.resolved.hash, chain: planned.resolved.chain.map((d) => d.hash), parent: params.campaignId, parentDefinition: upper.hash } })
  return done({ campaignId: id })
})

const notOpen = (): Finding => finding({ code: 'forward.notOpen', rule: null, strength: 'block', what: ['上级活动没有在进行，不能转发', 'The campaign above is not open and cannot be forwarded'], mend: ['请与上级活动办公室联系。', 'Speak to the office above.'] })
const already = (): Refusal => new Refusal('conflict', { zh: '本单位已经转发过这项活动，请在活动列表里打开。', en: 'Your organisation forwarded this campaign already: open it from the list.' })

/** 发布 of a forwarded campaign: under the newest version of the level above, which must itself be running. @param lock it stays so until the transaction is through */
export const standsUnderUpper = async (q: Queries, campaignId: string, lock: boolean): Promise<Finding[]> => {
  const r = await q.row<{ current: boolean; state: string }>(`SELECT c.parent_hash = p.definition_hash AS current, p.state FROM campaigns c JOIN campaigns p ON p.id = c.parent_campaign_id WHERE c.id = $1${lock ? ' FOR SHARE OF p' : ''}`, [campaignId])
  if (r === undefined) return []
  return [
    ...(r.state === 'open' ? [] : [notOpen()]),
    ...(r.current ? [] : [finding({ code: 'forward.upperAmended', rule: null, strength: 'block', what: ['上级已修订，草稿还按修订前的方案', 'The level above was amended; the draft stands under the version before'], mend: ['请打开草稿，核对后保存一次。', 'Open the draft, check it and save it once.'] })]),
  ]
}
