/** Two texts of one paper held against each other: spaces, widths and line ends left out, the rest token by token. */

export interface Piece { readonly kind: 'same' | 'left' | 'right'; readonly text: string }
export interface Comparison { readonly pieces: readonly Piece[]; /** Stretches that differ. */ readonly differences: number }

/** What a layout changes and a text does not: spaces, width of letters and signs, kinds of quotes and dashes. */
export const plainText = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u200b\ufeff_]+/gu, '').replaceAll(/[“”„"]/gu, '"').replaceAll(/[‘’']/gu, "'").replaceAll(/[—–―‐-]+/gu, '-').replaceAll(/[·•・]/gu, '·')

/** A Chinese character is a word; letters and digits run together: 2026 against 2025 is one difference. */
const tokensOf = (text: string): string[] => text.match(/[\p{Script=Latin}\d.%]+|./gu) ?? []
const sentencesOf = (text: string): string[] => text.match(/[^。;!?]+[。;!?]?/gu) ?? []

/** More edits than this are told sentence by sentence: nobody reads a page in which every other character is marked. */
const mostEdits = 800
const shownAround = 24

export const compareTexts = (left: string, right: string): Comparison => {
  const [a, b] = [plainText(left), plainText(right)]
  const edits = shortestEdit(tokensOf(a), tokensOf(b), mostEdits) ?? shortestEdit(sentencesOf(a), sentencesOf(b), 4000) ?? [{ kind: 'left' as const, text: a }, { kind: 'right' as const, text: b }]
  const pieces = joined(edits)
  return { pieces: shortened(pieces), differences: pieces.filter((p, i) => p.kind !== 'same' && (i === 0 || pieces[i - 1]!.kind === 'same')).length }
}

/** Lines that stand on every page are head and foot, and no part of the text. */
export const bodyOfPages = (pages: readonly string[]): string => {
  const key = (line: string) => plainText(line).replaceAll(/\d+/gu, '#')
  const lines = pages.map((p) => p.split(/\r\n|[\r\n]/))
  if (pages.length < 2) return pages.join('\n')
  const everywhere = new Set(lines[0]?.map(key).filter((k) => k !== '' && lines.every((l) => l.some((line) => key(line) === k))))
  return lines.map((l) => l.filter((line) => !everywhere.has(key(line))).join('\n')).join('\n')
}

/** Myers, “An O(ND) Difference Algorithm” (1986): the shortest way from one list to the other; null: longer than allowed. */
const shortestEdit = (a: readonly string[], b: readonly string[], most: number): Piece[] | null => {
  const [n, m] = [a.length, b.length]
  const limit = Math.min(most, n + m)
  const offset = limit + 1
  const reach = new Int32Array(2 * offset + 1)
  const traces: Int32Array[] = []
  for (let d = 0; d <= limit; d++) {
    traces.push(reach.slice(offset - d - 1, offset + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[offset + k - 1]! < reach[offset + k + 1]!)
      let x = down ? reach[offset + k + 1]! : reach[offset + k - 1]! + 1
      while (x < n && x - k < m && a[x] === b[x - k]) x++
      reach[offset + k] = x
      if (x >= n && x - k >= m) return walkBack(a, b, traces)
    }
  }
  return null
}

const walkBack = (a: readonly string[], b: readonly string[], traces: readonly Int32Array[]): Piece[] => {
  const pieces: Piece[] = []
  let [x, y] = [a.length, b.length]
  for (let d = traces.length - 1; d >= 0; d--) {
    const at = (k: number): number => traces[d]![k + d + 1]!
    const k = x - y
    const before = k === -d || (k !== d && at(k - 1) < at(k + 1)) ? k + 1 : k - 1
    const [fromX, fromY] = [at(before), at(before) - before]
    while (x > fromX && y > fromY && x > 0 && y > 0) { pieces.push({ kind: 'same', text: a[x - 1]! }); x--; y-- }
    if (d > 0) pieces.push(x === fromX ? { kind: 'right', text: b[y - 1]! } : { kind: 'left', text: a[x - 1]! })
    x = fromX
    y = fromY
  }
  return pieces.reverse()
}

/** Of what differs in one place, what stands left comes first. */
const joined = (edits: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  let [left, right] = ['', '']
  const flush = () => {
    if (left !== '') out.push({ kind: 'left', text: left })
    if (right !== '') out.push({ kind: 'right', text: right })
    left = right = ''
  }
  for (const e of edits) {
    if (e.kind === 'left') left += e.text
    else if (e.kind === 'right') right += e.text
    else {
      flush()
      const last = out.at(-1)
      if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + e.text }
      else out.push(e)
    }
  }
  flush()
  return out
}

/** What is the same is shown only where it leads to a difference. */
const shortened = (pieces: readonly Piece[]): Piece[] => pieces.map((p, i) => {
  const chars = [...p.text]
  if (p.kind !== 'same' || chars.length <= shownAround * 2 + 4) return p
  const [head, tail] = [i === 0 ? '' : chars.slice(0, shownAround).join(''), i === pieces.length - 1 ? '' : chars.slice(-shownAround).join('')]
  return { kind: 'same', text: `${head} … ${tail}` }
})
