/** A telephone's film, 4K in H.265, made 1080p in H.264 by the server: how long, what memory the program takes, and whether the server answers as before. Needs an ffmpeg with libx265. Run with `node bench/run.mjs convert [seconds]`. */
import { execFileSync } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { listFilms } from '#contract/operations/films'
import { createNomination } from '#contract/operations/nominations'
import { beginUpload } from '#contract/operations/uploads'
import { rulesOf } from '#core/campaign/definition'
import { findPrograms } from '#server/programs/find-programs'
import { definitionFor } from '../test/server/dossier'
import { livingWith } from '../test/server/living'
import { openOffice, openProvincial } from '../test/server/office'
import { cpuOf, openGround, print } from './stage'

const SECONDS = Number(process.argv[3] ?? 30)
const IDLE_MS = 10_000
/** A film's own length a few times over is waited for while one fills in a form. */
const goal = { timesItsLength: 10, memory: 800, delay: 50 }
const MB = 1_000_000

const programs = await findPrograms(process.env)
if (programs.ffmpeg === null) throw new Error('no ffmpeg on this machine')
const { at, folder, close } = await openGround(programs)
const o = await openOffice(at, 1)
const campaignId = await openProvincial(at, o)
const { clerk } = o.units[0]!
const materialId = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'video')!.id
const params = { nominationId: (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId }

/** Five seconds with the grain of a camera, shown again and again: coding 4K costs more than all that is measured here. */
const film = join(folder, 'film.mov')
const ffmpeg = (...args: string[]) => execFileSync(programs.ffmpeg!.file, ['-nostdin', '-v', 'error', '-y', ...args])
ffmpeg('-f', 'lavfi', '-i', 'testsrc2=s=3840x2160:r=30:d=5', '-f', 'lavfi', '-i', 'sine=frequency=440:d=5', '-vf', 'noise=alls=12:allf=t,format=yuv420p', '-c:v', 'libx265', '-preset', 'ultrafast', '-b:v', '48M', '-x265-params', 'log-level=none', '-tag:v', 'hvc1', '-c:a', 'aac', join(folder, 'piece.mov'))
ffmpeg('-stream_loop', String(Math.ceil(SECONDS / 5) - 1), '-i', join(folder, 'piece.mov'), '-c', 'copy', film)
const bytes = await readFile(film)

const delay = monitorEventLoopDelay({ resolution: 5 })
const asked: number[] = []
/** What an open page asks each second. */
const look = async () => { const begun = performance.now(); const { films } = await clerk.ask(listFilms, { params }); asked.push(performance.now() - begun); return films }
const p99 = (): string => { const n = delay.percentile(99) / 1e6; delay.reset(); return n.toFixed(1) }
const longest = (): string => Math.max(...asked.splice(0)).toFixed(0)

delay.enable()
for (const end = Date.now() + IDLE_MS; Date.now() < end;) { await look(); await new Promise((r) => { setTimeout(r, 1000) }) }
const idle = [p99(), longest()]
delay.disable()
const { url } = await clerk.ask(beginUpload, { params, body: { materialId, name: 'IMG_0420.MOV', bytes: bytes.byteLength, toConvert: true } })
await clerk.raw('PATCH', url, bytes, { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
let [memory, processor] = [0, 0]
const watch = setInterval(() => void livingWith(at.services.filmsDir).then(async (pids) => {
  for (const pid of pids) {
    memory = Math.max(memory, await readFile(`/proc/${pid}/statm`, 'utf8').then((s) => Number(s.split(' ')[1]) * 4096, () => 0))
    processor = Math.max(processor, await cpuOf(pid).catch(() => 0))
  }
}), 500)
asked.length = 0
delay.reset()
delay.enable()
const begun = performance.now()
let [made] = await look()
while (made?.state === 'waiting' || made?.state === 'converting') { await new Promise((r) => { setTimeout(r, 1000) }); [made] = await look() }
const seconds = (performance.now() - begun) / 1000
delay.disable()
clearInterval(watch)
const busy = [p99(), longest()]
if (made?.state !== 'made') throw new Error(`not made: ${JSON.stringify(made?.findings.map((f) => f.code))}`)
print(`film                      ${SECONDS} s of 3840×2160 H.265, ${((await stat(film)).size / MB).toFixed(0)} MB; ${programs.films.threads} thread(s), behind everything else (nice 15)`)
print(`made                      1920×1080 H.264, ${(made.made!.bytes / MB).toFixed(1)} MB, in ${seconds.toFixed(1)} s, ${(seconds / SECONDS).toFixed(1)} times its length   goal <= ${goal.timesItsLength} times; ${(processor / 1000).toFixed(0)} s of one processor`)
print(`memory of the program     ${(memory / MB).toFixed(0)} MB   goal <= ${goal.memory}, limit ${programs.films.residentBytes / MB}`)
print(`event loop delay, p99     ${busy[0]} ms meanwhile, ${idle[0]} ms before   goal <= ${goal.delay}`)
print(`longest answer to a page  ${busy[1]} ms meanwhile, ${idle[1]} ms before`)
await close()
if (seconds / SECONDS > goal.timesItsLength || memory / MB > goal.memory || Number(busy[0]) > goal.delay) process.exitCode = 1
