import { candidatePreview, readBallot, readCandidate, readJury } from '#contract/operations/jury'
import { viewCandidateMaterial } from '#contract/operations/views'
import { rulesOf } from '#core/campaign/definition'
import { appraisalCase, appraisalSteps } from '#core/appraisal/steps'
import { summaryOf } from '#core/appraisal/summary'
import { createHash } from 'node:crypto'
import { appraisalOf } from '../appraisal-facts'
import { absent, query, type QueryContext } from '../handler'
import { wholeFields } from '../secret-fields'
import { lastAssignment } from '../store/assignments'
import { definitionOf, definitionOfCampaign } from '../store/campaigns'
import { previewDownload } from './material-files'
import { shownTo } from './views'
import { readMaterial, readMaterials, readNominationRow } from '../store/nominations'
import { nameOfGroup } from '#core/review/groups'
import { rootId } from '#core/review/next-round'
import { blindFields, isBlind, showsFiles, shownName } from '../blind'
import { publicKeysOf, readPrinted } from '../key-shares'
import { readFamilies } from '../round-family'
import { nextOf } from '../round-result'
import { ownReadings } from '../store/readings'
import { listAbandoned, readCodes, readRecusals, readRoundCandidates, readRoundJurors, readRoundRow } from '../store/rounds'

interface Member { accountId: string; personName: string; unitName: string; fieldOfWork: string; seat: 'juror' | 'secretary' }

export const readJuryQuery = query(readJury, async ({ params }, { q, services }) => {
  const members = await q.rows<Member>(
    `SELECT a.id AS "accountId", a.person_name AS "personName", a.unit_name AS "unitName", a.field_of_work AS "fieldOfWork", m.seat FROM jury_members m JOIN accounts a ON a.id = m.account_id WHERE m.campaign_id = $1 AND m.general ORDER BY a.person_name`, [params.campaignId])
  const accepted = (await q.row<{ n: number }>(`SELECT count(*)::int AS n FROM nominations WHERE campaign_id = $1 AND state = 'accepted'`, [params.campaignId]))!.n
  const families = await readFamilies(q, params.campaignId)
  const sharing = rulesOf(await definitionOfCampaign(q, services.definitions, params.campaignId), 'round').filter((r) => r.assignment !== undefined)
  const shared = await Promise.all(sharing.map(async (r) => ({ ruleId: r.id, name: r.name, state: (await lastAssignment(q, params.campaignId, r.id))?.state ?? ('none' as const) })))
  return {
    jurors: members.filter((m) => m.seat === 'juror'), secretary: members.find((m) => m.seat === 'secretary') ?? null, accepted, shared,
    abandoned: (await listAbandoned(q, params.campaignId)).map((r) => ({ id: r.id, ruleId: r.ruleId, name: r.rule.name, at: r.closedAt ?? 0 })),
    rounds: families.flatMap((f) => f.rounds.map((r) => ({ id: r.id, ruleId: r.ruleId, rootId: rootId(r.ruleId), name: r.rule.name, state: r.state, openedAt: r.openedAt, closedAt: r.closedAt, next: r === f.rounds.at(-1) ? nextOf(r) : null }))),
  }
})

export const readBallotQuery = query(readBallot, async ({ params }, { q, actor }) => {
  const round = await readRoundRow(q, params.roundId)
  if (round === undefined) throw absent()
  const me = (await readRoundJurors(q, round.id)).find((j) => j.accountId === actor.accountId)
  if (me === undefined) throw absent()
  const recusals = (await readRecusals(q, round.id)).filter((r) => r.juror === actor.accountId)
  const cast = await q.row<{ at: number }>(`SELECT cast_at AS at FROM sealed_ballots WHERE round_id = $1 AND account_id = $2`, [round.id, actor.accountId])
  // Every juror has an order of one's own, the same at each visit: nobody profits from standing first.
  const order = (id: string) => createHash('sha256').update(`${actor.accountId}${id}`).digest('hex')
  const mine = await ownReadings(q, round, actor.accountId)
  const candidates = (await readRoundCandidates(q, round.id)).filter((c) => mine === null || mine.has(c.nominationId)).map((c) => {
    const recusal = recusals.find((r) => r.candidate === c.nominationId)
    return { ...shownName(round.rule, c), recused: recusal !== undefined, reason: recusal?.reason ?? '', group: c.group === null ? null : nameOfGroup(round.rule, c.group) }
  })
  const groupAt = new Map((round.rule.groups ?? []).map((g, i) => [g.name.zh, i]))
  const at = (c: { group: { zh: string } | null }): number => (c.group === null ? 0 : groupAt.get(c.group.zh) ?? 0)
  candidates.sort((a, b) => at(a) - at(b) || (order(a.nominationId) < order(b.nominationId) ? -1 : 1))
  const keyReady = round.rule.keyShares !== true || publicKeysOf(await readPrinted(q, round.id)) !== null
  const box = round.state === 'closed' ? await readCodes(q, round.id) : null
  return { campaignId: round.campaignId, rule: round.rule, state: round.state, present: me.present, dropped: me.dropped, keyReady, votedAt: cast?.at ?? null, ballotCode: null, candidates, box }
})

/** What jurors read: no ID number, no phone, no e-mail, no integrity opinion, no papers or minutes of procedure; of an appraisal its numbers. */
export const readCandidateQuery = query(readCandidate, async ({ params }, { q, services }) => {
  const [row, round, standing] = [await readNominationRow(q, params.nominationId), await readRoundRow(q, params.roundId), (await readRoundCandidates(q, params.roundId)).find((k) => k.nominationId === params.nominationId)]
  if (row === undefined || round === undefined || standing === undefined) throw absent()
  const all = await readMaterials(q, row.id)
  const materials = showsFiles(round.rule) ? all.filter(forJurors) : []
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const { appraisal } = await appraisalOf(q, services, definition, row)
  const summary = appraisal === undefined ? null : summaryOf(appraisalSteps(definition), appraisalCase(definition, { fields: wholeFields(services.keys, row), answers: row.answers, materials: all }, appraisal))
  const shown = shownName(round.rule, standing)
  return { candidateName: shown.candidateName, unitName: shown.unitName, blind: isBlind(round.rule), offline: row.offline !== null, fields: blindFields(round.rule, row.fields, { name: standing.candidateName, unit: standing.unitName, ordinal: standing.ordinal }) as never, appraisal: summary, materials: materials.map((m) => ({ ...m, hasPreview: m.previewSha256 !== null })) }
})

/** Pictures and films only: scans carry numbers and seals that a juror does not need. */
const forJurors = (m: { readonly facts: { readonly kind: string } }): boolean => m.facts.kind === 'image' || m.facts.kind === 'video'

const candidateFile = async (c: QueryContext, roundId: string, nominationId: string, fileId: string) => {
  const [file, round] = [await readMaterial(c.q, nominationId, fileId), await readRoundRow(c.q, roundId)]
  if (file === undefined || round === undefined || !forJurors(file) || !showsFiles(round.rule)) throw absent()
  return file
}
export const candidatePreviewQuery = query(candidatePreview, async ({ params }, c) => previewDownload(c.services.blobs, await candidateFile(c, params.roundId, params.nominationId, params.fileId)))
export const viewCandidateMaterialQuery = query(viewCandidateMaterial, async ({ params }, c) => shownTo(await candidateFile(c, params.roundId, params.nominationId, params.fileId), c))
