import { expect, test } from 'vitest'
import { judgeCues, readCues, transcriptOf, writeVtt } from './captions'

const srt = '1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>夜班从五点开始。</i>\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000\r\n病人 < 医生\r\n第二行\r\n'
test('SubRip becomes WebVTT, without markup', () => {
  const cues = readCues(srt)
  expect(cues).toEqual([{ from: 1, to: 3.5, lines: ['夜班从五点开始。'] }, { from: 4, to: 6, lines: ['病人 < 医生', '第二行'] }])
  expect(writeVtt(cues)).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n夜班从五点开始。\n\n00:00:04.000 --> 00:00:06.000\n病人 &lt; 医生\n第二行\n')
  expect(transcriptOf(cues)).toBe('夜班从五点开始。\n病人 < 医生第二行')
})
test('what WebVTT wrote is read again, styles and notes left out', () => {
  const cues = readCues('WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE 校对\n\n01:02.000 --> 01:04.000 align:start\n一句话\n')
  expect(cues).toEqual([{ from: 62, to: 64, lines: ['一句话'] }])
  expect(readCues(writeVtt(cues))).toEqual(cues)
})
test.each([['nothing', '不是字幕', 'captions.none'], ['an end before its beginning', '00:05.000 --> 00:04.000\n甲', 'captions.backwards'], ['another film', '59:05.000 --> 59:14.000\n甲', 'captions.beyond'], ['a long line', `00:01.000 --> 00:04.000\n${'字'.repeat(19)}`, 'captions.long']])('%s is said', (_, text, code) => {
  expect(judgeCues(readCues(text), 90).map((f) => f.code)).toEqual([code])
})
