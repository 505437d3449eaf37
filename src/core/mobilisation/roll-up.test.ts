import { describe, expect, test } from 'vitest'
import { rollUp, type TreeUnit } from './roll-up'
import type { Standing } from './standing'

const unit = (unitId: string, parentId: string | null, standing: Standing, behind = false): TreeUnit => ({ unitId, parentId, name: `${unitId} 单位（示例）`, standing, behind })
const some = (counts: Readonly<Record<Standing, number>>) => Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))

describe('the tree is rolled up', () => {
  const tree = rollUp([unit('C1', 'office', 'submitted'), unit('H1', 'C1', 'notOpened', true), unit('H2', 'C1', 'drafting'), unit('W1', 'H1', 'notOpened', true), unit('S', 'office', 'opened', true)])
  test('every unit is counted once in the whole', () => {
    expect([some(tree.counts), tree.behind]).toEqual([{ submitted: 1, notOpened: 2, drafting: 1, opened: 1 }, 3])
  })
  test('a branch counts what lies below it at any depth, and the unit it is named after', () => {
    expect(tree.branches.map((b) => [b.id, b.parentId, b.depth, b.units, b.behind, some(b.counts)])).toEqual([
      ['C1', null, 0, 4, 2, { submitted: 1, notOpened: 2, drafting: 1 }], ['H1', 'C1', 1, 2, 2, { notOpened: 2 }],
    ])
  })
  test('each unit knows its topmost branch; one that stands alone has none', () => {
    expect(Object.fromEntries(tree.topOf)).toEqual({ C1: 'C1', H1: 'C1', H2: 'C1', W1: 'C1', S: null })
  })
  test('a unit whose parent takes no part stands at the top', () => {
    expect(rollUp([unit('A', 'gone', 'opened'), unit('B', 'A', 'opened')]).branches.map((b) => [b.id, b.units])).toEqual([['A', 2]])
  })
  test('5,000 units in 300 branches are rolled up', () => {
    const many = Array.from({ length: 5000 }, (_, i) => unit(`u${i}`, i < 300 ? 'office' : `u${i % 300}`, i % 2 === 0 ? 'submitted' : 'notOpened', i % 2 === 1))
    const { branches, behind } = rollUp(many)
    expect([branches.length, behind, branches.reduce((n, b) => n + b.units, 0)]).toEqual([300, 2500, 5000])
  })
})
