import { endIfOver } from '../end-public-vote'
import { readPublicVoteRow } from '../store/public-votes'
import type { JobKind } from './kind'

const roundOf = (job: { readonly payload: unknown }): string => (job.payload as { readonly roundId: string }).roundId
/** By the clock, whether anybody looks or not: what tells of voters does not lie about longer than it must. */
export const endPublicVote: JobKind = {
  kind: 'endPublicVote',
  async step(tx, job) {
    await endIfOver(tx, roundOf(job))
    return 0
  },
  async rest(tx, job) {
    const vote = await readPublicVoteRow(tx, roundOf(job))
    if (vote === undefined || vote.endedAt !== null) return null
    const now = (await tx.row<{ at: number }>(`SELECT product_time() AS at`))!.at
    // The clock of a demo may be moved: it looks again each minute.
    return Math.min(60, Math.max(1, (vote.endsAt - now) / 1000))
  },
}
