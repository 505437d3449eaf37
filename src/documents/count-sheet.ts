import QRCode from 'qrcode'
import { stamp } from '#core/kernel/instant'
import type { Outcome } from '#core/review/counting/placement'
import { page } from './page'
import { renderPdf } from './render'

/** A row of the count with the names that ids stand for. */
export interface CountSheetRow {
  readonly rank: number
  /** Of an adjusted order, the rank before it; null: the order goes by the figure itself. */
  readonly rawRank: number | null
  readonly name: string
  readonly unit: string
  readonly figure: string
  /** How the figure comes about; shown where it is more than votes of a base. */
  readonly say: string
  /** Jurors who did not vote on this one. */
  readonly recused: number
  /** Its group, where places are by group; the first of each shows it as a heading. */
  readonly group: string
  readonly outcome: Outcome
  /** Equal to others at the line, settled by the jury. */
  readonly byJury: boolean
}
/** The count as the core made it, and what people need to sign it. */
export interface CountSheetData {
  readonly campaign: string
  readonly round: string
  readonly rule: string
  readonly closedAt: number
  /** Heading of the figures: 赞成 / 分母, 得分 … */
  readonly figureName: string
  readonly entitled: number; readonly present: number; readonly issued: number; readonly returned: number; readonly valid: number; readonly invalid: number
  readonly rows: readonly CountSheetRow[]
  readonly findings: readonly string[]
  /** Decisions of the jury, jurors dropped, names written in, stages: each a line with its heading. */
  readonly notes: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly hash: string
}

const template = `${page}
#head("计票单", "Count sheet")
#text(font: serif, weight: "bold", size: 13pt, d.campaign) #linebreak()
#text(size: 11.5pt, d.round) #h(1fr) #small[封票 #d.closedAt（北京时间）]
#v(3mm)
#small(d.rule)
#v(4mm)
#grid(columns: (1fr,) * 6, row-gutter: 1.5mm, ..("应到", "实到", "发出", "收回", "有效", "无效").map(x => small(x)), ..(d.entitled, d.present, d.issued, d.returned, d.valid, d.invalid).map(x => text(size: 17pt, weight: 600, str(x))))
#v(5mm)
#table(columns: (auto, 1fr, auto, auto, auto), stroke: none, inset: (x: 0pt, y: 2.4mm), column-gutter: 5mm, align: (left, left, right, right, left),
  table.header(table.hline(stroke: 0.8pt + ink), small[名次], small[人选　推荐单位], small(d.figureName), small[回避], small[结果], table.hline(stroke: 0.4pt + line-colour)),
  ..d.rows.map(r => (if r.group != "" { (table.cell(colspan: 5, text(weight: 600, r.group)), table.hline(stroke: 0.4pt + line-colour)) } else { () }, ([#r.rank #if r.rawRank != none [#linebreak() #small[原 #r.rawRank]]], [#text(font: serif, weight: "bold", size: 11.5pt, r.name)　#small(r.unit) #if r.say != "" [#linebreak() #small(r.say)]], [#text(weight: 600, r.figure)], if r.recused == 0 [—] else [#r.recused], if r.outcome == "selected" [#r.label] else if r.outcome == "tied" or r.outcome == "open" { text(fill: accent, weight: 600)[#r.label] } else { text(fill: ink2)[#r.label] }, table.hline(stroke: 0.4pt + line-colour)))).flatten())
#if d.findings.len() > 0 { v(3mm); for f in d.findings { [· #f #linebreak()] } }
#for n in d.notes [#v(3mm) #text(weight: 600, n.title) #linebreak() #for l in n.lines [#small(l) #linebreak()]]
#v(10mm)
#block(breakable: false, width: 100%)[
  #grid(columns: (1fr, 1fr, 1fr), column-gutter: 8mm, ..("计票人", "监票人", "主任委员").map(x => [#x #v(9mm) #line(length: 100%, stroke: 0.6pt + ink) #small[签字　　　　年　　月　　日]]))
  #v(8mm)
  #grid(columns: (24mm, 1fr), column-gutter: 6mm, align: horizon, qr(d.qr), [#small[票箱、办法与结果的校验值；导出活动记录后用 xuanshu verify 可重算得到同一个值。#linebreak() Hash of box, rule and result; xuanshu verify on the exported record counts again and must reach it.] #v(1mm) #code(d.hash)])
]
`

export const outcomeLabels: Readonly<Record<Outcome, string>> = { selected: '入选', tied: '并列待定', belowPlaces: '名额已满', belowThreshold: '未达票数', open: '待定' }

/** 计票单: what scrutineers and the chair sign; the same numbers as the page, counted by the same function. */
export const countSheetPdf = async (c: CountSheetData): Promise<Uint8Array> => renderPdf(template, {
  ...c, closedAt: stamp(c.closedAt).slice(0, 19), foot: `计票单 ${c.hash.slice(0, 16)}`, rows: c.rows.map((r) => ({ ...r, label: r.byJury ? (r.outcome === 'selected' ? '入选（评委会定）' : '未入选（评委会定）') : outcomeLabels[r.outcome] })),
  qr: await QRCode.toString(c.hash, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
})
