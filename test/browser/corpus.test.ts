/** One inspector, three hosts: every file of the corpus through the browser, the server's child and the command line; what they tell is equal, or the corpus says why not. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { check } from '#cli/check'
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import { judgeFolder } from '#core/materials/judge-folder'
import { judgeFile } from '#core/materials/judge'
import { ChildPool } from '#server/inspection/child-pool'
import { inspectFile } from '#server/inspection/inspect-file'
import { corpus, corpusDefinition } from '../corpus/corpus'
import type { CorpusFile } from '../corpus/corpus-file'
import { corpusTable, type Row } from '../corpus/corpus-table'
import { temporaryFolder, type TemporaryFolder } from '../server/temporary-folder'
import { inspectInChromium } from './inspector-page'

const long = process.env['XUANSHU_LONG'] === '1' || process.env['XUANSHU_WRITE_CORPUS'] === '1'
/** The short run takes every third file; the command line asks the same children as the server does, there each ninth is enough. */
const [SHARE, EACH] = long ? [1, 1] : [3, 3]

let home: TemporaryFolder
let folder: string
let files: CorpusFile[]
let definition: ResolvedDefinition
let yaml: string
let server: Facts[]
const pool = new ChildPool()

const judge = (file: CorpusFile, facts: Facts): Finding[] => judgeFile(ruleOf(definition, 'material', file.material)!, facts)

beforeAll(async () => {
  home = await temporaryFolder()
  folder = home.path
  files = (await corpus()).filter((_, n) => n % SHARE === 0)
  ;({ yaml, definition } = await corpusDefinition())
  await Promise.all(files.map((f, n) => writeFile(join(folder, String(n)), f.bytes)))
  server = await Promise.all(files.map((f, n) => inspectFile(join(folder, String(n)), f.name, { border: f.material === 'portrait', faces: f.material === 'portrait' }, pool)))
}, 240_000)
afterAll(async () => {
  pool.close()
  await home.remove()
})

/** Which facts differ; `findings` last. */
const differences = (file: CorpusFile, ours: Facts, theirs: Facts): string[] => {
  const [a, b] = [ours, theirs] as unknown as Record<string, unknown>[]
  const members = [...new Set([...Object.keys(a!), ...Object.keys(b!)])].filter((m) => !isDeepStrictEqual(a![m], b![m]))
  return [...members, ...(isDeepStrictEqual(judge(file, ours), judge(file, theirs)) ? [] : ['findings'])]
}

test('browser and server tell the same of every file, but for those whose difference is named; the table of them is up to date', async () => {
  const browser = await inspectInChromium(join(folder, 'page'), files)
  expect(browser.errors).toEqual([])
  const rows = files.map((file, n): Row => ({ file, facts: server[n]!, findings: judge(file, server[n]!), differs: differences(file, server[n]!, browser.facts[n]!) }))
  const unexplained = rows.filter((r) => r.differs.length > 0 && r.file.differs === undefined).map((r) => [r.file.name, r.differs, r.facts, browser.facts[files.indexOf(r.file)]])
  expect(unexplained).toEqual([])
  expect(rows.filter((r) => r.differs.length === 0 && r.file.differs !== undefined).map((r) => r.file.name)).toEqual([])
  // What looks for faces comes with the first portrait, the decoder of HEIC with the first of them.
  expect([browser.fetched.forOthers, browser.fetched.forPortraits, browser.fetched.forHeic.filter((f) => f.startsWith('heic-worker')).length]).toEqual([['video.js'], ['face-worker.js', 'face_detection_short_range.tflite'], 1])
  const at = new URL('../../docs/corpus.md', import.meta.url)
  if (process.env['XUANSHU_WRITE_CORPUS'] === '1') await writeFile(at, corpusTable(rows))
  const written = await readFile(at, 'utf8').catch(() => '')
  if (long) expect(written).toBe(corpusTable(rows))
  const lines = new Set(written.split('\n'))
  expect(corpusTable(rows).split('\n').filter((line) => line.startsWith('|') && !lines.has(line))).toEqual([])
}, 240_000)

test('the command line tells the same as the server of every file that a file system takes', async () => {
  const candidates = [...new Set(files.map((f) => f.material))]
  for (const material of candidates) await mkdir(join(folder, 'folders', material), { recursive: true })
  const onDisk = files.flatMap((file, n) => (file.notOnDisk || n % EACH > 0 ? [] : [{ file, facts: server[n]! }]))
  for (const { file } of onDisk) await writeFile(join(folder, 'folders', file.material, file.name), file.bytes)
  await writeFile(join(folder, 'corpus.yaml'), yaml)
  const printed: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => { printed.push(String(line)); return true })
  const code = await check.run([join(folder, 'folders'), '--campaign', join(folder, 'corpus.yaml'), '--json']).finally(() => spy.mockRestore())
  const told = JSON.parse(printed.join('')) as { code: string; file: string | null; severity: string }[]
  const rules = rulesOf(definition, 'material')
  const expected = candidates.flatMap((material) => {
    // The command line measures every border: it does not know what a picture will be handed in as.
    const own = onDisk.filter((o) => o.file.material === material && (o.facts.kind !== 'image' || material === 'portrait'))
    return judgeFolder(rules, own.map((o) => o.facts)).filter((f) => f.at.file !== undefined).map((f) => `${material}/${f.at.file} ${f.code} ${f.strength}`)
  })
  const without = new Set(onDisk.filter((o) => o.facts.kind === 'image' && o.file.material !== 'portrait').map((o) => `${o.file.material}/${o.file.name}`))
  expect(told.filter((f) => f.file !== null && !f.file.endsWith('/') && !without.has(f.file)).map((f) => `${f.file} ${f.code} ${f.severity}`).sort()).toEqual(expected.sort())
  // Of those pictures too something is told, each by name.
  expect([...without].filter((name) => !told.some((f) => f.file === name))).toEqual([])
  expect(code).toBe(1)
}, 240_000)
