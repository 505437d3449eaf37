import type { StoryDocument } from '#core/publicity/story/document'
import type { MediaRow } from '../../store/stories'

/** What anybody reads now, with the pictures and films it shows. */
export interface PublicStory { readonly document: StoryDocument; readonly media: readonly MediaRow[]; readonly publishedAt: number }
