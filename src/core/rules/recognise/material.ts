/** Materials in words: the things a notice asks for, with copies, format and constraints, each told once however often it is named. */
import type { Sentence } from '../../text/sentences'
import { formats } from './constraint-words'
import { constraintsIn, type Constraint } from './material-constraints'
import { mentionsOf, type Mention } from './material-mentions'
import type { Doubt, Found, Page } from './page'
import type { MaterialKind } from './material-words'

export interface MaterialFact { kind: MaterialKind; name: string; copies: number | null; format: string | null; constraints: string[] }

interface Building { kind: MaterialKind; name: string; copies: number | null; formats: string[]; constraints: (Constraint & { from: number; to: number })[]; from: number; to: number; copiesAt?: Sentence; fullName: boolean }

const bare = (name: string): string => name.replace(/[《》“”"\s]/gu, '').replace(/^(?:推荐人选?|被推荐人选?|候选人|申报人)(?:的)?(?=.{2,})/u, '')
const family = (kind: MaterialKind): string => (kind === 'photoPortrait' || kind === 'photoLife' ? 'photo' : kind)
const short = /^(?:推荐表|申报表|申报书|申请表|推荐书|汇总表|登记表|审批表|照片|图片|视频|短视频|表|证明|证明材料|事迹材料|报告|意见|廉政意见)$/u

/** The material a mention names again: by the same name, or by the bare word for the only one of its sort. */
function known(all: readonly Building[], m: Mention): Building[] {
  const name = bare(m.name)
  const same = all.filter((b) => bare(b.name) === name && b.kind === m.kind)
  if (same.length > 0) return same.slice(0, 1)
  if (/^(?:以上|上述|所有)?(?:照片|图片|视频)$/u.test(name)) {
    const kin = all.filter((b) => family(b.kind) === family(m.kind))
    if (kin.length > 0) return kin.some((b) => b.from >= m.sentence.from) ? kin.slice(-1) : kin
  }
  const near = all.filter((b) => b.kind === m.kind && (bare(b.name).endsWith(name) || name.endsWith(bare(b.name))) && (short.test(name) || short.test(bare(b.name))))
  return near.length === 1 ? near : near.slice(-1).filter(() => short.test(name))
}

function add(b: Building, m: Mention): void {
  if (m.copies !== undefined && b.copies === null) { b.copies = m.copies; b.copiesAt = m.sentence }
  for (const f of m.text.match(formats) ?? []) if (!b.formats.some((x) => x.toLowerCase() === f.toLowerCase())) b.formats.push(f)
  const limits = m.constraints.filter((c) => !b.constraints.some((x) => x.sort === c.sort) && (c.sort === 'background' || !bare(b.name).includes(c.said)))
  for (const c of limits) b.constraints.push({ ...c, said: c.said.trim(), from: m.sentence.from, to: m.sentence.to })
}

/** Two lengths of one text in its brackets are two texts: 事迹(500字、2000字). */
const lengthsApart = (b: Building): Building[] => {
  const lengths = b.constraints.filter((c) => c.sort === 'words')
  if (b.kind !== 'report' || lengths.length < 2) return [b]
  return lengths.map((one) => ({ ...b, constraints: b.constraints.filter((c) => c.sort !== 'words' || c === one) }))
}

const mediumOnly = /(?:材料|电子版|纸质版?|电子材料|纸质材料|书面材料)/u

/** 推荐材料(电子版), 电子版及纸质材料: what is handed in, by its media alone. */
const byMedium = /(?:推荐|申报|报名|提名|参评)?材料\((?:电子|纸质|书面|PDF|Word)[^()]{0,12}\)|(?:电子版?(?:材料)?(?:和|及|、|与)纸质版?|纸质版?(?:材料)?(?:和|及|、|与)电子版?)材料/iu
const asked = /申报|报名|提名|推荐/u

/** Only media and channels are told, nothing by name: the nomination's material as such. */
function unnamed(page: Page): Building[] {
  const s = page.sentences.find((x) => (mediumOnly.test(x.text) && /报|寄|发|交|送/u.test(x.text) && /EMS|挂号信|快递|[一二三四五\d]份/u.test(x.text)) || (byMedium.test(x.text) && /报|寄|发|交|送|截止|截至/u.test(x.text)))
  if (s === undefined || /公示|名单|结果/u.test(page.title.replace(/\(.*$/u, '').slice(-6))) return []
  const name = `${(asked.exec(byMedium.exec(s.text)?.[0] ?? '') ?? asked.exec(page.title))?.[0] ?? '推荐'}材料`
  const b: Building = { kind: 'other', name, copies: null, formats: [], constraints: [], from: s.from, to: s.to, fullName: false }
  add(b, { kind: 'other', name, text: s.text, constraints: constraintsIn(s.text), sentence: s, reference: false })
  return [b]
}

function doubtsOf(b: Building): Doubt[] {
  return b.constraints.flatMap((c, i): Doubt[] => (c.doubt === undefined ? [] : [{ at: `constraints[${String(i)}]`, what: { zh: `“${c.doubt[1] ?? ''}”可能缺了连接号，是${c.doubt.join('还是')}？`, en: `A dash may be lost: is it ${c.doubt.join(' or ')}?` }, readings: c.doubt }]))
}

/** Every material of the page in order. */
export function recogniseMaterials(page: Page): Found<MaterialFact>[] {
  const all: Building[] = []
  for (const m of mentionsOf(page)) {
    const met = known(all, m)
    if (met.length > 0) { for (const b of met) add(b, m); continue }
    if (m.reference) continue
    const b: Building = { kind: m.kind, name: m.name, copies: null, formats: [], constraints: [], from: m.sentence.from, to: m.sentence.to, fullName: m.name.length > 4 }
    add(b, m)
    all.push(b)
  }
  const whole = all.length === 0 ? unnamed(page) : all.flatMap(lengthsApart)
  return whole.map((b) => {
    const doubts = doubtsOf(b)
    const parts = Object.fromEntries(b.constraints.map((c, i) => [`constraints[${String(i)}]`, { from: c.from, to: c.to }]))
    if (b.copiesAt !== undefined) parts['copies'] = { from: b.copiesAt.from, to: b.copiesAt.to }
    return { value: { kind: b.kind, name: b.name, copies: b.copies, format: b.formats.length === 0 ? null : b.formats.join('+'), constraints: b.constraints.map((c) => c.said) }, from: b.from, to: b.to, parts, ...(doubts.length > 0 ? { doubts } : {}) }
  })
}
