/** Issuing as a second person of the office does it: looks first, answers every warning with a reason. */
import { beforeIssuing, openCampaign } from '#contract/operations/campaigns'
import type { Person } from './person'

export const REASON = '经办公室会议研究，按此发布（示例）'

/** @param second never the one who wrote the draft */
export const issue = async (second: Person, campaignId: string): Promise<void> => {
  const { hash, findings } = await second.ask(beforeIssuing, { params: { campaignId } })
  await second.ask(openCampaign, { params: { campaignId }, body: { read: hash, reasons: findings.filter((f) => f.strength === 'warn').map((f) => ({ key: f.key, reason: REASON })) } })
}
