/**
 * One violation of each kind, as it would be written, and who must refuse it. A new rule of the house gets its plant here.
 * `compiler` names the error codes of which one must come, `linter` the rule, `floors` the rule of the house; left out: that guard is not asked.
 */
import type { HouseRule } from './breach'

export interface Plant {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly compiler?: readonly string[]
  readonly linter?: string
  readonly floors?: HouseRule
}

const imports = 'no-restricted-imports'
/** A file of another room enters the program: outside this room's root, or not listed by it. */
const notThisProject = ['TS6059', 'TS6307']
/** A name or module that the room's `lib` and `types` do not know. */
const unknownName = ['TS2307', 'TS2304', 'TS2584', 'TS2591', 'TS2580', 'TS2552']
/** In parts, so that this file does not hold what the check refuses. */
const folderOfOneMachine = ['', 'ho' + 'me', 'someone', 'data'].join('/')
const marker = 'TO' + 'DO'

/** What the plants import; sound in itself, like the last of them. */
export const soil: readonly { path: string; text: string }[] = ['core', 'documents', 'server', 'cli', 'web/office'].map((room) => ({
  path: `src/${room}/planted-target.ts`,
  text: '/** A sound file. */\nexport const planted = 1\nexport type Planted = typeof planted\n',
}))

const floorPlants: readonly Plant[] = [
  { name: 'an upward import', path: 'src/core/planted-upward.ts', text: "export { planted as up } from '#server/planted-target'\nexport const own = 1\n", compiler: notThisProject, linter: imports, floors: 'upward import' },
  { name: 'an upward import of a type only', path: 'src/core/planted-upward-type.ts', text: "import type { Planted } from '#documents/planted-target'\nexport const up: Planted = 1\n", compiler: notThisProject, linter: imports, floors: 'upward import' },
  { name: 'an upward import by a path', path: 'src/core/planted-upward-path.ts', text: "import { planted } from '../cli/planted-target'\nexport const up = planted\n", compiler: notThisProject, linter: imports, floors: 'upward import' },
  { name: 'an upward import at run time', path: 'src/contract/planted-upward-late.ts', text: "export const up = () => import('#server/planted-target')\n", compiler: notThisProject, linter: imports, floors: 'upward import' },
  { name: 'an upward import inside a type', path: 'src/contract/planted-upward-inside.ts', text: "export const up: import('#documents/planted-target').Planted = 1\n", compiler: notThisProject, floors: 'upward import' },
  { name: 'an import between rooms of one floor', path: 'src/media/planted-sideways.ts', text: "import { planted } from '#documents/planted-target'\nexport const beside = planted\n", compiler: notThisProject, linter: imports, floors: 'upward import' },
  { name: 'the server importing the command line', path: 'src/server/planted-upward.ts', text: "import { planted } from '#cli/planted-target'\nexport const up = planted\n", linter: imports, floors: 'upward import' },
  { name: 'the web importing the server', path: 'src/web/planted-upward.tsx', text: "import { planted } from '#server/planted-target'\nexport const Up = () => <p>{planted}</p>\n", linter: imports, floors: 'upward import' },
  { name: 'the web importing Node', path: 'src/web/planted-node.ts', text: "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n", linter: imports, floors: 'package not for this room' },
  { name: 'an area of the web importing another area', path: 'src/web/unit/planted-area.ts', text: "import { planted } from '../office/planted-target'\nexport const beside = planted\n", floors: 'import of another area' },
  { name: 'an area of the web importing a type of another area', path: 'src/web/jury/planted-area.ts', text: "import type { Planted } from '../office/planted-target'\nexport const beside: Planted = 1\n", floors: 'import of another area' },
  { name: 'the entry importing more of an area than its routes', path: 'src/web/entry/planted-area.ts', text: "export const late = () => import('../office/planted-target')\n", floors: 'import of another area' },
  { name: 'a shared part of the web importing an area', path: 'src/web/ui/planted-area.ts', text: "import { planted } from '../office/planted-target'\nexport const above = planted\n", floors: 'import of another area' },
  { name: 'a downward import by a path', path: 'src/contract/planted-path.ts', text: "import { planted } from '../core/planted-target'\nexport const down = planted\n", linter: imports, floors: 'import by path into another room' },
  { name: 'a test of the core reaching up', path: 'src/core/planted-upward.test.ts', text: "import { planted } from '#server/planted-target'\nexport const up = planted\n", linter: imports, floors: 'upward import' },
  { name: 'a room without a floor', path: 'src/attic/planted.ts', text: "import { planted } from '#core/planted-target'\nexport const under = planted\n", floors: 'upward import' },
  { name: 'a circle of types only', path: 'src/core/planted-circle-a.ts', text: "import type { B } from './planted-circle-b'\nexport type A = { b: B | null }\n", linter: 'no-cycle', floors: 'circle' },
]

