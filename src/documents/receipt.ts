import QRCode from 'qrcode'
import { stamp } from '#core/kernel/instant'
import { page } from './page'
import { renderPdf } from './render'

export interface ReceiptData {
  readonly campaign: string
  readonly unit: string
  readonly candidate: string
  /** 保密审查: by whom, with post and day; absent: the campaign asks for none. */
  readonly review?: string
  readonly at: number
  readonly code: string
  readonly position: number
  readonly hash: string
  readonly definitionHash: string
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
}

const template = `${page}
#head("回执", "Receipt of submission")
#grid(columns: (1fr, 24mm), gutter: 8mm,
  grid(columns: (26mm, 1fr), row-gutter: 3.2mm, column-gutter: 4mm,
    text(fill: ink2)[活动], text(weight: 600, d.campaign),
    text(fill: ink2)[推荐单位], d.unit,
    text(fill: ink2)[人选], text(font: serif, weight: "bold", size: 13pt, d.candidate),
    ..if d.review != "" { (text(fill: ink2)[保密审查], d.review) } else { () },
    text(fill: ink2)[收到时间], text(weight: 600, d.at + "（北京时间）"),
    text(fill: ink2)[台账位置], [第 #d.position 条],
    text(fill: ink2)[回执编号], text(weight: 600, d.code),
  ), qr(d.qr))
#v(6mm)
#text(font: serif, weight: "bold", size: 12.5pt)[收到的材料 #d.files.len() 份]
#v(1mm)
#table(columns: (auto, 1fr, auto), stroke: none, inset: (x: 0pt, y: 2.2mm), column-gutter: 4mm,
  table.header(table.hline(stroke: 0.8pt + ink), small[序], small[文件与 SHA-256], align(right, small[大小]), table.hline(stroke: 0.4pt + line-colour)),
  ..d.files.enumerate().map(((i, f)) => (small(str(i + 1)), [#f.name #linebreak() #code(f.sha256)], align(right, f.size), table.hline(stroke: 0.4pt + line-colour))).flatten())
#v(4mm)
#block(breakable: false, fill: rgb("#f6f4f0"), inset: 5mm, width: 100%)[
  #small[台账校验值 Ledger hash] #linebreak() #code(d.hash) #v(1mm)
  #small[活动方案校验值 Definition hash] #linebreak() #code(d.definitionHash) #v(2mm)
  #small[核对方法：活动记录导出后，运行 xuanshu verify 文件 --receipt #d.code。台账若被改写或截去尾部，会指出哪一条。任何一份材料改动一个字节，它的 SHA-256 就不再相同。]
  #linebreak() #small[To check: xuanshu verify FILE --receipt #d.code names the row if the ledger was rewritten or its tail cut.]
]
`

/** 回执: time, hash of every file, place in the ledger; what a unit keeps to prove that it submitted, and what. */
export const receiptPdf = async (r: ReceiptData): Promise<Uint8Array> => renderPdf(template, {
  ...r, review: r.review ?? '', at: stamp(r.at).replace(' +08:00', ''), foot: `回执 ${r.code}`, qr: await QRCode.toString(r.code, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
  files: r.files.map((f) => ({ ...f, size: sizeOf(f.bytes) })),
})

const sizeOf = (bytes: number): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`)
