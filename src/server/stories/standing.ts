/** How a story stands: what blocks it, who has said what, and whether it may be published. Asked by pages and by every act about it. */
import type { Finding } from '#core/kernel/finding'
import { clearanceStates, mayPublish, type Clearance, type ClearanceKind, type ClearanceState, type PublicityConsent } from '#core/publicity/story/clearance'
import { judgeStory } from '#core/publicity/story/judge'
import type { Queries } from '../store/database'
import { asMedia, clearancesOf, mediaOfStories, type ClearanceRow, type MediaRow, type StoryRow } from '../store/stories'

export interface StoryStanding {
  readonly media: readonly MediaRow[]
  readonly words: readonly ClearanceRow[]
  readonly findings: readonly Finding[]
  readonly states: Readonly<Record<ClearanceKind, ClearanceState>>
  readonly against: readonly Finding[]
}

export const standingOfStory = async (q: Queries, story: StoryRow): Promise<StoryStanding> => {
  const [media, words, honoured] = [await mediaOfStories(q, [story.nominationId]), (await clearancesOf(q, [story.nominationId])).get(story.nominationId) ?? [], await isHonoured(q, story.nominationId)]
  const findings = judgeStory(story.document, media.map(asMedia))
  const about: { hash: string; all: readonly Clearance[]; consent: PublicityConsent | null; open: readonly Finding[]; honoured: boolean } = { hash: story.hash, all: words, consent: story.consent, open: findings, honoured }
  return { media, words, findings, states: clearanceStates(story.hash, words), against: mayPublish(about) }
}

/** Given, and not revoked since. */
export const isHonoured = async (q: Queries, nominationId: string): Promise<boolean> => (await q.row(
  `SELECT 1 FROM honours h WHERE h.nomination_id = $1 AND (SELECT e.kind FROM honour_register e WHERE e.honour_id = h.id ORDER BY e.position DESC LIMIT 1) IS DISTINCT FROM 'revoked'`, [nominationId])) !== undefined
