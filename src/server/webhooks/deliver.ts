/** Sends what is due. A try that failed is made again after growing pauses; an address that failed for days is switched off, and its office told. */
import { STOP_AFTER_DAYS } from '#core/news/webhook'
import { system } from '../handler'
import type { Services } from '../services'
import { append } from '../store/ledger'
import { hookOwner, markFailed, markSent, setWebhookState, takeDeliveries, type TakenDelivery } from '../store/webhooks'
import { post } from './post'
import { refusedAnswer, templates } from './templates'

const AT_ONCE = 8
/** Longer than a try can take (post). */
const LEASE_SECONDS = 60

/** Switched off once, with an entry in the ledger of its organisation, from which the office is told. */
const stop = (services: Services, webhookId: string): Promise<void> => services.db.transaction(async (tx) => {
  const owner = await hookOwner(tx, webhookId)
  if (owner === undefined || owner.state !== 'on') return
  await setWebhookState(tx, webhookId, 'stopped')
  append(tx, { chain: owner.organisationId, act: 'webhook.stopped', subject: { kind: 'webhook', id: webhookId }, data: {} }, system)
})

const send = async (services: Services, d: TakenDelivery): Promise<void> => {
  const { db, keys, origin, webhooks } = services
  const failed = async (status: number | null, error: string): Promise<void> => {
    // A test is tried once: somebody waits for it.
    const days = await markFailed(db, d, status, error, d.isTest ? null : webhooks.pausesSeconds[d.attempts - 1] ?? null)
    if (days >= STOP_AFTER_DAYS) await stop(services, d.webhookId)
  }
  try {
    const made = templates[d.template]({ id: d.id, lines: d.lines, language: d.language, isTest: d.isTest, link: `${origin}/news` }, keys.open(d.address).toString(), d.secret === null ? null : keys.open(d.secret).toString(), Date.now())
    const { status, text } = await post(made.address, made.body, made.headers, webhooks)
    const no = refusedAnswer(d.template, status, text)
    if (no === null) await markSent(db, d, status)
    else await failed(status, no)
  } catch (error) {
    await failed(null, error instanceof Error ? `${error.name === 'NotThere' ? 'not sent: ' : ''}${('code' in error && typeof error.code === 'string') ? error.code : error.message}` : 'failed')
  }
}

/** How many were tried. */
export const deliver = async (services: Services): Promise<number> => {
  const taken = await takeDeliveries(services.db, AT_ONCE, LEASE_SECONDS)
  await Promise.all(taken.map((d) => send(services, d)))
  return taken.length
}
