/** The jury of the demo: formed, seated, and voting the same way at every load. */
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { castBallotCommand } from '../commands/cast-ballot'
import { declareConflictsCommand, formJuryCommand } from '../commands/jury'
import { openRoundCommand } from '../commands/open-round'
import { saveScoreCommand, submitSheetCommand } from '../commands/score-sheet'
import { act, setClock } from './actors'
import type { DemoJurorActor } from './assemble'
import type { Candidate, Stage } from './nominating'
import { chance } from './samples/chance'

const HOUR = 3_600_000

/** Forms the jury two hours before, and opens its first round. */
export const openVote = async (stage: Stage, campaignId: string, candidates: readonly Candidate[], votes: number, ruleId = 'round-1'): Promise<string> => {
  const { services, cast } = stage
  await setClock(services, votes - 2 * HOUR)
  await act(services, cast.office, formJuryCommand, { params: { campaignId }, body: { jurorIds: cast.jurors.map((j) => j.session.accountId), secretaryId: cast.secretary.session.accountId } })
  return openNext(stage, campaignId, candidates, votes, ruleId)
}
export const openNext = async ({ services, cast }: Stage, campaignId: string, candidates: readonly Candidate[], at: number, ruleId = 'round-1'): Promise<string> => {
  await setClock(services, at)
  return (await act(services, cast.office, openRoundCommand, { params: { campaignId }, body: { ruleId, nominationIds: candidates.map((c) => c.nominationId), still: true } })).roundId
}

export const placesOf = (definition: ResolvedDefinition): number => rulesOf(definition, 'round').find((r) => r.id === 'round-1')!.places

/** Signs in to the round: a juror who works where a candidate works says so. Returns those the juror keeps away from. */
export const checkIn = async ({ services }: Stage, juror: DemoJurorActor, roundId: string, candidates: readonly Candidate[], more?: Candidate): Promise<ReadonlySet<Candidate>> => {
  const near = candidates.filter((c) => c.person.fields['employer'] === juror.person.unitName)
  const away = new Map([...near.map((c) => [c, '与人选在同一单位工作'] as const), ...(more === undefined ? [] : [[more, '曾为同一课题组成员'] as const])])
  await act(services, juror, declareConflictsCommand, { params: { roundId }, body: { conflicts: [...away].map(([c, reason]) => ({ nominationId: c.nominationId, reason })) } })
  return new Set(away.keys())
}

/** Everyone prefers the first ones a little, and each juror differs. */
export const vote = async (stage: Stage, juror: DemoJurorActor, roundId: string, candidates: readonly Candidate[], places: number, more?: Candidate): Promise<void> => {
  const away = await checkIn(stage, juror, roundId, candidates, more)
  const c = chance(`vote ${juror.person.login} ${candidates[0]?.person.name ?? ''}`)
  const liked = candidates.map((candidate, i) => ({ candidate, score: i * 0.25 + c.next() })).filter((x) => !away.has(x.candidate)).sort((a, b) => a.score - b.score)
  await act(stage.services, juror, castBallotCommand, { params: { roundId }, body: { approvals: liked.slice(0, places).map((x) => x.candidate.nominationId) } })
}

/** A sheet of scores: the first ones a little higher, and each juror differs. */
export const scoreAll = async (stage: Stage, juror: DemoJurorActor, roundId: string, candidates: readonly Candidate[]): Promise<void> => {
  const away = await checkIn(stage, juror, roundId, candidates)
  const c = chance(`score ${juror.person.login} ${candidates[0]?.person.name ?? ''}`)
  for (const [i, candidate] of candidates.entries()) {
    if (away.has(candidate)) continue
    const points = [0, 1].map(() => String(Math.round(94 - i * 2.5 + c.next() * 6)))
    await act(stage.services, juror, saveScoreCommand, { params: { roundId, nominationId: candidate.nominationId }, body: { points, comment: '' } })
  }
  await act(stage.services, juror, submitSheetCommand, { params: { roundId }, body: { missingSeen: 0 } })
}
