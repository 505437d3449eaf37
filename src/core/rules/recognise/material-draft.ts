/** Materials a notice asks for → rules of the dossier. What the words leave to custom (a technical cap, PNG beside JPG) is filled in as usual and said so. */
import type { Words } from '../../kernel/finding'
import type { RuleDraft } from './draft'
import { recogniseMaterials, type MaterialFact } from './material'
import { listedMaterials } from './material-listed'
import { demandsOf, textTermsOf } from './material-demands'
import type { Doubt, Found, Page } from './page'

type Draft = RuleDraft<'material'>
type File = NonNullable<Draft['file']>
interface Told { readonly value: Draft; readonly usual: readonly { readonly parameter: string; readonly reason: Words }[]; readonly doubts?: readonly Doubt[] }

const cap = { parameter: 'file.maxBytes', reason: { zh: '通知没有文件上限；为上传设技术上限', en: 'The notice sets no upper size; a technical cap for uploads' } }
const scanned = { parameter: 'file.formats', reason: { zh: '盖章件以扫描 PDF 上传', en: 'The stamped paper is uploaded as a scanned PDF' } }
const MB = 1_000_000

const wordFile: File = { type: 'document', formats: ['docx', 'doc'], stamped: false, maxBytes: 20 * MB } as File
const sheetFile: File = { type: 'document', formats: ['docx', 'doc', 'xlsx', 'xls'], stamped: false, maxBytes: 20 * MB } as File
const stampedFile: File = { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 20 * MB } as File

/** 以上材料…含Word版和盖章后PDF版: every text comes both ways. */
const bothWays = (page: Page): boolean => page.sentences.some((s) => /Word/iu.test(s.text) && /盖章[^。]{0,4}PDF/iu.test(s.text) && /以上|各一套|所有|材料/u.test(s.text))

const has = (m: MaterialFact, said: RegExp): RegExpExecArray | null => {
  for (const c of m.constraints) { const found = said.exec(c); if (found !== null) return found }
  return null
}
const bytesOf = (found: RegExpExecArray | null): number | undefined => {
  const n = Number(found?.[1])
  const unit = found?.[2]?.toUpperCase().charAt(0)
  return Number.isNaN(n) || unit === undefined ? undefined : Math.round(n * ({ K: 1000, M: MB, G: 1000 * MB }[unit] ?? MB))
}
const least = (m: MaterialFact): number | undefined => bytesOf(has(m, /≥(\d+(?:\.\d+)?)([KMG])B?/iu))
const most = (m: MaterialFact): number | undefined => bytesOf(has(m, /≤(\d+(?:\.\d+)?)([KMG])B?/iu))
/** 纪检部门（或所在街道社区）: who issues it, and who else may. */
const issuers = (m: MaterialFact): Pick<Draft, 'issuedBy' | 'orIssuedBy'> => {
  const said = has(m, /^(.{2,40}?)(?:出具|提供|开具)$/u)?.[1]
  if (said === undefined) return {}
  const other = /[(（]或(.{2,20}?)[)）]$/u.exec(said)
  return { issuedBy: issuer(other === null ? said : said.slice(0, other.index)), ...(other === null ? {} : { orIssuedBy: [issuer(other[1] ?? '')] }) }
}
const issuer = (said: string): Words => ({ zh: said, en: /纪检/u.test(said) ? 'discipline department of the candidate’s employer, as the notice names it' : 'as the notice names it' })

interface Text { readonly id: string; readonly zh: string; readonly en: string; readonly file: File }
const texts: Readonly<Partial<Record<MaterialFact['kind'], Text>>> = {
  form: { id: 'nomination-form', zh: '推荐表', en: 'Nomination form', file: wordFile },
  integrityOpinion: { id: 'integrity-opinion', zh: '廉政意见', en: 'Integrity opinion', file: wordFile },
  summarySheet: { id: 'summary-sheet', zh: '候选人汇总表', en: 'Candidate summary sheet', file: sheetFile },
}
const activity: Text = { id: 'activity-report', zh: '活动开展情况汇总表', en: 'Activity report sheet', file: wordFile }

