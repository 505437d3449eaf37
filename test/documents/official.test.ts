/** The official document is measured where its characters stand in the PDF, and by what Word is told (GB/T 9704-2012). */
import { describe, expect, it } from 'vitest'
import type { Block, OfficialDocument } from '#documents/official/document'
import { numberHeadings } from '#documents/official/heading-numbers'
import { officialPdf } from '#documents/official/pdf'
import { titleLines } from '#documents/official/title-lines'
import { officialWord } from '#documents/official/word'
import { pdfText } from '../browser/pdf-text'
import { forwardingNotice } from './forwarding-notice'
import { readPages, rowsOf, type Glyph, type PdfPage } from './pdf-positions'
import { unzip } from './unzip'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const filled = (lines: number): Block => paragraph('测'.repeat(26 + 28 * (lines - 1)))
const bare: OfficialDocument = {
  mark: { issuers: ['云川省示例医学会'], suffix: '文件' }, number: { office: '云示医会发', year: 2026, serial: 3 }, title: '关于开展示例活动的通知', recipients: '各单位',
  body: [filled(3)], signature: ['云川省示例医学会'], date: '2026-05-08', sealed: true,
}
const imprint = { copies: '省示例科协', printer: '云川省示例医学会秘书处', printed: '2026-05-08' }
const pagesOf = async (doc: OfficialDocument): Promise<PdfPage[]> => readPages(await officialPdf(doc))
const rowWith = (page: PdfPage, text: string) => rowsOf(page).find((row) => row.text.includes(text))!
const glyphsOf = (page: PdfPage, text: string): Glyph[] => {
  const row = rowWith(page, text)
  const at = row.text.indexOf(text)
  return row.glyphs.slice(at, at + text.length)
}
const bodyRows = (page: PdfPage) => rowsOf(page).filter((row) => row.glyphs[0]!.bottom < 262.5)
const cell = 156 / 28

describe('a page of the official document', () => {
  it('holds 22 lines of 28 characters that fill the 版心 of 156 × 225 mm from 37 mm down and 28 mm in', async () => {
    const [, full] = await pagesOf({ ...bare, body: [filled(40)] })
    const rows = bodyRows(full!)
    expect(rows.map((row) => row.text)).toEqual(Array.from({ length: 22 }, () => '测'.repeat(28)))
    for (const row of rows) {
      expect(row.glyphs[0]!.left).toBeCloseTo(28, 1)
      expect(row.glyphs.at(-1)!.right).toBeCloseTo(28 + 156, 1)
    }
    expect(rows[0]!.glyphs[0]!.top).toBeCloseTo(37, 1)
    expect(rows.at(-1)!.glyphs[0]!.bottom).toBeCloseTo(37 + 225, 1)
  })
  it('sets every paragraph in by two characters and its other lines not at all', async () => {
    const [first] = await pagesOf({ ...bare, body: [filled(2), filled(2)] })
    const lefts = rowsOf(first!).filter((row) => row.text.startsWith('测')).map((row) => Math.round(((row.glyphs[0]!.left - 28) / cell) * 100) / 100)
    expect(lefts).toEqual([2, 0, 2, 0])
  })
  it('keeps the text of its first page on the lines of the others, so that its last line ends the 版心', async () => {
    const [first] = await pagesOf({ ...bare, body: [filled(40)] })
    expect(bodyRows(first!).at(-1)!.glyphs[0]!.bottom).toBeCloseTo(262, 1)
  })
  it('begins no line with a closing mark and ends none with an opening one', async () => {
    const rows = (await pagesOf(forwardingNotice)).flatMap((page) => rowsOf(page).map((row) => row.text))
    expect(rows.filter((text) => /^[，。、；：！？）》”〕]|[（《“〔]$/.test(text))).toEqual([])
  })
  it('carries — N — outside, its dash 7 mm below the 版心: right on odd pages, left on even ones', async () => {
    const pages = await pagesOf(forwardingNotice)
    const numbers = pages.map((page) => rowsOf(page).at(-1)!)
    expect(numbers.map((row) => row.text.replaceAll(' ', ''))).toEqual(['—1—', '—2—', '—3—', '—4—', '—5—', '—6—'])
    const oneCharacter = (14 * 25.4) / 72
    for (const [i, row] of numbers.entries()) {
      expect(i % 2 === 0 ? 184 - row.glyphs.at(-1)!.right : row.glyphs[0]!.left - 28).toBeCloseTo(oneCharacter, 1)
      expect((row.glyphs[0]!.top + row.glyphs[0]!.bottom) / 2).toBeCloseTo(262 + 7, 0)
    }
  })
  it('shows the rare characters of names', async () => {
    const rare = '㐂䶮龘堃犇喆赟翀玥璟燚彧昉昶垚祎'
    const [first] = await pagesOf({ ...bare, body: [paragraph(rare)] })
    expect(glyphsOf(first!, rare).map((g) => `${g.text}${g.cid > 0 ? '' : ' missing'}`)).toEqual([...rare])
  })
})

