import { deflateRawSync, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { DocumentFacts, Facts } from '#core/materials/facts'
import { bytesSource } from './byte-source'
import { noDecoders } from './host-decoders'
import { readFacts } from './read-facts'
import { oleFile, wordFlags } from './sample-ole'

const read = (bytes: Buffer, name = '推荐表'): Promise<Facts> => readFacts(bytesSource(name, new Uint8Array(bytes)), noDecoders)
const document = (bytes: Buffer, format: DocumentFacts['format'], more: Partial<DocumentFacts> = {}): DocumentFacts => ({ kind: 'document', format, name: '推荐表', bytes: bytes.length, pages: null, encrypted: false, active: (more.holds ?? []).length > 0, holds: [], ...more })
const unreadable = (bytes: Buffer, why: string, looksLike: string) => ({ kind: 'unreadable', name: '推荐表', bytes: bytes.length, why, looksLike })

interface Part { readonly name: string; readonly data: Buffer | string; readonly claims?: number; readonly flags?: number; readonly attributes?: number; readonly at?: number }
const zip = (parts: readonly Part[]): Buffer => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const data = Buffer.from(part.data)
    const packed = deflateRawSync(data)
    const name = Buffer.from(part.name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(part.flags ?? 0, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(part.claims ?? data.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(part.attributes ?? 0, 38)
    entry.writeUInt32LE(part.at ?? at, 42)
    locals.push(head, name, packed)
    directory.push(entry, name)
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}
const word: readonly Part[] = [{ name: '[Content_Types].xml', data: '<Types/>' }, { name: 'word/document.xml', data: '<w:document/>'.repeat(40) }]
const excel: readonly Part[] = [{ name: '[Content_Types].xml', data: '<Types/>' }, { name: 'xl/workbook.xml', data: '<workbook/>' }]
const relation = (target: string, type: string): Part => ({ name: 'word/_rels/settings.xml.rels', data: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>` })

describe('Word and Excel since 2007', () => {
  it.each<[string, readonly Part[], 'docx' | 'xlsx', Partial<DocumentFacts>]>([
    ['a Word file', word, 'docx', { characters: 0 }],
    ['its characters: no spaces, no deleted words, a text box once', [{ name: '[Content_Types].xml', data: '<Types/>' }, { name: 'word/document.xml', data: '<w:p><w:r><w:t xml:space="preserve">事迹 A&amp;B</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><mc:Choice><w:t>𬭎</w:t></mc:Choice><mc:Fallback><w:t>𬭎</w:t></mc:Fallback></w:p>' }], 'docx', { characters: 6 }],
    ['an Excel file', excel, 'xlsx', {}],
    ['its sheets, one of them hidden', [excel[0]!, { name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="汇总" sheetId="1" r:id="a"/><sheet name="底稿" state="hidden" sheetId="2" r:id="b"/></sheets></workbook>' }], 'xlsx', { sheets: { all: 2, hidden: 1 } }],
    ['what its reader may not see', [word[0]!, { name: 'word/document.xml', data: '<w:p><w:ins w:id="1"><w:r><w:rPr><w:vanish/></w:rPr><w:t>底</w:t></w:r></w:ins><w:r><w:commentReference w:id="0"/></w:r></w:p>' }], 'docx', { characters: 1, marks: ['changes', 'comments', 'hidden'] }],
    ['a field that asks another program', [word[0]!, { name: 'word/document.xml', data: '<w:p><w:r><w:instrText>DDEAUTO c:\\\\a.exe</w:instrText></w:r></w:p>' }], 'docx', { characters: 0, holds: ['dde'] }],
    ['macros', [...word, { name: 'word/vbaProject.bin', data: 'x' }], 'docx', { holds: ['macro'], characters: 0 }],
    ['an embedded object', [...word, { name: 'word/embeddings/oleObject1.bin', data: 'x' }], 'docx', { holds: ['object'], characters: 0 }],
    ['a template from elsewhere', [...word, relation('http://example.org/t.dotm', 'attachedTemplate')], 'docx', { holds: ['outside'], characters: 0 }],
    ['a picture from elsewhere, in words that hide it', [...word, { name: 'word/_rels/document.xml.rels', data: '<Relationships><Relationship TargetMode="&#69;xternal" Type="a/image" Target="http://example.org/a.png"/></Relationships>' }], 'docx', { holds: ['outside'], characters: 0 }],
    ['a template on a network share', [...word, relation('file://host/share/t.dotm', 'attachedTemplate')], 'docx', { holds: ['outside'], characters: 0 }],
    ['the office’s own template on its own disk', [...word, relation('file:///C:\\Users\\a\\公文.dotx', 'attachedTemplate')], 'docx', { characters: 0 }],
    ['a picture from a network share', [...word, relation('file://host/share/a.png', 'image')], 'docx', { holds: ['outside'], characters: 0 }],
    ['an ordinary link', [...word, relation('https://example.org/', 'hyperlink')], 'docx', { characters: 0 }],
    ['an entry under a zip password', [...word, { name: 'a', data: 'x', flags: 1 }], 'docx', { encrypted: true }],
  ])('%s', async (_, parts, format, more) => {
    const bytes = zip(parts)
    expect(await read(bytes)).toEqual(document(bytes, format, { ...(format === 'docx' && more.encrypted !== true ? { marks: [] } : {}), ...(format === 'xlsx' ? { sheets: { all: 0, hidden: 0 } } : {}), ...more }))
  })

  it.each<[string, readonly Part[], string, string]>([
    ['a claim of 300 MB', [...word, { name: 'word/media/a.bin', data: 'x', claims: 300 * 1024 * 1024 }], 'bomb', 'zip'],
    ['20 MB out of 20 kB', [...word, { name: 'word/media/a.bin', data: Buffer.alloc(20 * 1024 * 1024) }], 'bomb', 'zip'],
    ['a directory that claims less than comes out', [...word, { name: 'word/media/a.bin', data: Buffer.alloc(9_000_000), claims: 100 }], 'bomb', 'zip'],
    ['entries that share their bytes', [...word, { name: 'a', data: Buffer.alloc(500, 7) }, { name: 'b', data: Buffer.alloc(500, 7), at: 10 }], 'bomb', 'zip'],
    ['too many entries', Array.from({ length: 5_001 }, (_, n) => ({ name: `word/${n}`, data: '' })), 'bomb', 'zip'],
    ['a path that leaves the folder', [...word, { name: '../../evil.sh', data: 'x' }], 'broken', 'zip'],
    ['a path that leaves it with backslashes', [...word, { name: 'a\\..\\..\\b', data: 'x' }], 'broken', 'zip'],
    ['a symbolic link', [...word, { name: 'a', data: '/etc', attributes: 0xa1ff0000 }], 'broken', 'zip'],
    ['a document type in its body', [word[0]!, { name: 'word/document.xml', data: '<!DOCTYPE a [<!ENTITY b "bb">]><w:document/>' }], 'broken', 'docx'],
    ['some other archive', [{ name: 'a.txt', data: 'x' }], 'unknown', 'zip'],
    ['an OFD', [{ name: 'OFD.xml', data: '<ofd/>' }], 'unknown', 'ofd'],
  ])('%s is not opened', async (_, parts, why, looksLike) => {
    const bytes = zip(parts)
    expect(await read(bytes)).toEqual(unreadable(bytes, why, looksLike))
  })

  it('cut off, it is broken', async () => {
    const bytes = zip(word).subarray(0, -30)
    expect(await read(bytes)).toEqual(unreadable(bytes, 'broken', 'zip'))
  })
})

const ole = (...of: Parameters<typeof oleFile>): Buffer => Buffer.from(oleFile(...of))

describe('Word and Excel before 2007', () => {
  it.each<[string, Buffer, DocumentFacts['format'], Partial<DocumentFacts>]>([
    ['a Word file', ole(['Root Entry', 'WordDocument'], wordFlags(0)), 'doc', {}],
    ['a Word file under a password', ole(['Root Entry', 'WordDocument'], wordFlags(0x0100)), 'doc', { encrypted: true }],
    ['an Excel file', ole(['Root Entry', 'Workbook'], Buffer.of(9, 8, 2, 0, 0, 6)), 'xls', {}],
    ['an Excel file under a password', ole(['Root Entry', 'Workbook'], Buffer.of(9, 8, 2, 0, 0, 6, 0x2f, 0, 2, 0, 1, 0)), 'xls', { encrypted: true }],
    ['macros', ole(['Root Entry', 'WordDocument', 'Macros']), 'doc', { holds: ['macro'] }],
    ['a newer file under a password', ole(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']), 'docx', { encrypted: true }],
  ])('%s', async (_, bytes, format, more) => {
    expect(await read(bytes)).toEqual(document(bytes, format, more))
  })
  it('some other compound file is not taken', async () => {
    const bytes = ole(['Root Entry', 'PowerPoint Document'])
    expect(await read(bytes)).toEqual(unreadable(bytes, 'unknown', 'ole'))
  })
})

const pdf = (body: string | Buffer, trailer = ''): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages /Count 2>>\nendobj\n3 0 obj<</Type /Page>>endobj\n4 0 obj<</Type/Page/Parent 2 0 R>>endobj\n'), Buffer.from(body), Buffer.from(`\ntrailer\n<</Root 1 0 R ${trailer}>>\nstartxref\n9\n%%EOF\n`)])
const stream = (dictionary: string, data: Buffer): Buffer => Buffer.concat([Buffer.from(`9 0 obj\n<<${dictionary}/Length ${data.length}>>\nstream\n`), data, Buffer.from('\nendstream\nendobj\n')])

describe('PDF', () => {
  it.each<[string, Buffer, Partial<DocumentFacts>]>([
    ['plain', pdf(''), {}],
    ['encrypted', pdf('', '/Encrypt 8 0 R'), { encrypted: true }],
    ['with script', pdf('5 0 obj<</S /JavaScript /JS (app.alert)>>endobj'), { holds: ['script'] }],
    ['encrypted under a disguised name', pdf('', '/E#6ecrypt 8 0 R'), { encrypted: true }],
    ['with script under a disguised name', pdf('5 0 obj<</S /J#61vaScript>>endobj'), { holds: ['script'] }],
    ['that starts a program', pdf('5 0 obj<</S/Launch/F(a.exe)>>endobj'), { holds: ['launch'] }],
    ['with an embedded file', pdf('5 0 obj<</Type/EmbeddedFile>>endobj'), { holds: ['embedded'] }],
    ['with script among packed objects', pdf(stream('/Type/ObjStm/Filter/FlateDecode', deflateSync(Buffer.from('<</S/JavaScript>>')))), { holds: ['script'] }],
    ['with pages among packed objects', pdf(stream('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.from('<</Type/Page>><</Type /Page /X 1>>')))), { pages: 4 }],
    ['whose picture bytes happen to spell a name', pdf(stream('/Subtype/Image', Buffer.from('\x01/JS \x02/Encrypt '))), {}],
  ])('%s', async (_, bytes, more) => {
    expect(await read(bytes)).toEqual(document(bytes, 'pdf', { pages: 2, pageSizes: [], revisions: 1, textPages: more.encrypted === true ? null : 0, picturePages: more.encrypted === true ? null : 0, ...more }))
  })
  it('its pages: sizes as shown, text, pictures, and how often it was saved', async () => {
    const tree = '2 0 obj\n<</Type/Pages/Count 3/Kids[10 0 R 11 0 R 12 0 R]/MediaBox[0 0 595.28 841.89]>>\nendobj\n10 0 obj<</Type/Page/Contents 20 0 R>>endobj\n11 0 obj<</Type/Page/Rotate 90/Contents[21 0 R]/Resources<</XObject<</A 22 0 R>>>>>>endobj\n12 0 obj<</Type/Page/MediaBox 13 0 R>>endobj\n13 0 obj[0 0 1190.55 841.89]endobj\n'
    const parts = [stream('', Buffer.from('BT /F1 12 Tf (a) Tj ET')), stream('/Filter/FlateDecode', deflateSync(Buffer.from('q /A Do Q'))), stream('/Subtype/Image', Buffer.alloc(9))]
    const bytes = Buffer.concat([pdf(tree), ...parts.map((part, n) => Buffer.from(part.toString('latin1').replace('9 0 obj', `${20 + n} 0 obj`), 'latin1')), Buffer.from('\nstartxref\n700\n%%EOF\n')])
    expect(await read(bytes)).toEqual(document(bytes, 'pdf', { pages: 3, revisions: 2, textPages: 1, picturePages: 1, pageSizes: [{ width: 210, height: 297, pages: 1 }, { width: 297, height: 210, pages: 1 }, { width: 420, height: 297, pages: 1 }] }))
  })
  it('cut off, it is broken', async () => {
    const bytes = pdf('').subarray(0, 150)
    expect(await read(bytes)).toEqual(unreadable(bytes, 'broken', 'pdf'))
  })
  it('that the host cannot lay out is broken', async () => {
    const bytes = pdf('')
    const host = { ...noDecoders, countPdfPages: () => Promise.resolve(null) }
    expect(await readFacts(bytesSource('推荐表', new Uint8Array(bytes)), host)).toEqual(unreadable(bytes, 'broken', 'pdf'))
  })
})
