/** Why a notice's file is not read, and what its reader should know, in the words of the person who dropped it in. */
import { finding, type Finding } from '#core/kernel/finding'
import { noticeLimits } from './extracted'

/** Thrown inside this folder; `noticeText` answers with its finding. */
export class Refused extends Error {
  constructor(readonly finding: Finding) { super(finding.code) }
}

type Pair = readonly [zh: string, en: string]
const no = (code: string, what: Pair, mend: Pair): Finding => finding({ code: `notice.${code}`, rule: null, what, mend })
const mark = (strength: 'warn' | 'note', code: string, what: Pair, mend: Pair): Finding => finding({ code: `notice.${code}`, strength, rule: null, what, mend })
const paste: Pair = ['或者打开原文，把文字复制后粘贴进来。', 'Or open it, copy its words and paste them here.']
const orPaste = (zh: string, en: string): Pair => [`${zh}${paste[0]}`, `${en} ${paste[1]}`]

/** What the bytes turned out to be, where that can be named. */
const kinds: Readonly<Record<string, Pair>> = {
  xlsx: ['Excel 工作簿', 'an Excel workbook'], xls: ['旧版 Excel 工作簿（.xls）', 'an old Excel workbook (.xls)'], pptx: ['演示文稿', 'a presentation'], ppt: ['旧版演示文稿（.ppt）', 'an old presentation (.ppt)'],
  msg: ['邮件（.msg）', 'an Outlook message'], msi: ['安装程序', 'an installer'], ole: ['别的程序的文件（OLE）', 'some other program’s file (OLE)'], ofd: ['OFD 版式文件', 'an OFD document'], odf: ['OpenDocument 文件', 'an OpenDocument file'],
  rtf: ['RTF 文件', 'an RTF file'], mhtml: ['网页归档（.mht）', 'a web archive (.mht)'], wordXml: ['Word 2003 的 XML 文件', 'a Word 2003 XML file'], svg: ['矢量图（SVG）', 'a drawing (SVG)'], exe: ['程序', 'a program'],
  zip: ['压缩包', 'an archive'], rar: ['压缩包', 'an archive'], '7z': ['压缩包', 'an archive'], gz: ['压缩包', 'an archive'],
  jpeg: ['图片', 'a picture'], png: ['图片', 'a picture'], webp: ['图片', 'a picture'], heic: ['图片', 'a picture'], gif: ['图片', 'a picture'], bmp: ['图片', 'a picture'], tiff: ['图片', 'a picture'], avif: ['图片', 'a picture'], psd: ['图片', 'a picture'],
  isoMedia: ['视频', 'a film'], avi: ['视频', 'a film'], mkv: ['视频', 'a film'], wmv: ['视频', 'a film'], flv: ['视频', 'a film'], m3u8: ['视频', 'a film'],
}
const formats: Pair = ['请另存为 .docx、带文字的 PDF 或纯文本再读；', 'Save it as .docx, a PDF with text or plain text.']
const mb = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(1)

export const empty = (): Finding => no('empty', ['文件里没有内容', 'The file holds nothing'], orPaste('请核对选的是不是这份通知；', 'Check that this is the file you meant.'))
export const tooLarge = (bytes: number): Finding => no('tooLarge', [`文件有 ${mb(bytes)} MB，超过 ${mb(noticeLimits.bytes)} MB`, `The file has ${mb(bytes)} MB; the limit is ${mb(noticeLimits.bytes)} MB`], orPaste('请删去图片另存一份；', 'Save a copy without its pictures.'))
export const tooLong = (): Finding => no('tooLong', [`文字超过 ${noticeLimits.characters / 10_000} 万字，不像一份通知`, `There are more than ${noticeLimits.characters} characters: hardly one notice`], ['请只留下通知本身，附件另放。', 'Keep the notice itself and leave the rest out.'])
export const noText = (): Finding => no('noText', ['这份 PDF 没有文字，可能是扫描件', 'This PDF holds no text; it may be a scan'], ['请向发文单位要 Word 或带文字的 PDF，或者把通知文字粘贴进来。', 'Ask the issuer for the Word file or a PDF with text, or paste the words of the notice here.'])
export const garbledText = (): Finding => no('garbledText', ['这份 PDF 的文字没有对应的编码，读出来是乱码', 'The letters of this PDF carry no usable codes and read as gibberish'], ['请换 Word 文件或重新导出的 PDF，或者把通知文字粘贴进来。', 'Take the Word file or a PDF exported anew, or paste the words of the notice here.'])
export const locked = (kind: 'docx' | 'doc' | 'pdf'): Finding => no('locked', [`这个文件（.${kind}）加了打开密码`, `This file (.${kind}) is under a password`], orPaste('请去掉密码另存一份再读；', 'Save a copy without the password.'))
export const notWord = (kind: string): Finding => { const [zh, en] = kinds[kind] ?? kinds['ole']!; return no('notWord', [`这不是 Word 文档，而是${zh}`, `This is no Word document but ${en}`], orPaste(formats[0], formats[1])) }
export const otherKind = (kind: string): Finding => { const [zh, en] = kinds[kind] ?? ['认不出的文件', 'a file of an unknown kind']; return no('otherKind', [`这是${zh}，不是能读出文字的通知`, `This is ${en}, not a notice that can be read`], orPaste(formats[0], formats[1])) }
export const notText = (): Finding => no('notText', ['这不是纯文本，也不是 Word、PDF 或网页，认不出是什么文件', 'This is no plain text, nor Word, PDF or HTML; what it is cannot be told'], orPaste('请核对选的是不是这份通知；', 'Check that this is the file you meant.'))
export const bomb = (): Finding => no('bomb', ['这个 .docx 展开后大得不正常，没有打开', 'Unpacked, this .docx would be abnormally large; it was not opened'], orPaste('请在 Word 或 WPS 里打开原文另存一份；', 'Open the original in Word or WPS and save a copy.'))
export const broken = (kind: string): Finding => no('broken', [`这个文件（.${kind}）损坏或不完整，读不出来`, `This file (.${kind}) is damaged or incomplete and cannot be read`], orPaste('请在 Word、WPS 或浏览器里打开后另存一份；', 'Open it in Word, WPS or a browser and save a copy.'))
export const macros = (): Finding => no('macros', ['这个 .docx 里有宏程序，没有打开', 'This .docx carries macros; it was not opened'], orPaste('请另存为不含宏的 .docx；', 'Save it as a .docx without macros.'))
export const tooHeavy = (): Finding => no('tooHeavy', ['读这个文件用的时间或内存超过限度，已经停下', 'Reading this file took more time or memory than is given to a file, and was stopped'], orPaste('请另存一份再读；', 'Save a copy and read that.'))

