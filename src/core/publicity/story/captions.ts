/** 字幕: SubRip or WebVTT in, WebVTT out (W3C WebVTT, 4.1); styles, places and markup are left out. */
import { finding, type Finding } from '../../kernel/finding'

export interface Cue { readonly from: number; readonly to: number; readonly lines: readonly string[] }
const MOST = 5000
/** Characters in a line that is read in one glance. */
const LINE = 18

const time = /(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})/u
const seconds = (m: RegExpExecArray): number => Number(m[1] ?? 0) * 3600 + Number(m[2]) * 60 + Number(m[3]) + Number(m[4]) / 1000
const range = /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3})/u
const bare = (line: string): string => line.replace(/<[^>]*>/gu, '').replace(/\{\\[^}]*\}/gu, '').trim()

export const readCues = (text: string): Cue[] => {
  const cues: Cue[] = []
  for (const part of text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n').split(/\n{2,}/u)) {
    const lines = part.split('\n')
    const at = lines.findIndex((l) => range.test(l))
    if (at < 0) continue
    const [, from, to] = range.exec(lines[at]!)!
    const said = lines.slice(at + 1).map(bare).filter((l) => l !== '')
    if (said.length > 0 && cues.length < MOST) cues.push({ from: seconds(time.exec(from!)!), to: seconds(time.exec(to!)!), lines: said })
  }
  return cues
}

const stamp = (s: number): string => {
  const ms = Math.round(s * 1000), pad = (n: number, w = 2) => String(n).padStart(w, '0')
  return `${pad(Math.floor(ms / 3_600_000))}:${pad(Math.floor(ms / 60_000) % 60)}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
}
const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
export const writeVtt = (cues: readonly Cue[]): string => `WEBVTT\n\n${cues.map((c) => `${stamp(c.from)} --> ${stamp(c.to)}\n${c.lines.map(escaped).join('\n')}\n`).join('\n')}`
/** 文字稿: what is said, for those who read instead. */
export const transcriptOf = (cues: readonly Cue[]): string => cues.map((c) => c.lines.join('')).join('\n')

const say = (code: string, strength: Finding['strength'], what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `captions.${code}`, rule: null, strength, at: { field: 'captions' }, what, mend })
/** @param length of the film, in seconds */
export const judgeCues = (cues: readonly Cue[], length: number): Finding[] => {
  if (cues.length === 0) return [say('none', 'block', ['这个文件里没有读到字幕', 'No caption could be read from this file'], ['要 .srt 或 .vtt 文件：每条有起止时间和文字。用剪辑软件导出的一般就是。', 'It takes a .srt or .vtt file, each caption with its times, as editing programs export it.'])]
  const backwards = cues.find((c) => c.to <= c.from), after = cues.find((c) => c.from > length + 1)
  const long = cues.filter((c) => c.lines.some((l) => [...l].length > LINE)).length
  return [
    ...(backwards ? [say('backwards', 'block', [`“${backwards.lines[0]}”的结束时间不晚于开始时间`, `“${backwards.lines[0]}” ends before it begins`], ['请改好这一条再上传。', 'Mend this one and send the file again.'])] : []),
    ...(after ? [say('beyond', 'block', [`“${after.lines[0]}”在片子结束以后才出现`, `“${after.lines[0]}” comes after the film has ended`], ['多半不是这部片子的字幕，请核对。', 'It is likely the file of another film.'])] : []),
    ...(long > 0 ? [say('long', 'note', [`有 ${long} 条的一行超过 ${LINE} 字`, `${long} have a line of more than ${LINE} characters`], ['手机上会挤成两行，可以断开。', 'On a phone it breaks in two: divide it.'])] : []),
  ]
}
