/** 通行密钥 by WebAuthn. Origin and name of the relying party are the installation's own address; user verification is a must, so that one touch proves possession and person. */
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse, type AuthenticationResponseJSON, type RegistrationResponseJSON, type WebAuthnCredential } from '@simplewebauthn/server'
import { isIP } from 'node:net'
import { Refusal } from '#core/kernel/refusal'
import type { Keys } from './keys'
import { openToken, sealToken } from './sealed-token'

/** Minutes between the question and its answer. */
const MINUTES = 5
const NAME = '选树 Xuanshu'

export interface RelyingParty { readonly id: string; readonly origin: string }
/** Null where browsers offer no passkeys: an address without TLS, or a number for a name. */
export const relyingParty = (address: string): RelyingParty | null => {
  const { origin, hostname, protocol } = new URL(address)
  const secure = protocol === 'https:' || hostname === 'localhost'
  return secure && isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? { id: hostname, origin } : null
}
export const noPasskeysHere = (): Refusal => new Refusal('notAllowed', { zh: '本系统的访问地址不是 https，浏览器不支持通行密钥。请用账号密码登录。', en: 'This system has no https address, so browsers offer no passkeys. Sign in with your login and password.' })

/** What a challenge is for; nobody's for signing in, a session's otherwise. */
export interface Purpose { readonly use: 'passkey.signIn' | 'passkey.add' | 'passkey.prove'; readonly session: string }

type Bytes = Uint8Array<ArrayBuffer>
const bytesOf = (buffer: Uint8Array): Bytes => Uint8Array.from(buffer)
const challengeFor = (keys: Keys, { use, session }: Purpose): Bytes => bytesOf(sealToken(keys, use, { session }, MINUTES))
const expects = (keys: Keys, { use, session }: Purpose) => (challenge: string): boolean => openToken<{ session: string }>(keys, use, challenge)?.session === session

interface Holder { readonly accountId: string; readonly login: string; readonly personName: string; readonly known: readonly Buffer[] }

export const askForNew = (keys: Keys, rp: RelyingParty, purpose: Purpose, holder: Holder) => generateRegistrationOptions({
  rpName: NAME, rpID: rp.id, userName: holder.login, userDisplayName: holder.personName, userID: bytesOf(Buffer.from(holder.accountId.replaceAll('-', ''), 'hex')), challenge: challengeFor(keys, purpose), timeout: MINUTES * 60_000,
  attestationType: 'none', excludeCredentials: holder.known.map((id) => ({ id: id.toString('base64url') })), authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
})
/** Any passkey of this address: who it is, it says itself. */
export const askForAny = (keys: Keys, rp: RelyingParty, purpose: Purpose, only: readonly Buffer[] = []) => generateAuthenticationOptions({
  rpID: rp.id, challenge: challengeFor(keys, purpose), timeout: MINUTES * 60_000, userVerification: 'required', ...(only.length === 0 ? {} : { allowCredentials: only.map((id) => ({ id: id.toString('base64url') })) }),
})

export interface NewPasskey { readonly credentialId: Buffer; readonly publicKey: Buffer; readonly counter: number; readonly transports: readonly string[]; readonly synced: boolean }
/** Null when anything about it is not as it must be. */
export const readNew = async (keys: Keys, rp: RelyingParty, purpose: Purpose, response: unknown): Promise<NewPasskey | null> => {
  try {
    const { registrationInfo: info } = await verifyRegistrationResponse({ response: response as RegistrationResponseJSON, expectedChallenge: expects(keys, purpose), expectedOrigin: rp.origin, expectedRPID: rp.id, requireUserVerification: true })
    if (info === undefined) return null
    return { credentialId: Buffer.from(info.credential.id, 'base64url'), publicKey: Buffer.from(info.credential.publicKey), counter: info.credential.counter, transports: info.credential.transports ?? [], synced: info.credentialBackedUp }
  } catch {
    return null
  }
}

/** The counter after it; null when signature, challenge, origin, verification or counter are not as they must be. A counter that does not go up tells of a copy. */
export const readAnswer = async (keys: Keys, rp: RelyingParty, purpose: Purpose, response: unknown, known: { readonly credentialId: Buffer; readonly publicKey: Buffer; readonly counter: number }): Promise<{ counter: number; synced: boolean } | null> => {
  const credential: WebAuthnCredential = { id: known.credentialId.toString('base64url'), publicKey: bytesOf(known.publicKey), counter: known.counter }
  try {
    const { verified, authenticationInfo: info } = await verifyAuthenticationResponse({ response: response as AuthenticationResponseJSON, expectedChallenge: expects(keys, purpose), expectedOrigin: rp.origin, expectedRPID: rp.id, credential, requireUserVerification: true })
    return verified ? { counter: info.newCounter, synced: info.credentialBackedUp } : null
  } catch {
    return null
  }
}

/** The challenge that was answered, by which an answer is spent. */
export const challengeOf = (clientDataJSON: string): string => {
  try {
    return String((JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown }).challenge ?? '')
  } catch {
    return ''
  }
}
