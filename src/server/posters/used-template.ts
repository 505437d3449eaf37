/** A template with the pictures it is drawn with. */
import { lookOfTemplate } from '#core/publicity/poster/judge-template'
import type { Poster } from '#core/publicity/poster/poster'
import type { PosterTemplate } from '#core/publicity/poster/template'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { artById, templateVersion, type ArtRow } from '../store/poster-templates'

export interface UsedTemplate { readonly template: PosterTemplate; readonly background: ArtRow | null; readonly emblem: ArtRow | null }
/** Files on this disk. */
export interface PosterArt { readonly background: string | null; readonly emblem: string | null }
export const noArt: PosterArt = { background: null, emblem: null }

export const withArt = async (q: Queries, template: PosterTemplate): Promise<UsedTemplate> => ({ template, background: template.background === null ? null : (await artById(q, template.background.artId)) ?? null, emblem: template.emblem === null ? null : (await artById(q, template.emblem)) ?? null })
/** The very version something is made in; null: one of the three designs as it is. */
export const usedTemplate = async (q: Queries, of: { readonly templateId: string | null; readonly templateVersion: number | null }): Promise<UsedTemplate | null> => {
  if (of.templateId === null || of.templateVersion === null) return null
  return withArt(q, (await templateVersion(q, of.templateId, of.templateVersion))!.template)
}
export const artFiles = async ({ blobs }: Pick<Services, 'blobs'>, used: UsedTemplate | null): Promise<PosterArt> => ({ background: used?.background == null ? null : await blobs.local(used.background.sha256), emblem: used?.emblem == null ? null : await blobs.local(used.emblem.sha256) })

/** What a template changes on a poster. */
export const inTemplate = (p: Poster, used: UsedTemplate | null): Poster => (used === null ? p : { ...p, design: used.template.base, honour: used.template.title === '' ? p.honour : used.template.title, hosts: used.template.hosts.length === 0 ? p.hosts : used.template.hosts, look: lookOfTemplate(used.template, used.background) })
