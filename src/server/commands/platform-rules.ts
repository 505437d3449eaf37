/** 短视频平台的要求: an office writes what it read at the platform; the examples stay beneath. */
import { readPlatformRules, setPlatformRule } from '#contract/operations/platform-rules'
import { Refusal } from '#core/kernel/refusal'
import { platformRules } from '#core/publicity/media-plan/platforms'
import { absent, command, done, query } from '../handler'
import { rulesOfOffice } from '../store/platform-rules'

export const readPlatformRulesQuery = query(readPlatformRules, async ({ params: { campaignId } }, { q }) => ({ rules: (await rulesOfOffice(q, campaignId)).map((r) => ({ ...r, aliases: [...r.aliases], ratios: [...r.ratios], containers: [...r.containers], codecs: [...r.codecs] })) }))

export const setPlatformRuleCommand = command(setPlatformRule, async ({ params: { campaignId, platform }, body: { version, ...rule } }, { tx, now, record }) => {
  const example = platformRules.find((r) => r.id === platform)
  if (example === undefined) throw absent()
  const { id } = (await tx.row<{ id: string }>(`SELECT organisation_id AS id FROM campaigns WHERE id = $1 FOR KEY SHARE`, [campaignId]))!
  // The first to write has no row to lock: both ask here for the platform of this office.
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 7466))`, [`${id} ${platform}`])
  const row = (await rulesOfOffice(tx, campaignId)).find((r) => r.id === platform)!
  if (row.version !== version) throw new Refusal('conflict', { zh: '另一位同志刚刚改过这个平台的要求。您写的还在页面上，没有覆盖别人的；请刷新后再改。', en: 'A colleague has just changed this platform. What you wrote is still on your page and nothing was overwritten; reload and change it again.' })
  await tx.rows(`INSERT INTO platform_rules (organisation_id, platform, seconds, megabytes, least_side, ratios, source, version, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0))
    ON CONFLICT (organisation_id, platform) DO UPDATE SET seconds = $3, megabytes = $4, least_side = $5, ratios = $6, source = $7, version = $8, changed_at = to_timestamp($9 / 1000.0)`, [id, platform, rule.seconds, rule.megabytes, rule.leastSide, rule.ratios, rule.source, version + 1, await now()])
  record({ chain: campaignId, act: 'media.platformSet', subject: { kind: 'campaign', id: campaignId }, data: { platform, seconds: rule.seconds, megabytes: rule.megabytes, leastSide: rule.leastSide, version: version + 1 } })
  return done({ version: version + 1 })
})
