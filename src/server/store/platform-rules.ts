import { dayOf } from '#core/kernel/instant'
import { platformRules, type PlatformRule, type Ratio } from '#core/publicity/media-plan/platforms'
import type { Queries } from './database'

interface Row { readonly platform: string; readonly seconds: number; readonly megabytes: number; readonly leastSide: number; readonly ratios: Ratio[]; readonly source: string; readonly version: number; readonly changedAt: number }
/** `version` 0: the example as the product brings it. */
export type OfficeRule = PlatformRule & { readonly version: number }

/** Of the office that hosts the campaign: its own values, else the examples. */
export const rulesOfOffice = async (q: Queries, campaignId: string): Promise<OfficeRule[]> => {
  const own = new Map((await q.rows<Row>(`SELECT p.platform, p.seconds, p.megabytes, p.least_side AS "leastSide", p.ratios, p.source, p.version, p.changed_at AS "changedAt" FROM platform_rules p JOIN campaigns c ON c.organisation_id = p.organisation_id WHERE c.id = $1`, [campaignId])).map((r) => [r.platform, r]))
  return platformRules.map((rule) => {
    const r = own.get(rule.id)
    return r === undefined ? { ...rule, version: 0 } : { ...rule, seconds: r.seconds, megabytes: r.megabytes, leastSide: r.leastSide, ratios: r.ratios, source: { zh: r.source, en: r.source }, asOf: dayOf(r.changedAt), version: r.version }
  })
}
