import type { ResolvedDefinition } from '#core/campaign/definition'
import type { CampaignRow } from '../store/campaigns'
import type { AttachmentStanding } from '../attachments'
import type { Original } from '../original'
import type { SupplementRow } from '../store/supplements'
import type { HonourRow, PublicNoticeRow } from '../store/announcement'

/** All that public pages are made of. No dossier, no vote, no number of a person. */
export interface PageData {
  readonly campaign: CampaignRow
  readonly definition: ResolvedDefinition
  readonly notice: PublicNoticeRow | null
  /** 补充公示, of one person each. */
  readonly supplements: readonly SupplementRow[]
  readonly honours: readonly HonourRow[]
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
  readonly body: import('./html').Html
}
