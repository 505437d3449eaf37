/** What a poster of somebody is made from, as it stands at this moment. */
import type { Finding } from '#core/kernel/finding'
import { judgeCleared, judgeLaid, judgeLetters, judgeWords } from '#core/publicity/poster/judge'
import type { Crop } from '#core/publicity/poster/crop'
import type { Poster, PosterDesign } from '#core/publicity/poster/poster'
import { mayRelease } from '#core/publicity/poster/propose'
import { sizeOf, type PosterSizeId } from '#core/publicity/poster/sizes'
import { emptyStory, mediaOf, type StoryDocument } from '#core/publicity/story/document'
import { metrics } from '#documents/poster/typefaces'
import { pathOf } from '../public/layout'
import type { Services } from '../services'
import { definitionOfCampaign, readCampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { mediaOfStories, readStoryRow, type MediaRow, type StoryRow } from '../store/stories'
import { readOnNotice } from '../store/supplements'
import { isHonoured } from '../stories/standing'
import { inTemplate, type UsedTemplate } from './used-template'

export interface About {
  readonly name: string
  readonly employer: string
  readonly story: StoryRow | undefined
  /** The public text where there is one, else the one that is being written. */
  readonly document: StoryDocument
  readonly pictures: readonly MediaRow[]
  readonly against: readonly Finding[]
  poster(design: PosterDesign, words: readonly string[], how?: { readonly template?: UsedTemplate | null; readonly crop?: Crop | null | undefined }): Poster
}

/** Null: nobody of this campaign's list. */
export const aboutPosters = async (q: Queries, services: Services, campaignId: string, nominationId: string): Promise<About | null> => {
  const person = (await readOnNotice(q, campaignId)).people.find((p) => p.person.nominationId === nominationId)?.person
  if (person === undefined) return null
  const [story, campaign, definition, honoured, number] = [await readStoryRow(q, nominationId), (await readCampaignRow(q, campaignId))!, await definitionOfCampaign(q, services.definitions, campaignId), await isHonoured(q, nominationId), (await q.row<{ number: string }>(`SELECT number FROM honours WHERE nomination_id = $1`, [nominationId]))?.number]
  const published = story?.published != null && story.withdrawnAt === null ? story.published : null
  const document = published ?? story?.document ?? emptyStory
  const used = mediaOf(document)
  const pictures = (await mediaOfStories(q, [nominationId])).filter((m) => m.kind === 'picture' && used.includes(m.id))
  return {
    name: person.name, employer: person.employer, story, document, pictures, against: mayRelease({ published: published !== null, consent: story?.consent?.given ?? null, honoured }),
    poster: (design, words, how = {}) => inTemplate({
      design, name: person.name, unit: [person.employer, person.post], words: words.map((w) => w.trim()).filter((w) => w !== ''), honour: definition.award.zh.replace(/^[“"「]|[”"」]$/gu, ''), year: definition.year, hosts: definition.notice.hosts.map((h) => h.zh),
      address: `${services.origin}${pathOf(campaign.slug, 'zh', number === undefined ? '' : `/honourees/${number}`)}`, sample: services.isDemo, ...(how.crop != null && { crop: how.crop }),
    }, how.template ?? null),
  }
}

/** Of words and picture; of one that is not the story's own, nothing is known. */
export const judgePoster = (about: About, p: Poster, sizes: readonly PosterSizeId[], picture: MediaRow): Finding[] => {
  const ofWords = [...judgeWords(p), ...judgeLetters(p, metrics), ...judgeCleared(p.words, about.document)]
  return [...ofWords, ...(p.words.length === 0 || ofWords.some((f) => f.code === 'poster.tooManyLines') ? [] : sizes.flatMap((s) => judgeLaid(p, sizeOf(s), picture, metrics)))]
}
