import { exportRecord } from '#contract/operations/announcement'
import { command, done } from '../handler'
import { buildRecord } from '../queries/ledger'

/**
 * 导出: the file, and an entry that says who took it, when and up to where. The file ends before that entry: an entry that names
 * the file cannot lie inside it. It names the last position and hash of the file, so that the ledger tells of any copy at hand
 * whether it was exported whole.
 */
export const exportRecordCommand = command(exportRecord, async ({ params }, { tx, record }) => {
  // Nothing is amended and no round closed between the reading of the definition, the boxes and the chain: the file would contradict itself. Submissions go on.
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR SHARE`, [params.campaignId])
  await tx.rows(`SELECT 1 FROM rounds WHERE campaign_id = $1 FOR SHARE`, [params.campaignId])
  const exported = await buildRecord(tx, params.campaignId)
  const last = exported.entries.at(-1)
  record({ chain: params.campaignId, act: 'record.exported', subject: { kind: 'campaign', id: params.campaignId }, data: { position: last?.entry.position ?? 0, hash: last?.hash ?? '' } })
  return done({
    content: Buffer.from(`${JSON.stringify(exported, null, 1)}\n`),
    mediaType: 'application/json; charset=utf-8', fileName: `xuanshu-record-${params.campaignId}.json`, inline: false,
  })
})
