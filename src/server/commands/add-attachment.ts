import { z } from 'zod'
import { addAttachment, removeAttachment } from '#contract/operations/attachments'
import { operation } from '#contract/operation'
import { judgeChange, judgeTitle } from '#core/campaign/attachment-file'
import type { Words } from '#core/kernel/finding'
import { readList } from '../attachments'
import { absent, command, done, perform, refusedBy, stopsAt, type Handler } from '../handler'
import { newId } from '../ids'
import { addAdded, addAttachmentRow, removeAdded, type GivenFile } from '../store/attachments'
import { definitionOfCampaign } from '../store/campaigns'
import { lock, spread, takeFile } from './replace-attachment'

/** Not on the HTTP surface: the last step, after the file was read and kept. Who may is asked again, in its own transaction. */
const keepOperation = operation({
  id: 'attachments.keepAdded', method: 'POST', path: '/internal/attachments', who: 'officeOfCampaign', summary: { zh: '收下另加的附件', en: 'Keep an attachment of one’s own' },
  params: z.object({ campaignId: z.string() }), body: z.object({ title: z.custom<Words>(), file: z.custom<GivenFile>(), reason: z.string() }), answer: z.object({ attachmentId: z.string(), sha256: z.string() }),
})
const keepAdded = command(keepOperation, async ({ params: { campaignId }, body: { title, file, reason } }, { tx, services, actor, now, record }) => {
  const state = await lock(tx, campaignId)
  const findings = [...judgeChange(state, reason), ...judgeTitle(title, await readList(tx, campaignId, await definitionOfCampaign(tx, services.definitions, campaignId)))]
  if (stopsAt(findings)) return refusedBy(findings)
  const [id, at] = [`added-${newId()}`, await now()]
  await addAdded(tx, { campaignId, id, title, by: actor.accountId, at })
  await addAttachmentRow(tx, { campaignId, attachment: id, file, reason, by: actor.accountId, at })
  await spread(tx, services, campaignId, state)
  record({ chain: campaignId, act: 'attachment.added', subject: { kind: 'campaign', id: campaignId }, data: { attachment: id, title: title.zh, file: file.sha256, ...(file.pass !== undefined && { passes: [file.pass] }), reason } })
  return done({ attachmentId: id, sha256: file.sha256 })
})

/** 另加附件: what the definition does not ask for. Once the campaign is open, with a reason. */
export const addAttachmentCommand: Handler<typeof addAttachment> = {
  kind: 'query', operation: addAttachment,
  run: async ({ params, body }, { q, services, session }) => {
    const kept = await takeFile({ q, services, campaignId: params.campaignId }, body)
    if (!kept.ok) return kept
    return perform(keepAdded, { params, query: {}, body: { title: { zh: body.title, en: body.titleEn || body.title }, file: kept.value, reason: body.reason } }, session, services)
  },
}

/** Only what this very campaign added; its versions stay in the record. */
export const removeAttachmentCommand = command(removeAttachment, async ({ params: { campaignId, attachmentId }, body: { reason } }, { tx, services, actor, now, record }) => {
  const state = await lock(tx, campaignId)
  const found = (await readList(tx, campaignId, await definitionOfCampaign(tx, services.definitions, campaignId))).find((a) => a.id === attachmentId && a.added === 'here')
  if (found === undefined) throw absent()
  const findings = judgeChange(state, reason)
  if (stopsAt(findings)) return refusedBy(findings)
  await removeAdded(tx, campaignId, attachmentId, actor.accountId, await now())
  await spread(tx, services, campaignId, state)
  record({ chain: campaignId, act: 'attachment.removed', subject: { kind: 'campaign', id: campaignId }, data: { attachment: attachmentId, title: found.name.zh, reason } })
  return done({})
})
