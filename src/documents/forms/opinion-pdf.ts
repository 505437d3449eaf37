/** 廉政意见 as PDF: one page to tick, sign and seal. */
import type { Opinion } from '#core/forms/opinion'
import { markedPage, renderMarked, type MarkedPaper } from './marked-page'

const template = `${markedPage('upright', 26)}
#set text(font: serif, size: 14pt)
#v(6mm)
#align(center, text(weight: "bold", size: 20pt, d.title))
#v(8mm)
#d.to
#indented(d.paragraphs)
#v(3mm)
#for (i, p) in d.points.enumerate() {
  block(breakable: false, above: 6mm, [#h(2em)#(i + 1). #p.what \\ #v(0.5mm) #h(3.2em)#p.answers.map(a => box[#box(width: 3.2mm, height: 3.2mm, stroke: 0.7pt + ink, baseline: 0.3mm)#h(1.5mm)#a]).join(h(2em))])
}
#v(7mm)
#h(2em)#d.closing
#v(14mm)
#align(right, pad(right: 4mm, block(align(center)[#d.issuer（盖章） #v(3mm) 年#h(2em)月#h(2em)日])))
#v(1fr)
#line(length: 100%, stroke: 0.5pt + line-colour)
#grid(columns: (1fr, 1fr), ..("经办人：", "联系电话：").map(x => text(font: sans, size: 10pt, x)))
#v(4mm)
`

export const opinionPdf = async (o: Opinion, paper: MarkedPaper): Promise<Uint8Array> => (await renderMarked('opinion', template, paper, o)).pdf
