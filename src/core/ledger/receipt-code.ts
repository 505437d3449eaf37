import type { Anchor } from './chain'

/** 回执编号: what a receipt prints and its QR holds; long enough (128 bits of the hash) that nobody finds another ledger with it. */
export const receiptCode = (at: { readonly position: number; readonly hash: string }): string => `XS1-${at.position}-${at.hash.slice(0, 32)}`

/** Reads a code as people type it; null when it is none. */
export const parseReceiptCode = (typed: string): Anchor | null => {
  const m = /^XS1-([1-9]\d{0,9})-([0-9a-f]{32})$/i.exec(typed.replace(/\s/g, ''))
  return m === null ? null : { position: Number(m[1]), hash: m[2]!.toLowerCase() }
}
