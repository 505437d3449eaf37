/** What the page of the own account was told. */
import type { AnswerOf } from '#contract/operation'
import type { readAccount } from '#contract/operations/account'

export type Account = AnswerOf<typeof readAccount>
