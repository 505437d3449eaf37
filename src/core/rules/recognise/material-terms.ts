/** Terms of a material that is listed in full, one after a comma each: what its file must be, who issues, seals and signs it, its paper. */
import { datesOf, isoOf } from '../../text/dates'
import { numberOf } from '../../text/numerals'
import type { RuleDraft } from './draft'
import { asWritten } from './named'

type Draft = RuleDraft<'material'>
type Paper = NonNullable<Draft['paper']>

/** What the terms say, before the kind of file is known. */
export interface Terms {
  formats: string[]; stamped: boolean; background?: 'red' | 'white' | 'blue' | 'any'; millimetres?: Size; sizes?: Size[]; manual: string[]
  minBytes?: number; maxBytes?: number; maxPages?: number; maxSeconds?: number; minWidth?: number; minShortSide?: number
  text: { min?: number; max?: number; about?: number; person?: 'first' | 'third'; title?: ReturnType<typeof asWritten> }
  paper: { -readonly [K in keyof Paper]: Paper[K] }
  demands: { -readonly [K in keyof Draft]?: Draft[K] }
}
interface Size { readonly width: number; readonly height: number }

const bytes = (n: string | undefined, unit: string | undefined): number => Math.round(Number(n) * ({ k: 1000, m: 1_000_000, g: 1_000_000_000 }[(unit ?? '').charAt(0).toLowerCase()] ?? 1))
const count = (words: string | undefined): number => numberOf(words ?? '') ?? 0
const sizesIn = (words: string): Size[] => [...words.matchAll(/(\d{2,5}) ?[×*xX] ?(\d{2,5})/gu)].map((m) => ({ width: Number(m[1]), height: Number(m[2]) }))
const grounds: Readonly<Record<string, Terms['background']>> = { 红: 'red', 白: 'white', 蓝: 'blue' }
const ways: readonly (readonly [RegExp, NonNullable<Paper['by']>[number]])[] = [[/EMS|特快专递/iu, 'ems'], [/挂号信/u, 'registeredPost'], [/邮寄/u, 'post'], [/面交/u, 'hand'], [/光盘/u, 'disc'], [/U盘/iu, 'usb']]

const paperTerms: readonly (readonly [RegExp, (m: RegExpExecArray, p: Terms['paper']) => void])[] = [
  [/^A([34])/u, (m, p) => { p.size = m[1] === '3' ? 'A3' : 'A4' }], [/双面|正反/u, (_, p) => { p.doubleSided = true }], [/单面/u, (_, p) => { p.doubleSided = false }],
  [/不装订/u, (_, p) => { p.bound = 'loose' }], [/胶装/u, (_, p) => { p.bound = 'glued' }], [/简装|装订成册/u, (_, p) => { p.bound = 'stapled' }],
  [/(?:不加|不要|无需|勿加)封面/u, (_, p) => { p.noCover = true }], [/目录/u, (_, p) => { p.contents = true }], [/原件(?:现场)?(?:备查|审核|查验|核验)/u, (_, p) => { p.originalsShown = true }],
  [/^以(.+?)(?:报送|寄送|提交)$/u, (m, p) => { p.by = ways.filter(([said]) => said.test(m[1] ?? '')).map(([, way]) => way).toSorted((a, b) => order(m[1] ?? '', a) - order(m[1] ?? '', b)) }],
]
const order = (words: string, way: string): number => words.search(ways.find(([, w]) => w === way)?.[0] ?? /$/u)
const onPaper = (words: string, t: Terms): void => {
  for (const term of words.split('、')) for (const [said, set] of paperTerms) { const m = said.exec(term.trim()); if (m !== null) set(m, t.paper) }
}

