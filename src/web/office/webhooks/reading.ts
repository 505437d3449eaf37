/** What the page of webhooks was told. */
import type { AnswerOf } from '#contract/operation'
import type { listWebhooks } from '#contract/operations/webhooks'

export type Webhook = AnswerOf<typeof listWebhooks>['webhooks'][number]
