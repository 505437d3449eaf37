import type { Words } from '../kernel/finding'
import { entryHash, genesis, type SealedEntry } from './entry'

/** One thing that does not hold, and the row it was found at. */
export interface Fault {
  readonly code: 'changed' | 'missing' | 'order' | 'broken' | 'cut' | 'foreign' | 'definition' | 'count' | 'draw' | 'receipt' | 'unreadable'
  readonly position: number | null
  readonly what: Words
}
export interface Anchor {
  readonly position: number
  /** The whole hash, or its beginning as a receipt prints it. */
  readonly hash: string
}

/** Walks a chain from its beginning; finds every changed, deleted, inserted or swapped entry, and by anchors a cut tail or a rewrite. */
export const checkChain = (chainId: string, entries: readonly SealedEntry[], anchors: readonly Anchor[] = []): Fault[] => {
  const faults: Fault[] = []
  let previous = genesis
  entries.forEach(({ entry, hash }, i) => {
    const expected = i + 1
    if (entry.position !== expected) faults.push(fault('missing', expected, `第 ${expected} 条的位置上是第 ${entry.position} 条：有条目被删、被插入或被调换`, `row ${expected} holds entry ${entry.position}: an entry was deleted, inserted or swapped`))
    else if (entry.chain !== chainId) faults.push(fault('foreign', expected, `第 ${expected} 条属于别的台账`, `row ${expected} belongs to another ledger`))
    else if (entryHash(entry) !== hash) faults.push(fault('changed', expected, `第 ${expected} 条的内容与它的校验值不符：被改动过`, `row ${expected} does not match its own hash: it was changed`))
    else if (entry.previous !== previous) faults.push(fault('broken', expected, `第 ${expected} 条接不上前一条：前一条或这一条被换过`, `row ${expected} does not follow the row before: one of them was replaced`))
    previous = hash
  })
  for (const a of anchors) {
    const at = entries[a.position - 1]
    if (at === undefined) faults.push(fault('cut', a.position, `回执说有第 ${a.position} 条，台账只有 ${entries.length} 条：尾部被截去`, `the receipt names row ${a.position}, the ledger ends at ${entries.length}: its tail was cut`))
    else if (!at.hash.startsWith(a.hash)) faults.push(fault('receipt', a.position, `第 ${a.position} 条与回执上的校验值不符：台账被改写过`, `row ${a.position} differs from the receipt: the ledger was rewritten`))
  }
  return faults
}

export const fault = (code: Fault['code'], position: number | null, zh: string, en: string): Fault => ({ code, position, what: { zh, en } })
