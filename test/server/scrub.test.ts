/** A bit that flips on the disk is found by reading, told where the file is used, and mended by the same file uploaded again. */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { rulesOf } from '#core/campaign/definition'
import { hoursDue, scrubSome } from '#server/blobs/scrub'
import { wordDocument } from '#server/demo/samples/office-files'
import { invariants } from '#server/store/invariants'
import { definitionFor } from './dossier'
import { flipOneBit } from './flip-one-bit'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial } from './office'
import type { Person } from './person'

let at: Installation
let clerk: Person
let nominationId: string
let materialId: string
let bytes: Buffer
beforeAll(async () => {
  at = await freshInstallation()
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o)
  clerk = o.units[0]!.clerk
  materialId = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'document' && m.file.formats.includes('docx'))!.id
  nominationId = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
  bytes = await wordDocument('scrub', { title: '表', rows: [['姓名', '示例']] })
  await clerk.upload(nominationId, materialId, '表.docx', bytes)
})
afterAll(() => at.close())

const file = async () => (await clerk.ask(readNomination, { params: { nominationId } })).materials[0]!
const codes = async () => (await file()).findings.map((f) => [f.code, f.strength])
const told = async () => (await at.services.db.rows(invariants.find((i) => i.name.includes('文件完好'))!.sql)).length

test('sound files are read and nothing is said', async () => {
  const before = await codes()
  expect([await scrubSome(at.services, 0), await codes(), await told()]).toEqual([[], before, 0])
  expect(await scrubSome(at.services, 20)).toEqual([])
})
test('a flipped bit is found once, stands at the file, and the same file uploaded again mends it', async () => {
  const { sha256, fileId } = await file()
  await flipOneBit(await at.services.blobs.local(sha256))
  expect([await scrubSome(at.services, 0), await scrubSome(at.services, 0)]).toEqual([[sha256], []])
  expect([await codes(), await told()]).toEqual([[['file.damaged', 'block']], 1])
  expect((await clerk.ask(readNomination, { params: { nominationId } })).findings.filter((f) => f.code === 'file.damaged').length).toBe(1)
  const again = await clerk.upload(nominationId, materialId, '表.docx', bytes)
  expect([again.state, again.file!.fileId, await told()]).toEqual(['kept', fileId, 0])
  expect([(await codes()).filter(([c]) => c === 'file.damaged'), await scrubSome(at.services, 0)]).toEqual([[], []])
})
test('a file that is gone is damaged too, and sound when it is back', async () => {
  const { sha256 } = await file()
  await rm(await at.services.blobs.local(sha256))
  expect([await scrubSome(at.services, 0), await told()]).toEqual([[sha256], 1])
  await at.services.blobs.put(bytes)
  expect([await scrubSome(at.services, 0), await told(), (await codes()).filter(([c]) => c === 'file.damaged')]).toEqual([[], 0, []])
})
test('by night after twenty hours, by day only where nights were slept through', () => {
  expect([hoursDue(Date.parse('2026-11-21T03:00:00+08:00')), hoursDue(Date.parse('2026-11-21T06:00:00+08:00')), hoursDue(Date.parse('2026-11-21T00:59:00+08:00'))]).toEqual([20, 72, 72])
})
