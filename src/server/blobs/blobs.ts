import { Refusal } from '#core/kernel/refusal'

/** Where files are kept, whatever it is kept on. */
export interface Stored { readonly sha256: string; readonly bytes: number }

/** Files by their SHA-256. Rows refer only to what is whole: written aside and put in place, or put and read back. */
export interface Blobs {
  /** Keeps a file; returns its hash and size. The source stays until its owner knows that a row refers to the file, and removes it. Equal bytes are kept once. */
  adopt(path: string): Promise<Stored>
  put(bytes: Uint8Array): Promise<Stored>
  /**
   * A file of this machine with these bytes, to be read and never changed.
   * @throws Refusal `unavailable` when the store is away, or (`isSpoilt`) what it holds is no longer these bytes
   */
  local(sha256: string): Promise<string>
  /** The SHA-256 of what is kept under this name now, read where it is kept; null: nothing there, or it cannot be read. */
  sumNow(sha256: string): Promise<string | null>
  /** Removes it for good, with every copy on this machine; only what no row refers to any more, and only where two persons decided so. */
  discard(sha256: string): Promise<void>
}

/** Told of each file before its first byte is put, so that nobody clears it away before a row refers to it. */
export type Coming = (sha256: string) => Promise<unknown>

export const spoilt = (): Refusal => new Refusal('unavailable', {
  zh: '文件存储里的这个文件读不出来或内容已变，不会当作原件给出。请过几分钟再试；仍然这样请联系活动办公室，重新上传后即可恢复。',
  en: 'The file store cannot give this file, or its content has changed, so it is not handed out as the original. Try again in a few minutes; if it stays so, tell the office: uploading it again mends it.',
}, { spoilt: true })
export const isSpoilt = (error: unknown): boolean => error instanceof Refusal && error.detail['spoilt'] === true
