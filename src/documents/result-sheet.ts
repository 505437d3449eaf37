import QRCode from 'qrcode'
import { stamp } from '#core/kernel/instant'
import { page } from './page'
import { renderPdf } from './render'

/** 结果单: who was chosen, how it was decided, nothing of who stood behind them. */
export interface ResultSheetData {
  readonly campaign: string
  readonly round: string
  readonly rule: string
  readonly closedAt: number
  readonly places: number
  readonly counts: readonly { readonly name: string; readonly value: number }[]
  readonly selected: readonly { readonly rank: number; readonly name: string; readonly unit: string; readonly figure: string; readonly note: string; /** Of the first of a group its heading, else empty. */ readonly group: string }[]
  /** What is left open or empty, and what follows. */
  readonly next: string
  readonly decisions: readonly string[]
  readonly hash: string
}

const template = `${page}
#head("评审结果单", "Result of the round")
#text(font: serif, weight: "bold", size: 13pt, d.campaign) #linebreak()
#text(size: 11.5pt, d.round) #h(1fr) #small[封票 #d.closedAt（北京时间）]
#v(3mm)
#small(d.rule)
#v(4mm)
#grid(columns: (1fr,) * d.counts.len(), row-gutter: 1.5mm, ..d.counts.map(c => small(c.name)), ..d.counts.map(c => text(size: 17pt, weight: 600, str(c.value))))
#v(5mm)
#if d.selected.len() == 0 [本轮没有入选的人选。] else [
#table(columns: (auto, 1fr, auto), stroke: none, inset: (x: 0pt, y: 2.4mm), column-gutter: 5mm, align: (left, left, right),
  table.header(table.hline(stroke: 0.8pt + ink), small[名次], small[入选人选　推荐单位], small[票数或得分], table.hline(stroke: 0.4pt + line-colour)),
  ..d.selected.map(r => (if r.group != "" { (table.cell(colspan: 3, text(weight: 600, r.group)), table.hline(stroke: 0.4pt + line-colour)) } else { () }, (str(r.rank), [#text(font: serif, weight: "bold", size: 11.5pt, r.name)　#small(r.unit) #if r.note != "" [#linebreak() #small(r.note)]], text(weight: 600, r.figure), table.hline(stroke: 0.4pt + line-colour)))).flatten())]
#v(3mm)
#d.next
#for l in d.decisions [#linebreak() #small(l)]
#v(10mm)
#block(breakable: false, width: 100%)[
  #grid(columns: (1fr, 1fr), column-gutter: 8mm, ..("评委会秘书", "主任委员").map(x => [#x #v(9mm) #line(length: 100%, stroke: 0.6pt + ink) #small[签字　　　　年　　月　　日]]))
  #v(8mm)
  #grid(columns: (24mm, 1fr), column-gutter: 6mm, align: horizon, qr(d.qr), [#small[与计票单同一个校验值；导出活动记录后用 xuanshu verify 可重算。#linebreak() The hash of the count sheet; xuanshu verify on the exported record counts again.] #v(1mm) #code(d.hash)])
]
`

export const resultSheetPdf = async (c: ResultSheetData): Promise<Uint8Array> => renderPdf(template, {
  ...c, closedAt: stamp(c.closedAt).slice(0, 19), foot: `结果单 ${c.hash.slice(0, 16)}`, qr: await QRCode.toString(c.hash, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
})