/** The other half of the circle: sound alone, refused together. */
export const otherHalf = { path: 'src/core/planted-circle-b.ts', text: "import type { A } from './planted-circle-a'\nexport type B = { a: A | null }\n" }

const purityPlants: readonly Plant[] = [
  { name: 'the core reading a file', path: 'src/core/planted-fs.ts', text: "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n", compiler: unknownName, linter: imports, floors: 'package not for this room' },
  { name: 'the core using a package that is not for it', path: 'src/core/planted-package.ts', text: "import days from 'chinese-days'\nexport const holidays = days\n", linter: imports, floors: 'package not for this room' },
  { name: 'the core touching the page', path: 'src/core/planted-page.ts', text: 'export const title = () => document.title\n', compiler: unknownName },
  { name: 'the core asking the network', path: 'src/core/planted-fetch.ts', text: "export const load = () => fetch('https://example.org')\n", compiler: unknownName, linter: 'no-restricted-globals', floors: 'core knows its host' },
  { name: 'the core asking the process', path: 'src/core/planted-process.ts', text: 'export const mode = () => process.env\n', compiler: unknownName, linter: 'no-restricted-globals', floors: 'core knows its host' },
  { name: 'the core waiting', path: 'src/core/planted-timer.ts', text: 'export const wait = (f: () => void) => setTimeout(f, 1)\n', compiler: unknownName, linter: 'no-restricted-globals', floors: 'core knows its host' },
  { name: 'the core reading the clock', path: 'src/core/planted-clock.ts', text: 'export const now = () => Date.now()\n', linter: 'no-restricted-properties', floors: 'core has a clock' },
  { name: 'the core making a date of now', path: 'src/core/planted-date.ts', text: 'export const now = () => new Date()\n', floors: 'core has a clock' },
  { name: 'the core hiding the clock under another name', path: 'src/core/planted-alias.ts', text: 'const { now } = Date\nexport const hidden = now\n', floors: 'core has a clock' },
  { name: 'the core reading the time zone of the machine', path: 'src/core/planted-zone.ts', text: 'export const hour = (at: Date) => at.getHours()\n', floors: 'core has a clock' },
  { name: 'the core throwing dice', path: 'src/core/planted-dice.ts', text: 'export const dice = () => Math.random()\n', linter: 'no-restricted-properties', floors: 'core has chance' },
  { name: 'the core throwing dice in brackets', path: 'src/core/planted-brackets.ts', text: "export const dice = () => Math['random']()\n", floors: 'core has chance' },
  { name: 'the core drawing bytes', path: 'src/core/planted-bytes.ts', text: "import { randomBytes } from '@noble/hashes/utils.js'\nexport const key = () => randomBytes(32)\n", floors: 'core has chance' },
]

