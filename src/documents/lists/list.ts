/** A long list for a file: rows come in batches, so that the whole never stands in memory. */
export interface List {
  readonly title: string
  readonly columns: readonly { readonly name: string; /** Characters. */ readonly width: number }[]
  readonly batches: AsyncIterable<readonly (readonly string[])[]>
}

/** What no file may hold: control characters, halves of characters. */
export const cleanCell = (text: string): string => (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u.test(text) ? text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').replace(/[\ud800-\udfff]/gu, '') : text)