describe('the head of the official document', () => {
  it('has the red mark in the middle, 35 mm below the 版心’s edge, and the number with 〔〕 two lines below it', async () => {
    const [first] = await pagesOf(bare)
    const mark = glyphsOf(first!, '云川省示例医学会文件')
    expect(mark[0]!.top).toBeCloseTo(37 + 35, 1)
    expect(new Set(mark.map((g) => g.colour))).toEqual(new Set(['215,0,15']))
    expect((mark[0]!.left + mark.at(-1)!.right) / 2).toBeCloseTo(28 + 78, 1)
    const number = rowWith(first!, '云示医会发')
    expect(number.text).toBe('云示医会发〔2026〕3号')
    expect((number.glyphs[0]!.left + number.glyphs.at(-1)!.right) / 2).toBeCloseTo(28 + 78, 1)
    const twoLinesEmpty = 2 * 10.449 + (10.449 - cell)
    expect(number.glyphs[0]!.top - mark[0]!.bottom).toBeCloseTo(twoLinesEmpty, 1)
  })
  it('has a red line as wide as the 版心 4 mm below the number', async () => {
    const [first] = await pagesOf(bare)
    const red = first!.lines.filter((line) => line.colour === '215,0,15')
    expect(red.length).toBe(1)
    expect(red[0]!.at - rowWith(first!, '云示医会发').glyphs[0]!.bottom).toBeCloseTo(4, 1)
    expect([red[0]!.left, red[0]!.right].map((x) => Math.round(x))).toEqual([28, 184])
  })
  it('sets the title in 2号, symmetric', async () => {
    const [first] = await pagesOf(forwardingNotice)
    const rows = rowsOf(first!).filter((row) => row.glyphs[0]!.size === 22)
    expect(rows.map((row) => row.text)).toEqual(['云川省示例医学会关于转发省示例科协', '《关于开展2026年“云川最美科技工作者”', '选树和学习宣传活动的通知》的通知'])
    // A bracket or quotation mark at the edge has an empty half, which does not count for the eye.
    for (const row of rows) expect(Math.abs((row.glyphs[0]!.left + row.glyphs.at(-1)!.right) / 2 - 106)).toBeLessThan(2)
  })
  it('puts who signs at the right and the number at the left when it goes to a higher office', async () => {
    const [first] = await pagesOf({ ...bare, signers: ['示例甲'], secrecy: { level: '秘密', term: '1年' }, urgency: '加急', copyNumber: '000001' })
    const signer = glyphsOf(first!, '签发人：示例甲')
    expect((184 - signer.at(-1)!.right) / cell).toBeCloseTo(1, 1)
    expect((glyphsOf(first!, '云示医会发')[0]!.left - 28) / cell).toBeCloseTo(1, 1)
    expect(rowsOf(first!).slice(0, 3).map((row) => row.text)).toEqual(['000001', '秘密★1年', '加急'])
  })
  it('stacks joint issuers to one width with 文件 beside their middle, and still shows text on the first page', async () => {
    const issuers = ['云川省示例科学技术协会', '云川省示例科技厅', '云川省示例总工会'] as const
    const [first] = await pagesOf({ ...bare, mark: { issuers: [...issuers], suffix: '文件' }, signature: [...issuers] })
    const red = rowsOf(first!).filter((row) => row.glyphs[0]!.colour === '215,0,15')
    const names = issuers.map((name) => red.find((row) => row.text.startsWith(name))!)
    const edges = names.map((row, i) => [row.glyphs[0]!.left, row.glyphs[issuers[i]!.length - 1]!.right].map((x) => Math.round(x)))
    expect(edges).toEqual([edges[0], edges[0], edges[0]])
    expect(names.map((row) => row.text)).toEqual(['云川省示例科学技术协会', '云川省示例科技厅文件', '云川省示例总工会'])
    expect(rowsOf(first!).some((row) => row.text.startsWith('测'))).toBe(true)
  })
})