const habitPlants: readonly Plant[] = [
  { name: 'a file of 501 lines', path: 'src/core/planted-long.ts', text: `export const first = 1\n${'// more\n'.repeat(500)}`, linter: 'max-lines', floors: 'file too long' },
  { name: 'a folder called utils', path: 'src/core/utils/planted.ts', text: 'export const anything = 1\n', floors: 'folder without a subject' },
  { name: 'a barrel of everything', path: 'src/core/planted-barrel.ts', text: "export * from './planted-target'\n", linter: 'no-barrel-file', floors: 'barrel' },
  { name: 'a barrel of names', path: 'src/core/planted-barrel-names.ts', text: "import { planted } from './planted-target'\nexport { planted }\n", floors: 'barrel' },
  { name: 'a default export', path: 'src/core/planted-default.ts', text: 'export default 1\n', linter: 'no-default-export' },
  { name: 'an any', path: 'src/core/planted-any.ts', text: 'export const loose = (x: any) => x\n', linter: 'no-explicit-any' },
  { name: 'an error of the compiler silenced', path: 'src/core/planted-silence.ts', text: '// @ts-ignore\nexport const n: number = "n"\n', linter: 'ban-ts-comment' },
  { name: 'a silencing comment that silences nothing', path: 'src/core/planted-unused.ts', text: '// oxlint-disable-next-line no-var\nexport const n = 1\n', linter: '' },
  { name: 'work left for later', path: 'src/core/planted-later.ts', text: `export const n = 1 // ${marker} finish\n`, floors: 'unfinished' },
  { name: 'a test that silences the others', path: 'test/house/planted-only.test.ts', text: "import { test } from 'vitest'\ntest.only('one', () => {})\n", floors: 'test left out' },
  { name: 'a test left out without a reason', path: 'test/house/planted-skip.test.ts', text: "import { test } from 'vitest'\ntest.skip('one', () => {})\n", floors: 'test left out' },
  { name: 'a folder of one machine', path: 'src/server/planted-folder.ts', text: `export const data = '${folderOfOneMachine}'\n`, floors: 'path of one machine' },
  { name: 'a folder of one machine in the database supervisor, without a reason', path: 'src/server/postgres/planted-folder.ts', text: `export const data = '${folderOfOneMachine}'\n`, floors: 'path of one machine' },
  { name: 'the host of a registry', path: 'docs/planted-registry.md', text: `npm install --registry https://registry${'.'}example.org\n`, floors: 'registry host' },
]

const withoutWho = "export const open = operation({ id: 'planted.open', method: 'GET', path: '/api/planted', summary: { zh: '示例', en: 'Planted' } })\n"

/** The contract's own plants: an operation that does not say who may call it does not build. */
const contractPlants: readonly Plant[] = [
  { name: 'an operation without who', path: 'src/contract/operations/planted-without-who.ts', text: `import { operation } from '../operation'\n${withoutWho}`, compiler: ['TS2345', 'TS2741'], floors: 'operation without who' },
  { name: 'an operation with a who that no rule knows', path: 'src/contract/operations/planted-strange-who.ts', text: `import { operation } from '../operation'\n${withoutWho.replace('summary', "who: 'passers-by', summary")}`, compiler: ['TS2322', 'TS2820'] },
]

export const plants: readonly Plant[] = [...floorPlants, ...purityPlants, ...habitPlants, ...contractPlants]

/** Next to every refused one stands what is allowed: none of the guards may complain of these. */
export const sound: readonly { path: string; text: string }[] = [
  ...soil,
  { path: 'src/core/planted-sound.ts', text: "import { z } from 'zod'\nimport { sha256 } from '@noble/hashes/sha2.js'\n/** Date.now and Math.random in words are no clock and no chance. */\nexport const at = (instant: number) => new Date(instant).toISOString()\nexport const day = Date.UTC(2026, 0, 1)\nexport const floor = Math.floor(1.5)\nexport const said = 'process.env'\nexport const process = (fetch: string) => ({ fetch, hash: sha256, schema: z.string() })\n" },
  { path: 'src/contract/planted-sound.ts', text: "import { planted } from '#core/planted-target'\nimport type { Planted } from '#core/planted-target'\nexport const down: Planted = planted\n" },
  { path: 'src/server/postgres/planted-sound.ts', text: `// A user without rights must be able to traverse this folder.\nexport const data = '${folderOfOneMachine}'\n` },
  { path: 'src/web/office/planted-sound.ts', text: "import { planted } from './planted-target'\nexport const own = planted\n" },
  { path: 'src/web/entry/planted-sound.ts', text: "export const mounted = () => import('../office/routes')\n" },
  { path: 'test/house/planted-sound.test.ts', text: "import { test } from 'vitest'\n// Needs a camera, which this machine may not have.\ntest.skip('one', () => {})\n" },
]
