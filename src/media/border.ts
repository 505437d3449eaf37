import type { Border } from './byte-source'

/**
 * Ground colour of a portrait by its border: the top edge and the upper halves of both sides (shoulders cover the rest).
 * @param rgba pixels of a small upright rendition, 4 bytes each
 */
export const borderColour = (rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Border => {
  const band = Math.max(2, Math.round(width * 0.05))
  const counts = { red: 0, white: 0, blue: 0, other: 0 }
  let all = 0
  for (let y = 0; y < height / 2; y++)
    for (let x = 0; x < width; x++) {
      if (y >= band && x >= band && x < width - band) continue
      const i = (y * width + x) * 4
      counts[classify(rgba[i]!, rgba[i + 1]!, rgba[i + 2]!)]++
      all++
    }
  const [colour, n] = (Object.entries(counts) as [Border['colour'], number][]).sort((a, b) => b[1] - a[1])[0]!
  return { colour, share: n / all }
}

const classify = (r: number, g: number, b: number): Border['colour'] => {
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  if (min > 205 && max - min < 30) return 'white'
  if (r === max && r > 110 && r - g > 60 && r - b > 50) return 'red'
  if (b === max && b > 100 && b - r > 45 && b - g > 15) return 'blue'
  return 'other'
}
