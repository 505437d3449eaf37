/** Writes tags into the places of a form: what is filled in later takes the look that the office gave the cell. */
import { xml, type XmlGeneralNode, type XmlNode } from 'easy-template-x'
import { isSignature } from '#core/forms/label'
import type { Place } from '#core/forms/place'
import { blocksOf, childOf, childrenOf, element, isElement, runOf, without } from './word-tree'
import type { Line, WordSpot } from './word-spots'

/** Name of the tag of a place: no label of a form begins so. */
export const tagOf = (n: number): string => `§${n}`
const value = (n: number, long: boolean): string => (long ? `{#${tagOf(n)} [loopOver: "paragraph"]}{line}{/${tagOf(n)}}` : `{${tagOf(n)}}`)

/** @param long places whose value has paragraphs */
export const tagPlaces = (spots: readonly WordSpot[], places: readonly Place[], long: ReadonlySet<string>): void => {
  const byId = new Map(spots.map((s) => [s.id, s]))
  // Within a line from the end to its beginning, so that what was found before still stands where it stood.
  const inOrder = places.map((place, n) => ({ place, n })).toSorted((a, b) => startOf(b.place) - startOf(a.place))
  for (const { place, n } of inOrder) {
    const spot = byId.get(place.spot)
    if (spot !== undefined) write(spot, place, n, long.has(place.id), byId)
  }
}
const startOf = (p: Place): number => (p.how.kind === 'inline' ? p.how.line * 10_000 + p.how.from : 0)

