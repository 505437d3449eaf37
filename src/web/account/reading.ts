/** What the page of the own account was told. */
import type { AnswerOf } from '#contract/operation'
import type { readAccount } from '#contract/operations/account'
import type { readNewsSettings } from '#contract/operations/news'

export type Account = AnswerOf<typeof readAccount>
export type NewsSettingsAnswer = AnswerOf<typeof readNewsSettings>
