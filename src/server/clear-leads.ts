import { append } from './store/ledger'
import { clearOldLeads } from './store/leads'
import type { Database } from './store/database'
import { system } from './handler'

/** Deletes leads whose time is over, and says so in each campaign’s ledger. */
export const clearLeads = (db: Database): Promise<number> => db.transaction(async (tx) => {
  const gone = await clearOldLeads(tx)
  for (const { campaignId, count } of gone) append(tx, { chain: campaignId, act: 'leads.cleared', subject: { kind: 'campaign', id: campaignId }, data: { count } }, system)
  return gone.reduce((sum, g) => sum + g.count, 0)
})
