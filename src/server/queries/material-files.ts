import { stat } from 'node:fs/promises'
import type { Download } from '#contract/operation'
import { materialContent, materialPreview } from '#contract/operations/nominations'
import type { Blobs } from '../blobs/blobs'
import { absent, query } from '../handler'
import { materialFor } from '../own-part'
import type { MaterialRow } from '../store/nominations'

/** The original, byte by byte, always as an attachment; wound and gone on with by its parts. */
const fileDownload = async (blobs: Blobs, file: MaterialRow): Promise<Download> => ({
  content: { path: await blobs.local(file.sha256), bytes: file.bytes }, mediaType: 'application/octet-stream', fileName: file.name, inline: false, tag: file.sha256,
})
/** A small picture the product made itself: no metadata, safe to show. */
export const previewDownload = async (blobs: Blobs, file: MaterialRow): Promise<Download> => {
  if (file.previewSha256 === null) throw absent()
  const path = await blobs.local(file.previewSha256)
  return { content: { path, bytes: (await stat(path)).size }, mediaType: 'image/webp', fileName: 'preview.webp', inline: true }
}

export const materialContentQuery = query(materialContent, async ({ params }, { q, services, actor }) =>
  fileDownload(services.blobs, await materialFor(actor, q, services.definitions, params.nominationId, params.fileId)))
export const materialPreviewQuery = query(materialPreview, async ({ params }, { q, services, actor }) =>
  previewDownload(services.blobs, await materialFor(actor, q, services.definitions, params.nominationId, params.fileId)))
