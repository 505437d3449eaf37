/** 名额分配 down a tree: whatever is asked in whatever order, no level ever gives on more than came from above. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beyondGrant, distribute, giveBack, standingOf, standings, type Holding } from './distribute'

const long = typeof process !== 'undefined' && process.env['XUANSHU_LONG'] === '1'
const codes = (r: { ok: boolean; findings?: readonly { code: string }[] }) => (r.findings ?? []).map((f) => f.code)

describe('grants of one level', () => {
  const from = standingOf({ granted: 12, returned: 2, used: 1 }, 4)
  const below = new Set(['a', 'b'])
  test('go out as long as there is something in hand', () => {
    expect(from).toEqual({ held: 10, used: 1, givenOn: 4, free: 5 })
    expect(distribute(from, [{ to: 'a', count: 3 }, { to: 'b', count: 2 }], below)).toEqual({ ok: true, grants: [{ to: 'a', count: 3 }, { to: 'b', count: 2 }], left: 0 })
  })
  test('are refused all together where they exceed it, saying how much there is', () => {
    const refused = distribute(from, [{ to: 'a', count: 3 }, { to: 'b', count: 3 }], below)
    expect(!refused.ok && refused.findings.map((f) => f.what.zh)).toEqual(['要分配 6 个，手上只有 5 个（上级下达 10，已分出 4，自用 1）'])
  })
  test('are refused with everything at once: a stranger, one named twice, nothing, too many', () => {
    expect(codes(distribute(from, [{ to: 'x', count: 9 }, { to: 'a', count: 0 }, { to: 'a', count: 1.5 }], below))).toEqual(['quota.notBelow', 'quota.count', 'quota.twice', 'quota.count', 'quota.exceeds'])
  })
})

test('what is used or given on cannot be returned', () => {
  const from = standingOf({ granted: 5, returned: 0, used: 2 }, 2)
  expect(giveBack(from, 1)).toEqual({ ok: true, left: 0 })
  expect(codes(giveBack(from, 2))).toEqual(['quota.notFree'])
  expect(codes(giveBack(from, 0))).toEqual(['quota.count'])
})

test('a unit submits within what it was granted; where nothing is distributed nothing is asked', () => {
  expect([beyondGrant(null, 7), beyondGrant(2, 1)]).toEqual([[], []])
  expect([...beyondGrant(2, 2), ...beyondGrant(0, 0)].map((f) => f.what.zh)).toEqual(['分给本单位 2 个名额，已报送 2 件', '本单位还没有分到名额'])
})

/** Five levels, three below each: nation, province, association, city, unit. */
const tree = (): Map<string, Holding> => {
  const all = new Map<string, Holding>([['0', { id: '0', above: null, granted: 60, returned: 0, used: 0 }]])
  const grow = (above: string, depth: number): void => {
    if (depth > 4) return
    for (let i = 0; i < 3; i++) { const id = `${above}${i}`; all.set(id, { id, above, granted: 0, returned: 0, used: 0 }); grow(id, depth + 1) }
  }
  grow('0', 1)
  return all
}
const act = fc.record({ what: fc.constantFrom('grant', 'return', 'use', 'grant', 'use'), who: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }), count: fc.integer({ min: 1, max: 25 }) })

test('sums hold at every level after any grants, returns, grants again and uses', () => {
  fc.assert(fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
    const all = tree()
    const standing = (id: string) => standings([...all.values()]).find((n) => n.id === id)!.standing
    for (const { what, who, count } of acts) {
      const id = `0${who.join('')}`
      const h = all.get(id)!
      if (what === 'grant' && distribute(standing(h.above!), [{ to: id, count }], new Set([id])).ok) all.set(id, { ...h, granted: h.granted + count })
      if (what === 'return' && giveBack(standing(id), count).ok) all.set(id, { ...h, returned: h.returned + count })
      if (what === 'use' && beyondGrant(standing(id).free + h.used, h.used).length === 0) all.set(id, { ...h, used: h.used + 1 })
    }
    const nodes = standings([...all.values()])
    expect(nodes.filter((n) => n.standing.free < 0 || n.standing.held < 0).map((n) => n.id)).toEqual([])
    expect(nodes[0]!.usedBelow).toBe(nodes.reduce((sum, n) => sum + n.used, 0))
    expect(nodes[0]!.usedBelow).toBeLessThanOrEqual(60)
  }), { numRuns: long ? 1000 : 60 })
}, 120_000)
