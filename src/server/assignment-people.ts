/** Who is shared out among whom, and who must not read whom, as it is now. */
import { ruleOf } from '#core/campaign/definition'
import { problemOf } from '#core/review/assignment/from-facts'
import type { AssignmentProblem, Readings } from '#core/review/assignment/problem'
import type { AssignmentTerms } from '#core/rules/round-methods'
import type { RoundRule } from '#core/rules/round-terms'
import { detecting } from '#core/review/conflicts/detect'
import { absent } from './handler'
import type { Services } from './services'
import { standBefore } from './shortlist'
import { definitionOfCampaign } from './store/campaigns'
import { askedOf, readCandidateFacts, readConflictDecisions, readJurorFacts } from './store/conflicts'
import type { Queries } from './store/database'
import { jurorsForRound } from './store/juries'
import { listRounds, OWN_UNITS, type RoundRow } from './store/rounds'

/** The rule that shares its readings out: frozen where its round is open. Absent where there is none such. */
export const ruleForAssignment = async (q: Queries, services: Services, campaignId: string, ruleId: string): Promise<{ readonly rule: RoundRule & { readonly assignment: AssignmentTerms }; readonly round: RoundRow | null }> => {
  const round = (await listRounds(q, campaignId)).find((r) => r.ruleId === ruleId) ?? null
  const rule = round?.rule ?? ruleOf(await definitionOfCampaign(q, services.definitions, campaignId), 'round', ruleId)
  if (rule?.assignment === undefined) throw absent()
  return { rule: { ...rule, assignment: rule.assignment }, round }
}

export interface ReaderRow { readonly id: string; readonly name: string; readonly unit: string; readonly fields: string }
export interface ReadRow { readonly id: string; readonly name: string; readonly unit: string; readonly fields: string }
/** Everybody an assignment is about: of the round where it is open, else of the jury and the shortlist as they are now. */
export interface AssignmentPeople { readonly jurors: readonly ReaderRow[]; readonly candidates: readonly ReadRow[] }

export const peopleOf = async (q: Queries, campaignId: string, rule: RoundRule, roundId: string | null): Promise<AssignmentPeople> => {
  const [jurorIds, candidateIds] = roundId === null
    ? [(await jurorsForRound(q, campaignId, rule.id)).map((j) => j.id), (await standBefore(q, campaignId, rule)).ids]
    : [(await q.rows<{ id: string }>(`SELECT account_id AS id FROM round_jurors WHERE round_id = $1 AND dropped_at IS NULL`, [roundId])).map((r) => r.id), (await q.rows<{ id: string }>(`SELECT nomination_id AS id FROM round_candidates WHERE round_id = $1`, [roundId])).map((r) => r.id)]
  const jurors = await q.rows<ReaderRow>(`SELECT a.id, a.person_name AS name, coalesce(e.unit_name, a.unit_name) AS unit, a.field_of_work AS fields FROM accounts a JOIN campaigns c ON c.id = $1 LEFT JOIN experts e ON e.account_id = a.id AND e.organisation_id = c.organisation_id WHERE a.id = ANY($2) ORDER BY a.person_name, a.id`, [campaignId, jurorIds])
  const candidates = await q.rows<ReadRow>(`SELECT n.id, n.candidate_name AS name, o.name AS unit, coalesce(nullif(n.fields->>'discipline', ''), n.fields->>'department', '') AS fields FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.id = ANY($1) ORDER BY n.candidate_name, n.id`, [candidateIds])
  return { jurors, candidates }
}

/** What is settled: decided, declared in the open round, of the own unit. */
export const settledConflicts = async (q: Queries, campaignId: string, people: AssignmentPeople, roundId: string | null): Promise<{ juror: string; candidate: string }[]> => {
  const [jurors, candidates] = [people.jurors.map((j) => j.id), people.candidates.map((c) => c.id)]
  const decided = (await readConflictDecisions(q, campaignId)).filter((d) => d.decision === 'standsBack').map((d) => ({ juror: d.accountId, candidate: d.nominationId }))
  const own = await q.rows<{ juror: string; candidate: string }>(OWN_UNITS, [jurors, candidates])
  const recused = roundId === null ? [] : await q.rows<{ juror: string; candidate: string }>(`SELECT account_id AS juror, nomination_id AS candidate FROM recusals WHERE round_id = $1`, [roundId])
  return [...decided, ...own, ...recused]
}

/** Ties that were found and of which nobody has said that the juror stays, some dossiers at a time and juror by juror: whoever has one is given somebody else. @param only of this candidate */
export const openTies = async function* (q: Queries, services: Services, campaignId: string, people: AssignmentPeople, only?: string): AsyncGenerator<readonly { juror: string; candidate: string }[]> {
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const stays = new Set((await readConflictDecisions(q, campaignId)).filter((d) => d.decision === 'stays').map((d) => `${d.accountId} ${d.nominationId}`))
  const [sit, stand] = [new Set(people.jurors.map((j) => j.id)), only === undefined ? people.candidates.map((c) => c.id) : [only]]
  const { at } = (await q.row<{ at: number }>('SELECT product_time() AS at'))!
  const jurors = (await readJurorFacts(q, campaignId)).filter((j) => sit.has(j.id))
  // So many dossiers at a time: none of it keeps others waiting.
  for (let i = 0; i < stand.length; i += AT_ONCE)
    for (const hits of detecting(jurors, await readCandidateFacts(q, definition, campaignId, { ids: stand.slice(i, i + AT_ONCE) }), askedOf(definition, at)))
      yield hits.filter((h) => !stays.has(`${h.juror} ${h.candidate}`)).map(({ juror, candidate }) => ({ juror, candidate }))
}
const AT_ONCE = 100

export const questionOf = (t: AssignmentTerms, people: AssignmentPeople, conflicts: readonly { juror: string; candidate: string }[], before?: Readings): AssignmentProblem =>
  problemOf(t, { jurors: people.jurors.map(({ id, unit, fields }) => ({ id, unit, fields })), candidates: people.candidates.map(({ id, fields }) => ({ id, fields })), conflicts, ...(before !== undefined && Object.keys(before).length > 0 && { before }) })
