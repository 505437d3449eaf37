/** Where files are kept, whatever it is kept on. */
export interface Stored { readonly sha256: string; readonly bytes: number }

/** Files by their SHA-256. Rows refer only to what is whole: written aside and put in place, or put and read back. */
export interface Blobs {
  /** Keeps a file; returns its hash and size. The source stays until its owner knows that a row refers to the file, and removes it. Equal bytes are kept once. */
  adopt(path: string): Promise<Stored>
  put(bytes: Uint8Array): Promise<Stored>
  /**
   * A file of this machine with these bytes, to be read and never changed.
   * @throws Refusal `unavailable` when the store is away or what it holds is no longer these bytes
   */
  local(sha256: string): Promise<string>
  /** The SHA-256 of what is kept under this name now, read where it is kept; null: nothing there, or it cannot be read. */
  sumNow(sha256: string): Promise<string | null>
}
