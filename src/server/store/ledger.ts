import { genesis, piecesOf, type LedgerEntry, type SealedEntry } from '#core/ledger/entry'
import { newsOf } from '#core/news/acts'
import { changesDesk } from '#core/news/looks'
import { handled, type Queries, type Transaction } from './database'
import { callCampaign } from './looks'
import { tellWith } from './news-told'

export type Deed = Pick<LedgerEntry, 'act' | 'subject' | 'data'> & { readonly chain: string }

/** Where an entry came to stand. */
export interface Place { readonly position: number; readonly hash: string }
/** Sent; `place` is known when the transaction is through, and fails as it fails. */
export interface Recorded { readonly place: Promise<Place> }
/** A change that holds the entry's own place (a receipt), written by the same statement: an UPDATE or INSERT that reads `sealed` (sealed_position, sealed_hash). Its parameters begin at $4. */
export interface Beside { readonly sql: string; readonly params: readonly unknown[]; /** In words, when a constraint says no. */ readonly said?: (error: unknown) => unknown }

/** Appends to a chain, together with the COMMIT. The head row is locked until that is through, which makes the chain one line: so this comes last. Whoever is to be told of the act is told before it, by the same transaction. */
export const append = (tx: Transaction, deed: Deed, actor: LedgerEntry['actor'], beside?: Beside): Recorded => {
  const news = newsOf(deed)
  if (news.length > 0) tellWith(tx, news, { chain: deed.chain, subject: deed.subject, by: actor.account })
  const pieces = piecesOf({ chain: deed.chain, act: deed.act, actor, subject: deed.subject, data: deed.data })
  const sent = tx.last<{ sealed_position: number; sealed_hash: string }>(
    `WITH sealed AS MATERIALIZED (SELECT * FROM ledger_append($1, $2, $3))${beside === undefined ? '' : `, beside AS (${beside.sql})`} SELECT *${changesDesk(deed.act) ? `, ${callCampaign('$1')}` : ''} FROM sealed`,
    [deed.chain, pieces, genesis, ...(beside?.params ?? [])], beside?.said)
  return { place: handled(sent.then(([row]) => ({ position: row!.sealed_position, hash: row!.sealed_hash }))) }
}

export const readChain = (q: Queries, chain: string, after = 0, limit = 1_000_000): Promise<SealedEntry[]> =>
  q.rows<SealedEntry>(`SELECT entry, hash FROM ledger_entries WHERE chain_id = $1 AND position > $2 ORDER BY position LIMIT $3`, [chain, after, limit])

export const readHead = async (q: Queries, chain: string): Promise<{ position: number; hash: string }> =>
  (await q.row<{ position: number; hash: string }>(`SELECT position, hash FROM ledger_heads WHERE chain_id = $1`, [chain])) ?? { position: 0, hash: '' }
