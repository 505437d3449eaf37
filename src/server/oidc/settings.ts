import { readTrustedClaims, type TrustedClaim } from '#core/access/provider-factors'
import type { Words } from '#core/kernel/finding'

/** The sign-in of the organisation (OpenID Connect) of an installation. Kept out of the command line, which everybody on the machine can read. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** How people know it: 统一身份认证. */
  readonly label: Words
  /** What it says of a second factor counts where one of these stands in it; empty: never. */
  readonly trusted: readonly TrustedClaim[]
}

const required = { issuer: 'XUANSHU_OIDC_ISSUER', clientId: 'XUANSHU_OIDC_CLIENT_ID', clientSecret: 'XUANSHU_OIDC_CLIENT_SECRET' } as const

/** Over the network only with TLS; on this machine also without. */
const isIssuer = (text: string): boolean => URL.canParse(text) && (new URL(text).protocol === 'https:' || isHere(text)) && new URL(text).search === '' && new URL(text).hash === ''
export const isHere = (address: string): boolean => new URL(address).protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)

/**
 * From the environment; null where nothing of it is set: then there is no such sign-in, and nothing of it is shown.
 * @throws Error in words for the operator when only a part is set, or a part cannot be used
 */
export const oidcSettings = (env: Readonly<Record<string, string | undefined>>): OidcSettings | null => {
  const of = (name: string): string => env[name]?.trim() ?? ''
  const missing = Object.values(required).filter((name) => of(name) === '')
  if (missing.length === Object.values(required).length) return null
  if (missing.length > 0) throw new Error(`统一登录设置不全，还缺 ${missing.join('、')} / OpenID Connect is only half set: ${missing.join(', ')} missing`)
  if (!isIssuer(of(required.issuer))) throw new Error('XUANSHU_OIDC_ISSUER 应为 https:// 开头的地址 / must be an address beginning with https://')
  const trusted = readTrustedClaims(of('XUANSHU_OIDC_SECOND_FACTOR'))
  if (trusted === null) throw new Error('XUANSHU_OIDC_SECOND_FACTOR 应如 "amr=mfa acr=…"，用空格隔开 / must be like "amr=mfa acr=…", blank-separated')
  const label = of('XUANSHU_OIDC_LABEL') || '单位统一登录'
  return { issuer: of(required.issuer), clientId: of(required.clientId), clientSecret: of(required.clientSecret), label: { zh: label, en: of('XUANSHU_OIDC_LABEL_EN') || (of('XUANSHU_OIDC_LABEL') ? label : 'Organisation sign-in') }, trusted }
}
