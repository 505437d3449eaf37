import { posterArtFile } from '#contract/operations/poster-templates'
import { addressOf } from '../../api/call'
import type { ShownArt } from './poster-drawing'

export const artAddress = (artId: string): string => addressOf(posterArtFile, { artId })
export const artOf = (t: { readonly background: { readonly artId: string } | null; readonly emblem: string | null }): ShownArt => ({ background: t.background === null ? undefined : artAddress(t.background.artId), emblem: t.emblem === null ? undefined : artAddress(t.emblem) })

/** Nobody's portrait, for trying a template: a silhouette on a quiet ground. */
export const silhouette = { width: 800, height: 1000, address: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000"><defs><linearGradient id="g" x1="0" y1="1" x2="1" y2="0"><stop stop-color="#8b9099"/><stop offset="1" stop-color="#3c4450"/></linearGradient></defs><rect width="800" height="1000" fill="url(#g)"/><g fill="#c9ccd1"><circle cx="400" cy="390" r="150"/><path d="M110 1000c0-230 130-360 290-360s290 130 290 360z"/></g></svg>')}` } as const
