import { expect, it } from 'vitest'
import type { ResolvedRule } from '../campaign/definition'
import type { Facts } from './facts'
import { judgeFolder } from './judge-folder'

const words = { zh: '盖章推荐表', en: 'Stamped form' }
const form: ResolvedRule<'material'> = {
  id: 'form', kind: 'material', strength: 'block', name: words, group: 'stamped', min: 1, max: 1, file: { type: 'document', formats: ['pdf'], stamped: true, maxPages: 20, maxBytes: 20_000_000 },
  rests: { number: '四、1', ...words },
} as ResolvedRule<'material'>
const unreadable = (name: string, bytes: number): Facts => ({ kind: 'unreadable', name, bytes, looksLike: null, why: bytes === 0 ? 'empty' : 'unknown' })

it('names every file, and counts neither the empty one nor the one that fits nothing', () => {
  const found = judgeFolder([form], [unreadable('空.pdf', 0), unreadable('说明.txt', 9)])
  expect(found.map((f) => [f.code, f.strength, f.at])).toEqual([
    ['file.empty', 'block', { file: '空.pdf' }], ['file.unplaced', 'warn', { file: '说明.txt' }], ['material.missing', 'block', { material: 'form' }],
  ])
})
