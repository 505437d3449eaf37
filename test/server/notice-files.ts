/** One invented notice in every format an office may send it in, made by the project itself. */
import { AlignmentType, Document, FootnoteReferenceRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { renderPdf } from '#documents/render'
import { gb18030 } from '../browser/gb18030'

export const title = '云川省示例医学会关于开展2026年“云川最美科技工作者”推荐工作的通知'
const head = [title, '云示医会发〔2026〕12号', '各市医学会、省医学会各专科分会：', '为弘扬科学家精神，省示例医学会决定开展2026年“云川最美科技工作者”推荐工作，现将有关事项通知如下。']
/** Headings without their numbers, each with what stands below. */
const sections: readonly (readonly [heading: string, ...below: string[]])[] = [
  ['推荐名额', '每市医学会限报2名，各专科分会限报1名。'],
  ['推荐条件', '候选人年龄不超过60周岁。', '曾获“全国最美科技工作者”称号的不再推荐。'],
  ['推荐材料', '《推荐表》一式3份，加盖单位公章。', '近期2寸免冠照片2张。'],
  ['时间要求', '请于2026年5月20日前将推荐材料报送省示例医学会学术部，逾期不予受理。'],
]
const table: readonly (readonly string[])[] = [['单位', '联系人'], ['省示例医学会学术部', '苏怀瑾（示例）']]
const tail = ['附件：推荐表', '云川省示例医学会', '2026年4月1日']
const chinese = ['一', '二', '三', '四']

/** As the notice reads, line by line. */
export const lines: readonly string[] = [
  ...head,
  ...sections.flatMap(([heading, ...below], i) => [`${chinese[i]}、${heading}`, ...(below.length === 1 ? below : below.map((t, n) => `（${chinese[n]}）${t}`))]),
  ...table.map((row) => row.join('\t')), ...tail,
]
export const asText = `${lines.join('\n')}\n`

/** Word counts the numbers itself: they stand in no paragraph. */
export const docx = (more: { readonly footnote?: string } = {}): Promise<Buffer> => Packer.toBuffer(new Document({
  ...(more.footnote === undefined ? {} : { footnotes: { 1: { children: [new Paragraph(more.footnote)] } } }),
  numbering: { config: [{ reference: 'sections', levels: [
    { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.START }, { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.START }] }] },
  sections: [{ children: [
    ...head.map((text, i) => new Paragraph({ children: [new TextRun(text), ...(more.footnote !== undefined && i === 3 ? [new FootnoteReferenceRun(1)] : [])] })),
    ...sections.flatMap(([heading, ...below]) => [new Paragraph({ text: heading, numbering: { reference: 'sections', level: 0 } }),
      ...below.map((text) => new Paragraph(below.length === 1 ? { text } : { text, numbering: { reference: 'sections', level: 1 } }))]),
    new Table({ rows: table.map((row) => new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) })) }),
    ...tail.map((text) => new Paragraph(text)),
  ] }],
}))

