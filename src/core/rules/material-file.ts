/** What one file of a material must be, by its type; each type says, compares and checks itself through the table below. */
import { z } from 'zod'
import type { Words } from '../kernel/finding'
import { sayBytes, saySeconds } from './amounts'
import { words } from './rule-base'
import type { Fault } from './rule-kind'
import { loosening, noFewer, noLess, noMore, noWider, same, sameThing, sameWords, type Loosening } from './tightness'

const bytes = z.int().min(1)
const size = z.strictObject({ width: z.int().min(1), height: z.int().min(1) })

/** 证件照: one frontal portrait on a ground of a colour. */
export const portraitFile = z.strictObject({
  type: z.literal('portrait'),
  formats: z.array(z.enum(['jpeg', 'png'])).min(1),
  background: z.enum(['red', 'white', 'blue', 'any']),
  /** Printed size in millimetres; 小2寸 is 35 × 45 here (sources disagree, so it is a parameter). */
  millimetres: size,
  /** How far width/height may be from the printed ratio, in per cent of it. */
  ratioTolerancePercent: z.int().min(0).max(50).default(3),
  minWidth: z.int().min(1).optional(),
  maxBytes: bytes,
  /** Points only a person can check (bareheaded), shown beside the upload. */
  manual: z.array(words).min(1).optional(),
})
/** 生活或工作照片 */
export const photoFile = z.strictObject({
  type: z.literal('photo'),
  formats: z.array(z.enum(['jpeg', 'png'])).min(1),
  minBytes: bytes.optional(),
  minShortSide: z.int().min(1).optional(),
  maxBytes: bytes,
})
/** 视频 */
export const videoFile = z.strictObject({
  type: z.literal('video'),
  containers: z.array(z.enum(['mp4', 'mov'])).min(1),
  maxSeconds: z.int().min(1).optional(),
  /** Display sizes (after rotation) that are accepted; absent: any. */
  displaySizes: z.array(size).min(1).optional(),
  maxBytes: bytes,
  /** Points only a person can check (neat dress, no backlight), shown beside the upload. */
  manual: z.array(words).default([]),
})
/** 字数和写法: the length is judged where the file lets itself be counted; person and title are seen by people. */
const textTerms = z.strictObject({
  min: z.int().min(1).optional(),
  max: z.int().min(1).optional(),
  /** 约2000字: a fifth more or less is about. */
  about: z.int().min(1).optional(),
  person: z.enum(['first', 'third']).optional(),
  /** What stands above it. */
  title: words.optional(),
})
export type TextTerms = z.infer<typeof textTerms>

/** 文字材料: Word, Excel or PDF; a stamped one is a scan with a seal. */
export const documentFile = z.strictObject({
  type: z.literal('document'),
  formats: z.array(z.enum(['pdf', 'docx', 'doc', 'xlsx', 'xls'])).min(1),
  stamped: z.boolean(),
  maxPages: z.int().min(1).optional(),
  text: textTerms.optional(),
  maxBytes: bytes,
})

export type PortraitFile = z.infer<typeof portraitFile>
export type PhotoFile = z.infer<typeof photoFile>
export type VideoFile = z.infer<typeof videoFile>
export type DocumentFile = z.infer<typeof documentFile>
export type MaterialFile = PortraitFile | PhotoFile | VideoFile | DocumentFile

type Label = (zh: string, en: string) => Words
interface KindOfFile<F> {
  readonly say: (file: F) => readonly Words[]
  readonly tightens: (child: F, parent: F, label: Label) => Loosening[]
  readonly check: (file: F) => Fault[]
}

const upper = (formats: readonly string[]): string => formats.map((f) => (f === 'jpeg' ? 'JPG' : f.toUpperCase())).join('/')
const sizes = (list: readonly { readonly width: number; readonly height: number }[]): string[] => list.map((s) => `${s.width}×${s.height}`)
const alike = (text: string): Words => ({ zh: text, en: text })
const pixels = (n: number): Words => ({ zh: `${n} 像素`, en: `${n} px` })
const noBigger = (label: Label, child: number, parent: number): Loosening[] => noMore('file.maxBytes', label('文件上限', 'largest file'), child, parent, sayBytes)
const cap = (n: number): Words => ({ zh: `不超过 ${sayBytes(n).zh}`, en: `at most ${sayBytes(n).en} each` })
const colours = { red: { zh: '红底', en: 'red ground' }, white: { zh: '白底', en: 'white ground' }, blue: { zh: '蓝底', en: 'blue ground' }, any: { zh: '底色不限', en: 'any ground' } } as const

