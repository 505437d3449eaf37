/** 向上推荐 and what belongs to it: nominations of a campaign above made from ours, our seats there, the archive for another installation. */
import { makeArchive, recommend, takeOwnSeat } from '#contract/operations/upward'
import { finding, type Finding } from '#core/kernel/finding'
import { fileNameFor } from '#core/materials/file-name'
import { isStanding, type NominationState } from '#core/nomination/state'
import { safeName } from '#core/package/safe-name'
import { passphraseFrom } from '#core/upward/passphrase'
import type { MaterialLine } from '#core/upward/mapping'
import { mayRecommend } from '#core/upward/may-recommend'
import { randomBytes } from 'node:crypto'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { passGate } from '../pass-gate'
import { spellCandidate } from '../search/spelling'
import { idHashOf, sealFields, split } from '../secret-fields'
import { insertSent } from '../store/archives'
import { definitionOf, definitionOfCampaign } from '../store/campaigns'
import type { Transaction } from '../store/database'
import { lockUnit as lockOrganisation } from '../store/entries'
import { enqueue } from '../store/jobs'
import { readAbove, type Above } from '../store/mirrors'
import { insertDraft, readNominationRow, unitOf } from '../store/nominations'
import { readInstallation } from '../store/other-installations'
import { sealedOf } from '../store/sealed-files'
import { lockUnit, setRanks } from '../store/unit-order'
import { mapOwn, type OurOwn } from '../upward/our-dossier'
import { goingUp } from '../upward/people'
import { newContentKey, sealByWords, sealToKey } from '../upward/sealing'

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `upward.${code}`, rule: null, strength: 'block', what, mend })

/** The campaign above, where it is one of ours to send to and no other. */
export const aboveFor = async (c: Pick<CommandContext, 'q' | 'actor'>, campaignId: string): Promise<Above> => {
  const to = await readAbove(c.q, c.actor.organisationId, campaignId)
  if (to === undefined) throw absent()
  return to
}

export const recommendCommand = command(recommend, async ({ params, body }, c) => {
  const { tx, services, actor, now, record } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId])
  const to = await aboveFor(c, body.to)
  const people = await goingUp(tx, params.campaignId)
  const may = new Set(people.filter((p) => p.how !== 'revoked').map((p) => p.nominationId))
  const ids = [...new Set(body.nominationIds)]
  if (to.campaignId === params.campaignId || !ids.every((id) => may.has(id))) throw absent()
  const [theirs, ours] = [await definitionOf(tx, services.definitions, to.campaignId, to.definitionHash), await definitionOfCampaign(tx, services.definitions, params.campaignId)]
  const { nominations } = await lockUnit(tx, to.campaignId, to.unitId)
  const at = await now()
  const went = await tx.rows<{ from: string; state: NominationState }>(`SELECT r.from_nomination_id AS "from", n.state FROM recommendations r JOIN nominations n ON n.id = r.nomination_id WHERE r.from_campaign_id = $1 AND r.to_campaign_id = $2`, [params.campaignId, to.campaignId])
  const up = went.filter((w) => isStanding(w.state))
  const dossiers = await Promise.all(ids.map((id) => mapOwn(tx, services, id, theirs, at)))
  const gate = await passGate(tx, ours, ids, { gate: 'forwarding', passage: '' }, { by: body.still ? actor.accountId : null, now: at })
  const findings = [
    ...mayRecommend({ ours, theirs, unit: unitOf(to), up: up.length, chosen: ids.length, standing: nominations.filter((n) => isStanding(n.state)).length, isOpen: to.state === 'open', end: to.end, now: at }),
    ...dossiers.flatMap((d) => (d === null ? [] : [...(up.some((w) => w.from === d.row.id) ? [already(d.row.candidateName)] : []), ...(d.row.offline === null ? [] : [byHand()])])), ...gate.findings,
  ]
  if (stopsAt(findings)) return refusedBy(findings)
  const made: { from: string; nominationId: string; carried: number }[] = []
  for (const d of dossiers) if (d !== null) made.push(await bringUp(tx, c, d, to, params.campaignId, at))
  if (nominations.length + made.length > 1) await setRanks(tx, to.campaignId, to.unitId, [...(await tx.rows<{ id: string }>(`SELECT id FROM nominations WHERE campaign_id = $1 AND unit_id = $2 AND state NOT IN ('withdrawn','rejected') AND id <> ALL($3) ORDER BY rank NULLS LAST, created_at`, [to.campaignId, to.unitId, made.map((m) => m.nominationId)])).map((n) => n.id), ...made.map((m) => m.nominationId)])
  await tx.rows(`UPDATE campaign_units SET first_opened_at = product_time(), opened_by = $3 WHERE campaign_id = $1 AND unit_id = $2 AND first_opened_at IS NULL`, [to.campaignId, to.unitId, actor.accountId])
  // The chain above first, always in this order: two who do so at once never wait for each other in a ring.
  for (const m of made) record({ chain: to.campaignId, act: 'nomination.recommended', subject: { kind: 'nomination', id: m.nominationId }, data: { unit: to.unitId, carried: m.carried } })
  record({ chain: params.campaignId, act: 'upward.recommended', subject: { kind: 'campaign', id: params.campaignId }, data: { to: to.campaignId, nominations: made.map((m) => ({ from: m.from, above: m.nominationId })), ...(gate.affirmed.length > 0 && { still: gate.affirmed }) } })
  return done({ made })
})

