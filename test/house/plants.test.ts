/**
 * The guards of the house are shown to have teeth: one violation of each kind is planted in a copy, and each guard named for it must refuse it.
 * The copy may hold unfinished work; only what comes with the plants is judged.
 */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breachesOf } from './floors'
import { readHouse } from './house'
import { otherHalf, plants, sound } from './plants'

interface Complaint {
  readonly file: string
  readonly code: string
}

const house = join(import.meta.dirname, '../..')
const copy = mkdtempSync(join(realpathSync(tmpdir()), 'xuanshu-plants-'))
let compiler: Complaint[] = []
let linter: Complaint[] = []
let floors: Complaint[] = []

const codesAt = (complaints: readonly Complaint[], path: string) => complaints.filter((c) => c.file === path).map((c) => c.code)

beforeAll(async () => {
  for (const part of ['src', 'package.json', 'tsconfig.base.json', '.oxlintrc.json']) cpSync(join(house, part), join(copy, part), { recursive: true })
  symlinkSync(join(house, 'node_modules'), join(copy, 'node_modules'), 'dir')
  for (const { path, text } of [...plants, otherHalf, ...sound]) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), text)
  }
  linter = await lint()
  compiler = await compile()
  floors = breachesOf(readHouse(copy)).map((b) => ({ file: b.file, code: b.rule }))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('the compiler refuses', () => {
  test.each(plants.filter((p) => p.compiler))('$name', (plant) => {
    expect(plant.compiler).toContain(codesAt(compiler, plant.path)[0])
  })
})

describe('the linter refuses', () => {
  test.each(plants.filter((p) => p.linter !== undefined))('$name', (plant) => {
    expect(codesAt(linter, plant.path)).toContain(plant.linter)
  })
})

describe('the house refuses', () => {
  test.each(plants.filter((p) => p.floors))('$name', (plant) => {
    expect(codesAt(floors, plant.path)).toContain(plant.floors)
  })
})

describe('what is allowed passes', () => {
  test.each(sound)('$path', ({ path }) => {
    expect([compiler, linter, floors].flatMap((complaints) => codesAt(complaints, path))).toEqual([])
  })
  test('every plant is refused by at least one guard, and each guard has plants of its own', () => {
    expect(plants.filter((p) => [compiler, linter, floors].every((complaints) => codesAt(complaints, p.path).length === 0))).toEqual([])
    expect(existsSync(join(copy, 'node_modules/typescript'))).toBe(true)
  })
})

/** The rooms that hold plants, and what lies below them; the whole house is checked once, by `npm run types`. */
const compile = async (): Promise<Complaint[]> => {
  const said = await run('typescript-native/bin/tsc', ['-b', '--pretty', 'false', 'src/core', 'src/contract', 'src/media'])
  return [...said.matchAll(/^(?:(\S+)\(\d+,\d+\): )?error (TS\d+)/gm)].map(([, file = '', code = '']) => ({ file, code }))
}

const lint = async (): Promise<Complaint[]> => {
  const said = await run('oxlint/bin/oxlint', ['--format', 'json', 'src'])
  const { diagnostics } = JSON.parse(said) as { diagnostics: { filename: string; code?: string }[] }
  return diagnostics.map((d) => ({ file: d.filename, code: /\((.+)\)/.exec(d.code ?? '')?.[1] ?? '' }))
}

/** Both tools end with an error when they refuse; what they print is the answer. */
const run = (tool: string, args: readonly string[]): Promise<string> =>
  new Promise((settle) => {
    execFile(process.execPath, [join(house, 'node_modules', tool), ...args], { cwd: copy, maxBuffer: 64 << 20 }, (_failed, out) => settle(out))
  })