const write = (spot: WordSpot, { how }: Place, n: number, long: boolean, byId: ReadonlyMap<string, WordSpot>): void => {
  if (long) letGrow(spot)
  if (how.kind === 'whole' || how.kind === 'picture') return overwrite(spot, value(n, long), how.kind === 'picture')
  if (how.kind === 'above') return insertAbove(spot, value(n, long))
  if (how.kind === 'below') return append(spot, value(n, long))
  if (how.kind === 'inline') return fillRoom(spot.paragraphs[how.line], how.from, how.to, value(n, false))
  if (how.kind === 'ticks') return how.marks.toReversed().forEach((m) => replaceBox(spot.paragraphs[m.line], m.at, `{${tagOf(n)}=${how.marks.indexOf(m)}}`))
  how.cells.forEach(({ spot: id, part }, i) => {
    const cell = byId.get(id)
    if (cell !== undefined) overwrite(cell, `${i === 0 ? `{#${tagOf(n)} [loopOver: "row"]}` : ''}{${part}}${i === how.cells.length - 1 ? `{/${tagOf(n)}}` : ''}`, false)
  })
  dropBlankRows(spot, how.blankRows)
}

/** What Word would type in: the look of what stands there, else the one kept at the paragraph's end. */
const lookOf = (paragraph: XmlNode | undefined): XmlGeneralNode | undefined => {
  const run = blocksOf(paragraph, 'w:r').find((r) => childOf(r, 'w:rPr') !== undefined)
  const look = childOf(run, 'w:rPr') ?? childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
  if (look === undefined) return undefined
  const copy = xml.create.cloneNode(look, true)
  // Marks of tracked changes are no look; a hint printed in grey is not to make the value grey.
  without(copy, ['w:ins', 'w:del', 'w:rPrChange', 'w:color', 'w:vanish'])
  return copy
}

const paragraphWith = (like: XmlNode | undefined, text: string): XmlGeneralNode => {
  const layout = childOf(like, 'w:pPr')
  return element('w:p', {}, [...(layout === undefined ? [] : [xml.create.cloneNode(layout, true)]), runOf(lookOf(like), text)])
}

const overwrite = (spot: WordSpot, text: string, centred: boolean): void => {
  const first = spot.paragraphs[0]?.node
  const made = paragraphWith(first, text)
  if (centred) centre(made)
  for (const c of childrenOf(spot.node).filter((x) => !isElement(x, 'w:tcPr'))) xml.modify.remove(c)
  xml.modify.appendChild(spot.node, made)
}

/** A portrait stands in the middle, and its line is as high as it is. */
const centre = (paragraph: XmlGeneralNode): void => {
  const before = childOf(paragraph, 'w:pPr')
  const style = childOf(before, 'w:pStyle')
  if (before !== undefined) xml.modify.remove(before)
  xml.modify.insertChild(paragraph, element('w:pPr', {}, [
    ...(style === undefined ? [] : [xml.create.cloneNode(style, true)]), element('w:spacing', { 'w:before': '0', 'w:after': '0', 'w:line': '240', 'w:lineRule': 'auto' }),
    element('w:ind', { 'w:firstLine': '0', 'w:left': '0', 'w:right': '0' }), element('w:jc', { 'w:val': 'center' }),
  ]), 0)
}

/** Before the lines for seal and date, in place of the hint or the empty lines that stand there. */
const insertAbove = (spot: WordSpot, text: string): void => {
  const foot = spot.paragraphs.findIndex((p) => isSignature(p.text))
  const before = foot < 0 ? spot.paragraphs : spot.paragraphs.slice(0, foot)
  const room = before.find((p) => p.text.trim() === '' || /^\s*[（(][^（()）]*[）)]\s*$/u.test(p.text))
  const at = room ?? spot.paragraphs[Math.max(0, foot)]
  if (at === undefined) return append(spot, text)
  // The line of a seal stands right; what is written above it does not.
  const made = room === undefined ? element('w:p', {}, [runOf(lookOf(at.node), text)]) : paragraphWith(at.node, text)
  xml.modify.insertBefore(made, at.node)
  if (room !== undefined) xml.modify.remove(room.node)
}

const append = (spot: WordSpot, text: string): void => {
  const last = spot.paragraphs.at(-1)
  const blank = spot.paragraphs.find((p, i) => i > 0 && p.text.trim() === '')
  const made = blank === undefined ? element('w:p', {}, [runOf(lookOf(last?.node), text)]) : paragraphWith(blank.node, text)
  if (blank !== undefined) { xml.modify.insertBefore(made, blank.node); xml.modify.remove(blank.node) } else if (last !== undefined && spot.cell === null) xml.modify.insertAfter(made, last.node)
  else xml.modify.appendChild(spot.node, made)
}

/** The room behind a label: its blanks give way, an underline they carry stays. */
const fillRoom = (line: Line | undefined, from: number, to: number, text: string): void => {
  if (line === undefined) return
  const piece = line.pieces.findLast((p) => p.at < to && p.at + (p.node.textContent ?? '').length > from) ?? line.pieces.findLast((p) => p.at < from)
  if (piece === undefined) return
  const words = piece.node.textContent ?? ''
  const [start, end] = [Math.max(0, from - piece.at), Math.min(words.length, Math.max(0, to - piece.at))]
  for (const p of line.pieces) if (p !== piece && p.at < to && p.at + (p.node.textContent ?? '').length > from) p.node.textContent = cut(p.node.textContent ?? '', from - p.at, to - p.at)
  piece.node.textContent = `${words.slice(0, start)}${text}${end < words.length ? ' ' : ''}${words.slice(end)}`
}
const cut = (words: string, from: number, to: number): string => words.slice(0, Math.max(0, from)) + words.slice(Math.min(words.length, Math.max(0, to)))

const replaceBox = (line: Line | undefined, at: number, text: string): void => {
  const piece = line?.pieces.findLast((p) => p.at <= at)
  if (piece === undefined) return
  const words = piece.node.textContent ?? ''
  piece.node.textContent = words.slice(0, at - piece.at) + text + words.slice(at - piece.at + 1)
}

/** A row of fixed height would cut off what is longer; one that may not break would leave half a page empty. */
const letGrow = (spot: WordSpot): void => {
  for (const row of spot.rowNodes) {
    const about = childOf(row, 'w:trPr')
    if (about === undefined) continue
    without(about, ['w:cantSplit'])
    const height = childOf(about, 'w:trHeight')
    if (height?.attributes?.['w:hRule'] === 'exact') height.attributes['w:hRule'] = 'atLeast'
  }
}

/** All but the pattern; as many come back as there are entries, and empty ones up to what the form had. */
const dropBlankRows = (spot: WordSpot, blankRows: number): void => {
  const table = spot.row?.parentNode
  const rows = blocksOf(table, 'w:tr')
  const at = rows.findIndex((r) => r === spot.row)
  for (const row of rows.slice(at + 1, at + blankRows)) xml.modify.remove(row)
}
