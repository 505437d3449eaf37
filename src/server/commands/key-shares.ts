import { printKeyShare } from '#contract/operations/key-shares'
import { finding } from '#core/kernel/finding'
import { holderNames, holderOf, shareText } from '#core/review/key-share'
import { keySharePdf } from '#documents/key-share-sheet'
import { absent, command, done, refusedBy } from '../handler'
import { isFixed, newShare, readPrinted } from '../key-shares'
import { openOne } from '../open-rounds'
import { definitionOfCampaign } from '../store/campaigns'
import type { RoundRow } from '../store/rounds'

const refuse = (round: RoundRow, code: string, what: readonly [string, string], mend: readonly [string, string]) => refusedBy([finding({ code: `share.${code}`, strength: 'block', rule: round.rule, what, mend })])

/** The private half is in this answer and on the paper: no row, no log and no other process ever has it. */
export const printKeyShareCommand = command(printKeyShare, async ({ params, body }, c) => {
  const round = await openOne(c, params.roundId)
  const holder = holderOf(c.actor.role)
  if (round.rule.keyShares !== true || holder === null) throw absent()
  const printed = await readPrinted(c.tx, round.id)
  const before = printed.find((p) => p.holder === holder)
  if (printed.some((p) => p.holder !== holder && p.printedBy === c.actor.accountId)) return refuse(round, 'twoHands', ['您已经持有另一方的一份，一人不能持两份', 'You hold the share of another role: nobody holds two'], ['请由另一位同事来印。', 'Let another person print it.'])
  if (await isFixed(c.tx, round.id))
    return refuse(round, 'fixed', ['已经有人投票，钥匙不能再印', 'A ballot is in: no share is printed any more'], ['任意两份就能开箱。只剩一份的，由秘书废止本轮，重新投票。', 'Any two open the box. Where only one is left, the secretary gives the round up and it is held again.'])
  if (before !== undefined && !body.again) return refuse(round, 'printed', [`${holderNames[holder].zh}的一份 ${before.byName} 已经印过`, `The share of ${holderNames[holder].en} was printed by ${before.byName}`], ['确实没有印出来的，选“重印”：先印的一份随即作废。', 'If it never came out of the printer, print it again: the one before is void then.'])
  const { share, publicKey } = newShare(holder)
  const at = await c.now()
  await c.tx.rows(`INSERT INTO round_key_shares (round_id, holder, public_key, printed_by, printed_at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0))
    ON CONFLICT (round_id, holder) DO UPDATE SET public_key = $3, printed_by = $4, printed_at = to_timestamp($5 / 1000.0), printings = round_key_shares.printings + 1`, [round.id, holder, publicKey, c.actor.accountId, at])
  const definition = await definitionOfCampaign(c.tx, c.services.definitions, round.campaignId)
  const person = (await c.tx.row<{ name: string }>(`SELECT person_name AS name FROM accounts WHERE id = $1`, [c.actor.accountId]))!.name
  const content = await keySharePdf({ campaign: definition.name.zh, round: round.rule.name.zh, holder: holderNames[holder].zh, person, at, printing: (before?.printings ?? 0) + 1, text: shareText(round.id, share) })
  c.record({ chain: round.campaignId, act: 'keyShare.printed', subject: { kind: 'round', id: round.id }, data: { holder, again: before !== undefined } })
  return done({ content, mediaType: 'application/pdf', fileName: `开箱钥匙-${round.rule.name.zh}-${holderNames[holder].zh}.pdf`, inline: false })
})
