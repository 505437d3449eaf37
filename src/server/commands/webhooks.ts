/** 群机器人 of an organisation, kept by its office. Every change enters the organisation's ledger, with the host and nothing else of the address. */
import { addWebhook, changeWebhook, removeWebhook, switchWebhook, testWebhook } from '#contract/operations/webhooks'
import { judgeHook, TESTS_AN_HOUR, tooManyTests, type HookAsked } from '#core/news/webhook'
import { absent, command, done, refusedBy, type CommandContext } from '../handler'
import { countTests, deleteWebhook, insertWebhook, keepDelivery, lockWebhook, setWebhookState, updateWebhook, type Kept, type WebhookRow } from '../store/webhooks'
import { namesInside } from '../webhooks/guard'

type Body = { readonly name: string; readonly template: Kept['template']; readonly groups: readonly string[]; readonly language: 'zh' | 'en'; readonly address?: string | undefined; readonly secret?: string | undefined }

const readAddress = (text: string | undefined): HookAsked['address'] => {
  if (text === undefined || text === '') return null
  if (!URL.canParse(text)) return 'none'
  const url = new URL(text)
  return { protocol: url.protocol, isPlain: url.username === '' && url.password === '' && url.hash === '', isInside: namesInside(url.hostname) }
}

const judge = ({ services }: CommandContext, body: Body, before: WebhookRow | null) => {
  const secret = body.secret === undefined || body.secret === '' ? null : body.secret
  const address = readAddress(body.address)
  return judgeHook({ template: body.template, address: address ?? (before === null ? 'none' : null), secret, hasSecret: before !== null && before.template === body.template && before.hasSecret, groups: body.groups }, services.webhooks)
}
const sealed = ({ services: { keys } }: CommandContext, body: Body): Kept => ({
  name: body.name, template: body.template, groups: body.groups, language: body.language,
  address: body.address === undefined || body.address === '' ? null : { sealed: keys.seal(Buffer.from(body.address)), host: new URL(body.address).host }, secret: body.secret === undefined || body.secret === '' ? null : keys.seal(Buffer.from(body.secret)),
})
const ownHook = async ({ tx, actor }: CommandContext, webhookId: string): Promise<WebhookRow> => {
  const row = await lockWebhook(tx, actor.organisationId, webhookId)
  if (row === undefined) throw absent()
  return row
}

export const addWebhookCommand = command(addWebhook, async ({ body }, c) => {
  const against = judge(c, body, null)
  if (against.length > 0) return refusedBy(against)
  const kept = sealed(c, body)
  const webhookId = await insertWebhook(c.tx, c.actor.organisationId, c.actor.accountId, { ...kept, address: kept.address! })
  c.record({ chain: c.actor.organisationId, act: 'webhook.added', subject: { kind: 'webhook', id: webhookId }, data: { host: kept.address!.host, template: body.template } })
  return done({ webhookId })
})

/** Another kind of receiver has another address: it is asked for again. */
export const changeWebhookCommand = command(changeWebhook, async ({ params, body }, c) => {
  const before = await ownHook(c, params.webhookId)
  const against = judge(c, body, before.template === body.template ? before : null)
  if (against.length > 0) return refusedBy(against)
  const kept = sealed(c, body)
  await updateWebhook(c.tx, params.webhookId, kept)
  c.record({ chain: c.actor.organisationId, act: 'webhook.changed', subject: { kind: 'webhook', id: params.webhookId }, data: { host: kept.address?.host ?? before.host, template: body.template } })
  return done({})
})

export const switchWebhookCommand = command(switchWebhook, async ({ params, body }, c) => {
  await ownHook(c, params.webhookId)
  await setWebhookState(c.tx, params.webhookId, body.on ? 'on' : 'off')
  c.record({ chain: c.actor.organisationId, act: 'webhook.changed', subject: { kind: 'webhook', id: params.webhookId }, data: { on: body.on } })
  return done({})
})

export const removeWebhookCommand = command(removeWebhook, async ({ params }, c) => {
  await ownHook(c, params.webhookId)
  await deleteWebhook(c.tx, params.webhookId)
  c.record({ chain: c.actor.organisationId, act: 'webhook.removed', subject: { kind: 'webhook', id: params.webhookId }, data: {} })
  return done({})
})

export const testWebhookCommand = command(testWebhook, async ({ params }, c) => {
  await ownHook(c, params.webhookId)
  const lately = await countTests(c.tx, params.webhookId)
  if (lately >= TESTS_AN_HOUR) return refusedBy([tooManyTests(TESTS_AN_HOUR)])
  return done({ deliveryId: await keepDelivery(c.tx, params.webhookId, [], true) })
})
