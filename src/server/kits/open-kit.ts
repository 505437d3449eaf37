/** What a link opens: everything is asked anew, and what may be given out no more is not in it. */
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { blocking } from '#core/kernel/finding'
import { kitOf, mayGiveOut, type Kit } from '#core/publicity/kit/kit'
import type { KitFacts } from '#core/publicity/kit/readme'
import type { Services } from '../services'
import { openKit, type KitRow } from '../store/press-kits'
import { bytesAreApart } from '../store/quarantine'
import type { PosterRow } from '../store/posters'
import { lookOf } from '../store/site-looks'
import type { PublicLook } from '../public/look/public-look'
import type { MediaRow } from '../store/stories'
import { kitMatter } from './matter'

export interface OpenedKit { readonly row: KitRow; readonly kit: Kit; readonly facts: KitFacts; readonly media: readonly MediaRow[]; readonly posters: readonly PosterRow[]; readonly look: PublicLook | null; /** Bytes of all it holds, texts aside. */ readonly bytes: number }

const token = /^[A-Za-z0-9_-]{43}$/u
/** Null: there is nothing behind it for anybody, whatever the reason. */
export const openByToken = async (services: Services, given: string): Promise<OpenedKit | null> => {
  const row = token.test(given) ? await openKit(services.db, createHash('sha256').update(given).digest()) : undefined
  const about = row === undefined ? null : await kitMatter(services.db, services, row.campaignId, row.nominationId)
  if (row === undefined || about === null || blocking(mayGiveOut(about.matter)).length > 0) return null
  const kit = kitOf(about.matter, row)
  const media: MediaRow[] = []
  // A picture without its full size was set apart or wiped since.
  for (const { id } of kit.media) { const m = about.media.find((x) => x.id === id)!; if (m.kind === 'film' || (m.press !== null && !(await bytesAreApart(services.db, m.press.sha256)))) media.push(m) }
  const posters = kit.posters.map((id) => about.posters.find((p) => p.id === id)!)
  const films = await Promise.all(media.map(async (m) => (m.kind === 'film' ? stat(await services.blobs.local(m.sha256)).then((s) => s.size) : m.press!.bytes)))
  const { person, campaign, year, honour, address } = about
  return {
    row, kit, media, posters, look: await lookOf(services.db, campaign.organisationId), bytes: [...films, ...posters.map((p) => p.bytes!)].reduce((a, b) => a + b, 0),
    facts: { ...person, title: about.matter.document!.title.join(''), year, honour, office: campaign.organisationName, address, until: row.until, contact: row.contact, sample: services.isDemo },
  }
}
