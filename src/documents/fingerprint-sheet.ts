import { stamp } from '#core/kernel/instant'
import { page } from './page'
import { renderPdf } from './render'

const template = `${page}
#head("平台指纹单", "Fingerprint of an installation")
#grid(columns: (26mm, 1fr), row-gutter: 3.2mm, column-gutter: 4mm,
  text(fill: ink2)[单位], text(weight: 600, d.office),
  text(fill: ink2)[打印], d.at + "（北京时间）")
#v(8mm)
#block(breakable: false, stroke: 1pt + accent, inset: 8mm, width: 100%)[
  #align(center, text(font: sans, size: 21pt, weight: 600, tracking: 0.06em, d.fingerprint))
]
#v(5mm)
本单是上面这个单位所用选树平台的指纹。第一次导入它的文件（征集文件、报送包、结果文件）时，请照本单键入；或由两人先后与屏幕上的核对。对得上，才能确信文件出自这个平台。
#v(2mm)
#small[When you first take in a file of this office, type the fingerprint from this sheet, or let two persons compare it by eye.]
#v(12mm)
#grid(columns: (1fr, 1fr), column-gutter: 12mm,
  [#small[活动办公室（盖章）]#v(14mm)#line(length: 100%, stroke: 0.4pt + ink2)], [#small[日期]#v(14mm)#line(length: 100%, stroke: 0.4pt + ink2)])
`

/** 平台指纹单: goes on paper to whoever receives our files. */
export const fingerprintSheet = async (s: { readonly office: string; readonly fingerprint: string; readonly at: number }): Promise<Uint8Array> => renderPdf(template, { office: s.office, fingerprint: s.fingerprint, at: stamp(s.at).slice(0, 16), foot: `平台指纹单 ${s.fingerprint}` })
