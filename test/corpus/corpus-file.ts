/** One file of the corpus: what it is called, what it is handed in as, and how its bytes are made. Made anew at every run, always the same. */
export type MaterialId = 'photos' | 'portrait' | 'video' | 'nomination-form-word' | 'nomination-form-stamped' | 'summary-sheet'

export interface CorpusFile {
  readonly name: string
  readonly material: MaterialId
  readonly bytes: Buffer
  /** Why browser and server may tell it differently; absent: they must agree. */
  readonly differs?: string
  /** No file system takes the name, or not every one does: the command line does not meet it. */
  readonly notOnDisk?: true
}

/** Files of one material in short rows: name, bytes, and what may differ. */
export const filesOf = (material: MaterialId, rows: readonly (readonly [name: string, bytes: Buffer, differs?: string])[]): CorpusFile[] =>
  rows.map(([name, bytes, differs]) => ({ name, material, bytes, ...(differs !== undefined && { differs }) }))

export const joined = (...parts: readonly (Buffer | Uint8Array | string)[]): Buffer => Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : p)))
