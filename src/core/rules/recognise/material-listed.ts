/** 推荐表:1件,PDF,盖章扫描件,另交纸质2份: a material listed in full, with name, number and format, says what it is itself. */
import type { Sentence } from '../../text/sentences'
import type { RuleDraft } from './draft'
import { asWritten, propertyOf } from './named'
import { termsOf, type Terms } from './material-terms'
import { kindOfName } from './material-words'
import type { Found, Page } from './page'

type Draft = RuleDraft<'material'>
type File = NonNullable<Draft['file']>

const listed = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、])? ?(入选后(?:另)?报送:)?(?:人选(不)?是([^,。;:]{2,14})的,)?([^,。;:]{2,30}):(?:(?:(至少) ?)?(\d+)(?:-+(\d+))? ?(?:件|份|张|个|段)(,数量不限)?|(可不交),(?:数量不限|最多 ?(\d+) ?(?:件|份|张|个|段))),(?=[A-Za-z\d]{3,4}(?:\/[A-Za-z\d]{3,4})*(?:格式)?(?:[,。;]|$))/u
const photos = new Set(['jpeg', 'png']), films = new Set(['mp4', 'mov']), texts = new Set(['pdf', 'docx', 'doc', 'xlsx', 'xls'])
const MB = 1_000_000

/** Names the product uses, with their English. */
const usual: readonly (readonly [zh: string, en: string, id: string])[] = [
  ['推荐表', 'Nomination form', 'nomination-form'], ['廉政意见', 'Integrity opinion', 'integrity-opinion'], ['候选人汇总表', 'Candidate summary sheet', 'summary-sheet'], ['证件照', 'Portrait', 'portrait'], ['生活或工作照片', 'Life or work photos', 'photos'], ['工作生活视频', 'Videos', 'video'],
]
/** Evidence of the unit's own procedure, as the product calls it. */
const evidence: readonly (readonly [zh: string, en: string, id: string])[] = [
  ['民主程序会议纪要', 'Minutes of the democratic procedure', 'democratic-minutes'], ['单位内公示照片或文件', 'Photographs or text of the notice inside the unit', 'internal-notice-proof'], ['考核调研表（签字盖章 PDF）', 'Appraisal sheet (signed and sealed, PDF)', 'appraisal-sheet'],
]
const halfWidth = (name: string): string => name.replace(/（/gu, '(').replace(/）/gu, ')').replace(/\s/gu, '')
const evidenceCalled = (name: string) => evidence.find(([zh]) => halfWidth(zh) === halfWidth(name))
const english = (zh: string): string => {
  const own = evidenceCalled(zh)
  if (own !== undefined) return own[1]
  const known = usual.find(([name]) => zh === name || zh.startsWith(`${name}（`))
  return known === undefined ? zh : zh.replace(known[0], known[1]).replace('（Word）', ' (Word)').replace('（盖章 PDF）', ' (stamped PDF)').replace('（盖章PDF）', ' (stamped PDF)')
}

const fileOf = (t: Terms): File | undefined => {
  const all = (of: ReadonlySet<string>) => t.formats.length > 0 && t.formats.every((f) => of.has(f))
  const put = <K extends string>(key: K, value: unknown) => (value === undefined ? {} : { [key]: value })
  if (all(films)) return { type: 'video', containers: t.formats, ...put('maxSeconds', t.maxSeconds), ...put('displaySizes', t.sizes), maxBytes: t.maxBytes ?? 500 * MB, manual: t.manual.map(asWritten) } as File
  if (all(photos) && (t.background !== undefined || t.millimetres !== undefined)) return { type: 'portrait', formats: t.formats, background: t.background ?? 'any', ...put('millimetres', t.millimetres), ...put('minWidth', t.minWidth), ratioTolerancePercent: 3, maxBytes: t.maxBytes ?? 10 * MB, ...put('manual', t.manual.length === 0 ? undefined : t.manual.map(asWritten)) } as File
  if (all(photos)) return { type: 'photo', formats: t.formats, ...put('minBytes', t.minBytes), ...put('minShortSide', t.minShortSide), maxBytes: t.maxBytes ?? 20 * MB } as File
  return all(texts) ? { type: 'document', formats: t.formats, stamped: t.stamped, ...put('maxPages', t.maxPages), ...(Object.keys(t.text).length === 0 ? {} : { text: t.text }), maxBytes: t.maxBytes ?? 20 * MB } as File : undefined
}

const idOf = (name: string, file: File): string => {
  const own = evidenceCalled(name)
  if (own !== undefined) return own[2]
  if (file.type !== 'document') return { portrait: 'portrait', photo: 'photos', video: 'video' }[file.type]
  const kind = kindOfName(name.replace(/\([^()]*\)$/u, ''))
  const base = /活动(?:开展)?情况/u.test(name) ? 'activity-report' : { form: 'nomination-form', integrityOpinion: 'integrity-opinion', summarySheet: 'summary-sheet' }[kind as 'form']
  if (base === undefined) return kind ?? 'material'
  return file.stamped ? `${base}-stamped` : kind === 'form' || kind === 'integrityOpinion' ? `${base}-word` : base
}

const custom = (t: Terms, file: File): Found<Draft>['usual'] => [
  ...(file.type === 'portrait' ? [{ parameter: 'file.ratioTolerancePercent', reason: { zh: '裁切难免有出入，宽高比容许偏差 3%', en: 'Cropping is never exact; the ratio may be 3% off' } }] : []),
  ...(t.maxBytes === undefined ? [{ parameter: 'file.maxBytes', reason: { zh: '通知没有文件上限；为上传设技术上限', en: 'The notice sets no upper size; a technical cap for uploads' } }] : []),
]

/** Commas inside brackets cut nothing. */
const parts = (words: string): string[] => words.replace(/[。;]$/u, '').split(/,(?![^()]*\))/u)

const listedIn = (page: Page, s: Sentence): Found<Draft>[] => {
  const m = listed.exec(s.text)
  if (m === null) return []
  const [, later, not, of, name = '', atLeast, low, high, any, optional, most] = m
  const t = termsOf(parts(s.text.slice(m[0].length)))
  const file = fileOf(t)
  if (file === undefined || (file.type !== 'video' && file.type !== 'portrait' && t.manual.length > 0)) return []
  const at = s.from + s.text.indexOf(`${name}:`)
  const zh = page.prepared.say(at, at + name.length)
  const condition = of === undefined ? undefined : propertyOf(of)
  const [min, max] = optional === undefined ? [Number(low), high !== undefined ? Number(high) : atLeast !== undefined || any !== undefined ? null : Number(low)] : [0, most === undefined ? null : Number(most)]
  const told = custom(t, file) ?? []
  return [{
    value: { kind: 'material', id: idOf(name, file), name: { zh, en: english(zh) }, group: file.type !== 'document' ? 'image' : file.stamped ? 'stamped' : 'text', min, max, naming: 'asGiven', paperCopies: 0, file, ...t.demands,
      ...(Object.keys(t.paper).length === 0 ? {} : { paper: t.paper }), ...(condition === undefined ? {} : { when: { property: condition.id, name: { zh: of ?? '', en: condition.name.en }, ...(not === undefined ? {} : { is: false }) } }), ...(later === undefined ? {} : { package: 'chosen' as const }) },
    from: s.from, to: s.to, ...(told.length > 0 ? { usual: told } : {}),
  }]
}

/** Every material that a sentence of its own lists in full. */
export const listedMaterials = (page: Page): Found<Draft>[] => page.sentences.flatMap((s) => listedIn(page, s))
