/** Row by row: what a known sender puts into an archive is judged by our own rules and our own reading; one bad row never keeps a good one out, and nothing passes unseen. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readNomination } from '#contract/operations/nominations'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import type { Recommendation, SentItem } from '#core/upward/contents'
import { fingerprintOf } from '#core/upward/fingerprint'
import { keysFrom } from '#server/keys'
import { identityOf } from '#server/upward/identity'
import { newContentKey, sealToKey } from '#server/upward/sealing'
import { writeArchive, type Source } from '#server/upward/write-archive'
import { twoPapers } from './campaign-plan'
import { answersFor, approverDeclarations, definitionFor, fieldsFor, fileFor } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { pdfWithText } from './marked-files'
import { openOffice, openProvincial, type Office } from './office'
import { bring, confirmTyped, take } from './two-installations'

let at: Installation, o: Office, campaignId = '', unitId = '', folder = ''
let definition: ResolvedDefinition
const sender = identityOf(keysFrom(randomBytes(32)))
const print = fingerprintOf(sender.keys)
let papers: { materialId: string; bytes: Buffer }[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xuanshu-rows-'))
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o, (rules) => twoPapers(rules).map((r) => (r.kind === 'quota' ? { ...r, max: 2 } : r)))
  unitId = (await at.services.db.row<{ id: string }>(`SELECT unit_id AS id FROM campaign_units WHERE campaign_id = $1`, [campaignId]))!.id
  definition = await definitionFor(o.office, campaignId)
  for (const rule of rulesOf(definition, 'material').filter((m) => m.min > 0)) papers.push({ materialId: rule.id, bytes: (await fileFor(rule)).bytes })
}, 120_000)
beforeEach(async () => { await at.services.db.rows(`UPDATE arrivals SET state = 'dropped', contents = NULL, content_key = NULL, facts = NULL WHERE state NOT IN ('taken','refused','dropped')`) })
afterAll(async () => { await at.close(); await rm(folder, { recursive: true, force: true }) })

const sum = (b: Uint8Array): string => createHash('sha256').update(b).digest('hex')
const sources: Source[] = []
/** A dossier as it is whole; `files` in place of its own papers. */
const dossier = (name: string, n: number, change: Partial<SentItem> = {}, files = papers): SentItem => {
  const answers = { exclusions: {}, declarations: {}, steps: {}, ...answersFor(definition) }
  return {
    nominationId: randomUUID(), version: 3, candidateName: name, fields: fieldsFor(definition, name, n), answers: { ...answers, declarations: { ...answers.declarations, ...approverDeclarations(definition) } } as never, rank: null, submittedAt: 1, receipt: { position: 1, hash: 'a'.repeat(64) },
    files: files.map((f) => { sources.push({ content: f.bytes }); return { materialId: f.materialId, ordinal: 1, name: `${name}.pdf`, originalName: 'a.pdf', bytes: f.bytes.byteLength, sha256: sum(f.bytes), part: sources.length, facts: { kind: 'document' } as never, receivedAt: 1 } }), ...change,
  }
}
const archiveOf = async (items: readonly unknown[], change: object = {}): Promise<Buffer> => {
  const [path, id, key] = [join(folder, randomUUID()), randomUUID(), newContentKey()]
  const list = { kind: 'recommendation', sender: print, items, readable: [], ...change } as unknown as Recommendation
  await writeArchive(path, { kind: 'recommendation', id, madeAt: 1, fromName: '示例单位1', campaign: { id: campaignId, name: definition.name, definition: definition.hash }, unit: { id: unitId, name: '示例单位1' }, items: items.length, sealing: sealToKey(key, identityOf(at.services.keys).keys.box, id) }, sender, key, sources.splice(0), Buffer.from(JSON.stringify(list)))
  return readFile(path)
}
const look = async (bytes: Buffer) => {
  const read = await bring(o.office, bytes)
  return read.arrival.state === 'asksSender' ? confirmTyped(o.office, read, print) : read
}
const stops = (r: { readonly findings: readonly { readonly code: string; readonly strength: string }[] }): string[] => [...new Set(r.findings.filter((f) => f.strength === 'block').map((f) => f.code))]

test.each<[string, () => unknown[], object]>([
  ['of another sender inside than outside', () => [dossier('甲', 1)], { sender: '0000-0000-0000-0000-0000-0000' }], ['with answers that are none', () => [dossier('甲', 1, { answers: { steps: { x: { attended: 'all' } } } as never })], {}],
  ['that points to a part it has not', () => [dossier('甲', 1, { files: [{ ...dossier('乙', 1).files[0]!, part: 4000 }] })], {}], ['with one dossier twice', () => { const d = dossier('甲', 1); return [d, d] }, {}], ['with a member too many', () => [{ ...dossier('甲', 1), more: 1 }], {}], ['with nobody in it', () => [], {}],
])('a list %s is refused whole', async (_, items, change) => {
  const { arrival } = await look(await archiveOf(items(), change))
  expect([arrival.state, arrival.findings.map((f) => f.code)]).toEqual(['refused', ['archive.contents']])
})

test('a file that is not what its list says is refused whole', async () => {
  const d = dossier('甲', 1)
  const { arrival } = await look(await archiveOf([{ ...d, files: d.files.map((f) => ({ ...f, sha256: 'b'.repeat(64) })) }]))
  expect([arrival.state, arrival.findings.map((f) => f.code)]).toEqual(['refused', ['archive.changed']])
})

