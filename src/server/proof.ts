/** A change to the own ways in asks for a proof of the last minutes: a browser somebody left open opens no new door. */
import { proofWays } from '#core/access/ways-in'
import { Refusal } from '#core/kernel/refusal'
import type { QueryContext } from './handler'
import { readWaysIn } from './store/accounts'

export const requireFresh = async ({ session, q, services }: QueryContext): Promise<void> => {
  if (session!.fresh === true) return
  const ways = proofWays(await readWaysIn(q, session!.accountId, services.oidc?.issuer ?? null))
  throw new Refusal('proofNeeded', { zh: '这一步要先再确认一次是您本人。', en: 'For this step, prove once more that it is you.' }, { ...ways })
}
