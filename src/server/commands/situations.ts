/** 有关情况: sent, opened, answered, closed; each in one transaction with its entry. What was written stands in no entry. */
import { z } from 'zod'
import { answerSituation, attachToSituation, closeSituation, openSituation, sendSituation } from '#contract/operations/situations'
import { operation } from '#contract/operation'
import type { EvidenceMedia } from '#core/objections/evidence'
import { isOver, judgeFile, judgeSituation, mediaOf, situationLimits, tooManyFiles } from '#core/publicity/situations/situation'
import { absent, command, done, perform, refusedBy, stopsAt, type Handler } from '../handler'
import { newId } from '../ids'
import { inspectBytes } from '../inspection/inspect-bytes'
import { filesOf, lockSituation, officesAbove, putSituation } from '../store/situations'

const subject = (id: string) => ({ kind: 'situation', id } as const)

export const sendSituationCommand = command(sendSituation, async ({ params: { campaignId }, body: { to, situation } }, c) => {
  // Offices of the notice's own chain alone, and never to oneself.
  if (to === c.actor.organisationId || !(await officesAbove(c.tx, campaignId)).some((o) => o.organisationId === to)) throw absent()
  const against = judgeSituation([situation.title, situation.words])
  if (stopsAt(against)) return refusedBy(against)
  const id = newId()
  await putSituation(c.tx, { ...situation, id, campaignId, senderId: c.actor.organisationId, addresseeId: to, by: c.actor.accountId, at: await c.now() })
  c.record({ chain: campaignId, act: 'situation.sent', subject: subject(id), data: { from: c.actor.organisationId, units: [to], urgency: situation.urgency } })
  return done({ situationId: id })
})

export const openSituationCommand = command(openSituation, async ({ params: { situationId } }, { tx, actor, now, record }) => {
  const row = await lockSituation(tx, situationId)
  if (row.openedAt !== null) return done({})
  await tx.rows(`UPDATE situation_reports SET opened_by = $2, opened_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [situationId, actor.accountId, await now()])
  record({ chain: row.campaignId, act: 'situation.opened', subject: subject(situationId), data: {} })
  return done({})
})

export const answerSituationCommand = command(answerSituation, async ({ params: { situationId }, body }, { tx, actor, now, record }) => {
  const row = await lockSituation(tx, situationId)
  const against = [...(row.closedAt === null && row.answers < situationLimits.answers ? [] : [isOver()]), ...judgeSituation([body.words])]
  if (stopsAt(against)) return refusedBy(against)
  const id = newId()
  await tx.rows(`INSERT INTO situation_answers (id, report_id, organisation_id, words, by, at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))`, [id, situationId, actor.organisationId, body.words, actor.accountId, await now()])
  record({ chain: row.campaignId, act: 'situation.answered', subject: subject(situationId), data: { answer: id, units: [actor.organisationId === row.senderId ? row.addresseeId : row.senderId] } })
  return done({})
})

export const closeSituationCommand = command(closeSituation, async ({ params: { situationId } }, { tx, actor, now, record }) => {
  const row = await lockSituation(tx, situationId)
  if (row.closedAt !== null) return refusedBy([isOver()])
  await tx.rows(`UPDATE situation_reports SET closed_by = $2, closed_at = to_timestamp($3 / 1000.0), opened_by = coalesce(opened_by, $2), opened_at = coalesce(opened_at, to_timestamp($3 / 1000.0)) WHERE id = $1`, [situationId, actor.accountId, await now()])
  record({ chain: row.campaignId, act: 'situation.closed', subject: subject(situationId), data: { units: [row.senderId] } })
  return done({})
})

/** Not on the HTTP surface: the last step, after the file was read in a child that may be killed. */
const keepOperation = operation({
  id: 'situations.keepFile', method: 'POST', path: '/internal/situations/files', who: 'senderOfSituation', summary: { zh: '收下附件', en: 'Keep a file' }, params: z.object({ situationId: z.string() }),
  body: z.object({ name: z.string(), mediaType: z.custom<EvidenceMedia>(), sha256: z.string(), bytes: z.number() }), answer: z.object({ fileId: z.string() }),
})
const keepFile = command(keepOperation, async ({ params: { situationId }, body: f }, { tx, actor, now, record }) => {
  const row = await lockSituation(tx, situationId)
  const there = await filesOf(tx, situationId)
  const same = there.find((x) => x.sha256 === f.sha256)
  if (same !== undefined) return done({ fileId: same.id })
  const against = row.closedAt !== null ? [isOver()] : there.length >= situationLimits.files ? [tooManyFiles()] : []
  if (stopsAt(against)) return refusedBy(against)
  const id = newId()
  await tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [f.sha256, f.bytes])
  await tx.rows(`INSERT INTO situation_files (id, report_id, name, media_type, sha256, bytes, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0))`, [id, situationId, f.name, f.mediaType, f.sha256, f.bytes, actor.accountId, await now()])
  record({ chain: row.campaignId, act: 'situation.fileAdded', subject: subject(situationId), data: { file: f.sha256 } })
  return done({ fileId: id })
})
export const attachToSituationCommand: Handler<typeof attachToSituation> = {
  kind: 'query', operation: attachToSituation,
  run: async ({ params, body }, { services, session }) => {
    const bytes = Buffer.from(body.base64, 'base64')
    const facts = await inspectBytes(bytes, body.name)
    const [against, mediaType] = [judgeFile(facts, body.name), mediaOf(facts)]
    if (stopsAt(against) || mediaType === null) return refusedBy(against)
    return perform(keepFile, { params, query: {}, body: { name: body.name, mediaType, ...(await services.blobs.put(bytes)) } }, session, services)
  },
}
