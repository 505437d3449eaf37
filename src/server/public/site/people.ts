/** Everybody whose honour stands, of all years: what a public page may say of them. */
import type { Words } from '#core/kernel/finding'
import type { StoryDocument } from '#core/publicity/story/document'
import type { PublicPerson } from '../../store/announcement'
import type { Queries } from '../../store/database'
import { stands } from '../../store/honour-register'
import { mediaOfStories, type MediaRow } from '../../store/stories'

export interface HonouredPerson {
  readonly nominationId: string
  readonly person: PublicPerson
  readonly number: string
  readonly givenAt: number
  readonly slug: string
  readonly year: number
  readonly award: Words
  /** Of a story that is public; null: none. */
  readonly story: { readonly title: string; readonly opening: string; readonly publishedAt: number; readonly portrait: MediaRow | null } | null
}
type Row = Omit<HonouredPerson, 'story'> & { readonly document: StoryDocument | null; readonly publishedAt: number | null }

/** The newest year first, within it as its campaign lists them. @param sought part of a name, workplace, honour or title of a story */
export const readHonoured = async (q: Queries, sought: { readonly text: string; readonly limit: number } | null = null): Promise<HonouredPerson[]> => {
  const like = sought === null ? null : `%${sought.text.replace(/[\\%_]/gu, (c) => `\\${c}`)}%`
  const rows = await q.rows<Row>(
    `SELECT h.nomination_id AS "nominationId", h.person, h.number, h.given_at AS "givenAt", c.slug, r.year, r.award, s.published AS document, s.published_at AS "publishedAt"
     FROM honours h JOIN campaigns c ON c.id = h.campaign_id JOIN honour_register r ON r.honour_id = h.id AND r.kind = 'given'
       LEFT JOIN stories s ON s.nomination_id = h.nomination_id AND s.withdrawn_at IS NULL AND s.published_at IS NOT NULL
     WHERE ${stands('h')} AND NOT EXISTS (SELECT FROM mirrors m WHERE m.campaign_id = c.id)
       AND ($1::text IS NULL OR h.person->>'name' ILIKE $1 OR h.person->>'employer' ILIKE $1 OR r.award->>'zh' ILIKE $1 OR r.award->>'en' ILIKE $1 OR (SELECT string_agg(t, '') FROM jsonb_array_elements_text(s.published->'title') t) ILIKE $1)
     ORDER BY r.year DESC, c.opened_at DESC, h.number LIMIT $2`, [like, sought?.limit ?? null])
  const media = await mediaOfStories(q, rows.filter((r) => r.document !== null).map((r) => r.nominationId))
  return rows.map(({ document, publishedAt, ...r }) => ({ ...r, story: document === null || publishedAt === null ? null : { title: document.title.join(''), opening: document.opening, publishedAt, portrait: media.find((m) => m.id === document.portrait) ?? null } }))
}
