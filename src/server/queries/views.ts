import { stat } from 'node:fs/promises'
import type { AnswerOf, Download } from '#contract/operation'
import { readView as readViewOperation, viewMaterial } from '#contract/operations/views'
import { viewOf } from '#core/materials/view'
import { absent, query, type QueryContext } from '../handler'
import { materialFor } from '../own-part'
import type { MaterialRow } from '../store/nominations'
import { bytesAreApart } from '../store/quarantine'
import { drawnView } from '../views/drawn-view'
import { blanksOf } from '../views/film-view'
import { readView, VIEW_MS, writeView } from '../views/view-token'

/** The address under which this person looks at it. */
export const shownTo = (file: Pick<MaterialRow, 'sha256' | 'facts'>, { services, actor }: QueryContext): AnswerOf<typeof viewMaterial> => {
  const view = viewOf(file.facts)
  const until = Date.now() + VIEW_MS
  if (view.kind === 'none') return { kind: 'none', why: view.why, pages: 0, undrawn: [], address: null, until }
  const pages = view.kind === 'pages' ? view.pages : 1
  const token = writeView(services.keys, { sha256: file.sha256, kind: view.kind, pages, account: actor.accountId, until })
  return { kind: view.kind, why: null, pages, undrawn: view.kind === 'pages' ? [...view.undrawn] : [], address: `${services.previewOrigin ?? ''}/v/${token}`, until }
}

export const viewMaterialQuery = query(viewMaterial, async ({ params }, context) =>
  shownTo(await materialFor(context.actor, context.q, context.services.definitions, params.nominationId, params.fileId), context))

export const readViewQuery = query(readViewOperation, async ({ params: { token, part } }, { q, services, session }): Promise<Download> => {
  const v = readView(services.keys, token, Date.now())
  if (v === null || (services.previewOrigin === null && session?.accountId !== v.account)) throw absent()
  // The address was given before the file was set apart.
  if (await bytesAreApart(q, v.sha256)) throw absent()
  if (v.kind === 'film') return film(part, v.sha256, services)
  const page = v.kind === 'picture' ? (part === 'picture' ? null : 0) : Number(part)
  if (page !== null && !(Number.isInteger(page) && page >= 1 && page <= v.pages)) throw absent()
  const content = await drawnView(services, v.sha256, page)
  if (content === null) throw absent()
  return { content, mediaType: 'image/webp', fileName: 'view.webp', inline: true }
})

const film = async (part: string, sha256: string, { blobs }: QueryContext['services']): Promise<Download> => {
  if (part !== 'film') throw absent()
  const path = await blobs.local(sha256)
  const [bytes, blanks] = await Promise.all([stat(path).then((s) => s.size), blanksOf(path, sha256)]).catch(() => { throw absent() })
  return { content: { path, bytes, blanks }, mediaType: 'video/mp4', fileName: 'view.mp4', inline: true }
}