const already = (name: string): Finding => no('already', [`${name}已经推荐到这项上级活动`, `${name} was recommended there already`], ['请在下面的名单里打开那件推荐。', 'Open that nomination from the list.'])
const byHand = (): Finding => no('byHand', ['有一件是线下件，材料不在网上', 'One of them goes by hand'], ['线下件请按涉密规定另行报送，不要选中它。', 'It goes up by hand as well: do not choose it here.'])

/** A draft above with everything that fits; the same files by their hash. */
const bringUp = async (tx: Transaction, { services: { keys, definitions }, actor }: CommandContext, d: OurOwn, to: Above, fromCampaign: string, at: number) => {
  const theirs = await definitionOf(tx, definitions, to.campaignId, to.definitionHash)
  const id = newId()
  const { open, secret } = split(theirs, d.mapped.fields)
  await insertDraft(tx, { id, campaignId: to.campaignId, unitId: to.unitId, candidateName: d.row.candidateName, at })
  await tx.rows(`UPDATE nominations SET fields = $2, secret_fields = $3, id_number_hash = $4, answers = $5, prefilled = $6 WHERE id = $1`,
    [id, { name: d.row.candidateName, ...open }, sealFields(keys, secret), idHashOf(keys, secret), d.mapped.answers, Object.keys(d.mapped.fields)])
  await spellCandidate(tx, id, d.row.candidateName)
  for (const line of d.mapped.materialLines) await bringFiles(tx, id, line, d, actor.accountId, at)
  await tx.rows(`INSERT INTO recommendations (nomination_id, from_nomination_id, from_campaign_id, to_campaign_id, recommended_by, recommended_at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))`, [id, d.row.id, fromCampaign, to.campaignId, actor.accountId, at])
  return { from: d.row.id, nominationId: id, carried: Object.keys(d.mapped.fields).length + d.mapped.materialLines.reduce((n, l) => n + l.taken.length, 0) }
}
const bringFiles = async (tx: Transaction, nominationId: string, line: MaterialLine, d: OurOwn, account: string, at: number): Promise<void> => {
  for (const [i, taken] of line.taken.entries()) {
    const m = d.materials.find((x) => x.materialId === taken.materialId && x.ordinal === taken.ordinal)!
    await tx.rows(`INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0), $12)`,
      [newId(), nominationId, line.rule.id, i + 1, m.sha256, m.previewSha256, m.bytes, fileNameFor(line.rule, d.row.candidateName, i + 1, m.facts), m.originalName, m.facts, at, account])
  }
}

