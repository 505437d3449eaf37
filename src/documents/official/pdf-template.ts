/** Typst source of an official document in the form of GB/T 9704-2012; clauses of the standard stand in brackets. */
import { core, imprintLine, lineBelowNumber, margins, markTop, pageNumberBelow, size } from './measure'

/**
 * Faces: the operator's own come first. No free face of the prescribed ones is at hand, so Noto Serif SC stands in for 仿宋, 楷体 and
 * (bold) 小标宋, Noto Sans SC for 黑体; each list ends with both, so that a rare character of a name is never a box.
 */
const faces = `
#let stand-in = ("Noto Serif SC", "Noto Sans SC")
#let fang = ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "FandolFang", ..stand-in)
#let kai = ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "FandolKai", ..stand-in)
#let hei = ("SimHei", "黑体", "FandolHei", "Noto Sans SC", "Noto Serif SC")
#let biaosong = ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", ..stand-in)
#let song = ("SimSun", "宋体", "FandolSong", ..stand-in)
`

const setting = `
#let d = json(bytes(sys.inputs.data))
#let cell = ${core.width}mm / 28
#let pitch = (${core.height}mm - cell) / 21
#let gap = pitch - cell
#let red = rgb("#d7000f")
// "N lines left empty" between two things, from the lower edge of one to the upper edge of the other.
#let empty(n) = n * pitch + gap
// Upper and lower edge of the em box, so that 22 boxes and 21 gaps are 225 mm whatever face is used.
#let boxed(body) = { set text(top-edge: 0.88em, bottom-edge: -0.12em); body }
#set document(title: d.title.join(), author: d.mark.issuers, date: none)
// [7.5] No number on an empty page before the imprint, nor on the imprint's page behind it.
#let numbered(n) = {
  let (end, imprint) = (query(<end-of-matter>), query(<imprint>))
  imprint.len() == 0 or imprint.first().location().page() - end.first().location().page() < 2 or n <= end.first().location().page()
}
#set page(paper: "a4", margin: (top: ${margins.top}mm, bottom: ${margins.bottom}mm, left: ${margins.left}mm, right: ${margins.right}mm),
  footer-descent: ${pageNumberBelow}mm - ${size.small / 2}pt,
  footer: context {
    let n = here().page()
    if numbered(n) { set text(font: song, size: ${size.small}pt, top-edge: 0.88em, bottom-edge: -0.12em); block(width: 100%, inset: (x: 1em), align(if calc.odd(n) { right } else { left })[— #n —]) }
  })
#set text(font: fang, size: cell, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em, overhang: false, cjk-latin-spacing: none, hyphenate: false, costs: (widow: 0%, orphan: 0%, runt: 400%))
#set par(leading: gap, spacing: gap, justify: true, first-line-indent: (amount: 2em, all: true))
#set block(spacing: gap)
#let no-start = "，。、；：！？）》〉」』”’〕】…—".clusters()
#let no-end = "（《〈「『“‘〔【".clusters()
#let latin = regex("^[0-9A-Za-z.,%:/@-]$")
#let flush(body) = { set par(first-line-indent: 0pt); body }
// [7.3.3] 黑体, 楷体, then 仿宋.
#let heading-face(level, body) = if level == 1 { text(font: hei, weight: 600, body) } else if level == 2 { text(font: kai, weight: "bold", body) } else { body }
#show heading: set text(size: cell, weight: "regular")
#show heading: set block(above: gap, below: gap)
#show heading: it => block(sticky: true, par(heading-face(it.level, it.body)))
// In a box, lest a line that is set tighter draws the bracket of （一） to the left of the others'; between spaces of nothing, lest the box itself does.
#let counted(b) = if b.number == "" { none } else if b.level == 3 { b.number } else { box(baseline: 0.12em, h(0.001em) + b.number + h(0.001em)) }
#let piece(b) = {
  let on = if b.at("continues", default: false) { linebreak(justify: true) } else { none }
  if b.level == 0 { par(b.text + on) } else if b.runOn == "" { heading(level: b.level, counted(b) + b.text) } else { par(heading-face(b.level, counted(b) + b.text) + b.runOn + on) }
}
// The last two lines of a paragraph, so that they can go with what follows: where would its text end if it were two lines shorter?
#let with-last-lines(b) = context {
  let high(t) = calc.round((measure(block(width: ${core.width}mm, par(counted(b) + t))).height + gap) / pitch)
  let letters = (b.text + b.runOn).clusters()
  let n = high(b.text + b.runOn)
  // A heading's face ends where its run-on begins: shorter ones, and those whose tail would touch the heading, go whole.
  // A line holds 28 characters and seldom fewer than 24 or more than 33 (digits are half as wide); only there is it looked for.
  let (low, top) = (calc.min(letters.len(), 20 * (n - 2)), calc.min(letters.len(), 36 * (n - 2)))
  while n > 2 and top - low > 1 { let k = calc.quo(low + top, 2); if high(letters.slice(0, k).join()) <= n - 2 { low = k } else { top = k } }
  while low > 0 and (letters.at(low) in no-start or letters.at(low - 1) in no-end or (letters.at(low).match(latin) != none and letters.at(low - 1).match(latin) != none)) { low -= 1 }
  let marked = if b.level == 0 { 0 } else { b.text.clusters().len() }
  if n <= 2 or low <= marked { block(sticky: true, piece(b)) } else {
    piece((..b, ..(if b.level == 0 { (text: letters.slice(0, low).join()) } else { (runOn: letters.slice(marked, low).join()) }), continues: true))
    block(sticky: true, flush(par(letters.slice(low).join())))
  }
}
// A signature alone on a page is refused by every office: the end of the text goes with it.
#let matter(blocks, signed) = for (i, b) in blocks.enumerate() { if signed and i == blocks.len() - 1 and (b.level == 0 or b.runOn != "") { with-last-lines(b) } else { piece(b) } }
`

