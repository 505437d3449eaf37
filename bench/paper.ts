/** Worn pages at 150 dpi: how many are matched to their exact version, how many wrongly, and how long a page takes in the child. Run with `node bench/run.mjs paper`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ChildPool } from '#server/inspection/child-pool'
import { ask } from '#server/inspection/inspect-file'
import { wornSet } from '../test/server/paper/worn-set'
import { print } from './stage'

const pages = Number(process.argv[3] ?? 60)
const goal = { share: 0.95, milliseconds: 30_000 }

const folder = await mkdtemp(join(tmpdir(), 'xuanshu-bench-paper-'))
const pool = new ChildPool({ children: 1, milliseconds: goal.milliseconds, residentBytes: 512 * 1024 * 1024 })
const set = await wornSet(pages)
const times: number[] = []
let [matched, wrong, sealed, sealsFound, falseSeals] = [0, 0, 0, 0, 0]
const lost: string[] = []
for (const [i, page] of set.entries()) {
  const path = join(folder, `${i}.jpg`)
  await writeFile(path, page.jpeg)
  const begun = performance.now()
  const outcome = await ask(pool, { kind: 'paper', path, to: folder })
  times.push(performance.now() - begun)
  const seen = outcome.kind === 'paper' ? outcome.read.reading.pages[0] : undefined
  const right = JSON.stringify(seen?.codes) === JSON.stringify([page.code])
  if (right) matched++
  else if ((seen?.codes.length ?? 0) > 0) wrong++
  if (!right) lost.push(page.wear.join('+'))
  if (page.wear.includes('gray')) continue
  if (page.seals > 0) sealed++
  if (page.seals > 0 && (seen?.seals.length ?? 0) > 0) sealsFound++
  if (page.seals === 0) falseSeals += seen?.seals.length ?? 0
}
pool.close()
await rm(folder, { recursive: true, force: true })
const sorted = times.toSorted((a, b) => a - b)
const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
print(`pages                    ${pages}`)
print(`matched                  ${matched} (${((matched / pages) * 100).toFixed(1)} %)   goal >= ${goal.share * 100} %${lost.length > 0 ? `   not: ${lost.join(', ')}` : ''}`)
print(`matched wrongly          ${wrong}   goal 0`)
print(`seals found              ${sealsFound} of ${sealed} in colour, ${falseSeals} where there is none   a hint`)
print(`a page in the child      median ${at(0.5)} ms, p90 ${at(0.9)} ms, longest ${at(1)} ms   limit ${goal.milliseconds} ms a file`)
if (matched / pages < goal.share || wrong > 0) process.exitCode = 1
