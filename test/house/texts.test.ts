/** Every text exists in both languages, asks for the same values, and no Chinese is left in the English ones. */
import { describe, expect, test } from 'vitest'
import { fetchTexts, fill, lookUp, zh } from '../../src/web/text/catalogue'
import { en } from '../../src/web/text/en'

/** Names that stay Chinese in English texts: the switch to the other language, and titles of honours in quotes. */
const namesThatStay = ['中文', '“最美科技工作者”', '“云川最美科技工作者”']

const flat = (areas: Readonly<Record<string, Readonly<Record<string, string>>>>): Map<string, string> =>
  new Map(Object.entries(areas).flatMap(([area, texts]) => Object.entries(texts).map(([key, text]) => [`${area}.${key}`, text] as const)))

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()
const hanIn = (text: string) => namesThatStay.reduce((rest, name) => rest.replaceAll(name, ''), text).match(/\p{Script=Han}/gu) ?? []

const chinese = flat(zh)
const english = flat(en)

describe('texts', () => {
  test('the same keys stand in Chinese and in English', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })
  test('both languages ask for the same values', () => {
    const differing = [...chinese].filter(([key, text]) => places(text).join() !== places(english.get(key) ?? '').join()).map(([key]) => key)
    expect(differing).toEqual([])
  })
  test('no Han character is left in an English text but in names', () => {
    expect([...english].filter(([, text]) => hanIn(text).length > 0)).toEqual([])
    expect(hanIn('Sign in 登录')).toEqual(['登', '录'])
  })
  test('no text is empty', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
  })
  test('a place without a value stays visible, and English is there once it was fetched', async () => {
    expect(fill('还差 {n} 张，{what}', { n: 1 })).toBe('还差 1 张，{what}')
    await fetchTexts('en')
    expect(lookUp('en', 'common.nextStep')).toBe('Next step')
  })
})
