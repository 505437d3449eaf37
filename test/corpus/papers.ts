/** Scans and other PDF. */
import { deflateSync } from 'node:zlib'
import { filesOf, joined, type CorpusFile } from './corpus-file'
import { texture } from './grain'
import { share } from './image-surgery'
import { pdfOf, savedAgain } from './pdf-maker'

const A3 = [841.89, 1190.55] as const

export const papers = async (): Promise<CorpusFile[]> => {
  const picture = await (await texture('scan', 64, 48)).jpeg().toBuffer()
  const scan = { picture }
  const one = pdfOf({ pages: [scan] })
  const packed = deflateSync(Buffer.from('40 0 << /S /JavaScript /JS (app.alert(1)) >>'))
  const inObjects = joined(one.subarray(0, -7), `\n41 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`, packed, '\nendstream\nendobj\nstartxref\n', /startxref\s+(\d+)/.exec(one.toString('latin1'))![1]!, '\n%%EOF\n')
  const twice = savedAgain(one, 3, '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>')
  const form = { 推荐表一页: [scan], 推荐表四页: [scan, scan, scan, scan], 推荐表带文字层: [{ ...scan, text: 'OCR' }], 推荐表混排: [scan, { text: 'page two' }], 推荐表纸张不一: [scan, { ...scan, size: A3 }, { ...scan, size: [400, 300] as const }], 推荐表横放: [{ ...scan, turn: 90 }], 推荐表倒置: [{ ...scan, turn: 180 }] }
  return filesOf('nomination-form-stamped', [
    ...Object.entries(form).map(([name, pages]) => [`${name}.pdf`, pdfOf({ pages })] as const),
    ['只有文字.pdf', pdfOf({ pages: [{ text: 'no scan' }, { text: 'still none' }] })], ['空白页.pdf', pdfOf({ pages: [{}] })],
    ['巨幅页.pdf', pdfOf({ pages: [{ ...scan, size: [14_400, 14_400] }] })], ['五百页.pdf', pdfOf({ pages: Array.from({ length: 500 }, () => ({})) })],
    ['改过一次.pdf', twice], ['改过两次.pdf', savedAgain(twice, 3, '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>')],
    ['带脚本.pdf', pdfOf({ pages: [scan], catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' })], ['带脚本改写名.pdf', pdfOf({ pages: [scan], catalog: '/OpenAction << /S /J#61vaScript /#4AS (1) >>' })], ['压缩对象里的脚本.pdf', inObjects],
    ['启动程序.pdf', pdfOf({ pages: [scan], catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' })], ['内嵌文件.pdf', pdfOf({ pages: [scan], catalog: '/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>', more: ['<< /Type /Filespec /F (a.exe) >>'] })],
    ['动态表单.pdf', pdfOf({ pages: [scan], catalog: '/AcroForm << /XFA (x) >>' })], ['普通表单.pdf', pdfOf({ pages: [scan], catalog: '/AcroForm << /Fields [] >>' })],
    ['加密.pdf', pdfOf({ pages: [scan], trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 /O (00000000000000000000000000000000) /U (00000000000000000000000000000000) /P -4 >> /ID [(a) (a)]' })],
    ['头前有字.pdf', pdfOf({ pages: [scan], before: 'xxxxx\n' })], ['名字碰巧.pdf', pdfOf({ pages: [{ picture: joined(picture, '/JS /Encrypt /Launch ') }] })],
    ['截断一半.pdf', share(one, 0.5)], ['截断末尾.pdf', one.subarray(0, -60)], ['只有头.pdf', Buffer.from('%PDF-1.7\n')], ['没有内容.pdf', Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF\n')], ['尾部垃圾.pdf', joined(one, Buffer.alloc(300, 65))], ['后接压缩包.pdf', joined(one, 'PK\x05\x06', Buffer.alloc(18))],
    ['循环页树.pdf', Buffer.from(one.toString('latin1').replace('/Kids [4 0 R]', '/Kids [2 0 R]'), 'latin1')],
    ['表错.pdf', Buffer.from(one.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1')], ['页不存在.pdf', Buffer.from(one.toString('latin1').replace('/Kids [4 0 R]', '/Kids [99 0 R]'), 'latin1')],
    ['Word改名.pdf', Buffer.from('PK\x03\x04', 'latin1')], ['文本.pdf', Buffer.from('推荐表\n')], ['网页.pdf', Buffer.from('<html><body>推荐表</body></html>')], ['图片改名.pdf', picture], ['空.pdf', Buffer.alloc(0)],
  ])
}
