/** 单位名称 read into its parts: where, of what kind, which; a body and the body it belongs to. */
import { foldName } from './name-characters'
import { expanded, kindOfType, modifiers, notHere, types } from './unit-words'

export interface Region { readonly stem: string; /** 省、市…; empty: not said. */ readonly level: string }
/** One body of a name: 云川医科大学 and 附属第一医院 are two. */
export interface Body {
  readonly regions: readonly Region[]
  /** 附属、直属: it belongs to the body before it. */
  readonly belongs: boolean
  /** 第一 → 一. */
  readonly ordinal: string
  readonly modifiers: readonly string[]
  /** What is left: the name of its own, often a place without its level. */
  readonly stem: string
  readonly kind: string
}
export interface UnitName { readonly words: string; readonly plain: string; readonly bodies: readonly Body[] }

const REGION = /^([\u4e00-\u9fff]{2,7}?)(自治区|自治州|特别行政区|地区|省|市|州|盟|县|区|旗)/u
const notRegion = /(?:城|都|超|门|上|社|小|园|院|校|战|军|战|病|片|辖)$/u
const LEVEL_ONLY = /^(省|市|县|区)(?=直|立|第|人民|中|妇|儿|疾|卫|教|科|委|血|急|口|肿|精|传|胸|红|总|级)/u
const typeWords = new RegExp(types.join('|'), 'u')

/** The whole name and, where brackets hold another of its names, that one too. */
export const readUnits = (text: string): UnitName[] => {
  const folded = foldName(text)
  const inner = [...folded.matchAll(/\(([^()]*)\)/gu)].map((m) => m[1]!.replace(/^(?:原|曾用名|又名|简称|即|挂牌)[:：]?/u, ''))
  const outer = folded.replace(/\([^()]*\)/gu, '')
  return [outer, ...inner.filter((s) => s.length >= 3 && typeWords.test(s))].flatMap((s) => { const read = readOne(s, text); return read === null ? [] : [read] })
}

/** 历任、调入、就读于 and the like part one body from the next. */
const BREAK = /[,、;。:：/|·\-—~"“”《》*]|先后在|先后于|调入|调往|调任|调至|转入|转任|就读于|毕业于|任职于|供职于|工作于|就职于|受聘于|兼任|历任|现任|曾任|担任|挂职|进修于|访学于/gu
const LEAD = /^(?:\d|年|月|日|至|到|在|于|从|自|由|赴|入|任|原|现|曾|及|和|获|考入)+/u

/** Bodies named in running words, such as a line of a résumé. */
export const unitsIn = (text: string): UnitName[] =>
  foldName(text).replace(/\((?:[^()]*示例[^()]*|[^()]{0,2})\)/gu, '').split(/[()]/u).flatMap((part) => part.split(BREAK)).flatMap((run) => {
    const own = run.replace(LEAD, '')
    const read = own.length < 2 ? null : readOne(own, own)
    return read === null || read.bodies.length === 0 ? [] : [read]
  })

const readOne = (folded: string, words: string): UnitName | null => {
  let known = kept.get(folded)
  if (known === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(folded, (known = partsOf(folded)))
  }
  return known.plain === '' ? null : { words, ...known }
}
/** The same few hundred names come again at every look. */
const MOST_KEPT = 20_000
const kept = new Map<string, Omit<UnitName, 'words'>>()

const partsOf = (folded: string): Omit<UnitName, 'words'> => {
  const text = expanded(folded)
  const bodies: Body[] = []
  let rest = text
  while (rest !== '') {
    const found = nextBody(rest, bodies.at(-1) ?? null)
    if (found === null) {
      // 云川大学医学院附属第一医院: what is in between is a part of the first.
      const on = bodies.length === 0 ? -1 : rest.search(/附属|直属/u)
      if (on <= 0) break
      rest = rest.slice(on)
      continue
    }
    bodies.push(found.body)
    rest = found.rest
  }
  return { plain: text, bodies }
}

const nextBody = (from: string, before: Body | null): { body: Body; rest: string } | null => {
  let text = from
  const regions: Region[] = []
  for (;;) {
    const level = LEVEL_ONLY.exec(text)
    const m = level ?? REGION.exec(text)
    if (m === null) break
    const [stem, of] = level === null ? [m[1]!, m[2]!] : ['', m[1]!]
    if (level === null && (notRegion.test(stem) || typeWords.test(stem) || /附属|直属/u.test(stem))) break
    regions.push({ stem, level: of })
    text = text.slice(m[0].length)
  }
  const end = endOf(text)
  if (end === null) return null
  const kind = kindOfType(end.type)
  let core = text.slice(0, end.at)
  const belongs = /^(?:附属|直属|所属)|分$/u.test(core)
  core = core.replace(/^(?:附属|直属|所属)|分$/gu, '')
  if (before !== null && !belongs && !isBodyBelow(before.kind, kind, core)) return null
  let ordinal = ''
  core = core.replace(/第([一二三四五六七八九十百]+)/u, (_, n: string) => { ordinal = n; return '' })
  const told: string[] = []
  for (let m = lastModifier(core); m !== null; m = lastModifier(core)) { told.push(m); core = core.slice(0, -m.length) }
  return { body: { regions, belongs, ordinal, modifiers: told.sort(), stem: core, kind }, rest: text.slice(end.at + end.type.length) }
}

const lastModifier = (core: string): string | null => modifiers.find((m) => core.endsWith(m)) ?? null

const endOf = (text: string): { at: number; type: string } | null => {
  for (let at = 0; at < text.length; at++) {
    const type = types.find((t) => text.startsWith(t, at) && notHere[t]?.test(text.slice(at + t.length)) !== true)
    if (type !== undefined) return { at, type }
    // 云大附属第一医院, 云大: a university by one character, at the end or before what belongs to it.
    if (text[at] === '大' && at >= 1 && at <= 4 && /^大(?:$|附属|第[一二三四五六]|医学院|医院)/u.test(text.slice(at))) return { at, type: '大' }
  }
  return null
}

/** What stands after a body without a word that says it belongs: a body of its own, or a department of that one (学院、中心、实验室 of a university, 科室 of a hospital). */
const isBodyBelow = (above: string, kind: string, core: string): boolean => {
  if (above === '大学' || above === '大' || above === '学院') return kind === '医院' && core !== ''
  if (above === '科学院') return /研究所|研究院|所|中心|医院|大学|分院/u.test(kind)
  if (above === '公司' || above === '集团') return kind === '公司' || kind === '厂' || kind === '研究院' || kind === '医院'
  if (above === '委员会' || above === '厅' || above === '局') return kind === '医院' || kind === '疾病预防控制中心' || kind === '学校' || kind === '局'
  return false
}
