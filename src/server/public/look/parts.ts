/** What a look changes on a page: its colours, the emblem in place of the rings, the picture above the title. */
import { lookWidths } from '#core/publicity/look/pictures'
import { html, type Html } from '../html'
import type { LookPicture, PublicLook } from './public-look'

export const styleOf = (look: PublicLook | null): Html | null => (look?.accent == null ? null : html`<link rel="stylesheet" href="/p/assets/look-${look.accent.slice(1)}.css">`)

/** The address changes with the picture: what a browser keeps of another never stands in for it. */
export const lookPath = (organisationId: string, what: keyof typeof lookWidths, p: LookPicture, width: number): string => `/p/assets/look/${organisationId}-${what}-${p.renditions[String(width)]!.sha256.slice(0, 12)}-${width}.webp`
export const widthsOf = (p: LookPicture): number[] => Object.keys(p.renditions).map(Number).toSorted((a, b) => a - b)
const set = (look: PublicLook, what: keyof typeof lookWidths, p: LookPicture): string => widthsOf(p).map((w) => `${lookPath(look.organisationId, what, p, w)} ${w}w`).join(', ')

export const emblemOf = (look: PublicLook | null): Html | null => {
  if (look?.emblem == null) return null
  const [first = 0] = widthsOf(look.emblem)
  const shown = Math.round((40 * look.emblem.width) / look.emblem.height)
  return html`<img class="emblem" src="${lookPath(look.organisationId, 'emblem', look.emblem, first)}" srcset="${set(look, 'emblem', look.emblem)}" sizes="${Math.min(200, shown)}px" width="${shown}" height="40" alt="">`
}

export const headerOf = (look: PublicLook | null): Html | null => {
  if (look?.header == null) return null
  const h = look.header
  const widths = widthsOf(h)
  return html`<figure class="masthead"><img src="${lookPath(look.organisationId, 'header', h, widths.find((w) => w >= 1280) ?? widths.at(-1)!)}" srcset="${set(look, 'header', h)}" sizes="100vw" width="${widths.at(-1)!}" height="${h.renditions[String(widths.at(-1)!)]!.height}" alt="" fetchpriority="high"><figcaption class="in">${h.credit}</figcaption></figure>`
}
