/** A package of films: how many MB of content a second from the request to the file that lies ready, beside a bare copy with one SHA-256 in the same run; memory and delay of the server meanwhile. Run with `node bench/run.mjs package`. */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { listPackages, packageNomination } from '#contract/operations/packages'
import { newId } from '#server/ids'
import { prepareNomination } from '../test/server/dossier'
import { openOffice, openProvincial } from '../test/server/office'
import { openGround, print } from './stage'

const FILES = Number(process.argv[3] ?? 6)
const FILE_MB = 200
const ROUNDS = 3
const goal = { megabytesASecond: 150, memory: 100, delay: 200 }
const MB = 1_000_000

const { at, folder, close } = await openGround()
const { services } = at
const o = await openOffice(at, 1)
const campaignId = await openProvincial(at, o)
const { clerk } = o.units[0]!
const nominationId = await prepareNomination(clerk, campaignId, '沈若川')

/** As large as the films of a notice; random, so that nothing can be saved. */
const film = async (n: number): Promise<{ path: string; sha256: string; bytes: number }> => {
  const path = join(folder, `film-${n}`)
  const file = await open(path, 'w')
  for (let i = 0; i < FILE_MB; i++) await file.write(randomBytes(MB))
  await file.close()
  return { path, ...(await services.blobs.adopt(path)) }
}
const films: Awaited<ReturnType<typeof film>>[] = []

const make = async (): Promise<{ seconds: number; content: number; state: string }> => {
  const begun = performance.now()
  const { packageId } = await clerk.ask(packageNomination, { params: { nominationId } })
  for (;;) {
    const p = (await clerk.ask(listPackages, { params: { campaignId } })).packages.find((one) => one.id === packageId)!
    if (p.state === 'ready' || p.state === 'failed') return { seconds: (performance.now() - begun) / 1000, content: p.content.all, state: p.state }
    await new Promise((r) => { setTimeout(r, 50) })
  }
}
/** What a person with two commands would do: cp and sha256sum, reading once, on the disk at the end. */
const bare = async (): Promise<number> => {
  const begun = performance.now()
  for (const { path } of films) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), new Transform({ transform(piece: Buffer, _, done) { hash.update(piece); done(null, piece) } }), createWriteStream(join(folder, 'copy'), { flush: true }))
    hash.digest()
  }
  return (performance.now() - begun) / 1000
}

await make() // The form's renderer and the page's statements are warm; a server that stands has them.
for (let n = 1; n <= FILES; n++) {
  films.push(await film(n))
  const { sha256, bytes } = films.at(-1)!
  await services.db.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2)`, [sha256, bytes])
  await services.db.rows(`INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, bytes, name, original_name, facts, received_at, received_by) SELECT $1, nomination_id, material_id, 100 + $2, $3, $4, name, original_name, facts, received_at, received_by FROM materials WHERE nomination_id = $5 AND name LIKE '%.mp4' LIMIT 1`, [newId(), n, sha256, bytes, nominationId])
}
const content = films.reduce((n, f) => n + f.bytes, 0)
const rates: { made: number; bare: number }[] = []
let memory = 0
const delay = monitorEventLoopDelay({ resolution: 5 })
for (let round = 0; round < ROUNDS; round++) {
  const copied = await bare()
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const watch = setInterval(() => { memory = Math.max(memory, process.memoryUsage.rss() - before) }, 20)
  delay.enable()
  const made = await make()
  delay.disable()
  clearInterval(watch)
  if (made.state !== 'ready') throw new Error('the package was not made')
  rates.push({ made: made.content / MB / made.seconds, bare: content / MB / copied })
}
await rm(join(folder, 'copy'), { force: true })
const best = rates.toSorted((a, b) => b.made - a.made)
const median = best[ROUNDS >> 1]!
const p99 = delay.percentile(99) / 1e6
print(`content                   ${(content / MB).toFixed(0)} MB in ${FILES} films, ${ROUNDS} rounds`)
print(`package, request to ready ${rates.map((r) => r.made.toFixed(0)).join(', ')} MB/s; median ${median.made.toFixed(0)}   goal >= ${goal.megabytesASecond}`)
print(`bare copy with SHA-256    ${rates.map((r) => r.bare.toFixed(0)).join(', ')} MB/s; the package at ${rates.map((r) => (r.made / r.bare).toFixed(2)).join(', ')} of it`)
print(`memory, most above before ${(memory / MB).toFixed(0)} MB   goal <= ${goal.memory}`)
print(`event loop delay, p99     ${p99.toFixed(1)} ms   goal <= ${goal.delay}`)
await close()
process.exitCode = median.made >= goal.megabytesASecond && memory / MB <= goal.memory && p99 <= goal.delay ? 0 : 1
