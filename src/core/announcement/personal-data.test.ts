/** 500 documents with one thing in each that must not go public, written in the ways people write it; and 500 without. */
import { describe, expect, it } from 'vitest'
import { findPersonal, type PersonalKind } from './personal-data'
import { privacyGate, withoutPrivate } from './privacy-gate'
import { chance, paragraphs, privateDocuments, type PrivateDocument } from './sample-private'

const count = typeof process !== 'undefined' && process.env['XUANSHU_LONG'] === '1' ? 20_000 : 500

describe('the gate before publication', () => {
  const documents = privateDocuments(count)
  const missedBy = (find: (text: string) => readonly { readonly kind: PersonalKind }[]): PrivateDocument[] => documents.filter((d) => !find(d.text).some((p) => p.kind === d.kind))
  it(`stops at least 99.5 % of ${count} documents that hold one thing of a person`, () => {
    const missed = missedBy(findPersonal)
    expect((count - missed.length) / count, missed.slice(0, 10).map((d) => `${d.kind}: ${d.secret}`).join('\n')).toBeGreaterThanOrEqual(0.995)
  })
  it('a gate that reads only plain digits would not reach it', () => {
    const naive: readonly (readonly [PersonalKind, RegExp])[] = [['idNumber', /\d{17}[\dXx]/], ['phone', /1[3-9]\d{9}/], ['email', /\S+@\S+/], ['birthDate', /\d{4}年\d{1,2}月\d{1,2}日出?生/], ['address', /住址/], ['bankCard', /\d{16,19}/], ['passport', /护照/]]
    expect((count - missedBy((text) => naive.filter(([, p]) => p.test(text)).map(([kind]) => ({ kind }))).length) / count).toBeLessThan(0.7)
  })
  it('stops none of as many documents of ordinary words, years and numbers', () => {
    const stopped = Array.from({ length: count }, (_, n) => paragraphs(chance(n + 900_000)).join('\n')).flatMap((text) => findPersonal(text).map((p) => p.found))
    expect([...new Set(stopped)]).toEqual([])
  })
  it('a million signs of any kind are looked through in one walk', () => {
    // Without the bounds of its patterns the first of these alone takes hours; the runner's own limit stops it.
    for (const row of ['1234567890', '青陵路', '1 2-3.', '人民路12号', '家庭住址：', '出生年月日 ', '一二三四五', 'a.b-']) expect(findPersonal(row.repeat(Math.ceil(1_000_000 / row.length))).every((p) => p.shown.length <= 5)).toBe(true)
  }, 60_000)
  it('says kind, place and beginning, never the whole', () => {
    const [said, ...more] = privacyGate([{ at: '凌云舟', text: '身份证 990000 19840312 123X，又见 99000019840312123X' }])
    expect([said!.code, said!.what.zh, more]).toEqual(['privacy.idNumber', '要公开的文字里有身份证号（凌云舟：9900…）', []])
  })
  it('blanks out what names a person by number, unless the notice states it; all else stays as it was written', () => {
    expect(withoutPrivate('联系人电话１３９１２３４５６７８，家庭住址：青陵市和平路3号', [])).toBe('联系人电话＊＊＊＊＊＊,＊＊＊＊＊＊')
    expect(withoutPrivate('联系人电话13912345678', ['139 1234 5678', '13912345678'])).toBe('联系人电话13912345678')
    expect(withoutPrivate('“全角”，２０２１年', [])).toBe('“全角”，２０２１年')
  })
})
