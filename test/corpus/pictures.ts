/** Photographs, right and wrong in one point each. */
import sharp from 'sharp'
import { filesOf, joined, type CorpusFile } from './corpus-file'
import { texture } from './grain'
import { turnedHeic, uprightHeic } from './heic-files'
import { animated, claiming, exif, filled, pngOf, share, withSegment } from './image-surgery'

const forgiven = '浏览器的解码器容忍坏数据，由服务器判为不完整'

export const photographs = async (): Promise<CorpusFile[]> => {
  const t = await texture('photo', 400, 300)
  const right = await t.clone().jpeg({ quality: 92 }).toBuffer()
  const png = await t.clone().png().toBuffer()
  const webp = await t.clone().webp({ quality: 80 }).toBuffer()
  const small = await t.clone().resize(133).jpeg({ quality: 90 }).toBuffer()
  const larger = sharp(small).resize(400, 300)
  const middle = Buffer.from(right)
  middle.fill(0, right.length >> 1, (right.length >> 1) + 400)
  const html = '<html><script>alert(1)</script></html>'
  return filesOf('photos', [
    ['授课.jpg', right],
    ['授课渐进.jpg', await t.clone().jpeg({ quality: 92, progressive: true }).toBuffer()],
    ['授课无色度抽样.jpg', await t.clone().jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer()],
    ['授课重压缩.jpg', await t.clone().jpeg({ quality: 60 }).toBuffer()],
    ['授课重启标记.jpg', await t.clone().jpeg({ quality: 92, optimiseCoding: false }).toBuffer()],
    ['授课.JPEG', right], ['授课.jfif', right], ['授课.jpg.php', right], ['授课', right], ['授课.png', right],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`方向${n}.jpg`, withSegment(right, 0xe1, exif(n))] as const),
    ['方向无效.jpg', withSegment(right, 0xe1, exif(9))],
    ['带拍摄地点.jpg', withSegment(right, 0xe1, exif(1, true))],
    ['长备注.jpg', withSegment(right, 0xfe, Buffer.alloc(60_000, 65))],
    ['备注里有脚本.jpg', withSegment(right, 0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${html}</x:xmpmeta>`))],
    ['显示P3.jpg', await t.clone().withIccProfile('p3').jpeg({ quality: 92 }).toBuffer()],
    ['sRGB.jpg', await t.clone().withIccProfile('srgb').jpeg({ quality: 92 }).toBuffer()],
    ['印刷色.jpg', await t.clone().toColourspace('cmyk').jpeg({ quality: 92 }).toBuffer()],
    ['灰度.jpg', await t.clone().grayscale().toColourspace('b-w').jpeg({ quality: 92 }).toBuffer()],
    ['截断一成.jpg', share(right, 0.1)], ['截断三成.jpg', share(right, 0.3)], ['截断一半.jpg', share(right, 0.5)], ['截断九成.jpg', share(right, 0.9)], ['只差两字节.jpg', right.subarray(0, -2)],
    ['只有文件头.jpg', right.subarray(0, 20)], ['一字节.jpg', Buffer.of(0xff)],
    ['截断补尾.jpg', joined(share(right, 0.5), Buffer.of(0xff, 0xd9)), forgiven],
    ['中间坏掉.jpg', middle, forgiven],
    ['补零凑数.jpg', filled(small, 25_000)], ['补一字节.jpg', filled(right, 1)], ['两图相连.jpg', joined(right, right)],
    ['图后网页.jpg', joined(right, html)], ['图后压缩包.jpg', joined(right, 'PK\x03\x04', Buffer.alloc(90))],
    ['太小.jpg', small], ['缩略图.jpg', await t.clone().resize(32).jpeg().toBuffer()],
    ['放大凑数.jpg', await larger.clone().jpeg({ quality: 100 }).toBuffer()], ['放大三倍.jpg', await larger.clone().jpeg({ quality: 97 }).toBuffer()],
    ['放大后重压缩.jpg', await larger.clone().jpeg({ quality: 70 }).toBuffer()],
    ['虚焦.jpg', await t.clone().blur(4).jpeg({ quality: 97 }).toBuffer()],
    ['一片白.jpg', await t.clone().linear(0, 255).jpeg({ quality: 100 }).toBuffer()],
    ['改名的PNG.jpg', png], ['PNG.png', png],
    ['PNG截断.png', share(png, 0.6)], ['PNG无尾.png', png.subarray(0, -12)], ['PNG补尾.png', filled(png, 99)],
    ['PNG坏块.jpg', joined(png.subarray(0, 3000), Buffer.alloc(200), png.subarray(3200))],
    ['十六位.png', await t.clone().toColourspace('rgb16').png().toBuffer()], ['调色板.png', await t.clone().png({ palette: true }).toBuffer()],
    ['灰度.png', await t.clone().grayscale().toColourspace('b-w').png().toBuffer()], ['透明.png', await t.clone().ensureAlpha(0.5).png().toBuffer()],
    ['动图.png', animated(png)], ['隔行.png', await t.clone().png({ progressive: true }).toBuffer()],
    ['像素洪水.png', pngOf(16_000, 16_000)], ['声称巨大.png', claiming(png, 30_000, 30_000)], ['声称零宽.png', claiming(png, 0, 480)], ['声称略大.png', claiming(png, 400, 3000)],
    ['极扁.png', pngOf(4096, 2)], ['一像素.png', pngOf(1, 1)],
    ['WebP.webp', webp], ['改名的WebP.jpg', webp], ['WebP无损.webp', await t.clone().webp({ lossless: true, effort: 0 }).toBuffer()], ['WebP截断.webp', share(webp, 0.5)], ['WebP补尾.webp', filled(webp, 64)],
    ['动图.webp', animatedWebp(webp)],
    ['HEIC.heic', uprightHeic], ['改名的HEIC.jpg', uprightHeic], ['HEIC转向.heic', turnedHeic], ['HEIC截断.heic', uprightHeic.subarray(0, -40)], ['HEIC补尾.heic', filled(uprightHeic, 77)],
    ['HEIC坏数据.heic', joined(uprightHeic.subarray(0, 420), Buffer.alloc(100, 0xaa), uprightHeic.subarray(520))], ['HEIC无盒.heic', uprightHeic.subarray(0, 28)],
    ['动图.gif', Buffer.from('R0lGODlhIAAUAIAAAExpcaozMyH5BAUAAAAALAAAAAAgABQAAAIXjI+py+0Po5y02ouz3rz7D4biSJbm6RQAOw==', 'base64')],
    ['扫描.tiff', await t.clone().resize(64).tiff().toBuffer()], ['位图.bmp', bmpOf(32, 20)], ['改名的位图.jpg', bmpOf(32, 20)],
    ['矢量图.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hosts"/></svg>')], ['矢量图带声明.svg', Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['AVIF.jpg', Buffer.from('\0\0\0\x1cftypavif\0\0\0\0', 'latin1')], ['PSD.jpg', Buffer.from('8BPS\0\x01')], ['网页.jpg', Buffer.from(`<!doctype html>${html}`)], ['程序.jpg', Buffer.from('MZ\x90\0', 'latin1')], ['空.jpg', Buffer.alloc(0)],
  ])
}

/** An extended header that says it is animated, around the same picture. */
const animatedWebp = (webp: Buffer): Buffer => {
  const header = Buffer.alloc(18)
  header.write('VP8X', 0)
  header.writeUInt32LE(10, 4)
  header[8] = 2
  header.writeUIntLE(399, 12, 3)
  header.writeUIntLE(299, 15, 3)
  const out = joined(webp.subarray(0, 12), header, webp.subarray(12))
  out.writeUInt32LE(out.length - 8, 4)
  return out
}

const bmpOf = (width: number, height: number): Buffer => {
  const out = Buffer.alloc(54 + width * height * 3, 120)
  out.fill(0, 0, 54)
  out.write('BM')
  out.writeUInt32LE(out.length, 2)
  out.writeUInt32LE(54, 10)
  out.writeUInt32LE(40, 14)
  out.writeInt32LE(width, 18)
  out.writeInt32LE(height, 22)
  out.writeUInt16LE(1, 26)
  out.writeUInt16LE(24, 28)
  return out
}
