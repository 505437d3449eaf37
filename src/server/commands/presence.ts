/** 谁在看: for colleagues who would otherwise decide on the same one. No entry in the ledger, and no history anywhere. */
import { beHere } from '#contract/operations/presence'
import { command, done } from '../handler'
import { beat } from '../store/desk-presence'

export const beHereCommand = command(beHere, async ({ params, body }, { tx, actor }) => done({ here: await beat(tx, params.campaignId, actor.accountId, body.nominationId) }))
