/** A form of several pages as the product prints it: our typesetter, a code on each page, places for seals on the last. */
import QRCode from 'qrcode'
import { pageCodeDigits, writePageCode } from '#core/paper/page-code'
import { page } from '#documents/page'
import { renderPdf } from '#documents/render'

export interface FormWanted { readonly formId: string; readonly version: number; readonly contentHash: string; readonly pages: number; /** Codes as Word lays them out: without a number. */ readonly unnumbered?: boolean }

const template = `${page}
#set page(margin: (x: 24mm, top: 34mm, bottom: 24mm), header: context [#grid(columns: (1fr, 18mm), align: horizon, text(size: 9pt)[推荐表（示例）], image(bytes(d.codes.at(counter(page).get().first() - 1)), format: "svg", width: 18mm))])
#for n in range(d.pages) [
  #if n > 0 { pagebreak() }
  #text(size: 17pt, weight: "bold", font: serif)[云川最美科技工作者推荐表（示例）] #v(4mm)
  #table(columns: (28mm, 1fr, 28mm, 1fr), stroke: 0.5pt + ink2, inset: 2.2mm, [姓名], [沈若川], [性别], [女], [所在单位], table.cell(colspan: 3)[青陵市第二人民医院（示例）], [主要事迹], table.cell(colspan: 3, d.deeds))
  #if n + 1 == d.pages [#v(6mm) #grid(columns: (1fr, 1fr), column-gutter: 12mm, [所在单位意见 #v(30mm) #h(1fr)（盖章）　年　月　日], [推荐单位意见 #v(30mm) #h(1fr)（盖章）　年　月　日])]
]
`
const deeds = '扎根基层二十年，跑遍全县十七个乡镇，办起慢病随访点四十一处，带出乡村医生六十三人。疫情期间连续值守，组织转运、采样和健康宣教，群众放心。'

export const printedForm = async (f: FormWanted): Promise<Uint8Array> => {
  const codes = await Promise.all(Array.from({ length: f.pages }, (_, i) => QRCode.toString(
    writePageCode({ formId: f.formId, version: f.version, contentHash: f.contentHash.slice(0, pageCodeDigits), page: f.unnumbered === true ? null : { number: i + 1, of: f.pages } }), { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })))
  return renderPdf(template, { pages: f.pages, codes, deeds: deeds.repeat(6), foot: `推荐表 ${f.formId.slice(0, 8)} · 第 ${f.version} 版` })
}
