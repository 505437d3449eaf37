/** Whether two names of bodies mean one body, or one that belongs to the other; both ways the same. */
import type { Body, UnitName } from './unit-name'

/** certain: the same words. likely: one leaves out what is often left out. ask: it may be, people look. */
export type Certainty = 'certain' | 'likely' | 'ask'
/** `same`; `below`: the first belongs to the second; `above`: the second to the first; `siblings`: both belong to one. */
export type UnitTie = 'same' | 'above' | 'below' | 'siblings'
export interface UnitMatch { readonly tie: UnitTie; readonly certainty: Certainty }

const order: readonly Certainty[] = ['certain', 'likely', 'ask']
export const weaker = (...all: readonly Certainty[]): Certainty => order[Math.max(...all.map((c) => order.indexOf(c)))]!
export const stronger = (a: Certainty, b: Certainty): Certainty => order[Math.min(order.indexOf(a), order.indexOf(b))]!
const ties: readonly UnitTie[] = ['same', 'above', 'below', 'siblings']

/** The best of all ways to read both. */
export const compareUnits = (a: readonly UnitName[], b: readonly UnitName[]): UnitMatch | null => {
  let best: UnitMatch | null = null
  for (const x of a) for (const y of b) {
    const m = compareOne(x, y)
    if (m !== null && (best === null || rank(m) < rank(best))) best = m
  }
  return best
}
const rank = (m: UnitMatch): number => order.indexOf(m.certainty) + (m.tie === 'same' ? 0 : 0.5) + ties.indexOf(m.tie) * 0.01

const compareOne = (a: UnitName, b: UnitName): UnitMatch | null => {
  if (a.bodies.length === 0 || b.bodies.length === 0) return a.plain !== '' && a.plain === b.plain && a.plain.length >= 3 ? { tie: 'same', certainty: 'certain' } : null
  if (a.plain === b.plain) return { tie: 'same', certainty: placed(a) ? 'certain' : 'likely' }
  // Most pairs are of other kinds altogether.
  if (!sameKind(a.bodies[0]!, b.bodies[0]!) && !sameKind(a.bodies.at(-1)!, b.bodies.at(-1)!)) return null
  const shared = Math.min(a.bodies.length, b.bodies.length)
  let certainty: Certainty = 'certain'
  let same = 0
  for (; same < shared; same++) {
    const c = compareBodies(a.bodies[same]!, b.bodies[same]!, same > 0)
    if (c === null) break
    certainty = weaker(certainty, c)
  }
  const [la, lb] = [a.bodies.length, b.bodies.length]
  if (same === shared) return la === lb ? { tie: 'same', certainty } : { tie: la < lb ? 'above' : 'below', certainty }
  const tails = compareBodies(a.bodies[la - 1]!, b.bodies[lb - 1]!, false)
  // 云川大学附属仁济医院 and 仁济医院: the last body has a name of its own.
  if (la !== lb && tails !== null && a.bodies[la - 1]!.stem.length >= 2 && b.bodies[lb - 1]!.stem.length >= 2) return { tie: 'same', certainty: weaker(tails, 'likely') }
  if (same >= 1) return { tie: 'siblings', certainty: 'ask' }
  return null
}

/** It says where it is, or has a name of its own. */
const placed = (u: UnitName): boolean => u.bodies[0]!.stem !== '' || u.bodies[0]!.regions.some((r) => r.stem !== '')

/** @param under both stand under the same body: 附属第一医院 needs no place then */
const compareBodies = (a: Body, b: Body, under: boolean): Certainty | null => {
  if (!sameKind(a, b)) return null
  const short = (a.kind === '大') !== (b.kind === '大')
  if (a.ordinal !== b.ordinal) return null
  const kinds = compareModifiers(a, b, short)
  if (kinds === null) return null
  const place = under && pathOf(a).length + pathOf(b).length === 0 ? 'certain' : comparePlaces(a, b, short)
  if (place === null) return null
  return weaker(kinds, place, a.belongs === b.belongs || !under ? 'certain' : 'likely')
}

const sameKind = (a: Body, b: Body): boolean => a.kind === b.kind || (a.kind === '大' && b.kind === '大学') || (a.kind === '大学' && b.kind === '大')

const compareModifiers = (a: Body, b: Body, short: boolean): Certainty | null => {
  const odd = [...a.modifiers.filter((m) => !b.modifiers.includes(m)), ...b.modifiers.filter((m) => !a.modifiers.includes(m))]
  if (odd.length === 0) return 'certain'
  // 建大 for 建筑大学: the short form has a character of each word that tells which.
  if (short) { const [brief, whole] = a.kind === '大' ? [a, b] : [b, a]; return whole.modifiers.every((m) => brief.stem.includes(m.charAt(0))) ? 'ask' : null }
  if (a.kind === '公司') return null
  // 市第一医院 for 市第一人民医院, 县医院 for 县人民医院 is said every day, and now and then both exist.
  return odd.every((m) => m === '人民') && (a.ordinal !== '' || lastLevel(a) !== '') ? 'ask' : null
}

const pathOf = (x: Body): string[] => [...x.regions.map((r) => r.stem), x.stem].filter((s) => s !== '')

const comparePlaces = (a: Body, b: Body, short: boolean): Certainty | null => {
  const [pa, pb] = [pathOf(a), pathOf(b)]
  const [la, lb] = [lastLevel(a), lastLevel(b)]
  if (pa.length === 0 || pb.length === 0) return pa.length === pb.length ? bothPlaceless(a, b) : onePlaceless(a, b)
  if (pa.join('') === pb.join('')) return la !== '' && lb !== '' && la !== lb ? null : la === lb && pa.length === pb.length ? 'certain' : 'likely'
  const [long, less] = pa.length >= pb.length ? [pa, pb] : [pb, pa]
  if (long.at(-1) === less.at(-1)) {
    if (la !== '' && lb !== '' && la !== lb) return null
    return less.every((s) => long.includes(s)) ? 'likely' : null
  }
  const [whole, part] = pa.join('').length >= pb.join('').length ? [pa, pb] : [pb, pa]
  const [w, p] = [whole.join(''), part.join('')]
  if (short) return p.length <= 2 && p.length < w.length && w.startsWith(p.charAt(0)) && isWithin(p, w) ? 'ask' : null
  // 东方软件 for 云川东方软件; a university or a public hospital is another one by its place.
  if (p.length >= 2 && w.endsWith(p) && (a.stem !== '' && b.stem !== '') && /公司|研究所|研究院|集团|医院|厂/u.test(a.kind) && (p.length >= 3 || a.modifiers.length > 0 || w.length - p.length <= 3)) return a.kind === '公司' && p.length >= 4 ? 'likely' : 'ask'
  return null
}

const bothPlaceless = (a: Body, b: Body): Certainty | null => (lastLevel(a) === lastLevel(b) && (a.ordinal !== '' || a.modifiers.length > 0) ? 'ask' : null)
/** 省人民医院, 第一人民医院: the place is understood. */
const onePlaceless = (a: Body, b: Body): Certainty | null => {
  const [bare, other] = pathOf(a).length === 0 ? [a, b] : [b, a]
  const level = lastLevel(bare)
  if (level !== '') return lastLevel(other) === level || other.regions.length === 0 ? 'ask' : null
  return bare.ordinal !== '' && other.regions.length > 0 && other.stem === '' ? 'ask' : null
}
const lastLevel = (x: Body): string => (x.stem !== '' ? '' : x.regions.at(-1)?.level ?? '')
const isWithin = (small: string, large: string): boolean => { let at = -1; return [...small].every((c) => (at = large.indexOf(c, at + 1)) >= 0) }
