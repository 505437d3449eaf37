/** A long list for a file: rows come in batches, so that the whole never stands in memory. */
export interface List {
  readonly title: string
  readonly columns: readonly { readonly name: string; /** Characters. */ readonly width: number }[]
  readonly batches: AsyncIterable<readonly (readonly string[])[]>
}
