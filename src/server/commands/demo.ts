import { demoCards, enterDemo, moveClock } from '#contract/operations/sign-in'
import { deviceOf } from '#core/access/device'
import { Refusal } from '#core/kernel/refusal'
import { absent, command, done, query } from '../handler'
import { beginSession } from '../store/sessions'
import { readCards } from '../store/demo-cards'

export const demoCardsQuery = query(demoCards, async (_, { q }) => ({ cards: await readCards(q) }))

/** Only a demo installation has cards; elsewhere this operation does not exist. */
export const enterDemoCommand = command(enterDemo, async ({ body }, { tx, giveSession, agent }) => {
  const card = (await readCards(tx)).find((c) => c.card === body.card)
  if (card === undefined) throw absent()
  giveSession(await beginSession(tx, card.accountId, card.membershipId, true, { how: 'demo', device: deviceOf(agent) }))
  return done({ path: card.path })
})

const YEARS = 5 * 366 * 86_400_000

/** Moves the product's time for everybody. The database refuses an offset outside a demo a second time. */
export const moveClockCommand = command(moveClock, async ({ body }, { tx }) => {
  const real = (await tx.row<{ at: number }>(`SELECT clock_timestamp() AS at`))!.at
  if (Math.abs(body.to - real) > YEARS) throw new Refusal('invalid', { zh: '演示时钟最多拨前拨后五年。', en: 'The demo clock moves at most five years either way.' })
  await tx.rows(`UPDATE installation SET clock_offset_ms = $1`, [body.to - real])
  await tx.rows(`UPDATE public_pages SET stale_at = rendered_at`)
  return done({ now: body.to })
})
