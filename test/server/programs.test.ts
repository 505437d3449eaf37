/** Programs of the machine: found or not, held to their limits, ended with everything they started, without our secrets and without a network. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findFfmpeg, findPrograms } from '#server/programs/find-programs'
import type { Program, ProgramLimits, ProgramOrder } from '#server/programs/program'
import { runProgram } from '#server/programs/run-program'
import { livingWith } from './living'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder'

let at: TemporaryFolder
let n = 0
let folder: string
beforeAll(async () => { at = await temporaryFolder() })
afterAll(() => at.remove())
beforeEach(async () => { folder = join(at.path, `run-${n++}`); await mkdir(folder) })

const node: Program = { file: process.execPath, alone: [] }
const wide: ProgramLimits = { milliseconds: 30_000, residentBytes: 1e9, folderBytes: 1e9 }
const order = (script: string, limits: Partial<ProgramLimits> = {}, program = node): ProgramOrder => ({ program, args: ['-e', script, folder], folder, nice: 5, limits: { ...wide, ...limits } })

describe('a run', () => {
  test('ends with its code and its last words; what it prints is heard', async () => {
    let heard = ''
    const end = await runProgram(order(`process.stdout.write('half'); process.stderr.write('a'.repeat(9000) + 'last words'); process.exitCode = 3`), { hear: (text) => { heard += text } })
    expect([end.how, end.how === 'ended' && [end.code, end.said.slice(-10), end.said.length], heard]).toEqual(['ended', [3, 'last words', 4000], 'half'])
  })
  test('has nothing of ours but a path, a language and its own folder, and stands back', async () => {
    process.env['XUANSHU_TEST_SECRET'] = 'secret'
    let heard = ''
    await runProgram(order(`process.stdout.write(JSON.stringify([Object.keys(process.env).sort(), process.env.HOME, process.cwd(), require('node:os').getPriority()]))`), { hear: (text) => { heard += text } })
    delete process.env['XUANSHU_TEST_SECRET']
    expect(JSON.parse(heard)).toEqual([['HOME', 'LANG', 'MALLOC_ARENA_MAX', 'PATH', 'TMPDIR'], folder, folder, 5])
  })
  const child = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', process.argv[1]], { stdio: 'ignore' });`
  test.each([
    ['time', `setInterval(() => {}, 1000)`, { milliseconds: 500 }],
    ['memory', `const held = []; setInterval(() => held.push(Buffer.alloc(20e6, 1)), 20)`, { residentBytes: 200e6 }],
    // What it started counts too.
    ['memory', `require('node:child_process').spawn(process.execPath, ['-e', 'const held = []; setInterval(() => held.push(Buffer.alloc(20e6, 1)), 20)', process.argv[1]], { stdio: 'ignore' }); setInterval(() => {}, 1000)`, { residentBytes: 300e6 }],
    ['room', `setInterval(() => require('node:fs').appendFileSync('a/b', Buffer.alloc(5e6)), 20); require('node:fs').mkdirSync('a')`, { folderBytes: 20e6 }],
  ] as const)('that goes over its %s is ended, with what it started', async (limit, script, limits) => {
    expect(await runProgram(order(child + script, limits))).toEqual({ how: 'over', limit })
    await expect.poll(() => livingWith(folder)).toEqual([])
  })
  test('that nobody wants any more is ended, with what it started', async () => {
    const stop = new AbortController()
    expect(await runProgram(order(`${child} process.stdout.write('up'); setInterval(() => {}, 1000)`), { signal: stop.signal, hear: () => stop.abort() })).toEqual({ how: 'lost' })
    await expect.poll(() => livingWith(folder)).toEqual([])
  })
  test('ends with the process that asked for it, killed in the middle', async () => {
    const asker = join(at.path, 'asker.mjs')
    const { build } = await import('esbuild')
    await build({ stdin: { contents: `import { runProgram } from '#server/programs/run-program'\nvoid runProgram(JSON.parse(process.argv[2]), { hear: (t) => process.stdout.write(t) })`, resolveDir: join(import.meta.dirname, '../..') }, outfile: asker, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'silent' })
    await build({ entryPoints: [join(import.meta.dirname, '../../src/server/inspection/child.ts')], outfile: join(at.path, 'inspection-child.mjs'), bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'silent' })
    await linkPackages(at.path)
    const parent = spawn(process.execPath, [asker, JSON.stringify(order(`${child} process.stdout.write('up'); setInterval(() => {}, 1000)`))], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => parent.stdout.once('data', resolve))
    expect((await livingWith(folder)).length).toBeGreaterThanOrEqual(2)
    parent.kill('SIGKILL')
    await expect.poll(() => livingWith(folder), { timeout: 10_000 }).toEqual([])
  })
  test('of what is not there is told as lost', async () => {
    expect(await runProgram(order('', {}, { file: join(at.path, 'none'), alone: [] }))).toEqual({ how: 'lost' })
  })
  test('without a network reaches nobody, where this machine can take it away', async (context) => {
    const found = await findFfmpeg({ PATH: process.env['PATH'], XUANSHU_FFMPEG: await said('alone', 'libx264 aac') })
    const alone = found.program?.alone ?? []
    if (alone.length === 0) return context.skip('this machine does not let programs run without a network')
    let asked = 0
    const server = createServer((_, answer) => { asked++; answer.end() }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const script = `fetch('http://127.0.0.1:${(server.address() as AddressInfo).port}/').then(() => process.exit(0), () => process.exit(7))`
    const codes = []
    for (const way of [[], alone]) { const end = await runProgram(order(script, {}, { file: process.execPath, alone: way })); codes.push(end.how === 'ended' ? end.code : end) }
    server.close()
    // The first is the mutant: with the network it does reach.
    expect([codes, asked]).toEqual([[0, 7], 1])
  })
})

const linkPackages = async (to: string): Promise<void> => {
  const { symlink } = await import('node:fs/promises')
  await rm(join(to, 'node_modules'), { force: true })
  await symlink(join(import.meta.dirname, '../../node_modules'), join(to, 'node_modules'))
}

/** A program that prints what it is told to, whatever it is asked. */
const said = async (name: string, text: string): Promise<string> => {
  const file = join(at.path, name)
  await writeFile(file, `#!${process.execPath}\nconsole.log(${JSON.stringify(text)})\n`)
  await chmod(file, 0o755)
  return file
}
const why = async (env: Record<string, string>) => { const f = await findFfmpeg(env); return f.program === null ? f.why : [f.program.file, f.version] }

