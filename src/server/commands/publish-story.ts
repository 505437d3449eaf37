/** 发布, 定时发布, 撤下. */
import { publishStory, unscheduleStory, withdrawStory } from '#contract/operations/stories'
import { finding } from '#core/kernel/finding'
import { findPersonal } from '#core/announcement/personal-data'
import { recallOfStory } from '#core/publicity/story/recall'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { makePublic, withdrawPublished } from '../stories/publish'
import { standingOfStory } from '../stories/standing'
import { pathOf } from '../public/layout'
import { definitionOfCampaign, readCampaignRow } from '../store/campaigns'
import { enqueue } from '../store/jobs'
import { itemsToRecall } from '../store/media-plan'
import { postersToRecall } from '../store/posters'
import { kitsToRecall } from '../store/press-kits'
import { sameText, written } from './stories'

const MOST_DAYS = 180
const DAY_MS = 86_400_000

export const publishStoryCommand = command(publishStory, async ({ params: { nominationId }, body }, { tx, services, campaignId, now, record }) => {
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  const row = await written(tx, nominationId)
  sameText(row, body.hash)
  const at = await now()
  const { against } = await standingOfStory(tx, row)
  const later = body.at !== null && body.at > at
  const found = [...against, ...(later && body.at! > at + MOST_DAYS * DAY_MS ? [finding({ code: 'story.tooLate', rule: null, at: { field: 'at' }, what: [`定时发布最多 ${MOST_DAYS} 天以后`, `It can be scheduled ${MOST_DAYS} days ahead at most`], mend: ['请选近一些的日子。', 'Choose an earlier day.'] })] : [])]
  if (stopsAt(found)) return refusedBy(found)
  const { slug } = (await readCampaignRow(tx, campaignId))!
  const path = pathOf(slug, 'zh', await pageOf(tx, nominationId))
  if (later) {
    await tx.rows(`UPDATE stories SET publish_at = to_timestamp($2 / 1000.0) WHERE nomination_id = $1`, [nominationId, body.at])
    await enqueue(tx, { kind: 'publishStory', campaignId, payload: { nominationId }, total: 1 })
    record({ chain: campaignId, act: 'story.scheduled', subject: { kind: 'nomination', id: nominationId }, data: { text: row.hash, until: body.at! } })
    return done({ publishAt: body.at!, path })
  }
  await makePublic(tx, services, row, at)
  record({ chain: campaignId, act: 'story.published', subject: { kind: 'nomination', id: nominationId }, data: { text: row.hash } })
  return done({ publishAt: at, path })
})
const pageOf = async (tx: Parameters<typeof written>[0], nominationId: string): Promise<string> => `/honourees/${(await tx.row<{ number: string }>(`SELECT number FROM honours WHERE nomination_id = $1`, [nominationId]))!.number}`

export const unscheduleStoryCommand = command(unscheduleStory, async ({ params: { nominationId } }, { tx, record }) => {
  const row = await written(tx, nominationId)
  if (row.publishAt === null) throw absent()
  await tx.rows(`UPDATE stories SET publish_at = NULL WHERE nomination_id = $1`, [nominationId])
  record({ chain: row.campaignId, act: 'story.unscheduled', subject: { kind: 'nomination', id: nominationId }, data: { text: row.hash } })
  return done({})
})

/** The reason is kept on the ledger: it must itself tell nothing. */
export const withdrawStoryCommand = command(withdrawStory, async ({ params: { nominationId }, body }, { tx, services, campaignId, now, record }) => {
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  const row = await written(tx, nominationId)
  if (findPersonal(body.reason).length > 0) return refusedBy([finding({ code: 'story.reasonTells', rule: null, at: { field: 'reason' }, what: ['理由里写了个人信息，理由要记入台账', 'The reason holds personal data, and it goes on the ledger'], mend: ['请删去号码、住址和生日。', 'Take numbers, addresses and birthdays out of it.'] })])
  if (!(await withdrawPublished(tx, services, row, body.reason, await now()))) throw absent()
  record({ chain: campaignId, act: 'story.withdrawn', subject: { kind: 'nomination', id: nominationId }, data: { text: row.publishedHash ?? row.hash, reason: body.reason } })
  return done({ recall: recallOfStory(await definitionOfCampaign(tx, services.definitions, campaignId), await postersToRecall(tx, nominationId), await itemsToRecall(tx, nominationId), await kitsToRecall(tx, nominationId)) })
})
