import { isDead, neverLooked } from '#core/publicity/links/look'
import { sayLink, type SaidLink } from '#core/publicity/links/say'
import { hostOf } from '#core/publicity/activities/links'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { looksOf } from '../store/link-looks'

/** As pages show them, in the order they were given; what is no address of a page is judged by its looks alone. */
export const seenLinks = async (q: Queries, { links: { on } }: Pick<Services, 'links'>, campaignId: string, links: readonly string[]): Promise<(SaidLink & { readonly address: string })[]> => {
  const rows = on ? await looksOf(q, campaignId, links) : []
  return [...new Set(links)].filter((l) => hostOf(l) !== null).map((address) => { const row = rows.find((r) => r.address === address); return { address, ...sayLink(row ?? neverLooked, on, row?.asked ?? false) } })
}

/** Those a public page does not make clickable. */
export const deadLinks = async (q: Queries, { links: { on } }: Pick<Services, 'links'>, campaignId: string, links: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(on ? (await looksOf(q, campaignId, links)).filter(isDead).map((r) => r.address) : [])
