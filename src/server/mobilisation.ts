/** Units, deadlines and addresses read from the store and handed to the core, which says who is behind and what letters say. */
import { hashOf } from '#core/kernel/canonical'
import type { Instant } from '#core/kernel/instant'
import { lacksOf, type Lack } from '#core/mobilisation/behind'
import { usualPace, type Pace } from '#core/mobilisation/pace'
import { planExtension, planIssue, planRound, type Addressed, type Round } from '#core/mobilisation/round'
import { standingOf, type Standing } from '#core/mobilisation/standing'
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { Services } from './services'
import { definitionOf } from './store/campaigns'
import type { Queries } from './store/database'
import { enqueue } from './store/jobs'
import { keepLetters, lastReminded, type LetterKind } from './store/letters'
import { openCampaignsOf, readDeeds, readOffice, readReached, readTimes, type OpenCampaign, type UnitDeeds } from './store/mobilisation'

type From = { readonly q: Queries; readonly services: Services }
export interface Stood { readonly deeds: UnitDeeds; readonly standing: Standing; readonly lacks: readonly Lack[] }

const stand = (deeds: UnitDeeds, { issuedAt, end, pace }: Pick<OpenCampaign, 'issuedAt' | 'end' | 'pace'>, now: Instant): Stood => {
  const standing = standingOf(deeds)
  return { deeds, standing, lacks: lacksOf(standing, { issuedAt, end, returnUntil: deeds.returnUntil }, now, pace ?? usualPace) }
}

/** Every unit of one campaign. A closed one has nobody behind. @param pace in place of the one that is set */
export const readStanding = async (q: Queries, campaignId: string, now: Instant, pace?: Pace): Promise<Stood[]> => {
  const c = await readTimes(q, campaignId)
  const times = c.state === 'open' && c.times !== null ? c.times : { issuedAt: now, end: now }
  return (await readDeeds(q, [campaignId])).map((d) => stand(d, { ...times, pace: pace ?? c.pace }, now))
}

/** Where a unit goes on: its own page, or for one with an office and no campaign of its own yet the page that forwards. */
const linkOf = (origin: string, { campaignId, office }: UnitDeeds): string => `${origin}${office ? `/office/forward/${campaignId}` : `/unit/c/${campaignId}`}`

const addressed = (deeds: UnitDeeds, d: Pick<ResolvedDefinition, 'name'>, end: Instant, origin: string, lacks: readonly Lack[]): Addressed => ({
  campaignId: deeds.campaignId, campaign: { zh: d.name.zh, en: d.name.en }, unitId: deeds.unitId, unitName: deeds.name, end, link: linkOf(origin, deeds), lacks, address: deeds.email,
})

export interface Rounded { readonly kind: Exclude<LetterKind, 'outcome'>; readonly round: Round; readonly hash: string; readonly officeId: string; /** Hours between two reminders. */ readonly peace: number }
const named = (kind: Rounded['kind'], round: Round, officeId: string, peace = usualPace.remindAgainAfter): Rounded =>
  ({ kind, round, officeId, peace, hash: hashOf(round.letters.map(({ to, subject, text }) => ({ to, subject, text }))) })

/** The reminder round as it stands now: whoever is behind in this campaign, with all else it is behind in with the same office. */
const reminderRound = async ({ q, services }: From, campaignId: string, office: { id: string; zh: string; en: string }, now: Instant, pace?: Pace): Promise<Rounded> => {
  const campaigns = new Map((await openCampaignsOf(q, office.id)).map((c) => [c.id, c.id === campaignId && pace !== undefined ? { ...c, pace } : c]))
  const stood = (await readDeeds(q, [...campaigns.keys()])).map((d) => stand(d, campaigns.get(d.campaignId)!, now)).filter((s) => s.lacks.length > 0)
  const concerned = new Set(stood.filter((s) => s.deeds.campaignId === campaignId).map((s) => s.deeds.unitId))
  const behind: Addressed[] = []
  for (const { deeds, lacks, standing } of stood) {
    const c = campaigns.get(deeds.campaignId)!
    if (concerned.has(deeds.unitId)) behind.push(addressed(deeds, await definitionOf(q, services.definitions, c.id, c.hash), standing === 'returned' ? deeds.returnUntil ?? c.end : c.end, services.origin, lacks))
  }
  const { remindAgainAfter } = campaigns.get(campaignId)?.pace ?? usualPace
  const round = planRound({ office, behind, now, remindAgainAfterHours: remindAgainAfter, lastReminded: await lastReminded(q, office.id, now - remindAgainAfter * 3_600_000) })
  return named('reminder', round, office.id, remindAgainAfter)
}

interface Issued { readonly id: string; readonly definition: Pick<ResolvedDefinition, 'name'>; readonly deadline: Instant }
const issueRound = async ({ q, services }: From, c: Issued, office: { id: string; zh: string; en: string }, unitIds: readonly string[] | null): Promise<Rounded> =>
  named('issue', planIssue(office, (await readReached(q, c.id, office.id, unitIds)).map((d) => addressed(d, c.definition, c.deadline, services.origin, []))), office.id)

/** What would leave now: of a draft the letters of its issuing, else the reminders. @param lock other rounds of the same office wait @param pace in place of the one that is set */
export const roundOf = async (from: From, campaignId: string, now: Instant, lock = false, pace?: Pace): Promise<Rounded> => {
  const { q, services } = from
  const office = (await readOffice(q, campaignId, lock))!
  if (office.state !== 'draft') return reminderRound(from, campaignId, office, now, pace)
  const c = (await q.row<{ hash: string; deadline: number | null }>(`SELECT definition_hash AS hash, deadline FROM campaigns WHERE id = $1`, [campaignId]))!
  if (c.deadline === null) return named('issue', { letters: [], tooSoon: [], unreachable: [] }, office.id)
  return issueRound(from, { id: campaignId, definition: await definitionOf(q, services.definitions, campaignId, c.hash), deadline: c.deadline }, office, null)
}

/** Puts a round into the outbox, and a job behind it; both with the transaction or not at all. */
export const post = async (tx: Queries, campaignId: string, { kind, round, officeId }: Rounded, by: string, at: Instant): Promise<void> => {
  if (round.letters.length === 0) return
  await keepLetters(tx, { organisationId: officeId, campaignId, kind, by, at }, round.letters)
  await enqueue(tx, { kind: 'sendLetters', campaignId, payload: {}, total: round.letters.length })
}

/** 发布: each unit that has an address gets one letter. How many left, and how many units have none. */
export const postIssue = async (from: From, c: Issued & { readonly unitIds: readonly string[] }, by: string, at: Instant): Promise<{ letters: number; withoutAddress: number }> => {
  const rounded = await issueRound(from, c, (await readOffice(from.q, c.id))!, c.unitIds)
  await post(from.q, c.id, rounded, by, at)
  return { letters: rounded.round.letters.length, withoutAddress: rounded.round.unreachable.length }
}

/** 延长: told by letter to every unit of the campaign that has an address. */
export const postExtension = async (from: From, c: Issued & { readonly reason: string }, by: string, at: Instant): Promise<void> => {
  const office = (await readOffice(from.q, c.id))!
  const units = (await from.q.rows<{ id: string }>(`SELECT unit_id AS id FROM campaign_units WHERE campaign_id = $1`, [c.id])).map((u) => u.id)
  const told = (await readReached(from.q, c.id, office.id, units)).map((d) => addressed(d, c.definition, c.deadline, from.services.origin, []))
  await post(from.q, c.id, named('extension', planExtension(office, told, c.reason), office.id), by, at)
}
