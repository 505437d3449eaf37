/** 附件放行: proposed by the office with the file, confirmed by another of the office or by the supervisor. */
import { z } from 'zod'
import { confirmFilePass, proposeFilePass, withdrawFilePass } from '#contract/operations/file-passes'
import { operation } from '#contract/operation'
import { mayProposeFilePass } from '#core/announcement/file-pass'
import { mayConfirmPass } from '#core/announcement/privacy-pass'
import { absent, command, done, perform, refusedBy, type Handler } from '../handler'
import { newId } from '../ids'
import { readFilePasses, type FilePassRow } from '../store/file-passes'
import { inspectGiven } from './replace-attachment'

interface Kept { readonly name: string; readonly sha256: string; readonly bytes: number; readonly found: FilePassRow['found'] }
/** Not on the HTTP surface: the last step, after the file was read and kept. */
const keepOperation = operation({
  id: 'filePasses.keep', method: 'POST', path: '/internal/file-passes', who: 'officeOfCampaign', summary: { zh: '登记提请放行的附件', en: 'Enter a file to pass' },
  params: z.object({ campaignId: z.string() }), body: z.object({ file: z.custom<Kept>(), reason: z.string() }), answer: z.object({ passId: z.string(), sha256: z.string() }),
})
const keep = command(keepOperation, async ({ params: { campaignId }, body: { file, reason } }, c) => {
  const { tx, actor, record } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  if ((await readFilePasses(tx, campaignId)).some((p) => p.sha256 === file.sha256)) return refusedBy(mayProposeFilePass([{ code: 'attachment.personal', strength: 'block' } as never], reason, true))
  const id = newId()
  await tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [file.sha256, file.bytes])
  await tx.rows(`INSERT INTO file_passes (id, campaign_id, sha256, bytes, file_name, found, reason, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0))`, [id, campaignId, file.sha256, file.bytes, file.name, JSON.stringify(file.found), reason, actor.accountId, await c.now()])
  record({ chain: campaignId, act: 'privacyPass.proposed', subject: { kind: 'filePass', id }, data: { file: file.sha256, kinds: file.found.map((f) => f.kind), reason } })
  return done({ passId: id, sha256: file.sha256 })
})

export const proposeFilePassCommand: Handler<typeof proposeFilePass> = {
  kind: 'query', operation: proposeFilePass,
  run: async ({ params, body }, { q, services, session }) => {
    const { bytes, facts, findings } = await inspectGiven(q, params.campaignId, body)
    const against = mayProposeFilePass(findings, body.reason, false)
    if (against.length > 0 || facts.kind !== 'document') return refusedBy(against)
    const file: Kept = { ...(await services.blobs.put(bytes)), name: body.name, found: (facts.personal ?? []).filter((p) => p.kind !== 'email') }
    return perform(keep, { params, query: {}, body: { file, reason: body.reason } }, session, services)
  },
}

interface Standing { readonly proposed_by: string; readonly settled: boolean; readonly sha256: string }
const standingOf = `SELECT proposed_by, confirmed_at IS NOT NULL OR withdrawn_at IS NOT NULL AS settled, sha256 FROM file_passes WHERE id = $1 AND campaign_id = $2 FOR UPDATE`
export const confirmFilePassCommand = command(confirmFilePass, async ({ params: { campaignId, passId } }, c) => {
  const { tx, actor, record } = c
  const row = await tx.row<Standing>(standingOf, [passId, campaignId])
  if (row === undefined) throw absent()
  const against = mayConfirmPass({ own: row.proposed_by === actor.accountId, over: row.settled })
  if (against.length > 0) return refusedBy(against)
  await tx.rows(`UPDATE file_passes SET confirmed_by = $2, confirmed_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [passId, actor.accountId, await c.now()])
  record({ chain: campaignId, act: 'privacyPass.confirmed', subject: { kind: 'filePass', id: passId }, data: { file: row.sha256 } })
  return done({})
})

export const withdrawFilePassCommand = command(withdrawFilePass, async ({ params: { campaignId, passId } }, c) => {
  const row = await c.tx.row<Standing>(standingOf, [passId, campaignId])
  if (row === undefined) throw absent()
  const against = mayConfirmPass({ own: false, over: row.settled })
  if (against.length > 0) return refusedBy(against)
  await c.tx.rows(`UPDATE file_passes SET withdrawn_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [passId, await c.now()])
  c.record({ chain: campaignId, act: 'privacyPass.withdrawn', subject: { kind: 'filePass', id: passId }, data: { file: row.sha256 } })
  return done({})
})
