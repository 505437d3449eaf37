/** What the office gives to a unit that works on another installation: the call with its rules, and later the results. Both stand in the ledger. */
import { callFile, answerFile } from '#contract/operations/upward'
import { finding } from '#core/kernel/finding'
import type { Call, SentAnswer, SentTemplate } from '#core/upward/contents'
import { fingerprintOf } from '#core/upward/fingerprint'
import { readAttachments } from '../attachments'
import { absent, command, done, refusedBy } from '../handler'
import { newId } from '../ids'
import { readCampaignRow, readDefinitionChain, definitionOf } from '../store/campaigns'
import type { Queries } from '../store/database'
import { readCorrections } from '../store/form-places'
import { isMirror, readUnitName } from '../store/mirrors'
import { confirmedFor } from '../store/other-installations'
import { identityOf } from '../upward/identity'
import { decidedHere } from '../upward/results'
import { newContentKey, sealToKey } from '../upward/sealing'
import { smallArchive } from '../upward/small-archive'
import type { Services } from '../services'
import type { Source } from '../upward/write-archive'

const unitOfCampaign = async (q: Queries, campaignId: string, unitId: string): Promise<Call['unit']> => {
  const unit = await q.row<Call['unit']>(`SELECT o.id, o.code, o.name, o.type, o.counts, o.properties FROM campaign_units u JOIN organisations o ON o.id = u.unit_id WHERE u.campaign_id = $1 AND u.unit_id = $2`, [campaignId, unitId])
  if (unit === undefined) throw absent()
  return unit
}

/** 征集文件: nobody's own data are in it, so it is signed and not sealed. */
export const callFileCommand = command(callFile, async ({ params }, { tx, services, actor, now, record }) => {
  const unit = await unitOfCampaign(tx, params.campaignId, params.unitId)
  const row = (await readCampaignRow(tx, params.campaignId))!
  // What came from above is not ours to pass on under our name.
  if (row.state === 'draft' || (await isMirror(tx, row.id))) throw absent()
  const { chain, hash } = await readDefinitionChain(tx, row.id)
  const definition = await definitionOf(tx, services.definitions, row.id, hash)
  const granted = (await tx.row<{ n: number }>(`SELECT granted - returned AS n FROM quota_grants WHERE campaign_id = $1 AND organisation_id = $2`, [row.id, unit.id]))?.n ?? ((await tx.row(`SELECT 1 FROM quota_pools WHERE campaign_id = $1`, [row.id])) === undefined ? null : 0)
  const { sources, templates } = await templatesOf(tx, services, row.id, definition)
  const office = (await tx.row<{ name: string; nameEn: string }>(`SELECT name, name_en AS "nameEn" FROM organisations WHERE id = $1`, [actor.organisationId]))!
  const list: Call = { kind: 'call', chain: [...chain], hash, office, contact: { person: row.contact.person, phone: row.contact.phone, email: row.contact.email, address: row.contact.address }, unit, end: row.extendedTo ?? row.deadline ?? 0, granted, templates }
  const { sha256, ...file } = await smallArchive({ kind: 'call', id: newId(), madeAt: await now(), fromName: office.name, campaign: { id: row.id, name: definition.name, definition: hash }, unit: { id: unit.id, name: unit.name }, items: 0, sealing: null }, identityOf(services.keys), null, sources, list, `征集文件_${definition.name.zh}_${unit.name}`)
  record({ chain: row.id, act: 'call.given', subject: { kind: 'organisation', id: unit.id }, data: { definition: hash, archive: sha256, fingerprint: fingerprintOf(identityOf(services.keys).keys) } })
  return done(file)
})

/** Only sheets that the office gave itself: the product's own are made there from the same rules. */
const templatesOf = async (q: Queries, services: Services, campaignId: string, definition: Parameters<typeof readAttachments>[2]): Promise<{ sources: Source[]; templates: SentTemplate[] }> => {
  const given = (await readAttachments(q, campaignId, definition)).filter((s) => s.inForce !== null && s.inForce.by !== 'product')
  const sources: Source[] = []
  const templates: SentTemplate[] = []
  for (const { attachment, inForce } of given) {
    const file = inForce!
    sources.push({ path: await services.blobs.local(file.sha256), sha256: file.sha256 })
    const corrections = await readCorrections(q, campaignId, attachment.id, file.sha256)
    templates.push({ attachment: attachment.id, format: file.format, originalName: file.fileName, bytes: file.bytes, sha256: file.sha256, part: sources.length, corrections: Object.keys(corrections).length === 0 ? null : corrections as Record<string, unknown> })
  }
  return { sources, templates }
}

/** 结果文件: sealed to the installation that sent. */
export const answerFileCommand = command(answerFile, async ({ params }, { tx, services, actor, now, record }) => {
  const unit = await unitOfCampaign(tx, params.campaignId, params.unitId)
  const row = (await readCampaignRow(tx, params.campaignId))!
  const to = await confirmedFor(tx, actor.organisationId, unit.id)
  const came = await tx.rows<{ id: string; version: number }>(`SELECT n.id, t.version FROM taken_nominations t JOIN nominations n ON n.id = t.nomination_id WHERE n.campaign_id = $1 AND n.unit_id = $2`, [row.id, unit.id])
  const decided = await decidedHere(tx, came.map((n) => n.id))
  if (to === undefined || decided.length === 0) return refusedBy([finding({ code: 'answer.nothing', rule: null, what: to === undefined ? ['这家单位没有用文件报来过', 'This unit sent nothing by a file'] : ['这家单位的推荐还没有结果', 'Nothing is decided yet about what this unit sent'], mend: ['有了接收、退回或评选结果，再导出。', 'Come back when something was accepted, returned or chosen.'] })])
  const definition = await definitionOf(tx, services.definitions, row.id, row.definitionHash)
  const identity = identityOf(services.keys)
  const [id, contentKey] = [newId(), newContentKey()]
  const list: SentAnswer = { kind: 'answer', sender: fingerprintOf(identity.keys), award: definition.award, results: decided.map((r) => ({ ...r, points: [...r.points], version: came.find((n) => n.id === r.nominationId)!.version })) }
  const { sha256, ...file } = await smallArchive({ kind: 'answer', id, madeAt: await now(), fromName: await readUnitName(tx, actor.organisationId), campaign: { id: row.id, name: definition.name, definition: definition.hash }, unit: { id: unit.id, name: unit.name }, items: list.results.length, sealing: sealToKey(contentKey, to.keys.box, id) }, identity, contentKey, [], list, `结果文件_${definition.name.zh}_${unit.name}`)
  record({ chain: row.id, act: 'answer.given', subject: { kind: 'organisation', id: unit.id }, data: { archive: sha256, results: list.results.map((r) => ({ nomination: r.nominationId, outcome: r.outcome })) } })
  return done(file)
})
