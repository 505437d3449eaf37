/** The first public page: bytes over the wire, time to first byte, no script. */
import { brotliDecompressSync } from 'node:zlib'
import { get } from 'node:http'
import { callers, cpuOf, openStage, print } from './stage'

const LIMIT = 60_000
const CALLS = 2000
const stage = await openStage()
const { slug } = (await stage.db.row<{ slug: string }>(`SELECT slug FROM campaigns LIMIT 1`))!

interface Got { readonly status: number; readonly bytes: number; readonly firstByte: number; readonly body: Buffer; readonly encoding: string }
const ask = (path: string): Promise<Got> => new Promise((resolve, reject) => {
  const begun = performance.now()
  get(`${stage.product.origin}${path}`, { headers: { 'accept-encoding': 'br' } }, (response) => {
    const firstByte = performance.now() - begun
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      .on('end', () => { const body = Buffer.concat(parts); resolve({ status: response.statusCode ?? 0, bytes: body.length, firstByte, body, encoding: response.headers['content-encoding'] ?? '' }) })
  }).on('error', reject)
})

let missed = 0
for (const path of [`/p/${slug}`, `/p/${slug}/notice`]) {
  const first = await ask(path)
  const page = first.encoding === 'br' ? brotliDecompressSync(first.body).toString() : first.body.toString()
  const needed = [...page.matchAll(/<link[^>]+href="([^"]+\.css)"/g)].map((m) => m[1]!)
  const styles = await Promise.all(needed.map(ask))
  const whole = first.bytes + styles.reduce((sum, s) => sum + s.bytes, 0)
  const before = await cpuOf(stage.product.child.pid!)
  const times: number[] = []
  const run = await callers(CALLS, 8, async () => { times.push((await ask(path)).firstByte) })
  const cpu = (await cpuOf(stage.product.child.pid!)) - before
  times.sort((a, b) => a - b)
  const scripts = (page.match(/<script/g) ?? []).length
  const elsewhere = [...page.matchAll(/(?:src|href)="(https?:)?\/\/[^"]+"/g)].length
  const wrong = first.status !== 200 || whole > LIMIT || scripts > 0 || elsewhere > 0
  if (wrong) missed++
  print(`${path.replace(slug, 'CAMPAIGN')}: ${first.status}, ${first.bytes} bytes (brotli) + ${whole - first.bytes} of style = ${whole} (goal ≤ ${LIMIT}), ${scripts} scripts, ${elsewhere} other hosts; first ever answer after ${first.firstByte.toFixed(1)} ms; then at 8 callers ${((CALLS / run.ms) * 1000).toFixed(0)} pages/s, first byte p50 ${times[CALLS / 2]!.toFixed(1)} ms, p99 ${times[Math.floor(CALLS * 0.99)]!.toFixed(1)} ms, ${(cpu / CALLS).toFixed(2)} ms server CPU${wrong ? ' MISSED' : ''}`)
}
await stage.close()
process.exitCode = missed === 0 ? 0 : 1
