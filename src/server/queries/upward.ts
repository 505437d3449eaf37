/** 向上推荐 as its page reads it: who may go, what the level above has and lacks, its clock, what came back. */
import type { AnswerOf, Download } from '#contract/operation'
import { archiveFile, listArchives, readCameUp, readUpward, transmittal } from '#contract/operations/upward'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { blocking } from '#core/kernel/finding'
import { checkDossier } from '#core/nomination/submit'
import { isStanding, type NominationState } from '#core/nomination/state'
import { textOf } from '#core/nomination/form'
import { fingerprintOf } from '#core/upward/fingerprint'
import { sumOf, type FieldLine, type MaterialLine } from '#core/upward/mapping'
import { ownPlaces, placesAbove } from '#core/upward/may-recommend'
import { transmittalPdf } from '#documents/transmittal'
import { stat } from 'node:fs/promises'
import { aboveFor } from '../commands/upward'
import { absent, query, type QueryContext } from '../handler'
import { holidayTable } from '../holidays'
import { resultOf } from '../pass-gate'
import { wholeFields } from '../secret-fields'
import { KEPT_DAYS, listSent, readSent, stateOfSent } from '../store/archives'
import { definitionOf, definitionOfCampaign } from '../store/campaigns'
import type { Queries } from '../store/database'
import { readGateRows } from '../store/gates'
import { listAbove, readUnitName, type Above } from '../store/mirrors'
import { readMaterials, readNominationRow, unitOf, type NominationRow } from '../store/nominations'
import { readInstallation } from '../store/other-installations'
import { identityOf } from '../upward/identity'
import { mapOwn } from '../upward/our-dossier'
import { goingUp } from '../upward/people'
import { sentPath } from '../upward/places'
import { resultsOf } from '../upward/results'