const portraitType: KindOfFile<PortraitFile> = {
  say: (f) => [alike(upper(f.formats)), colours[f.background], { zh: `${f.millimetres.width}×${f.millimetres.height} 毫米`, en: `${f.millimetres.width} × ${f.millimetres.height} mm` },
    ...(f.minWidth === undefined ? [] : [{ zh: `宽不小于 ${f.minWidth} 像素`, en: `at least ${f.minWidth} px wide` }]), cap(f.maxBytes), ...(f.manual ?? [])],
  tightens: (child, parent, label) => [
    ...noWider('file.formats', label('格式', 'formats'), child.formats, parent.formats),
    ...(parent.background === 'any' || parent.background === child.background ? [] : loosening('file.background', label('底色', 'ground'), child.background, parent.background, (b) => colours[b])),
    ...same('file.millimetres', label('尺寸（毫米）', 'size in mm'), sizes([child.millimetres])[0], sizes([parent.millimetres])[0]),
    ...noMore('file.ratioTolerancePercent', label('宽高比偏差', 'tolerance of the ratio'), child.ratioTolerancePercent, parent.ratioTolerancePercent, (n) => alike(`${n}%`)),
    ...noLess('file.minWidth', label('最小宽度', 'least width'), child.minWidth, parent.minWidth, pixels),
    ...noBigger(label, child.maxBytes, parent.maxBytes),
    ...noFewer('file.manual', label('人工核看要点', 'points checked by a person'), (child.manual ?? []).map((m) => m.zh), (parent.manual ?? []).map((m) => m.zh)),
  ],
  check: () => [],
}

const photoType: KindOfFile<PhotoFile> = {
  say: (f) => [alike(upper(f.formats)), ...(f.minBytes === undefined ? [] : [{ zh: `每张不小于 ${sayBytes(f.minBytes).zh}`, en: `at least ${sayBytes(f.minBytes).en} each` }]),
    ...(f.minShortSide === undefined ? [] : [{ zh: `短边不小于 ${f.minShortSide} 像素`, en: `short side at least ${f.minShortSide} px` }]), cap(f.maxBytes)],
  tightens: (child, parent, label) => [
    ...noWider('file.formats', label('格式', 'formats'), child.formats, parent.formats),
    ...noLess('file.minBytes', label('文件下限', 'smallest file'), child.minBytes, parent.minBytes, sayBytes),
    ...noLess('file.minShortSide', label('最小短边', 'least short side'), child.minShortSide, parent.minShortSide, pixels),
    ...noBigger(label, child.maxBytes, parent.maxBytes),
  ],
  check: (f) => (f.minBytes !== undefined && f.minBytes > f.maxBytes ? [{
    path: ['file', 'minBytes'], expected: { zh: `不大于 maxBytes（${f.maxBytes}）`, en: `no more than maxBytes (${f.maxBytes})` }, got: String(f.minBytes),
    writeInstead: { zh: `minBytes: ${f.maxBytes} 或更小，或调大 maxBytes`, en: `minBytes: ${f.maxBytes} or less, or a larger maxBytes` },
  }] : []),
}

const videoType: KindOfFile<VideoFile> = {
  say: (f) => [alike(upper(f.containers)), ...(f.maxSeconds === undefined ? [] : [{ zh: `单个不超过 ${saySeconds(f.maxSeconds).zh}`, en: `at most ${saySeconds(f.maxSeconds).en} each` }]),
    ...(f.displaySizes === undefined ? [] : [{ zh: `分辨率 ${sizes(f.displaySizes).join(' 或 ')}`, en: `display size ${sizes(f.displaySizes).join(' or ')}` }]), cap(f.maxBytes), ...f.manual],
  tightens: (child, parent, label) => [
    ...noWider('file.containers', label('格式', 'formats'), child.containers, parent.containers),
    ...noMore('file.maxSeconds', label('单个时长', 'length of each'), child.maxSeconds, parent.maxSeconds, saySeconds),
    ...noWider('file.displaySizes', label('分辨率', 'display sizes'), child.displaySizes && sizes(child.displaySizes), parent.displaySizes && sizes(parent.displaySizes)),
    ...noBigger(label, child.maxBytes, parent.maxBytes),
    ...noFewer('file.manual', label('人工核看要点', 'points checked by a person'), child.manual.map((m) => m.zh), parent.manual.map((m) => m.zh)),
  ],
  check: () => [],
}

