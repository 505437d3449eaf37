/** Somebody with the database in hand: one row changed, deleted, inserted or swapped by SQL is found and named, from the database and from the exported file. */
import fc from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verify } from '#cli/verify'
import { genesis, piecesOf } from '#core/ledger/entry'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { parseReceiptCode } from '#core/ledger/receipt-code'
import { exportRecordCommand } from '#server/commands/export-record'
import { submitNominationCommand } from '#server/commands/submit-nomination'
import { perform } from '#server/handler'
import { buildRecord, verifyLedgerQuery } from '#server/queries/ledger'
import type { Session } from '#server/store/sessions'
import { twoPapers } from './campaign-plan'
import { approverOf, completeOne, manyUnits, type CompleteOne } from './copies'
import { prepare, type Copy, type Prepared } from './prepared'

const runs = process.env['XUANSHU_LONG'] === '1' ? 500 : 25
let prepared: Prepared<CompleteOne>
let copy: Copy
let receipts: string[]
let length: number
beforeAll(async () => {
  prepared = await prepare((at) => completeOne(at, twoPapers))
  copy = await prepared.copy()
  const { approverId, version, declarations, campaignId } = prepared.made
  receipts = []
  for (const { unitId, nominationIds } of await manyUnits(copy.services.db, prepared.made, 12, 1)) {
    const outcome = await perform(submitNominationCommand, { params: { nominationId: nominationIds[0]! }, query: {}, body: { version, warningsSeen: 0, still: true, declarations } }, approverOf(unitId, approverId), copy.services)
    if (outcome.ok) receipts.push(outcome.value.code)
  }
  length = (await buildRecord(copy.services.db, campaignId)).entries.length
})
afterAll(async () => {
  await copy.close()
  await prepared.remove()
})

const anchors = () => receipts.map((r) => parseReceiptCode(r)!)
/** Does something to the rows, looks at what the verifier says, and takes it back. */
const after = async (sql: string, params: unknown[]): Promise<{ faults: [string, number | null][]; record: CampaignRecord }> => {
  const kept = new Error('taken back')
  let seen: { faults: [string, number | null][]; record: CampaignRecord } | undefined
  await copy.services.db.transaction(async (tx) => {
    await tx.rows(sql, [prepared.made.campaignId, ...params])
    const record = await buildRecord(tx, prepared.made.campaignId)
    seen = { record, faults: verifyRecord(record, anchors()).faults.map((f) => [f.code, f.position]) }
    throw kept
  }).catch((e: unknown) => { if (e !== kept) throw e })
  return seen!
}
const row = () => fc.integer({ min: 1, max: length - 1 })
const always = { numRuns: runs, verbose: true } as const

test('untouched, the ledger is whole and agrees with every receipt', async () => {
  expect([receipts.length, verifyRecord(await buildRecord(copy.services.db, prepared.made.campaignId), anchors()).faults]).toEqual([12, []])
})

/** Verifies while an entry is written between the reading of the rows and of the head, which stands still for that long. */
const whileOneComesIn = async (verifyNow: () => Promise<unknown>): Promise<unknown> => {
  const writer = new pg.Client(copy.url)
  await writer.connect()
  await writer.query('BEGIN; LOCK TABLE ledger_heads IN ACCESS EXCLUSIVE MODE')
  const verdict = verifyNow()
  const waits = async () => (await writer.query(`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'ledger_heads'::regclass`)).rows[0].n as number
  await expect.poll(waits, { timeout: 10_000, interval: 20 }).toBe(1)
  const chain = prepared.made.campaignId
  await writer.query('SELECT ledger_append($1, $2, $3)', [chain, piecesOf({ chain, act: 'record.exported', actor: { account: '', role: 'system', organisation: '' }, subject: { kind: 'campaign', id: chain }, data: {} }), genesis])
  await writer.query('COMMIT')
  await writer.end()
  return verdict
}

test('an entry that comes in while it is verified is no tail that was cut', async () => {
  const { campaignId } = prepared.made
  const root = (await copy.services.db.row<{ id: string }>(`SELECT organisation_id AS id FROM campaigns WHERE id = $1`, [campaignId]))!.id
  const supervisor: Session = { tokenHash: Buffer.alloc(32), accountId: prepared.made.approverId, next: 'done', membershipId: null, actor: { accountId: prepared.made.approverId, personName: '监督员', role: 'supervisor', organisationId: root } }
  const ask = async (handler: typeof verifyLedgerQuery): Promise<unknown> => { const o = await perform(handler, { params: { campaignId }, query: {}, body: {} }, supervisor, copy.services); return o.ok ? o.value.faults.map((f) => f.code) : o }
  expect(await whileOneComesIn(() => ask(verifyLedgerQuery))).toEqual([])
  // Mutant: rows and head read one after the other tell of a cut that never was.
  const { snapshot: _, ...without } = verifyLedgerQuery
  expect(await whileOneComesIn(() => ask(without))).toEqual(['cut'])
  length = (await buildRecord(copy.services.db, campaignId)).entries.length
})

