import { z } from 'zod'
import type { ClauseRef } from '../kernel/clause'
import { calendarDay, slug, words } from '../rules/rule-base'
import { noticeLevel } from '../rules/public-notice'
import { roleOf } from '../rules/quota-terms'
import { notStated, statedRule, type NotStated, type RuleKind, type StatedRule } from '../rules/rule'

const orNotStated = <T extends z.ZodType>(schema: T) => z.union([schema, z.literal('not stated')])

/** 活动方案 as a file: what one level's notice says, its own rules only. */
export const definition = z.strictObject({
  format: z.literal('xuanshu-definition/1'),
  id: slug,
  year: z.int().min(1949).max(2200),
  level: z.enum(['national', 'province', 'city', 'society', 'unit']),
  name: words,
  /** The honour itself, as it stands on the certificate. */
  award: words,
  /** The definition this one forwards; null at the top. */
  parent: slug.nullable(),
  notice: z.strictObject({
    title: z.string().min(1),
    issuer: words,
    number: orNotStated(z.string().min(1)),
    date: orNotStated(calendarDay),
    /** 主办单位, in the given order. */
    hosts: z.array(words).min(1),
    /** 依据: titles of the notices it rests on. */
    basis: z.array(z.string().min(1)),
  }),
  rules: z.array(z.union([notStated, statedRule])),
})
export type Definition = z.infer<typeof definition>

/** A rule after resolution: it knows which level said it last, and always has words to show whoever is refused. */
export type ResolvedRule<K extends RuleKind = RuleKind> = Extract<StatedRule, { kind: K }> & { readonly rests: ClauseRef }

/** A chain folded into what holds at its leaf. Immutable; `hash` names it for ever. */
export interface ResolvedDefinition {
  readonly format: 'xuanshu-resolved/1'
  readonly id: string
  readonly year: number
  readonly level: Definition['level']
  readonly name: Definition['name']
  readonly award: Definition['award']
  readonly notice: Definition['notice']
  /** Root first, leaf last. */
  readonly chain: readonly { readonly id: string; readonly hash: string; readonly name: Definition['name']; readonly issuer: Definition['notice']['issuer'] }[]
  readonly rules: readonly ResolvedRule[]
  /** What no level of the chain states: to be decided by the office before it opens. */
  readonly open: readonly NotStated[]
  /** SHA-256 over the canonical JSON of all the above. */
  readonly hash: string
}

/** All rules of a kind, in the order of the definition. */
export const rulesOf = <K extends RuleKind>(d: Pick<ResolvedDefinition, 'rules'>, kind: K): ResolvedRule<K>[] =>
  d.rules.filter((r): r is ResolvedRule<K> => r.kind === kind)

/** The first rule of a kind, or the one of that id. */
export const ruleOf = <K extends RuleKind>(d: Pick<ResolvedDefinition, 'rules'>, kind: K, id?: string): ResolvedRule<K> | undefined =>
  rulesOf(d, kind).find((r) => id === undefined || r.id === id)

/** The public notice that the host holds, which the product runs; those of units are theirs. */
export const hostNotice = (d: Pick<ResolvedDefinition, 'rules'>): ResolvedRule<'publicNotice'> | undefined => rulesOf(d, 'publicNotice').find((r) => noticeLevel(r) === 'host')

/** The quota that limits what one unit submits; those of winners and shortlists do not. */
export const nominationQuota = (d: Pick<ResolvedDefinition, 'rules'>): ResolvedRule<'quota'> | undefined => rulesOf(d, 'quota').find((r) => roleOf(r) === 'nominate')
