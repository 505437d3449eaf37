import QRCode from 'qrcode'
import { page } from './page'
import { renderPdf } from './render'

export interface NominationFormData {
  readonly title: string
  readonly unit: string
  readonly formId: string
  readonly version: number
  readonly contentHash: string
  readonly sections: readonly { readonly title: string; readonly rows: readonly { readonly label: string; readonly value: string; readonly wide: boolean }[] }[]
}

const template = `${page}
#align(center, text(font: serif, weight: "bold", size: 17pt, d.title))
#v(2mm)
#grid(columns: (1fr, 22mm), column-gutter: 6mm, align: bottom, [#text(size: 11pt)[推荐单位（盖章）：#d.unit]], qr(d.qr))
#v(3mm)
#for s in d.sections [
  #block(sticky: true, text(font: serif, weight: "bold", size: 11.5pt, s.title))
  #table(columns: (28mm, 1fr, 28mm, 1fr), stroke: 0.5pt + ink2, inset: 2.2mm,
    ..s.rows.map(r => if r.wide { (table.cell(fill: rgb("#f6f4f0"), r.label), table.cell(colspan: 3, text(font: serif, r.value))) } else { (table.cell(fill: rgb("#f6f4f0"), r.label), text(font: serif, r.value)) }).flatten())
  #v(2mm)
]
#v(4mm)
#block(breakable: false, grid(columns: (1fr, 1fr), column-gutter: 12mm, [所在单位意见 #v(24mm) #h(1fr)（盖章）　　年　月　日], [推荐单位意见 #v(24mm) #h(1fr)（盖章）　　年　月　日]))
`

/** 推荐表打印稿: printed, sealed, scanned; each page names form, version and content, so that paper and file can be matched. */
export const nominationFormPdf = async (f: NominationFormData): Promise<Uint8Array> => renderPdf(template, {
  ...f, foot: `推荐表 ${f.formId.slice(0, 8)} · 第 ${f.version} 版 · ${f.contentHash.slice(0, 16)}`,
  qr: await QRCode.toString(`XF1-${f.formId}-${f.version}-${f.contentHash.slice(0, 32)}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
})
