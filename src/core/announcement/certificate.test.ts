import { expect, test } from 'vitest'
import { certificateHash, certificateWords, chineseDay, maskedName, type CertificateFacts } from './certificate'

const facts: CertificateFacts = { number: '2026-001', name: '阿卜杜拉·买买提', unit: '示例医院', award: { zh: '云川最美科技工作者', en: 'Most Beautiful' }, campaign: { zh: '“云川最美科技工作者”选树活动', en: 'x' }, year: 2026, issuers: [{ zh: '甲', en: 'a' }], givenOn: '2026-11-22' }

test('a day as certificates write it', () => {
  expect(['2026-11-22', '2020-10-10', '2031-01-01', '2026-12-20', '2026-05-30'].map(chineseDay)).toEqual(['二〇二六年十一月二十二日', '二〇二〇年十月十日', '二〇三一年一月一日', '二〇二六年十二月二十日', '二〇二六年五月三十日'])
})
test('a title is called 称号 once, a prize never; the year is said once', () => {
  expect(certificateWords(facts).zh).toBe('在2026年“云川最美科技工作者”选树活动中，事迹突出，经推荐、评选和公示，授予“云川最美科技工作者”称号。')
  expect(certificateWords({ ...facts, award: { zh: '云川科技奖', en: '' }, campaign: { zh: '2026年度评选', en: '' } }).zh).toBe('在2026年度评选中，事迹突出，经推荐、评选和公示，授予“云川科技奖”。')
  expect(certificateWords({ ...facts, award: { zh: '“先进工作者”称号', en: '“先进工作者”称号' } })).toMatchObject({ en: '' })
})
test('the hash is of every fact and of nothing else', () => {
  const own = certificateHash(facts)
  expect(certificateHash({ ...facts, extra: 1 } as never)).toBe(own)
  const others = [{ number: '2026-002' }, { name: '甲' }, { unit: '乙' }, { award: { zh: '丙', en: '' } }, { campaign: { zh: '丁', en: '' } }, { year: 2027 }, { issuers: [] }, { givenOn: '2026-11-23' }].map((o) => certificateHash({ ...facts, ...o }))
  expect(new Set([own, ...others]).size).toBe(9)
})
test('a masked name tells neither the rest nor how long it is', () => {
  expect(['沈若川', '𬭎衡', '阿卜杜拉·买买提', ''].map(maskedName)).toEqual(['沈＊＊', '𬭎＊＊', '阿＊＊', '＊＊'])
})
