import { readConflicts, readOwnSigns } from '#contract/operations/conflicts'
import { allows } from '#core/access/permission'
import { afterCloseFinding } from '#core/review/conflicts/decide'
import { detect } from '#core/review/conflicts/detect'
import { relationOf, type Sign } from '#core/review/conflicts/facts'
import { listConflicts } from '#core/review/conflicts/lists'
import { isBlind, shownName } from '../blind'
import { absent, query } from '../handler'
import { askedOf, readCandidateFacts, readConflictDecisions, readJurorFacts, readMet, SCORE_VOIDED } from '../store/conflicts'
import { definitionOfCampaign } from '../store/campaigns'
import { ownReadings } from '../store/readings'
import { readRoundCandidates, readRoundRow } from '../store/rounds'

/** Looked for anew at each reading: who moved to a candidate's unit since is found. */
export const readConflictsQuery = query(readConflicts, async ({ params: { campaignId } }, { q, services, actor, subject }) => {
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const { at: now } = (await q.row<{ at: number }>('SELECT product_time() AS at'))!
  const [jurors, candidates, decisions, met] = [await readJurorFacts(q, campaignId), await readCandidateFacts(q, definition, campaignId), await readConflictDecisions(q, campaignId), await readMet(q, campaignId)]
  const asked = askedOf(definition, now)
  const hits = detect(jurors, candidates, asked)
  const pairOf = (p: { accountId: string; nominationId: string }) => ({ juror: p.accountId, candidate: p.nominationId })
  const claimed = decisions.filter((d) => d.decision === 'standsBack')
  const declared = met.filter((m) => m.source === 'declared')
  const lists = listConflicts(hits, [...declared, ...claimed].map(pairOf), declared.map(pairOf), decisions.filter((d) => d.decision === 'stays').map(pairOf))
  const [hitOf, decisionOf] = [new Map(hits.map((h) => [`${h.juror} ${h.candidate}`, h])), new Map(decisions.map((d) => [`${d.accountId} ${d.nominationId}`, d]))]
  const unjustified = new Set(lists.unjustified.map((p) => `${p.juror} ${p.candidate}`))
  const keys = [...new Set([...hits.map((h) => `${h.juror} ${h.candidate}`), ...declared.map((m) => `${m.accountId} ${m.nominationId}`), ...decisions.map((d) => `${d.accountId} ${d.nominationId}`)])]
  const pairs = keys.map((key) => {
    const [accountId, nominationId] = key.split(' ') as [string, string]
    const [hit, decision] = [hitOf.get(key), decisionOf.get(key)]
    const rounds = met.filter((m) => m.accountId === accountId && m.nominationId === nominationId)
    const said = rounds.findLast((m) => m.source === 'declared')
    const juror = jurors.find((j) => j.id === accountId)
    const counted = decision?.decision === 'standsBack' ? rounds.filter((m) => m.state === 'closed' && m.voted && m.source === null && (m.closedAt ?? 0) <= decision.at) : []
    const moved = hit !== undefined && juror?.unitSince != null && hit.signs.some((s) => s.juror.at === 'unit') ? juror.unitSince : null
    return {
      accountId, nominationId, certainty: hit?.certainty ?? null, signs: (hit?.signs ?? []).map((s) => withRule(s, asked.relations)), movedAt: moved, withdrawn: rounds.reduce((n, m) => n + m.withdrawn, 0), voided: rounds.filter((m) => m.voided).length, findings: counted.map((m) => afterCloseFinding(m.name.zh)) as never,
      list: unjustified.has(key) ? 'unjustified' as const : said !== undefined || decision?.decision === 'standsBack' ? 'standsBack' as const : decision?.decision === 'stays' ? 'stays' as const : 'missing' as const,
      declared: said === undefined ? null : { reason: said.reason ?? '', at: said.declaredAt ?? 0 }, decision: decision === undefined ? null : { decision: decision.decision, reason: decision.reason, by: decision.by, role: decision.role, at: decision.at },
    }
  })
  return {
    years: asked.years, stated: asked.stated, jurors: jurors.map((j) => ({ accountId: j.id, personName: j.name, unitName: j.unit })), candidates: candidates.map((c) => ({ nominationId: c.id, candidateName: c.name, employer: c.employer, unitName: c.nominatingUnit })),
    pairs: pairs.sort((a, b) => order(a.certainty) - order(b.certainty)), may: allows('decidersOfConflicts', actor, subject) ? ['decide' as const] : [],
  }
})
const order = (c: 'certain' | 'likely' | 'ask' | null): number => ['certain', 'likely', 'ask', null].indexOf(c)
const withRule = (s: Sign, relations: readonly string[]) => { const r = relationOf[s.kind]; return { kind: s.kind, certainty: s.certainty, asked: r !== null && relations.includes(r), juror: { ...s.juror }, candidate: { ...s.candidate } } }

