import { listWebhooks as operation } from '#contract/operations/webhooks'
import { query } from '../handler'
import { listDeliveries, listWebhooks } from '../store/webhooks'

const SHOWN = 8

export const listWebhooksQuery = query(operation, async (_, { q, actor }) => {
  const [hooks, deliveries] = [await listWebhooks(q, actor.organisationId), await listDeliveries(q, actor.organisationId, SHOWN)]
  return { webhooks: hooks.map((h) => ({ ...h, groups: [...h.groups], deliveries: deliveries.filter((d) => d.webhookId === h.webhookId).map(({ webhookId: _id, status: _status, ...d }) => d) })) }
})
