/** Where each character and each ruled line of a PDF of ours stands, in millimetres from the paper's upper left corner, read from the page's own drawing commands. */
import { inflateSync } from 'node:zlib'

/** `cid` 0 is the box of a missing character. `top` and `bottom` are those of the em box that the layout counts with. */
export interface Glyph { readonly text: string; readonly cid: number; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly size: number; readonly face: string; readonly colour: string }
export interface Line { readonly left: number; readonly right: number; readonly at: number; readonly thick: number; readonly colour: string }
export interface PdfPage { readonly glyphs: readonly Glyph[]; readonly lines: readonly Line[] }

interface Font { readonly face: string; readonly texts: ReadonlyMap<number, string>; readonly widths: ReadonlyMap<number, number> }
type Matrix = readonly [number, number, number, number, number, number]
const mm = 25.4 / 72
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5]]

export const readPages = (pdf: Uint8Array): PdfPage[] => {
  const objects = new Map([...Buffer.from(pdf).toString('latin1').matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((m) => [Number(m[1]), m[2]!]))
  const follow = (text: string, key: string): string => objects.get(Number(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(text)?.[1])) ?? ''
  const fonts = new Map<number, Font>()
  const fontOf = (id: number): Font => {
    const known = fonts.get(id)
    if (known) return known
    const font = { face: /BaseFont \/\w+\+(\S+)/.exec(objects.get(id)!)![1]!, texts: toUnicode(streamOf(follow(objects.get(id)!, 'ToUnicode'))), widths: widthsOf(follow(objects.get(id)!, 'DescendantFonts')) }
    fonts.set(id, font)
    return font
  }
  return [...(/\/Kids \[([^\]]*)\]/.exec(objects.get(1)!)![1]!).matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = objects.get(Number(id))!
    const names = new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map((m) => [m[1]!, fontOf(Number(m[2]))]))
    return draw(streamOf(follow(page, 'Contents')), names, Number(/MediaBox \[0 0 \S+ ([\d.]+)\]/.exec(page)![1]))
  })
}

const streamOf = (object: string): string => {
  const [head = '', body = ''] = [object.slice(0, object.indexOf('stream\n')), object.slice(object.indexOf('stream\n') + 7, object.lastIndexOf('\nendstream'))]
  return head.includes('/FlateDecode') ? inflateSync(Buffer.from(body, 'latin1')).toString('latin1') : body
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

const toUnicode = (cmap: string): Map<number, string> => new Map([...cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)]
  .flatMap(([, block = '']) => [...block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)].map((m) => [Number.parseInt(m[1]!, 16), utf16(m[2]!)] as const)))

/** `/W [first last width …]`, the form our typesetter writes. */
const widthsOf = (descendant: string): Map<number, number> => new Map([...(/\/W \[([^\]]*)\]/.exec(descendant)?.[1] ?? '').matchAll(/(\d+) (\d+) ([\d.]+)/g)]
  .flatMap((m) => Array.from({ length: Number(m[2]) - Number(m[1]) + 1 }, (_, i) => [Number(m[1]) + i, Number(m[3])] as const)))

