import { stamp } from '#core/kernel/instant'
import { page } from './page'
import { renderPdf } from './render'

export interface TransmittalData {
  readonly from: string; /** The unit that is as the level above lists it. */ readonly as: string; readonly to: string; readonly campaign: string; readonly at: number; readonly by: string
  readonly fileName: string; readonly bytes: number; readonly sha256: string; readonly names: readonly string[]
  readonly fingerprint: string; /** Of the installation it is for. */ readonly toFingerprint: string; readonly sealedTo: 'key' | 'words'
}

const template = `${page}
#head("报送交接单", "Transmittal sheet")
#grid(columns: (26mm, 1fr), row-gutter: 3.2mm, column-gutter: 4mm,
  text(fill: ink2)[报送单位], text(weight: 600, d.from),
  ..if d.as == d.from { () } else { (text(fill: ink2)[上级名册中], d.as) },
  text(fill: ink2)[收件], text(weight: 600, d.to),
  text(fill: ink2)[活动], d.campaign,
  text(fill: ink2)[导出], d.at + "（北京时间）　" + d.by)
#v(7mm)
#block(breakable: false, stroke: 1pt + accent, inset: 6mm, width: 100%)[
  #text(fill: ink2)[报送平台的指纹] #h(1fr) #small[Fingerprint of the sending installation]
  #v(2mm)
  #align(center, text(font: sans, size: 19pt, weight: 600, tracking: 0.06em, d.fingerprint))
  #v(2mm)
  #small[收件人第一次导入这家单位的文件时，请照本单键入这串指纹；或由两人先后与屏幕上的核对。对得上，才能确信文件出自本单位的平台。]
]
#v(6mm)
#text(font: serif, weight: "bold", size: 12.5pt)[文件]
#v(1mm)
#grid(columns: (26mm, 1fr), row-gutter: 3.2mm, column-gutter: 4mm,
  text(fill: ink2)[文件名], d.fileName,
  text(fill: ink2)[大小], d.bytes,
  text(fill: ink2)[SHA-256], code(d.sha256),
  text(fill: ink2)[加密], d.sealed)
#v(6mm)
#text(font: serif, weight: "bold", size: 12.5pt)[人选 #d.names.len() 名]
#v(1mm)
#par(leading: 0.9em, d.names.join("　"))
#v(10mm)
#grid(columns: (1fr, 1fr, 1fr), column-gutter: 8mm, row-gutter: 12mm,
  [#small[交出人签字]#v(9mm)#line(length: 100%, stroke: 0.4pt + ink2)], [#small[接收人签字]#v(9mm)#line(length: 100%, stroke: 0.4pt + ink2)], [#small[日期]#v(9mm)#line(length: 100%, stroke: 0.4pt + ink2)])
`

const size = (bytes: number): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} kB`)

/** 交接单: goes on paper beside the USB stick; what the receiver compares stands large on it. */
export const transmittalPdf = async (t: TransmittalData): Promise<Uint8Array> => renderPdf(template, {
  from: t.from, as: t.as, to: t.to, campaign: t.campaign, at: stamp(t.at).slice(0, 16), by: t.by, fileName: t.fileName, bytes: `${size(t.bytes)}（${t.bytes} 字节）`, sha256: t.sha256, names: t.names, fingerprint: t.fingerprint, foot: `报送交接单 ${t.sha256.slice(0, 12)}`,
  sealed: t.sealedTo === 'key' ? `已加密，只有收件平台（指纹 ${t.toFingerprint}）打得开` : '已加密，用口令打开；口令另纸另行送达，不与U盘同行',
})
