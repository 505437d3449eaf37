import { z } from 'zod'
import { webhookGroups, webhookTemplates } from '#core/news/webhook'
import { operation } from '../operation'
import { id, instant } from '../shapes'

const params = z.object({ webhookId: id })
const asked = { name: z.string().trim().min(1).max(60), template: z.enum(webhookTemplates), groups: z.array(z.enum(webhookGroups)).max(9), language: z.enum(['zh', 'en']), secret: z.string().trim().max(200).optional() }

export const listWebhooks = operation({
  id: 'webhooks.list', method: 'GET', path: '/api/webhooks', who: 'office',
  summary: { zh: '本单位的群机器人和最近的发送', en: 'The webhooks of one’s organisation, and what was sent lately' },
  answer: z.object({
    webhooks: z.array(z.object({
      webhookId: id, name: z.string(), template: z.enum(webhookTemplates), /** All that is shown of its address. */ host: z.string(), hasSecret: z.boolean(), groups: z.array(z.string()), language: z.enum(['zh', 'en']),
      state: z.enum(['on', 'off', 'stopped']), /** Real time: since when everything failed. */ failingSince: instant.nullable(),
      deliveries: z.array(z.object({ deliveryId: id, isTest: z.boolean(), lines: z.int(), state: z.enum(['waiting', 'sending', 'sent', 'failed']), attempts: z.int(), createdAt: instant, nextTryAt: instant, error: z.string().nullable() })),
    })),
  }),
})
export const addWebhook = operation({
  id: 'webhooks.add', method: 'POST', path: '/api/webhooks', who: 'office',
  summary: { zh: '添加群机器人', en: 'Add a webhook' },
  body: z.object({ ...asked, address: z.string().trim().max(2000) }),
  answer: z.object({ webhookId: id }),
})
export const changeWebhook = operation({
  id: 'webhooks.change', method: 'PUT', path: '/api/webhooks/:webhookId', who: 'office',
  summary: { zh: '改群机器人；地址和密钥不填就不变', en: 'Change a webhook; address and secret stay where left out' },
  params, body: z.object({ ...asked, address: z.string().trim().max(2000).optional() }),
})
export const switchWebhook = operation({
  id: 'webhooks.switch', method: 'POST', path: '/api/webhooks/:webhookId/state', who: 'office',
  summary: { zh: '启用或停用群机器人', en: 'Switch a webhook on or off' },
  params, body: z.object({ on: z.boolean() }),
})
export const removeWebhook = operation({
  id: 'webhooks.remove', method: 'DELETE', path: '/api/webhooks/:webhookId', who: 'office',
  summary: { zh: '去掉群机器人', en: 'Remove a webhook' },
  params,
})
export const testWebhook = operation({
  id: 'webhooks.test', method: 'POST', path: '/api/webhooks/:webhookId/test', who: 'office',
  summary: { zh: '发一条测试消息', en: 'Send a test message' },
  params, answer: z.object({ deliveryId: id }),
})
