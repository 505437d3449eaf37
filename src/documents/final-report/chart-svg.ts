/** A chart of the report as SVG whose letters are outlines: drawn alike wherever it is drawn. */
import type { ReportDrawing, Shape, ShapeLook } from '#core/publicity/report/drawing'
import { metrics, pathOf } from '../poster/typefaces'

/** As the page colours them (tokens.css); `few` and `rest` are pale, told by the legend. */
const fills: Readonly<Record<ShapeLook, string>> = {
  mass: '#4a7196', pale: '#cfd9e2', rail: '#f0ede7', grid: '#e5e1da', class0: '#4a7196', class1: '#b9cbdb', class2: '#8fb39c', class3: '#7d6b8a', class4: '#dcc48f', class5: '#c3a08d', class6: '#d5d9c2',
  shade0: '#d3deea', shade1: '#a9c0d6', shade2: '#7396b8', shade3: '#446d93', shade4: '#24445f', rest: '#c9c3ba', few: '#efe3d3',
}
const inks = { ink: '#1d1b19', quiet: '#5b5650', strong: '#1d1b19', on: '#ffffff' } as const

const one = (s: Shape): string => {
  if (s.kind === 'box') return `<rect x="${s.x}" y="${s.y}" width="${s.w}" height="${s.h}" fill="${fills[s.look]}"/>`
  const face = s.look === 'strong' ? 'sansBold' : 'sans'
  const glyphs: { c: string; x: number; y: number }[] = []
  let long = 0
  for (const c of s.text) { glyphs.push({ c, x: long, y: s.y }); long += metrics.advance(c, face) * s.size }
  const from = s.anchor === 'start' ? s.x : s.anchor === 'end' ? s.x - long : s.x - long / 2
  return `<path fill="${inks[s.look]}" d="${pathOf(glyphs.map((g) => ({ ...g, x: g.x + from })), face, s.size)}"/>`
}
/** @param density pixels for each px of the drawing */
export const chartSvg = (d: ReportDrawing, density: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(d.width * density)}" height="${Math.round(d.height * density)}" viewBox="0 0 ${d.width} ${d.height}"><rect width="${d.width}" height="${d.height}" fill="#ffffff"/>${d.shapes.map(one).join('')}</svg>`
