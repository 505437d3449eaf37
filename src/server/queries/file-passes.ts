import { filePassFile, listFilePasses } from '#contract/operations/file-passes'
import { absent, query } from '../handler'
import { readFilePasses } from '../store/file-passes'

export const listFilePassesQuery = query(listFilePasses, async ({ params }, { q, actor }) => ({
  passes: (await readFilePasses(q, params.campaignId)).map((p) => ({
    passId: p.id, fileName: p.fileName, sha256: p.sha256, bytes: p.bytes, found: p.found.map(({ kind, times, shown }) => ({ kind, times, shown })), reason: p.reason, proposedBy: p.proposedByName, proposedAt: p.proposedAt, confirmedBy: p.confirmedByName, confirmedAt: p.confirmedAt,
    mayConfirm: p.confirmedAt === null && p.proposedBy !== actor.accountId, mayWithdraw: p.confirmedAt === null,
  })),
}))
/** Saved, never shown in the browser: it is what the office was given. */
export const filePassFileQuery = query(filePassFile, async ({ params }, { q, services }) => {
  const pass = (await readFilePasses(q, params.campaignId)).find((p) => p.id === params.passId)
  if (pass === undefined) throw absent()
  return { content: { path: await services.blobs.local(pass.sha256), bytes: pass.bytes }, mediaType: 'application/octet-stream', fileName: pass.fileName, inline: false }
})