const documentType: KindOfFile<DocumentFile> = {
  say: (f) => [alike(upper(f.formats)), ...(f.stamped ? [{ zh: '盖章扫描件', en: 'a scan with the seal' }] : []),
    ...(f.maxPages === undefined ? [] : [{ zh: `不超过 ${f.maxPages} 页`, en: `at most ${f.maxPages} pages` }]), ...(f.text === undefined ? [] : sayText(f.text)), cap(f.maxBytes)],
  tightens: (child, parent, label) => [
    ...noWider('file.formats', label('格式', 'formats'), child.formats, parent.formats),
    ...(parent.stamped && !child.stamped ? loosening('file.stamped', label('盖章', 'the seal'), false, true, (v) => (v ? { zh: '须盖章', en: 'stamped' } : { zh: '不须盖章', en: 'not stamped' })) : []),
    ...noMore('file.maxPages', label('页数上限', 'most pages'), child.maxPages, parent.maxPages),
    ...textTightens(child.text ?? {}, parent.text ?? {}, label),
    ...noBigger(label, child.maxBytes, parent.maxBytes),
  ],
  check: ({ text }) => (text?.min !== undefined && text.max !== undefined && text.min > text.max ? [{
    path: ['file', 'text', 'min'], expected: { zh: `不大于 max（${text.max}）`, en: `no more than max (${text.max})` }, got: String(text.min),
    writeInstead: { zh: `min: ${text.max} 或更小`, en: `min: ${text.max} or less` },
  }] : []),
}

const persons = { first: { zh: '第一人称', en: 'in the first person' }, third: { zh: '第三人称', en: 'in the third person' } } as const
const characters = (n: number): Words => ({ zh: `${n} 字`, en: `${n} characters` })
const sayText = (t: TextTerms): Words[] => [
  ...(t.min === undefined ? [] : [{ zh: `不少于 ${t.min} 字`, en: `at least ${t.min} characters` }]), ...(t.max === undefined ? [] : [{ zh: `不超过 ${t.max} 字`, en: `at most ${t.max} characters` }]),
  ...(t.about === undefined ? [] : [{ zh: `${t.about} 字左右`, en: `about ${t.about} characters` }]), ...(t.person === undefined ? [] : [persons[t.person]]), ...(t.title === undefined ? [] : [{ zh: `标题为“${t.title.zh}”`, en: `under the title “${t.title.en}”` }]),
]
const textTightens = (child: TextTerms, parent: TextTerms, label: Label): Loosening[] => [
  ...noMore('file.text.max', label('字数上限', 'most characters'), child.max, parent.max, characters),
  ...noLess('file.text.min', label('字数下限', 'least characters'), child.min, parent.min, characters),
  ...(parent.about === undefined ? [] : sameThing('file.text.about', label('字数', 'the length'), child.about, parent.about, String, characters)),
  ...(parent.person === undefined ? [] : sameThing('file.text.person', label('人称', 'the person it is told in'), child.person, parent.person, String, (p) => persons[p])),
  ...sameWords('file.text.title', label('标题', 'the title'), child.title, parent.title),
]

const fileTypes: { readonly [T in MaterialFile['type']]: KindOfFile<Extract<MaterialFile, { type: T }>> } = { portrait: portraitType, photo: photoType, video: videoType, document: documentType }
const kindOf = <F extends MaterialFile>(file: F): KindOfFile<F> => fileTypes[file.type] as unknown as KindOfFile<F>

/** 格式、大小等要求 in one phrase. */
export const sayFile = (file: MaterialFile): Words => {
  const said = kindOf(file).say(file)
  return { zh: said.map((w) => w.zh).join('，'), en: said.map((w) => w.en).join(', ') }
}

/** A video in place of a photo is another material, and the parent's is dropped. */
export const fileTightens = (child: MaterialFile, parent: MaterialFile, label: Label): Loosening[] =>
  child.type === parent.type ? kindOf(parent).tightens(child, parent, label) : loosening('file.type', label('文件种类', 'kind of file'), child.type, parent.type, alike)

export const fileFaults = (file: MaterialFile): Fault[] => kindOf(file).check(file)