const parts: Readonly<Record<string, Pair>> = {
  attachedTemplate: ['模板', 'a template'], image: ['图片', 'a picture'], oleObject: ['嵌入对象', 'an object'], frame: ['框架', 'a frame'], subDocument: ['子文档', 'a subdocument'], package: ['嵌入文件', 'an embedded file'],
  video: ['视频', 'a film'], audio: ['声音', 'a sound'], aFChunk: ['嵌入文档', 'an inserted document'], mailMergeSource: ['邮件合并数据', 'mail-merge data'],
}
/** @param links type and address of what would be fetched */
export const outside = (links: readonly { readonly type: string; readonly target: string }[]): Finding => {
  const say = (n: 0 | 1): string => links.slice(0, 3).map((l) => { const part = (parts[l.type] ?? [l.type, l.type])[n]; return n === 0 ? `${part}（${l.target}）` : `${part} (${l.target})` }).join(n === 0 ? '、' : ', ')
  return no('outside', [`这个 .docx 会到文件之外去取${say(0)}，没有打开`, `This .docx would fetch ${say(1)} from outside the file; it was not opened`],
    orPaste('请在 Word 的“文件→信息→编辑指向文件的链接”里断开链接（模板在“开发工具→文档模板”里换回 Normal），再保存；', 'Break the links under File → Info → Edit Links to Files (a template under Developer → Document Template) and save.'))
}

export const encodingUnsure = (encoding: string, damaged: boolean): Finding => mark('warn', 'encodingUnsure',
  [`文字编码拿不准，按 ${encoding} 读${damaged ? '，有的字已经损坏' : ''}`, `The text encoding is uncertain; ${encoding} was taken${damaged ? ', and some characters are damaged' : ''}`],
  ['请核对下面的文字；有乱码，请另存为 UTF-8 再读，或者把文字粘贴进来。', 'Look over the text; if it is garbled, save the file as UTF-8 or paste the words.'])
export const trackedChanges = (): Finding => mark('warn', 'trackedChanges', ['文中有修订，按接受全部修订读', 'The file has tracked changes; it was read as if all were accepted'], ['请核对定稿是不是这样。', 'Check that this is how the final text reads.'])
export const hiddenText = (): Finding => mark('note', 'hiddenText', ['文中有隐藏文字，没有读', 'Hidden text was left out'], ['要读，请在 Word 里取消“隐藏”再保存。', 'To have it read, take the mark “hidden” off in Word.'])
export const numbersLost = (): Finding => mark('note', 'numbersLost', ['旧版 .doc 里自动生成的编号（一、1. 等）读不出来', 'Automatic numbers of an old .doc cannot be read'], ['序号对理解有影响的话，请另存为 .docx 再读。', 'If the numbers matter, save it as .docx.'])
export const oldMacros = (): Finding => mark('note', 'macrosUnused', ['这个 .doc 里有宏，没有运行，只读了文字', 'This .doc carries macros; they were not run, only the text was read'], ['来历不明的，请先向发文单位核实。', 'If you do not know where it comes from, ask the issuer.'])
export const pagesWithoutText = (pages: readonly number[]): Finding => mark('warn', 'pagesWithoutText',
  [`第 ${pages.slice(0, 20).join('、')} 页没有文字，可能是扫描页`, `Page ${pages.slice(0, 20).join(', ')} holds no text and may be scanned`], ['这几页上的要求请自己补上。', 'Add what those pages ask for by hand.'])
export const otherSubject = (): Finding => mark('warn', 'otherSubject', ['没有读出名额、时限、材料等要求，可能不是活动通知', 'No quota, date, material or other demand was found; perhaps this is no notice of a campaign'], ['请核对选的是不是这份通知；是的话，要求要自己填。', 'Check that this is the file you meant; if so, its demands are to be filled in by hand.'])