describe('which programs there are', () => {
  test('by the path, or by their own variable; off means off', async () => {
    const file = await said('ffmpeg', 'ffmpeg version 9.9-test Copyright\n libx264 aac')
    expect(await why({ PATH: at.path })).toEqual([file, '9.9-test'])
    expect(await why({ PATH: '', XUANSHU_FFMPEG: file })).toEqual([file, '9.9-test'])
    expect(await why({ PATH: at.path, XUANSHU_FFMPEG: 'off' })).toBe('off')
    expect(await why({ PATH: '' })).toBe('none')
    // By its name alone, or in the folder one happens to stand in: that is no path.
    expect([await why({ PATH: at.path, XUANSHU_FFMPEG: 'ffmpeg' }), await why({ PATH: '.' })]).toEqual(['unusable', 'none'])
  })
  test('one that runs not, or cannot make H.264, is none', async () => {
    await writeFile(join(at.path, 'text'), 'text')
    expect(await why({ PATH: '', XUANSHU_FFMPEG: join(at.path, 'text') })).toBe('unusable')
    expect(await why({ PATH: '', XUANSHU_FFMPEG: join(at.path, 'absent') })).toBe('unusable')
    expect(await why({ PATH: '', XUANSHU_FFMPEG: await said('poor', 'ffmpeg version 1\n libopenh264 aac') })).toBe('lacking')
  })
  test('settings that are no numbers stop the start, naming themselves', async () => {
    const off = { PATH: '', XUANSHU_FFMPEG: 'off', XUANSHU_SOFFICE: 'off' }
    expect(await findPrograms({ ...off, XUANSHU_FILMS_AT_ONCE: '2', XUANSHU_FILM_MINUTES: '5', XUANSHU_FILM_MEMORY_MB: '900' })).toMatchObject({ ffmpeg: null, soffice: null, films: { atOnce: 2, milliseconds: 300_000, residentBytes: 900_000_000 } })
    await expect(findPrograms({ ...off, XUANSHU_FILMS_AT_ONCE: 'many' })).rejects.toThrow('XUANSHU_FILMS_AT_ONCE')
    await expect(findPrograms({ ...off, XUANSHU_FILM_MINUTES: '0' })).rejects.toThrow('XUANSHU_FILM_MINUTES')
  })
})
