/** Reads an untagged form: which cell is the label of what, and where its value goes. */
import type { ResolvedDefinition } from '../campaign/definition'
import { isBlank, plainLabel, roomIn } from './label'
import { fieldOf, namesOf, type Names } from './names'
import { findEntryRows } from './entry-rows'
import { Grid } from './grid'
import { inlineLabels } from './inline-labels'
import type { How, Place } from './place'
import { ticksIn } from './ticks'
import { textOfSpot, type Spot } from './spot'

type Given = Pick<ResolvedDefinition, 'rules'>
/** A label with room beside it that the product could not place: the office is asked. */
export interface Unknown { readonly id: string; readonly spot: string; readonly text: string }
export interface Recognised { readonly places: Place[]; readonly unknown: Unknown[] }

const monthOnly = (label: string): boolean => plainLabel(label).endsWith('年月')
const isLong = (d: Given, keys: readonly string[]): boolean => keys.some((k) => ['longText', 'entries'].includes(fieldOf(d, k)?.type ?? ''))

export const recognise = (d: Given, spots: readonly Spot[]): Recognised => {
  const names = namesOf(d)
  const grid = new Grid(spots)
  const used = new Set<string>()
  const places: Place[] = []
  const unknown: Unknown[] = []
  const put = (spot: Spot, keys: readonly string[], label: string, how: How, id = spot.id): void => {
    if (used.has(id)) return
    used.add(id)
    places.push({ id, spot: spot.id, keys, label, as: monthOnly(label) ? 'month' : 'day', how, by: 'product' })
  }
  for (const s of spots) {
    if (used.has(s.id) || textOfSpot(s).includes('{')) continue
    const keys = s.cell === null ? [] : names(labelIn(s))
    if (keys.length > 0) placeCell(d, grid, s, keys, { put, take: (ids) => ids.forEach((id) => used.add(id)), used, names })
    else inlineLabels(s).forEach((l) => {
      const meant = names(l.label)
      if (meant.length > 0 && meant[0] !== 'portrait') put(s, meant, l.label, { kind: 'inline', line: l.line, from: l.from, to: l.to }, l.id)
      else if (plainLabel(l.label).length <= 12 && !byHand.test(l.label)) unknown.push({ id: l.id, spot: s.id, text: l.label })
    })
  }
  return { places, unknown: [...unknown, ...unknownCells(grid, spots, used, names)].filter((u) => !used.has(u.id)) }
}

/** Of a cell that holds label and hint, the label: its first line with words. */
const labelIn = (s: Spot): string => {
  const lines = s.lines.filter((l) => !isBlank(l))
  // 姓 over 名, each on a line of its own.
  return lines.length > 1 && lines.every((l) => [...l.trim()].length <= 4) ? lines.join('') : lines[0] ?? ''
}

interface Sheet { readonly put: (spot: Spot, keys: readonly string[], label: string, how: How, id?: string) => void; readonly take: (ids: readonly string[]) => void; readonly used: ReadonlySet<string>; readonly names: Names }

const placeCell = (d: Given, grid: Grid, s: Spot, keys: readonly string[], { put, take, used, names }: Sheet): void => {
  const label = labelIn(s)
  const [right, below] = [grid.right(s), grid.below(s)]
  const free = (x: Spot | null): x is Spot => x !== null && !used.has(x.id) && roomIn(x.lines) !== null
  if (keys[0] === 'portrait') {
    const beside = free(right) && roomIn(right.lines) === 'blank' && (right.cell?.rows ?? 1) > 1 && s.cell?.rows === 1
    return put(beside ? right : s, keys, label, { kind: 'picture' })
  }
  if (fieldOf(d, keys[0]!)?.type === 'entries') {
    const rows = findEntryRows(grid, s)
    if (rows !== null) {
      put(rows.first, keys, label, { kind: 'rows', cells: rows.cells, blankRows: rows.blankRows })
      return take(rows.covers)
    }
  }
  if (s.lines.length > 1 && roomIn(s.lines.slice(s.lines.indexOf(label) + 1)) === 'choices' && !free(right)) return put(s, keys, label, howIn(d, s, keys))
  const spare = inlineLabels(s).length > 0 || isLong(d, keys)
  const target = free(right) ? right : free(below) && names(labelIn(below)).length === 0 ? below : null
  if (target !== null) put(target, keys, label, howIn(d, target, keys))
  else if (spare) put(s, keys, label, insideOf(d, s, keys))
}

/** By what kind of room the cell is. */
export const howIn = (d: Given, s: Spot, keys: readonly string[]): How => {
  if (keys[0] === 'portrait') return { kind: 'picture' }
  const room = roomIn(s.lines)
  if (room === 'choices') {
    const marks = ticksIn(d, s, keys)
    if (marks.length > 0) return { kind: 'ticks', marks }
  }
  return { kind: room === 'opinion' ? 'above' : 'whole' }
}

const insideOf = (d: Given, s: Spot, keys: readonly string[]): How => {
  const [only] = inlineLabels(s)
  return only === undefined || isLong(d, keys) ? { kind: s.lines.some((l) => /盖章|签字|签名/u.test(l)) ? 'above' : 'below' } : { kind: 'inline', line: only.line, from: only.from, to: only.to }
}

/** Written by hand when it is sealed. */
const byHand = /日期|年月日|盖章|签字|签名|填表人/u
const MOST_LABEL = 20
/** Short words with an empty cell to the right that nothing goes into. */
const unknownCells = (grid: Grid, spots: readonly Spot[], used: ReadonlySet<string>, names: Names): Unknown[] => spots.flatMap((s) => {
  const text = labelIn(s)
  const room = grid.right(s)
  if (s.cell === null || room === null || text === '' || textOfSpot(s).includes('{') || [...plainLabel(text)].length > MOST_LABEL || names(text).length > 0 || byHand.test(text) || roomIn(s.lines) !== null) return []
  return used.has(room.id) || used.has(s.id) || [null, 'opinion'].includes(roomIn(room.lines)) ? [] : [{ id: room.id, spot: room.id, text }]
})
