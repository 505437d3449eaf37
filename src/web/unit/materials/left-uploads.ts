/** Uploads begun and not ended, kept in this browser so that after a reload the same file goes on from where it stood. */
import type { UploadItem } from './upload-item'

export interface LeftUpload { readonly uploadId: string; readonly url: string; readonly materialId: string; readonly name: string; readonly bytes: number; readonly lastModified: number; /** Absent in what earlier versions left. */ readonly madeFrom?: string | null; readonly toConvert?: boolean }

const keyOf = (account: string, nominationId: string) => `xuanshu.uploads.${account}.${nominationId}`

export const leftUploads = (account: string, nominationId: string): readonly LeftUpload[] => {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(keyOf(account, nominationId)) ?? '[]')
    return Array.isArray(list) ? (list as LeftUpload[]) : []
  } catch {
    return []
  }
}

export const keepLeft = (account: string, nominationId: string, items: readonly UploadItem[]) => {
  const open = items.flatMap((i): LeftUpload[] => (i.uploadId !== null && i.url !== null && i.materialId !== null && !['kept', 'refused'].includes(i.phase)
    ? [{ uploadId: i.uploadId, url: i.url, materialId: i.materialId, name: i.name, bytes: i.bytes, lastModified: i.lastModified, madeFrom: i.madeFrom, toConvert: i.toConvert }] : []))
  try {
    if (open.length === 0) localStorage.removeItem(keyOf(account, nominationId))
    else localStorage.setItem(keyOf(account, nominationId), JSON.stringify(open))
  } catch {
    // storage refused: the upload itself goes on, only a reload could not resume it
  }
}

export const itemOfLeft = (left: LeftUpload, sent: number): UploadItem =>
  ({ ...left, key: left.uploadId, file: null, facts: null, candidates: [left.materialId], phase: 'left', sent, findings: [], problem: null, kept: null, madeFrom: left.madeFrom ?? null, toConvert: left.toConvert ?? false })
