/** A package holds what was sent, byte by byte, under names every system takes; what the store lost is told and never blanks it; it is its maker's alone. */
import { createHash } from 'node:crypto'
import { appendFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { listPackages, packageCampaign, packageNomination, removePackage } from '#contract/operations/packages'
import { tidy } from '#server/packages/tidy'
import { packagePath } from '#server/packages/write-package'
import { readChain } from '#server/store/ledger'
import { prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import type { Person } from './person'
import { unzipped } from '../documents/unzip'

let at: Installation
let o: Office
let campaignId = ''
let nominationId = ''
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o)
  const { clerk, approver } = o.units[0]!
  nominationId = await prepareNomination(clerk, campaignId, '沈若川')
  await sealAndSubmit(approver, campaignId, nominationId)
})
afterAll(() => at.close())

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const listed = (who: Person) => who.ask(listPackages, { params: { campaignId } })
const whole = async (who: Person, packageId: string) => {
  for (;;) {
    const p = (await listed(who)).packages.find((one) => one.id === packageId)!
    if (p.state === 'ready' || p.state === 'failed') return p
    await new Promise((r) => { setTimeout(r, 50) })
  }
}
const bytesOf = async (who: Person, packageId: string, headers: Record<string, string> = {}) => {
  const r = await fetch(`${at.origin}/api/campaigns/${campaignId}/packages/${packageId}/file`, { headers: { cookie: `xuanshu_session=${who.token}`, ...headers } })
  return { status: r.status, headers: r.headers, bytes: Buffer.from(await r.arrayBuffer()) }
}
const made = async (who: Person) => {
  const { packageId } = await who.ask(packageNomination, { params: { nominationId } })
  const p = await whole(who, packageId)
  expect(p.state).toBe('ready')
  return { p, files: await unzipped((await bytesOf(who, packageId)).bytes) }
}
const sums = (files: Map<string, Buffer>) => files.get('SHA256SUMS')!.toString().trimEnd().split('\n').map((l) => [l.slice(66), l.slice(0, 64)] as const)

test('the office takes a dossier: every material byte by byte under its name, the form, the receipt, an index, and a manifest that agrees', async () => {
  const { p, files } = await made(o.office)
  const { materials } = await o.office.ask(readNomination, { params: { nominationId } })
  const folder = '示例单位1_沈若川'
  const inGroups = [...files].filter(([path]) => path.split('/').length === 3)
  expect(inGroups.map(([path, bytes]) => [path.split('/').at(-1), sha(bytes)]).toSorted()).toEqual(materials.map((m) => [m.name, m.sha256]).toSorted())
  expect([...files.keys()].filter((path) => !path.includes('/') || path.split('/').length === 2)).toEqual([`${folder}/沈若川_推荐表.pdf`, `${folder}/沈若川_推荐表.docx`, `${folder}/沈若川_回执.pdf`, '目录.html', '目录.xlsx', 'SHA256SUMS'])
  expect(sums(files)).toEqual([...files].filter(([path]) => path !== 'SHA256SUMS').map(([path, bytes]) => [path, sha(bytes)]))
  expect([p.manifest, p.files, p.lacking.count]).toEqual([sha(files.get('SHA256SUMS')!), files.size, 0])
  const page = files.get('目录.html')!.toString()
  for (const m of materials) expect(page.replaceAll('<wbr>', '')).toContain(m.sha256)
})

test('who took what, when, and the hash of the manifest stand in the ledger', async () => {
  const { p } = await made(o.office)
  const own = (await readChain(at.services.db, campaignId)).map((e) => e.entry).filter((e) => e.data['package'] === p.id)
  expect(own.map((e) => [e.act, e.actor.role])).toEqual([['package.asked', 'office'], ['package.made', 'system']])
  expect(own[1]!.data).toEqual({ package: p.id, by: own[0]!.actor.account, manifest: p.manifest, nominations: 1, files: p.files, bytes: own[1]!.data['bytes'], lacking: 0 })
})

test('a part is answered where a part is asked for, and the whole where the file became another', async () => {
  const { p } = await made(o.office)
  const all = await bytesOf(o.office, p.id)
  const tail = await bytesOf(o.office, p.id, { range: `bytes=${all.bytes.length - 22}-` })
  expect([tail.status, tail.headers.get('content-range'), tail.bytes.equals(all.bytes.subarray(-22))]).toEqual([206, `bytes ${all.bytes.length - 22}-${all.bytes.length - 1}/${all.bytes.length}`, true])
  expect((await bytesOf(o.office, p.id, { range: `bytes=${all.bytes.length}-` })).status).toBe(416)
  expect((await bytesOf(o.office, p.id, { range: 'bytes=0-9', 'if-range': '"another"' })).bytes.length).toBe(all.bytes.length)
})

