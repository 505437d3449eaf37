import { describe, expect, test } from 'vitest'
import { emptyStory } from '../story/document'
import { lightestHundredth, whiteOn } from './contrast'
import { brokenEvenly, fitName, hostRows, uprightText } from './fit'
import type { Metrics } from './drawing'
import { judgeCleared, judgeContrast, judgeLaid, judgeLetters, judgeWords, overlaps } from './judge'
import { layPoster } from './layout'
import { posterDesigns, type Poster } from './poster'
import { linesOf, mayRelease, pictureFor, proposals } from './propose'
import { setLine } from './set-line'
import { gridOf, posterSizes, sizeOf } from './sizes'

/** As Noto has them: signs a square, Latin about half of one. */
const m: Metrics = { advance: (c) => (/[\u0020-\u024f]/u.test(c) && c !== '·' ? 0.56 : 1), has: (c) => c !== '𬭎' }
const poster: Poster = { design: 'a', name: '林溪', unit: ['云岫县人民医院', '儿科主任医师'], words: ['机器能替我走山路，', '但不能替我蹲下来。'], honour: '云川最美科技工作者', year: 2026, hosts: ['省委宣传部', '省精神文明办', '省科协', '省科技厅', '云川科学院', '省国防科工办'], address: 'https://honours.example.org/p/yc-2026/honourees/2026-0007', sample: true }
const long: Poster = { ...poster, name: '古丽娜尔·艾山江', honour: '云川省“百名扎根基层一线科学普及与技术推广领军人物”暨乡村振兴科技服务最美工作者', words: ['别人说这里什么', '也长不出来。', '我说，再等一年。', '等了11年，杏花开了。'] }
const codes = (found: readonly { code: string; strength: string }[]) => found.map((f) => `${f.strength} ${f.code}`)

describe('names', () => {
  test('the size follows the number of characters; · counts', () => {
    expect([2, 3, 4, 5, 6, 8].map((n) => fitName('林'.repeat(n), 'a', true).size)).toEqual([172, 172, 140, 140, 108, 108])
    expect(fitName('古丽娜尔·艾山江', 'b', false)).toMatchObject({ lines: ['古丽娜尔·艾山江'], size: 82 })
    expect(fitName('古丽娜尔·艾山江', 'c', true)).toMatchObject({ lines: ['古丽娜尔·', '艾山江'], size: 76 })
  })
  test('a name breaks only after ·, nearest the middle; without one it is not broken', () => {
    expect(fitName('阿卜杜热西提·艾力·木拉提', 'a', true).lines).toEqual(['阿卜杜热西提·', '艾力·木拉提'])
    expect(fitName('欧阳端木上官慕容司马令狐', 'a', true).lines).toEqual(['欧阳端木上官慕容司马令狐'])
  })
})

describe('lines', () => {
  test('a closing mark takes half its square at the end of a line, and a little air within it', () => {
    const style = { face: 'serif', size: 100 } as const
    expect(setLine('再等一年。', style, m).width).toBe(450)
    expect(setLine('我说，再等', style, m).width).toBeCloseTo(466)
    expect(setLine('“好”', style, m).glyphs[0]!.x).toBeCloseTo(-50)
  })
  test('hosts stand 3 + 3, and none alone under others', () => {
    const rows = (n: number) => hostRows(Array.from({ length: n }, (_, i) => `主办${i}`)).map((r) => r.length)
    expect([1, 2, 3, 4, 5, 6, 7, 8, 10].map(rows)).toEqual([[1], [2], [3], [2, 2], [3, 2], [3, 3], [3, 2, 2], [3, 3, 2], [3, 3, 2, 2]])
  })
  test('a title of forty characters breaks in two, not within quotation marks, not before 的, and no number is torn', () => {
    expect(brokenEvenly(long.honour, 2)).toEqual(['云川省“百名扎根基层一线科学普及与技术推广领军人物”', '暨乡村振兴科技服务最美工作者'])
    for (const half of brokenEvenly('2026年度扎根基层一线的科学普及与技术推广人物', 2)) expect(half).not.toMatch(/^[的，。年]/u)
  })
  test('in columns figures are written out', () => {
    expect(uprightText('2026年种了11年，活了3050棵，98.5%')).toBe('二〇二六年种了十一年，活了三千零五十棵，百分之九十八点五')
    expect([uprightText('10'), uprightText('20'), uprightText('105'), uprightText('12345'), uprightText('他说“好”')]).toEqual(['十', '二十', '一百零五', '一二三四五', '他说『好』'])
  })
})

