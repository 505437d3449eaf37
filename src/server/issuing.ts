/** What is looked at before a draft is issued: gathered here once, for the page that shows it and for the act that decides by it. */
import { burdenOf } from '#core/campaign/burden/burden'
import { burdenByLevel, compareBurden } from '#core/campaign/burden/compare'
import { keyed, raised, type Raised } from '#core/campaign/before-issuing'
import type { Definition, ResolvedDefinition } from '#core/campaign/definition'
import { ownId } from '#core/campaign/overlay'
import { levelOf, resolve } from '#core/campaign/resolve'
import { finding, type Finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { standsUnderUpper } from './commands/forward-campaign'
import { chainOf, readDefinitions } from './definitions'
import { holidayTable } from './holidays'
import type { Services } from './services'
import { definitionOf } from './store/campaigns'
import type { Queries } from './store/database'

export interface Draft {
  readonly state: 'draft' | 'open' | 'closed'
  readonly organisationId: string
  readonly chain: readonly Definition[]
  readonly hash: string
  readonly deadline: number | null
  readonly definition: ResolvedDefinition
  /** Who wrote the draft as it stands. */
  readonly drafter: { readonly accountId: string; readonly name: string }
}
export interface Recipient { readonly id: string; readonly code: string; readonly type: string }

/** Text beyond this is no notice, and nobody reads it. */
const LONGEST_NOTICE = 60_000

/** @param lock nobody revises the draft until the transaction is through */
export const readDraft = async (q: Queries, services: Services, campaignId: string, lock = false): Promise<Draft & { readonly text: string | null }> => {
  const r = (await q.row<Omit<Draft, 'definition' | 'drafter'> & { text: string | null }>(
    `SELECT state, organisation_id AS "organisationId", chain, definition_hash AS hash, deadline, left(source->>'text', ${LONGEST_NOTICE}) AS text FROM campaigns WHERE id = $1${lock ? ' FOR UPDATE' : ''}`, [campaignId]))!
  const drafter = await q.row<Draft['drafter']>(
    `SELECT a.id AS "accountId", a.person_name AS name FROM ledger_entries l JOIN accounts a ON a.id::text = l.entry->'actor'->>'account'
     WHERE l.chain_id = $1 AND l.entry->>'act' IN ('campaign.created', 'campaign.forwarded', 'campaign.revised') ORDER BY l.position DESC LIMIT 1`, [campaignId])
  return { ...r, definition: await definitionOf(q, services.definitions, campaignId, r.hash), drafter: drafter ?? { accountId: '', name: '' } }
}

/** @param unitIds those chosen; null: everybody it reaches */
export const recipientsOf = (q: Queries, organisationId: string, unitIds: readonly string[] | null): Promise<Recipient[]> =>
  q.rows<Recipient>(`SELECT o.id, o.code, o.type FROM organisations_reached($1) o WHERE $2::uuid[] IS NULL OR o.id = ANY($2)`, [organisationId, unitIds])

/** Everything against issuing this draft to these units now. @param lock what stands above stays as it is until the transaction is through */
export const foundAgainst = async (q: Queries, campaignId: string, draft: Draft & { readonly text: string | null }, units: readonly Recipient[], now: number, lock = false): Promise<Raised[]> => {
  const above = draft.chain.slice(0, -1)
  return keyed([
    ...statesAgainst(draft, units, now), ...(await standsUnderUpper(q, campaignId, lock)),
    ...raised({
      definition: draft.definition, holidays: holidayTable(), units, today: dayOf(now),
      ...(draft.text === null ? {} : { text: draft.text }), ...(above.length === 0 ? {} : { parent: levelOf(above).resolved }),
    }, draft.chain.at(-1) ?? null),
  ])
}

const statesAgainst = (draft: Draft, units: readonly Recipient[], now: number): Finding[] => [
  ...(draft.state === 'draft' ? [] : [finding({ code: 'campaign.already', rule: null, what: ['活动已经发布', 'The campaign is open already'], mend: ['请看总览。', 'See the overview.'] })]),
  ...(draft.deadline === null || draft.deadline > now ? [] : [finding({ code: 'campaign.deadlinePast', rule: null, what: ['报送截止时间已经过去', 'The deadline lies in the past'], mend: ['请把截止日期改到以后。', 'Set it to a later day.'] })]),
  ...(units.length > 0 ? [] : [finding({ code: 'campaign.noUnits', rule: null, what: ['还没有单位可以收到这个活动', 'There is no unit to receive the campaign'], mend: ['请先导入单位名单。', 'Import the list of units first.'] })]),
]

/** 由第二人发布: never by whoever wrote the draft as it stands. */
export const secondPerson = (draft: Draft, accountId: string): Finding[] => (draft.drafter.accountId !== accountId ? [] : [finding({ code: 'issuing.samePerson', rule: null,
  what: ['草稿由您拟定，发布须由第二人办理', 'You wrote this draft: a second person issues it'], mend: ['请办公室另一位同志登录，核对后发布；还没有第二人的，先在“人员”页新建账号。', 'Ask another person of the office to sign in, check and issue it; if there is none, invite one on the page “People”.'] })])

type With = 'parent' | 'template' | 'previous'
interface Other { readonly with: With; readonly definition: Pick<ResolvedDefinition, 'rules' | 'name' | 'notice' | 'year'> }

/** The level above, the definition it was renewed from, and the campaign the office ran before it by the same one. */
const others = async (q: Queries, services: Services, campaignId: string, { chain, definition, organisationId }: Draft): Promise<Other[]> => {
  const above = chain.slice(0, -1)
  const { definitions } = await readDefinitions(services.definitionsDir)
  const template = [...definitions.values()].find((d) => ownId(d.id, definition.year) === definition.id && !chain.some((c) => c.id === d.id))
  const templates = template === undefined ? null : chainOf(definitions, template.id)
  const stem = definition.id.replace(/-\d{4}-own.*$/, '')
  const before = await q.row<{ resolved: ResolvedDefinition }>(
    `SELECT resolved FROM campaigns WHERE organisation_id = $1 AND id <> $2 AND state <> 'draft' AND (resolved->>'year')::int < $3 AND (regexp_replace(resolved->>'id', '-\\d{4}-own.*$', '') = $4 OR id = (SELECT previous_campaign_id FROM campaigns WHERE id = $2))
     ORDER BY id IS NOT DISTINCT FROM (SELECT previous_campaign_id FROM campaigns WHERE id = $2) DESC, (resolved->>'year')::int DESC, opened_at DESC LIMIT 1`, [organisationId, campaignId, definition.year, stem])
  return [
    ...(before === undefined ? [] : [{ with: 'previous' as const, definition: before.resolved }]),
    ...(above.length === 0 ? [] : [{ with: 'parent' as const, definition: levelOf(above).resolved }]),
    ...(templates === null ? [] : [{ with: 'template' as const, definition: resolve(templates) }]),
  ]
}

/** The meter of a draft: what it asks, what each level adds, and how that compares. */
export const meterOf = async (q: Queries, services: Services, campaignId: string, draft: Draft) => {
  const burden = burdenOf(draft.definition)
  return {
    burden, levels: burdenByLevel(draft.chain),
    comparisons: (await others(q, services, campaignId, draft)).map(({ with: kind, definition }) => ({ with: kind, name: definition.name, issuer: definition.notice.issuer, year: definition.year, ...compareBurden(burdenOf(definition), burden) })),
  }
}