const parts = `
// [7.3.4] 附件说明: two characters in; a name that turns goes on below its own first character.
#let attachment-list(list) = if list.len() > 0 { block(above: empty(1), sticky: true, flush(grid(columns: (2em, 3em, auto, 1fr), row-gutter: gap,
  ..list.enumerate().map(((i, a)) => ([], if i == 0 [附件：], a.number, a.title)).flatten()))) }
// [7.3.6] 附注: in brackets, two characters in, below the date and never without it. Ragged: an address of letters would tear its line apart.
#let note(s) = if s != "" { set par(first-line-indent: (amount: 2em, all: true), justify: false); par("（" + s + "）") }
// [7.3.5.1] Sealed: date four characters from the right, issuer centred above it, two lines free so that the stamp touches only them.
#let under-seal(names, date, remark) = context {
  let (n, w) = (measure(names.last()).width, measure(date).width)
  let right-of-date = calc.max(4em.to-absolute(), (n - w) / 2)
  let last = block(above: empty(0), width: 100%, inset: (right: right-of-date - calc.max(0pt, (n - w) / 2)), align(right, box(width: calc.max(n, w), align(center)[#names.last() #linebreak() #date])))
  let others = names.slice(0, -1)
  block(above: empty(2), breakable: false, width: 100%, flush({
    // [7.3.5.1] Joint issuers: rows of at most two, a stamp's height apart, so that stamps do not touch.
    if others.len() > 0 { grid(columns: (1fr, 1fr), row-gutter: empty(4), align: center, ..others); v(empty(4), weak: false) }
    last
    remark
  }))
}
// [7.3.5.2] Not sealed: issuer two characters from the right, date two characters further in than the issuer; a longer date takes the right place instead.
#let unsealed(names, date, remark) = context {
  let widest = calc.max(..names.map(n => measure(n).width))
  let w = measure(date).width
  let longer = w > widest
  let name-right = if longer { 2em + w - widest + 2em } else { 2em }
  block(above: empty(1), breakable: false, width: 100%, flush({
    for n in names { block(width: 100%, inset: (right: name-right), align(right, box(width: widest, n))) }
    if date != "" { block(width: 100%, inset: (right: if longer { 2em } else { widest - w }), align(right, date)) }
    remark
  }))
}
#let title-block(lines) = { set par(leading: 13pt, justify: false, first-line-indent: 0pt); set text(font: biaosong, size: ${size.title}pt, weight: "bold"); align(center, lines.join(linebreak())) }
#let title-height(n) = n * ${size.title}pt + (n - 1) * 13pt
// A head as high as whole lines, so that the text below it stands on the page's 22 lines; what is missing or over goes half above and half below the title.
#let on-lines(above, below, title) = {
  let high = title-height(title.len())
  let whole = calc.round((above + high + below + gap) / pitch) * pitch - gap
  let spare = (whole - above - high - below) / 2
  (before: spare, height: whole)
}
`

