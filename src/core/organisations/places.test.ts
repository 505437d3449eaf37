import { expect, test } from 'vitest'
import { placesOf } from './places'

const tree = [{ id: 'city', parentId: 'office', name: '青陵市' }, { id: 'a', parentId: 'city', name: '甲院' }, { id: 'ward', parentId: 'a', name: '甲院分院' }, { id: 'b', parentId: 'city', name: '乙院' }, { id: 'empty', parentId: 'office', name: '空的' }, { id: 'lone', parentId: null, name: '迁出的' }]

test('each place with the sum of its branch, parents first; empty ones are left out, one without a parent stays', () => {
  const places = placesOf(tree, new Map([['a', 2], ['ward', 3], ['lone', 1], ['city', 1]]))
  expect(places.map((p) => [p.id, p.depth, p.n, p.branch])).toEqual([['city', 0, 6, true], ['a', 1, 5, true], ['ward', 2, 3, false], ['lone', 0, 1, false]])
})
test('nothing anywhere: no place', () => expect(placesOf(tree, new Map())).toEqual([]))
