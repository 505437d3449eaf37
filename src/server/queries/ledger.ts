import { campaignLedger, verifyLedger } from '#contract/operations/campaigns'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { sayAct } from '#core/ledger/say'
import type { LedgerEntry } from '#core/ledger/entry'
import { snapshotQuery } from '../handler'
import { readDefinitionChain } from '../store/campaigns'
import type { Queries } from '../store/database'
import { readDraws } from '../store/juries'
import { readChain, readHead } from '../store/ledger'
import { readSampleRows } from '../store/samples'
import { listRounds, readBox } from '../store/rounds'

/** Names for the ids a page of the ledger speaks of; the ledger itself holds none. */
export const namesFor = async (q: Queries, entries: readonly LedgerEntry[]) => {
  const ids = [...new Set(entries.flatMap((e) => [e.actor.account, e.actor.organisation, e.actor.office ?? '', e.subject.id]).filter((id) => id !== ''))]
  const rows = await q.rows<{ id: string; name: string }>(
    `SELECT id, person_name AS name FROM accounts WHERE id = ANY($1) UNION ALL SELECT id, name FROM organisations WHERE id = ANY($1)
     UNION ALL SELECT id, candidate_name FROM nominations WHERE id = ANY($1) UNION ALL SELECT id, rule->'name'->>'zh' FROM rounds WHERE id = ANY($1)`, [ids])
  return new Map(rows.map((r) => [r.id, r.name]))
}

export const campaignLedgerQuery = snapshotQuery(campaignLedger, async ({ params, query: page }, { q }) => {
  const head = await readHead(q, params.campaignId)
  const sealed = await readChain(q, params.campaignId, page.after, page.limit)
  const names = await namesFor(q, sealed.map((s) => s.entry))
  return {
    length: head.position, head: head.hash,
    entries: sealed.map(({ entry, hash }) => ({
      position: entry.position, at: entry.at, act: entry.act, say: sayAct(entry), hash,
      actor: names.get(entry.actor.account) ?? '', role: entry.actor.role === 'system' ? null : entry.actor.role,
      organisation: names.get(entry.actor.organisation) ?? '', office: names.get(entry.actor.office ?? '') ?? '', subject: names.get(entry.subject.id) ?? '',
    })),
  }
})

/** The whole record of a campaign, as the verifier reads it: from the database's rows, not from memory. */
export const buildRecord = async (q: Queries, campaignId: string): Promise<CampaignRecord> => {
  const { chain, hash } = await readDefinitionChain(q, campaignId)
  const closed = (await listRounds(q, campaignId)).filter((r) => r.state === 'closed')
  const rounds = await Promise.all(closed.map(async (r) => ({ id: r.id, rule: r.rule, box: await readBox(q, r.id), result: r.result!, hash: r.resultHash!, ...(r.decisions.length > 0 && { decisions: r.decisions }) })))
  const draws = (await readDraws(q, campaignId)).flatMap((d) => (d.result === null ? [] : [{ id: d.id, plan: { pool: d.pool, terms: d.terms }, secret: d.secret!, word: d.word!, result: d.result }]))
  const samples = (await readSampleRows(q, campaignId)).flatMap((s) => (s.drawn === null ? [] : [{ id: s.id, what: s.what, pool: s.pool, size: s.size, secret: s.secret!, word: s.word!, drawn: s.drawn }]))
  return { format: 'xuanshu-record/1', campaign: campaignId, ...(draws.length > 0 && { draws }), ...(samples.length > 0 && { samples }), chain, definitionHash: hash, entries: await readChain(q, campaignId), rounds }
}

/** An entry that comes in meanwhile is no tail that was cut. */
export const verifyLedgerQuery = snapshotQuery(verifyLedger, async ({ params }, { q }) => {
  const record = await buildRecord(q, params.campaignId)
  const head = await readHead(q, params.campaignId)
  const verdict = verifyRecord(record, head.position > 0 ? [head] : [])
  return { ...verdict, faults: [...verdict.faults] }
})
