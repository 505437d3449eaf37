/** Where a Word, Excel or PDF file may hold words that nobody sees at a glance; a file for each, with the words in that place alone. */
import { CommentRangeEnd, CommentRangeStart, CommentReference, Document, Footer, FootnoteReferenceRun, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import ExcelJS from 'exceljs'
import { pdfWithText } from '../server/marked-files'
import { exif, withSegment } from './image-surgery'
import { pdfOf, stream } from './pdf-maker'
import { zipOf, type Part } from './zip-maker'

type Hidden = (text: string) => Promise<Buffer> | Buffer
const types: Part = { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/gu, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)

const plain = 'w:p><w:r><w:t>公示名单（示例）</w:t></w:r></w:p'
const wordOf = (body: string, ...more: readonly Part[]): Buffer => zipOf([types, { name: 'word/document.xml', data: `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><${plain}>${body}</w:body></w:document>` }, ...more])
const wordWith = (name: string, data: (text: string) => string): Hidden => (text) => wordOf('', { name, data: data(escaped(text)) })
const wordBody = (data: (text: string) => string): Hidden => (text) => wordOf(data(escaped(text)))
const docx = (section: (text: string) => Partial<{ children: (Paragraph | Table)[]; headers: { default: Header }; footers: { default: Footer } }>, more: (text: string) => object = () => ({})): Hidden => (text) =>
  Packer.toBuffer(new Document({ ...more(text), sections: [{ children: [new Paragraph('公示名单（示例）')], ...section(text) }] }))
const lines = (text: string): Paragraph[] => text.split('\n').map((l) => new Paragraph(l))

/** Word. */
const word: Readonly<Record<string, Hidden>> = {
  'Word: body': docx((t) => ({ children: lines(t) })),
  'Word: runs cut anywhere': docx((t) => ({ children: t.split('\n').map((l) => new Paragraph({ children: [...l].map((c) => new TextRun(c)) })) })),
  'Word: cell': docx((t) => ({ children: [new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('姓名')] }), new TableCell({ children: lines(t) })] })] })] })),
  'Word: header': docx((t) => ({ headers: { default: new Header({ children: lines(t) }) } })),
  'Word: footer': docx((t) => ({ footers: { default: new Footer({ children: lines(t) }) } })),
  'Word: footnote': docx(() => ({ children: [new Paragraph({ children: [new TextRun('见注'), new FootnoteReferenceRun(1)] })] }), (t) => ({ footnotes: { 1: { children: lines(t) } } })),
  'Word: comment': docx(() => ({ children: [new Paragraph({ children: [new CommentRangeStart(0), new TextRun('名单'), new CommentRangeEnd(0), new TextRun({ children: [new CommentReference(0)] })] })] }), (t) => ({ comments: { children: [{ id: 0, author: '示例', date: new Date(0), children: lines(t) }] } })),
  'Word: hidden words': docx((t) => ({ children: t.split('\n').map((l) => new Paragraph({ children: [new TextRun({ text: l, vanish: true })] })) })),
  'Word: properties': docx(() => ({}), (t) => ({ description: t })),
  'Word: deleted with tracking': wordBody((t) => `<w:p><w:del w:id="1"><w:r><w:delText>${t}</w:delText></w:r></w:del></w:p>`),
  'Word: text box': wordBody((t) => `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>${t}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`),
  'Word: words for a picture': wordBody((t) => `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${t}"/></wp:inline></w:drawing></w:r></w:p>`),
  'Word: word art': wordBody((t) => `<w:p><w:r><w:pict><v:shape><v:textpath string="${t}"/></v:shape></w:pict></w:r></w:p>`),
  'Word: field': wordBody((t) => `<w:p><w:r><w:instrText>QUOTE "${t}"</w:instrText></w:r></w:p>`),
  'Word: list to choose from': wordBody((t) => `<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="${t}" w:value="1"/></w:dropDownList></w:sdtPr></w:sdt>`),
  'Word: own part': wordWith('customXml/item1.xml', (t) => `<root><value>${t}</value></root>`),
  'Word: building blocks': wordWith('word/glossary/document.xml', (t) => `<w:glossaryDocument xmlns:w="w"><w:p><w:r><w:t>${t}</w:t></w:r></w:p></w:glossaryDocument>`),
  'Word: chart': wordWith('word/charts/chart1.xml', (t) => `<c:chartSpace><c:strCache><c:pt idx="0"><c:v>${t}</c:v></c:pt></c:strCache></c:chartSpace>`),
  'Word: drawn figure': wordWith('word/diagrams/data1.xml', (t) => `<dgm:dataModel><a:p><a:r><a:t>${t}</a:t></a:r></a:p></dgm:dataModel>`),
  'Word: variables': wordWith('word/settings.xml', (t) => `<w:settings><w:docVars><w:docVar w:name="a" w:val="${t}"/></w:docVars></w:settings>`),
  'Word: EXIF of a picture': (t) => wordOf('', { name: 'word/media/image1.jpg', data: withSegment(withSegment(Buffer.of(0xff, 0xd8, 0xff, 0xd9), 0xfe, Buffer.from(t)), 0xe1, exif(1)) }),
  'Word: words of an XP picture': (t) => wordOf('', { name: 'word/media/image1.jpeg', data: withSegment(Buffer.of(0xff, 0xd8, 0xff, 0xd9), 0xe1, Buffer.concat([exif(1), Buffer.from(t, 'utf16le')])) }),
}

