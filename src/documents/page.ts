/** What every printed document begins with: the data, the faces, the measure, a foot with page and code. */
export const page = `
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1d1b19")
#let ink2 = rgb("#5b5650")
#let line-colour = rgb("#cfc8bd")
#let accent = rgb("#b8321f")
#let serif = ("Noto Serif SC", "Noto Sans SC")
#let sans = ("Noto Sans SC", "Noto Serif SC")
#let small(body) = text(size: 8.5pt, fill: ink2, body)
#let code(s) = text(font: sans, size: 8.5pt, s.clusters().chunks(4).map(c => c.join()).join(" "))
#let qr(svg) = image(bytes(svg), format: "svg", width: 22mm)
#set page(paper: "a4", margin: (x: 24mm, top: 24mm, bottom: 24mm), footer: context [#set text(size: 8pt, fill: ink2, font: sans); #d.foot #h(1fr) #counter(page).display() / #counter(page).final().first()])
#set text(font: sans, size: 10.5pt, fill: ink, lang: "zh", cjk-latin-spacing: auto)
#set par(leading: 0.75em, justify: false)
#let head(title, sub) = [
  #text(font: serif, weight: "bold", size: 20pt, tracking: 0.25em, title) #h(1fr) #text(size: 9pt, fill: ink2, sub)
  #v(2mm) #line(length: 100%, stroke: 1.4pt + accent) #v(4mm)
]
`