/** The commands our typesetter writes: matrices, colours, show text with adjustments, and straight strokes. */
const draw = (stream: string, fonts: ReadonlyMap<string, Font>, height: number): PdfPage => {
  const glyphs: Glyph[] = []
  const lines: Line[] = []
  const stack: { ctm: Matrix; fill: string; stroke: string; thick: number }[] = []
  let now = { ctm: [1, 0, 0, 1, 0, 0] as Matrix, fill: '', stroke: '', thick: 1 }
  let [font, size, tm, from] = [undefined as Font | undefined, 0, now.ctm, [0, 0] as readonly [number, number]]
  let args: Token[] = []
  const run: Record<string, () => void> = {
    q: () => stack.push(now), Q: () => { now = stack.pop()! }, cm: () => { now = { ...now, ctm: times(numbers(args) as unknown as Matrix, now.ctm) } },
    scn: () => { now = { ...now, fill: colourOf(args) } }, SCN: () => { now = { ...now, stroke: colourOf(args) } }, w: () => { now = { ...now, thick: numbers(args)[0]! } },
    Tf: () => { font = fonts.get(String(args[0]).slice(1)); size = Number(args[1]) }, Tm: () => { tm = numbers(args) as unknown as Matrix },
    Tj: () => run['TJ']!(),
    TJ: () => {
      let x = 0
      for (const part of args) {
        if (typeof part === 'number') x -= (part / 1000) * size
        if (!(part instanceof Uint8Array)) continue
        for (let i = 0; i < part.length; i += 2) {
          const cid = part[i]! * 256 + part[i + 1]!
          const end = x + ((font!.widths.get(cid) ?? Number.NaN) / 1000) * size
          const [a, b] = [x, end].map((at) => times([1, 0, 0, 1, at, 0], times(tm, now.ctm)))
          glyphs.push({ text: font!.texts.get(cid) ?? '', cid, left: a![4] * mm, right: b![4] * mm, top: (height - a![5] - 0.88 * size) * mm, bottom: (height - a![5] + 0.12 * size) * mm, size, face: font!.face, colour: now.fill })
          x = end
        }
      }
    },
    m: () => { from = [numbers(args)[0]!, numbers(args)[1]!] },
    l: () => {
      const [x = 0, y = 0] = numbers(args)
      const [a, b] = [from, [x, y] as const].map(([px, py]) => times([1, 0, 0, 1, px, py], now.ctm))
      lines.push({ left: a![4] * mm, right: b![4] * mm, at: (height - a![5]) * mm, thick: now.thick * mm, colour: now.stroke })
    },
  }
  for (const token of tokens(stream)) {
    if (typeof token === 'string' && !token.startsWith('/')) {
      run[token]?.()
      args = []
    } else args.push(token)
  }
  return { glyphs, lines }
}

type Token = number | string | Uint8Array
const numbers = (args: readonly Token[]): number[] => args.filter((a) => typeof a === 'number')
const colourOf = (args: readonly Token[]): string => numbers(args).map((n) => Math.round(n * 255)).join(',')

const tokens = function* (stream: string): Generator<Token> {
  const next = /\(|<[0-9A-Fa-f]*>|<<|>>|\/[^\s/<>[\]()]+|[-+.\d]+|[A-Za-z*']+/g
  for (let hit = next.exec(stream); hit; hit = next.exec(stream)) {
    const token = hit[0]
    if (token === '(') {
      const end = closing(stream, next.lastIndex)
      yield bytesOf(stream.slice(next.lastIndex, end))
      next.lastIndex = end + 1
    } else if (/^<[0-9A-Fa-f]*>$/.test(token)) yield Buffer.from(token.slice(1, -1), 'hex')
    else if (/^[-+.\d]/.test(token)) yield Number(token)
    else if (token !== '<<' && token !== '>>') yield token
  }
}

/** Brackets inside a string may stand unescaped as long as they pair. */
const closing = (stream: string, from: number): number => {
  let depth = 1
  for (let at = from; ; at++) {
    if (stream[at] === '\\') at++
    else if (stream[at] === '(') depth++
    else if (stream[at] === ')' && --depth === 0) return at
  }
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
const bytesOf = (literal: string): Uint8Array => Uint8Array.from([...literal.matchAll(/\\([0-7]{1,3})|\\([\s\S])|([\s\S])/g)]
  .map(([, octal, escaped, plain]) => (octal === undefined ? (escaped === undefined ? plain!.charCodeAt(0) : (escapes[escaped] ?? escaped.charCodeAt(0))) : Number.parseInt(octal, 8))))

/** Characters of the same height from left to right, from the top of the page down. */
export const rowsOf = (page: PdfPage): { readonly text: string; readonly glyphs: readonly Glyph[] }[] => {
  const rows = new Map<number, Glyph[]>()
  for (const g of page.glyphs) rows.set(Math.round(g.bottom * 10), [...(rows.get(Math.round(g.bottom * 10)) ?? []), g])
  return [...rows.entries()].toSorted(([a], [b]) => a - b).map(([, glyphs]) => {
    const inOrder = glyphs.toSorted((a, b) => a.left - b.left)
    return { glyphs: inOrder, text: inOrder.map((g) => g.text).join('') }
  })
}
