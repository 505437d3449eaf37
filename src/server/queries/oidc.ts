import { beginOidc, beginOidcFor, exchangeOidc } from '#contract/operations/oidc'
import { query } from '../handler'
import { configured, openAttempt, sealAttempt, sealProof } from '../oidc/steps'
import { stale } from '../oidc/trouble'
import { requireFresh } from '../proof'
import { markOf } from '../store/sessions'

export const beginOidcQuery = query(beginOidc, async (_, { services }) => {
  const { address, checks } = await configured(services).begin(false)
  return { address, attempt: sealAttempt(services.keys, { ...checks, purpose: 'signIn', session: '' }) }
})

export const beginOidcForQuery = query(beginOidcFor, async ({ body }, c) => {
  if (body.purpose === 'link') await requireFresh(c)
  const { address, checks } = await configured(c.services).begin(body.purpose === 'prove')
  return { address, attempt: sealAttempt(c.services.keys, { ...checks, purpose: body.purpose, session: markOf(c.session!) }) }
})

/** Asks the provider, which may take seconds: so it writes nothing, and holds no connection of the database. What it learnt goes on sealed. */
export const exchangeOidcQuery = query(exchangeOidc, async ({ body }, { services }) => {
  const oidc = configured(services)
  const attempt = openAttempt(services.keys, body.attempt)
  if (attempt === null) throw stale(oidc.label)
  const vouched = await oidc.exchange(body.search, attempt, attempt.purpose === 'prove')
  return { purpose: attempt.purpose, name: vouched.name, proof: sealProof(services.keys, { ...vouched, purpose: attempt.purpose, session: attempt.session }) }
})