describe('what closes the official document', () => {
  it('sealed: the date ends four characters from the right, the issuer is centred above it, two lines are free for the stamp', async () => {
    const [first] = await pagesOf(bare)
    const date = glyphsOf(first!, '2026年5月8日')
    const issuer = rowsOf(first!).findLast((row) => row.text === '云川省示例医学会')!.glyphs
    expect((184 - date.at(-1)!.right) / cell).toBeCloseTo(4, 1)
    expect((issuer[0]!.left + issuer.at(-1)!.right) / 2).toBeCloseTo((date[0]!.left + date.at(-1)!.right) / 2, 1)
    const lastOfBody = rowsOf(first!).findLast((row) => row.text.startsWith('测'))!
    expect(Math.round((issuer[0]!.top - lastOfBody.glyphs[0]!.top) / 10.449)).toBe(3)
  })
  it('not sealed: the issuer ends two characters from the right and the date begins two further in', async () => {
    const [first] = await pagesOf({ ...bare, sealed: false, signature: ['云川省示例科学技术协会'] })
    const issuer = rowsOf(first!).findLast((row) => row.text === '云川省示例科学技术协会')!.glyphs
    const date = glyphsOf(first!, '2026年5月8日')
    expect((184 - issuer.at(-1)!.right) / cell).toBeCloseTo(2, 1)
    expect((date[0]!.left - issuer[0]!.left) / cell).toBeCloseTo(2, 1)
  })
  it('never leaves the signature on a page without text, and closes on an even page with the imprint at the 版心’s lower edge', async () => {
    for (let lines = 1; lines <= 24; lines++) {
      const pages = await pagesOf({ ...bare, body: [filled(lines)], imprint })
      const signed = pages.find((page) => rowsOf(page).some((row) => row.text === '2026年5月8日'))!
      expect([lines, bodyRows(signed).some((row) => row.text.startsWith('测'))]).toEqual([lines, true])
      expect([lines, pages.length % 2]).toEqual([lines, 0])
      expect(pages.at(-1)!.lines.map((line) => [Math.round(line.thick * 100) / 100, line.right - line.left > 155.9])).toEqual([[0.35, true], [0.25, true], [0.35, true]])
      expect(pages.at(-1)!.lines.at(-1)!.at).toBeCloseTo(262, 1)
    }
  })
  it('takes a short last paragraph whole to the signature’s page, wherever the page ends', async () => {
    for (let lines = 1; lines <= 24; lines++) {
      const pages = await pagesOf({ ...bare, body: [filled(lines), paragraph('特此通知。')] })
      const pageWith = (text: string) => pages.findIndex((page) => rowsOf(page).some((row) => row.text === text))
      expect([lines, pageWith('特此通知。')]).toEqual([lines, pageWith('2026年5月8日')])
    }
  })
  it('numbers neither an empty page before the imprint nor the imprint’s page', async () => {
    const many = await Promise.all(Array.from({ length: 14 }, (_, i) => pagesOf({ ...bare, body: [filled(18 + i)], imprint })))
    const withEmpty = many.filter((pages) => pages.some((page) => page.glyphs.length === 0))
    expect(withEmpty.length).toBeGreaterThan(0)
    for (const pages of withEmpty) expect(pages.map((page) => rowsOf(page).at(-1)?.text.replaceAll(' ', ''))).toEqual(['—1—', '—2—', undefined, '云川省示例医学会秘书处2026年5月8日印发'])
  })
  it('lists its attachments two characters in; the next one and what turns stand below the first one’s words', async () => {
    const [, page] = await pagesOf(forwardingNotice)
    const rows = rowsOf(page!)
    const at = rows.findIndex((row) => row.text.startsWith('附件：'))
    const [first, turned, second] = rows.slice(at, at + 3)
    expect((first!.glyphs[0]!.left - 28) / cell).toBeCloseTo(2, 1)
    expect(turned!.glyphs[0]!.left).toBeCloseTo(first!.glyphs[5]!.left, 1)
    expect([second!.text.slice(0, 2), Math.round(second!.glyphs[0]!.left - first!.glyphs[3]!.left)]).toEqual(['2.', 0])
  })
  it('carries the upper notice on pages of its own: 附件1 on the first line in 黑体, its title from the third, its number, its own signature', async () => {
    const pages = await pagesOf(forwardingNotice)
    const rows = rowsOf(pages[2]!)
    expect([rows[0]!.text, rows[0]!.glyphs[0]!.face, Math.round(rows[0]!.glyphs[0]!.top)]).toEqual(['附件1', 'NotoSansSC-SemiBold', 37])
    expect(rows[1]!.glyphs[0]!.top).toBeGreaterThan(37 + 2 * 10.449 - 3)
    expect(rows.slice(1, 4).map((row) => row.text).join('')).toBe(forwardingNotice.attachments![0]!.title)
    expect(rows[4]!.text).toBe('云示科协发〔2026〕7号')
    expect(rowsOf(pages[5]!).map((row) => row.text)).toContain('2026年3月25日')
  })
  it('says on six pages what the data say, in their order, as the program reads that others copy text with', async () => {
    const text = await pdfText(await officialPdf(forwardingNotice))
    const said = [forwardingNotice.title, '各市示例医学会', '一、推荐名额', '（二）资格审核和评审。', '附件：1.', '2026年4月2日', '（联系人：', '附件1', '（1）委员与人选', '六、工作要求', '2026年3月25日', '抄送：', '印发']
    const places = said.map((words) => text.indexOf(words.replace(/\s/g, '')))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places.filter((at) => at < 0)).toEqual([])
    expect((await pagesOf(forwardingNotice)).length).toBe(6)
    expect((await pagesOf(forwardingNotice)).flatMap((page) => page.glyphs.filter((g) => g.cid === 0))).toEqual([])
  })
})

