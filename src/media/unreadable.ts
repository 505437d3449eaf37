import type { UnreadableFacts } from '#core/materials/facts'
import type { ByteSource } from './byte-source'

/** Thrown inside this room when a file cannot be read further; `readFacts` turns it into facts. */
export class Unreadable extends Error {
  constructor(
    readonly why: UnreadableFacts['why'],
    readonly looksLike: string | null,
  ) {
    super(why)
  }
}

/** The facts of a file of which nothing more can be said. */
export const unreadableFacts = (source: Pick<ByteSource, 'name' | 'size'>, why: UnreadableFacts['why'], looksLike: string | null): UnreadableFacts => ({
  kind: 'unreadable',
  name: source.name,
  bytes: source.size,
  why,
  looksLike,
})
