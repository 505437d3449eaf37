/** Hostile and broken inputs 1–54 of the list this product was planned by: where each is met. A file of the corpus stands with the finding it must have; another test by a part of its name. */
interface Met { readonly corpus?: Readonly<Record<string, string>>; readonly tests?: readonly (readonly [file: string, name: string])[]; /** Made and inspected by hostile.test.ts itself. */ readonly here?: readonly string[] }

const inspection = 'test/server/inspection.test.ts'
const reader = 'src/media/documents.test.ts'
const badInput = 'test/server/bad-input.test.ts'
const sheets = 'test/server/bad-input-sheets.test.ts'
const people = 'test/server/people-sheets.test.ts'
const notices = 'test/server/notice-files.test.ts'
const forms = 'test/documents/forms.test.ts'
const paper = 'test/server/paper/paper.test.ts'
const layers = 'test/server/paper/seal-layers.test.ts'
const requests = 'test/server/hostile-requests.test.ts'
const judge = 'src/core/materials/judge.test.ts'

export const hostileInputs: Readonly<Record<number, Met>> = {
  1: { corpus: { '像素洪水.png': 'file.bomb', '声称巨大.png': 'file.bomb' }, tests: [[inspection, 'a PNG of 16000 × 16000 is refused unopened']] },
  2: { corpus: { '矢量图.jpg': 'file.renamed' } },
  3: { corpus: { '改名的HEIC.jpg': 'file.renamed', 'AVIF.jpg': 'file.renamed', 'HEIC坏数据.heic': 'file.format' } },
  4: { corpus: { '动图.gif': 'file.format', '扫描.tiff': 'file.format' }, tests: [[inspection, 'formats no material needs are recognised and left shut']] },
  5: { corpus: { '截断一半.jpg': 'file.broken, photo.tooSmall', '截断补尾.jpg': 'file.broken, photo.tooSmall' } },
  6: { corpus: { '补零凑数.jpg': 'photo.padded (warn)' }, here: ['注释凑数.jpg'] },
  7: { corpus: { '放大凑数.jpg': 'photo.enlarged (?)' } },
  8: { corpus: { '印刷色红底.jpg': 'image.cmyk (note)', '显示P3红底.jpg': '—', '躺着而注明方向.jpg': '—', 'PNG十六位.png': '—' } },
  9: { corpus: { '带拍摄地点.jpg': 'image.place (note)' }, tests: [[inspection, 'are small and hold no place and no device']] },
  10: { corpus: { '备注里有脚本.jpg': '—' }, here: ['五十兆备注.jpg'] },
  11: { corpus: { '图后网页.jpg': 'image.trailing (note)', '图后压缩包.jpg': 'image.trailing (note)', '后接压缩包.pdf': '—' } },
  12: { corpus: { '照片U+202Egpj.exe': 'file.name (note)', 'a.jpg.exe': 'file.name (note)', 'CON.jpg': '—' }, tests: [[judge, 'lets no path and no reversed direction into a name']] },
  13: { corpus: { '../../x.jpg': '—', '/etc/x.jpg': '—' }, tests: [[badInput, 'a name that would walk through folders']] },
  14: { corpus: { '引号"分号;.jpg': '—', '😀.jpg': '—', '换U+000DU+000A行.jpg': '—' } },
  15: { corpus: { 'eU+0301.jpg': '—', 'é.jpg': '—' }, tests: [['src/core/package/safe-name.test.ts', 'names that one system or another takes for the same are numbered']] },
  16: { corpus: { '张三 １.jpeg': '—', '張三1.jpg': '—', 'ZhangSan1.JPG': '—' }, tests: [[judge, 'names a photo by person and ordinal']] },
  17: { corpus: { '空.jpg': 'file.empty', '一字节.jpg': 'file.unknown' }, tests: [[badInput, 'the same photo twice']] },
  18: { corpus: { '压缩炸弹.docx': 'file.bomb', '重叠条目.docx': 'file.bomb', '声称过小.docx': 'file.bomb' } },
  19: { corpus: { '压缩炸弹.xlsx': 'file.bomb' }, tests: [[reader, 'a claim of 300 MB']] },
  20: { corpus: { '声称三百兆.docx': 'file.bomb' } },
  21: { corpus: { '跳出文件夹.docx': 'file.broken', '反斜杠跳出.docx': 'file.broken' } },
  22: { corpus: { '符号链接.docx': 'file.broken', '加密条目.docx': 'document.encrypted', '条目太多.docx': 'file.bomb' } },
  23: { corpus: { '密码.docx': 'document.encrypted', '密码.xlsx': 'document.encrypted', '加密.pdf': 'document.encrypted', '老格式密码.doc': 'document.encrypted' } },
  24: { corpus: { '老格式.doc': '—', '老格式.xls': '—', '版式.docx': 'file.renamed' } },
  25: { corpus: { '外部图片.docx': 'document.active', '共享图片.docx': 'document.active', '本机图片.docx': 'document.active' } },
  26: { corpus: { '脚本链接.docx': 'document.active' } },
  27: { corpus: { '宏.docx': 'document.active', '嵌入对象.docx': 'document.active', '远程模板.docx': 'document.active', '动态数据交换.docx': 'document.active', '网页块.docx': 'document.active' } },
  28: { corpus: { '修订.docx': 'document.marks (?)', '批注.docx': 'document.marks (?)', '隐藏文字.docx': 'document.marks (?)' } },
  29: { corpus: { '实体炸弹.docx': 'file.broken', '读本机的实体.docx': 'file.broken' } },
  30: { tests: [[forms, 'the office’s own tags are filled in'], [forms, 'it is never run']] },
  31: { tests: [[forms, 'values stand where they belong; what looks like a tag or markup']] },
  32: { tests: [[sheets, 'columns that would become an object’s own parts']] },
  33: { tests: [[sheets, 'a formula in a workbook is refused too'], [people, 'is refused as a formula, in a CSV and in a workbook']] },
  34: { tests: [[people, 'is refused in words that say how to mend it']] },
  35: { corpus: { '隐藏表.xlsx': 'document.hiddenSheets (?)' }, tests: [[sheets, 'merged cells and a hidden sheet change nothing'], [people, 'days: those that are certain are read'], [people, 'titles and two rows of heading are read']] },
  36: { tests: [[sheets, 'a million empty rows that only have a format'], [people, 'a million empty rows that only have a format']] },
  37: { tests: [[notices, 'is told by its bytes and says the encoding']] },
  38: { corpus: { '带脚本.pdf': 'document.active', '启动程序.pdf': 'document.active', '内嵌文件.pdf': 'document.active', '动态表单.pdf': 'document.active' } },
  39: { corpus: { '巨幅页.pdf': '—', '五百页.pdf': '—' }, here: ['一万页.pdf', '解压炸弹.pdf'] },
  40: { tests: [['test/server/scanner-formats.test.ts', 'a page scanned as %s shows what is on it'], ['test/server/scanner-formats.test.ts', 'a page scanned as JPEG 2000 is shown'], ['test/server/scanner-formats.test.ts', 'is told when it is handed in']] },
  41: { corpus: { '只有文字.pdf': 'document.notScanned (?)' }, tests: [[paper, 'a paper without a code, without a seal'], [paper, 'beside the seals of a scan the office sees those of what the same unit sent before'], [layers, 'laid on as a picture, by itself or within a form; turned and cut like the page']] },
  42: { corpus: { '改过一次.pdf': 'document.revised (?)', '改过两次.pdf': 'document.revised (?)' } },
  43: { tests: [[paper, 'the Word file is held against the text of the PDF']] },
  44: { corpus: { '推荐表倒置.pdf': '—' }, tests: [[paper, 'a scan of what was printed is matched page by page, upside down too'], [paper, 'the form is changed after printing: sealing is refused']] },
  45: { corpus: { 'AVI.mp4': 'file.renamed', '播放列表.mp4': 'file.renamed' } },
  46: { corpus: { '180.04秒.mp4': '—', '180.3秒.mp4': 'video.tooLong', '转90度.mp4': '—' }, tests: [['src/media/video.test.ts', 'the length is measured at the packets']] },
  47: { corpus: { '一像素.mp4': 'video.size', '8K.mp4': 'video.size', '索引声称两GB.mp4': 'file.bomb' }, here: ['四GB.mp4', '一百轨.mp4'] },
  48: { tests: [[badInput, 'a file larger than it said it would be'], [requests, 'the upload protocol misused'], [requests, 'a length below nothing']] },
  49: { tests: [[requests, 'uploads begun and never finished come to an end']] },
  50: { tests: [[requests, 'a content type that only begins like JSON']] },
  51: { tests: [[requests, 'a forged host is in no answer']] },
  52: { tests: [[notices, 'scripts, styles, what is hidden and what stands around every page are no text']] },
  53: { corpus: { '𬭎1.jpg': '—', '阿卜杜拉·买买提01.jpg': '—', '零U+200B宽.jpg': '—' }, tests: [[judge, 'keeps rare characters and the middle dot'], [people, 'names are kept as they are, rare ones too']] },
  54: { tests: [[people, 'ID numbers: full-width and small x are read as meant']] },
}