type Answer = AnswerOf<typeof readUpward>
const clock = async (q: Queries): Promise<number> => (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at

const fieldShown = (l: FieldLine): Answer['candidates'][number]['fields'][number] => ({ field: l.rule.field, label: l.rule.label, from: l.from === null ? null : l.from.label, by: l.by, standing: l.standing, findings: l.findings as never })
const materialShown = (l: MaterialLine): Answer['candidates'][number]['materials'][number] => ({
  materialId: l.rule.id, name: l.rule.name, from: l.from?.name ?? null, by: l.by, standing: l.standing, taken: l.taken.map((f) => f.name), missing: l.missing, leftOut: l.leftOut.map((f) => ({ name: f.file.name, findings: f.findings as never })),
})

const standingAbove = async (q: Queries, to: Above): Promise<number> => (await q.rows<{ state: NominationState }>(`SELECT state FROM nominations WHERE campaign_id = $1 AND unit_id = $2`, [to.campaignId, to.unitId])).filter((n) => isStanding(n.state)).length
const aboveShown = async ({ q, services }: QueryContext, to: Above): Promise<Answer['above'][number]> => {
  const definition = await definitionOf(q, services.definitions, to.campaignId, to.definitionHash)
  return { campaignId: to.campaignId, name: definition.name, award: definition.award, office: to.organisationName, end: to.end, isOpen: to.state === 'open', mirrored: to.mirrored, places: placesAbove(definition, unitOf(to)), standing: await standingAbove(q, to) }
}

/** The one this campaign forwards, or whose rules it rests on; else the newest that is open. */
const usual = async (q: Queries, campaignId: string, all: readonly Above[]): Promise<Above | undefined> => {
  const own = await q.row<{ parent: string | null; chain: ResolvedDefinition['chain'] }>(`SELECT parent_campaign_id AS parent, resolved->'chain' AS chain FROM campaigns WHERE id = $1`, [campaignId])
  return all.find((a) => a.campaignId === own?.parent) ?? all.find((a) => a.state === 'open') ?? all[0]
}

/** What is still against submitting it above, as it stands now. */
const openAbove = async ({ q, services }: QueryContext, row: NominationRow, theirs: ResolvedDefinition, now: number): Promise<number> => {
  if (!['draft', 'atApproval', 'returned'].includes(row.state)) return 0
  const materials = await readMaterials(q, row.id)
  return blocking(checkDossier(theirs, { fields: wholeFields(services.keys, row), answers: row.answers, materials, rank: row.rank, part: row.part }, now, 'approver', { unit: unitOf(row), holidays: holidayTable(), end: row.end })).length
}

export const readUpwardQuery = query(readUpward, async ({ params, query: asked }, c) => {
  const { q, services, actor } = c
  const all = (await listAbove(q, actor.organisationId)).filter((a) => a.campaignId !== params.campaignId)
  const to = asked.to === undefined ? await usual(q, params.campaignId, all) : all.find((a) => a.campaignId === asked.to)
  if (asked.to !== undefined && to === undefined) throw absent()
  const now = await clock(q)
  const ours = await definitionOfCampaign(q, services.definitions, params.campaignId)
  const people = await goingUp(q, params.campaignId)
  const theirs = to === undefined ? null : await definitionOf(q, services.definitions, to.campaignId, to.definitionHash)
  const links = to === undefined ? [] : await q.rows<{ from: string; id: string }>(`SELECT DISTINCT ON (r.from_nomination_id) r.from_nomination_id AS "from", r.nomination_id AS id FROM recommendations r WHERE r.from_campaign_id = $1 AND r.to_campaign_id = $2 ORDER BY r.from_nomination_id, r.recommended_at DESC`, [params.campaignId, to.campaignId])
  const results = await resultsOf(q, links.map((l) => l.id))
  const candidates: Answer['candidates'] = []
  let up = 0
  for (const [i, person] of people.entries()) {
    const own = await mapOwn(q, services, person.nominationId, theirs ?? ours, now)
    if (own === null) continue
    const link = links.find((l) => l.from === person.nominationId)
    const row = link === undefined ? undefined : await readNominationRow(q, link.id)
    if (row !== undefined && isStanding(row.state)) up++
    candidates.push({
      nominationId: person.nominationId, name: own.row.candidateName, unitName: own.row.unitName, employer: textOf(own.row.fields, 'employer'), how: person.how, order: i + 1,
      ...(theirs === null ? { fields: [], materials: [], filled: 0, open: 0, notAsked: [] } : { fields: own.mapped.fieldLines.map(fieldShown), materials: own.mapped.materialLines.map(materialShown), ...sumOf(own.mapped), notAsked: [...own.mapped.notAsked.fields.map((f) => f.label), ...own.mapped.notAsked.materials.map((m) => m.name)] }),
      above: row === undefined || theirs === null ? null : { nominationId: row.id, state: row.state, version: row.version, open: await openAbove(c, row, theirs, now), submittedAt: row.submittedAt, returnUntil: row.returnUntil, results: (results.get(row.id) ?? []) as never },
    })
  }
  const gates = (await readGateRows(q, people.filter((p) => p.how !== 'revoked').map((p) => p.nominationId))).map((g) => resultOf(ours, g, { gate: 'forwarding', passage: '' }, now))
  return {
    above: await Promise.all(all.map((a) => aboveShown(c, a))), to: to === undefined ? null : await aboveShown(c, to), ownPlaces: ownPlaces(ours), up, now, candidates,
    gate: { points: gates.flatMap((g) => g.points).filter((p, i, ps) => ps.findIndex((o) => o.ruleId === p.ruleId) === i) as never, open: gates.filter((g) => g.standing === 'open').length },
    seats: to === undefined ? null : await seatsOf(q, to, actor.accountId),
  }
})

const seatsOf = async (q: Queries, to: Above, accountId: string): Promise<Answer['seats']> => {
  const rows = await q.rows<{ id: string; name: string; role: 'unitClerk' | 'unitApprover' }>(`SELECT a.id, a.person_name AS name, m.role FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = $1 AND m.role IN ('unitClerk','unitApprover') ORDER BY a.person_name`, [to.unitId])
  return { own: rows.find((r) => r.id === accountId)?.role ?? null, clerks: rows.filter((r) => r.role === 'unitClerk').map((r) => r.name), approvers: rows.filter((r) => r.role === 'unitApprover').map((r) => r.name) }
}

export const listArchivesQuery = query(listArchives, async ({ params }, c) => {
  const to = await aboveFor(c, params.campaignId)
  const all = await listSent(c.q, to.campaignId, c.actor.organisationId)
  return { keptDays: KEPT_DAYS, archives: all.map((s) => ({ id: s.id, state: stateOfSent(s), askedAt: s.askedAt, madeAt: s.madeAt, expiresAt: s.expiresAt, by: s.by, nominationIds: [...s.nominations], names: [...s.names], bytes: s.bytes ?? 0, sha256: s.sha256, sealedTo: s.sealing.to, done: s.done, total: s.total, findings: (s.findings ?? []) as never })) }
})

const ownSent = async (c: QueryContext, campaignId: string, archiveId: string) => {
  const to = await aboveFor(c, campaignId)
  const s = await readSent(c.q, archiveId)
  if (s === undefined || s.campaignId !== to.campaignId || s.organisationId !== c.actor.organisationId || stateOfSent(s) !== 'ready') throw absent()
  return { to, s }
}
export const archiveFileQuery = query(archiveFile, async ({ params }, c): Promise<Download> => {
  const { s } = await ownSent(c, params.campaignId, params.archiveId)
  const path = sentPath(c.services, s.id)
  const bytes = await stat(path).then((f) => f.size, () => -1)
  if (bytes !== s.bytes) throw absent()
  return { content: { path, bytes }, mediaType: 'application/octet-stream', fileName: s.fileName, inline: false, tag: s.sha256! }
})
export const transmittalQuery = query(transmittal, async ({ params }, c): Promise<Download> => {
  const { s, to } = await ownSent(c, params.campaignId, params.archiveId)
  const definition = await definitionOf(c.q, c.services.definitions, to.campaignId, to.definitionHash)
  const above = to.installationId === null ? undefined : await readInstallation(c.q, to.installationId, c.actor.organisationId)
  const content = await transmittalPdf({
    from: await readUnitName(c.q, c.actor.organisationId), as: await readUnitName(c.q, to.unitId), to: to.organisationName, campaign: definition.name.zh, at: s.madeAt!, by: s.by, fileName: s.fileName, bytes: s.bytes!, sha256: s.sha256!, names: s.names,
    fingerprint: fingerprintOf(identityOf(c.services.keys).keys), toFingerprint: above === undefined ? '' : fingerprintOf(above.keys), sealedTo: s.sealing.to,
  })
  return { content, mediaType: 'application/pdf', fileName: `交接单-${definition.name.zh}.pdf`, inline: true }
})

export const readCameUpQuery = query(readCameUp, async ({ params }, { q, actor }) => {
  const rows = await q.rows<{ unitId: string; name: string; nominationId: string | null; candidate: string; state: NominationState; cameAt: number; sign: string | null; box: string | null }>(
    `SELECT u.unit_id AS "unitId", o.name, n.id AS "nominationId", n.candidate_name AS candidate, n.state, v.taken_at AS "cameAt", i.sign_key AS sign, i.box_key AS box FROM campaign_units u JOIN organisations o ON o.id = u.unit_id
       LEFT JOIN (taken_nominations t JOIN nominations n ON n.id = t.nomination_id JOIN arrivals v ON v.id = t.arrival_id) ON n.campaign_id = u.campaign_id AND n.unit_id = u.unit_id
       LEFT JOIN other_installations i ON i.organisation_id = $2 AND i.unit_id = u.unit_id AND i.confirmed_at IS NOT NULL AND i.ended_at IS NULL WHERE u.campaign_id = $1 ORDER BY o.code, n.created_at`, [params.campaignId, actor.organisationId])
  const units = [...new Map(rows.map((r) => [r.unitId, r])).values()]
  return { units: await Promise.all(units.map(async (u) => {
    const own = rows.filter((r) => r.unitId === u.unitId && r.nominationId !== null)
    return { unitId: u.unitId, name: u.name, fingerprint: u.sign === null ? null : fingerprintOf({ sign: u.sign, box: u.box! }), nominations: own.map((r) => ({ nominationId: r.nominationId!, name: r.candidate, state: r.state, cameAt: r.cameAt })), results: (await decidedFor(q, own.map((r) => r.nominationId!))).length }
  })) }
})
const decidedFor = (q: Queries, ids: readonly string[]): Promise<{ id: string }[]> => q.rows(`SELECT id FROM nominations WHERE id = ANY($1) AND state IN ('returned','accepted','rejected')`, [ids])
