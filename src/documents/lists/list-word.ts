/** A long list as a Word table, A4 lying, its head on every page; written while it is read. */
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { printable } from '#core/forms/printable'
import { sealedProperties } from '../attachments/same-bytes'
import { isPlainRow, type List } from './list'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const xml = (text: string): string => (/[&<>]/u.test(text) ? text.replace(/[&<>]/gu, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c) : text)

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `${head}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="18"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`,
}

export const listWord = (list: List): AsyncIterable<Uint8Array> => {
  const zip = new ZipFile()
  const body = Readable.from(bodyOf(list), { objectMode: false, highWaterMark: 1 << 18 })
  const out = zip.outputStream as Readable
  body.on('error', (error) => out.destroy(error))
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.addBuffer(Buffer.from(sealedProperties(list.title)), 'docProps/core.xml')
  zip.addReadStream(body, 'word/document.xml')
  zip.end()
  return out
}

const WIDTH = 14_600
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`).join('')

async function* bodyOf(list: List): AsyncGenerator<Buffer> {
  const whole = list.columns.reduce((n, c) => n + c.width, 0)
  const widths = list.columns.map((c) => Math.floor((WIDTH * c.width) / whole))
  const before = widths.map((w) => `<w:tc><w:tcPr><w:tcW w:w="${w}" w:type="dxa"/></w:tcPr><w:p><w:r>`)
  const row = (given: readonly string[], about: string, look: string): string => {
    const cells = isPlainRow(given) ? given : given.map((text) => xml(printable(text)))
    let out = `<w:tr>${about}`
    for (let i = 0; i < cells.length; i++) out += `${before[i] ?? ''}${look}<w:t xml:space="preserve">${cells[i]}</w:t></w:r></w:p></w:tc>`
    return `${out}</w:tr>`
  }
  yield Buffer.from(`${head}<w:document xmlns:w="${W}"><w:body><w:p><w:pPr><w:spacing w:after="160"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="36"/></w:rPr><w:t>${xml(printable(list.title))}</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${row(list.columns.map((c) => c.name), '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>', '<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>')}`)
  for await (const rows of list.batches) yield Buffer.from(rows.map((cells) => row(cells, '', '')).join(''))
  yield Buffer.from('</w:tbl><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1119" w:bottom="1134" w:left="1119" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>')
}
