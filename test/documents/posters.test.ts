/** Posters with the product's own faces: rare characters, columns, and the sheet a printer gets. */
import sharp from 'sharp'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeLetters, overlaps } from '#core/publicity/poster/judge'
import { layPoster } from '#core/publicity/poster/layout'
import { posterDesigns, type Poster } from '#core/publicity/poster/poster'
import { posterSizes, sizeOf } from '#core/publicity/poster/sizes'
import { metrics, pathOf } from '#documents/poster/typefaces'
import { closeInspectors } from '#server/inspection/inspect-file'
import { makePoster } from '#server/posters/make-poster'
import { codeIn } from '../server/codes-in'
import { pagesOf } from '../server/drawn-pages'

let folder: string
const at = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xuanshu-posters-test-'))
  await sharp({ create: { width: 1600, height: 2000, channels: 3, background: '#405060' } }).jpeg().toFile(at('calm.jpg'))
  await sharp({ create: { width: 1600, height: 2000, channels: 3, background: '#f4f4f0' } }).jpeg().toFile(at('pale.jpg'))
  await writeFile(at('broken.jpg'), 'no picture')
})
afterAll(async () => { closeInspectors(); await rm(folder, { recursive: true, force: true }) })

const poster: Poster = { design: 'a', name: '𬭎衡', unit: ['云岫县人民医院', '儿科主任医师'], words: ['别人说这里什么', '也长不出来。', '我说，再等一年。', '等了11年，杏花开了。'], honour: '云川省“百名扎根基层一线科学普及与技术推广领军人物”暨乡村振兴科技服务最美工作者', year: 2026, hosts: ['省委宣传部', '省精神文明办', '省科协', '省科技厅', '云川科学院', '省国防科工办'], address: 'https://honours.example.org/p/yc-2026/honourees/2026-0007', sample: true }

test('a rare character of a name is drawn as it is; one that no face has is said', () => {
  expect(judgeLetters(poster, metrics)).toEqual([])
  expect(pathOf([{ c: '𬭎', x: 0, y: 0 }], 'serifBold', 100).length).toBeGreaterThan(100)
  expect(judgeLetters({ ...poster, name: '\u{e000}衡' }, metrics).map((f) => f.code)).toEqual(['poster.noLetter'])
})

test('a comma in a column stands where columns have it: at the upper right', () => {
  const across = pathOf([{ c: '，', x: 0, y: 0 }], 'serif', 100)
  const down = pathOf([{ c: '，', x: 0, y: 0, upright: true }], 'serif', 100)
  const first = (d: string) => /^M([\d.-]+) ([\d.-]+)/u.exec(d)!.slice(1).map(Number) as [number, number]
  expect([first(across)[0] < 50, first(down)[0] > 50, first(down)[1] < first(across)[1] - 30]).toEqual([true, true, true])
})

test('with the real widths every design holds names of two to twelve characters at every size, nothing on anything else', () => {
  for (const design of posterDesigns) for (const size of posterSizes) for (const name of ['𬭎衡', '沈若川', '欧阳若川', '古丽娜尔·艾山江', '阿卜杜热西提·木拉提江', '阿卜杜热西提·艾力木拉提']) {
    const d = layPoster({ ...poster, design, name }, size, metrics)
    const what = `${design} ${size.id} ${name}`
    expect([what, d.tooMuch, overlaps(d)]).toEqual([what, [], []])
  }
})

test('for print: one page of trim, bleed and marks; the code is read back from the drawn page', async () => {
  for (const design of posterDesigns) {
    const made = await makePoster({ ...poster, design, words: ['等了十一年，', '杏花开了。'] }, sizeOf('a3'), at('calm.jpg'), '示例')
    const pages = await pagesOf(made.bytes!, 144)
    const { width, height } = await sharp(pages[0]).metadata()
    const mm = (pixels: number) => Math.round((pixels / 144) * 25.4)
    expect([design, pages.length, mm(width), mm(height)]).toEqual([design, 1, 297 + 26, 420 + 26])
    expect(await codeIn(pages[0]!)).toBe(poster.address)
  }
})

test('a pale picture is refused for white letters, whatever the size; a file that is no picture is said', async () => {
  const b = { ...poster, design: 'b' as const, words: ['等了十一年，'] }
  for (const size of ['screen-tall', 'screen-wide', 'a3'] as const) expect([size, (await makePoster(b, sizeOf(size), at('pale.jpg'), '')).findings.map((f) => f.code), (await makePoster(b, sizeOf(size), at('calm.jpg'), '')).findings]).toEqual([size, ['poster.paleGround'], []])
  expect((await makePoster(poster, sizeOf('screen-tall'), at('broken.jpg'), '')).findings.map((f) => f.code)).toEqual(['poster.noPicture'])
})
