/** Where the boxes of a treemap lie: areas by weight, sides as equal as can be (squarified, after Bruls, Huizing and van Wijk 2000). */
export interface Box { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

const sum = (all: readonly number[]): number => all.reduce((n, w) => n + w, 0)
/** The worst side ratio of a row of areas laid along a side. */
const worst = (areas: readonly number[], side: number): number => {
  const whole = sum(areas)
  return Math.max((side * side * Math.max(...areas)) / (whole * whole), (whole * whole) / (side * side * Math.min(...areas)))
}

/** @param weights above zero, the largest first; the boxes come in their order and fill the frame */
export const treemap = (weights: readonly number[], frame: Box): Box[] => {
  if (weights.length === 0) return []
  const scale = (frame.width * frame.height) / sum(weights)
  const boxes: Box[] = []
  let free = frame
  for (let at = 0; at < weights.length;) {
    const side = Math.min(free.width, free.height)
    const row: number[] = []
    while (at + row.length < weights.length) {
      const next = [...row, weights[at + row.length]! * scale]
      if (row.length > 0 && worst(next, side) > worst(row, side)) break
      row.push(next.at(-1)!)
    }
    const thick = sum(row) / side
    let along = 0
    for (const area of row) {
      const length = area / thick
      boxes.push(free.width >= free.height ? { left: free.left, top: free.top + along, width: thick, height: length } : { left: free.left + along, top: free.top, width: length, height: thick })
      along += length
    }
    free = free.width >= free.height ? { ...free, left: free.left + thick, width: free.width - thick } : { ...free, top: free.top + thick, height: free.height - thick }
    at += row.length
  }
  return boxes
}

/** Columns in which equal cells come out nearest to the wanted ratio of width to height. */
export const columnsFor = (cells: number, width: number, height: number, ratio: number): number =>
  Math.max(1, Math.min(cells, Math.round(Math.sqrt((cells * width) / Math.max(height, 1) / ratio))))