/** A text, as Word where it is asked for electronically, and stamped where seal or paper is. */
const textRules = (m: MaterialFact, t: Text, both: boolean): Told[] => {
  const sealed = has(m, /盖.{0,8}章|公章/u) !== null
  const said = m.format ?? ''
  const asWord = both || !sealed || m.kind === 'form' || /word|docx?/iu.test(said)
  const asPdf = both || sealed || /pdf|扫描/iu.test(said) || (m.kind === 'form' && (m.copies ?? 0) > 0)
  const common = { kind: 'material', min: 1, max: 1, naming: 'asGiven', ...issuers(m) } as const
  const sheet = t.file === sheetFile
  const named = (zh: string, en: string): Words => (asWord && asPdf ? { zh: `${t.zh}${zh}`, en: `${t.en}${en}` } : { zh: t.zh, en: t.en })
  return [
    ...(asWord ? [{ value: { ...common, id: sheet || t.id === activity.id ? t.id : `${t.id}-word`, name: sheet || t.id === activity.id ? { zh: t.zh, en: t.en } : named('（Word）', ' (Word)'), group: 'text' as const, file: t.file, paperCopies: asPdf ? 0 : m.copies ?? 0 }, usual: [cap] }] : []),
    ...(asPdf ? [{ value: { ...common, id: `${t.id}-stamped`, name: named('（盖章 PDF）', ' (stamped PDF)'), group: 'stamped' as const, file: stampedFile, paperCopies: m.copies ?? 0, ...(m.kind === 'form' ? { printout: true } : {}) }, usual: both ? [cap] : [scanned, cap] }] : []),
  ]
}

const sizes: readonly { readonly said: RegExp; readonly millimetres: { readonly width: number; readonly height: number } }[] = [
  { said: /小(?:2|二|两)寸/u, millimetres: { width: 35, height: 45 } }, { said: /(?:2|二|两)寸/u, millimetres: { width: 35, height: 49 } }, { said: /小(?:1|一)寸/u, millimetres: { width: 22, height: 32 } }, { said: /(?:1|一)寸/u, millimetres: { width: 25, height: 35 } },
]
const portraitRule = (m: MaterialFact, sentence: string): Told => {
  const words = `${m.name}${m.constraints.join()}`
  const colour = /([红白蓝])(?:色)?(?:底|背景)|(?:底|背景)(?:色)?(?:为|:)?([红白蓝])/u.exec(words)
  const background = ({ 红: 'red', 白: 'white', 蓝: 'blue' } as const)[(colour?.[1] ?? colour?.[2] ?? '') as '红'] ?? 'any'
  const exact = /(\d{2}) ?[×*xX] ?(\d{2}) ?(?:毫米|mm)/iu.exec(sentence)
  const millimetres = exact === null ? sizes.find((s) => s.said.test(words))?.millimetres : { width: Number(exact[1]), height: Number(exact[2]) }
  const tall = { parameter: 'file.millimetres', reason: { zh: '寸照各家不一，按通常的毫米数', en: 'Sources differ on sizes in inches; the usual millimetres are taken' } }
  const ratio = { parameter: 'file.ratioTolerancePercent', reason: { zh: '裁切难免有出入，宽高比容许偏差 3%', en: 'Cropping is never exact; the ratio may be 3% off' } }
  const kinds = { parameter: 'file.formats', reason: { zh: '格式没有写到证件照，JPG、PNG 都收', en: 'No format is asked of the portrait: JPG and PNG are taken' } }
  const own = formatsOf(m)
  return {
    value: { kind: 'material', id: 'portrait', name: { zh: '证件照', en: 'Portrait' }, group: 'image', min: 1, max: 1, paperCopies: 0, naming: 'asGiven',
      file: { type: 'portrait', formats: own.length > 0 ? own : ['jpeg', 'png'], background, ...(millimetres === undefined ? {} : { millimetres }), ratioTolerancePercent: 3, maxBytes: most(m) ?? 10 * MB } as File },
    usual: [...(millimetres === undefined || exact !== null ? [] : [tall]), ratio, ...(own.length > 0 ? [] : [kinds]), ...(most(m) === undefined ? [cap] : [])],
  }
}

