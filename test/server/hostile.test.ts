/** Hostile files: each is met somewhere, the heaviest of them here, by a child that lives through all of them within its memory and time. */
import { readFile, truncate, writeFile, open } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { resolve } from '#core/campaign/resolve'
import type { Facts } from '#core/materials/facts'
import { judgeFile } from '#core/materials/judge'
import { judgeFolder } from '#core/materials/judge-folder'
import { video } from '#server/demo/samples/video'
import { chainOf, readDefinitions } from '#server/definitions'
import { ChildPool } from '#server/inspection/child-pool'
import { inspectFile } from '#server/inspection/inspect-file'
import { joined } from '../corpus/corpus-file'
import { texture } from '../corpus/grain'
import { withSegment } from '../corpus/image-surgery'
import { pdfOf } from '../corpus/pdf-maker'
import { hostileInputs } from './hostile-inputs'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder'

let home: TemporaryFolder
let definition: ResolvedDefinition
const pool = new ChildPool({ children: 1, milliseconds: 30_000, residentBytes: 512 * 1024 * 1024 })
beforeAll(async () => {
  home = await temporaryFolder()
  definition = resolve(chainOf((await readDefinitions('campaigns')).definitions, 'lnma-2021')!)
}, 60_000)
afterAll(async () => {
  pool.close()
  await home.remove()
})

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url)

test('each of the 54 is met by a file of the corpus with its finding, by a test of that name, or here', async () => {
  expect(Object.keys(hostileInputs).map(Number)).toEqual(Array.from({ length: 54 }, (_, n) => n + 1))
  const rows = new Map((await readFile(at('docs/corpus.md'), 'utf8')).split('\n').map((line) => line.split(' | ')).map((cells) => [cells[1], cells[3]]))
  const wrong: string[] = []
  for (const [number, { corpus = {}, tests = [], here = [] }] of Object.entries(hostileInputs)) {
    for (const [name, finding] of Object.entries(corpus)) if (rows.get(name) !== finding) wrong.push(`${number} ${name}: ${rows.get(name)} instead of ${finding}`)
    for (const [file, name] of tests) if (!(await readFile(at(file), 'utf8')).includes(name)) wrong.push(`${number} ${file}: ${name}`)
    for (const name of here) if (!(name in heavy)) wrong.push(`${number} ${name}`)
    if (Object.keys(corpus).length + tests.length + here.length === 0) wrong.push(number)
  }
  expect(wrong).toEqual([])
})

const segments = (jpeg: Buffer, count: number): Buffer => joined(withSegment(jpeg, 0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0')).subarray(0, 2), ...Array.from({ length: count }, () => joined(Buffer.of(0xff, 0xfe, 0xff, 0xff), Buffer.alloc(65_533, 32))), jpeg.subarray(2))
const picture = async (): Promise<Buffer> => (await texture('hostile', 120, 90)).jpeg({ quality: 92 }).toBuffer()

/** The index of a film with its track a hundred times. */
const manyTracks = (film: Buffer): Buffer => {
  const [moov, trak] = [film.indexOf('moov') - 4, film.indexOf('trak') - 4]
  const one = film.subarray(trak, trak + film.readUInt32BE(trak))
  const body = joined(film.subarray(moov + 8, trak), ...Array.from({ length: 100 }, () => one), film.subarray(trak + one.length, moov + film.readUInt32BE(moov)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write('moov', 4)
  return joined(film.subarray(0, moov), head, body)
}
/** A hole of 4.5 GB between the frames and the index. */
const fourGigabytes = async (path: string, film: Buffer): Promise<void> => {
  const moov = film.indexOf('moov') - 4
  const hole = 4_500_000_000
  const box = Buffer.alloc(16)
  box.writeUInt32BE(1)
  box.write('free', 4)
  box.writeBigUInt64BE(BigInt(hole), 8)
  await writeFile(path, joined(film.subarray(0, moov), box))
  await truncate(path, moov + hole)
  const file = await open(path, 'r+')
  await file.write(film.subarray(moov), 0, film.length - moov, moov + hole)
  await file.close()
}

interface Heavy { readonly material: string; readonly codes: readonly string[]; readonly make: (path: string) => Promise<void> }
const heavy: Readonly<Record<string, Heavy>> = {
  '注释凑数.jpg': { material: 'photos', codes: ['photo.padded warn'], make: async (path) => writeFile(path, segments(await picture(), 32)) },
  '五十兆备注.jpg': { material: 'photos', codes: ['file.tooLarge block', 'photo.padded warn'], make: async (path) => writeFile(path, segments(await picture(), 800)) },
  '一万页.pdf': { material: 'nomination-form-stamped', codes: [], make: (path) => writeFile(path, pdfOf({ pages: Array.from({ length: 10_000 }, () => ({})) })) },
  '解压炸弹.pdf': { material: 'nomination-form-stamped', codes: ['file.bomb block'], make: (path) => {
    const packed = deflateSync(Buffer.alloc(64 << 20, 32))
    return writeFile(path, Buffer.from(pdfOf({ pages: [{}], more: [] }).toString('latin1').replace(/<< {2}\/Length 0 >>\nstream\n\nendstream/, `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`), 'latin1'))
  } },
  '四GB.mp4': { material: 'video', codes: ['file.tooLarge block'], make: async (path) => fourGigabytes(path, await film()) },
  '一百轨.mp4': { material: 'video', codes: ['file.bomb block'], make: async (path) => writeFile(path, manyTracks(await film())) },
}
let made: Promise<Buffer> | undefined
const film = (): Promise<Buffer> => (made ??= video('hostile', { seconds: 2, frames: 1 }))

test('the heaviest are refused or measured in words, by one child that lives on within 512 MB and 30 s', async () => {
  const seen: Facts[] = []
  const honest = join(home.path, 'honest.jpg')
  await writeFile(honest, await picture())
  const before = await inspectFile(honest, 'honest.jpg', {}, pool)
  const child = pool.pids
  for (const [name, one] of Object.entries(heavy)) {
    const path = join(home.path, name)
    await one.make(path)
    seen.push(await inspectFile(path, name, {}, pool))
    const findings = judgeFile(ruleOf(definition, 'material', one.material)!, seen.at(-1)!)
    expect([name, findings.map((f) => `${f.code} ${f.strength}`)]).toEqual([name, one.codes])
    // What is wrong and how to mend it, in both languages, and no word of a program's own.
    expect(findings.filter((f) => [f.what.zh, f.what.en, f.mend.zh, f.mend.en].some((words) => words === '' || /undefined|null|NaN|error|exception|isoMedia/i.test(words)))).toEqual([])
  }
  expect([pool.pids, await inspectFile(honest, 'honest.jpg', {}, pool)]).toEqual([child, before])
  const peak = Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${child[0]}/status`, 'utf8'))![1]) * 1024
  expect(peak).toBeLessThanOrEqual(512 * 1024 * 1024)
  // One bad item never blanks a list: each is named, the honest one among them judged.
  const told = judgeFolder(rulesOf(definition, 'material'), [...seen, before])
  expect([...Object.keys(heavy), 'honest.jpg'].filter((name) => !told.some((f) => f.at.file === name))).toEqual([])
}, 120_000)
