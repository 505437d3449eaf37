import type { Queries } from '../../store/database'
import { mediaOfStories, storiesOf } from '../../store/stories'
import type { PublicStory } from './public-story'

/** By nomination: published and not withdrawn. Whether the honour still stands, the page asks. */
export const publicStories = async (q: Queries, campaignId: string): Promise<Map<string, PublicStory>> => {
  const out = (await storiesOf(q, campaignId)).filter((s) => s.published !== null && s.publishedAt !== null && s.withdrawnAt === null)
  const media = await mediaOfStories(q, out.map((s) => s.nominationId))
  return new Map(out.map((s) => [s.nominationId, { document: s.published!, publishedAt: s.publishedAt!, media: media.filter((m) => m.nominationId === s.nominationId) }]))
}
