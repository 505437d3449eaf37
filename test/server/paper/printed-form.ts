/** A form of so many pages as the product prints it: its typesetter, its code on each page, places for seals on the last. */
import { markedPage, renderMarked } from '#documents/forms/marked-page'

export interface FormWanted { readonly formId: string; readonly version: number; readonly contentHash: string; readonly pages: number }

const template = `${markedPage('upright', 24)}
#for n in range(d.pages) [
  #if n > 0 { pagebreak() }
  #text(size: 17pt, weight: "bold", font: serif)[云川最美科技工作者推荐表（示例）] #v(4mm)
  #table(columns: (28mm, 1fr, 28mm, 1fr), stroke: 0.5pt + ink2, inset: 2.2mm, [姓名], [沈若川], [性别], [女], [所在单位], table.cell(colspan: 3)[青陵市第二人民医院（示例）], [主要事迹], table.cell(colspan: 3, d.deeds))
  #if n + 1 == d.pages [#v(6mm) #grid(columns: (1fr, 1fr), column-gutter: 12mm, [所在单位意见 #v(30mm) #h(1fr)（盖章）　年　月　日], [推荐单位意见 #v(30mm) #h(1fr)（盖章）　年　月　日])]
]
`
const deeds = '扎根基层二十年，跑遍全县十七个乡镇，办起慢病随访点四十一处，带出乡村医生六十三人。疫情期间连续值守，组织转运、采样和健康宣教，群众放心。'

export const printedForm = async ({ formId, version, contentHash, pages }: FormWanted): Promise<Uint8Array> =>
  (await renderMarked(`worn ${pages}`, template, { about: '推荐表（示例）', foot: '', mark: { formId, version, contentHash } }, { pages, deeds: deeds.repeat(6) })).pdf
