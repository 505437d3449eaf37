/** 涉密隔离: setting a file apart, reporting it, deciding about it by two persons. */
import { z } from 'zod'
import { operation } from '#contract/operation'
import { confirmSpill, decideSpill, reportFile, reportSpill, takeBackDecision } from '#contract/operations/secrecy'
import type { Finding } from '#core/kernel/finding'
import type { Marking } from '#core/secrecy/marking'
import { sentAgain } from '#core/secrecy/say'
import { mayConfirm, mayDecide } from '#core/secrecy/spill'
import { absent, command, done, refusedBy, type CommandContext } from '../handler'
import { wipeVoid } from '../packages/wipe-void'
import { enqueue } from '../store/jobs'
import { lockNomination, readMaterial } from '../store/nominations'
import { voidPackagesWith } from '../store/packages'
import { clearDecision, forgetReleased, insertQuarantine, lockQuarantine, setConfirmed, setDecision, setReported, type QuarantineRow } from '../store/quarantine'
import { isUnsettled, markUpload, type UploadRow } from '../store/uploads'

interface Stored { readonly sha256: string; readonly bytes: number }
/** By an account, or by the link of another office. */
const cameFrom = (upload: Pick<UploadRow, 'accountId' | 'requestId'>) => (upload.accountId === null ? { request: upload.requestId } : { by: upload.accountId })
const ofUpload = (id: string) => ({ id, method: 'POST', path: `/internal/${id}`, who: 'anyone', summary: { zh: '隔离', en: 'Set apart' }, params: z.object({ nominationId: z.string() }) }) as const

/** Not on the HTTP surface: how an upload ends whose text bears a marking. The ledger learns that and which, never what the file says. */
export const setApartCommand = command(operation({ ...ofUpload('secrecy.setApart'), body: z.object({ upload: z.custom<UploadRow>(), stored: z.custom<Stored>(), markings: z.custom<readonly Marking[]>(), findings: z.custom<readonly Finding[]>() }) }), async ({ params, body }, { tx, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  const { upload, stored, markings } = body
  if (!(await isUnsettled(tx, upload.id))) return done({})
  await insertQuarantine(tx, { id: upload.id, campaignId: row.campaignId, nominationId: row.id, materialId: upload.materialId, sentBy: upload.accountId, requestId: upload.requestId, ...stored, name: upload.name, markings, at: await now() })
  await markUpload(tx, upload.id, 'quarantined', body.findings)
  record({ chain: row.campaignId, act: 'secrecy.setApart', subject: { kind: 'nomination', id: row.id }, data: { quarantine: upload.id, material: upload.materialId, file: stored.sha256, ...cameFrom(upload), markings: markings.length } })
  return done({})
})

/** Not on the HTTP surface either: the same bytes came again; nothing of them is kept, and that they came is. */
export const refuseAgainCommand = command(operation({ ...ofUpload('secrecy.refuseAgain'), body: z.object({ upload: z.custom<UploadRow>(), sha256: z.string() }) }), async ({ params, body: { upload, sha256 } }, { tx, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  if (!(await isUnsettled(tx, upload.id))) return done({})
  await markUpload(tx, upload.id, 'refused', [sentAgain(upload.materialId, upload.name)])
  record({ chain: row.campaignId, act: 'secrecy.sentAgain', subject: { kind: 'nomination', id: row.id }, data: { material: upload.materialId, file: sha256, ...cameFrom(upload) } })
  return done({})
})

/** A person found what no text layer tells. Nothing is moved: its bytes are hidden wherever they are referred to, in the same moment. */
export const reportFileCommand = command(reportFile, async ({ params, body }, { tx, services, actor, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  const file = await readMaterial(tx, row.id, params.fileId)
  const upload = await tx.row<{ id: string; accountId: string | null; requestId: string | null }>(`SELECT id, account_id AS "accountId", request_id AS "requestId" FROM uploads WHERE nomination_id = $1 AND file_id = $2 LIMIT 1`, [row.id, params.fileId])
  if (file === undefined || upload === undefined) throw absent()
  const markings: Marking[] = [{ level: body.level, shown: body.level ?? '人工发现', page: body.page, strength: 'block' }]
  await forgetReleased(tx, upload.id)
  await insertQuarantine(tx, { id: upload.id, campaignId: row.campaignId, nominationId: row.id, materialId: file.materialId, sentBy: upload.accountId, requestId: upload.requestId, sha256: file.sha256, bytes: file.bytes, name: file.originalName, markings, at: await now() })
  // Whoever took it away in a package keeps what they have; what lies ready is given to nobody.
  const packages = await voidPackagesWith(tx, file.sha256)
  const { place } = record({ chain: row.campaignId, act: 'secrecy.setApart', subject: { kind: 'nomination', id: row.id }, data: { quarantine: upload.id, material: file.materialId, file: file.sha256, by: actor.accountId, markings: 1 } })
  return done(place.then(async () => { await wipeVoid(services, packages); return {} }))
})

const locked = async (tx: CommandContext['tx'], params: { campaignId: string; quarantineId: string }): Promise<QuarantineRow> => {
  const row = await lockQuarantine(tx, params.campaignId, params.quarantineId)
  if (row === undefined) throw absent()
  return row
}
const subjectOf = (row: QuarantineRow) => ({ kind: 'nomination', id: row.nominationId })

export const reportSpillCommand = command(reportSpill, async ({ params, body }, { tx, actor, now, record }) => {
  const row = await locked(tx, params)
  if (row.reportedAt !== null || row.doneAt !== null) throw absent()
  await setReported(tx, row.id, actor.accountId, body.to, await now())
  record({ chain: row.campaignId, act: 'secrecy.reported', subject: subjectOf(row), data: { quarantine: row.id, to: body.to } })
  return done({})
})

export const decideSpillCommand = command(decideSpill, async ({ params, body }, { tx, actor, now, record }) => {
  const row = await locked(tx, params)
  const findings = mayDecide(row, body.decision)
  if (findings.length > 0) return refusedBy(findings)
  await setDecision(tx, row.id, actor.accountId, body.decision, body.reason, await now())
  record({ chain: row.campaignId, act: 'secrecy.decided', subject: subjectOf(row), data: { quarantine: row.id, decision: body.decision, reason: body.reason } })
  return done({})
})

/** By whoever proposed it, or by the second person who does not agree. */
export const takeBackDecisionCommand = command(takeBackDecision, async ({ params }, { tx, record }) => {
  const row = await locked(tx, params)
  if (row.decidedAt === null || row.confirmedAt !== null) throw absent()
  await clearDecision(tx, row.id)
  record({ chain: row.campaignId, act: 'secrecy.takenBack', subject: subjectOf(row), data: { quarantine: row.id } })
  return done({})
})

export const confirmSpillCommand = command(confirmSpill, async ({ params }, { tx, actor, now, record }) => {
  const row = await locked(tx, params)
  const findings = mayConfirm(row, actor.accountId)
  if (findings.length > 0) return refusedBy(findings)
  await setConfirmed(tx, row.id, actor.accountId, await now())
  await enqueue(tx, { kind: 'endQuarantine', campaignId: row.campaignId, payload: { quarantineId: row.id }, total: 1 })
  record({ chain: row.campaignId, act: 'secrecy.confirmed', subject: subjectOf(row), data: { quarantine: row.id, decision: row.decision } })
  return done({})
})
