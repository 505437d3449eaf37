/** 名额分配 among groups by their numbers (members, votes): V. D’Hondt (1882), A. Sainte-Laguë (1910), largest remainders (A. Hamilton 1792); as in M. Balinski and H. P. Young, Fair Representation (2nd ed. 2001). */
import type { Words } from '../../kernel/finding'

export interface Group { readonly id: string; readonly number: number }
export type AllotmentMethod = 'dHondt' | 'sainteLague' | 'hamilton'
export interface Allotment {
  readonly given: Readonly<Record<string, number>>
  /** Places between groups of equal claim: fewer places than groups; people decide. */
  readonly open: { readonly places: number; readonly among: readonly string[] } | null
}

/** @throws RangeError for numbers that are not whole or below 0 */
export const allot = (method: AllotmentMethod, groups: readonly Group[], places: number): Allotment => {
  if (![places, ...groups.map((g) => g.number)].every((n) => Number.isSafeInteger(n) && n >= 0)) throw new RangeError('places and numbers are whole and not below 0')
  const claimed = groups.filter((g) => g.number > 0)
  const given = new Map(groups.map((g) => [g.id, 0]))
  if (claimed.length === 0) return { given: Object.fromEntries(given), open: null }
  return method === 'hamilton' ? hamilton(claimed, given, places) : divisors(method === 'dHondt' ? (s) => s + 1 : (s) => 2 * s + 1, claimed, given, places)
}

/** Place by place to the greatest quotient, compared crosswise. */
const divisors = (divisor: (has: number) => number, groups: readonly Group[], given: Map<string, number>, places: number): Allotment => {
  const claim = (a: Group, b: Group): number => cross(b.number, divisor(given.get(a.id)!)) - cross(a.number, divisor(given.get(b.id)!))
  for (let left = places; left > 0;) {
    const first = groups.reduce((best, g) => (claim(g, best) < 0 ? g : best))
    const equal = groups.filter((g) => claim(g, first) === 0)
    if (equal.length > left) return { given: Object.fromEntries(given), open: { places: left, among: equal.map((g) => g.id).sort() } }
    for (const g of equal) given.set(g.id, given.get(g.id)! + 1)
    left -= equal.length
  }
  return { given: Object.fromEntries(given), open: null }
}
const cross = (a: number, b: number): number => {
  if (!Number.isSafeInteger(a * b)) throw new RangeError('numbers too large to compare exactly')
  return a * b
}

/** Whole quotas first, then the greatest remainders. */
const hamilton = (groups: readonly Group[], given: Map<string, number>, places: number): Allotment => {
  const all = groups.reduce((sum, g) => sum + g.number, 0)
  const rests = groups.map((g) => ({ id: g.id, rest: cross(g.number, places) % all }))
  for (const g of groups) given.set(g.id, (g.number * places - (g.number * places) % all) / all)
  let left = places - [...given.values()].reduce((a, b) => a + b, 0)
  const order = rests.sort((a, b) => b.rest - a.rest || (a.id < b.id ? -1 : 1))
  for (let i = 0; i < order.length && left > 0;) {
    const equal = order.filter((o) => o.rest === order[i]!.rest)
    if (equal.length > left) return { given: Object.fromEntries(given), open: { places: left, among: equal.map((o) => o.id).sort() } }
    for (const o of equal) given.set(o.id, given.get(o.id)! + 1)
    left -= equal.length
    i += equal.length
  }
  return { given: Object.fromEntries(given), open: null }
}

const names = { dHondt: { zh: '按顿特法，得数依次除以 1、2、3…，商大者得', en: 'by D’Hondt: numbers divided by 1, 2, 3 …; the greatest quotients get the places' }, sainteLague: { zh: '按圣拉古法，得数依次除以 1、3、5…，商大者得', en: 'by Sainte-Laguë: numbers divided by 1, 3, 5 …; the greatest quotients get the places' }, hamilton: { zh: '按最大余数法，先取整数，余数大者补', en: 'by largest remainders: whole quotas first, then the greatest remainders' } } as const
export const sayAllotment = (method: AllotmentMethod, { given, open }: Allotment): Words => {
  const each = Object.entries(given).map(([id, n]) => `${id} ${n}`)
  return { zh: `${names[method].zh}：${each.join('、')}${open === null ? '' : `；还有 ${open.places} 个名额，${open.among.join('、')} 相等，由人决定`}`, en: `${names[method].en}: ${each.join(', ')}${open === null ? '' : `; ${open.places} place(s) left between equals ${open.among.join(', ')}: people decide`}` }
}
