import { link, type LedgerEntry, type SealedEntry } from '#core/ledger/entry'
import type { Queries, Transaction } from './database'

export type Deed = Pick<LedgerEntry, 'act' | 'subject' | 'data'> & { readonly chain: string }

/** A change that depends on the entry's own place (a receipt): written by the same statement, so that the head is held for one round trip less. Its parameters begin at $5. */
export type Beside = (sealed: SealedEntry) => { readonly sql: string; readonly params: readonly unknown[]; /** In words, when a constraint says no. */ readonly said?: (error: unknown) => unknown }

/**
 * Appends to a chain. The head row is locked until the end of the transaction, which makes the chain one line;
 * so this comes last, and everything slow before it; the entry itself travels with the COMMIT.
 */
export const append = async (tx: Transaction, deed: Deed, by: LedgerEntry['actor'], beside?: Beside): Promise<SealedEntry> => {
  const head = await lockHead(tx, deed.chain)
  const sealed = link(head.position === 0 ? null : head, { chain: deed.chain, at: head.at, realAt: head.real, act: deed.act, actor: by, subject: deed.subject, data: deed.data })
  const more = beside?.(sealed)
  tx.last(
    `WITH kept AS (INSERT INTO ledger_entries (chain_id, position, entry, hash) VALUES ($1, $2, $3, $4))${more === undefined ? '' : `, beside AS (${more.sql})`}
     UPDATE ledger_heads SET position = $2, hash = $4 WHERE chain_id = $1`,
    [deed.chain, sealed.entry.position, JSON.stringify(sealed.entry), sealed.hash, ...(more?.params ?? [])], more?.said)
  return sealed
}

interface Head { position: number; hash: string; at: number; real: number }
const lockHead = async (tx: Queries, chain: string): Promise<Head> => {
  const sql = `SELECT position, hash, product_time() AS at, clock_timestamp() AS real FROM ledger_heads WHERE chain_id = $1 FOR UPDATE`
  const found = await tx.row<Head>(sql, [chain])
  if (found !== undefined) return found
  await tx.rows(`INSERT INTO ledger_heads (chain_id, position, hash) VALUES ($1, 0, '') ON CONFLICT DO NOTHING`, [chain])
  return (await tx.row<Head>(sql, [chain]))!
}

export const readChain = (q: Queries, chain: string, after = 0, limit = 1_000_000): Promise<SealedEntry[]> =>
  q.rows<SealedEntry>(`SELECT entry, hash FROM ledger_entries WHERE chain_id = $1 AND position > $2 ORDER BY position LIMIT $3`, [chain, after, limit])

export const readHead = async (q: Queries, chain: string): Promise<{ position: number; hash: string }> =>
  (await q.row<{ position: number; hash: string }>(`SELECT position, hash FROM ledger_heads WHERE chain_id = $1`, [chain])) ?? { position: 0, hash: '' }
