import { correctFormPlaces } from '#contract/operations/forms'
import { FORM_ID } from '#core/campaign/attachments'
import { judgeChange } from '#core/campaign/attachment-file'
import { choosableKeys } from '#core/forms/reading'
import { Refusal } from '#core/kernel/refusal'
import { readAttachments } from '../attachments'
import { absent, command, done, refusedBy } from '../handler'
import { definitionOfCampaign } from '../store/campaigns'
import { writeCorrections } from '../store/form-places'

/** What the office chose holds for the file it looked at, and for no other. */
export const correctFormCommand = command(correctFormPlaces, async ({ params, body }, { tx, services, actor, now, record }) => {
  const { state } = (await tx.row<{ state: 'draft' | 'open' | 'closed' }>(`SELECT state FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId]))!
  if (params.attachmentId !== FORM_ID) throw absent()
  if (state === 'closed') return refusedBy(judgeChange(state, ''))
  const definition = await definitionOfCampaign(tx, services.definitions, params.campaignId)
  const standing = (await readAttachments(tx, params.campaignId, definition)).find((s) => s.attachment.id === FORM_ID)
  if (standing?.inForce == null || standing.inForce.by === 'product') throw absent()
  if (standing.inForce.sha256 !== body.sha256) throw new Refusal('stale', { zh: '推荐表刚刚换成了另一份文件，请重新打开这一页。', en: 'The form has been replaced meanwhile; open this page again.' })
  const keys = new Set(choosableKeys(definition))
  const corrections = Object.fromEntries(Object.entries(body.corrections).filter(([, key]) => key === '' || keys.has(key)))
  await writeCorrections(tx, { campaignId: params.campaignId, attachment: FORM_ID, sha256: body.sha256, corrections, by: actor.accountId, at: await now() })
  record({ chain: params.campaignId, act: 'attachment.placed', subject: { kind: 'campaign', id: params.campaignId }, data: { attachment: FORM_ID, file: body.sha256, corrections: Object.keys(corrections).length } })
  return done({})
})
