/** 考核调研表 as PDF, each page with its code; and 座谈会签到表, the one page that goes round the table. */
import type { AppraisalSheet } from '#core/appraisal/sheet'
import { page } from '../page'
import { renderPdf } from '../render'
import { markedPage, renderMarked, type MarkedPaper } from './marked-page'

const parts = `
#set text(font: serif, size: 10.5pt)
#set table(stroke: 0.6pt + rgb("#4a4641"), inset: (x: 1.8mm, y: 2mm))
#let label(t) = text(font: sans, size: 9.5pt, weight: 600, t)
#let cell(t) = text(font: serif, size: 10pt, t)
#let pairs(all) = table(columns: (22mm, 1fr, 22mm, 1fr), align: left + horizon, fill: (x, y) => if calc.rem(x, 2) == 0 { rgb("#f6f4f0") }, ..all.map(p => (label(p.at(0)), cell(p.at(1)))).flatten())
#let part(n, t) = block(above: 6mm, below: 2.5mm, sticky: true, text(font: sans, weight: 700, size: 11.5pt)[#n、#t])
#let rows(widths, head, lines) = table(columns: widths, align: left + horizon, fill: (x, y) => if y == 0 { rgb("#f6f4f0") }, table.header(..head.map(label)), ..lines.map(l => l.map(cell)).flatten())
#let none-yet = text(fill: ink2, size: 10pt)[（无记录）]
#let numbers = ("一", "二", "三", "四", "五", "六", "七", "八", "九")
`

const sheet = `${markedPage('upright', 22)}${parts}
#align(center, text(font: serif, weight: "bold", size: 18pt, d.title))
#v(4mm)
#pairs(d.head)
#let n = counter("part")
#let next(t) = { n.step(); context part(numbers.at(n.get().first() - 1), t) }
#next("走访")
#if d.visits.len() == 0 { none-yet } else { rows((30mm, 1fr, 1fr, 1fr), ("日期", "地点", "考核人员", "事项"), d.visits) }
#for s in d.symposia {
  next(s.name)
  pairs(s.head)
  v(1.5mm)
  rows((1.5fr, 1fr, 1.2fr, 1.2fr), ("应到人员", "姓名", "职务", "参加方式"), s.attendance)
  v(2mm)
  if s.minutes.len() > 0 { indented(s.minutes) } else { none-yet }
}
#next("个别谈话")
#if d.talks.len() == 0 { none-yet } else { rows((20mm, 1.4fr, 34mm, 1.4fr, 18mm), ("序号", "与人选的关系", "日期", "谈话人", "方式"), d.talks) }
#text(size: 9pt, fill: ink2)[谈话对象和内容不印，由考核单位另行保管。]
#if d.facts.len() > 0 {
  next("逐项核实")
  text(size: 10.5pt, d.verified)
  v(1.5mm)
  rows((9mm, 26mm, 2fr, 17mm, 1.3fr), ("", "事项", "内容", "结果", "依据"), d.facts)
}
#next("考核意见")
#if d.conclusion.len() > 0 { indented(d.conclusion) } else { v(18mm) }
#v(6mm)
#block(breakable: false, width: 100%)[
  #grid(columns: (1fr, 1fr), column-gutter: 8mm, [考核人员（签字）：], [记录人（签字）：])
  #sealed-by(d.seal)
]
`
export const appraisalPdf = async (s: AppraisalSheet, paper: MarkedPaper): Promise<Uint8Array> =>
  (await renderMarked('appraisal', sheet, paper, { ...s, symposia: s.symposia.map((x) => ({ ...x, attendance: x.attendance.map((a) => [a.role, a.name, a.post, a.how]) })) })).pdf

const signIn = `${page}${parts}
#for (i, s) in d.symposia.enumerate() {
  if i > 0 { pagebreak() }
  align(center, text(font: serif, weight: "bold", size: 18pt)[#s.name 签到表])
  v(4mm)
  pairs(d.head)
  v(2mm)
  pairs(s.head)
  v(4mm)
  let tall = box(width: 0pt, height: 9mm)
  table(columns: (1.6fr, 1fr, 1.2fr, 1.1fr, 1.4fr), align: left + horizon, fill: (x, y) => if y == 0 { rgb("#f6f4f0") }, table.header(..("应到人员", "姓名", "职务", "参加方式", "签名").map(label)),
    ..s.attendance.map(a => (tall + cell(a.role), cell(a.name), cell(a.post), cell(a.how), [])).flatten(), ..range(3).map(_ => (tall, [], [], [], [])).flatten())
  v(3mm)
  text(size: 9pt, fill: ink2)[视频参加的由记录人代签并注明；没有这一职务的写明。]
}
`
export const signInPdf = (s: AppraisalSheet): Promise<Uint8Array> => renderPdf(signIn, { ...s, foot: '座谈会签到表' })
