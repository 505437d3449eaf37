/** What a quota can say, and what it comes to for one unit. */
import { z } from 'zod'
import type { Unit } from './case'
import { channels } from './channels'
import { property } from './property'
import { fraction, ruleBase, words, type Fraction } from './rule-base'
import { subset } from './subset'

const places = { min: z.int().min(0).optional(), max: z.int().min(0) }

/** 名额: how many. Without `role` it is what one unit may nominate. Model: 每市医学会、有关单位限报一人. */
export const quota = z.strictObject({
  ...ruleBase,
  kind: z.literal('quota'),
  /** Whose number it is: nominated by a unit, sent up to the level above, winners, shortlist. */
  role: z.enum(['nominate', 'upward', 'winners', 'shortlist']).optional(),
  /** For a unit that nothing below names. null: only those named, or by the formula; of winners and places upward also: no number is stated (若干名, 择优推荐). */
  max: z.int().min(1).nullable(),
  /** Whom places upward go to. */
  to: words.optional(),
  /** 至少: 1 and more is a duty; 0 says that a unit may send nobody and says so. */
  min: z.int().min(0).optional(),
  /** By type of unit, as organisations carry it. */
  byType: z.array(z.strictObject({ type: z.string().min(1), ...places })).min(1).optional(),
  /** Units that have their own number, by code. */
  named: z.array(z.strictObject({ codes: z.array(z.string().min(1)).min(1), name: words, ...places })).min(1).optional(),
  /** More for a unit with a property (已建科协). */
  bonus: z.array(z.strictObject({ property, extra: z.int().min(1) })).min(1).optional(),
  /** A share of what the unit counts (正式党员), in whole places; surplus candidates are in it or come on top. */
  formula: z.strictObject({ share: fraction, of: property, rounding: z.enum(['up', 'down', 'nearest']), surplus: z.strictObject({ share: fraction, included: z.boolean() }).optional() }).optional(),
  /** 其中: at most or at least so many with something in common. */
  within: z.array(z.strictObject({ of: subset, min: z.int().min(0).optional(), max: z.int().min(0).optional() })).min(1).optional(),
  /** 教工4、学生6: groups that make up the number. */
  split: z.array(z.strictObject({ of: subset, max: z.int().min(0) })).min(2).optional(),
  /** Most in any one category. */
  eachCategory: z.int().min(1).optional(),
  /** Persons and teams: most of each; `either`: persons or teams, not both. */
  kinds: z.strictObject({ person: z.int().min(0), team: z.int().min(0), either: z.boolean() }).optional(),
  /** Several units share one number. */
  pools: z.array(z.strictObject({ name: words, types: z.array(z.string().min(1)).optional(), codes: z.array(z.string().min(1)).optional(), max: z.int().min(1) })).min(1).optional(),
  /** Organisations that nominate together: each has to agree. */
  joint: z.array(property).min(1).optional(),
  /** From so many nominations on they are put in order. */
  rankedFrom: z.int().min(2).optional(),
  /** More places that the office may grant on request; null: as many as it grants. */
  extra: z.strictObject({ max: z.int().min(1).nullable() }).optional(),
  /** 不占名额: who is nominated without taking a place. */
  outside: z.array(property).min(1).optional(),
  byChannel: z.array(z.strictObject({ channel: z.enum(channels), max: z.int().min(0) })).min(1).optional(),
})
export type Quota = z.infer<typeof quota>
export type QuotaRole = NonNullable<Quota['role']>

/** Only this one limits what a unit submits. */
export const roleOf = (q: { readonly role?: unknown }): string => (typeof q.role === 'string' ? q.role : 'nominate')

/** Places by a share in whole numbers: never a float. */
const shareOf = (n: number, { numerator, denominator }: Fraction, rounding: 'up' | 'down' | 'nearest'): number => {
  const rest = (n * numerator) % denominator
  const floor = (n * numerator - rest) / denominator
  if (rounding === 'down' || rest === 0) return floor
  return rounding === 'up' || rest * 2 >= denominator ? floor + 1 : floor
}

export interface Places { readonly min: number; /** null: what the formula counts is not known of this unit. */ readonly max: number | null }

/** What a rule comes to for one unit: its own number, else its type's, else the formula, else everybody's; then what its properties and the office add. */
export const quotaOf = (rule: Quota, unit: Unit): Places => {
  const own = rule.named?.find((n) => unit.code !== undefined && n.codes.includes(unit.code)) ?? rule.byType?.find((t) => t.type === unit.type)
  const base = own ?? { min: rule.min, max: rule.formula === undefined ? rule.max ?? 0 : byFormula(rule.formula, rule.max, unit) }
  const bonus = (rule.bonus ?? []).reduce((n, b) => n + (has(unit, b.property) ? b.extra : 0), 0)
  const granted = rule.extra === undefined ? 0 : Math.min(unit.granted ?? 0, rule.extra.max ?? Number.MAX_SAFE_INTEGER)
  return { min: base.min ?? rule.min ?? 0, max: base.max === null ? null : base.max + bonus + granted }
}

/** What has to be known of a unit before its number is, as the list of units calls it: what the formula counts, what the bonus is for. */
export const factsNeeded = (rule: Pick<Quota, 'formula' | 'bonus'>): { readonly counts: readonly string[]; readonly properties: readonly string[] } =>
  ({ counts: rule.formula === undefined ? [] : [rule.formula.of.name.zh], properties: (rule.bonus ?? []).map((b) => b.property.name.zh) })

/** Under the rule's own id, or as the list of units calls it. */
const has = (unit: Unit, { id, name }: NonNullable<Quota['bonus']>[number]['property']): boolean => unit.properties?.[id] === true || unit.properties?.[name.zh] === true

const byFormula = (f: NonNullable<Quota['formula']>, most: number | null, unit: Unit): number | null => {
  const count = unit.counts?.[f.of.id] ?? unit.counts?.[f.of.name.zh]
  if (count === undefined) return null
  const places = shareOf(count, f.share, f.rounding)
  const all = places + (f.surplus === undefined || f.surplus.included ? 0 : shareOf(places, f.surplus.share, f.rounding))
  return most === null ? all : Math.min(all, most)
}

/** The pool a unit shares, if it shares one. */
export const poolOf = (rule: Quota, unit: Unit): NonNullable<Quota['pools']>[number] | undefined =>
  rule.pools?.find((p) => (unit.type !== undefined && p.types?.includes(unit.type)) || (unit.code !== undefined && p.codes?.includes(unit.code)))
