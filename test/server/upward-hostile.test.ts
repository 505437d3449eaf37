/** Files that nobody should trust: each is refused in words a secretary understands, and nothing of it stays. A naive reader that believes the sums alone takes what ours refuses. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginArrival, listArrivals } from '#contract/operations/arrivals'
import { canonical } from '#core/kernel/canonical'
import { outer, partPath, type Envelope, type Sealing } from '#core/upward/envelope'
import { fingerprintOf } from '#core/upward/fingerprint'
import { keysFrom } from '#server/keys'
import { identityOf } from '#server/upward/identity'
import { openArchive } from '#server/upward/open-archive'
import { newContentKey, openByKey, openByWords, sealByWords, sealToKey } from '#server/upward/sealing'
import { writeArchive } from '#server/upward/write-archive'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'
import { bring, fingerprint } from './two-installations'

let at: Installation, o: Office, campaignId = '', unitId = '', folder = ''
const sender = identityOf(keysFrom(randomBytes(32)))
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xuanshu-hostile-'))
  at = await freshInstallation()
  o = await openOffice(at, 1)
  campaignId = await openProvincial(at, o)
  unitId = (await at.services.db.row<{ id: string }>(`SELECT unit_id AS id FROM campaign_units WHERE campaign_id = $1`, [campaignId]))!.id
}, 120_000)
afterAll(async () => { await at.close(); await rm(folder, { recursive: true, force: true }) })

interface Entry { readonly name: string; readonly content: Buffer; readonly method?: number; readonly claims?: number; readonly mode?: number; readonly flags?: number; readonly local?: string }
/** A zip as an attacker writes it: every header says what it is told to say. */
const zip = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = [], records: Buffer[] = []
  let where = 0
  for (const e of entries) {
    const data = e.method === 8 ? deflateRawSync(e.content) : e.content
    const [name, local] = [Buffer.from(e.name), Buffer.from(e.local ?? e.name)]
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0); head.writeUInt16LE(20, 4); head.writeUInt16LE(e.flags ?? 0x800, 6); head.writeUInt16LE(e.method ?? 0, 8); head.writeUInt32LE(crc32(e.content), 14); head.writeUInt32LE(data.length, 18); head.writeUInt32LE(e.claims ?? e.content.length, 22); head.writeUInt16LE(local.length, 26)
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0); record.writeUInt16LE(0x031e, 4); record.writeUInt16LE(20, 6); record.writeUInt16LE(e.flags ?? 0x800, 8); record.writeUInt16LE(e.method ?? 0, 10); record.writeUInt32LE(crc32(e.content), 16); record.writeUInt32LE(data.length, 20); record.writeUInt32LE(e.claims ?? e.content.length, 24); record.writeUInt16LE(name.length, 28); record.writeUInt32LE(((e.mode ?? 0o100644) << 16) >>> 0, 38); record.writeUInt32LE(where, 42)
    locals.push(head, local, data)
    records.push(record, name)
    where += head.length + local.length + data.length
  }
  const directory = Buffer.concat(records)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(entries.length, 8); end.writeUInt16LE(entries.length, 10); end.writeUInt32LE(directory.length, 12); end.writeUInt32LE(where, 16)
  return Buffer.concat([...locals, directory, end])
}
const sum = (b: Buffer): string => createHash('sha256').update(b).digest('hex')
const envelopeOf = (part: Buffer, change: object = {}): Envelope => ({
  format: 'xuanshu-archive', version: 1, kind: 'recommendation', id: randomUUID(), madeAt: 1, from: { name: '示例单位', keys: sender.keys }, campaign: { id: campaignId, name: { zh: '活动', en: 'x' }, definition: 'c'.repeat(64) }, unit: { id: unitId, name: '单位' }, items: 1, sealing: { to: 'key', receiver: 'd'.repeat(64), ephemeral: 'e'.repeat(64), nonce: 'f'.repeat(24), wrapped: '0'.repeat(96) },
  parts: [{ path: partPath(0), bytes: part.length, sha256: sum(part), nonce: '1'.repeat(24), tag: '2'.repeat(32) }], ...change,
})
const part = Buffer.from('{}')
/** Whole and signed but for what is changed. */
const entriesOf = (envelope: unknown, content = part): Entry[] => {
  const text = Buffer.from(canonical(envelope))
  return [{ name: partPath(0), content }, { name: outer.envelope, content: text }, { name: outer.signature, content: Buffer.from(sender.sign(text).toString('base64')) }]
}
const whole = (): Entry[] => entriesOf(envelopeOf(part))
const without = (name: string): Entry[] => whole().filter((e) => e.name !== name)