describe('what is refused and what is asked', () => {
  test('five lines, a line that begins with a mark, one too long for its design, nothing at all', () => {
    expect(codes(judgeWords({ design: 'a', words: ['一', '二', '三', '四', '五'] }))).toContain('block poster.tooManyLines')
    expect(codes(judgeWords({ design: 'a', words: ['机器能替我走山路', '，但不能'] }))).toEqual(['block poster.beginsWithMark'])
    expect(codes(judgeWords({ design: 'b', words: ['一二三四五六七八九十一二三四'] }))).toEqual(['block poster.lineLong'])
    expect(codes(judgeWords({ design: 'a', words: ['一二三四五六七八九十一二三四'] }))).toEqual([])
    expect(codes(judgeWords({ design: 'c', words: ['等一年。再等一年。'] }))).toEqual(['warn poster.oneClause'])
    expect(codes(judgeWords({ design: 'c', words: [] }))).toEqual(['block poster.noWords'])
  })
  test('a character that no font has, by name', () => {
    expect(judgeLetters({ ...poster, name: '陈𬭎' }, m)[0]!.what.zh).toContain('𬭎')
    expect(judgeLetters(poster, m)).toEqual([])
  })
  test('a portrait of 300 px is warned on a 4K screen, and is none on a phone', () => {
    const small = { width: 300, height: 400, name: '照片.jpg' }
    expect(codes(judgeLaid(poster, sizeOf('screen-4k'), small, m))).toEqual(['warn poster.coarse'])
    expect(codes(judgeLaid(poster, sizeOf('screen-4k'), { width: 2400, height: 3000, name: '' }, m))).toEqual([])
  })
  test('words on a picture need 4.5; the lightest hundredth counts, not the mean', () => {
    const pixels = (light: number) => Uint8Array.from({ length: 3000 }, (_, i) => (i < light * 3 ? 200 : 20))
    expect(whiteOn(lightestHundredth(pixels(5)))).toBeGreaterThan(15)
    expect(whiteOn(lightestHundredth(pixels(30)))).toBeLessThan(2)
    expect([codes(judgeContrast(sizeOf('a3'), 4.49)), codes(judgeContrast(sizeOf('a3'), 4.5)), codes(judgeContrast(sizeOf('a3'), null))]).toEqual([['block poster.paleGround'], [], ['block poster.noPicture']])
  })
  test('words that nobody cleared', () => {
    const story = { ...emptyStory, title: ['把夜班上成', '白天的样子'], blocks: [{ kind: 'quote' as const, text: '病人等不起，我也等不起。', occasion: '' }] }
    expect(judgeCleared(['病人等不起，', '我也等不起！'], story)).toEqual([])
    expect(judgeCleared(['病人等得起，', '我也等不起。'], story).map((f) => f.code)).toEqual(['poster.notInStory'])
    expect(proposals(story)).toEqual([['病人等不起，', '我也等不起。'], ['把夜班上成', '白天的样子']])
  })
  test('released only published, agreed and honoured', () => {
    const all = { published: true, consent: true, honoured: true }
    expect(mayRelease(all)).toEqual([])
    for (const [change, code] of [[{ published: false }, 'notPublished'], [{ consent: false }, 'noConsent'], [{ consent: null }, 'noConsent'], [{ honoured: false }, 'notHonoured']] as const) expect(codes(mayRelease({ ...all, ...change }))).toEqual([`block poster.${code}`])
  })
})

test('every design holds short and long names, forty characters of title, one to four lines, at every size: inside the safe edge, nothing on anything else', () => {
  for (const design of posterDesigns) for (const size of posterSizes) for (const base of [poster, long]) for (const n of [1, 2, 3, 4]) {
    const words = Array.from({ length: n }, (_, i) => base.words[i % base.words.length]!)
    const p = { ...base, design, words }
    const d = layPoster(p, size, m)
    const what = `${design} ${size.id} ${base.name} ${n}`
    expect([what, d.tooMuch, overlaps(d)]).toEqual([what, [], []])
    const grid = gridOf(size)
    for (const i of d.items) {
      if ((i.kind !== 'text' && i.kind !== 'code') || (i.kind === 'text' && i.role === 'sample')) continue
      const box = i.kind === 'text' ? i.box : i
      expect(box.x, what).toBeGreaterThanOrEqual(70)
      expect(box.x + box.w, what).toBeLessThanOrEqual(grid.w - 70)
      expect(box.y, what).toBeGreaterThanOrEqual(28)
      expect(box.y + box.h, what).toBeLessThanOrEqual(grid.h - 20)
    }
  }
})

test('a quotation in many clauses is joined to four lines; a wide picture suits the upright design', () => {
  expect(linesOf('一，二，三三三，四四四，五五五五，六六六。')).toHaveLength(4)
  const pictures = [{ id: 'face', width: 800, height: 1000 }, { id: 'work', width: 2000, height: 1500 }]
  expect([pictureFor('a', 'face', pictures)?.id, pictureFor('b', 'face', pictures)?.id, pictureFor('b', 'face', pictures.slice(0, 1))?.id]).toEqual(['face', 'work', 'face'])
})
