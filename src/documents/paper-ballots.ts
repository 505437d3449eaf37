import QRCode from 'qrcode'
import { page } from './page'
import { renderPdf } from './render'

export interface PaperBallots {
  readonly campaign: string
  readonly round: string
  readonly secret: boolean
  /** Null: no limit. */
  readonly maxApprovals: number | null
  /** 每组限额 in words; empty: none. */
  readonly inGroups: string
  readonly exact: number | null
  readonly against: boolean
  readonly writeIn: boolean
  readonly printing: number
  /** In the order they stand on the paper. */
  readonly candidates: readonly { readonly name: string; readonly unit: string }[]
  /** One page each; `juror` empty in a secret round. */
  readonly papers: readonly { readonly code: string; readonly juror: string }[]
}

const template = `${page}
#let box-sign = box(width: 5mm, height: 5mm, stroke: 0.8pt + ink)
#set page(footer: none)
#for (n, p) in d.papers.enumerate() [
  #if n > 0 { pagebreak() }
  #head("选　票", "Ballot")
  #text(font: serif, weight: "bold", size: 13pt, d.campaign) #linebreak()
  #text(size: 12pt, weight: 600, d.round) #h(1fr) #if p.juror != "" [评委：#text(weight: 600, p.juror)] else [#small[无记名，请勿署名]]
  #v(4mm)
  #for l in d.how [· #l #linebreak()]
  #v(4mm)
  #table(columns: (8mm, 1fr) + (16mm,) * d.marks.len(), stroke: none, inset: (x: 1mm, y: 2.6mm), align: (left + horizon, left + horizon) + (center + horizon,) * d.marks.len(),
    table.header(table.hline(stroke: 0.8pt + ink), small[序], small[人选　推荐单位], ..d.marks.map(m => text(weight: 600, m)), table.hline(stroke: 0.4pt + line-colour)),
    ..d.candidates.enumerate().map(((i, c)) => (small(str(i + 1)), [#text(font: serif, weight: "bold", size: 12.5pt, c.name)　#small(c.unit)], ..d.marks.map(m => box-sign), table.hline(stroke: 0.4pt + line-colour))).flatten())
  #if d.writeIn [#v(4mm) 另选人：#box(width: 1fr, line(length: 100%, stroke: 0.5pt + ink, start: (0pt, 3pt)))]
  #v(1fr)
  #grid(columns: (1fr, auto), column-gutter: 6mm, align: (left + bottom, right + bottom),
    [#small[编号只为核对张数和防止重复录入，#if d.secret [不对应任何评委；选票打乱后分发]] #linebreak() #text(font: "DejaVu Sans Mono", size: 15pt, weight: "bold", tracking: 0.1em, p.code) #if d.printing > 1 [#small[　第 #d.printing 次印]]],
    image(bytes(p.qr), format: "svg", width: 18mm))
]
`

/** 纸质选票: one page each, alike but for the code, which names nobody in a secret round. */
export const paperBallotsPdf = async (s: PaperBallots): Promise<Uint8Array> => renderPdf(template, {
  ...s, marks: ['赞成', ...(s.against ? ['反对'] : []), ...(s.against || s.writeIn ? ['弃权'] : [])],
  how: [
    s.exact !== null ? `正好赞成 ${s.exact} 人，在“赞成”下打 √；多了、少了，整张无效。` : s.maxApprovals === null ? '在“赞成”下打 √。' : `最多赞成 ${s.maxApprovals} 人，在“赞成”下打 √；多了整张无效。`,
    ...(s.inGroups === '' ? [] : [`每组限额：${s.inGroups}；一组多了，整张无效。`]),
    '没有标记的按弃权计。已申报回避的人选，请不要作任何记号。', '请不要涂改，不要作其他记号；看不清的，整张无效。',
  ],
  papers: await Promise.all(s.papers.map(async (p) => ({ ...p, qr: await QRCode.toString(p.code, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }) }))),
})