describe('its words', () => {
  it('counts headings anew below each higher one', () => {
    const levels = [1, 2, 2, 3, 4, 4, 3, 2, 3, 1, 2] as const
    expect(numberHeadings(levels.map((level) => ({ kind: 'heading', level, text: '' }))).map((b) => b.number))
      .toEqual(['一、', '（一）', '（二）', '1.', '（1）', '（2）', '2.', '（三）', '1.', '二、', '（一）'])
    expect(numberHeadings(Array.from({ length: 21 }, () => ({ kind: 'heading', level: 1, text: '' }))).at(-1)!.number).toBe('二十一、')
  })
  it('breaks a title between words, or where the office has written a line end', () => {
    expect(titleLines('关于开展示例活动的通知', 20)).toEqual(['关于开展示例活动的通知'])
    expect(titleLines('云川省示例科协\n关于开展活动的通知', 20)).toEqual(['云川省示例科协', '关于开展活动的通知'])
    const lines = titleLines('云川省示例科学技术协会关于做好2026年优秀科技工作者推荐工作的通知', 20)
    expect([lines.join(''), lines.length, lines.every((line) => [...line].length >= 8)]).toEqual(['云川省示例科学技术协会关于做好2026年优秀科技工作者推荐工作的通知', 2, true])
  })
  it('takes what people write as words, never as commands of the typesetter', async () => {
    const nasty = '#set page(width: 1mm) *粗* $x$ <imprint> @ref "引号" \\'
    const [first] = await pagesOf({ ...bare, title: '#pagebreak() 的通知', body: [paragraph(nasty)] })
    expect(rowsOf(first!).map((row) => row.text).join('').replace(/\s/g, '')).toContain(nasty.replace(/\s/g, ''))
  })
})