test('it is its maker’s alone: a colleague, another unit and its own unit find nothing, and take nothing that is not theirs', async () => {
  const { p } = await made(o.office)
  const [mine, other] = [o.units[0]!, o.units[1]!]
  for (const person of [o.second, mine.clerk, other.clerk]) {
    expect((await bytesOf(person, p.id)).status).toBe(404)
    expect((await person.refused(removePackage, { params: { campaignId, packageId: p.id } })).status).toBe(404)
    expect((await listed(person)).packages).toEqual([])
  }
  expect((await other.clerk.refused(packageNomination, { params: { nominationId } })).status).toBe(404)
  expect((await other.clerk.refused(packageCampaign, { params: { campaignId }, body: {} })).codes).toEqual(['package.empty'])
})

test('a unit takes its own, drafts too; the office never a draft', async () => {
  const { clerk } = o.units[1]!
  const draft = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '../..\u202e草稿' } })).nominationId
  const { packageId } = await clerk.ask(packageCampaign, { params: { campaignId }, body: {} })
  await whole(clerk, packageId)
  const files = await unzipped((await bytesOf(clerk, packageId)).bytes)
  expect([...files.keys()].filter((path) => path.includes('/'))).toEqual(['001_示例单位2__..草稿/_..草稿_推荐表.pdf', '001_示例单位2__..草稿/_..草稿_推荐表.docx'])
  expect((await o.office.refused(packageNomination, { params: { nominationId: draft } })).status).toBe(404)
  const all = await o.office.ask(packageCampaign, { params: { campaignId }, body: {} })
  expect((await whole(o.office, all.packageId)).nominations).toEqual({ done: 1, all: 1 })
})

test('a file that vanished and one with a flipped bit are told on the page, in the index and where they are used; the rest is there', async () => {
  const { materials } = await o.office.ask(readNomination, { params: { nominationId } })
  const [lost, flipped] = [materials.find((m) => m.materialId === 'portrait')!, materials.find((m) => m.name.endsWith('.mp4'))!]
  const paths = await Promise.all([lost, flipped].map((m) => at.services.blobs.local(m.sha256))) as [string, string]
  const kept = await Promise.all(paths.map((path) => readFile(path)))
  await rm(paths[0])
  await writeFile(paths[1], Buffer.concat([Buffer.from([kept[1]![0]! ^ 1]), kept[1]!.subarray(1)]))
  const { p, files } = await made(o.office)
  expect(p.lacking.files.map(({ path, lack }) => [path.split('/').at(-1), lack]).toSorted()).toEqual([[flipped.name, 'damaged'], [lost.name, 'gone']].toSorted())
  expect([...files.keys()].filter((path) => path.split('/').length === 3)).toHaveLength(materials.length - 2)
  expect(sums(files)).toEqual([...files].filter(([path]) => path !== 'SHA256SUMS').map(([path, bytes]) => [path, sha(bytes)]))
  expect(files.get('目录.html')!.toString()).toContain('2 个文件没有装入')
  const told = (await o.office.ask(readNomination, { params: { nominationId } })).materials.filter((m) => m.facts['why'] === 'damaged')
  expect(told.map((m) => m.name).toSorted()).toEqual([lost.name, flipped.name].toSorted())
  await Promise.all(paths.map((path, i) => writeFile(path, kept[i]!)))
})

test.each([
  ['goes on behind what was committed, whatever lies on the disk behind that', async (path: string, end: number) => { await truncate(path, end); await appendFile(path, 'half of a file that nobody committed') }],
  ['is begun again where what was written of it is gone', (path: string) => truncate(path, 10)],
])('cut off, it %s', async (_, cut) => {
  const { p, files: before } = await made(o.office)
  const { db } = at.services
  const end = (await db.row<{ at: number }>(`SELECT at FROM package_files WHERE package_id = $1 AND path = '目录.html'`, [p.id]))!.at
  await cut(packagePath(at.services, p.id), end)
  await db.rows(`DELETE FROM package_files WHERE package_id = $1 AND ordinal IS NULL`, [p.id])
  await db.rows(`UPDATE packages SET made_at = NULL, expires_at = NULL, manifest_sha256 = NULL, ends_at = $2 WHERE id = $1`, [p.id, end])
  await db.rows(`UPDATE jobs SET state = 'waiting', finished_at = NULL FROM packages p WHERE p.job_id = jobs.id AND p.id = $1`, [p.id])
  expect((await whole(o.office, p.id)).state).toBe('ready')
  const files = await unzipped((await bytesOf(o.office, p.id)).bytes)
  expect([...files.keys()]).toEqual([...before.keys()])
  expect(sums(files)).toEqual([...files].filter(([name]) => name !== 'SHA256SUMS').map(([name, bytes]) => [name, sha(bytes)]))
})

test('after its days it is gone, and may be removed sooner', async () => {
  const { p } = await made(o.office)
  const another = (await made(o.office)).p
  await o.office.ask(removePackage, { params: { campaignId, packageId: another.id } })
  await expect(stat(packagePath(at.services, another.id))).rejects.toThrow('ENOENT')
  await at.setClock((await at.now()) + ((await listed(o.office)).keptDays * 86_400_000 + 1000))
  await tidy(at.services)
  await expect(stat(packagePath(at.services, p.id))).rejects.toThrow('ENOENT')
  expect((await listed(o.office)).packages).toEqual([])
})
