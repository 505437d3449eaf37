/** Files of a look: its colours, made of its address alone, and its pictures as they stand now. */
import type { Download } from '#contract/operation'
import { lookCss } from '#core/publicity/look/derive'
import type { Services } from '../../services'
import { bytesAreApart } from '../../store/quarantine'
import { lookOf } from '../../store/site-looks'

/** Null: no address of colours. */
export const lookStyle = (path: string): string | null => { const hex = /^\/p\/assets\/look-([0-9a-f]{6})\.css$/u.exec(path)?.[1]; return hex === undefined ? null : lookCss(`#${hex}`) }

const picture = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(emblem|header)-([0-9a-f]{12})-(\d{2,4})\.webp$/u
/** @param name as below `/p/assets/look/`; null: it is shown on no page now */
export const lookPicture = async ({ db, blobs }: Pick<Services, 'db' | 'blobs'>, name: string): Promise<Download | null> => {
  const [, organisationId, what, sum, width] = picture.exec(name) ?? []
  const look = organisationId === undefined ? null : await lookOf(db, organisationId)
  const shown = look?.[what as 'emblem' | 'header']
  const made = shown?.renditions[String(width)]
  if (shown == null || made === undefined || !made.sha256.startsWith(sum!) || (await bytesAreApart(db, shown.sha256))) return null
  return { content: { path: await blobs.local(made.sha256), bytes: made.bytes }, mediaType: 'image/webp', fileName: `${what}.webp`, inline: true, tag: made.sha256.slice(0, 22) }
}
