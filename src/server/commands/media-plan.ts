/** 媒体投放计划: channels and items as the office plans them, says where they stand, and calls them back. */
import { addMediaChannel, addMediaItem, changeMediaChannel, changeMediaItem, moveMediaItem, recallMediaItem, removeMediaChannel } from '#contract/operations/media'
import { finding, type Finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { Refusal } from '#core/kernel/refusal'
import { judgeChannel, mediaLimits } from '#core/publicity/media-plan/channel'
import { isToRecall, type MaterialStanding, type MediaItem } from '#core/publicity/media-plan/item'
import { judgeItem, judgeMove, owedAt } from '#core/publicity/media-plan/judge'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { noteLinks } from '../store/link-looks'
import { channelsOf, countItems, insertChannel, insertItem, lockItem, lockPlan, markRecalled, moveItem, placeOfMaterial, readItem, updateChannel, updateItem, type ItemRow } from '../store/media-plan'
import { officePeople } from '../store/objections'

export const ofItem = (id: string) => ({ kind: 'mediaItem', id } as const)
const ofChannel = (id: string) => ({ kind: 'mediaChannel', id } as const)
const full = (what: readonly [string, string]): Finding => finding({ code: 'media.full', rule: null, what, mend: ['先清理不用的。', 'Clear what is not used first.'] })
const overtaken = (by: string): Refusal => new Refusal('conflict', { zh: `${by === '' ? '另一位同志' : by}刚刚改过这一项。您写的还在页面上，没有覆盖别人的；请记下要紧的，刷新后再改。`, en: `${by === '' ? 'A colleague' : by} has just changed this. What you wrote is still on your page and nothing was overwritten; note what matters, reload, and change it again.` })

export const addMediaChannelCommand = command(addMediaChannel, async ({ params: { campaignId }, body }, { tx, now, record }) => {
  await lockPlan(tx, campaignId)
  const there = await channelsOf(tx, campaignId)
  const findings = [...judgeChannel(body, there), ...(there.length >= mediaLimits.channels ? [full([`渠道已有 ${there.length} 个，最多 ${mediaLimits.channels} 个`, `There are ${there.length} channels, and ${mediaLimits.channels} at most`])] : [])]
  if (stopsAt(findings)) return refusedBy(findings)
  const id = newId()
  await insertChannel(tx, id, campaignId, body, await now())
  record({ chain: campaignId, act: 'media.channelAdded', subject: ofChannel(id), data: { kind: body.kind, level: body.level } })
  return done({ channelId: id })
})

export const changeMediaChannelCommand = command(changeMediaChannel, async ({ params: { campaignId, channelId }, body }, { tx, record }) => {
  await lockPlan(tx, campaignId)
  const all = await channelsOf(tx, campaignId)
  const row = all.find((c) => c.id === channelId)
  if (row === undefined) throw absent()
  if (row.version !== body.version) throw overtaken('')
  const findings = judgeChannel(body.channel, all.filter((c) => c.id !== channelId))
  if (stopsAt(findings)) return refusedBy(findings)
  await updateChannel(tx, channelId, row.version + 1, body.channel)
  record({ chain: campaignId, act: 'media.channelChanged', subject: ofChannel(channelId), data: { kind: body.channel.kind, level: body.channel.level } })
  return done({ version: row.version + 1 })
})

export const removeMediaChannelCommand = command(removeMediaChannel, async ({ params: { campaignId, channelId } }, { tx, record }) => {
  await lockPlan(tx, campaignId)
  const row = (await channelsOf(tx, campaignId)).find((c) => c.id === channelId)
  if (row === undefined) throw absent()
  if (row.items > 0) return refusedBy([finding({ code: 'media.channelUsed', rule: null, what: [`这个渠道里有 ${row.items} 项投放`, `${row.items} items are placed in this channel`], mend: ['先把它们移到别的渠道；取消了的也留着，作记录。', 'Move them elsewhere first; what was cancelled stays as a record too.'] })])
  await tx.rows(`DELETE FROM media_channels WHERE id = $1`, [channelId])
  record({ chain: campaignId, act: 'media.channelRemoved', subject: ofChannel(channelId), data: {} })
  return done({})
})

/** Channel, person and material are of this campaign; anybody else's is as absent. */
const placed = async ({ tx }: CommandContext, campaignId: string, i: MediaItem): Promise<{ nominationId: string | null; standing: MaterialStanding }> => {
  const [channel, people, material] = [await tx.row(`SELECT 1 FROM media_channels WHERE campaign_id = $1 AND id = $2 FOR KEY SHARE`, [campaignId, i.channelId]), i.ownerId === null ? [] : await officePeople(tx, campaignId), await placeOfMaterial(tx, campaignId, i.material)]
  if (channel === undefined || material === undefined || (i.ownerId !== null && !people.some((p) => p.accountId === i.ownerId))) throw absent()
  return material
}

export const addMediaItemCommand = command(addMediaItem, async ({ params: { campaignId }, body }, c) => {
  const { tx, actor, now, record } = c
  await lockPlan(tx, campaignId)
  const { nominationId, standing } = await placed(c, campaignId, body)
  const at = await now()
  const already = await countItems(tx, campaignId)
  const findings = [...judgeItem(body), ...owedAt(body, { state: 'planned', files: 0, today: dayOf(at), standing, why: '' }), ...(already >= mediaLimits.items ? [full([`计划里已有 ${already} 项，最多 ${mediaLimits.items} 项`, `The plan has ${already} items, and ${mediaLimits.items} at most`])] : [])]
  if (stopsAt(findings)) return refusedBy(findings)
  const id = newId()
  await insertItem(tx, id, campaignId, body, nominationId, { by: actor.accountId, at })
  await noteLinks(tx, campaignId, [body.link])
  record({ chain: campaignId, act: 'media.itemAdded', subject: ofItem(id), data: { channel: body.channelId, day: body.from, material: body.material.kind } })
  return done({ itemId: id, findings: findings as never })
})

/** Nobody else writes to it until the transaction is through. */
export const lockedItem = async (c: Pick<CommandContext, 'tx'>, campaignId: string, itemId: string, version: number | null): Promise<ItemRow> => {
  const row = await lockItem(c.tx, campaignId, itemId)
  if (row === undefined) throw absent()
  if (version !== null && row.version !== version) throw overtaken(row.changedBy)
  return row
}

/** A story cannot be withdrawn between looking whether it is public and saying that its item is ready or out. Locked before the item, as a withdrawal does. */
const holdStory = (c: CommandContext, nominationId: string | null | undefined): Promise<unknown> => (nominationId == null ? Promise.resolve() : c.tx.rows(`SELECT 1 FROM stories WHERE nomination_id = $1 FOR SHARE`, [nominationId]))

export const changeMediaItemCommand = command(changeMediaItem, async ({ params: { campaignId, itemId }, body: { version, item } }, c) => {
  await holdStory(c, (await placeOfMaterial(c.tx, campaignId, item.material))?.nominationId)
  const row = await lockedItem(c, campaignId, itemId, version)
  const { nominationId, standing } = await placed(c, campaignId, item)
  const at = await c.now()
  // What is out already stays so when its words are mended; another material has to be as good as at the first time.
  const isSame = JSON.stringify(item.material) === JSON.stringify(row.material)
  const owed = row.state === 'cancelled' ? [] : owedAt(item, { state: row.state, files: row.files, today: dayOf(at), standing: isSame ? 'free' : standing, why: row.why })
  const findings = [...judgeItem(item), ...owed, ...(row.recallSince !== null && !isSame ? [finding({ code: 'media.recallKeeps', rule: null, at: { field: 'material' }, what: ['这一项因故事撤下要撤回，材料不能改', 'It is to be called back for its story: its material stands'], mend: ['要用别的材料，另建一项。', 'Plan another item for another material.'] })] : [])]
  if (stopsAt(findings)) return refusedBy(findings)
  await updateItem(c.tx, itemId, item, nominationId, { by: c.actor.accountId, at })
  await noteLinks(c.tx, campaignId, [item.link])
  c.record({ chain: campaignId, act: 'media.itemChanged', subject: ofItem(itemId), data: { channel: item.channelId, day: item.from, material: item.material.kind, version: version + 1 } })
  return done({ version: version + 1, findings: findings as never })
})

export const moveMediaItemCommand = command(moveMediaItem, async ({ params: { campaignId, itemId }, body }, c) => {
  await holdStory(c, (await readItem(c.tx, campaignId, itemId))?.nominationId)
  const row = await lockedItem(c, campaignId, itemId, body.version)
  const standing = (await placeOfMaterial(c.tx, campaignId, row.material))?.standing ?? 'withdrawn'
  const at = await c.now()
  const item = { ...row, link: body.link ?? row.link, reach: body.reach === undefined ? row.reach : body.reach, reachFrom: body.reachFrom ?? row.reachFrom }
  const findings = judgeMove(item, row, { state: body.state, files: row.files, today: dayOf(at), standing, why: body.why })
  if (stopsAt(findings)) return refusedBy(findings)
  await moveItem(c.tx, itemId, body.state, body.why, item, { by: c.actor.accountId, at })
  await noteLinks(c.tx, campaignId, [item.link])
  c.record({ chain: campaignId, act: 'media.itemMoved', subject: ofItem(itemId), data: { from: row.state, to: body.state, version: body.version + 1 } })
  return done({ version: body.version + 1, findings: findings as never })
})

export const recallMediaItemCommand = command(recallMediaItem, async ({ params: { campaignId, itemId }, body }, c) => {
  const row = await lockedItem(c, campaignId, itemId, body.version)
  if (!isToRecall(row)) throw absent()
  await markRecalled(c.tx, itemId, body.note, { by: c.actor.accountId, at: await c.now() })
  c.record({ chain: campaignId, act: 'media.recalled', subject: ofItem(itemId), data: { version: body.version + 1 } })
  return done({ version: body.version + 1 })
})
