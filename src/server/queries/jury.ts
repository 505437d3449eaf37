import { candidatePreview, readBallot, readCandidate, readJury, readRound } from '#contract/operations/jury'
import { viewCandidateMaterial } from '#contract/operations/views'
import type { AnswerOf } from '#contract/operation'
import { allows } from '#core/access/permission'
import { appraisalCase, appraisalSteps } from '#core/appraisal/steps'
import { summaryOf } from '#core/appraisal/summary'
import { count } from '#core/review/count'
import { countFindings } from '#core/review/count-findings'
import { createHash } from 'node:crypto'
import { appraisalOf } from '../appraisal-facts'
import { absent, query, type QueryContext } from '../handler'
import { wholeFields } from '../secret-fields'
import { definitionOf } from '../store/campaigns'
import { previewDownload } from './material-files'
import { shownTo } from './views'
import { readMaterial, readMaterials, readNominationRow } from '../store/nominations'
import { listRounds, readBox, readRecusals, readRoundCandidates, readRoundJurors, readRoundRow, type RoundRow } from '../store/rounds'

interface Member { accountId: string; personName: string; unitName: string; fieldOfWork: string; seat: 'juror' | 'secretary' }

export const readJuryQuery = query(readJury, async ({ params }, { q }) => {
  const members = await q.rows<Member>(
    `SELECT a.id AS "accountId", a.person_name AS "personName", a.unit_name AS "unitName", a.field_of_work AS "fieldOfWork", m.seat FROM jury_members m JOIN accounts a ON a.id = m.account_id WHERE m.campaign_id = $1 AND m.general ORDER BY a.person_name`, [params.campaignId])
  const accepted = (await q.row<{ n: number }>(`SELECT count(*)::int AS n FROM nominations WHERE campaign_id = $1 AND state = 'accepted'`, [params.campaignId]))!.n
  const rounds = await listRounds(q, params.campaignId)
  return {
    jurors: members.filter((m) => m.seat === 'juror'), secretary: members.find((m) => m.seat === 'secretary') ?? null, accepted,
    rounds: rounds.map((r) => ({ id: r.id, ruleId: r.ruleId, name: r.rule.name, state: r.state, openedAt: r.openedAt, closedAt: r.closedAt })),
  }
})

/** Turnout while it is open, the tally once it is closed; nobody, the office included, sees a partial result. */
export const readRoundQuery = query(readRound, async ({ params }, { q, actor, subject }) => {
  const round = await readRoundRow(q, params.roundId)
  if (round === undefined) throw absent()
  const candidates = await readRoundCandidates(q, round.id)
  const names = new Map(candidates.map((c) => [c.nominationId, c.candidateName]))
  const recusals = await readRecusals(q, round.id)
  const jurors = (await readRoundJurors(q, round.id)).map((j) => ({
    ...j, recusedFrom: recusals.filter((r) => r.juror === j.accountId).map((r) => ({ nominationId: r.candidate, candidateName: names.get(r.candidate) ?? '', reason: r.reason })),
  }))
  const mayClose = round.state === 'open' && allows('secretaryOfRound', actor, subject)
  return { id: round.id, campaignId: round.campaignId, rule: round.rule, state: round.state, openedAt: round.openedAt, closedAt: round.closedAt, jurors, candidates,
    result: await resultOf(q, round, candidates), closing: await closingFindings(q, round) as never, may: mayClose ? ['close'] : [] }
})

type Result = AnswerOf<typeof readRound>['result']
const resultOf = async (q: QueryContext['q'], round: RoundRow, candidates: readonly { nominationId: string; candidateName: string; unitName: string }[]): Promise<Result> => {
  if (round.result === null || round.resultHash === null) return null
  const about = new Map(candidates.map((c) => [c.nominationId, c]))
  const box = await readBox(q, round.id)
  return {
    ...round.result, hash: round.resultHash, ballotCodes: box.ballots.map((b) => b.code), findings: countFindings(round.rule, round.result) as never,
    rows: round.result.rows.map((r) => ({ ...r, nominationId: r.candidate, candidateName: about.get(r.candidate)?.candidateName ?? '', unitName: about.get(r.candidate)?.unitName ?? '' })),
  }
}

/** Quorum is turnout, not votes: it may be told while the round is open. */
const closingFindings = async (q: QueryContext['q'], round: RoundRow) =>
  round.state === 'closed' ? [] : countFindings(round.rule, count(round.rule, await readBox(q, round.id))).filter((f) => f.code === 'round.noQuorum')

export const readBallotQuery = query(readBallot, async ({ params }, { q, actor }) => {
  const round = await readRoundRow(q, params.roundId)
  if (round === undefined) throw absent()
  const me = (await readRoundJurors(q, round.id)).find((j) => j.accountId === actor.accountId)
  if (me === undefined) throw absent()
  const recusals = (await readRecusals(q, round.id)).filter((r) => r.juror === actor.accountId)
  const cast = await q.row<{ at: number }>(`SELECT cast_at AS at FROM sealed_ballots WHERE round_id = $1 AND account_id = $2`, [round.id, actor.accountId])
  // Every juror has an order of one's own, the same at each visit: nobody profits from standing first.
  const order = (id: string) => createHash('sha256').update(`${actor.accountId}${id}`).digest('hex')
  const candidates = (await readRoundCandidates(q, round.id)).map((c) => {
    const recusal = recusals.find((r) => r.candidate === c.nominationId)
    return { ...c, recused: recusal !== undefined, reason: recusal?.reason ?? '' }
  })
  candidates.sort((a, b) => (order(a.nominationId) < order(b.nominationId) ? -1 : 1))
  const box = round.state === 'closed' ? (await readBox(q, round.id)).ballots.map((b) => b.code) : null
  return { campaignId: round.campaignId, rule: round.rule, state: round.state, present: me.present, votedAt: cast?.at ?? null, ballotCode: null, candidates, box }
})

/** What jurors read: no ID number, no phone, no e-mail, no integrity opinion, no papers or minutes of procedure; of an appraisal its numbers. */
export const readCandidateQuery = query(readCandidate, async ({ params }, { q, services }) => {
  const row = await readNominationRow(q, params.nominationId)
  if (row === undefined) throw absent()
  const all = await readMaterials(q, row.id)
  const materials = all.filter(forJurors)
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const { appraisal } = await appraisalOf(q, services, definition, row)
  const summary = appraisal === undefined ? null : summaryOf(appraisalSteps(definition), appraisalCase(definition, { fields: wholeFields(services.keys, row), answers: row.answers, materials: all }, appraisal))
  return { candidateName: row.candidateName, unitName: row.unitName, offline: row.offline !== null, fields: row.fields as never, appraisal: summary, materials: materials.map((m) => ({ ...m, hasPreview: m.previewSha256 !== null })) }
})

/** Pictures and films only: scans carry numbers and seals that a juror does not need. */
const forJurors = (m: { readonly facts: { readonly kind: string } }): boolean => m.facts.kind === 'image' || m.facts.kind === 'video'

const candidateFile = async (c: QueryContext, nominationId: string, fileId: string) => {
  const file = await readMaterial(c.q, nominationId, fileId)
  if (file === undefined || !forJurors(file)) throw absent()
  return file
}
export const candidatePreviewQuery = query(candidatePreview, async ({ params }, c) => previewDownload(c.services.blobs, await candidateFile(c, params.nominationId, params.fileId)))
export const viewCandidateMaterialQuery = query(viewCandidateMaterial, async ({ params }, c) => shownTo(await candidateFile(c, params.nominationId, params.fileId), c))
