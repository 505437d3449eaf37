/** A program in the place of ffmpeg that does what a test wants: the same arguments, the same progress, another outcome. For what must hold whatever the program does, and where no ffmpeg is. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noPrograms, type Programs } from '#server/programs/program'

/** good: writes what it was given for that; same: the original as it is; slow: goes on for a minute, or until it is told to do well; hog: takes memory; flood: fills its folder; broken, full: ends as ffmpeg ends then. */
export type Manner = 'good' | 'same' | 'slow' | 'hog' | 'flood' | 'broken' | 'full'

const script = `#!${process.execPath}
const { appendFileSync, copyFileSync, readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { spawn } = require('node:child_process')
const args = process.argv.slice(2)
if (args.includes('-version')) { console.log('ffmpeg version 0-stand-in'); process.exit(0) }
if (args.includes('-encoders')) { console.log('libx264 aac'); process.exit(0) }
if (args.includes('-filters')) process.exit(0)
const path = (arg) => arg.slice('file:'.length)
const [from, to] = [path(args[args.indexOf('-i') + 1]), path(args.at(-1))]
const here = __dirname
appendFileSync(join(here, 'begun'), process.pid + '\\n')
const manner = readFileSync(join(here, 'manner'), 'utf8')
const progress = (seconds) => process.stdout.write('out_time_us=' + Math.round(seconds * 1e6) + '\\nprogress=continue\\n')
if (manner === 'good') { progress(1); copyFileSync(join(here, 'good.mp4'), to); process.exit(0) }
if (manner === 'same') { copyFileSync(from, to); process.exit(0) }
if (manner === 'broken') { process.stderr.write('Invalid data found when processing input\\n'); process.exit(1) }
if (manner === 'full') { process.stderr.write('av_interleaved_write_frame(): No space left on device\\n'); process.exit(1) }
writeFileSync(to, 'x')
// What it starts itself has to go with it.
const helper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)', here], { stdio: 'ignore' })
let n = 0
const held = []
setInterval(() => {
  if (readFileSync(join(here, 'manner'), 'utf8') === 'good') { copyFileSync(join(here, 'good.mp4'), to); helper.kill('SIGKILL'); process.exit(0) }
  n++
  progress(n * 0.02)
  if (manner === 'hog') held.push(Buffer.alloc(30e6, n))
  if (manner === 'flood') appendFileSync(to, Buffer.alloc(30e6))
}, 50)
setTimeout(() => process.exit(0), 60000)
`

export interface StandIn {
  readonly folder: string
  readonly programs: Programs
  does(manner: Manner): Promise<void>
  remove(): Promise<void>
}

/** @param good what it makes when it does well @param limits what a film gets */
export const standInFfmpeg = async (good: Buffer, limits: Partial<Programs['films']> = {}): Promise<StandIn> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-stand-in-'))
  const file = join(folder, 'ffmpeg')
  await writeFile(file, script, { mode: 0o755 })
  await writeFile(join(folder, 'good.mp4'), good)
  const does = (manner: Manner) => writeFile(join(folder, 'manner'), manner)
  await does('good')
  return { folder, programs: { ...noPrograms, ffmpeg: { file, alone: [], mapsTones: false }, films: { ...noPrograms.films, ...limits } }, does, remove: () => rm(folder, { recursive: true, force: true }) }
}
