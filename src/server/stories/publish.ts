/** What is public of a story: put there at its moment, taken away at once. */
import { mediaOf } from '#core/publicity/story/document'
import { publishCampaign } from '../public/publish'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { callBackItems } from '../store/media-plan'
import { withdrawPosters } from '../store/posters'
import { endKitsOf } from '../store/press-kits'
import type { StoryRow } from '../store/stories'

/** Its pages are made anew in the same transaction. */
export const makePublic = async (tx: Queries, services: Services, row: StoryRow, at: number): Promise<void> => {
  await tx.rows(`UPDATE stories SET published = document, published_hash = hash, published_at = to_timestamp($2 / 1000.0), publish_at = NULL, public_media = $3, withdrawn_at = NULL, withdrawn_why = NULL WHERE nomination_id = $1`, [row.nominationId, at, mediaOf(row.document)])
  await publishCampaign(tx, services, row.campaignId)
}

/** From the commit on nobody gets the page, a picture or a film of it here. @returns whether anything was public or was going to be */
export const withdrawPublished = async (tx: Queries, services: Services, row: StoryRow, why: string, at: number): Promise<boolean> => {
  if (row.publishAt === null && (row.publishedAt === null || row.withdrawnAt !== null)) return false
  await tx.rows(`UPDATE stories SET publish_at = NULL, public_media = '{}', withdrawn_at = to_timestamp($2 / 1000.0), withdrawn_why = $3 WHERE nomination_id = $1`, [row.nominationId, at, why])
  await withdrawPosters(tx, row.nominationId, at)
  await callBackItems(tx, row.nominationId, at)
  await endKitsOf(tx, row.nominationId, at)
  await publishCampaign(tx, services, row.campaignId)
  return true
}
