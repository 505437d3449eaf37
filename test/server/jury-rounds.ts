/** A campaign with a jury and accepted candidates, and as many rounds as a test asks for. */
import { closeRound, declareConflicts, openRound } from '#contract/operations/jury'
import { saveScore, submitSheet } from '#contract/operations/rounds'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from './campaign-plan'
import type { Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import type { Person } from './person'
import { putNomination } from './put-nomination'

export interface JuryCampaign { readonly o: Office; readonly campaignId: string; readonly jurors: readonly Person[]; readonly jurorIds: readonly string[]; readonly secretary: Person; readonly ids: readonly string[] }
export type RoundTerms = { readonly id: string } & Readonly<Record<string, unknown>>
const words = { zh: '示例轮', en: 'Sample round' }

/** @param rounds terms of each beyond what all share: two thirds present, two thirds of those present, two places */
export const withRounds = (rounds: readonly RoundTerms[]) => (rules: StatedRule[]): StatedRule[] => twoPapers(rules).flatMap((r) => (r.kind !== 'round' ? [r] : [...(rounds.some((x) => x.id === r.id) ? [] : [r]), ...rounds.map((more) => ({ ...r, name: words, ...more }) as unknown as StatedRule)]))

/** @param more rules of other kinds, whole */
export const openJury = async (at: Installation, rounds: readonly RoundTerms[], names: readonly string[], jurorCount = 5, more: readonly object[] = []): Promise<JuryCampaign> => {
  const o = await openOffice(at, Math.max(2, names.length))
  const campaignId = await openProvincial(at, o, (rules) => [...withRounds(rounds)(rules), ...(more as StatedRule[])])
  const units = await at.services.db.rows<{ id: string }>(`SELECT id FROM organisations WHERE code LIKE 'U%' ORDER BY code`)
  const ids: string[] = []
  for (const [i, name] of names.entries()) ids.push(await putNomination(at.services.db, { campaignId, unitId: units[i]!.id, name, state: 'accepted', n: i }))
  const { jurors, jurorIds, secretary } = await inviteJury(at, o, campaignId, jurorCount)
  return { o, campaignId, jurors, jurorIds, secretary, ids }
}

/** Opens a round and lets everybody check in. */
export const openAndCheckIn = async (j: JuryCampaign, ruleId: string, ids: readonly string[] = j.ids, who: readonly Person[] = j.jurors): Promise<string> => {
  const { roundId } = await j.o.office.ask(openRound, { params: { campaignId: j.campaignId }, body: { ruleId, nominationIds: [...ids], still: true } })
  for (const p of who) await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  return roundId
}
export const score = (who: Person, roundId: string, nominationId: string, points: readonly string[], comment = '') => who.ask(saveScore, { params: { roundId, nominationId }, body: { points: [...points], comment } })
/** One figure for each candidate, then the sheet. */
export const scoreAll = async (who: Person, roundId: string, ids: readonly string[], points: readonly number[]): Promise<string> => {
  for (const [i, id] of ids.entries()) await score(who, roundId, id, [String(points[i])])
  return (await who.ask(submitSheet, { params: { roundId }, body: {} })).ballotCode
}
export const close = (j: JuryCampaign, roundId: string) => j.secretary.ask(closeRound, { params: { roundId }, body: {} })