test('what the sender says of a file counts for nothing: it is read here', async () => {
  const { rows } = await look(await archiveOf([dossier('甲', 1, {}, papers.map((p) => ({ ...p, bytes: Buffer.from('this is no PDF') })))]))
  expect([rows[0]!.effect, stops(rows[0]!)]).toEqual(['refused', ['file.unknown']])
})

test('a file with a secrecy marking keeps its dossier out, and its bytes are wiped at once', async () => {
  const { rows, arrival } = await look(await archiveOf([dossier('甲', 1, {}, [{ materialId: papers[0]!.materialId, bytes: pdfWithText([['机密★长期', '关于某事的报告']]) }]), dossier('乙', 2)]))
  expect(rows.map((r) => [r.name, r.effect, stops(r)])).toEqual([['甲', 'refused', ['arrival.marked']], ['乙', 'create', []]])
  const first = await readFile(join(at.services.archivesDir, `${arrival.id}.parts`, '1')).catch(() => null)
  expect(first).toBeNull()
})

test('an empty form, another name and more than our places are refused row by row; the good ones go in, in their order', async () => {
  const read = await look(await archiveOf([dossier('空', 1, { fields: { name: '空' } }), dossier('沈若川', 2), dossier('别名', 3, { candidateName: '本名' }), dossier('顾南枝', 4), dossier('多出', 5)]))
  expect(read.rows.map((r) => [r.name, r.effect])).toEqual([['空', 'refused'], ['沈若川', 'create'], ['本名', 'refused'], ['顾南枝', 'create'], ['多出', 'refused']])
  expect([stops(read.rows[0]!).includes('field.missing'), stops(read.rows[2]!), stops(read.rows[4]!).some((c) => c.startsWith('quota') || c === 'arrival.noSeat')]).toEqual([true, ['arrival.otherName'], true])
  const { arrival } = await take(o.office, read)
  expect([arrival.result, arrival.findings.some((f) => f.what.zh.startsWith('空：'))]).toEqual([{ created: 2, updated: 0, same: 0, refused: 3 }, true])
  const stands = await at.services.db.rows<{ name: string; state: string; seat: number }>(`SELECT candidate_name AS name, state, seat FROM nominations ORDER BY seat`)
  expect(stands).toEqual([{ name: '沈若川', state: 'submitted', seat: 1 }, { name: '顾南枝', state: 'submitted', seat: 2 }])
})

test('the same person under another id is not taken twice', async () => {
  const { rows } = await look(await archiveOf([dossier('沈若川', 2)]))
  expect(stops(rows[0]!)).toContain('arrival.sameNumber')
})

test('an id that stands here already and never came by a file is nobody’s to take over', async () => {
  const { id } = (await at.services.db.row<{ id: string }>(`SELECT id FROM nominations WHERE candidate_name = '沈若川'`))!
  await at.services.db.rows(`DELETE FROM taken_nominations WHERE nomination_id = $1`, [id])
  const { rows } = await look(await archiveOf([dossier('冒名', 9, { nominationId: id, version: 99 })]))
  expect([rows[0]!.effect, stops(rows[0]!)]).toEqual(['refused', ['arrival.otherUnit']])
  expect((await o.office.ask(readNomination, { params: { nominationId: id } })).candidateName).toBe('沈若川')
})

test('another key of the same unit is refused until the old one is ended', async () => {
  const other = identityOf(keysFrom(randomBytes(32)))
  const [path, id, key] = [join(folder, randomUUID()), randomUUID(), newContentKey()]
  await writeArchive(path, { kind: 'recommendation', id, madeAt: 1, fromName: '示例单位1', campaign: { id: campaignId, name: definition.name, definition: definition.hash }, unit: { id: unitId, name: '示例单位1' }, items: 1, sealing: sealToKey(key, identityOf(at.services.keys).keys.box, id) }, other, key, [], Buffer.from('{}'))
  expect((await bring(o.office, await readFile(path))).arrival.findings.map((f) => f.code)).toEqual(['archive.otherKey'])
})

test('what is sealed to another installation does not open here', async () => {
  const [path, id, key] = [join(folder, randomUUID()), randomUUID(), newContentKey()]
  await writeArchive(path, { kind: 'recommendation', id, madeAt: 1, fromName: '示例单位1', campaign: { id: campaignId, name: definition.name, definition: definition.hash }, unit: { id: unitId, name: '示例单位1' }, items: 1, sealing: sealToKey(key, identityOf(keysFrom(randomBytes(32))).keys.box, id) }, sender, key, [], Buffer.from('{}'))
  expect((await bring(o.office, await readFile(path))).arrival.findings.map((f) => f.code)).toEqual(['archive.notForUs'])
})

test('what came in after the deadline is late, whenever it was sealed there', async () => {
  await at.services.db.rows(`UPDATE nominations SET state = 'withdrawn', seat = NULL`)
  const { end } = (await at.services.db.row<{ end: number }>(`SELECT deadline AS "end" FROM campaigns WHERE id = $1`, [campaignId]))!
  await at.setClock(end - 60_000)
  const inTime = await look(await archiveOf([dossier('及时', 11)]))
  await at.setClock(end + 1)
  const late = await look(await archiveOf([dossier('迟到', 12)]))
  expect([inTime.rows[0]!.effect, late.rows[0]!.effect, stops(late.rows[0]!)]).toEqual(['create', 'refused', ['deadline.passed']])
  // What was in by then is judged by that moment, also when it is taken in later.
  expect((await take(o.office, inTime)).arrival.result?.created).toBe(1)
})
