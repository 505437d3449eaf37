/** 由服务器转换: what may be sent for it, what must come out of it, and how it is said when nothing does. */
import { finding, type Finding, type Place } from '../kernel/finding'
import type { MaterialRule } from '../rules/material-terms'
import type { Facts, VideoFacts } from './facts'
import { judgeFile, judgeSize } from './judge'
import type { ConvertedFilm } from './made-fit'

/** A guard of the machine: three minutes of 4K have one gigabyte, an hour of 1080p has four. */
export const MOST_SOURCE_BYTES = 4_000_000_000
/** Days for which a made film waits to be taken, and the original of one that could not be made lies ready for another try. */
export const FILM_KEPT_DAYS = 14
/** Of one nomination at once: more would only wait for each other. */
export const MOST_FILMS = 8

/** Before a byte of it is sent: what the material itself allows is not asked of a film that will be another. */
export const judgeSource = (rule: MaterialRule, file: { readonly name: string; readonly bytes: number }): Finding[] =>
  judgeSize({ ...rule, file: { ...rule.file, maxBytes: Math.max(rule.file.maxBytes, MOST_SOURCE_BYTES) } }, file)

/** heavy: time, memory or room ran over; broken: it cannot be decoded; unlike: what came out is not the film that went in; unfit: the rules refuse what came out; full: no room on the disk; absent: the program is gone; gone: the original is. */
export const filmFailures = ['heavy', 'broken', 'unlike', 'unfit', 'full', 'absent', 'gone', 'unexpected'] as const
export type FilmFailure = (typeof filmFailures)[number]

/** Trying once more could end otherwise. */
export const mayTryAgain = (why: FilmFailure): boolean => why === 'full' || why === 'absent' || why === 'unexpected' || why === 'heavy'

const ownTools = ['原片还在您手里：请在手机或剪辑软件里导出 H.264 的 MP4 再传。', 'You still have the original: export it as MP4 (H.264) on the telephone or in a cutting program, and upload that.'] as const
const says: Readonly<Record<FilmFailure, { readonly what: readonly [string, string]; readonly mend: readonly [string, string] }>> = {
  heavy: { what: ['转换这个视频用的时间或内存超过限度，已经停下', 'Converting it took more time or memory than is allowed, and was stopped'], mend: ownTools },
  broken: { what: ['这个视频解不开，可能已损坏', 'The film cannot be decoded; it may be damaged'], mend: ['请重新从相机或手机里取原文件再传。', 'Take the original file from the camera or telephone again.'] },
  unlike: { what: ['转出来的和原片对不上（长短、画面或声音），没有采用', 'What came out does not match the original (length, picture or sound); it was not used'], mend: ownTools },
  unfit: { what: ['转出来的仍不合规定，没有采用', 'What came out still breaks the rules; it was not used'], mend: ownTools },
  full: { what: ['服务器存储空间不足，没有转换，原片还在', 'The server’s storage is full: it was not converted, and the original is kept'], mend: ['请告诉活动办公室，腾出空间后点“再转一次”。', 'Tell the office; once there is room, press “Convert again”.'] },
  absent: { what: ['服务器上现在没有转换程序，原片还在', 'The server has no program for it at the moment; the original is kept'], mend: ['请告诉活动办公室；装好后点“再转一次”。也可以自己导出 H.264 的 MP4 再传。', 'Tell the office, and press “Convert again” when it is installed; or export it as MP4 (H.264) yourself.'] },
  gone: { what: ['等转换的原片找不到了', 'The original that waited for it is gone'], mend: ['请再传一次。', 'Send it once more.'] },
  unexpected: { what: ['服务器没有转完，原片还在', 'The server could not finish; the original is kept'], mend: ['请点“再转一次”；仍不成的，告诉活动办公室。', 'Press “Convert again”; if it fails again, tell the office.'] },
}
export const sayFailure = (why: FilmFailure, at: Place = {}): Finding => finding({ code: `film.${why}`, strength: 'block', rule: null, at, ...says[why] })

/** A film's last picture may be shown a little longer or shorter. */
const LENGTH_SHARE = 0.02
const LENGTH_SECONDS = 1

/** Whether the same film came out, as it was to be: size, coding, length, sound. */
export const isSameFilm = (source: VideoFacts, made: Facts, to: Pick<ConvertedFilm, 'width' | 'height'>): boolean =>
  made.kind === 'video' && made.complete && made.container === 'mp4' && made.codec === 'avc' && made.width === to.width && made.height === to.height &&
  made.hasSound === source.hasSound && Math.abs(made.seconds - source.seconds) <= Math.max(LENGTH_SECONDS, source.seconds * LENGTH_SHARE)

/** What stands against a film that came out: null when it may wait to be taken. */
export const judgeMade = (rule: MaterialRule, source: VideoFacts, made: Facts, to: Pick<ConvertedFilm, 'width' | 'height'>): { readonly why: FilmFailure; readonly findings: readonly Finding[] } | null => {
  if (!isSameFilm(source, made, to)) return { why: 'unlike', findings: [] }
  const findings = judgeFile(rule, made).filter((f) => f.strength === 'block')
  return findings.length > 0 ? { why: 'unfit', findings } : null
}

const at = (rule: MaterialRule, name: string): Place => ({ material: rule.id, file: name })
/** Why a film is not taken on for conversion. */
export const refusedFilm = {
  noProgram: (rule: MaterialRule, name: string): Finding => finding({ code: 'film.noProgram', strength: 'block', rule: null, at: at(rule, name), what: ['服务器上没有装转换视频的程序', 'The server has no program that converts films'], mend: ['请在手机或剪辑软件里导出规定的视频再传。', 'Export the film as it is asked for on the telephone or in a cutting program.'] }),
  notFilm: (rule: MaterialRule, name: string): Finding => finding({ code: 'film.notFilm', strength: 'block', rule: null, at: at(rule, name), what: [`“${rule.name.zh}”不收转换的视频`, `“${rule.name.en}” takes no converted film`], mend: ['请按规定的格式上传。', 'Upload it in the form that is asked for.'] }),
  twice: (rule: MaterialRule, name: string): Finding => finding({ code: 'film.twice', strength: 'block', rule: null, at: at(rule, name), what: [`“${name}”已经在转换`, `“${name}” is being converted already`], mend: ['不用再传，等它转好。', 'There is no need to send it again: wait until it is done.'] }),
  many: (rule: MaterialRule, name: string): Finding => finding({ code: 'film.many', strength: 'block', rule: null, at: at(rule, name), what: [`这件推荐已有 ${MOST_FILMS} 个视频在转换或等采用`, `${MOST_FILMS} films of this nomination are being converted or wait to be taken`], mend: ['请先采用或删去转好的。', 'Take or drop those that are done first.'] }),
}
