import { z } from 'zod'
import { operation } from '#contract/operation'
import { ruleOf } from '#core/campaign/definition'
import { finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import { decideArrival } from '#core/nomination/late-files'
import { command, done, refusedBy } from '../handler'
import { definitionOf } from '../store/campaigns'
import { lockNomination } from '../store/nominations'
import { arrivalOf, markArrived } from '../store/sealed-files'
import { begunLater, isUnsettled, markUpload, wholeAt, type UploadRow } from '../store/uploads'
import { placeFile, type Stored } from './place-file'

/** An upload that an account began. */
export type OwnUpload = UploadRow & { readonly accountId: string }

/** Not on the HTTP surface: the last step of an upload whose permission was asked at its beginning and at every byte. */
const operationOfUpload = operation({
  id: 'materials.attach', method: 'POST', path: '/internal/attach', who: 'anyone', summary: { zh: '收下材料', en: 'Keep a file' },
  params: z.object({ nominationId: z.string() }), body: z.object({ upload: z.custom<OwnUpload>(), facts: z.custom<Facts>(), stored: z.custom<Stored>(), preview: z.custom<Stored>().nullable() }),
})

export const attachMaterial = command(operationOfUpload, async ({ params, body }, { tx, services, now, record }) => {
  const { upload, stored } = body
  const row = await lockNomination(tx, params.nominationId)
  // Settled by another meanwhile: one outcome is enough.
  if (!(await isUnsettled(tx, upload.id))) return done({})
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  const rule = ruleOf(definition, 'material', upload.materialId)!
  // Judged again under the lock, by the moment its last byte was in and by what its bytes are.
  const arrival = decideArrival({ ...(await arrivalOf(tx, definition, row, rule)), file: { name: upload.name, bytes: stored.bytes, sha256: stored.sha256 }, at: await wholeAt(tx, upload.id) })
  if (!arrival.ok) return refusedBy(arrival.findings)
  const newer = rule.max === 1 ? await begunLater(tx, upload) : null
  if (newer !== null) return refusedBy([finding({
    code: 'material.newerThere', rule, strength: 'block', at: { material: rule.id, file: upload.name }, what: [`“${upload.name}”核验完时，您后来选的“${newer}”已经收下，没有换掉它`, `When “${upload.name}” was ready, “${newer}”, chosen after it, was there already and stays`],
    mend: ['要用这一份的，请再传一次。', 'To use this one, upload it once more.'] })])
  const placed = await placeFile(tx, row, rule, { name: upload.name, facts: body.facts, stored, preview: body.preview, from: { account: upload.accountId }, sealed: arrival.as === 'sealed' }, await now())
  if (!placed.ok) return refusedBy(placed.findings)
  await markUpload(tx, upload.id, 'kept', [], placed.fileId)
  await markArrived(tx, row.id, rule.id, stored.sha256, await now())
  record({ chain: row.campaignId, act: arrival.as === 'edit' ? 'material.received' : 'material.supplemented', subject: { kind: 'nomination', id: row.id }, data: { material: rule.id, file: stored.sha256, by: upload.accountId, ...(arrival.as === 'edit' ? {} : { as: arrival.as }) } })
  return done({})
})
