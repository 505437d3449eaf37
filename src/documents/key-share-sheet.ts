import QRCode from 'qrcode'
import { stamp } from '#core/kernel/instant'
import { shareRows } from '#core/review/key-share'
import { page } from './page'
import { renderPdf } from './render'

export interface KeyShareSheet {
  readonly campaign: string
  readonly round: string
  readonly holder: string
  readonly person: string
  readonly at: number
  /** 1: the first; more: those before are void. */
  readonly printing: number
  /** 64 letters and figures. */
  readonly text: string
}

const template = `${page}
#head("开箱钥匙", "Share of the key of the box")
#grid(columns: (26mm, 1fr), row-gutter: 3.2mm, column-gutter: 4mm,
  text(fill: ink2)[活动], text(weight: 600, d.campaign),
  text(fill: ink2)[轮次], text(font: serif, weight: "bold", size: 14pt, d.round),
  text(fill: ink2)[持有], text(weight: 600, d.holder),
  text(fill: ink2)[打印], [#d.person　#d.at（北京时间）#if d.printing > 1 [　第 #d.printing 次，先印的作废]])
#v(8mm)
#grid(columns: (1fr, 40mm), column-gutter: 10mm, align: horizon,
  grid(columns: (8mm,) + (1fr,) * 4, row-gutter: 6mm, align: (left + horizon, center + horizon, center + horizon, center + horizon, center + horizon),
    ..d.rows.enumerate().map(((i, r)) => (small(str(i + 1)), ..r.map(g => text(font: "DejaVu Sans Mono", size: 15pt, weight: "bold", tracking: 0.12em, g)))).flatten()),
  image(bytes(d.qr), format: "svg", width: 40mm))
#v(3mm)
#small[数字 0 到 9 和大写字母，不用 I、L、O、U。封票时逐行输入，或用扫码枪扫右边的二维码；抄错一个字，会指出是哪一行。]
#v(8mm)
#block(breakable: false, fill: rgb("#f6f4f0"), inset: 5mm, width: 100%)[
  #text(weight: 600)[怎样保管] #v(1mm)
  #for l in d.keep [· #l #linebreak()]
]
#v(6mm)
#block(breakable: false, width: 100%)[
  #text(weight: 600)[管得住什么，管不住什么] #v(1mm)
  #for l in d.limits [#small[· #l] #linebreak()]
]
#v(8mm)
#block(breakable: false)[#grid(columns: (1fr, 1fr), column-gutter: 10mm, ..("领取", "封票后销毁").map(x => [#x #v(8mm) #line(length: 100%, stroke: 0.6pt + ink) #small[签字　　　　年　　月　　日]]))]
`

const keep = [
  '三方各持一份：评委会秘书、纪检监督、活动办公室。任意两份同时到场，才能封票开箱。',
  '本份只印这一次，系统不留底。打印后请删去下载的文件，不要拍照、转发。',
  '投票开始前没有印好的，可以重印，先印的作废；有人投票以后，任何一份都不能再印。',
  '三份里只剩一份时，票箱谁也打不开：本轮废止，重新投票。',
  '封票计票以后，请当场销毁。',
]
const limits = [
  '开箱之前，单凭系统、数据库或它的备份，或任何一方自己的一份，都打不开选票。',
  '打印这一刻和封票这一刻，钥匙要经过服务器。这两个时刻若有人控制服务器，可以截下钥匙。',
  '两方串通，又控制着服务器的，在封票前可以打开选票。不能接受的，请改用纸质选票。',
]

/** 开箱钥匙的一份: for one holder, one round; what is on it is nowhere else. */
export const keySharePdf = async (s: KeyShareSheet): Promise<Uint8Array> => renderPdf(template, {
  ...s, at: stamp(s.at).slice(0, 19), rows: shareRows(s.text), keep, limits, foot: `开箱钥匙　${s.round}　${s.holder}`, qr: await QRCode.toString(s.text, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
})
