/** What a kit of somebody is made of, as it stands at this moment. */
import type { KitMatter } from '#core/publicity/kit/kit'
import { mediaOf } from '#core/publicity/story/document'
import { pathOf } from '../public/layout'
import type { Services } from '../services'
import { isHonoured } from '../stories/standing'
import { definitionOfCampaign, readCampaignRow, type CampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { postersOfPerson, releasable, type PosterRow } from '../store/posters'
import { bytesAreApart } from '../store/quarantine'
import { asMedia, mediaOfStories, readStoryRow, type MediaRow, type StoryRow } from '../store/stories'
import { readOnNotice } from '../store/supplements'

export interface PersonMatter {
  readonly matter: KitMatter
  readonly person: { readonly name: string; readonly employer: string; readonly post: string }
  readonly campaign: CampaignRow
  readonly story: StoryRow | undefined
  readonly media: readonly MediaRow[]
  readonly posters: readonly PosterRow[]
  readonly honour: string
  readonly year: number
  /** Of the public page, whole. */
  readonly address: string
}

/** Null: nobody of this campaign's list. */
export const kitMatter = async (q: Queries, services: Pick<Services, 'definitions' | 'origin'>, campaignId: string, nominationId: string): Promise<PersonMatter | null> => {
  const person = (await readOnNotice(q, campaignId)).people.find((p) => p.person.nominationId === nominationId)?.person
  if (person === undefined) return null
  const [story, campaign, definition, honoured, number] = [await readStoryRow(q, nominationId), (await readCampaignRow(q, campaignId))!, await definitionOfCampaign(q, services.definitions, campaignId), await isHonoured(q, nominationId), (await q.row<{ number: string }>(`SELECT number FROM honours WHERE nomination_id = $1`, [nominationId]))?.number]
  const document = story?.published != null && story.withdrawnAt === null ? story.published : null
  const used = document === null ? [] : mediaOf(document)
  const [media, posters]: [MediaRow[], PosterRow[]] = [[], []]
  for (const m of await mediaOfStories(q, [nominationId])) if (used.includes(m.id) && !(await bytesAreApart(q, m.sha256))) media.push(m)
  for (const p of await postersOfPerson(q, nominationId)) if (await releasable(q, p)) posters.push(p)
  return {
    person, campaign, story, media, posters, year: definition.year, honour: definition.award.zh, address: `${services.origin}${pathOf(campaign.slug, 'zh', number === undefined ? '' : `/honourees/${number}`)}`,
    matter: { published: document !== null, consent: story?.consent?.given ?? null, honoured, name: person.name, document, media: media.map(asMedia), posters: posters.map((p) => p.id) },
  }
}
