/** Code flow with PKCE, state and nonce at one provider. It is asked over the network: never inside a transaction. */
import * as client from 'openid-client'
import { provedTwice } from '#core/access/provider-factors'
import type { Words } from '#core/kernel/finding'
import { isHere, type OidcSettings } from './settings'
import { troubleOf } from './trouble'

/** What must fit together when somebody comes back. Kept sealed by the page. */
export interface Checks { readonly state: string; readonly nonce: string; readonly verifier: string }
/** Whom the provider vouched for. `name` is for the eye alone. */
export interface Vouched { readonly issuer: string; readonly subject: string; readonly name: string; readonly secondFactor: boolean }

export interface Oidc {
  readonly issuer: string
  readonly label: Words
  /** Where to send the browser. @throws Refusal when the provider cannot be asked */
  begin(again: boolean): Promise<{ readonly address: string; readonly checks: Checks }>
  /** @param again whoever comes back must have signed in there just now @throws Refusal in words */
  exchange(search: string, checks: Checks, again: boolean): Promise<Vouched>
}

const TIMEOUT_SECONDS = 10
/** From signing in there to the question here. */
const JUST_NOW_SECONDS = 300
/** Where the provider sends people back to; registered there. */
export const returnAddress = (origin: string): string => `${origin}/sign-in/back`

export const openOidc = (settings: OidcSettings, origin: string): Oidc => {
  let known: Promise<client.Configuration> | null = null
  const configuration = (): Promise<client.Configuration> => {
    const asked = known ?? discover(settings)
    known = asked
    // A provider that was away is asked again by the next who comes.
    asked.catch(() => { if (known === asked) known = null })
    return asked
  }
  const saying = <T>(work: Promise<T>): Promise<T> => work.catch((error: unknown) => { throw troubleOf(error, settings.label) })
  return {
    issuer: settings.issuer,
    label: settings.label,
    begin: (again) => saying(begin(configuration(), settings, origin, again)),
    exchange: (search, checks, again) => saying(exchange(configuration(), settings, origin, { search, checks, again })),
  }
}

const discover = async (s: OidcSettings): Promise<client.Configuration> => {
  const here = isHere(s.issuer) ? [client.allowInsecureRequests] : []
  const found = await client.discovery(new URL(s.issuer), s.clientId, undefined, client.None(), { execute: here, timeout: TIMEOUT_SECONDS })
  const methods = found.serverMetadata().token_endpoint_auth_methods_supported
  const basic = methods === undefined || methods.includes('client_secret_basic')
  const own = new client.Configuration(found.serverMetadata(), s.clientId, { client_secret: s.clientSecret }, basic ? client.ClientSecretBasic(s.clientSecret) : client.ClientSecretPost(s.clientSecret))
  own.timeout = TIMEOUT_SECONDS
  for (const allow of here) allow(own)
  // The signature is checked too, although the token comes straight from the provider.
  client.enableNonRepudiationChecks(own)
  return own
}

const begin = async (configured: Promise<client.Configuration>, s: OidcSettings, origin: string, again: boolean): Promise<{ address: string; checks: Checks }> => {
  const checks = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
  const acr = s.trusted.filter((t) => t.claim === 'acr').map((t) => t.value).join(' ')
  const address = client.buildAuthorizationUrl(await configured, {
    redirect_uri: returnAddress(origin), scope: 'openid profile', state: checks.state, nonce: checks.nonce, code_challenge: await client.calculatePKCECodeChallenge(checks.verifier), code_challenge_method: 'S256',
    ...(acr === '' ? {} : { acr_values: acr }), ...(again ? { prompt: 'login', max_age: '0' } : {}),
  })
  return { address: address.href, checks }
}

const exchange = async (configured: Promise<client.Configuration>, s: OidcSettings, origin: string, { search, checks, again }: { readonly search: string; readonly checks: Checks; readonly again: boolean }): Promise<Vouched> => {
  const back = new URL(returnAddress(origin))
  back.search = search
  const tokens = await client.authorizationCodeGrant(await configured, back, { pkceCodeVerifier: checks.verifier, expectedState: checks.state, expectedNonce: checks.nonce, idTokenExpected: true, ...(again ? { maxAge: JUST_NOW_SECONDS } : {}) })
  const claims = tokens.claims()!
  const name = [claims['name'], claims['preferred_username']].find((n): n is string => typeof n === 'string' && n !== '') ?? ''
  return { issuer: s.issuer, subject: claims.sub, name: name.slice(0, 60), secondFactor: provedTwice(s.trusted, { amr: claims['amr'], acr: claims['acr'] }) }
}
