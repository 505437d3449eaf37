import { castPublicVote, openPublicVote } from '#contract/operations/public-votes'
import { dayOf } from '#core/kernel/instant'
import { limitsOf, stoppedBy } from '#core/review/counting/public-vote'
import { checkOpening, forged, notNow, sayStopped } from '#core/review/public-voting'
import { absent, command, done, refusedBy } from '../handler'
import { openOne } from '../open-rounds'
import { isProof, newSalt, signsOf } from '../public-vote-signs'
import { publishCampaign } from '../public/publish'
import { enqueue } from '../store/jobs'
import { lineUp, lockPublicVote, putPublicBallot, readPublicVoteRow, readUsed } from '../store/public-votes'
import { readCandidateIds, readRoundRow } from '../store/rounds'

/** The weight and the caps are the round's own, frozen when it opened; here only the time is said, once. */
export const openPublicVoteCommand = command(openPublicVote, async ({ params, body }, c) => {
  const round = await openOne(c, params.roundId)
  const now = await c.now()
  const { offline } = (await c.tx.row<{ offline: number }>(`SELECT count(*)::int AS offline FROM round_candidates k JOIN nominations n ON n.id = k.nomination_id WHERE k.round_id = $1 AND n.track = 'offline'`, [round.id]))!
  const findings = checkOpening(round.rule, { ...body, now, already: await readPublicVoteRow(c.tx, round.id) !== undefined, offline })
  if (findings.length > 0) return refusedBy(findings)
  const from = Math.max(body.from, now)
  await c.tx.rows(`INSERT INTO public_votes (round_id, starts_at, ends_at, opened_by, opened_at, salt) VALUES ($1, to_timestamp($2 / 1000.0), to_timestamp($3 / 1000.0), $4, to_timestamp($5 / 1000.0), $6)`, [round.id, from, body.to, c.actor.accountId, now, newSalt(c.services)])
  await enqueue(c.tx, { kind: 'endPublicVote', campaignId: round.campaignId, payload: { roundId: round.id }, total: 0 })
  await publishCampaign(c.tx, c.services, round.campaignId)
  c.record({ chain: round.campaignId, act: 'publicVote.opened', subject: { kind: 'round', id: round.id }, data: { from, until: body.to, percent: round.rule.publicPart!.percent } })
  return done({})
})

/**
 * A vote of anybody: no name, no entry in the ledger, whose chain is one line and would tell when it came. What is on record is the sum, at the end.
 * Limits are asked under locks of the address and the browser, and once more by the count.
 */
export const castPublicVoteCommand = command(castPublicVote, async ({ params, body }, c) => {
  const vote = await lockPublicVote(c.tx, params.roundId, 'share')
  const round = vote === undefined ? undefined : await readRoundRow(c.tx, params.roundId)
  if (vote === undefined || round === undefined) throw absent()
  if (vote.endedAt !== null || round.state !== 'open') return refusedBy([notNow(round.rule, 'after')])
  if (!isProof(c.services, vote, body.browser, body.proof)) return refusedBy([forged(round.rule)])
  const signs = signsOf(c.services, vote, body.browser, c.address)
  await lineUp(c.tx, round.id, signs)
  // The clock after the locks: whoever waited past the end comes too late.
  const now = await c.now()
  if (now < vote.startsAt || now >= vote.endsAt) return refusedBy([notNow(round.rule, now < vote.startsAt ? 'before' : 'after')])
  const [limits, day] = [limitsOf(round.rule), dayOf(now)]
  const stop = stoppedBy(limits, new Set(await readCandidateIds(c.tx, round.id)), await readUsed(c.tx, round.id, signs, day), body.candidates)
  if (stop !== null) return refusedBy([sayStopped(round.rule, limits, stop)])
  await putPublicBallot(c.tx, round.id, signs, now, day, body.candidates)
  return done({})
})
