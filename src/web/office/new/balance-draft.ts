/** 结构比例 as the form holds it: one line for each, in what a secretary says. */
import type { Words } from '#core/kernel/finding'
import type { Balance } from '#core/rules/round-methods'

export const whoChoices = ['female', 'male', 'bornAfter', 'category'] as const
export interface BalanceDraft {
  readonly id: string
  readonly who: (typeof whoChoices)[number]; /** YYYY-MM-DD, of bornAfter. */ readonly born: string; /** Its value and name, of category. */ readonly category: string; readonly categoryName?: Words
  readonly bound: 'least' | 'most'; readonly number: string; readonly unit: 'percent' | 'people'
  /** As the definition has it, where it says more than the form knows: kept as it stands. */
  readonly kept?: Balance
}
export interface CategoryChoice { readonly value: string; readonly name: Words }
const whole = (text: string): number | undefined => (/^\d+$/.test(text.trim()) ? Number(text) : undefined)

export const newBalance = (before: readonly BalanceDraft[]): BalanceDraft => ({ id: `balance-${1 + Math.max(0, ...before.map((b) => Number(/^balance-(\d+)$/.exec(b.id)?.[1] ?? 0)))}`, who: 'female', born: '', category: '', bound: 'least', number: '', unit: 'percent' })

const names = { female: { zh: '女性', en: 'Women' }, male: { zh: '男性', en: 'Men' } } as const
/** Undefined: something is not filled in yet. */
export const balanceOf = (d: BalanceDraft): Balance | undefined => {
  if (d.kept !== undefined) return d.kept
  const n = whole(d.number)
  if (n === undefined || (d.unit === 'percent' && n > 100) || (d.who === 'bornAfter' && d.born === '') || (d.who === 'category' && (d.category === '' || d.categoryName === undefined))) return undefined
  const who = d.who === 'category' ? { category: d.category } : d.who === 'bornAfter' ? { bornOnOrAfter: d.born } : { sex: d.who }
  const name = d.who === 'category' ? d.categoryName! : d.who === 'bornAfter' ? { zh: `${d.born} 及以后出生的`, en: `Born on or after ${d.born}` } : names[d.who]
  return { id: d.id, name, of: d.id, who, bound: d.bound, ...(d.unit === 'percent' ? { share: { numerator: n, denominator: 100 } } : { count: n }) }
}

export const balanceDraft = (b: Balance): BalanceDraft => {
  const blank = { ...newBalance([]), id: b.id }
  const keys = Object.keys(b.who ?? {})
  const said = b.within === undefined && b.rounding === undefined && keys.length === 1 && b.of === b.id && (b.share === undefined || b.share.denominator === 100)
  if (!said) return { ...blank, kept: b }
  const who = b.who!.sex ?? (b.who!.bornOnOrAfter !== undefined ? 'bornAfter' as const : b.who!.category !== undefined ? 'category' as const : null)
  if (who === null) return { ...blank, kept: b }
  return { ...blank, who, born: b.who!.bornOnOrAfter ?? '', category: b.who!.category ?? '', ...(who === 'category' && { categoryName: b.name }), bound: b.bound, number: String(b.share?.numerator ?? b.count ?? ''), unit: b.share === undefined ? 'people' : 'percent' }
}
