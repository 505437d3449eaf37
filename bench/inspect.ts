/** What inspecting costs: header facts of a large film, a whole dossier beside decoding and hashing it, the memory of the checking process, the delay of the server meanwhile. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks'
import sharp from 'sharp'
import type { ByteSource } from '#media/byte-source'
import { noDecoders } from '#media/host-decoders'
import { readFacts } from '#media/read-facts'
import { portrait } from '#server/demo/samples/portrait'
import { ChildPool } from '#server/inspection/child-pool'
import { inspectFile } from '#server/inspection/inspect-file'
import { film } from './film'
import { print } from './stage'

const GOALS = { headerMs: 15, headerBytes: 64 * 1024, ratio: 1.2, memory: 512 * 1024 * 1024, delayMs: 200 }
const FILM_BYTES = 500_000_000
/** Twelve megapixels of texture. */
const photo = async (path: string): Promise<void> => {
  const noise = await sharp({ create: { width: 1000, height: 750, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 50 } } }).png().toBuffer()
  await sharp({ create: { width: 4032, height: 3024, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 18 } } })
    .composite([{ input: await sharp(noise).resize(4032, 3024, { fit: 'fill' }).png({ compressionLevel: 1 }).toBuffer(), blend: 'soft-light' }]).jpeg({ quality: 92 }).toFile(path)
}

const folder = await mkdtemp(join(tmpdir(), 'xuanshu-bench-inspect-'))
const paths = { portrait: join(folder, '证件照.jpg'), photos: [1, 2, 3, 4, 5].map((n) => join(folder, `照片${n}.jpg`)), films: [1, 2].map((n) => join(folder, `视频${n}.mp4`)) }
const all = [paths.portrait, ...paths.photos, ...paths.films]
let missed = 0
const tell = (words: string, value: number, goal: number, show: (n: number) => string): void => {
  if (value > goal) missed++
  print(`${words}: ${show(value)} (goal ≤ ${show(goal)})${value > goal ? ' MISSED' : ''}`)
}
const ms = (n: number): string => `${n.toFixed(1)} ms`
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!

/** Header facts through a source that counts. */
const header = async (): Promise<void> => {
  const file = await open(paths.films[0]!, 'r')
  const { size } = await file.stat()
  const times: number[] = []
  let [read, reads] = [0, 0]
  for (let n = 0; n < 40; n++) {
    read = reads = 0
    const source: ByteSource = { name: '视频.mp4', size, read: async (offset, length) => {
      const buffer = new Uint8Array(Math.min(length, Math.max(0, size - offset)))
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset)
      read += bytesRead
      reads++
      return buffer.subarray(0, bytesRead)
    } }
    const begun = performance.now()
    const facts = await readFacts(source, noDecoders)
    times.push(performance.now() - begun)
    if (n === 0) print(`a film of ${(size / 1e6).toFixed(0)} MB: ${JSON.stringify(facts)}; the first time ${times[0]!.toFixed(1)} ms`)
  }
  await file.close()
  print(`its header facts, half of ${times.length} times within ${ms(median(times))}`)
  // The best of many: others use the machine too.
  tell('its header facts', Math.min(...times), GOALS.headerMs, ms)
  tell(`bytes read for them (${reads} reads)`, read, GOALS.headerBytes, (n) => `${(n / 1024).toFixed(1)} KiB`)
}

const hash = async (path: string): Promise<string> => { const sum = createHash('sha256'); await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), sum); return sum.digest('hex') }

/** Every picture decoded once and every byte hashed once, one after another. */
const plain = async (): Promise<number> => {
  const begun = performance.now()
  for (const path of all) {
    if (path.endsWith('.jpg')) await sharp(path, { failOn: 'warning', autoOrient: true }).toColourspace('srgb').raw().toBuffer()
    await hash(path)
  }
  return performance.now() - begun
}
/** Of a portrait its ground and its faces are looked at too. */
const wanted = (path: string) => ({ border: path === paths.portrait, faces: path === paths.portrait })
/** What the server does with each file: its facts in the child, its sum here. */
const whole = async (pool: ChildPool): Promise<number> => {
  const begun = performance.now()
  for (const path of all) {
    await inspectFile(path, path, wanted(path), pool)
    await hash(path)
  }
  return performance.now() - begun
}

/** Highest resident memory of the children (Linux). */
const peakOf = async (pool: ChildPool): Promise<number> =>
  Math.max(0, ...await Promise.all(pool.pids.map(async (pid) => Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1] ?? 0) * 1024)))

try {
  sharp.cache(false)
  sharp.concurrency(1)
  await writeFile(paths.portrait, await portrait('bench', { background: 'red' }))
  for (const path of paths.photos) await photo(path)
  for (const [n, path] of paths.films.entries()) await film(path, n + 1, FILM_BYTES)
  const bytes = (await Promise.all(all.map((p) => stat(p)))).reduce((n, s) => n + s.size, 0)
  print(`a dossier of ${all.length} files, ${(bytes / 1e6).toFixed(0)} MB, node ${process.version}`)
  await header()
  const pool = new ChildPool()
  await inspectFile(paths.portrait, 'warm.jpg', wanted(paths.portrait), pool)
  await plain()
  const delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 5 })
  const pairs: [number, number][] = []
  for (let n = 0; n < 4; n++) {
    const base = await plain()
    delay.enable()
    pairs.push([await whole(pool), base])
    delay.disable()
  }
  const ratios = pairs.map(([a, b]) => a / b)
  print(`facts and sums ${median(pairs.map((p) => p[0])).toFixed(0)} ms, decoding and sums alone ${median(pairs.map((p) => p[1])).toFixed(0)} ms; ratios ${ratios.map((r) => r.toFixed(2)).join(' ')}`)
  // Others use the machine too: the best of each is nearest to what the work itself takes.
  const best = Math.min(...pairs.map((p) => p[0])) / Math.min(...pairs.map((p) => p[1]))
  tell('the whole dossier against decoding it and one SHA-256', best, GOALS.ratio, (n) => `${n.toFixed(2)} ×`)
  // Two of the heaviest at once, as the server runs them.
  delay.enable()
  await writeFile(join(folder, 'large.jpg'), await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#a83' } }).jpeg({ quality: 95 }).toBuffer())
  await Promise.all([1, 2].map(() => inspectFile(join(folder, 'large.jpg'), 'large.jpg', { border: true }, pool)))
  delay.disable()
  tell('memory of a checking process at its highest', await peakOf(pool), GOALS.memory, (n) => `${(n / 1048576).toFixed(0)} MiB`)
  tell('event loop of the server meanwhile, p99', delay.percentile(99) / 1e6, GOALS.delayMs, ms)
  pool.close()
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = missed === 0 ? 0 : 1
