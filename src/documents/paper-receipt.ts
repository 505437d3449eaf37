import { stamp } from '#core/kernel/instant'
import { page } from './page'
import { renderPdf } from './render'

export interface PaperReceiptData {
  readonly campaign: string
  readonly unit: string
  readonly candidate: string
  readonly at: number
  readonly number: string
  readonly papers: readonly { readonly name: string; readonly due: number; readonly received: number; readonly stale: number }[]
  readonly carrier: { readonly name: string; readonly received: boolean } | null
  readonly arrivals: readonly { readonly at: number; readonly what: string; readonly copies: number; readonly version: number | null; readonly by: string }[]
}

const template = `${page}
#head("纸质材料回执", "Receipt of paper")
#grid(columns: (26mm, 1fr), row-gutter: 3.2mm, column-gutter: 4mm,
  text(fill: ink2)[活动], text(weight: 600, d.campaign),
  text(fill: ink2)[推荐单位], d.unit,
  text(fill: ink2)[人选], text(font: serif, weight: "bold", size: 13pt, d.candidate),
  text(fill: ink2)[截至], text(weight: 600, d.at + "（北京时间）"))
#v(6mm)
#text(font: serif, weight: "bold", size: 12.5pt)[应交与已收]
#table(columns: (1fr, auto, auto, auto), stroke: none, inset: (x: 0pt, y: 2.2mm), column-gutter: 8mm,
  table.header(table.hline(stroke: 0.8pt + ink), small[材料], small[应交], small[已收], small[还缺], table.hline(stroke: 0.4pt + line-colour)),
  ..d.rows.map(r => (r.name, r.due, r.received, r.missing, table.hline(stroke: 0.4pt + line-colour))).flatten())
#v(6mm)
#text(font: serif, weight: "bold", size: 12.5pt)[登记 #d.arrivals.len() 条]
#table(columns: (auto, 1fr, auto, auto), stroke: none, inset: (x: 0pt, y: 2.2mm), column-gutter: 6mm,
  table.header(table.hline(stroke: 0.8pt + ink), small[时间], small[收到], small[份数], small[登记人], table.hline(stroke: 0.4pt + line-colour)),
  ..d.arrivals.map(a => (a.at, a.what, a.copies, a.by, table.hline(stroke: 0.4pt + line-colour))).flatten())
#v(4mm)
#block(breakable: false, fill: rgb("#f6f4f0"), inset: 5mm, width: 100%)[#small[本回执只说明收到了什么，不说明内容和印章的真伪。This receipt says what came in, not that its content or seals are genuine.]]
`

/** 纸质材料回执: what is due, what came in and when; typeset when it is asked for. */
export const paperReceipt = async (r: PaperReceiptData): Promise<Uint8Array> => renderPdf(template, {
  campaign: r.campaign, unit: r.unit, candidate: r.candidate, at: clock(r.at), foot: `纸质材料回执 ${r.number}`,
  rows: [
    ...r.papers.map((p) => ({ name: p.stale === 0 ? p.name : `${p.name}（另有旧版 ${p.stale} 份，不计）`, due: `${p.due} 份`, received: `${p.received} 份`, missing: p.received >= p.due ? '齐' : `${p.due - p.received} 份` })),
    ...(r.carrier === null ? [] : [{ name: r.carrier.name, due: '1 件', received: r.carrier.received ? '1 件' : '0 件', missing: r.carrier.received ? '齐' : '1 件' }]),
  ],
  arrivals: r.arrivals.map((a) => ({ at: clock(a.at), what: a.version === null ? a.what : `${a.what}，第 ${a.version} 版`, copies: `${a.copies}`, by: a.by })),
})

const clock = (at: number): string => stamp(at).replace(' +08:00', '')
