/** What a process that died left behind is settled by the next: no upload whose last byte came in waits for ever, and none is kept twice. */
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { beginUpload, uploadState } from '#contract/operations/uploads'
import { rulesOf } from '#core/campaign/definition'
import { wordDocument } from '#server/demo/samples/office-files'
import { settleUpload } from '#server/uploads/settle'
import { settleLeft } from '#server/uploads/settle-left'
import { definitionFor } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial } from './office'
import type { Person } from './person'

let at: Installation
let clerk: Person
let nominationId: string
let materialId: string
let bytes: Buffer
let n = 0
beforeAll(async () => {
  at = await freshInstallation()
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o)
  clerk = o.units[0]!.clerk
  materialId = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'document' && m.file.formats.includes('docx') && m.max === 1)!.id
  nominationId = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
})
afterAll(() => at.close())
beforeEach(async () => { bytes = await wordDocument(`left ${n++}`, { title: `表 ${n}`, rows: [['姓名', '示例']] }) })

const failed = (error: unknown) => { throw error }
/** All bytes are on the disk and nobody was told: as if the process had died there. */
const arrived = async (received = bytes.byteLength): Promise<string> => {
  const { uploadId } = await clerk.ask(beginUpload, { params: { nominationId }, body: { materialId, name: '表.docx', bytes: bytes.byteLength } })
  await writeFile(join(at.services.stagingDir, uploadId), bytes.subarray(0, received))
  return uploadId
}
const died = (uploadId: string, seconds: number) => at.services.db.rows(`UPDATE uploads SET state = 'inspecting', settling_until = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`, [uploadId, seconds])
const stateOf = async (uploadId: string) => (await clerk.ask(uploadState, { params: { nominationId, uploadId } })).state
const forms = async () => (await clerk.ask(readNomination, { params: { nominationId } })).materials.filter((m) => m.materialId === materialId).length
const staged = async (uploadId: string) => (await readdir(at.services.stagingDir)).filter((f) => f.startsWith(uploadId))

test('died after the last byte and before anybody looked at it', async () => {
  const id = await arrived()
  await settleLeft(at.services, failed)
  expect([await stateOf(id), await staged(id)]).toEqual(['kept', []])
})
test('died while the file was looked at', async () => {
  const id = await arrived()
  await died(id, -1)
  await settleLeft(at.services, failed)
  expect([await stateOf(id), await staged(id)]).toEqual(['kept', []])
})
test('what another process holds is left to it, and what still comes in to the sender', async () => {
  const [held, coming] = [await arrived(), await arrived(1000)]
  await died(held, 20)
  await settleLeft(at.services, failed)
  expect([await stateOf(held), await stateOf(coming)]).toEqual(['inspecting', 'receiving'])
})
test('bytes that are gone are told as not kept, with what to do', async () => {
  const id = await arrived()
  await died(id, -1)
  await writeFile(join(at.services.stagingDir, id), '')
  await settleLeft(at.services, failed)
  const said = await clerk.ask(uploadState, { params: { nominationId, uploadId: id } })
  expect([said.state, said.findings.map((f) => [f.code, f.mend.zh])]).toEqual(['refused', [['upload.notKept', '请稍后再传一次。']]])
})
test('a begun upload that nobody went on with is given up after a week', async () => {
  const id = await arrived(10)
  await at.services.db.rows(`UPDATE uploads SET begun_at = begun_at - interval '8 days' WHERE id = $1`, [id])
  await settleLeft(at.services, failed)
  expect([await stateOf(id), await staged(id)]).toEqual(['refused', []])
})
test('two who settle the same upload at once keep it once', async () => {
  const [id, before] = [await arrived(), await forms()]
  await Promise.all([settleUpload(at.services, id), settleUpload(at.services, id), settleLeft(at.services, failed)])
  const received = await at.services.db.rows(`SELECT 1 FROM ledger_entries WHERE entry->>'act' = 'material.received' AND entry->'data'->>'file' = (SELECT sha256 FROM materials WHERE id = (SELECT file_id FROM uploads WHERE id = $1))`, [id])
  expect([await stateOf(id), received.length, (await forms())]).toEqual(['kept', 1, before])
})
test('of a single place the file chosen last stays, whichever is ready last', async () => {
  const first = await arrived()
  bytes = await wordDocument('chosen after', { title: '后来选的', rows: [['姓名', '示例']] })
  const second = await arrived()
  await settleUpload(at.services, second)
  await settleUpload(at.services, first)
  const said = await clerk.ask(uploadState, { params: { nominationId, uploadId: first } })
  expect([await stateOf(second), said.state, said.findings.map((f) => f.code)]).toEqual(['kept', 'refused', ['material.newerThere']])
})
