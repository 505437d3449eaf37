import { stamp } from '#core/kernel/instant'
import { page } from './page'
import { renderPdf } from './render'

export interface OfflineSheetData {
  readonly campaign: string
  readonly unit: string
  readonly office: string
  /** 线下件 001 */
  readonly item: string
  readonly carriedBy: string
  readonly officer: string
  readonly volumes: number
  /** End of nominations, said; null: not set. */
  readonly end: string | null
  readonly at: number
  readonly rules: readonly string[]
}

const template = `${page}
#head("线下件交接单", "Hand-over sheet")
#grid(columns: (28mm, 1fr), row-gutter: 3.4mm, column-gutter: 4mm,
  text(fill: ink2)[编号], text(font: serif, weight: "bold", size: 20pt, d.item),
  text(fill: ink2)[活动], text(weight: 600, d.campaign),
  text(fill: ink2)[推荐单位], d.unit,
  text(fill: ink2)[送交], text(weight: 600, d.office),
  ..if d.end != "" { (text(fill: ink2)[送达期限], text(weight: 600, d.end)) } else { () },
  text(fill: ink2)[送达方式], d.carriedBy,
  text(fill: ink2)[卷（册）数], [#d.volumes 卷],
  text(fill: ink2)[保密责任人], d.officer)
#v(7mm)
#text(font: serif, weight: "bold", size: 12.5pt)[交接]
#v(1mm)
#table(columns: (24mm, 1fr, 1fr), stroke: 0.4pt + line-colour, inset: (x: 3mm, y: 3.6mm), align: (left + horizon, left + horizon, left + horizon),
  [], small[送件单位], small[收件办公室],
  [经手人一], [], [], [经手人二], [], [], [卷（册）数], [], [], [封口完好], [□ 完好　□ 有异，说明：], [□ 完好　□ 有异，说明：], [时间], [], [])
#v(5mm)
#block(breakable: false, fill: rgb("#f6f4f0"), inset: 5mm, width: 100%)[
  #for r in d.rules [#small[· #r] #linebreak()]
  #small[本单只写编号和交接事项，不写人选姓名和材料内容。]
]
`

/** 线下件交接单: goes with the sealed papers; says nothing of the candidate. */
export const offlineSheetPdf = (s: OfflineSheetData): Promise<Uint8Array> =>
  renderPdf(template, { ...s, end: s.end ?? '', foot: `线下件交接单　${s.item}　${stamp(s.at).replace(' +08:00', '')} 打印` })
