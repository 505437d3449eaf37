/** 一并发布: outcome, letters and public notice in one transaction, by a second person, or none of it. */
import { confirmRelease, prepareRelease, withdrawRelease } from '#contract/operations/release'
import { changed, mayPrepare, mayRelease } from '#core/announcement/release/release'
import { Refusal } from '#core/kernel/refusal'
import { dayOf } from '#core/kernel/instant'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { atNotice, beginNotice } from '../notice-to-start'
import { passGate } from '../pass-gate'
import { composeRelease } from '../releases/compose'
import { postOutcome } from '../releases/post'
import { enqueue } from '../store/jobs'
import type { Deed } from '../store/ledger'
import { tellNow } from '../store/news-told'
import { lockRelease, openRelease, putRelease, putReleased, standingRelease } from '../store/releases'

/** Whoever changes a round, a candidate's place or this release comes before or after. */
const lock = async (tx: { rows(sql: string, params: readonly unknown[]): Promise<unknown> }, campaignId: string): Promise<void> => {
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  await tx.rows(`SELECT 1 FROM rounds WHERE campaign_id = $1 ORDER BY id FOR SHARE`, [campaignId])
}

export const prepareReleaseCommand = command(prepareRelease, async ({ params: { campaignId }, body: { roundId, startsOn, still, hash, ...input } }, c) => {
  const { tx, actor } = c
  await lock(tx, campaignId)
  const at = await c.now()
  const composed = await composeRelease(c, campaignId, { roundId, startsOn, input }, (definition, ids) => passGate(tx, definition, ids, atNotice, { by: still ? actor.accountId : null, now: at }))
  const findings = [...mayPrepare({ startsOn, today: dayOf(at), waiting: (await openRelease(tx, campaignId)) !== undefined, standing: (await standingRelease(tx, campaignId)) !== undefined }), ...composed.findings]
  if (stopsAt(findings)) return refusedBy(findings)
  if (composed.hash !== hash) return refusedBy([changed()])
  const releaseId = await putRelease(tx, { campaignId, roundId, startsOn, input, hash, preparedBy: actor.accountId, preparedAt: at })
  c.record({ chain: campaignId, act: 'release.prepared', subject: { kind: 'release', id: releaseId }, data: { content: hash, startsOn } })
  return done({ releaseId })
})

export const confirmReleaseCommand = command(confirmRelease, async ({ params: { campaignId, releaseId }, body }, c) => {
  const { tx, actor } = c
  await lock(tx, campaignId)
  const row = await lockRelease(tx, releaseId, campaignId)
  if (row === undefined) throw absent()
  const at = await c.now()
  const today = dayOf(at)
  const [own, over] = [row.preparedBy === actor.accountId, row.releasedAt !== null || row.withdrawnAt !== null]
  const early = mayRelease({ own, over, startsOn: row.startsOn, today, fits: row.hash === body.hash })
  if (stopsAt(early)) return refusedBy(early)
  const composed = await composeRelease(c, campaignId, row, (definition, ids) => passGate(tx, definition, ids, atNotice, { by: body.still ? actor.accountId : null, now: at }))
  const findings = [...mayRelease({ own, over, startsOn: row.startsOn, today, fits: composed.hash === row.hash }), ...composed.findings]
  if (stopsAt(findings)) return refusedBy(findings)
  const { notice, letters, stood } = composed
  await putReleased(tx, releaseId, actor.accountId, at, stood, letters)
  const posted = await postOutcome(tx, campaignId, letters, actor.accountId, at)
  const started = row.startsOn === today
  // A candidate has one list of news, and is told of the own nomination alone.
  for (const { nominationId, candidate } of stood) if (candidate !== null) await tellNow(tx, [{ kind: 'outcomeYours', to: ['candidate'] }], { chain: campaignId, subject: { kind: 'nomination', id: nominationId }, by: actor.accountId })
  // Entries come last, with the COMMIT.
  const deeds: Deed[] = [{ chain: campaignId, act: 'release.released', subject: { kind: 'release', id: releaseId }, data: { content: row.hash, startsOn: row.startsOn, letters: posted, nominations: stood.length, units: [...new Set(stood.map((s) => s.unitId))].sort() } }]
  if (started) await beginNotice(c, campaignId, { ...row.input, roundId: row.roundId }, notice, at, (deed) => deeds.push(deed), { release: releaseId })
  else await enqueue(tx, { kind: 'startNotice', campaignId, payload: { releaseId }, total: 1 })
  for (const deed of deeds) c.record(deed)
  return done({ letters: posted, endsAt: notice.end, started })
})

/** Also the way of a second person to say no. */
export const withdrawReleaseCommand = command(withdrawRelease, async ({ params: { campaignId, releaseId } }, c) => {
  const row = await lockRelease(c.tx, releaseId, campaignId)
  if (row === undefined) throw absent()
  if (row.releasedAt !== null || row.withdrawnAt !== null) throw new Refusal('conflict', { zh: '这一份已经发布或撤回，请刷新页面。', en: 'This one was released or taken back: reload the page.' })
  await c.tx.rows(`UPDATE releases SET withdrawn_at = product_time() WHERE id = $1`, [releaseId])
  c.record({ chain: campaignId, act: 'release.withdrawn', subject: { kind: 'release', id: releaseId }, data: { content: row.hash, by: row.preparedBy } })
  return done({})
})
