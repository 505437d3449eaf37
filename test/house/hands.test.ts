/** The plays that are dealt: none is left out of all hands, and a commit says which it plays. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { always, dealt, handOf, HANDS } from '../../bin/hands.mjs'

const root = join(import.meta.dirname, '../..')
const files = readdirSync(join(root, 'test/browser')).filter((file) => file.endsWith('.test.ts')).map((file) => file.replace('.test.ts', ''))

describe('plays in the browser', () => {
  test('each is played always, or lies in one hand', () => {
    expect([...always, ...dealt(root).flat()].toSorted()).toEqual(files.toSorted())
  })
  test('what is always played is there, and the hands are of a size', () => {
    expect(always.filter((play) => !existsSync(join(root, `test/browser/${play}.test.ts`)))).toEqual([])
    const sizes = dealt(root).map((hand) => hand.length)
    expect(sizes.length).toBe(HANDS)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })
  test('a commit has its hand, every hand comes, and whoever asks has another or all', () => {
    const commit = (n: number): string => n.toString(16).padStart(8, '0') + 'f'.repeat(32)
    expect(handOf(commit(6), undefined)).toBe(handOf(commit(6), undefined))
    expect(new Set(Array.from({ length: 100 }, (_, n) => handOf(commit(n), undefined)))).toEqual(new Set([1, 2, 3, 4]))
    expect([handOf(commit(6), '2'), handOf(commit(6), 'all'), handOf(commit(6), '5'), handOf('', undefined)]).toEqual([2, null, 3, 1])
  })
})
