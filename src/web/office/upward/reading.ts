/** What the page of 向上推荐 shows of what it read: at which step it stands, and whose it is. */
import type { AnswerOf } from '#contract/operation'
import type { readUpward } from '#contract/operations/upward'

export type Upward = AnswerOf<typeof readUpward>
export type Candidate = Upward['candidates'][number]
export type Step = 'choose' | 'mend' | 'fill' | 'seal' | 'export' | 'wait' | 'done' | 'late'

const inState = (u: Upward, ...states: NonNullable<Candidate['above']>['state'][]): Candidate[] => u.candidates.filter((c) => c.above !== null && states.includes(c.above.state))
/** Not recommended yet, or taken back, and nothing speaks against it here. */
export const choosable = (c: Candidate): boolean => c.how !== 'revoked' && (c.above === null || c.above.state === 'withdrawn')

/** What comes next, and about whom. @param exported names of nominations that are in an archive of their present version */
export const stepOf = (u: Upward, exported: ReadonlySet<string>): { readonly step: Step; readonly people: readonly Candidate[] } => {
  const [returned, drafts, waiting, sent] = [inState(u, 'returned'), inState(u, 'draft'), inState(u, 'atApproval'), inState(u, 'submitted')]
  const late = u.to !== null && u.now >= u.to.end
  if (returned.length > 0) return { step: 'mend', people: returned }
  if (late && sent.length === 0 && inState(u, 'accepted', 'rejected').length === 0) return { step: 'late', people: [] }
  if (drafts.length > 0) return { step: 'fill', people: drafts }
  if (waiting.length > 0) return { step: 'seal', people: waiting }
  const toExport = u.to?.mirrored === true ? sent.filter((c) => !exported.has(c.above!.nominationId)) : []
  if (toExport.length > 0) return { step: 'export', people: toExport }
  if (sent.length > 0) return { step: 'wait', people: sent }
  if (inState(u, 'accepted', 'rejected').length > 0) return { step: 'done', people: [] }
  return { step: 'choose', people: u.candidates.filter(choosable) }
}