describe('the same in Word', () => {
  const texts = (xml: string): string[] => [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)].map(([p]) => [...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('')).filter((t) => t !== '')
  const attributes = (xml: string, element: string): Record<string, string> => Object.fromEntries([...(new RegExp(`<w:${element} ([^>]*?)/?>`).exec(xml)?.[1] ?? '').matchAll(/w:(\w+)="([^"]*)"/g)].map((m) => [m[1]!, m[2]!]))

  it('has the paper, margins and grid of 22 lines by 28 characters', async () => {
    const xml = (await unzip(await officialWord(forwardingNotice))).get('word/document.xml')!
    const mm = (name: string) => Math.round((Number(attributes(xml, 'pgMar')[name]) / 1440) * 254) / 10
    expect(attributes(xml, 'pgSz')).toMatchObject({ w: '11906', h: '16838' })
    expect(['top', 'bottom', 'left', 'right'].map(mm)).toEqual([37, 35, 28, 26])
    const grid = attributes(xml, 'docGrid')
    expect(grid).toEqual({ type: 'linesAndChars', linePitch: '579', charSpace: String(Math.floor((315 / 20 - 16) * 4096)) })
    const [width, height] = [11906 - 1587 - 1474, 16838 - 2098 - 1984]
    expect(Math.floor(height / Number(grid['linePitch']))).toBe(22)
    expect(Math.floor(width / ((16 + Number(grid['charSpace']) / 4096) * 20))).toBe(28)
  })
  it('says everything in order, numbers written out', async () => {
    const said = texts((await unzip(await officialWord(forwardingNotice))).get('word/document.xml')!)
    const f = forwardingNotice
    expect(said.slice(0, 6)).toEqual(['云川省示例医学会文件', '云示医会发〔2026〕12号', f.title, `${f.recipients}：`, (f.body[0] as { text: string }).text, '一、推荐名额'])
    const places = ['附件：1.云川省示例科学技术协会关于', '2.推荐人选汇总表', '云川省示例医学会', '2026年4月2日', '（联系人：', '附件1', '云川省示例科学技术协会关于开展', '云示科协发〔2026〕7号', '一、总体要求', '（1）委员与人选', '附件：“云川最美', '2026年3月25日', '抄送：', '云川省示例医学会秘书处'].map((words) => said.findIndex((t, i) => i > 5 && t.startsWith(words)))
    expect(places.filter((at) => at < 0)).toEqual([])
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(said.at(-1)).toBe('云川省示例医学会秘书处2026年4月2日印发')
  })
  it('has headings, faces and page numbers that Word knows as such', async () => {
    const parts = await unzip(await officialWord(forwardingNotice))
    const xml = parts.get('word/document.xml')!
    const headed = [...xml.matchAll(/<w:pStyle w:val="(Title|AttachmentTitle|Heading\d)"\/>/g)].map((m) => m[1])
    expect(headed.filter((style) => style === 'Title').length).toBe(1)
    expect(headed.filter((style) => style === 'AttachmentTitle').length).toBe(1)
    expect(headed.filter((style) => style === 'Heading1').length).toBe(9)
    const styles = parts.get('word/styles.xml')!
    const faceOf = (id: string) => /w:eastAsia="([^"]+)"/.exec(new RegExp(`w:styleId="${id}"[\\s\\S]*?</w:style>`).exec(styles)![0])?.[1]
    expect(['Title', 'Heading1', 'Heading2', 'Heading3'].map(faceOf)).toEqual(['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312'])
    expect(/<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,/.test(parts.get('word/fontTable.xml')!)).toBe(true)
    expect(parts.get('word/settings.xml')).toContain('evenAndOddHeaders')
    const feet = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, foot]) => [/<w:jc w:val="(\w+)"/.exec(foot)![1], foot.includes('PAGE')])
    expect(feet.toSorted()).toEqual([['left', true], ['right', true]])
    expect([...xml.matchAll(/<w:pageBreakBefore\/>/g)].length).toBe(1)
  })
})
