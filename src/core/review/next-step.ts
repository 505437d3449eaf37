/** What follows a count by the round's own rule: the end, a vote again among those tied only, another ballot for the places left, or people. */
import type { Words } from '../kernel/finding'
import type { Round } from '../rules/round-terms'
import type { Waits } from './counting/instant-runoff'
import type { Outcome } from './counting/placement'
import { partsOfRows } from './groups'

/** Of a round with places by group: how many are left in each that goes on. */
export type GroupPlaces = Readonly<Record<string, number>>
export type NextStep =
  | { readonly kind: 'done'; readonly empty: number }
  /** 只就并列的人再投: those at the line, for the places left; who is selected stays so. */
  | { readonly kind: 'revote'; readonly candidates: readonly string[]; readonly places: number; readonly groups?: GroupPlaces }
  /** 另行选举: the best of those not selected, in the round's own ratio of candidates to places. */
  | { readonly kind: 'anotherBallot'; readonly candidates: readonly string[]; readonly places: number; readonly groups?: GroupPlaces }
  | { readonly kind: 'people'; readonly candidates: readonly string[]; readonly places: number; readonly groups?: GroupPlaces }
interface Counted { readonly quorumReached: boolean; readonly rows: readonly { readonly candidate: string; readonly rank: number; readonly outcome: Outcome; readonly group?: string }[]; readonly detail?: { readonly waits?: Waits | null } }

/** How many candidates a 差额 round needs for its places: the greater of the number and the ratio, rounded up. */
export const leastCandidates = (surplus: Round['surplus'], places: number): number => {
  if (surplus === undefined) return 1
  if (surplus.kind === 'equal') return places
  const { numerator, denominator } = surplus.share ?? { numerator: 0, denominator: 1 }
  const rest = (places * numerator) % denominator
  return places + Math.max(surplus.atLeast, (places * numerator - rest) / denominator + (rest > 0 ? 1 : 0))
}

export const nextStep = (rule: Pick<Round, 'places' | 'tie' | 'unfilled' | 'surplus' | 'groups'>, t: Counted): NextStep => {
  const waits = t.detail?.waits
  const parts = partsOfRows(rule, t.rows).map((p) => ({ ...p, left: p.places - p.rows.filter((r) => r.outcome === 'selected').length, tied: p.rows.filter((r) => r.outcome === 'tied').map((r) => r.candidate) }))
  const left = parts.reduce((n, p) => n + p.left, 0)
  if (!t.quorumReached) return { kind: 'people', candidates: [], places: rule.places }
  if (waits != null) return { kind: 'people', candidates: waits.among, places: left }
  const goesOn = (of: readonly { readonly id: string | null; readonly left: number; readonly candidates: readonly string[] }[]) => ({
    candidates: of.flatMap((p) => p.candidates), places: of.reduce((n, p) => n + p.left, 0), ...(of.some((p) => p.id !== null) && { groups: Object.fromEntries(of.map((p) => [p.id!, p.left])) }),
  })
  const tied = parts.filter((p) => p.tied.length > 0).map((p) => ({ ...p, candidates: p.tied }))
  if (tied.length > 0) return { kind: rule.tie === 'again' ? 'revote' : 'people', ...goesOn(tied) }
  if (left === 0 || rule.unfilled !== 'anotherBallot') return { kind: 'done', empty: left }
  const open = parts.flatMap((p) => {
    const rest = p.rows.filter((r) => r.outcome === 'belowThreshold')
    if (p.left === 0 || rest.length === 0) return []
    // Runners-up in the round's own ratio; equals at that line all come in, since nothing says which.
    const wanted = Math.max(leastCandidates(rule.surplus, p.left), p.left)
    const line = rest[Math.min(wanted, rest.length) - 1]!.rank
    const candidates = rest.filter((r) => r.rank <= line).map((r) => r.candidate)
    return [{ id: p.id, left: p.id === null ? p.left : Math.min(p.left, candidates.length), candidates }]
  })
  return open.length === 0 ? { kind: 'done', empty: left } : { kind: 'anotherBallot', ...goesOn(open) }
}

export const sayNext = (n: NextStep): Words => {
  switch (n.kind) {
    case 'done': return n.empty === 0 ? { zh: '名额已满，本轮结束', en: 'all places are filled; the round is done' } : { zh: `空出 ${n.empty} 个名额，宁缺毋滥，本轮结束`, en: `${n.empty} place(s) stay empty; the round is done` }
    case 'revote': return { zh: `${n.candidates.length} 人并列，只就他们再投一次，选 ${n.places} 人`, en: `${n.candidates.length} are equal: vote again on them only, for ${n.places} place(s)` }
    case 'anotherBallot': return { zh: `还缺 ${n.places} 人，就得票靠前的 ${n.candidates.length} 人再投一次`, en: `${n.places} place(s) left: another ballot among the ${n.candidates.length} runners-up` }
    case 'people': return { zh: '按办法不能自行得出结果，由评委会决定', en: 'the rule does not settle it; the jury decides' }
  }
}