describe('a file that is not what it should be', () => {
  const cases: [string, () => Buffer, string][] = [
    ['no zip at all', () => Buffer.from('姓名,单位\n甲,乙\n'), 'archive.foreign'], ['empty', () => Buffer.alloc(0), 'archive.foreign'], ['a zip of something else', () => zip([{ name: '照片.jpg', content: Buffer.from('x') }]), 'archive.foreign'],
    ['an office file', () => zip([{ name: 'word/document.xml', content: Buffer.from('x'), method: 8 }]), 'archive.foreign'],
    ['cut off in the middle', () => zip(whole()).subarray(0, 400), 'archive.cut'], ['without its signature', () => zip(without(outer.signature)), 'archive.foreign'], ['without its envelope', () => zip(without(outer.envelope)), 'archive.foreign'],
    ['of a newer version', () => zip(entriesOf({ ...envelopeOf(part), version: 2 })), 'archive.tooNew'],
    ['with an envelope that was changed after it was signed', () => zip(whole().map((e) => (e.name === outer.envelope ? { ...e, content: Buffer.from(e.content.toString().replace('示例单位', '别的单位')) } : e))), 'archive.tampered'],
    ['with the signature of another', () => { const e = whole(); const other = identityOf(keysFrom(randomBytes(32))); return zip(e.map((x) => (x.name === outer.signature ? { ...x, content: Buffer.from(other.sign(e[1]!.content).toString('base64')) } : x))) }, 'archive.tampered'],
    ['with one byte of a part changed', () => zip(entriesOf(envelopeOf(part), Buffer.from('[]'))), 'archive.changed'], ['with a part that is longer than it says', () => zip(entriesOf(envelopeOf(part), Buffer.from('{}  '))), 'archive.changed'], ['with a part missing', () => zip(without(partPath(0))), 'archive.changed'],
    ['with a path that leads out', () => zip([...whole(), { name: '../../etc/cron.d/x', content: Buffer.from('x') }]), 'archive.strange'], ['with an absolute path', () => zip([...whole(), { name: '/etc/passwd', content: Buffer.from('x') }]), 'archive.strange'], ['with a path of Windows', () => zip([...whole(), { name: 'C:\\x', content: Buffer.from('x') }]), 'archive.strange'],
    ['with a file too many', () => zip([...whole(), { name: 'parts/00001', content: Buffer.from('x') }]), 'archive.strange'], ['with a link', () => zip(whole().map((e) => (e.name === partPath(0) ? { ...e, mode: 0o120777 } : e))), 'archive.strange'],
    ['with packed entries', () => zip(whole().map((e) => (e.name === partPath(0) ? { ...e, method: 8 } : e))), 'archive.strange'], ['with an entry under another name inside', () => zip(whole().map((e) => (e.name === partPath(0) ? { ...e, local: 'parts/00009' } : e))), 'archive.strange'],
    ['with the same name twice', () => zip([...whole(), whole()[0]!]), 'archive.strange'], ['that swells to terabytes', () => zip([...whole(), ...[1, 2, 3].map((n) => ({ name: partPath(n), content: Buffer.alloc(10), claims: 4_000_000_000 }))]), 'archive.tooLarge'],
    ['for a campaign that is not ours', () => zip(entriesOf(envelopeOf(part, { campaign: { id: randomUUID(), name: { zh: '活动', en: 'x' }, definition: 'c'.repeat(64) } }))), 'archive.noSuchCampaign'], ['of a unit that is not ours', () => zip(entriesOf(envelopeOf(part, { unit: { id: randomUUID(), name: '单位' } }))), 'archive.noSuchCampaign'],
    ['that calls us to our own campaign', () => zip(entriesOf(envelopeOf(part, { kind: 'call', sealing: null, parts: [{ path: partPath(0), bytes: part.length, sha256: sum(part), nonce: null, tag: null }] }))), 'archive.noSuchCampaign'], ['of results nobody here waits for', () => zip(entriesOf(envelopeOf(part, { kind: 'answer' }))), 'archive.noSuchCampaign'],
  ]
  test.each(cases)('%s is refused, and nothing is kept', async (_, make, code) => {
    const { arrival } = await bring(o.office, make())
    expect([arrival.state, arrival.findings.map((f) => f.code)]).toEqual(['refused', [code]])
    expect(arrival.findings.every((f) => f.what.zh.length > 5 && f.mend.zh.includes('没有留下'))).toBe(true)
    await expect.poll(async () => (await readdir(at.services.archivesDir)).filter((f) => f.startsWith(arrival.id)), { timeout: 20_000 }).toEqual([])
  })
  test('mutant: a reader that holds the parts against their sums and asks for no signature takes what somebody put in their place', async () => {
    const own = entriesOf(envelopeOf(part))
    const other = Buffer.from('{"kind":"other"}')
    // The attacker mends the sums too; only the signature he cannot make.
    const mended = Buffer.from(canonical(envelopeOf(other)))
    const forged = zip([{ name: partPath(0), content: other }, { name: outer.envelope, content: mended }, own[2]!])
    const naive = (entries: readonly Entry[]): boolean => { const e = JSON.parse(entries[1]!.content.toString()) as Envelope; return e.parts[0]!.sha256 === sum(entries[0]!.content) }
    expect(naive([{ name: '', content: other }, { name: '', content: mended }])).toBe(true)
    expect((await bring(o.office, forged)).arrival.findings.map((f) => f.code)).toEqual(['archive.tampered'])
  })
  test('a whole one of an unknown sender waits for people, and opens nothing', async () => {
    const { arrival, rows } = await bring(o.office, zip(whole()))
    expect([arrival.state, rows]).toEqual(['asksSender', []])
  })
  test('each refusal stands in the ledger with its sum and without its content', async () => {
    const { arrivals } = await o.office.ask(listArrivals)
    const refused = await at.services.db.rows<{ data: { why: string[] } }>(`SELECT entry->'data' AS data FROM ledger_entries WHERE entry->>'act' = 'arrival.refused'`)
    expect(refused.length).toBe(arrivals.filter((v) => v.state === 'refused').length)
  })
})

