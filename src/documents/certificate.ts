/** 荣誉证书: A4 lying or upright, one page, the name large and alone; room is left for the seal that people put on it, and none is drawn. */
import QRCode from 'qrcode'
import { certificateHash, certificateWords, chineseDay, type CertificateFacts } from '#core/announcement/certificate'
import { renderPdf } from './render'
import { ringPaths } from './ring-paths'

export interface CertificateData extends CertificateFacts {
  /** Absolute address of the check page, with number and code. */
  readonly checkAt: string
  /** 示例，不具效力 is printed on it. */
  readonly sample: boolean
  /** 竖版. The facts and their hash are the same either way. */
  readonly upright?: boolean
}

/** In mm. `rings`: where they stand, their middle right of and below the page's, cut by the frame; `text`: room for the sentence; upright, who gives it stands above the code, not beside it. */
const lying = { wide: 297, high: 210, x: 36, y: 26, title: 46, text: 64, least: 18.5, above: 6, name: 16, issuers: 128, lift: 0, rings: { size: 212, x: 147, y: 68 } } as const
const standing = { wide: 210, high: 297, x: 27, y: 38, title: 44, text: 96, least: 17, above: 18, name: 22, issuers: 156, lift: 44, rings: { size: 212, x: 60, y: 155 } } as const
const frame = { outer: 11, inner: 12.6 } as const

const templateOf = (p: typeof lying | typeof standing): string => `
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1d1b19")
#let ink2 = rgb("#5b5650")
#let gold = rgb("#a8803a")
#let accent = rgb("#b8321f")
#let serif = ("Noto Serif SC", "Noto Sans SC")
#let sans = ("Noto Sans SC", "Noto Serif SC")
#let wide = ${p.wide}mm - 2 * ${p.x}mm
#set document(title: d.title, date: none)
#set text(font: serif, fill: ink, lang: "zh", region: "cn", cjk-latin-spacing: auto, overhang: false)
#set page(width: ${p.wide}mm, height: ${p.high}mm, margin: (x: ${p.x}mm, top: ${p.y}mm, bottom: 26mm), background: {
  place(top + left, dx: ${frame.inner}mm, dy: ${frame.inner}mm, block(width: ${p.wide}mm - 2 * ${frame.inner}mm, height: ${p.high}mm - 2 * ${frame.inner}mm, clip: true,
    place(top + left, dx: ${p.rings.x - frame.inner}mm, dy: ${p.rings.y - frame.inner}mm, image(bytes(d.rings), format: "svg", width: ${p.rings.size}mm, height: ${p.rings.size}mm))))
  place(top + left, dx: ${frame.outer}mm, dy: ${frame.outer}mm, rect(width: ${p.wide}mm - 2 * ${frame.outer}mm, height: ${p.high}mm - 2 * ${frame.outer}mm, stroke: 1pt + gold))
  place(top + left, dx: ${frame.inner}mm, dy: ${frame.inner}mm, rect(width: ${p.wide}mm - 2 * ${frame.inner}mm, height: ${p.high}mm - 2 * ${frame.inner}mm, stroke: 0.4pt + gold.lighten(45%)))
})
// The largest size, in steps of half a point, at which it holds.
#let largest(from, least, holds) = { let s = from; while s > least and not holds(s) { s -= 0.5pt }; s }
#align(center, stack(spacing: 6.5mm, text(size: ${p.title}pt, weight: "bold", fill: accent, tracking: 0.4em)[荣誉证书], text(size: 10.5pt, fill: gold, tracking: 0.34em)[CERTIFICATE OF HONOUR]))
#v(${p.above}mm)
#context {
  let who(s) = { text(size: s, weight: "bold", tracking: 0.04em, d.name); h(0.35 * s); text(size: calc.min(21pt, s), "同志：") }
  let s = largest(32pt, 17pt, s => measure(who(s)).width <= wide)
  block(width: wide, height: ${p.name}mm, align(left + bottom, { set par(leading: 0.5em); who(s) }))
}
#v(5mm)
#context {
  let said(s) = {
    { set text(size: s); set par(leading: 1.1em, spacing: 1.1em, justify: true, first-line-indent: (amount: 2em, all: true)); par(d.words); par("特颁此证。") }
    if d.english != "" { v(0.34 * s); block(width: wide, { set par(leading: 0.6em); text(size: 9.5pt, fill: gold.darken(15%), d.english) }) }
  }
  // No last line of two signs, where a slightly smaller size does without that line.
  let lines(s) = measure(block(width: wide, said(s))).height / s
  let from = largest(21pt, ${p.least}pt, s => lines(s) <= lines(${p.least}pt) + 0.4)
  let s = largest(from, 12pt, s => measure(block(width: wide, said(s))).height <= ${p.text}mm)
  block(width: wide, said(s))
}
// Below: how to check it at the left, who gives it and when at the right.
#place(bottom + left, grid(columns: (25mm, auto), column-gutter: 5mm, align: bottom, image(bytes(d.qr), format: "svg", width: 25mm),
  { set text(font: sans, size: 9pt, fill: ink2); set par(leading: 0.75em); [编号 #d.number #linebreak() 扫码查验证书真伪 #linebreak() #text(size: 7.5pt)[Scan to check this certificate]#if d.sample [#linebreak() 示例，不具效力]] }))
#place(bottom + right, dy: -${p.lift}mm, context {
  let n = d.issuers.len()
  let columns = if n > 4 { 2 } else { 1 }
  let room = ${p.issuers}mm
  let names(s) = grid(columns: columns, column-gutter: 8mm, row-gutter: 0.72em, align: center, ..d.issuers.map(i => text(size: s, i)))
  let s = largest(17pt, 8pt, s => measure(names(s)).width <= room and measure(names(s)).height <= 34mm)
  align(center, stack(spacing: 4.5mm, names(s), text(size: calc.max(13pt, calc.min(s, 17pt)), d.date)))
})
#place(bottom + center, dy: 10.4mm, text(font: sans, size: 5.6pt, fill: ink2, tracking: 0.02em)[内容校验值 SHA-256　#d.hash])
`

const ringsSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-50 -50 1000 1000" fill="none" stroke="#a8803a" stroke-opacity="0.3">${ringPaths(22, 900, [1.1, 2.1])}</svg>`

/** The same facts give the same page. */
export const certificatePdf = async ({ checkAt, sample, upright, ...facts }: CertificateData): Promise<Uint8Array> => {
  const words = certificateWords(facts)
  return renderPdf(templateOf(upright === true ? standing : lying), {
    title: `荣誉证书 ${facts.number}`, name: facts.name, words: words.zh, english: words.en, number: facts.number, issuers: facts.issuers.map((i) => i.zh), date: chineseDay(facts.givenOn),
    hash: certificateHash(facts), sample, rings: ringsSvg, qr: await QRCode.toString(checkAt, { type: 'svg', margin: 0, errorCorrectionLevel: 'M', color: { dark: '#1d1b19', light: '#0000' } }),
  })
}
