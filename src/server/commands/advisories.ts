/** 提示 beside a notice: given with an end, taken off before it; pages say so at once, here and below. */
import { endAdvisory, giveAdvisory } from '#contract/operations/situations'
import { endOfDay } from '#core/kernel/instant'
import { judgeAdvisory } from '#core/publicity/situations/situation'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { newId } from '../ids'
import { standingAdvisories } from '../store/situations'
import { lock, spread } from './replace-attachment'

export const giveAdvisoryCommand = command(giveAdvisory, async ({ params: { campaignId }, body }, { tx, services, actor, now, record }) => {
  const state = await lock(tx, campaignId)
  const [at, until, standing] = [await now(), endOfDay(body.lastDay), (await standingAdvisories(tx, campaignId)).filter((a) => a.campaignId === campaignId).length]
  const findings = judgeAdvisory({ words: `${body.words} ${body.wordsEn}`, until }, at, standing)
  if (stopsAt(findings)) return refusedBy(findings)
  const id = newId()
  await tx.rows(`INSERT INTO advisories (id, campaign_id, kind, words, given_by, given_at, until) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), to_timestamp($7 / 1000.0))`, [id, campaignId, body.kind, { zh: body.words, en: body.wordsEn === '' ? body.words : body.wordsEn }, actor.accountId, at, until])
  await spread(tx, services, campaignId, state)
  record({ chain: campaignId, act: 'advisory.given', subject: { kind: 'campaign', id: campaignId }, data: { advisory: id, kind: body.kind, words: body.words, until } })
  return done({ advisoryId: id, findings: findings as never })
})

export const endAdvisoryCommand = command(endAdvisory, async ({ params: { campaignId, advisoryId } }, { tx, services, actor, now, record }) => {
  const state = await lock(tx, campaignId)
  const ended = await tx.rows(`UPDATE advisories SET ended_at = to_timestamp($3 / 1000.0), ended_by = $4 WHERE id = $1 AND campaign_id = $2 AND ended_at IS NULL RETURNING 1`, [advisoryId, campaignId, await now(), actor.accountId])
  if (ended.length === 0) throw absent()
  await spread(tx, services, campaignId, state)
  record({ chain: campaignId, act: 'advisory.ended', subject: { kind: 'campaign', id: campaignId }, data: { advisory: advisoryId } })
  return done({})
})
