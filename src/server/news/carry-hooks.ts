/** Brings news of an office into messages of its webhooks: several within a minute are one. */
import { HOOK_BUNDLE_MINUTES, hookLine } from '#core/news/webhook'
import type { Instant } from '#core/kernel/instant'
import type { Queries } from '../store/database'
import { bundled, forgetDeliveries, hooksToBundle, keepDelivery, waitingNews } from '../store/webhooks'

const KEPT_DAYS = 60

export const carryHooks = async (tx: Queries, now: Instant): Promise<void> => {
  for (const { webhookId, language } of await hooksToBundle(tx, now - HOOK_BUNDLE_MINUTES * 60_000)) {
    const news = await waitingNews(tx, webhookId)
    await bundled(tx, news.map((n) => n.id), await keepDelivery(tx, webhookId, news.map((n) => hookLine(n, language)), false))
  }
  await forgetDeliveries(tx, KEPT_DAYS)
}