test('a record is not exported in the middle of an amendment, and holds together after it', async () => {
  const { campaignId, approverId } = prepared.made
  const root = (await copy.services.db.row<{ id: string }>(`SELECT organisation_id AS id FROM campaigns WHERE id = $1`, [campaignId]))!.id
  const office: Session = { tokenHash: Buffer.alloc(32), accountId: approverId, next: 'done', membershipId: null, actor: { accountId: approverId, personName: '办公室', role: 'office', organisationId: root } }
  const writer = new pg.Client(copy.url)
  await writer.connect()
  await writer.query('BEGIN')
  await writer.query('UPDATE campaigns SET definition_hash = definition_hash WHERE id = $1', [campaignId])
  let through = false
  const exported = perform(exportRecordCommand, { params: { campaignId }, query: {}, body: {} }, office, copy.services).then((o) => { through = true; return o })
  await expect.poll(async () => (await writer.query(`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`)).rows[0].n as number, { timeout: 10_000, interval: 20 }).toBeGreaterThan(0)
  expect(through).toBe(false)
  await writer.query('COMMIT')
  await writer.end()
  const outcome = await exported
  expect(outcome.ok ? verifyRecord(JSON.parse(outcome.value.content.toString()) as CampaignRecord).faults : outcome).toEqual([])
  length = (await buildRecord(copy.services.db, campaignId)).entries.length
})

test('one row changed by SQL is named', () => fc.assert(fc.asyncProperty(row(), fc.constantFrom('{at}', '{subject,id}', '{actor,account}', '{data,x}', '{act}'), async (position, path) => {
  const { faults } = await after(`UPDATE ledger_entries SET entry = jsonb_set(entry, $3::text[], '12345') WHERE chain_id = $1 AND position = $2`, [position, path])
  expect(faults).toEqual([['changed', position]])
}), always), 120_000)

test('one row deleted by SQL is named', () => fc.assert(fc.asyncProperty(row(), async (position) => {
  const { faults } = await after(`DELETE FROM ledger_entries WHERE chain_id = $1 AND position = $2`, [position])
  expect(faults[0]).toEqual(['missing', position])
}), always), 120_000)

test('two rows swapped by SQL are named, also when their numbers are put right', () => fc.assert(fc.asyncProperty(row(), row(), async (a, b) => {
  fc.pre(a !== b)
  const swap = `UPDATE ledger_entries e SET entry = jsonb_set(o.entry, '{position}', to_jsonb(e.position)), hash = o.hash FROM ledger_entries o WHERE e.chain_id = $1 AND o.chain_id = $1 AND (e.position, o.position) IN (($2::bigint, $3::bigint), ($3, $2))`
  const { faults } = await after(swap, [a, b])
  expect(faults.map(([code]) => code)).toContain('changed')
  expect(faults[0]![1]).toBe(Math.min(a, b))
}), always), 120_000)

test('rows put in between, and everything after them moved, is named', () => fc.assert(fc.asyncProperty(row(), async (position) => {
  const insert = `WITH moved AS (UPDATE ledger_entries SET position = position + 1000 WHERE chain_id = $1 AND position > $2 RETURNING 1)
    INSERT INTO ledger_entries SELECT chain_id, position + 500, jsonb_set(entry, '{position}', to_jsonb(position + 1)), hash FROM ledger_entries WHERE chain_id = $1 AND position = $2 AND (SELECT count(*) FROM moved) >= 0`
  const { faults } = await after(insert, [position])
  expect(faults[0]![1]).toBe(position + 1)
}), always), 120_000)

test('a cut tail is seen by the receipts that lie beyond the cut, and by nothing else', () => fc.assert(fc.asyncProperty(row(), async (position) => {
  const { faults, record } = await after(`DELETE FROM ledger_entries WHERE chain_id = $1 AND position > $2`, [position])
  const beyond = anchors().filter((a) => a.position > position)
  expect(faults).toEqual(beyond.map((a) => ['cut', a.position]))
  expect(verifyRecord(record).faults).toEqual([])
}), always), 120_000)

test('`xuanshu verify` finds the same in the exported file, without a database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-verify-'))
  const run = async (record: CampaignRecord, ...more: string[]): Promise<[number, unknown]> => {
    await writeFile(join(folder, 'record.json'), JSON.stringify(record))
    const printed: string[] = []
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => { printed.push(String(line)); return true })
    const code = await verify.run([join(folder, 'record.json'), '--json', ...more]).finally(() => spy.mockRestore())
    return [code, (JSON.parse(printed.join('')) as { faults: { code: string; position: number | null }[] }).faults.map((f) => [f.code, f.position])]
  }
  const record = await buildRecord(copy.services.db, prepared.made.campaignId)
  const last = receipts.at(-1)!
  const middle = Math.floor(length / 2)
  const changed = record.entries.map((e, i) => (i === middle ? { ...e, entry: { ...e.entry, at: e.entry.at + 1 } } : e))
  expect(await run(record, '--receipt', last)).toEqual([0, []])
  expect(await run({ ...record, entries: changed })).toEqual([1, [['changed', middle + 1]]])
  expect(await run({ ...record, entries: record.entries.slice(0, middle) }, '--receipt', last)).toEqual([1, [['cut', parseReceiptCode(last)!.position]]])
  await rm(folder, { recursive: true, force: true })
})
