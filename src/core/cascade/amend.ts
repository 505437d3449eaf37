/** 修订: an open campaign's definition is changed by a difference to itself; what it stands under is the level above as it is now. */
import type { Definition } from '../campaign/definition'
import type { Level } from '../campaign/resolve'
import { finding, type Finding } from '../kernel/finding'
import { sayEnd, type Instant } from '../kernel/instant'
import { deadlineOf } from '../nomination/deadline'
import type { Rule } from '../rules/rule'

export interface Amendment {
  readonly head?: { readonly name: Definition['name']; readonly award: Definition['award']; readonly notice: Partial<Definition['notice']> } | undefined
  /** Whole, new or in place of those of the same id; raw ones are checked when it is laid under the level above. */
  readonly rules: readonly unknown[]
  readonly removed: readonly string[]
}

const idOf = (rule: unknown): unknown => (typeof rule === 'object' && rule !== null && 'id' in rule ? rule.id : undefined)

/** The definition that an amendment makes of the one in force, unchecked. */
export const amended = (leaf: Definition, a: Amendment): Definition => {
  const kept = leaf.rules.filter((r) => !a.removed.includes(r.id))
  const given = a.rules as readonly Rule[]
  return {
    ...leaf, ...(a.head === undefined ? {} : { name: a.head.name, award: a.head.award, notice: { ...leaf.notice, ...a.head.notice } }),
    rules: [...kept.map((rule) => given.find((r) => idOf(r) === rule.id) ?? rule), ...given.filter((r) => !kept.some((rule) => rule.id === idOf(r)))],
  }
}

/** When nominations of a campaign end, and when those of the level above do. */
export interface Ends { /** An extension that stands. */ readonly extendedTo: Instant | null; /** Null: nothing above says. */ readonly upper: Instant | null }

/** An extension that was within the level above when it was given, and is no longer. */
export const extendedBeyond = ({ extendedTo, upper }: Ends): Finding[] => (extendedTo === null || upper === null || extendedTo <= upper ? [] : [finding({
  code: 'tighten.deadline.extended', rule: null, strength: 'block', at: { field: 'rule.deadline' },
  what: [`本级已延长至 ${sayEnd(extendedTo).zh}，晚于上级的截止时间 ${sayEnd(upper).zh}`, `Extended here to ${sayEnd(extendedTo).en}, later than the level above closes, ${sayEnd(upper).en}`],
  mend: ['请修订本级的截止时间；延长随之失效。', 'Amend the deadline here; the extension ends with that.'],
})])

/** What stands against an amendment beside its rules: it must change something, and a deadline that it moves must lie ahead. */
export const checkAmendment = (before: Level, after: Level, ends: Ends, now: Instant): Finding[] => {
  if (before.resolved.hash === after.resolved.hash) return [finding({ code: 'amendment.nothing', rule: null, strength: 'block', what: ['没有改动', 'Nothing is changed'], mend: ['请改动方案后再提请。', 'Change the definition first.'] })]
  const [was, is] = [deadlineOf(before), deadlineOf(after)]
  if (is === null || is === was) return extendedBeyond(ends)
  const moved = after.rules.find((r) => r.kind === 'deadline') ?? null
  const at = { field: `rule.${moved?.id ?? 'deadline'}` }
  return [
    ...(is > now ? [] : [finding({ code: 'amendment.deadlinePast', rule: moved, strength: 'block', at, what: [`改后的截止时间 ${sayEnd(is).zh} 已经过去`, `The new deadline, ${sayEnd(is).en}, lies in the past`], mend: ['请改到以后；已经报送的不受影响。', 'Set a later one; what was submitted stays.'] })]),
    ...(ends.extendedTo === null ? [] : [finding({ code: 'amendment.extensionEnds', rule: moved, strength: 'warn', at, what: [`延长至 ${sayEnd(ends.extendedTo).zh} 随之失效，以改后的截止时间 ${sayEnd(is).zh} 为准`, `The extension to ${sayEnd(ends.extendedTo).en} ends with it: ${sayEnd(is).en} holds`], mend: ['仍要更晚的，确认后再办理延长。', 'For a later end, extend again afterwards.'] })]),
  ]
}
