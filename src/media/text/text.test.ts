import { describe, expect, it } from 'vitest'
import { Numbering } from './docx-numbering'
import { readStory } from './docx-story'
import { decodeGuessing, decodeText } from './encoding'
import { looksLikeHtml, readHtml, statedEncoding } from './html'
import { formatNumber, numbered } from './number-formats'
import { textOfPages } from './pdf'
import { Refused } from './refusals'
import { rowLines } from './table-rows'
import { attribute, walkXml } from './xml'

describe('numbers of a list', () => {
  it.each([
    ['chineseCounting', [1, 10, 11, 20, 21, 105, 110, 1001], '一 十 十一 二十 二十一 一百零五 一百一十 一千零一'],
    ['chineseLegalSimplified', [1, 10, 12], '壹 壹拾 壹拾贰'], ['ideographDigital', [10, 12], '一〇 一二'], ['ideographTraditional', [1, 11], '甲 甲'],
    ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'], ['decimalFullWidth', [12], '１２'], ['upperRoman', [4, 19], 'IV XIX'], ['lowerLetter', [1, 27], 'a aa'], ['decimal', [0, -3, 12], '0 -3 12'], ['somethingNew', [7], '7'],
  ])('%s', (format, ns, said) => expect(ns.map((n) => formatNumber(n, format)).join(' ')).toBe(said))
  it('digits never run into the text', () => expect([numbered('1.', '2026年'), numbered('一、', '2026年'), numbered('', '2026年')]).toEqual(['1. 2026年', '一、2026年', '2026年']))
})

describe('Word counts', () => {
  const level = (n: number, format: string, text: string, more = '') => `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
  const lists = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="Head"/>')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
  const styles = '<w:styles><w:style w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Below"><w:basedOn w:val="Head"/></w:style></w:styles>'
  const p = (text: string, list?: [number, number], style = '') => `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}<w:tabs><w:tab w:val="left"/></w:tabs>${list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>`}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const read = (...paragraphs: string[]) => readStory(`<w:body>${paragraphs.join('')}</w:body>`, new Numbering(lists, styles)).lines
  it('levels begin anew below each number, lists of one definition count together, an override starts where it says', () => {
    expect(read(p('甲', [1, 0]), p('乙', [1, 1]), p('丙', [1, 1]), p('丁', [1, 0]), p('戊', [1, 1]), p('己', [2, 0]), p('庚', [1, 0]))).toEqual(['一、甲', '1.1 乙', '1.2 丙', '二、丁', '2.1 戊', '五、己', '六、庚'])
  })
  it('by the style of a paragraph or one it rests on; number 0 takes it away; bullets are no numbers', () => {
    expect(read(p('甲', undefined, 'Head'), p('乙', undefined, 'Below'), p('丙', [0, 0], 'Head'), p('丁', [3, 0]), p('戊'))).toEqual(['一、甲', '二、乙', '丙', '丁', '戊'])
  })
})

describe('rows of a table', () => {
  it('are one line with tabs; a table that lays out the page gives its paragraphs', () => {
    expect(rowLines([['单位'], ['沈阳', '市'], ['']])).toEqual(['单位\t沈阳 市'])
    expect(rowLines([['', '甲'], [], ['']])).toEqual(['甲'])
    expect(rowLines([['要求'], ['1', '2', '3', '4', '5', '6', '7']])).toEqual(['要求', '1', '2', '3', '4', '5', '6', '7'])
  })
})

describe('XML', () => {
  it('values may hold any quoted character, and only the five entities are known', () => {
    const seen: string[] = []
    walkXml(`<?xml version="1.0"?><w:a b='>&lt;' w:c="&#x4e00;"/><!-- <x> --><d>&amp;<![CDATA[<e>]]>&nope;</d>`, { open: (name, a) => seen.push(`${name} ${attribute(a, 'b') ?? ''} ${attribute(a, 'c') ?? attribute(a, 'w:c') ?? ''}`), close: (name) => seen.push(`/${name}`), text: (t) => seen.push(t) })
    expect(seen).toEqual(['a >< 一', '/a', 'd  ', '&', '<e>', '&nope;', '/d'])
  })
  it.each(['<a', '<a b="', '<!DOCTYPE x>', '<!-- ', '<![CDATA['])('%s is broken', (xml) => expect(() => walkXml(xml, { open: () => undefined, close: () => undefined, text: () => undefined })).toThrow('broken'))
})

describe('encodings', () => {
  const gb = Uint8Array.of(0xcd, 0xa8, 0xd6, 0xaa, 0xa1, 0xa3)
  /** 通知, which is sound UTF-8 too. */
  const both = gb.subarray(0, 4)
  it('are certain only where nothing else fits', () => {
    expect([decodeText(gb), decodeGuessing(gb)]).toEqual([{ text: '通知。', encoding: 'GB18030' }, { text: '通知。', encoding: 'GB18030', sure: true, damaged: false }])
    expect(decodeGuessing(both)).toEqual({ text: '通知', encoding: 'GB18030', sure: false, damaged: false })
    expect(decodeGuessing(Uint8Array.from([0xe9, 0x97, 0x9c, 0xe6, 0x96, 0xbc]))).toEqual({ text: '關於', encoding: 'UTF-8', sure: true, damaged: false })
    expect(decodeGuessing(Uint8Array.of(0xfe, 0xff, 0x90, 0x1a))).toEqual({ text: '通', encoding: 'UTF-16BE', sure: true, damaged: false })
    expect(decodeGuessing(Uint8Array.of(0x1a, 0x90, 0xe5, 0x77))).toEqual({ text: '通知', encoding: 'UTF-16LE', sure: true, damaged: false })
    expect(decodeGuessing(Uint8Array.from({ length: 400 }, (_, i) => (i * 89 + 7) % 256))).toBe(null)
  })
})

describe('web pages', () => {
  it('are told from text that only speaks of them', () => {
    expect(['<!DOCTYPE html>', '\n<!-- x --><div>', '<?xml version="1.0"?><html>', '<P class=a>', '通知<p>', '<通知>', '< p>'].map(looksLikeHtml)).toEqual([true, true, true, true, false, false, false])
    expect([statedEncoding('<meta charset=gb2312>'), statedEncoding('<META http-equiv="Content-Type" content="text/html; charset=GBK">'), statedEncoding('<p>')]).toEqual(['gb2312', 'gbk', null])
  })
  it('a table that lays out the page is read cell by cell, one that holds data row by row', () => {
    expect(readHtml(`<table><tr><td>${'<p>段</p>'.repeat(7)}</td><td><table><tr><th>甲<th>乙<tr><td>1<td>2</table></td></tr></table>`)).toBe(`${'段\n'.repeat(7)}甲\t乙\n1\t2`)
  })
})

describe('pages of a PDF', () => {
  it('gaps between Chinese and digits go in sentences and stay in rows', () => {
    expect(textOfPages({ state: 'open', count: 1, pages: ['请于 5 月 20 日前，以 A4 纸报送 3 份。\r\n示例学会 3 5'] })).toEqual({ text: '请于5月20日前，以A4纸报送3份。\n示例学会 3 5', warnings: [] })
  })
  it('letters without codes are no text', () => {
    const codes = (): unknown => { try { return textOfPages({ state: 'open', count: 1, pages: ['\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008'] }) } catch (error) { return error instanceof Refused ? error.finding.code : error } }
    expect(codes()).toBe('notice.garbledText')
  })
})
