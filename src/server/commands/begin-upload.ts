import { FileStore } from '@tus/file-store'
import { Upload } from '@tus/server'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beginUpload, uploadState } from '#contract/operations/uploads'
import { ruleOf } from '#core/campaign/definition'
import { judgeSize } from '#core/materials/judge'
import { absent, command, done, query, refusedBy, stopsAt } from '../handler'
import { opaqueId } from '../ids'
import { definitionOf } from '../store/campaigns'
import { judgedUnder, lockNomination, readMaterial } from '../store/nominations'
import { readUpload } from '../store/uploads'
import { showFile } from '../queries/nominations'
import { inState } from './edit-nomination'

/** What cannot be right is refused before a byte is sent: a state that takes no files, an unknown material, a size over the limit. */
export const beginUploadCommand = command(beginUpload, async ({ params, body }, { tx, services, actor }) => {
  const row = await lockNomination(tx, params.nominationId)
  inState(row, 'edit')
  const rule = ruleOf(await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash), 'material', body.materialId)
  if (rule === undefined) throw absent()
  const findings = judgeSize(rule, { name: body.name, bytes: body.bytes })
  if (stopsAt(findings)) return refusedBy(findings)
  const id = opaqueId()
  await tx.rows(`INSERT INTO uploads (id, nomination_id, account_id, material_id, name, bytes, state) VALUES ($1, $2, $3, $4, $5, $6, 'receiving')`, [id, row.id, actor.accountId, rule.id, body.name, body.bytes])
  await new FileStore({ directory: services.stagingDir }).create(new Upload({ id, size: body.bytes, offset: 0 }))
  return done({ url: `/api/uploads/${id}`, uploadId: id })
})


export const uploadStateQuery = query(uploadState, async ({ params }, { q, services }) => {
  const upload = await readUpload(q, params.uploadId)
  if (upload === undefined || upload.nominationId !== params.nominationId) throw absent()
  const n = (await q.row<{ campaign: string; hash: string }>(`SELECT n.campaign_id AS campaign, ${judgedUnder} AS hash FROM nominations n JOIN campaigns c ON c.id = n.campaign_id WHERE n.id = $1`, [params.nominationId]))!
  const file = upload.fileId === null ? undefined : await readMaterial(q, params.nominationId, upload.fileId)
  const offset = await stat(join(services.stagingDir, upload.id)).then((s) => s.size, () => upload.bytes)
  return { state: upload.state, offset, findings: upload.findings as never, file: file === undefined ? null : showFile(await definitionOf(q, services.definitions, n.campaign, n.hash), file) }
})