const formatsOf = (m: MaterialFact): ('jpeg' | 'png')[] => {
  const said = (m.format ?? '').toLowerCase()
  return [...(/jpe?g/u.test(said) ? ['jpeg' as const] : []), ...(/png/u.test(said) ? ['png' as const] : [])]
}

const photoRule = (m: MaterialFact, sentence: string): Told => {
  const [, low, high] = has(m, /(\d+)(?:-(\d+))?张/u) ?? /(\d+)(?: ?-+ ?(\d+))? ?[张件]/u.exec(sentence) ?? []
  const own = formatsOf(m)
  const [minBytes, maxBytes] = [least(m), most(m)]
  const megabyte = { parameter: 'file.minBytes', reason: { zh: '1MB 按 1000×1000 字节计，取对单位最宽的读法', en: '1 MB is read as 1000 × 1000 bytes, the reading most lenient to units' } }
  return {
    value: { kind: 'material', id: 'photos', name: { zh: '生活或工作照片', en: 'Life or work photos' }, group: 'image', ...(low === undefined ? {} : { min: Number(low) }), max: high === undefined ? (low === undefined ? null : Number(low)) : Number(high), paperCopies: 0,
      naming: has(m, /姓名\+序号|姓名加序号/u) === null ? 'asGiven' : 'nameAndOrdinal', file: { type: 'photo', formats: own.length > 0 ? own : ['jpeg', 'png'], ...(minBytes === undefined ? {} : { minBytes }), maxBytes: maxBytes ?? 20 * MB } as File },
    usual: [...(minBytes === undefined ? [] : [megabyte]), ...(maxBytes === undefined ? [cap] : [])],
  }
}

const free = /着装|穿着|逆光|画面|清晰|背景|光线|水印|字幕/u
const english: readonly { readonly said: RegExp; readonly en: string }[] = [{ said: /着装|穿着/u, en: 'people are neatly dressed' }, { said: /逆光/u, en: 'not filmed against the light' }, { said: /清晰/u, en: 'a clear picture' }, { said: /水印/u, en: 'no watermark' }]
const videoRule = (m: MaterialFact): Told => {
  const length = has(m, /≤(\d+)(分钟?|秒)/u)
  const maxSeconds = length === null ? undefined : Number(length[1]) * (length[2] === '秒' ? 1 : 60)
  const displaySizes = m.constraints.flatMap((c) => [...c.matchAll(/(\d{3,4})[*×xX](\d{3,4})/gu)].map((s) => ({ width: Number(s[1]), height: Number(s[2]) })))
  const manual = m.constraints.filter((c) => free.test(c)).map((zh) => ({ zh, en: english.find((e) => e.said.test(zh))?.en ?? 'as the notice says' }))
  const said = (m.format ?? '').toLowerCase()
  const containers = [...(/mp4/u.test(said) ? ['mp4' as const] : []), ...(/mov/u.test(said) ? ['mov' as const] : [])]
  const anyNumber = has(m, /数量不限/u) !== null
  const count = has(m, /^(\d+)(?:个|段|部|条)/u)?.[1]
  const optional: Doubt = { at: 'min', what: { zh: '“数量不限”的视频是必交一个以上，还是可以不交？', en: 'Any number of videos: is at least one due, or may there be none?' }, readings: ['1', '0'] }
  return {
    value: { kind: 'material', id: 'video', name: { zh: '工作生活视频', en: 'Videos' }, group: 'image', min: 1, max: anyNumber || count === undefined ? null : Number(count), paperCopies: 0, naming: 'asGiven',
      file: { type: 'video', containers: containers.length > 0 ? containers : ['mp4', 'mov'], ...(maxSeconds === undefined ? {} : { maxSeconds }), ...(displaySizes.length > 0 ? { displaySizes } : {}), maxBytes: most(m) ?? (maxSeconds === undefined ? 1000 : 500) * MB, ...(manual.length > 0 ? { manual } : {}) } as File },
    usual: most(m) === undefined ? [cap] : [], ...(anyNumber ? { doubts: [optional] } : {}),
  }
}

