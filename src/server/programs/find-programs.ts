/** Which programs of the machine there are: by the environment, else on the path; each is asked once what it can, without a shell and, where that works, without a network. */
import { execFile } from 'node:child_process'
import { access, constants, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import { noPrograms, type Ffmpeg, type Program, type Programs } from './program'

type Env = Readonly<Record<string, string | undefined>>
/** none: not on the path; off: the operator said so; unusable: it is named and does not run; lacking: it runs and cannot do what is needed. */
export type Found<P> = { readonly program: P; readonly version: string } | { readonly program: null; readonly why: 'none' | 'off' | 'unusable' | 'lacking'; readonly at: string }

const ASK_MS = 20_000

/** What the server goes by. @throws when a setting is no number */
export const findPrograms = async (env: Env): Promise<Programs> => {
  const [ffmpeg, soffice] = await Promise.all([findFfmpeg(env), findSoffice(env)])
  return { ffmpeg: ffmpeg.program, soffice: soffice.program, films: filmLimits(env) }
}

export const findFfmpeg = async (env: Env): Promise<Found<Ffmpeg>> => {
  const found = await find(env, 'XUANSHU_FFMPEG', ['ffmpeg'], ['-version'])
  if (found.program === null) return found
  const [encoders, filters] = await Promise.all([say(found.program, ['-hide_banner', '-encoders']), say(found.program, ['-hide_banner', '-filters'])])
  if (!/\blibx264\b/u.test(encoders ?? '') || !/\baac\b/u.test(encoders ?? '')) return { program: null, why: 'lacking', at: found.program.file }
  return { program: { ...found.program, mapsTones: /\bzscale\b/u.test(filters ?? '') && /\btonemap\b/u.test(filters ?? '') }, version: /version (\S+)/u.exec(found.version)?.[1] ?? found.version }
}

export const findSoffice = async (env: Env): Promise<Found<Program>> => {
  const found = await find(env, 'XUANSHU_SOFFICE', ['soffice', 'libreoffice'], ['--version'])
  return found.program === null ? found : { program: found.program, version: /(\d[\w.]+)/u.exec(found.version)?.[1] ?? found.version }
}

/** At a time, minutes and memory of one film; a film more than the machine has processors for only makes all of them late. */
const filmLimits = (env: Env): Programs['films'] => {
  const { milliseconds, residentBytes, atOnce } = noPrograms.films
  return {
    atOnce: numberOf(env, 'XUANSHU_FILMS_AT_ONCE', atOnce, 1), milliseconds: numberOf(env, 'XUANSHU_FILM_MINUTES', milliseconds / 60_000, 1) * 60_000,
    residentBytes: numberOf(env, 'XUANSHU_FILM_MEMORY_MB', residentBytes / 1_000_000, 100) * 1_000_000, threads: Math.max(1, availableParallelism() - 1),
  }
}
const numberOf = (env: Env, name: string, usual: number, least: number): number => {
  const text = env[name]?.trim() ?? ''
  const n = text === '' ? usual : Number(text)
  if (!(n >= least)) throw new Error(`${name} 应为不小于 ${least} 的数 / must be a number of ${least} or more`)
  return Math.floor(n)
}

const find = async (env: Env, variable: string, names: readonly string[], ask: readonly string[]): Promise<Found<Program>> => {
  const named = env[variable]?.trim() ?? ''
  if (named.toLowerCase() === 'off') return { program: null, why: 'off', at: variable }
  const file = named === '' ? await onPath(env, names) : isAbsolute(named) && (await runs(named)) ? named : null
  if (file === null) return { program: null, why: named === '' ? 'none' : 'unusable', at: named === '' ? names[0]! : named }
  for (const alone of await aloneWays(env)) {
    const version = await say({ file, alone }, ask)
    if (version !== null) return { program: { file, alone }, version: version.split('\n')[0]!.trim() }
  }
  return { program: null, why: 'unusable', at: file }
}

const runs = (file: string): Promise<boolean> => access(file, constants.X_OK).then(() => true, () => false)
const onPath = async (env: Env, names: readonly string[]): Promise<string | null> => {
  for (const name of names)
    for (const folder of (env['PATH'] ?? '').split(delimiter)) if (isAbsolute(folder) && (await runs(join(folder, name)))) return join(folder, name)
  return null
}

/** A network of its own with nothing in it, for root and for others where the system lets them; the last way is to run as it is. */
const aloneWays = async (env: Env): Promise<readonly (readonly string[])[]> => {
  const unshare = await onPath(env, ['unshare'])
  return unshare === null ? [[]] : [...(process.getuid?.() === 0 ? [[unshare, '--net', '--']] : [[unshare, '--map-current-user', '--net', '--'], [unshare, '--map-root-user', '--net', '--']]), []]
}

/** What it prints; null where it cannot be run, or says no. */
const say = async (program: Program, args: readonly string[]): Promise<string | null> => {
  const [file = '', ...before] = [...program.alone, program.file]
  // Some leave things where they are at home.
  const home = await mkdtemp(join(tmpdir(), 'xuanshu-ask-'))
  try {
    return await new Promise((resolve) => {
      execFile(file, [...before, ...args], { timeout: ASK_MS, killSignal: 'SIGKILL', maxBuffer: 4 << 20, env: { PATH: process.env['PATH'], HOME: home, TMPDIR: home, LANG: 'C.UTF-8' } }, (error, stdout) => resolve(error === null ? stdout : null))
    })
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
