/** Jobs of long steps have a lane of their own: a scan that is being read holds up no letter. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stampedPdf } from '#server/demo/samples/scan'
import { enqueue } from '#server/store/jobs'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial } from './office'

let at: Installation
let campaignId: string
beforeAll(async () => {
  at = await freshInstallation()
  campaignId = await openProvincial(at, await openOffice(at, 1))
})
afterAll(() => at.close())

const stateOf = async (id: string): Promise<string> => (await at.services.db.row<{ state: string }>(`SELECT state FROM jobs WHERE id = $1`, [id]))!.state
const becomes = (id: string, state: string) => expect.poll(() => stateOf(id), { timeout: 20_000, interval: 50 }).toBe(state)

const stored = async (text: string): Promise<string> => {
  const { sha256, bytes } = await at.services.blobs.put(await stampedPdf(text, { title: text, lines: ['同意推荐。'], unit: '示例单位' }))
  await at.services.db.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2)`, [sha256, bytes])
  return sha256
}

test('while a scan is being read, letters and other short jobs are done; a second scan waits', async () => {
  const blocker = new pg.Client(at.databaseUrl)
  await blocker.connect()
  // What the reading of a scan looks at first: it stands still here for as long as a hard scan would take.
  await blocker.query('BEGIN; LOCK TABLE paper_readings IN ACCESS EXCLUSIVE MODE')
  const job = (kind: string, payload: object) => enqueue(at.services.db, { kind, campaignId, payload, total: 1 })
  const [scan, another] = [await job('readPaper', { sha256: await stored('甲') }), await job('readPaper', { sha256: await stored('乙') })]
  await becomes(scan, 'running')
  const letters = await job('sendLetters', {})
  await becomes(letters, 'done')
  expect([await stateOf(scan), await stateOf(another)]).toEqual(['running', 'waiting'])
  await blocker.query('ROLLBACK')
  await blocker.end()
  for (const id of [scan, another]) await becomes(id, 'done')
})