const bookOf = (fill: (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, text: string) => void): Hidden => async (text) => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名单')
  sheet.addRow(['姓名', '单位'])
  fill(book, sheet, text)
  return Buffer.from(await book.xlsx.writeBuffer())
}
const excelWith = (name: string, data: (text: string) => string): Hidden => (text) => zipOf([types,
  ...(name === 'xl/workbook.xml' ? [] : [{ name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="名单" sheetId="1" r:id="a"/></sheets></workbook>' }]), ...(name.includes('sheet1.xml') ? [] : [{ name: 'xl/worksheets/sheet1.xml', data: '<worksheet><sheetData/></worksheet>' }]), { name, data: data(escaped(text)) }])
const excel: Readonly<Record<string, Hidden>> = {
  'Excel: cell': bookOf((_, sheet, t) => { sheet.addRow(['凌云舟', t]) }),
  'Excel: hidden row': bookOf((_, sheet, t) => { sheet.addRow(['凌云舟', t]).hidden = true }),
  'Excel: hidden column': bookOf((_, sheet, t) => { sheet.getCell('F9').value = t; sheet.getColumn(6).hidden = true }),
  'Excel: hidden sheet': bookOf((book, _, t) => { book.addWorksheet('底稿', { state: 'veryHidden' }).addRow(['凌云舟', t]) }),
  'Excel: comment': bookOf((_, sheet, t) => { sheet.getCell('A1').note = t }),
  'Excel: header': bookOf((_, sheet, t) => { sheet.headerFooter.oddHeader = `&C${t.replaceAll('&', '&&')}` }),
  'Excel: formula with its answer': bookOf((_, sheet, t) => { sheet.getCell('B2').value = { formula: 'A1&"x"', result: t } }),
  'Excel: words in a formula': bookOf((_, sheet, t) => { sheet.getCell('B2').value = { formula: `LEN("${t.replaceAll('"', '""')}")`, result: 3 } }),
  'Excel: hint of a cell': bookOf((_, sheet, t) => { sheet.getCell('B2').dataValidation = { type: 'textLength', operator: 'lessThan', formulae: [9], showInputMessage: true, promptTitle: '说明', prompt: t } }),
  'Excel: link': bookOf((_, sheet, t) => { sheet.getCell('B2').value = { text: '联系', hyperlink: 'https://example.org/', tooltip: t } }),
  'Excel: answer that is a number': bookOf((_, sheet, t) => { sheet.getCell('B2').value = /^\d{11,15}$/u.test(t) ? Number(t) : t }),
  'Excel: properties': bookOf((book, _, t) => { book.description = t }),
  'Excel: name of a range': excelWith('xl/workbook.xml', (t) => `<workbook><definedNames><definedName name="a">"${t}"</definedName></definedNames></workbook>`),
  'Excel: threaded comment': excelWith('xl/threadedComments/threadedComment1.xml', (t) => `<ThreadedComments><threadedComment ref="A1"><text>${t}</text></threadedComment></ThreadedComments>`),
  'Excel: what a pivot table keeps': excelWith('xl/pivotCache/pivotCacheDefinition1.xml', (t) => `<pivotCacheDefinition><sharedItems><s v="${t}"/></sharedItems></pivotCacheDefinition>`),
  'Excel: text box': excelWith('xl/drawings/drawing1.xml', (t) => `<xdr:wsDr><a:p><a:r><a:t>${t}</a:t></a:r></a:p></xdr:wsDr>`),
  'Excel: chart': excelWith('xl/charts/chart1.xml', (t) => `<c:chartSpace><c:strCache><c:pt idx="0"><c:v>${t}</c:v></c:pt></c:strCache></c:chartSpace>`),
  'Excel: scenario': excelWith('xl/worksheets/sheet1.xml', (t) => `<worksheet><sheetData/><scenarios><scenario name="a" comment="${t}"/></scenarios></worksheet>`),
}

/** A PDF string of any signs (UTF-16, ISO 32000-1, 7.9.2.2). */
const utf16 = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
const pdf: Readonly<Record<string, Hidden>> = {
  'PDF: page': (t) => pdfWithText([t.split('\n')]),
  'PDF: second page': (t) => pdfWithText([['公示名单（示例）'], t.split('\n')]),
  'PDF: comment': (t) => pdfOf({ pages: [{ text: 'list', entries: `/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /Contents ${utf16(t)} >>] ` }] }),
  'PDF: filled field': (t) => pdfOf({ pages: [{ text: 'list', entries: '/Annots [4 0 R] ' }], catalog: '/AcroForm << /Fields [4 0 R] >>', more: [`<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V ${utf16(t)} /Rect [0 0 90 20] /F 2 >>`] }),
  'PDF: properties': (t) => pdfOf({ pages: [{ text: 'list' }], trailer: '/Info 4 0 R', more: [`<< /Title ${utf16(t)} >>`] }),
  'PDF: properties as XML': (t) => pdfOf({ pages: [{ text: 'list' }], catalog: '/Metadata 4 0 R', more: [stream('/Type /Metadata /Subtype /XML', Buffer.from(`<x:xmpmeta><dc:description>${escaped(t)}</dc:description></x:xmpmeta>`))] }),
  'PDF: bookmark': (t) => pdfOf({ pages: [{ text: 'list' }], catalog: '/Outlines 4 0 R', more: ['<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>', `<< /Title ${utf16(t)} /Parent 4 0 R >>`] }),
  'PDF: link': (t) => pdfOf({ pages: [{ text: 'list', entries: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 20 20] /Contents ${utf16(t)} /A << /S /URI /URI (https://example.org/) >> >>] ` }] }),
}

export const hidingPlaces: readonly (readonly [name: string, hidden: Hidden])[] = Object.entries({ ...word, ...excel, ...pdf })
