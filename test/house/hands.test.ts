/** The tests that are dealt: none is left out of all hands, and a commit says which it plays. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { always, byTurns, dealt, handOf, HANDS } from '../../bin/hands.mjs'

const root = join(import.meta.dirname, '../..')
const plays = readdirSync(join(root, 'test/browser')).filter((file) => file.endsWith('.test.ts')).map((file) => `browser/${file.replace('.test.ts', '')}`)

describe('tests by turns', () => {
  test('each play in the browser is always played, or lies in one hand', () => {
    expect([...always.map((play) => `browser/${play}`), ...dealt(root).flat()].toSorted()).toEqual([...plays, ...byTurns].toSorted())
  })
  test('what is named is there, and the hands are of a size', () => {
    expect([...always.map((play) => `browser/${play}`), ...byTurns].filter((file) => !existsSync(join(root, `test/${file}.test.ts`)))).toEqual([])
    const sizes = dealt(root).map((hand) => hand.length)
    expect(sizes.length).toBe(HANDS)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })
  test('a commit has its hand, every hand comes, and whoever asks has another or all', () => {
    const commit = (n: number): string => n.toString(16).padStart(8, '0') + 'f'.repeat(32)
    expect(handOf(commit(6), undefined)).toBe(handOf(commit(6), undefined))
    expect(new Set(Array.from({ length: 100 }, (_, n) => handOf(commit(n), undefined)))).toEqual(new Set(Array.from({ length: HANDS }, (_, i) => i + 1)))
    expect([handOf(commit(6), '2'), handOf(commit(6), 'all'), handOf(commit(6), String(HANDS + 1)), handOf('', undefined)]).toEqual([2, null, (6 % HANDS) + 1, 1])
  })
})