export const html = (charset: string, more = ''): string => `<!DOCTYPE html><html><head><meta charset="${charset}"><title>通知公告_示例网站</title><style>p{color:red}</style></head><body>
<nav><a href="/">首页</a><a href="/tz">通知公告</a></nav><div class="crumbs">当前位置：首页 &gt; 通知公告</div>
<h1>${title}</h1>${head.slice(1).map((t) => `<p>${t}</p>`).join('\n')}
${sections.map(([heading, ...below], i) => `<p>${chinese[i]}、${heading}</p>${below.map((t, n) => `<p>${below.length === 1 ? '' : `（${chinese[n]}）`}${t}</p>`).join('')}`).join('\n')}
<table>${table.map((row) => `<tr>${row.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>
${tail.map((t) => `<p>${t}</p>`).join('\n')}${more}
<script>document.write('<p>每市医学会限报99名。</p>')</script><footer>版权所有 云川示例网站</footer></body></html>`

const pdfTemplate = `
#let d = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: 28mm, footer: context align(center)[— #counter(page).display() —])
#set text(font: "Noto Serif SC", size: 16pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), leading: 12pt)
#align(center, text(size: 20pt, d.lines.first()))
#for line in d.lines.slice(1) [#par(line)]
`
export const pdf = (all: readonly string[] = lines): Promise<Uint8Array> => renderPdf(pdfTemplate, { lines: all.map((line) => line.replaceAll('\t', '　')) })
/** A page with lines drawn and no letter, as a scanner leaves it. */
export const scan = (): Promise<Uint8Array> => renderPdf('#let d = json(bytes(sys.inputs.data))\n#set page(paper: "a4")\n#rect(width: 60mm, height: 20mm, stroke: 2pt + red)', {})

export const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
export const gb = gb18030

/** A compound file (MS-CFB) with these streams, each long enough to lie in sectors of its own. */
export const ole = (streams: Readonly<Record<string, Buffer>>): Buffer => {
  const sector = 512
  const padded = Object.entries(streams).map(([name, data]) => ({ name, data: Buffer.concat([data, Buffer.alloc(Math.max(4096, Math.ceil(data.length / sector) * sector) - data.length)]) }))
  const table = Buffer.alloc(sector * Math.ceil((2 + padded.reduce((n, s) => n + s.data.length / sector, 0) + 8) / 128), 0xff)
  const tableSectors = table.length / sector
  const directory = Buffer.alloc(sector * Math.ceil((padded.length + 1) / 4))
  const chain = (from: number, count: number): void => { for (let i = 0; i < count; i++) table.writeInt32LE(i === count - 1 ? -2 : from + i + 1, (from + i) * 4) }
  for (let i = 0; i < tableSectors; i++) table.writeInt32LE(-3, i * 4)
  const entry = (n: number, name: string, type: number, child: number, right: number, start: number, size: number): void => {
    directory.write(name, n * 128, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, n * 128 + 64)
    directory.writeUInt8(type, n * 128 + 66)
    for (const [at, value] of [[68, -1], [72, right], [76, child], [116, start]] as const) directory.writeInt32LE(value, n * 128 + at)
    directory.writeInt32LE(size, n * 128 + 120)
  }
  chain(tableSectors, directory.length / sector)
  entry(0, 'Root Entry', 5, 1, -1, -2, 0)
  let at = tableSectors + directory.length / sector
  for (const [i, s] of padded.entries()) {
    entry(i + 1, s.name, 2, -1, i + 1 < padded.length ? i + 2 : -1, at, s.data.length)
    chain(at, s.data.length / sector)
    at += s.data.length / sector
  }
  const header = Buffer.alloc(sector, 0xff)
  header.fill(0, 0, 76)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  for (const [at2, value] of [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]] as const) header.writeUInt16LE(value, at2)
  for (const [at4, value] of [[44, tableSectors], [48, tableSectors], [56, 4096], [60, -2], [68, -2]] as const) header.writeInt32LE(value, at4)
  for (let i = 0; i < tableSectors; i++) header.writeInt32LE(i, 76 + i * 4)
  return Buffer.concat([header, table, directory, ...padded.map((s) => s.data)])
}

/** A Word 97 document (MS-DOC): file information block, text in UTF-16, a piece table of one piece. */
export const doc = (text: string = lines.join('\r'), more: { readonly locked?: boolean; readonly streams?: Readonly<Record<string, Buffer>> } = {}): Buffer => {
  const letters = Buffer.from(`${text}\r`, 'utf16le')
  const main = Buffer.concat([Buffer.alloc(2048), letters])
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0x00c1, 2)
  main.writeUInt16LE(0x0200 | (more.locked === true ? 0x0100 : 0), 10)
  main.writeUInt32LE(2048, 0x18)
  main.writeUInt32LE(letters.length / 2, 0x4c)
  const pieces = Buffer.alloc(5 + 8 + 8)
  pieces.writeUInt8(2, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(letters.length / 2, 9)
  pieces.writeUInt32LE(2048, 15)
  main.writeUInt32LE(pieces.length, 0x1a6)
  return ole({ WordDocument: main, '1Table': pieces, ...more.streams })
}

/** Every format by the name it goes under. */
export const everyFormat = async (): Promise<Readonly<Record<string, Uint8Array>>> => ({
  'UTF-8': Buffer.from(asText), 'UTF-8 with a byte order mark': Buffer.from(`\ufeff${asText}`), GB18030: gb(asText), 'UTF-16': utf16(asText),
  'HTML in UTF-8': Buffer.from(html('utf-8')), 'HTML in GBK': gb(html('gb2312')), docx: await docx(), doc: doc(), pdf: await pdf(),
})
