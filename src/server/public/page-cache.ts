import type { OutgoingHttpHeaders } from 'node:http'

/** Rendered pages in memory, so that a page many read at once is asked of the database once. */
export interface CachedPage {
  readonly type: string
  readonly body: Buffer
  readonly br: Buffer
  readonly etag: string
  /** When what it says stops being true, milliseconds; null: never by itself. */
  readonly staleAt: number | null
  /** All heads of an answer with it, plain and as Brotli; absent: it was not sent yet. */
  readonly heads?: OutgoingHttpHeaders
  readonly packedHeads?: OutgoingHttpHeaders
}

/** Another process may have published: nothing is believed longer. A withdrawal is to work within 5 minutes; this is far below. */
const BELIEVED_MS = 3000
/** After a page was rendered here, its transaction has this long to commit before anything read is kept again. */
const SETTLES_MS = 2000
const MOST_BYTES = 32 * 1024 * 1024

/** Only where the product's time is the real one: a demo's clock moves pages on and back. */
export class PageCache {
  readonly #kept = new Map<string, { readonly page: CachedPage; readonly until: number }>()
  #bytes = 0
  #quietUntil = 0

  constructor(readonly isOn: boolean, readonly clock: () => number = Date.now) {}

  get(path: string): CachedPage | undefined {
    const kept = this.#kept.get(path)
    if (kept === undefined) return undefined
    const now = this.clock()
    return now < kept.until && (kept.page.staleAt === null || now < kept.page.staleAt) ? kept.page : undefined
  }

  put(path: string, page: CachedPage): void {
    const now = this.clock()
    if (!this.isOn || now < this.#quietUntil) return
    const size = page.body.byteLength + page.br.byteLength
    if (this.#bytes + size > MOST_BYTES) this.#clear()
    const before = this.#kept.get(path)
    if (before !== undefined) this.#bytes -= before.page.body.byteLength + before.page.br.byteLength
    this.#kept.set(path, { page, until: now + BELIEVED_MS })
    this.#bytes += size
  }

  /** Something is being published or withdrawn in this process: what is kept goes, and nothing is kept until it is through. */
  changed(): void {
    this.#quietUntil = this.clock() + SETTLES_MS
    this.#clear()
  }

  #clear(): void {
    this.#kept.clear()
    this.#bytes = 0
  }
}
