/** 名额分配: how many nominations each level was granted, gave on, used and returned. Never more than what came from above, at every level. */
import { finding, type Finding } from '../kernel/finding'

/** One organisation under the one that granted it; `above` is null where the number came in from outside. */
export interface Holding {
  readonly id: string
  readonly above: string | null
  /** All that was ever granted to it, and what it gave back of that. */
  readonly granted: number
  readonly returned: number
  /** Seats its own nominations hold. */
  readonly used: number
}
/** What one organisation has in hand. */
export interface Standing { readonly held: number; readonly used: number; readonly givenOn: number; readonly free: number }
export interface Grant { readonly to: string; readonly count: number }

const heldOf = (h: Pick<Holding, 'granted' | 'returned'>): number => h.granted - h.returned

/** What is held and what of it is free. @param givenOn granted to those below */
export const standingOf = (of: Pick<Holding, 'granted' | 'returned' | 'used'>, givenOn: number): Standing => {
  const held = heldOf(of)
  return { held, used: of.used, givenOn, free: held - of.used - givenOn }
}

export type Distributed = { readonly ok: true; readonly grants: readonly Grant[]; readonly left: number } | { readonly ok: false; readonly findings: readonly Finding[] }

/** Grants of one level to those directly below it: all of them, or everything that stands against them. */
export const distribute = (from: Standing, grants: readonly Grant[], below: ReadonlySet<string>): Distributed => {
  const asked = grants.reduce((sum, g) => sum + g.count, 0)
  const findings = [
    ...grants.flatMap((g, i) => [
      ...(below.has(g.to) ? [] : [no('notBelow', `grants.${i}`, ['这个单位不在本活动的下级之中', 'This organisation is not below, in this campaign'], ['请从下级单位中选。', 'Choose one of those below.'])]),
      ...(grants.findIndex((o) => o.to === g.to) === i ? [] : [no('twice', `grants.${i}`, ['同一个单位写了两次', 'One organisation stands here twice'], ['请合成一行。', 'Make it one line.'])]),
      ...(Number.isInteger(g.count) && g.count >= 1 ? [] : [no('count', `grants.${i}`, [`名额 ${g.count} 不是大于 0 的整数`, `${g.count} is not a whole number above 0`], ['请填 1 或更大的整数；要减少，请办理退回。', 'Give 1 or more; to lessen it, have some returned.'])]),
    ]),
    ...(asked <= from.free ? [] : [no('exceeds', 'grants', [`要分配 ${asked} 个，手上只有 ${from.free} 个（上级下达 ${from.held}，已分出 ${from.givenOn}，自用 ${from.used}）`, `${asked} to be granted, ${from.free} at hand (${from.held} from above, ${from.givenOn} given on, ${from.used} used)`], ['请减少，或先请下级退回未用的名额。', 'Grant fewer, or have unused ones returned first.'])]),
  ]
  return findings.length > 0 ? { ok: false, findings } : { ok: true, grants, left: from.free - asked }
}

/** 退回: only what is neither used nor given on can go back. */
export const giveBack = (from: Standing, count: number): { readonly ok: true; readonly left: number } | { readonly ok: false; readonly findings: readonly Finding[] } => {
  if (!Number.isInteger(count) || count < 1) return { ok: false, findings: [no('count', 'count', [`名额 ${count} 不是大于 0 的整数`, `${count} is not a whole number above 0`], ['请填 1 或更大的整数。', 'Give 1 or more.'])] }
  if (count <= from.free) return { ok: true, left: from.free - count }
  return { ok: false, findings: [no('notFree', 'count', [`要退回 ${count} 个，可退的只有 ${from.free} 个（持有 ${from.held}，已用 ${from.used}，已分出 ${from.givenOn}）`, `${count} to be returned, ${from.free} free (${from.held} held, ${from.used} used, ${from.givenOn} given on)`], ['已用的和已分给下级的不能退；下级先退回，再往上退。', 'What is used or given on cannot go back: those below return first.'])] }
}

/** 报送 within what was granted; null: nothing is distributed in this campaign, its rule alone holds. `taken` are seats that other nominations of the unit hold. */
export const beyondGrant = (held: number | null, taken: number): Finding[] => (held === null || taken < held ? [] : [no('beyondGrant', 'quota',
  held === 0 ? ['本单位还没有分到名额', 'The unit was granted no nomination yet'] : [`分给本单位 ${held} 个名额，已报送 ${taken} 件`, `The unit was granted ${held}, and ${taken} nomination(s) are in`],
  ['请与分配名额的活动办公室联系。', 'Speak to the office that grants them.'])])

export interface Stood { readonly standing: Standing; /** Used here and everywhere below. */ readonly usedBelow: number }

/** Every holding with what it has in hand. */
export const standings = <H extends Holding>(holdings: readonly H[]): (H & Stood)[] => {
  const below = new Map<string, Holding[]>()
  for (const h of holdings) {
    const beside = h.above === null ? undefined : below.get(h.above)
    if (beside !== undefined) beside.push(h)
    else if (h.above !== null) below.set(h.above, [h])
  }
  const used = (h: Holding): number => (below.get(h.id) ?? []).reduce((sum, b) => sum + used(b), h.used)
  return holdings.map((h) => ({ ...h, standing: standingOf(h, (below.get(h.id) ?? []).reduce((sum, b) => sum + heldOf(b), 0)), usedBelow: used(h) }))
}

const no = (code: string, field: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `quota.${code}`, rule: null, strength: 'block', at: { field }, what, mend })