const head = `
// [7.2.1 to 7.2.3] 份号, 密级, 紧急程度 from the top left, one below the other.
#let head() = {
  let marks = (if d.copyNumber != "" { d.copyNumber }, if d.secrecy != "" { text(font: hei, weight: 600, d.secrecy) }, if d.urgency != "" { text(font: hei, weight: 600, d.urgency) }).filter(m => m != none)
  place(top + left, flush(stack(spacing: gap, ..marks)))
  let issuers = d.mark.issuers
  let high = d.mark.size * 1pt
  let between = if issuers.len() > 1 { 0.22 * high } else { 0pt }
  let mark-height = issuers.len() * high + (issuers.len() - 1) * between
  let letters(s) = text(font: biaosong, size: high, weight: "bold", fill: red, s)
  let longest = calc.max(..issuers.map(i => i.clusters().len()))
  // Names of joint issuers are spread to one width; 文件 stands at their right, in their middle [7.2.4].
  let spread(s) = box(width: longest * high, s.clusters().map(letters).join(h(1fr)))
  let names = if issuers.len() == 1 { letters(issuers.first()) } else { stack(spacing: between, ..issuers.map(spread)) }
  let whole = if d.mark.suffix == "" { names } else if issuers.len() == 1 { names + letters(d.mark.suffix) } else { grid(columns: 2, column-gutter: 0.5 * high, align: horizon, names, letters(d.mark.suffix)) }
  place(top + center, dy: ${markTop}mm, scale(x: d.mark.narrow * 100%, reflow: true, whole))
  let number-at = ${markTop}mm + mark-height + empty(2)
  // [7.2.5, 7.2.6] The number in the middle; of a document to a higher office at the left, with who signs at the right.
  if d.signers.len() == 0 { place(top + center, dy: number-at, d.number) } else {
    place(top + left, dy: number-at + (calc.ceil(d.signers.len() / 2) - 1) * pitch, h(1em) + d.number)
    place(top + right, dy: number-at, dx: -1em, grid(columns: 1 + calc.min(2, d.signers.len()), column-gutter: (0pt, 1em), row-gutter: gap, ..d.signers.chunks(2).enumerate().map(((i, two)) => (if i == 0 [签发人：] else [], ..two.map(s => text(font: kai, s)), ..(if two.len() < calc.min(2, d.signers.len()) { ([],) } else { () }))).flatten()))
  }
  let line-at = number-at + cell + calc.max(0, calc.ceil(d.signers.len() / 2) - 1) * pitch + ${lineBelowNumber}mm
  place(top + left, dy: line-at, line(length: 100%, stroke: 0.5mm + red))
  let t = on-lines(line-at + empty(2), empty(1) - gap, d.title)
  place(top + left, dy: line-at + empty(2) + t.before, block(width: 100%, title-block(d.title)))
  v(t.height, weak: false)
}
#block(breakable: false, width: 100%, flush(head()))
`

const body = `
#if d.recipients != "" { flush(par(d.recipients + "：")) }
#matter(d.body, d.attachments.len() < 5)
#attachment-list(d.attachments)
#if d.sealed { under-seal(d.signature, d.date, note(d.note)) } else { unsealed(d.signature, d.date, note(d.note)) }
// [7.3.7] Attachments: a new page each; 附件 in 黑体 on the first line, the title on the third.
#for a in d.attached {
  pagebreak()
  let above = empty(1) + cell
  let below = empty(1) - gap + if a.number == "" { 0pt } else { pitch }
  let t = on-lines(above, below, a.title)
  block(breakable: false, width: 100%, flush({
    place(top + left, text(font: hei, weight: 600, a.mark))
    place(top + left, dy: above + t.before, block(width: 100%, title-block(a.title)))
    if a.number != "" { place(top + center, dy: above + t.before + title-height(a.title.len()) + gap, text(font: kai, a.number)) }
    v(t.height, weak: false)
  }))
  if a.recipients != "" { flush(par(a.recipients + "：")) }
  matter(a.body, a.signature.len() > 0 and a.attachments.len() < 5)
  attachment-list(a.attachments)
  if a.signature.len() > 0 { unsealed(a.signature, a.date, note(a.note)) } else { note(a.note) }
}
#metadata(none) <end-of-matter>
`

const imprint = `
// [7.4] The imprint closes the last, even page at the lower edge of the 版心; where the text leaves no room there, the next even page.
#let imprint-block() = {
  set text(size: ${size.small}pt)
  set par(leading: 0.7em, first-line-indent: 0pt)
  let thick = line(length: 100%, stroke: ${imprintLine.thick}mm)
  let row(c) = block(width: 100%, inset: (x: 1em, y: 2.4mm), c)
  stack(thick, ..(if d.imprint.copies != "" { (row(grid(columns: (auto, 1fr), [抄送：], d.imprint.copies)), line(length: 100%, stroke: ${imprintLine.thin}mm)) }),
    row([#d.imprint.printer #h(1fr) #d.imprint.printed;印发]), thick)
}
#if d.imprint != none { context {
  let end = query(<end-of-matter>).first().location().position()
  let needed = measure(block(width: ${core.width}mm, imprint-block())).height + pitch
  if calc.odd(end.page) or end.y + needed > ${core.top + core.height}mm { pagebreak(to: "even") }
  place(bottom, [#block(width: 100%, imprint-block()) <imprint>])
} }
`

/** Everything a document says enters as data; this source is the same for all. */
export const template = [faces, setting, parts, head, body, imprint].join('')
