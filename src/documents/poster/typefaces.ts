/** The faces of posters: widths and outlines of their letters, each looked up once. */
import { openSync, type Font } from 'fontkit'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Face, Glyph, Metrics } from '#core/publicity/poster/drawing'

const require = createRequire(import.meta.url)
const files: Readonly<Record<Face, string>> = {
  serif: '@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf', serifBold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', sansBold: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
}
const opened = new Map<string, Font>()
const open = (path: string): Font => { const known = opened.get(path); if (known !== undefined) return known; const font = openSync(path); opened.set(path, font); return font }
/** An operator's own fonts, for characters that ours lack. */
const own = (): Font[] => {
  const folder = process.env['XUANSHU_FONTS']
  if (folder === undefined || !existsSync(folder)) return []
  return readdirSync(folder).filter((f) => /\.(?:ttf|otf)$/iu.test(f)).toSorted().map((f) => open(join(folder, f)))
}
/** Bold lacks what regular may have, and serif what sans has: a character in another face is better than none. */
const chosen = new Map<string, Font | null>()
const fontFor = (c: string, face: Face): Font | null => {
  const key = `${face} ${c}`
  const known = chosen.get(key)
  if (known !== undefined) return known
  const others = (Object.keys(files) as Face[]).filter((f) => f !== face && f.startsWith(face.slice(0, 4)))
  const order = [face, ...others, ...(Object.keys(files) as Face[])]
  const code = c.codePointAt(0)!
  const found = order.map((f) => open(require.resolve(files[f]))).find((f) => f.hasGlyphForCodePoint(code)) ?? own().find((f) => f.hasGlyphForCodePoint(code)) ?? null
  chosen.set(key, found)
  return found
}

export const metrics: Metrics = {
  advance: (c, face) => { const font = fontFor(c, face); return font === null ? 1 : font.glyphForCodePoint(c.codePointAt(0)!).advanceWidth / font.unitsPerEm },
  has: (c) => fontFor(c, 'serif') !== null,
}

interface Outline { readonly commands: readonly { readonly letter: string; readonly args: readonly number[] }[] }
const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const
const outlines = new Map<string, Outline>()
/** In em, upwards. */
const outlineOf = (c: string, face: Face, upright: boolean): Outline => {
  const key = `${face}${upright ? '|' : ''}${c}`
  const known = outlines.get(key)
  if (known !== undefined) return known
  const font = fontFor(c, face)
  // What has a form of its own in columns (marks, brackets) takes it.
  const glyph = font === null ? null : upright ? font.layout(c, ['vert']).glyphs[0] ?? null : font.glyphForCodePoint(c.codePointAt(0)!)
  const made: Outline = { commands: glyph === null ? [] : glyph.path.commands.map(({ command, args }) => ({ letter: letters[command], args: args.map((n) => n / font!.unitsPerEm) })) }
  if (outlines.size > 20_000) outlines.clear()
  outlines.set(key, made)
  return made
}

/** One path for a run of letters, in units of the grid, a hundredth exact. */
export const pathOf = (glyphs: readonly Glyph[], face: Face, size: number): string => glyphs.map((g) => outlineOf(g.c, face, g.upright === true).commands.map(({ letter, args }) => {
  let out = letter
  for (let i = 0; i < args.length; i += 2) {
    const [x, y] = g.turn === true ? [g.x - 0 + args[i + 1]! * size, g.y + args[i]! * size] : [g.x + args[i]! * size, g.y - args[i + 1]! * size]
    out += `${i === 0 ? '' : ' '}${round(x)} ${round(y)}`
  }
  return out
}).join('')).join('')
const round = (n: number): string => String(Math.round(n * 100) / 100)
