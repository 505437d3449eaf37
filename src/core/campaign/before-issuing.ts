/** 发布前核对: everything that stands against issuing a definition, what of it a person may answer with a reason, and what then still stops it. */
import { finding, type Finding } from '../kernel/finding'
import { contradictions } from './contradictions/contradictions'
import type { Contradiction, Matter } from './contradictions/matter'
import type { Definition } from './definition'
import { readiness } from './readiness'
import { tighten } from './tighten'

/** One thing found, under a key by which a reason answers it. */
export interface Raised extends Contradiction { readonly key: string }

/** What is missing, what is worded otherwise than above, what contradicts; blocking ones first. `leaf` is the level's own part, compared with the one above. */
export const raised = (of: Matter, leaf: Definition | null): Raised[] => keyed([
  ...readiness(of.definition), ...(of.parent === undefined || leaf === null ? [] : tighten(of.parent, leaf)), ...contradictions(of),
])

const order = { block: 0, warn: 1, note: 2 } as const
/** A key stays the same while what was found does: another date is another question. */
export const keyed = (found: readonly (Finding | Contradiction)[]): Raised[] => {
  const seen = new Map<string, number>()
  return found.toSorted((a, b) => order[a.strength] - order[b.strength]).map((f) => {
    const place = `${f.code} ${f.at.field ?? f.at.material ?? ''} ${f.what.zh}`
    const n = (seen.get(place) ?? 0) + 1
    seen.set(place, n)
    return { ...f, against: 'against' in f ? f.against : null, key: n === 1 ? place : `${place} ${n}` }
  })
}

/** A reason of a person, as the ledger keeps it. */
export interface Answer { readonly code: string; readonly field: string; readonly what: string; readonly reason: string }
/** Shorter ones say nothing to who reads the ledger later. */
export const LEAST_REASON = 5

const isReason = (text: string | undefined): text is string => text !== undefined && [...text.trim()].length >= LEAST_REASON

/** What still stops: what blocks, and every warning without a reason. With nothing left, the answers for the ledger. */
export const settle = (found: readonly Raised[], reasons: ReadonlyMap<string, string>): { readonly stops: readonly Finding[]; readonly answers: readonly Answer[] } => {
  const warnings = found.filter((f) => f.strength === 'warn')
  const open = warnings.filter((f) => !isReason(reasons.get(f.key)))
  const blocks = found.filter((f) => f.strength === 'block')
  return {
    stops: blocks.length === 0 && open.length === 0 ? [] : [...blocks, ...(open.length === 0 ? [] : [unanswered(open.length)]), ...open],
    answers: warnings.flatMap((f) => {
      const reason = reasons.get(f.key)
      return isReason(reason) ? [{ code: f.code, field: f.at.field ?? '', what: f.what.zh, reason: reason.trim() }] : []
    }),
  }
}

const unanswered = (n: number): Finding => finding({ code: 'issuing.unanswered', strength: 'block', rule: null,
  what: [`有 ${n} 处提醒还没有写明理由`, `${n} warning(s) have no reason yet`], mend: [`请在“发布前核对”逐条写明理由（至少 ${LEAST_REASON} 个字），或改草稿。`, `Give a reason for each on the page “Before issuing” (${LEAST_REASON} characters or more), or mend the draft.`] })
