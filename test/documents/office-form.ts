/** An office's own form as offices make them: spaces in labels, merged cells, a portrait over three rows, a résumé in rows, a seal below the opinion. */
import { AlignmentType, Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun, type ITableCellOptions } from 'docx'
import { buffer } from 'node:stream/consumers'
import { fromBuffer, type Entry } from 'yauzl'
import { ZipFile } from 'yazl'
import { timelessZip } from '#server/demo/samples/timeless-zip'

const cell = (text: string, more: Partial<ITableCellOptions> = {}): TableCell => new TableCell({ children: text.split('\n').map((t) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: t, font: '楷体_GB2312', size: 24 })] })), ...more })
const row = (...cells: TableCell[]): TableRow => new TableRow({ children: cells })

export const officeForm = async (more: readonly (readonly [label: string, value: string])[] = []): Promise<Buffer> => timelessZip(await Packer.toBuffer(new Document({ sections: [{
  headers: { default: new Header({ children: [new Paragraph('附件1')] }) },
  children: [
    new Paragraph('推荐单位（盖章）：                  填表日期：    年   月   日'),
    new Table({ rows: [
      row(cell('姓　名'), cell(''), cell('性 别'), cell('□男　□女'), cell('照 片', { rowSpan: 3 })),
      row(cell('出生\n年月'), cell(''), cell('民　族'), cell('')),
      row(cell('职务/职称'), cell('', { columnSpan: 3 })),
      row(cell('身份证号码：'), cell('', { columnSpan: 4 })),
      row(cell('服务单位'), cell('', { columnSpan: 4 })),
      ...more.map(([label, value]) => row(cell(label), cell(value, { columnSpan: 4 }))),
      row(cell('学习工作简历', { rowSpan: 4 }), cell('起止年月'), cell('在何单位学习或工作', { columnSpan: 2 }), cell('职务')),
      row(cell(''), cell('', { columnSpan: 2 }), cell('')), row(cell(''), cell('', { columnSpan: 2 }), cell('')), row(cell(''), cell('', { columnSpan: 2 }), cell('')),
      row(cell('主要事迹\n（500字以内）'), cell('', { columnSpan: 4 })),
      row(cell('推荐单位意见'), cell('\n\n（盖章）\n年　月　日', { columnSpan: 4 })),
    ] }),
  ],
}] })))

/** Parts of a file by name, as bytes. */
export const partsOf = (bytes: Uint8Array): Promise<Map<string, Buffer>> => new Promise((resolve, reject) => fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
  if (error !== null) return reject(error)
  const parts = new Map<string, Buffer>()
  zip.on('entry', (entry: Entry) => zip.openReadStream(entry, (failed, stream) => {
    if (failed !== null) return reject(failed)
    buffer(stream).then((part) => { parts.set(entry.fileName, part); zip.readEntry() }, reject)
  }))
  zip.on('end', () => resolve(parts)).on('error', reject).readEntry()
}))
/** The same file with parts of it exchanged. */
export const withParts = async (docx: Uint8Array, parts: Readonly<Record<string, string>>): Promise<Buffer> => {
  const out = new ZipFile()
  for (const [name, data] of await partsOf(docx)) out.addBuffer(Object.hasOwn(parts, name) ? Buffer.from(parts[name]!) : data, name)
  out.end()
  return buffer(out.outputStream)
}
