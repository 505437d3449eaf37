import type { ResolvedDefinition } from '#core/campaign/definition'
import type { CampaignRow } from '../store/campaigns'
import type { AttachmentStanding } from '../attachments'
import type { Original } from '../original'
import type { SupplementRow } from '../store/supplements'
import type { Advisory } from '#core/publicity/situations/situation'
import type { PublicActivities } from './activities/public-activities'
import type { PublicLook } from './look/public-look'
import type { PublicStory } from './story/public-story'
import type { HonourRow, PublicNoticeRow } from '../store/announcement'

/** All that public pages are made of. No dossier, no vote, no number of a person. */
export interface PageData {
  readonly campaign: CampaignRow
  readonly definition: ResolvedDefinition
  readonly notice: PublicNoticeRow | null
  /** 补充公示, of one person each. */
  readonly supplements: readonly SupplementRow[]
  readonly honours: readonly HonourRow[]
  /** Stories that are public now, by nomination. */
  readonly stories: ReadonlyMap<string, PublicStory>
  /** 学习宣传活动 that were released. */
  readonly activities: PublicActivities
  /** 提示 that stand now, the own and those of levels above. */
  readonly advisories: readonly Advisory[]
  /** 外观 of the campaign's organisation; null: the house's own. */
  readonly look: PublicLook | null
  /** Under which this installation is reached: what is passed on needs whole addresses. */
  readonly origin: string
  /** 公众投票 of rounds that are open, those to come included. */
  readonly votes: readonly { readonly roundId: string; readonly startsAt: number; readonly endsAt: number }[]
  readonly attachments: readonly AttachmentStanding[]
  readonly original: Original
  /** Of the definition in force; null before the campaign opened. */
  readonly version: { readonly number: number; readonly since: number } | null
  readonly now: number
  readonly isDemo: boolean
}
export interface Page {
  /** Below the campaign's own path: '' is its home. */
  readonly at: string
  readonly title: string
  /** For search engines and for whoever passes it on; absent: the campaign's name. */
  readonly about?: string
  readonly head?: import('./html').Html
  readonly body: import('./html').Html
}
