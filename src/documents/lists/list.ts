/** A long list for a file: rows come in batches, so that the whole never stands in memory. */
export interface List {
  readonly title: string
  readonly columns: readonly { readonly name: string; /** Characters. */ readonly width: number }[]
  readonly batches: AsyncIterable<readonly (readonly string[])[]>
}

/** Anything that XML writes otherwise or may not hold; halves of characters with whole rare ones, which the slow way tells apart. Hardly a row holds any, and asking exactly costs a fifth of the writing. */
const special = /[^ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd]/
export const isPlainRow = (cells: readonly string[]): boolean => {
  for (const text of cells) if (special.test(text)) return false
  return true
}
