import { expect, test } from 'vitest'
import { flat, joined, moved, placed, removed, type Order } from './order'

const order: Order = [['a'], ['b'], ['c']]
test('one place up or down, and never beyond the ends', () => {
  expect([moved(order, 'b', -1), moved(order, 'b', 1), moved(order, 'a', -1), moved(order, 'c', 1)]).toEqual([[['b'], ['a'], ['c']], [['a'], ['c'], ['b']], order, order])
})
test('whoever joins the one above is equal, and leaves the shared place by moving', () => {
  const equal = joined(order, 'b')
  expect([equal, moved(equal, 'b', 1), moved(equal, 'b', -1), joined(order, 'a')]).toEqual([[['a', 'b'], ['c']], order, [['b'], ['a'], ['c']], order])
})
test('whoever is put in stands last, whoever is taken out leaves no gap; nobody is lost', () => {
  expect([placed(order, 'd'), removed(order, 'b'), removed([['a', 'b']], 'b')]).toEqual([[['a'], ['b'], ['c'], ['d']], [['a'], ['c']], [['a']]])
  for (const id of flat(order)) for (const by of [-1, 1] as const) expect(flat(moved(joined(order, 'c'), id, by)).toSorted()).toEqual(['a', 'b', 'c'])
})
