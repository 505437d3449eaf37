/** The floors (law 5): who may import whom, and no circles. What the compiler and the linter cannot see is seen here. */
import { isBuiltin } from 'node:module'
import type { Breach } from './breach'
import type { CodeFile, House, Import } from './house'
import { habitBreaches } from './habits'
import { purityBreaches } from './purity'

/** Each room and what lies below it. A room not named here is refused: draw it in before its first file. */
export const below: Readonly<Record<string, readonly string[]>> = {
  core: [],
  media: ['core'],
  documents: ['core'],
  contract: ['core'],
  server: ['core', 'media', 'documents', 'contract'],
  web: ['core', 'media', 'contract'],
  cli: ['core', 'media', 'documents', 'contract', 'server'],
}

/** Packages of the rooms that must run anywhere. A room without an entry may use any package. */
const packages: Readonly<Record<string, RegExp>> = {
  core: /^(zod|yaml|@noble\/.+)$/,
  media: /^(zod|yaml|@noble\/.+|mediabunny|parse5)$/,
  contract: /^zod$/,
  web: /^(?!node:)/,
}
/** Every other folder of the web is an area with its own people and pages; these hold what several areas use. */
const sharedInWeb = new Set(['ui', 'api', 'text'])
/** `entry` mounts the areas: their routes, and nothing else of them. */
const mount = /^src\/web\/[^/]+\/routes$/
const packagesOfTests = /^(vitest|fast-check)$/

/** Every breach of the house's rules, in the order of the files. Empty: the house stands. */
export const breachesOf = (house: House): Breach[] =>
  [...importBreaches(house), ...circleBreaches(house), ...purityBreaches(house), ...habitBreaches(house)].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)

export const roomOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

const importBreaches = (house: House): Breach[] => house.code.flatMap((file) => file.imports.flatMap((i) => judgeImport(file, i)))

const judgeImport = (file: CodeFile, i: Import): Breach[] => {
  const room = roomOf(file.path)
  if (room === null) return []
  const at = { file: file.path, line: i.line }
  const allowed = below[room]
  if (!allowed) return [{ ...at, rule: 'upward import', what: `The room src/${room} has no floor yet. Write what lies below it in test/house/floors.ts, .oxlintrc.json and its tsconfig.json.` }]
  if (i.place === null) return judgePackage(file.path, room, i)
  const target = roomOf(i.place)
  if (target === room) return judgeArea(file.path, i.place).map((what) => ({ ...at, rule: 'import of another area', what }))
  if (target === null || !allowed.includes(target)) return [{ ...at, rule: 'upward import', what: `src/${room} may not import ${i.written}: below it lie ${allowed.join(', ') || 'no rooms'}. Move what both need into a room below both.` }]
  return i.written.startsWith('#') ? [] : [{ ...at, rule: 'import by path into another room', what: `Write #${i.place.slice('src/'.length)} instead of ${i.written}.` }]
}

const areaOf = (path: string): string | null => {
  const folder = /^src\/web\/([^/]+)\//.exec(path)?.[1] ?? null
  return folder === null || sharedInWeb.has(folder) ? null : folder
}

/** Areas do not import each other; the shared parts lie below them and import none. */
const judgeArea = (path: string, place: string): string[] => {
  const [from, to] = [areaOf(path), areaOf(place)]
  if (!path.startsWith('src/web/') || to === null || from === to || (from === 'entry' && mount.test(place))) return []
  return [`${from === null ? 'What several areas use' : `src/web/${from}`} may not import ${place}. Move what both need to src/web/ui or src/web/api.`]
}

const judgePackage = (path: string, room: string, i: Import): Breach[] => {
  const name = isBuiltin(i.written) && !i.written.startsWith('node:') ? `node:${i.written}` : i.written
  if (packages[room]?.test(name) ?? true) return []
  if (isTest(path) && (packagesOfTests.test(name) || name.startsWith('node:'))) return []
  return [{ file: path, line: i.line, rule: 'package not for this room', what: `src/${room} may not import ${i.written}; test/house/floors.ts says which packages it may.` }]
}

/** Circles of files, type imports and `import()` included: each is reported once, at its first file. */
const circleBreaches = (house: House): Breach[] => {
  const leadsTo = new Map(house.code.map((f) => [f.path, f.imports.flatMap((i) => (i.file ? [i.file] : []))]))
  return knots(leadsTo).map((knot) => {
    const [first = ''] = knot.toSorted()
    return { file: first, line: 1, rule: 'circle', what: `These files import each other in a circle: ${knot.toSorted().join(', ')}. Move what they share into a file of its own.` }
  })
}

/** Strongly connected parts with more than one file, or a file that imports itself (Tarjan). */
const knots = (leadsTo: ReadonlyMap<string, readonly string[]>): string[][] => {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const enter = (file: string): void => {
    order.set(file, order.size)
    lowest.set(file, order.size - 1)
    stack.push(file)
    for (const next of leadsTo.get(file) ?? []) {
      if (!order.has(next)) enter(next)
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(next) ?? 0))
    }
    if (lowest.get(file) !== order.get(file)) return
    const knot = stack.splice(stack.indexOf(file))
    if (knot.length > 1 || leadsTo.get(file)?.includes(file)) found.push(knot)
  }
  for (const file of leadsTo.keys()) if (!order.has(file)) enter(file)
  return found
}