/** Of a candidate the juror has not opened yet: what stands on the list of names anyway, and otherwise the juror's own words alone. */
const onTheList = new Set(['name', 'employer', 'nominatingUnit'])
export const readOwnSignsQuery = query(readOwnSigns, async ({ params: { roundId } }, { q, services, actor }) => {
  const round = await readRoundRow(q, roundId)
  // A seat on the campaign's jury is none in this round.
  if (round === undefined || (await q.row(`SELECT 1 FROM round_jurors WHERE round_id = $1 AND account_id = $2`, [roundId, actor.accountId])) === undefined) throw absent()
  // In a blind round a hint would tell who or where from: it is for supervisor and secretary alone.
  const blind = isBlind(round.rule)
  const definition = await definitionOfCampaign(q, services.definitions, round.campaignId)
  const { at: now } = (await q.row<{ at: number }>('SELECT product_time() AS at'))!
  const own = await readJurorFacts(q, round.campaignId, actor.accountId)
  const mine = await ownReadings(q, round, actor.accountId)
  const read = (await readCandidateFacts(q, definition, round.campaignId, { roundId })).filter((c) => mine === null || mine.has(c.id))
  const hits = blind ? [] : detect(own, read, askedOf(definition, now))
  const settled = new Set((await readConflictDecisions(q, round.campaignId)).filter((d) => d.accountId === actor.accountId && d.decision === 'stays').map((d) => d.nominationId))
  const again = await q.row<{ nominationId: string; reason: string; at: number }>(
    `SELECT n.id AS "nominationId", d.reason, w.withdrawn_at AS at FROM withdrawn_ballots w JOIN conflict_decisions d ON d.id = w.decision_id JOIN nominations n ON n.id = d.nomination_id JOIN round_jurors j ON j.round_id = w.round_id AND j.account_id = w.account_id
     WHERE w.round_id = $1 AND w.account_id = $2 AND NOT j.voted ORDER BY w.withdrawn_at DESC LIMIT 1`, [roundId, actor.accountId])
  const voided = await q.rows<{ nominationId: string; reason: string; at: number }>(
    `SELECT x.nomination_id AS "nominationId", x.reason, x.declared_at AS at FROM rounds r JOIN round_jurors j ON j.round_id = r.id JOIN recusals x ON x.round_id = r.id AND x.account_id = j.account_id WHERE r.id = $1 AND j.account_id = $2 AND ${SCORE_VOIDED} ORDER BY x.declared_at`, [roundId, actor.accountId])
  const standing = again === undefined && voided.length === 0 ? [] : await readRoundCandidates(q, roundId)
  const shown = (id: string): string => { const c = standing.find((x) => x.nominationId === id); return c === undefined ? '' : shownName(round.rule, c).candidateName }
  return {
    signs: hits.filter((h) => !settled.has(h.candidate)).map((h) => ({ nominationId: h.candidate, kinds: h.signs.map((s) => ({ kind: s.kind, certainty: s.certainty, words: onTheList.has(s.candidate.at) ? s.candidate.words : s.juror.at === 'name' ? s.candidate.label : s.juror.words })) })),
    voteAgain: again === undefined ? null : { candidateName: shown(again.nominationId), reason: again.reason, at: again.at },
    voided: voided.map((v) => ({ candidateName: shown(v.nominationId), reason: v.reason, at: v.at })),
  }
})
