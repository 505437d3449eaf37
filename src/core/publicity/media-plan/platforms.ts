/** Rules of short-video platforms, as data. All values are examples (示例): platforms change theirs without notice, and an office that knows better writes its own. */
import { finding, type Finding, type Words } from '../../kernel/finding'

export const ratioNames = ['9:16', '16:9', '3:4', '4:3', '1:1'] as const
export type Ratio = (typeof ratioNames)[number]
export interface PlatformRule {
  readonly id: string
  readonly name: Words
  /** By these a channel is taken for it. */
  readonly aliases: readonly string[]
  readonly seconds: number
  /** 1 MB: 1,000,000 bytes. */
  readonly megabytes: number
  /** Width to height; others get black bars or are cut. */
  readonly ratios: readonly Ratio[]
  /** Pixels of the shorter side. */
  readonly leastSide: number
  readonly containers: readonly string[]
  readonly codecs: readonly string[]
  readonly source: Words
  readonly asOf: string
}
const example: Words = { zh: '示例值，投放前请对照平台当时的投稿说明', en: 'example values: compare with what the platform says on the day' }
const usual = { ratios: ['9:16', '16:9'], leastSide: 720, containers: ['mp4', 'mov'], codecs: ['avc', 'hevc'], source: example, asOf: '2026-11-22' } as const
export const platformRules: readonly PlatformRule[] = [
  { ...usual, id: 'douyin', name: { zh: '抖音', en: 'Douyin' }, aliases: ['抖音', 'douyin'], seconds: 900, megabytes: 4000 },
  { ...usual, id: 'kuaishou', name: { zh: '快手', en: 'Kuaishou' }, aliases: ['快手', 'kuaishou'], seconds: 600, megabytes: 4000 },
  { ...usual, id: 'channels', name: { zh: '视频号', en: 'Channels (Weixin)' }, aliases: ['视频号'], seconds: 1800, megabytes: 2000, containers: ['mp4'], codecs: ['avc'] },
  { ...usual, id: 'xuexi', name: { zh: '学习强国', en: 'Xuexi Qiangguo' }, aliases: ['学习强国'], seconds: 300, megabytes: 500, ratios: ['16:9', '9:16'], leastSide: 1080, containers: ['mp4'], codecs: ['avc'] },
  { ...usual, id: 'provincial', name: { zh: '省级新闻客户端', en: 'Provincial news app' }, aliases: ['北国', '北斗融媒', '新闻客户端'], seconds: 180, megabytes: 200, ratios: ['16:9', '9:16'], leastSide: 1080, containers: ['mp4'], codecs: ['avc'] },
]
/** What a channel's name says; null: no platform that is known. */
export const platformOf = (channelName: string, rules: readonly PlatformRule[] = platformRules): PlatformRule | null => rules.find((r) => r.aliases.some((a) => channelName.toLowerCase().includes(a))) ?? null

/** As the inspector read it. `container` null: not known, and nothing is concluded from that. */
export interface FilmFacts { readonly seconds: number; readonly width: number; readonly height: number; readonly bytes: number; readonly container: string | null; readonly codec: string | null }

/** Of a film of a story. What plays everywhere is MP4; of others the container is not kept. */
export const filmFacts = (m: { readonly seconds: number | null; readonly width: number; readonly height: number; readonly bytes: number; readonly plays: boolean; readonly coding: string }): FilmFacts => ({ seconds: m.seconds ?? 0, width: m.width, height: m.height, bytes: m.bytes, container: m.plays ? 'mp4' : null, codec: m.coding.split(',')[0]?.trim() || null })

const shape = (r: Ratio): number => { const [w, h] = r.split(':').map(Number); return w! / h! }
/** Two pixels in a hundred: what encoders round. */
const ALIKE = 0.02
const clock = (s: number): string => (s < 60 ? `${Math.round(s)} 秒` : `${Math.floor(s / 60)} 分 ${Math.round(s % 60)} 秒`)
const clockEn = (s: number): string => (s < 60 ? `${Math.round(s)} s` : `${Math.floor(s / 60)} min ${Math.round(s % 60)} s`)

/** What of a film the platform would refuse or spoil. It never stops anybody: the values are examples. */
export const judgeFilmFor = (f: FilmFacts, r: PlatformRule): Finding[] => {
  const say = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `platform.${code}`, rule: null, strength: 'warn', at: { field: r.id }, what, mend })
  const ratio = f.width / f.height
  const short = Math.min(f.width, f.height)
  return [
    ...(f.seconds > r.seconds ? [say('tooLong', [`长 ${clock(f.seconds)}，${r.name.zh}最长 ${clock(r.seconds)}`, `${clockEn(f.seconds)} long; ${r.name.en} takes ${clockEn(r.seconds)}`], ['剪短，或分成几集。', 'Cut it, or make parts of it.'])] : []),
    ...(f.bytes > r.megabytes * 1e6 ? [say('tooLarge', [`${Math.ceil(f.bytes / 1e6)} MB，${r.name.zh}最大 ${r.megabytes} MB`, `${Math.ceil(f.bytes / 1e6)} MB; ${r.name.en} takes ${r.megabytes} MB`], ['压缩后再传。', 'Compress it.'])] : []),
    ...(r.ratios.some((x) => Math.abs(ratio / shape(x) - 1) <= ALIKE) ? [] : [say('ratio', [`画面 ${f.width}×${f.height}，${r.name.zh}用 ${r.ratios.join('、')}`, `${f.width}×${f.height}; ${r.name.en} uses ${r.ratios.join(', ')}`], ['裁成其中一种，免得加黑边。', 'Crop it to one of them, or it gets black bars.'])]),
    ...(short < r.leastSide ? [say('small', [`短边 ${short} 像素，${r.name.zh}要 ${r.leastSide} 以上`, `${short} px on its shorter side; ${r.name.en} wants ${r.leastSide}`], ['用原片重新导出。', 'Export it again from the original.'])] : []),
    ...(f.container !== null && !r.containers.includes(f.container) ? [say('container', [`${f.container.toUpperCase()} 文件，${r.name.zh}收 ${r.containers.join('、').toUpperCase()}`, `${f.container.toUpperCase()}; ${r.name.en} takes ${r.containers.join(', ').toUpperCase()}`], ['另存为 MP4。', 'Save it as MP4.'])] : []),
    ...(f.codec !== null && f.codec !== '' && !r.codecs.includes(f.codec) ? [say('codec', [`编码是 ${f.codec}，${r.name.zh}收 ${r.codecs.map(coding).join('、')}`, `Coded as ${f.codec}; ${r.name.en} takes ${r.codecs.map(coding).join(', ')}`], ['导出为 H.264。', 'Export it as H.264.'])] : []),
  ]
}
const coding = (c: string): string => ({ avc: 'H.264', hevc: 'H.265' })[c] ?? c
