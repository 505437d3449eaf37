import { closeRound } from '#contract/operations/jury'
import { conclude, concludedFindings, concludedHash } from '#core/review/concluded'
import { unpacked, type PackedBallot } from '#core/review/packed-ballot'
import { beforeClose } from '#core/review/paper'
import { waitsForVote } from '#core/review/public-voting'
import { voidsAlone } from '#core/review/voided'
import { randomBytes } from 'node:crypto'
import { command, done, refusedBy, stopsAt } from '../handler'
import { endIfOver } from '../end-public-vote'
import { openingKeys, readPrinted } from '../key-shares'
import { openOne } from '../open-rounds'
import { openBox } from '../opened-box'
import { forgetOver } from '../forget-round-keys'
import { shuffled } from '../shuffled'
import { standingOf } from '../store/paper-rounds'
import { putBallots, readBench, readCandidateIds } from '../store/rounds'

/** 封票: opens the box, writes it shuffled in this one transaction, counts, and destroys the key, in the database and its file, and whatever was only a draft. */
const close = command(closeRound, async ({ params, body }, c) => {
  const round = await openOne(c, params.roundId)
  const shared = round.rule.keyShares === true ? openingKeys(round.id, body.shares, await readPrinted(c.tx, round.id)) : null
  if (shared?.ok === false) return refusedBy(shared.findings)
  const waits = round.rule.paper === true ? beforeClose(round.rule, await standingOf(c.tx, c.services.roundKeys, round)) : []
  if (waits.length > 0) return refusedBy(waits)
  const vote = round.rule.publicPart === undefined ? null : await endIfOver(c.tx, round.id)
  const votes = waitsForVote(round.rule, vote && { endsAt: vote.endsAt, over: vote.endedAt !== null })
  if (votes.length > 0) return refusedBy(votes)
  // Whoever is casting or saving at this moment comes before, or finds the round closed.
  await c.tx.rows(`UPDATE round_jurors SET sits = false WHERE round_id = $1`, [round.id])
  const named = round.rule.ballot === 'named'
  const inBox = await openBox(c, round, shared?.keys ?? null)
  const [bench, sorted, writeIns] = [await readBench(c.tx, round.id), await readCandidateIds(c.tx, round.id), new Map<string, string>()]
  const out = new Set(voidsAlone(round.rule) ? bench.recusals.map((r) => `${r.juror} ${r.candidate}`) : [])
  const opened = inBox.map(({ ballot: { comments, ...ballot }, juror }) => {
    const rest = ballot.rest == null ? null : { ...ballot.rest, ...(ballot.rest.writeIns !== undefined && { writeIns: ballot.rest.writeIns.map((name) => signOf(writeIns, name)) }) }
    const packed: PackedBallot = { code: ballot.code, approvals: ballot.approvals, ...(named && { juror }), rest }
    return { packed, comments: Object.entries(comments ?? {}).filter(([candidate]) => !out.has(`${juror} ${candidate}`)).map(([candidate, text]) => ({ candidate, text, by: named ? juror : null })) }
  })
  const box = { ...bench, ballots: opened.map((o) => unpacked(o.packed, sorted)) }
  const result = conclude(round.rule, box)
  const findings = concludedFindings(round.rule, result)
  if (stopsAt(findings)) return refusedBy(findings)
  const hash = concludedHash(round.rule, box, result)
  const at = await c.now()
  const waiting = bench.jurors.filter((j) => j.present && !j.voted).length
  await putBallots(c.tx, round.id, opened.map((o) => o.packed))
  const comments = shuffled(opened.flatMap((o) => o.comments))
  await c.tx.rows(`INSERT INTO score_comments (round_id, nomination_id, account_id, comment) SELECT $1, k.id, k.by, k.comment FROM unnest($2::uuid[], $3::uuid[], $4::text[]) k(id, by, comment)`, [round.id, comments.map((k) => k.candidate), comments.map((k) => k.by), comments.map((k) => k.text)])
  await c.tx.rows(`UPDATE sealed_ballots SET sealed = ''::bytea WHERE round_id = $1`, [round.id])
  await c.tx.rows(`UPDATE paper_entries SET sealed = ''::bytea WHERE round_id = $1`, [round.id])
  await c.tx.rows(`UPDATE paper_settled SET sealed = ''::bytea WHERE round_id = $1`, [round.id])
  await c.tx.rows(`DELETE FROM score_cards WHERE round_id = $1`, [round.id])
  await c.tx.rows(`UPDATE rounds SET state = 'closed', private_key = NULL, closed_at = to_timestamp($2 / 1000.0), result = $3, result_hash = $4, write_ins = $5 WHERE id = $1`, [round.id, at, result, hash, Object.fromEntries([...writeIns].map(([name, sign]) => [sign, name]))])
  if (shared !== null) {
    const used = [...shared.keys.keys()].sort()
    await c.tx.rows(`UPDATE round_key_shares SET used_at = to_timestamp($3 / 1000.0) WHERE round_id = $1 AND holder = ANY($2)`, [round.id, used, at])
    c.record({ chain: round.campaignId, act: 'keyShare.used', subject: { kind: 'round', id: round.id }, data: { holders: used } })
  }
  c.record({ chain: round.campaignId, act: 'round.closed', subject: { kind: 'round', id: round.id }, data: { count: hash, returned: result.returned, present: result.present, notVoted: waiting } })
  return done({ hash })
})
export const closeRoundCommand: typeof close = { ...close, afterwards: forgetOver }

/** A name written in stands as a chance sign in the box: the exported record holds no names. */
const signOf = (known: Map<string, string>, written: string): string => {
  const name = written.normalize('NFC')
  const sign = known.get(name) ?? `w-${randomBytes(8).toString('hex')}`
  known.set(name, sign)
  return sign
}
