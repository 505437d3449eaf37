import { describe, expect, test } from 'vitest'
import { columnsFor, treemap, type Box } from './treemap-layout'

const frame: Box = { left: 0, top: 0, width: 120, height: 50 }
const apart = (a: Box, b: Box): boolean => a.left + a.width <= b.left + 1e-9 || b.left + b.width <= a.left + 1e-9 || a.top + a.height <= b.top + 1e-9 || b.top + b.height <= a.top + 1e-9

describe('a treemap', () => {
  const weights = [9, 6, 6, 5, 4, 3, 3, 2, 2, 1, 1]
  const boxes = treemap(weights, frame)
  test('gives each its share of the area, inside the frame and apart from the others', () => {
    expect(boxes.map((b) => Math.round((b.width * b.height * 42) / 6000 * 1000) / 1000)).toEqual(weights)
    expect(boxes.filter((b) => b.left < -1e-9 || b.top < -1e-9 || b.left + b.width > 120 + 1e-9 || b.top + b.height > 50 + 1e-9)).toEqual([])
    expect(boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => !apart(a, b)))).toEqual([])
  })
  test('keeps its boxes from becoming strips', () => {
    expect(Math.max(...boxes.map((b) => Math.max(b.width / b.height, b.height / b.width)))).toBeLessThan(3)
  })
  test('one fills the frame, none leave it empty', () => {
    expect([treemap([7], frame), treemap([], frame)]).toEqual([[frame], []])
  })
  test('cells go into columns near the wanted ratio, never more than there are', () => {
    expect([columnsFor(6, 90, 60, 1), columnsFor(1, 500, 10, 1), columnsFor(5000, 100, 100, 1), columnsFor(3, 1, 100, 1)]).toEqual([3, 1, 71, 1])
  })
})
