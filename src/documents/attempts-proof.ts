import { stamp } from '#core/kernel/instant'
import { page } from './page'
import { renderPdf } from './render'

export interface AttemptsProof {
  readonly campaign: string
  readonly unit: string
  readonly candidate: string
  /** End of nominations. */
  readonly end: number
  readonly printedAt: number
  readonly attempts: readonly { readonly at: number; readonly answer: string; readonly trace: string; readonly toldBy: 'server' | 'browser'; readonly keptAt: number }[]
  readonly outages: readonly { readonly from: number; readonly until: number; readonly reason: string }[]
}

const template = `${page}
#head("报送尝试证明", "Proof of attempts to submit")
#grid(columns: (26mm, 1fr), row-gutter: 3.2mm, column-gutter: 4mm,
  text(fill: ink2)[活动], text(weight: 600, d.campaign), text(fill: ink2)[推荐单位], d.unit, text(fill: ink2)[人选], text(font: serif, weight: "bold", size: 13pt, d.candidate), text(fill: ink2)[报送截止], d.end)
#v(6mm)
#text(font: serif, weight: "bold", size: 12.5pt)[报送尝试 #d.attempts.len() 次]
#v(1mm)
#table(columns: (auto, 1fr, auto), stroke: none, inset: (x: 0pt, y: 2.2mm), column-gutter: 4mm,
  table.header(table.hline(stroke: 0.8pt + ink), small[时间（北京时间）], small[系统的回答], small[编号], table.hline(stroke: 0.4pt + line-colour)),
  ..d.attempts.map(a => (a.at, [#a.answer #linebreak() #small(a.told)], code(a.trace), table.hline(stroke: 0.4pt + line-colour))).flatten())
#v(4mm)
#text(font: serif, weight: "bold", size: 12.5pt)[系统不可用记录]
#v(1mm)
#if d.outages.len() == 0 { small[没有停机记录。] } else { for o in d.outages [#o.from 至 #o.until，#o.reason #linebreak()] }
#v(4mm)
#small[“服务器记录”由系统在收到请求时写下；“浏览器补交”是单位的浏览器事后交来的，时间以其自报为准。是否延长由活动办公室对所有单位统一决定。]
`

/** 报送尝试证明: when the unit pressed submit, what was answered, under which number; and when the product was away. */
export const attemptsProof = async (p: AttemptsProof): Promise<Uint8Array> => {
  const at = (ms: number) => stamp(ms).replace(' +08:00', '')
  return renderPdf(template, {
    ...p, end: at(p.end), foot: `打印于 ${at(p.printedAt)}`, outages: p.outages.slice(0, 20).map((o) => ({ from: at(o.from), until: at(o.until), reason: o.reason })),
    attempts: p.attempts.map((a) => ({ at: at(a.at), answer: a.answer, trace: a.trace === '' ? '—' : a.trace, told: a.toldBy === 'server' ? '服务器记录' : `浏览器补交，${at(a.keptAt)} 收到` })),
  })
}
