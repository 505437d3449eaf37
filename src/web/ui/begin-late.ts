/** Whether a nomination can still be begun, asked of the rule that the server asks. */
import type { AnswerOf } from '#contract/operation'
import type { readCampaign } from '#contract/operations/campaigns'
import type { Finding } from '#core/kernel/finding'
import { mayBegin } from '#core/nomination/begin'
import { useSession } from '../api/session'

/** What stands against it; undefined: nothing does. */
export const useBeginLate = (campaign: Pick<AnswerOf<typeof readCampaign>, 'definition' | 'deadline'>): Finding | undefined => mayBegin(campaign.definition, { end: campaign.deadline, now: useSession().now() })[0]