/** Of the office's own people one fills in and another seals; never one person both. */
export const takeOwnSeatCommand = command(takeOwnSeat, async ({ params, body }, c) => {
  const { tx, actor, session, record } = c
  const to = await aboveFor(c, params.campaignId)
  await lockOrganisation(tx, to.unitId)
  const held = await tx.rows<{ role: string }>(`SELECT role FROM memberships WHERE account_id = $1 AND organisation_id = $2 AND role IN ('unitClerk','unitApprover')`, [actor.accountId, to.unitId])
  if (held.some((h) => h.role !== body.as)) return refusedBy([no('samePerson', body.as === 'unitApprover' ? ['填写的人不能再审签', 'Who fills it in cannot seal it'] : ['审签的人不能再填写', 'Who seals cannot fill it in'], ['请办公室的另一人办理。', 'Let another person of the office do it.'])])
  const seat = await tx.row<{ id: string }>(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES ($1, $2, $3, $4) ON CONFLICT (account_id, organisation_id, role) DO UPDATE SET role = excluded.role RETURNING id`, [newId(), actor.accountId, to.unitId, body.as])
  if (session !== null) await tx.rows(`UPDATE sessions SET membership_id = $2 WHERE token_hash = $1`, [session.tokenHash, seat!.id])
  if (held.length === 0) record({ chain: to.campaignId, act: 'seat.taken', subject: { kind: 'organisation', id: to.unitId }, data: { unit: to.unitId, as: body.as } })
  return done({})
})

/** 导出报送包: those that were sealed and submitted here, for the installation whose call file we hold. */
export const makeArchiveCommand = command(makeArchive, async ({ params, body }, c) => {
  const { tx, services, actor, record } = c
  const to = await aboveFor(c, params.campaignId)
  if (!to.mirrored || to.installationId === null) return refusedBy([no('inside', ['上级活动就在本平台，不用导出', 'The campaign above is in this installation'], ['审签报送以后，上级直接看得到。', 'Once submitted, the level above sees it.'])])
  const installation = await readInstallation(tx, to.installationId, actor.organisationId)
  if (installation === undefined || installation.confirmedAt === null || installation.endedAt !== null) return refusedBy([no('notConfirmed', ['上级平台的指纹没有核对，或已经停用', 'The installation above was not confirmed, or was ended'], ['请在“来往的平台”里核对它的指纹。', 'Compare its fingerprint under “Other installations”.'])])
  const rows = await Promise.all([...new Set(body.nominationIds)].map((id) => readNominationRow(tx, id)))
  const findings: Finding[] = []
  for (const row of rows) {
    if (row === undefined || row.campaignId !== to.campaignId || row.unitId !== to.unitId) throw absent()
    if (row.state !== 'submitted') findings.push(no('notSubmitted', [`${row.candidateName}还没有审签报送`, `${row.candidateName} is not sealed and submitted yet`], ['请先补齐上级要的，由审核人审签。', 'Complete what is asked, and let the approver seal it.']))
    else if ((await sealedOf(tx, row.id)).some((f) => f.arrivedAt === null)) findings.push(no('onTheirWay', [`${row.candidateName}还有封单的文件没有传到`, `Files of ${row.candidateName} are still on their way`], ['等文件传完再导出。', 'Export when they have come.']))
  }
  if (findings.length > 0) return refusedBy(findings)
  const id = newId()
  const contentKey = newContentKey()
  const passphrase = body.seal === 'words' ? passphraseFrom(randomBytes(32)) : null
  const definition = await definitionOf(tx, services.definitions, to.campaignId, to.definitionHash)
  const nominations = rows.map((r) => r!.id)
  const jobId = await enqueue(tx, { kind: 'makeArchive', campaignId: to.campaignId, payload: { archiveId: id }, total: 1 })
  await insertSent(tx, {
    id, jobId, campaignId: to.campaignId, organisationId: actor.organisationId, accountId: actor.accountId, kind: 'recommendation', unitId: to.unitId, nominations, contentKey: services.keys.seal(contentKey),
    fileName: `${safeName(`报送包_${definition.name.zh}_${rows[0]!.unitName}_${rows.length}件`, 170)}.xuanshu`, sealing: passphrase === null ? sealToKey(contentKey, installation.keys.box, id) : await sealByWords(contentKey, passphrase, id),
  })
  record({ chain: to.campaignId, act: 'archive.asked', subject: { kind: 'campaign', id: to.campaignId }, data: { archive: id, nominations, sealed: body.seal } })
  return done({ archiveId: id, passphrase })
})
