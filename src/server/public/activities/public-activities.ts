import { deadLinks } from '../../links/seen'
import type { Services } from '../../services'
import type { Queries } from '../../store/database'
import { photosOf, readPage, type ActivityRow, type PhotoRow } from '../../store/activities'

/** What the office released, the latest first; `more`: there are others that are not shown. */
export interface PublicActivities { readonly shown: readonly (ActivityRow & { readonly photos: readonly PhotoRow[] })[]; readonly more: boolean; /** Addresses that did not open: shown as text. */ readonly dead: ReadonlySet<string> }
/** A page of photographs that a phone still reads. */
const MOST = 48

export const publicActivities = async (q: Queries, services: Pick<Services, 'links'>, campaignId: string): Promise<PublicActivities> => {
  const { rows, next } = await readPage(q, { campaignId, unitId: null, form: null, show: 'released', after: null, limit: MOST })
  const photos = await photosOf(q, rows.map((r) => r.id))
  return { shown: rows.map((r) => ({ ...r, photos: photos.filter((p) => p.activityId === r.id) })), more: next !== null, dead: await deadLinks(q, services, campaignId, rows.flatMap((r) => r.links)) }
}
