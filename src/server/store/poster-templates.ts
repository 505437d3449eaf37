/** 海报模板 and what they are drawn with; versions and pictures are only added. */
import type { Rgb } from '#core/publicity/poster/contrast'
import type { PosterTemplate } from '#core/publicity/poster/template'
import { newId } from '../ids'
import type { Queries } from './database'

export interface TemplateRow { readonly id: string; readonly version: number; readonly template: PosterTemplate; readonly savedBy: string; readonly savedAt: number }
const rows = `SELECT t.id, v.version, v.template, a.person_name AS "savedBy", v.saved_at AS "savedAt" FROM poster_templates t JOIN poster_template_versions v ON v.template_id = t.id`
const current = `${rows} AND v.version = t.version JOIN accounts a ON a.id = v.saved_by WHERE t.deleted_at IS NULL AND t.organisation_id = $1`
export const templatesOf = (q: Queries, organisationId: string): Promise<TemplateRow[]> => q.rows<TemplateRow>(`${current} ORDER BY v.template->>'name', t.id`, [organisationId])
/** Another office's, and one that was taken away, is none. */
export const readTemplateRow = (q: Queries, organisationId: string, id: string): Promise<TemplateRow | undefined> => q.row<TemplateRow>(`${current} AND t.id = $2`, [organisationId, id])
export const lockTemplate = (tx: Queries, organisationId: string, id: string): Promise<TemplateRow | undefined> => tx.row<TemplateRow>(`${current} AND t.id = $2 FOR UPDATE OF t`, [organisationId, id])
/** As it was when something was made in it, also where it was taken away since. */
export const templateVersion = (q: Queries, id: string, version: number): Promise<TemplateRow | undefined> => q.row<TemplateRow>(`${rows} JOIN accounts a ON a.id = v.saved_by WHERE t.id = $1 AND v.version = $2`, [id, version])

const insertVersion = (tx: Queries, id: string, version: number, t: PosterTemplate, by: string, at: number): Promise<unknown> => tx.rows(`INSERT INTO poster_template_versions (template_id, version, template, saved_by, saved_at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0))`, [id, version, JSON.stringify(t), by, at])
export const insertTemplate = async (tx: Queries, organisationId: string, t: PosterTemplate, by: string, at: number): Promise<string> => {
  const id = newId()
  await tx.rows(`INSERT INTO poster_templates (id, organisation_id, version) VALUES ($1, $2, 1)`, [id, organisationId])
  await insertVersion(tx, id, 1, t, by, at)
  return id
}
export const saveVersion = async (tx: Queries, id: string, version: number, t: PosterTemplate, by: string, at: number): Promise<void> => {
  await insertVersion(tx, id, version, t, by, at)
  await tx.rows(`UPDATE poster_templates SET version = $2 WHERE id = $1`, [id, version])
}
export const deleteTemplate = (tx: Queries, id: string, at: number): Promise<unknown> => tx.rows(`UPDATE poster_templates SET deleted_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [id, at])

export type ArtKind = 'background' | 'emblem'
export interface ArtRow { readonly id: string; readonly kind: ArtKind; readonly name: string; readonly sha256: string; readonly bytes: number; readonly width: number; readonly height: number; readonly low: Rgb; readonly high: Rgb }
const art = `SELECT id, kind, name, p.sha256, b.bytes, width, height, low, high FROM poster_art p JOIN blobs b ON b.sha256 = p.sha256`
export const artOf = (q: Queries, organisationId: string): Promise<ArtRow[]> => q.rows<ArtRow>(`${art} WHERE organisation_id = $1 ORDER BY added_at DESC, id`, [organisationId])
export const readArt = (q: Queries, organisationId: string, id: string): Promise<ArtRow | undefined> => q.row<ArtRow>(`${art} WHERE organisation_id = $1 AND id = $2`, [organisationId, id])
export const artById = (q: Queries, id: string): Promise<ArtRow | undefined> => q.row<ArtRow>(`${art} WHERE id = $1`, [id])
export const insertArt = async (tx: Queries, organisationId: string, a: Omit<ArtRow, 'id'>, by: string, at: number): Promise<string> => {
  const id = newId()
  await tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [a.sha256, a.bytes])
  await tx.rows(`INSERT INTO poster_art (id, organisation_id, kind, name, sha256, width, height, low, high, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0))`, [id, organisationId, a.kind, a.name, a.sha256, a.width, a.height, [...a.low], [...a.high], by, at])
  return id
}
