/** Files whose texts bear what a test wants, in Chinese: a PDF with a text layer, a Word file with a header, a workbook with a page header. */
import { zipOf } from '../corpus/zip-maker'

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** One line of text a page; characters are their own numbers, and a map says so to whoever reads the layer. */
export const pdfWithText = (pages: readonly (readonly string[])[]): Buffer => {
  const cmap = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end'
  const stream = (data: string) => `<< /Length ${data.length} >>\nstream\n${data}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${7 + n * 2} 0 R`).join(' ')}] /MediaBox [0 0 595 842] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /STSong /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>', stream(cmap),
    ...pages.flatMap((lines, n) => [`<< /Type /Page /Parent 2 0 R /Contents ${8 + n * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`, stream(`BT /F 14 Tf 60 780 Td ${lines.map((l) => `<${hex(l)}> Tj 0 -24 Td`).join(' ')} ET`)]),
  ]
  let out = '%PDF-1.7\n'
  const at = objects.map((o, n) => { const here = out.length; out += `${n + 1} 0 obj\n${o}\nendobj\n`; return here })
  const table = at.map((a) => `${String(a).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`, 'latin1')
}

const types = { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' }
const runs = (text: string): string => [...text].map((c) => `<w:r><w:t>${c}</w:t></w:r>`).join('')
/** Every character is a run of its own, as Word leaves what was typed with pauses. */
export const wordWithText = (body: string, header = ''): Buffer => zipOf([types,
  { name: 'word/document.xml', data: `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body.split('\n').map((l) => `<w:p>${runs(l)}</w:p>`).join('')}</w:body></w:document>` },
  ...(header === '' ? [] : [{ name: 'word/header1.xml', data: `<?xml version="1.0"?><w:hdr xmlns:w="w"><w:p>${runs(header)}</w:p></w:hdr>` }])])

export const excelWithText = (cells: readonly string[], header = ''): Buffer => zipOf([types,
  { name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="汇总" sheetId="1" r:id="a"/></sheets></workbook>' },
  { name: 'xl/sharedStrings.xml', data: `<sst>${cells.map((c) => `<si><t>${c}</t></si>`).join('')}</sst>` },
  { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><sheetData/>${header === '' ? '' : `<headerFooter><oddHeader>&amp;L&amp;"宋体,常规"&amp;12${header}</oddHeader></headerFooter>`}</worksheet>` }])