describe('an archive of ours', () => {
  const about = (sealing: Sealing | null, id: string = randomUUID()) => ({ kind: sealing === null ? 'call' as const : 'recommendation' as const, id, madeAt: 1, fromName: '示例', campaign: { id: randomUUID(), name: { zh: '活动', en: 'x' }, definition: 'c'.repeat(64) }, unit: { id: randomUUID(), name: '单位' }, items: 1, sealing })
  test('is read back byte by byte, sealed and open', async () => {
    const files = [randomBytes(0), randomBytes(1), randomBytes(3_000_000)]
    for (const sealed of [false, true]) {
      const [path, key, id] = [join(folder, randomUUID()), newContentKey(), randomUUID()]
      await writeArchive(path, about(sealed ? sealToKey(key, sender.keys.box, id) : null, id), sender, sealed ? key : null, files.map((content) => ({ content })), Buffer.from('{}'))
      const opened = await openArchive(path)
      expect(opened.ok && opened.envelope.parts.map((p) => p.bytes)).toEqual([2, 0, 1, 3_000_000])
    }
  })
  test('one bit anywhere in it is noticed', async () => {
    const path = join(folder, randomUUID())
    const key = newContentKey(), id = randomUUID()
    await writeArchive(path, about(sealToKey(key, sender.keys.box, id), id), sender, key, [{ content: randomBytes(500) }], Buffer.from('{"x":1}'))
    const bytes = await readFile(path)
    const open = await openArchive(path)
    const places = open.ok ? open.at : []
    let missed = 0
    for (const p of places) for (let i = 0; i < p.bytes; i += 37) {
      const changed = Buffer.from(bytes)
      changed[p.from + i]! ^= 1 << (i % 8)
      await writeFile(`${path}.x`, changed)
      if ((await openArchive(`${path}.x`)).ok) missed++
    }
    expect(missed).toBe(0)
  })
  test('its key opens for the receiver alone, by the right words alone, and for this very archive alone', async () => {
    const [key, id, receiver, other] = [newContentKey(), randomUUID(), identityOf(keysFrom(randomBytes(32))), identityOf(keysFrom(randomBytes(32)))]
    const toKey = sealToKey(key, receiver.keys.box, id) as never
    expect([openByKey(toKey, receiver, id)?.equals(key), openByKey(toKey, other, id), openByKey(toKey, receiver, randomUUID())]).toEqual([true, null, null])
    const byWords = await sealByWords(key, '春天 夏日 秋风 冬雪', id) as never
    expect([(await openByWords(byWords, '春天，夏日，秋风，冬雪', id))?.equals(key), await openByWords(byWords, '春天 夏日 秋风 冬天', id), await openByWords(byWords, '春天 夏日 秋风 冬雪', randomUUID())]).toEqual([true, null, null])
  })
  test('keys follow from the master key, and differ with it', async () => {
    const master = randomBytes(32)
    expect(fingerprintOf(identityOf(keysFrom(master)).keys)).toBe(fingerprintOf(identityOf(keysFrom(master)).keys))
    expect(await fingerprint(o.office)).toBe(fingerprintOf(identityOf(at.services.keys).keys))
    expect(await fingerprint(o.office)).not.toBe(fingerprintOf(sender.keys))
  })
})

test('the address a file is sent to is nobody’s but whose it is', async () => {
  const { url, arrivalId } = await o.office.ask(beginArrival, { body: { name: 'a.xuanshu', bytes: 3 } })
  const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
  for (const who of [new Person(at.origin), o.second, o.units[0]!.clerk]) {
    const [real, absent] = [await who.raw('PATCH', url, new Uint8Array([1, 2, 3]), headers), await who.raw('PATCH', url.replace(arrivalId, randomUUID()), new Uint8Array([1, 2, 3]), headers)]
    expect([real.status, JSON.parse(real.text).error, absent.status]).toEqual([404, 'absent', 404])
  }
  expect((await o.office.raw('PATCH', url, new Uint8Array([1, 2, 3]), headers)).status).toBe(204)
})