/** What is only spoken of as work to be done is no paper: 挖掘感人事迹. */
const notPaper = /^(?:挖掘|宣传|学习|推荐(?!函|信|[一-鿿]{0,6}报告)|报道|讲好)|(?:及时|认真)报告$|^由.+(?:调查|核查|核实)并?(?:书面)?报告$/u

const otherRule = (m: MaterialFact): Told[] => {
  if (notPaper.test(m.name)) return []
  if (/活动(?:开展)?情况/u.test(m.name)) return []
  const sealed = has(m, /盖.{0,8}章|公章/u) !== null
  const length = has(m, /≤(\d+)字/u)
  const name = { zh: m.name, en: { report: 'Report', evidence: 'Evidence', other: 'Other material' }[m.kind as 'report'] ?? 'Material' }
  return [{ value: { kind: 'material', id: m.kind, name, group: sealed ? 'stamped' : 'text', min: 1, max: m.kind === 'evidence' ? null : 1, paperCopies: m.copies ?? 0, naming: 'asGiven',
    file: (sealed || m.kind === 'evidence' ? { ...stampedFile, stamped: sealed } : { ...wordFile, formats: ['docx', 'doc', 'pdf'] }) as File, ...issuers(m) }, usual: length === null ? [cap] : [cap] }]
}

const rulesOf = (m: MaterialFact, sentence: string, both: boolean): Told[] => {
  if (m.kind === 'photoPortrait') return [portraitRule(m, sentence)]
  if (m.kind === 'photoLife') return [photoRule(m, sentence)]
  if (m.kind === 'video') return [videoRule(m)]
  const text = texts[m.kind] ?? (/活动(?:开展)?情况/u.test(m.name) ? { ...activity, zh: shortName(m.name) } : undefined)
  return text === undefined ? otherRule(m) : textRules(m, text, both)
}
/** Without the campaign's year and title in front: 2021年“…”活动开展情况汇总表. */
const shortName = (name: string): string => name.replace(/^.*[”"》]/u, '').replace(/^(?:19|20)\d\d年/u, '')

const withText = (file: File | undefined, m: MaterialFact): Pick<Draft, 'file'> => {
  const text = textTermsOf(m)
  return file?.type !== 'document' || text === undefined ? {} : { file: { ...file, text } }
}

const base = (id: string | undefined): string => (id ?? '').replace(/-(?:word|stamped)$/u, '')

/** Every material in the order of the text; one that is listed in full says all of itself, and is only named again elsewhere. */
export const recogniseMaterialRules = (page: Page): Found<Draft>[] => {
  const listed = listedMaterials(page)
  if (listed.length === 0) return toldMaterials(page)
  const rest = toldMaterials({ ...page, sentences: page.sentences.filter((s) => !listed.some((l) => l.from < s.to && l.to > s.from)) })
  return [...listed, ...rest.filter((r) => !listed.some((l) => base(l.value.id) === base(r.value.id)))].sort((a, b) => a.from - b.from)
}

const toldMaterials = (page: Page): Found<Draft>[] => {
  const both = bothWays(page)
  return recogniseMaterials(page).flatMap(({ value, from, to, doubts = [] }) => rulesOf(value, page.prepared.text.slice(from, to), both).map((told) => ({
    value: { ...told.value, ...demandsOf(value, page.prepared.text.slice(from, to), page.year?.value), ...withText(told.value.file, value) }, usual: told.usual, from, to, doubts: [...(told.doubts ?? []), ...doubts.map((d) => ({ ...d, at: '' }))],
  })))
}
