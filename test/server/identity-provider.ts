/** 单位统一登录 for tests: a real OpenID Connect provider on a loopback port, whose sign-in page asks who one is and believes it. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { OidcSettings } from '#server/oidc/settings'

export interface IdentityProvider {
  readonly issuer: string
  readonly settings: OidcSettings
  /** Stops listening, as a provider that is away; `listen` brings it back under the same address. */
  away(): Promise<void>
  back(): Promise<void>
}

const CLIENT = { id: 'xuanshu', secret: 'a secret of the test, long enough' }
/** Mail address of everybody there: what must never be enough. */
export const SHARED_MAIL = 'zheng@example.org'
const signingKey = () => ({ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' })

/** @param returnTo where it may send people back to */
export const identityProvider = async (returnTo: string): Promise<IdentityProvider> => {
  const server = createServer()
  await listen(server, 0)
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [returnTo], response_types: ['code'], grant_types: ['authorization_code'] }],
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, name: `${id}（示例）`, email: SHARED_MAIL, email_verified: true }) }),
    claims: { acr: null, amr: null, auth_time: null, iss: null, openid: ['sub', 'amr', 'acr'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false, acrValues: ['gold'], pkce: { required: () => true }, jwks: { keys: [signingKey()] }, cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false } }, interactions: { url: (_: unknown, i: { uid: string }) => `/interaction/${i.uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 600, Session: 600, Grant: 600 },
    loadExistingGrant: async (ctx: { oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } } }) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const rest = provider.callback()
  server.on('request', (request, response) => { if (request.url?.startsWith('/interaction/') === true) void signInPage(provider, request, response); else rest(request, response) })
  return {
    issuer,
    settings: { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, label: { zh: '云川统一身份认证（示例）', en: 'Yunchuan ID (sample)' }, trusted: [] },
    away: async () => { server.closeAllConnections(); await new Promise((resolve) => { server.close(resolve) }) },
    back: () => listen(server, port),
  }
}

const listen = (server: Server, port: number): Promise<void> => new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve) })

const page = `<!doctype html><html lang="zh"><title>统一身份认证（示例）</title><main><h1>统一身份认证（示例）</h1><form method="post">
<p><label>工号 <input name="subject"></label></p><p><label>核对方式 <input name="amr" value="pwd"></label></p><p><button>登录</button> <button name="deny" value="1">取消</button></p></form></main></html>`

const signInPage = async (provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.method !== 'POST') return void response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const form = new URLSearchParams(Buffer.concat(chunks).toString())
  const amr = (form.get('amr') ?? '').split(' ').filter(Boolean)
  await provider.interactionFinished(request, response, form.has('deny') ? { error: 'access_denied', error_description: 'cancelled' } : { login: { accountId: form.get('subject'), amr, acr: amr.includes('mfa') ? 'gold' : 'bronze' } })
}

/** Somebody's browser at the provider: goes where it is sent, keeps its cookies, fills in the page. */
export class AtProvider {
  readonly #cookies = new Map<string, string>()
  /** @returns what stands behind the `?` of the address it is sent back to */
  async signIn(address: string, returnTo: string, form: Readonly<Record<string, string>>): Promise<string> {
    for (let [next, body] = [address, null as Readonly<Record<string, string>> | null]; ;) {
      const response = await fetch(next, { redirect: 'manual', headers: { cookie: [...this.#cookies].map(([k, v]) => `${k}=${v}`).join('; ') }, ...(body === null ? {} : { method: 'POST', body: new URLSearchParams(body) }) })
      for (const cookie of response.headers.getSetCookie()) { const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []; this.#cookies.set(name, value) }
      const to = response.headers.get('location')
      if (to === null && new URL(next).pathname.startsWith('/interaction/') && body === null) { body = form; continue }
      if (to === null) throw new Error(`${next}: ${response.status} ${(await response.text()).slice(0, 300)}`)
      if (to.startsWith(returnTo)) return new URL(to).search.slice(1)
      ;[next, body] = [new URL(to, next).href, null]
    }
  }
}
