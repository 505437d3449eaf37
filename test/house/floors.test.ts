/** The house as it lies here keeps its floors and habits. plants.test.ts shows that each of these checks can fail. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { below, breachesOf, roomOf } from './floors'
import { longestFile, sizesOf } from './habits'
import { readHouse } from './house'

const root = join(import.meta.dirname, '../..')
const house = readHouse(root)
const said = breachesOf(house).map((b) => `${b.file}:${b.line} ${b.rule}: ${b.what}`)

describe('the floors', () => {
  test('no file breaks a rule of the house', () => {
    expect(said).toEqual([])
  })
  test('the check reads the house and not an empty folder', () => {
    expect(house.code.length).toBeGreaterThan(50)
    expect(house.code.flatMap((f) => f.imports).filter((i) => i.place?.startsWith('src/core/')).length).toBeGreaterThan(50)
  })
  test('every import of a file of the house leads to a file', () => {
    const lost = house.code.flatMap((f) => f.imports.filter((i) => i.place !== null && i.file === null && !/\?|\.css$/.test(i.written)).map((i) => `${f.path}:${i.line} ${i.written}`))
    expect(lost).toEqual([])
  })
  test('the compiler’s references draw the same floors', () => {
    const drawn = Object.fromEntries(Object.keys(below).map((room) => [room, referencesOf(room)]))
    expect(drawn).toEqual(below)
  })
  test('every room has its floor', () => {
    const rooms = new Set(house.code.map((f) => roomOf(f.path)).filter((room) => room !== null))
    expect([...rooms].filter((room) => !(room in below))).toEqual([])
  })
  test('files stay small', () => {
    const sizes = sizesOf(house)
    console.info(`src: ${sizes.files} files, median ${sizes.median} lines, p90 ${sizes.p90}, longest ${sizes.longest} (aim 70 and 300, stop ${longestFile})`)
    expect(sizes.longest).toBeLessThanOrEqual(longestFile)
  })
})

const referencesOf = (room: string): string[] => {
  const config = JSON.parse(readFileSync(join(root, 'src', room, 'tsconfig.json'), 'utf8')) as { references: { path: string }[] }
  return config.references.map((r) => r.path.replace('../', ''))
}