/** Each way of saying a term, the first that fits; what none fits is a point that people look at. */
const terms: readonly (readonly [RegExp, (m: RegExpExecArray, t: Terms) => void])[] = [
  [/^([A-Z\d]+(?:\/[A-Z\d]+)*)(?:格式)?$/iu, (m, t) => { t.formats.push(...(m[1] ?? '').toLowerCase().split('/').map((f) => (f === 'jpg' ? 'jpeg' : f))) }],
  [/^(?:盖章(?:后的?)?)?扫描件$/u, (_, t) => { t.stamped = true }],
  [/^([红白蓝])(?:色)?底$/u, (m, t) => { t.background = grounds[m[1] ?? ''] ?? 'any' }], [/^底色不限$/u, (_, t) => { t.background = 'any' }],
  [/^\d{2,3} ?[×*xX] ?\d{2,3} ?毫米$/u, (m, t) => { const [size] = sizesIn(m[0]); if (size !== undefined) t.millimetres = size }], [/^分辨率/u, (m, t) => { t.sizes = sizesIn(m.input) }],
  [/^宽不小于 ?(\d+) ?像素$/u, (m, t) => { t.minWidth = Number(m[1]) }], [/^短边不小于 ?(\d+) ?像素$/u, (m, t) => { t.minShortSide = Number(m[1]) }],
  [/^(?:每张|单张|每个)?(?:不小于|不少于|不低于) ?([\d.]+) ?([KMG]B?|字节)$/iu, (m, t) => { t.minBytes = bytes(m[1], m[2]) }], [/^(?:每张|单张|每个|单个)?(?:不超过|不大于) ?([\d.]+) ?([KMG]B?|字节)$/iu, (m, t) => { t.maxBytes = bytes(m[1], m[2]) }],
  [/^不超过 ?(\d+) ?页$/u, (m, t) => { t.maxPages = Number(m[1]) }], [/^(?:单个|每个|每段)?不超过 ?(?:(\d+) ?分钟?)? ?(?:(\d+) ?秒)?$/u, (m, t) => { t.maxSeconds = Number(m[1] ?? 0) * 60 + Number(m[2] ?? 0) }],
  [/^不少于 ?(\d+) ?字$/u, (m, t) => { t.text.min = Number(m[1]) }], [/^不超过 ?(\d+) ?字$/u, (m, t) => { t.text.max = Number(m[1]) }], [/^(\d+) ?字左右$/u, (m, t) => { t.text.about = Number(m[1]) }],
  [/^第([一三])人称$/u, (m, t) => { t.text.person = m[1] === '三' ? 'third' : 'first' }], [/^标题为“(.+)”$/u, (m, t) => { t.text.title = asWritten(m[1] ?? '') }],
  [/^由(.{2,40})(?:出具|提供|开具)$/u, (m, t) => { const [first = '', ...others] = (m[1] ?? '').split('或'); t.demands.issuedBy = asWritten(first); if (others.length > 0) t.demands.orIssuedBy = others.map(asWritten) }],
  [/^(?:在(首页|末页)?“(.{2,40}?)”处)?加?盖(.{2,20}?)(骑缝章|公章|印章)$/u, (m, t) => { t.demands.seals = [...(t.demands.seals ?? []), { of: asWritten(m[3] ?? ''), ...(m[4] === '骑缝章' ? { across: true } : m[2] === undefined ? {} : { at: { words: asWritten(m[2]), ...(m[1] === undefined ? {} : { page: m[1] === '首页' ? 'firstPage' as const : 'lastPage' as const }) } }) }] }],
  [/^(.{2,40})(?:签字|签名)$/u, (m, t) => { t.demands.signatures = (m[1] ?? '').split('、').map(asWritten) }], [/^以姓名加序号命名$/u, (_, t) => { t.demands.naming = 'nameAndOrdinal' }], [/^以姓名命名$/u, (_, t) => { t.demands.naming = 'name' }],
  [/^由(.{2,20})留存$/u, (m, t) => { t.demands.keptBy = asWritten(m[1] ?? '') }], [/^与所附各表/u, () => undefined],
  [/^只收.+的$/u, (m, t) => { const [from, to] = datesOf(m[0]).map((d) => isoOf(d.readings[0], undefined)); if (from !== undefined) t.demands.window = { from, ...(to === undefined ? {} : { to }) } }],
  [/^另?(?:交|附|报)纸质(?:版|件)? ?(.{1,4}?) ?份(?:\((.+)\))?$/u, (m, t) => { t.demands.paperCopies = count(m[1]); onPaper(m[2] ?? '', t) }], [/^纸质件(.+)$/u, (m, t) => { onPaper(m[1] ?? '', t) }], [/^另(以.+)$/u, (m, t) => { onPaper(m[1] ?? '', t) }],
]

/** @param said each term as written, full-width marks folded */
export const termsOf = (said: readonly string[]): Terms => {
  const all: Terms = { formats: [], stamped: false, manual: [], text: {}, paper: {}, demands: {} }
  for (const one of said.map((x) => x.trim()).filter((x) => x !== '')) {
    const known = terms.find(([pattern]) => pattern.test(one))
    const m = known?.[0].exec(one)
    if (known !== undefined && m !== null && m !== undefined) known[1](m, all)
    else all.manual.push(one)
  }
  return all
}
