/** Uploads by tus in pieces of 16 MB against a bare program that writes what comes, sums it and forces it to the disk; then 32 at once, and what they take of memory. */
import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { beginSession } from '#server/store/sessions'
import { film } from './film'
import { openStage, print } from './stage'

const GOAL = { ratio: 0.8, memory: 64 * 1048576 }
const MB = 1_000_000
const LARGE = 100 * MB, MANY = { at: 32, bytes: 32 * MB }
const PIECE = 16 * 1048576
const ROUNDS = 5

const send = (method: string, url: string, headers: Readonly<Record<string, string | number>>, body: Uint8Array): Promise<{ status: number; text: string }> => new Promise((resolve, reject) => {
  const r = request(url, { method, headers: { ...headers, 'content-length': body.byteLength } }, (answer) => {
    let text = ''
    answer.setEncoding('utf8').on('data', (d: string) => { text += d }).on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
  })
  r.on('error', reject)
  r.end(body)
})

/** The bare program: one request, one file. */
const bareProgram = (folder: string): string => `
  import { createServer } from 'node:http'; import { createHash } from 'node:crypto'; import { open } from 'node:fs/promises'
  let n = 0
  createServer(async (req, res) => {
    const file = await open(${JSON.stringify(folder)} + '/bare-' + n++, 'w'), sum = createHash('sha256')
    for await (const piece of req) { sum.update(piece); await file.write(piece) }
    await file.sync(); await file.close(); res.end(sum.digest('hex'))
  }).listen(0, '127.0.0.1', function () { console.log(this.address().port) })`

const stage = await openStage()
const folder = stage.folder
const bare = spawn(process.execPath, ['--input-type=module', '-e', bareProgram(folder)], { stdio: ['ignore', 'pipe', 'inherit'] })
const bareOrigin = `http://127.0.0.1:${String(await new Promise((resolve) => bare.stdout.once('data', resolve))).trim()}`

const membership = (await stage.db.row<{ id: string }>('SELECT id FROM memberships WHERE account_id = $1', [stage.one.clerkId]))!.id
const cookie = `xuanshu_session=${await beginSession(stage.db, stage.one.clerkId, membership, false)}`
const api = async <T>(path: string, body: object): Promise<T> => {
  const { status, text } = await send('POST', `${stage.product.origin}${path}`, { cookie, 'content-type': 'application/json' }, Buffer.from(JSON.stringify(body)))
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
  return JSON.parse(text) as T
}
/** A place for one film. */
const place = async (bytes: number): Promise<string> => {
  const { nominationId } = await api<{ nominationId: string }>(`/api/campaigns/${stage.one.campaignId}/nominations`, { candidateName: '沈若川' })
  return (await api<{ url: string }>(`/api/nominations/${nominationId}/uploads`, { materialId: 'video', name: '视频.mp4', bytes })).url
}
const patch = async (url: string, bytes: Uint8Array): Promise<void> => {
  for (let from = 0; from < bytes.length; from += PIECE) {
    const { status, text } = await send('PATCH', `${stage.product.origin}${url}`, { cookie, 'tus-resumable': '1.0.0', 'upload-offset': from, 'content-type': 'application/offset+octet-stream' }, bytes.subarray(from, from + PIECE))
    if (status !== 204) throw new Error(`${url} at ${from}: ${status} ${text}`)
  }
}
const filmOf = async (bytes: number): Promise<Buffer> => {
  await film(join(folder, 'film.mp4'), 1, bytes)
  return readFile(join(folder, 'film.mp4'))
}
let films = 0
/** Another film of the same size: one byte of a frame is another. */
const another = (of: Buffer): Buffer => { of.writeUInt32LE(++films, of.length >> 1); return of }
const time = async (work: () => Promise<unknown>): Promise<number> => { const begun = performance.now(); await work(); return performance.now() - begun }
const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1]!
const status = async (): Promise<string> => readFile(`/proc/${stage.product.child.pid}/status`, 'utf8')
const kib = (text: string, name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(text)![1]) * 1024

let missed = 0
try {
  const large = await filmOf(LARGE)
  await patch(await place(large.length), another(large))
  const pairs: [number, number][] = []
  for (let n = 0; n < ROUNDS; n++) {
    const to = await place(large.length)
    const own = await time(() => patch(to, another(large)))
    pairs.push([own, await time(() => send('PUT', bareOrigin, {}, large))])
  }
  const speed = (ms: number): string => `${(large.length / ms / 1000).toFixed(0)} MB/s`
  const ratio = median(pairs.map((p) => p[1])) / median(pairs.map((p) => p[0]))
  if (ratio < GOAL.ratio) missed++
  print(`one film of ${(large.length / MB).toFixed(0)} MB, checked and kept: median ${speed(median(pairs.map((p) => p[0])))}; bare: ${speed(median(pairs.map((p) => p[1])))}; ratio ${ratio.toFixed(2)} (goal ≥ ${GOAL.ratio}); one by one ${pairs.map(([a, b]) => (b / a).toFixed(2)).join(' ')}${ratio < GOAL.ratio ? ' MISSED' : ''}`)

  const small = await filmOf(MANY.bytes)
  const films32 = Array.from({ length: MANY.at }, () => Buffer.from(another(small)))
  const urls: string[] = []
  for (const f of films32) urls.push(await place(f.length))
  const before = kib(await status(), 'VmRSS')
  await writeFile(`/proc/${stage.product.child.pid}/clear_refs`, '5')
  const took = await time(() => Promise.all(urls.map((u, i) => patch(u, films32[i]!))))
  const more = kib(await status(), 'VmHWM') - before
  if (more > GOAL.memory) missed++
  print(`${MANY.at} at once, ${(small.length / MB).toFixed(0)} MB each: ${((small.length * MANY.at) / took / 1000).toFixed(0)} MB/s together; memory of the server at most ${(more / 1048576).toFixed(0)} MiB more than before (goal ≤ ${GOAL.memory / 1048576})${more > GOAL.memory ? ' MISSED' : ''}`)
} finally {
  bare.kill()
  await stage.close()
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = missed === 0 ? 0 : 1
