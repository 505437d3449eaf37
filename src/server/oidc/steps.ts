/** What the page carries between the steps of the organisation's sign-in: sealed, for minutes, for one purpose. */
import { Refusal } from '#core/kernel/refusal'
import type { Keys } from '../keys'
import { openToken, sealToken } from '../sealed-token'
import type { Services } from '../services'
import type { Checks, Oidc, Vouched } from './provider'
import { stale } from './trouble'

export type Purpose = 'signIn' | 'link' | 'prove'
/** `session`: of whom a link or a proof is; empty where nobody is signed in yet. */
export interface Attempt extends Checks { readonly purpose: Purpose; readonly session: string }
export interface Proof extends Vouched { readonly purpose: Purpose; readonly session: string }

/** Long enough for a second factor over there, or for typing an activation code here. */
const MINUTES = 15

export const sealAttempt = (keys: Keys, attempt: Attempt): string => sealToken(keys, 'oidc.attempt', { ...attempt }, MINUTES).toString('base64url')
export const openAttempt = (keys: Keys, token: string): Attempt | null => openToken<Attempt>(keys, 'oidc.attempt', token)
export const sealProof = (keys: Keys, proof: Proof): string => sealToken(keys, 'oidc.proof', { ...proof }, MINUTES).toString('base64url')

/** Where nothing is configured, nothing is there. */
export const configured = ({ oidc }: Services): Oidc => {
  if (oidc === null) throw new Refusal('absent', { zh: '本系统没有接统一登录，请用账号密码登录。', en: 'This system has no sign-in of the organisation: sign in with your login and password.' })
  return oidc
}

/** @throws Refusal when it is too old, for another purpose, another session or another provider */
export const openProof = (services: Services, token: string, purpose: Purpose, session: string): Proof => {
  const oidc = configured(services)
  const proof = openToken<Proof>(services.keys, 'oidc.proof', token)
  if (proof === null || proof.purpose !== purpose || proof.session !== session || proof.issuer !== oidc.issuer) throw stale(oidc.label)
  return proof
}
