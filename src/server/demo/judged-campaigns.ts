/** Campaigns whose nominations are over: with the jury, in public notice, or with honours given. */
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { dayOf } from '#core/kernel/instant'
import { answerUnitAskingCommand, askUnitsCommand } from '../commands/ask-units'
import { closeRoundCommand } from '../commands/close-round'
import { giveHonoursCommand, startPublicNoticeCommand } from '../commands/announce'
import { readAnnouncementQuery } from '../queries/announcement'
import { standBefore } from '../shortlist'
import { act, setClock } from './actors'
import { nominateAndAccept, openCampaign, type Candidate, type Stage } from './nominating'
import type { DemoUnit } from './people/units'
import type { Plan } from './plans'
import { publicise } from './publicity'
import { tellStories } from './stories'
import { checkIn, openNext, openVote, placesOf, scoreAll, vote } from './voting'

const HOUR = 3_600_000
const MINUTE = 60_000

/** Instants of product time. `year` is the nominees' seed: each campaign has other people. */
export interface Times { readonly year: string; readonly opens: number; readonly works: number; readonly screens: number; readonly votes: number }
export interface Announced extends Times { readonly announces: number; readonly gives: number | null }

/** Counted from the first unit, every so many nominate. */
export interface Nominating { readonly first: number; readonly every: number; readonly count: number }
const nominating = (units: readonly DemoUnit[], n: Nominating): DemoUnit[] => units.filter((_, i) => i % n.every === n.first).slice(0, n.count)

/** Through a closed round to the public notice, and to honours where a time for them is given. */
export const past = async (stage: Stage, plan: Plan, t: Announced, which: Nominating): Promise<void> => {
  const { services, cast } = stage
  const units = nominating(cast.units, which)
  const campaign = await openCampaign(stage, plan, t.opens, cast.units.filter((u, i) => i % 2 === 1 || units.includes(u)))
  const { campaignId, definition } = campaign
  const candidates = await nominateAndAccept(stage, campaign, units, t)
  const roundId = await openVote(stage, campaignId, candidates, t.votes)
  for (const [i, juror] of cast.jurors.slice(0, 10).entries()) {
    await setClock(services, t.votes + (i + 1) * 6 * MINUTE)
    await vote(stage, juror, roundId, candidates, placesOf(definition), i === 3 ? candidates[1] : undefined)
  }
  await setClock(services, t.votes + 90 * MINUTE)
  await act(services, cast.secretary, closeRoundCommand, { params: { roundId }, body: { shares: [] } })
  await askTheUnits(stage, campaignId, units, candidates, t.votes + 2 * HOUR)
  const honoured = await announce(stage, campaignId, roundId, candidates, t)
  const told = candidates.flatMap((candidate, i) => (honoured.includes(candidate.nominationId) ? [{ candidate, unit: units[i]! }] : [])).slice(0, 2)
  await tellStories(stage, told, (t.gives ?? 0) + 30 * HOUR)
  const [first] = told
  if (first !== undefined && t.gives !== null) await publicise(stage, campaignId, units, first.candidate.nominationId, t.gives + 50 * HOUR)
}

/** Each unit is asked, and says that its candidate still fits. */
const askTheUnits = async ({ services, cast }: Stage, campaignId: string, units: readonly DemoUnit[], candidates: readonly Candidate[], at: number): Promise<void> => {
  await setClock(services, at)
  await act(services, cast.office, askUnitsCommand, { params: { campaignId }, body: { answerBy: dayOf(at) } })
  for (const [i, { nominationId }] of candidates.entries()) {
    await setClock(services, at + (i + 1) * 9 * MINUTE)
    await act(services, await cast.approver(units[i]!), answerUnitAskingCommand, { params: { nominationId }, body: { answer: 'still' } })
  }
}

/** @returns who was honoured, in the order of the list */
const announce = async ({ services, cast }: Stage, campaignId: string, roundId: string, candidates: readonly Candidate[], t: Announced): Promise<string[]> => {
  await setClock(services, t.announces)
  const { provisional } = await act(services, cast.office, readAnnouncementQuery, { params: { campaignId } })
  const summaryOf = new Map(candidates.map((c) => [c.nominationId, c.person.summary]))
  const summaries = Object.fromEntries(provisional.map((p) => [p.nominationId, summaryOf.get(p.nominationId)!]))
  const howToObject = { phone: '0000-87654321（工作日 9:00—17:00）', email: 'jiandu@example.org', address: '云岭市示例路 1 号 纪检监督处' }
  const { endsAt } = await act(services, cast.office, startPublicNoticeCommand, { params: { campaignId }, body: { still: true, roundId, summaries, howToObject, withoutUnits: '' } })
  if (t.gives === null) return []
  await setClock(services, Math.max(t.gives, endsAt + HOUR))
  await act(services, cast.office, giveHonoursCommand, { params: { campaignId }, body: { still: true } })
  return provisional.map((p) => p.nominationId)
}

/** A first round by scores, closed; who passed it. */
const scored = async (stage: Stage, { campaignId, definition }: { readonly campaignId: string; readonly definition: ResolvedDefinition }, candidates: readonly Candidate[], at: number): Promise<Candidate[]> => {
  const { services, cast } = stage
  const roundId = await openVote(stage, campaignId, candidates, at, 'round-0')
  for (const [i, juror] of cast.jurors.entries()) {
    await setClock(services, at + (i + 1) * 7 * MINUTE)
    await scoreAll(stage, juror, roundId, candidates)
  }
  await setClock(services, at + 3 * HOUR)
  await act(services, cast.secretary, closeRoundCommand, { params: { roundId }, body: { shares: [] } })
  const { ids } = await standBefore(services.db, campaignId, ruleOf(definition, 'round', 'round-1')!)
  return candidates.filter((c) => ids.includes(c.nominationId))
}

/** The juror of the card (third) has not come yet; five have voted, two have only checked in. */
export const juryAtWork = async (stage: Stage, plan: Plan, t: Times, which: Nominating): Promise<void> => {
  const { cast } = stage
  const units = nominating(cast.units, which)
  const campaign = await openCampaign(stage, plan, t.opens, cast.units.filter((u, i) => i % 2 === 0 || units.includes(u)))
  const candidates = await nominateAndAccept(stage, campaign, units, t)
  const left = await scored(stage, campaign, candidates, t.votes - 24 * HOUR)
  const roundId = await openNext(stage, campaign.campaignId, left, t.votes)
  for (const i of [0, 1, 3, 4, 5]) await vote(stage, cast.jurors[i]!, roundId, left, placesOf(campaign.definition), i === 3 ? left[4] : undefined)
  for (const i of [6, 7]) await checkIn(stage, cast.jurors[i]!, roundId, left)
}
